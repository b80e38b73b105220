"""Papers that come back signed: looked at, kept beside the paper, told apart; it signs none.

A file is kept only where its signatures are whole. Whether it was built on the very bytes that were
issued, and whether its pages are still those, is kept with it and said.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from digicommune.domain.issued import read_code
from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.signed_copies import OFFICE_FIELD, PERSON_FIELD, PaperSignature, SignedCopy
from digicommune.errors import UserError
from digicommune.operations.issue_numbers import find, not_issued
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.operations.signed_keeping import (
    Grown,
    base_of,
    copied_bytes,
    copy_of,
    file_bytes,
    grown_from,
    roots_of,
    stored_bytes,
)

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.issued import IssuedPaper
    from digicommune.domain.signed_copies import Base

_CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
# Of the words of a paper, so many must stand in a file a signing tool wrote anew.
_ALIKE = (9, 10)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The paper a file belongs to: the stored bytes themselves ("same"), or signed ones."""

    paper: IssuedPaper
    base: Base | Literal["same"]
    signatures: tuple[PaperSignature, ...] = ()
    copy: SignedCopy | None = None


@dataclass(frozen=True, slots=True)
class CopyFile:
    """A signed copy with its bytes, ready to be shown, printed or saved."""

    copy: SignedCopy
    paper: IssuedPaper
    document: MadeDocument


def copies(store: Store, issue_id: int) -> tuple[SignedCopy, ...]:
    """The signed copies of a paper in the order they were kept; raises ``issued_unknown``."""
    with store.glance() as unit:
        return unit.signed.of(find(unit, issue_id).issue_id)


def copy(store: Store, copy_id: int) -> CopyFile:
    """A signed copy byte for byte; the journal notes it is handed out.

    Raises ``UserError`` ``signed_copy_unknown``, ``signed_copy_damaged``.
    """
    with store.unit() as unit:
        found = copy_of(unit, copy_id)
        content = copied_bytes(unit, found)
        paper = find(unit, found.issue_id)
        unit.journal.note("signed_copy", f"signed:{copy_id}", None, {"number": paper.full_number})
    made = MadeDocument(0, paper.title, file_name(f"{paper.title} da ky"), content)
    return CopyFile(found, paper, made)


def with_fields(store: Store, issue_id: int) -> MadeDocument:
    """The stored bytes with two empty signature fields behind them; noted in the journal.

    Whether the state's tools accept fields made before is not confirmed: the clean file, which
    ``issuing.reprint`` gives, is always right. Raises ``issued_unknown``, ``no_place_to_sign``.
    """
    from digicommune.documents.signing import fields

    with store.unit() as unit:
        paper = find(unit, issue_id)
        content = fields.with_empty_fields(stored_bytes(unit, paper))
        after = {"number": paper.full_number, "fields": [PERSON_FIELD, OFFICE_FIELD]}
        unit.journal.note("signature_fields", f"issued:{issue_id}", None, after)
    return MadeDocument(0, paper.title, file_name(f"{paper.title} o ky"), content)


# --- what comes back ---


def attach(store: Store, issue_id: int, path: Path, progress: Progress = no_progress) -> SignedCopy:
    """Keeps a signed file beside its paper; what its signatures say is kept with it.

    Raises ``UserError``: ``issued_unknown``, ``pdf_not_read``, ``signed_file_unreadable``,
    ``signed_file_unsigned``, ``signed_file_broken``, ``signed_copy_kept``,
    ``signed_of_another_paper``.
    """
    content = file_bytes(path)
    progress(0, 3, "Đọc tệp đã ký")
    with store.glance() as unit:
        paper = find(unit, issue_id)
        stored, roots = stored_bytes(unit, paper), roots_of(unit)
        _refuse_known(unit, paper, content)
    found = _signatures(content, roots)
    progress(1, 3, "Kiểm tra chữ ký")
    base = base_of(content, stored)
    if base == "outside":
        _refuse_other(store, paper, stored, content)
    progress(2, 3, "Lưu bản đã ký")
    sha = hashlib.sha256(content).hexdigest()
    made = SignedCopy(0, issue_id, path.name, sha, len(content), "attached", base, found)
    with store.unit() as unit:
        _refuse_known(unit, paper, content)
        kept = unit.signed.add(made, content)
        after = {"number": paper.full_number, "base": base, "sha256": sha}
        signers = [one.signer for one in found]
        unit.journal.note("attach_signed", f"issued:{issue_id}", None, {**after, "by": signers})
    return kept


def _refuse_known(unit: Unit, paper: IssuedPaper, content: bytes) -> None:
    sha = hashlib.sha256(content).hexdigest()
    if sha == paper.pdf_sha256:
        raise _unsigned()
    kept = unit.signed.hashed(sha)
    if kept is not None:
        raise UserError(
            "signed_copy_kept",
            f"Tệp này đã có trong sổ: bản đã ký thứ tự {kept.copy_id}.",
            "Xem các bản đã ký của văn bản.",
            copy=kept.copy_id,
        )
    whose = grown_from(unit, content)
    if whose is not None and whose.paper.issue_id != paper.issue_id:
        raise _of_another(paper, whose.paper)


def _unsigned() -> UserError:
    return UserError(
        "signed_file_unsigned",
        "Tệp này chưa có chữ ký số nào.",
        "Ký tệp bằng phần mềm ký số của cơ quan rồi nhận lại.",
    )


def _of_another(paper: IssuedPaper, whose: IssuedPaper | None) -> UserError:
    other = f" mà là của văn bản số {whose.full_number}" if whose else ""
    return UserError(
        "signed_of_another_paper",
        f"Tệp này không phải bản ký của văn bản số {paper.full_number}{other}.",
        "Chọn đúng văn bản trong sổ, hoặc chọn lại tệp.",
        number=paper.full_number,
        other=whose.full_number if whose else "",
    )


def _signatures(content: bytes, roots: tuple[object, ...]) -> tuple[PaperSignature, ...]:
    """Those of a file that may be kept: some, and none of them broken."""
    from digicommune.documents.signing.reading import signatures_of

    found = signatures_of(content, roots)
    if not found:
        raise _unsigned()
    broken = [one.signer or "không rõ tên" for one in found if not one.sound]
    if broken:
        names = ", ".join(broken)
        raise UserError(
            "signed_file_broken",
            f"Tệp đã bị sửa sau khi ký: chữ ký của {names} không còn giá trị.",
            "Lấy lại tệp nguyên vẹn từ phần mềm ký; đừng mở ra rồi lưu lại bằng phần mềm khác.",
            signers=names,
        )
    return found


def _refuse_other(store: Store, paper: IssuedPaper, stored: bytes, content: bytes) -> None:
    """Refuses a rewritten file that carries another paper's code, or other words.

    A file without any text (a signed scan) has nothing to compare: it is kept, and told apart.
    """
    from digicommune.documents.signing.words import words_of

    there = words_of(content)
    whose = _coded(store, there)
    if whose is not None and whose.issue_id != paper.issue_id:
        raise _of_another(paper, whose)
    ours = Counter(words_of(stored).split())
    found = ours & Counter(there.split())
    if there.strip() and found.total() * _ALIKE[1] < ours.total() * _ALIKE[0]:
        raise _of_another(paper, None)


def _coded(store: Store, words: str) -> IssuedPaper | None:
    codes = {read_code(one) for one in _CODE.findall(words)} - {""}
    with store.glance() as unit:
        found = [unit.issued.coded(code) for code in sorted(codes)]
    return next((one for one in found if one is not None), None)


# --- what a file is ---


def recognise(store: Store, path: Path, progress: Progress = no_progress) -> Recognised:
    """The paper a file belongs to, and what its signatures say; nothing is kept.

    Raises ``UserError`` ``file_not_issued``, ``pdf_not_read``.
    """
    content = file_bytes(path)
    progress(0, 2, "So với bản lưu")
    with store.glance() as unit:
        grown, roots = grown_from(unit, content), roots_of(unit)
        kept = unit.signed.hashed(hashlib.sha256(content).hexdigest())
        if grown is None and kept is not None:
            paper = find(unit, kept.issue_id)
            grown = Grown(paper, stored_bytes(unit, paper))
    progress(1, 2, "Kiểm tra chữ ký")
    if grown is None:
        return _by_code(store, content, roots)
    paper, stored = grown.paper, grown.stored
    if content == stored:
        return Recognised(paper, "same")
    from digicommune.documents.signing.reading import signatures_of

    found = signatures_of(content, roots)
    if not found:
        raise not_issued()
    return Recognised(paper, base_of(content, stored), found, kept)


def _by_code(store: Store, content: bytes, roots: tuple[object, ...]) -> Recognised:
    """A signed file that is not built on stored bytes, by the check code it carries."""
    from digicommune.documents.signing.reading import signatures_of
    from digicommune.documents.signing.words import words_of

    try:
        found = signatures_of(content, roots)
        paper = _coded(store, words_of(content)) if found else None
    except UserError:
        found, paper = (), None
    if paper is None:
        raise not_issued()
    return Recognised(paper, "outside", found)
