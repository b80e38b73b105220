"""What operations on signed papers ask of an open unit: the paper, its bytes, its signed copies.

Nothing is signed and nothing kept here; bytes that are not what was kept are refused.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digicommune.domain.signing_keys import SigningWays
from digicommune.errors import UserError
from digicommune.operations.issue_numbers import damaged, paper_of_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digicommune.db.unit import Unit
    from digicommune.domain.issued import IssuedPaper
    from digicommune.domain.signed_copies import Base, SignedCopy

ALLOWED, TRUST, SEAL = "signing_here", "signing_trust", "signing_seal_mm"
_END = b"%%EOF"
# What may follow the mark of a file's end and still belong to it.
_LINE_ENDS = (b"", b"\n", b"\r", b"\r\n")
_MOST_BYTES = 200 * 1024 * 1024


def ways_of(unit: Unit) -> SigningWays:
    """The office's choices; signing here is off until it says otherwise."""
    setting = unit.office.setting
    return SigningWays(setting(ALLOWED) == "1", setting(TRUST) or "", setting(SEAL) or "")


def stored_bytes(unit: Unit, paper: IssuedPaper) -> bytes:
    """A paper as it was issued; raises ``UserError`` ``issued_damaged``."""
    pdf = unit.issued.pdf(paper.issue_id)
    if hashlib.sha256(pdf).hexdigest() != paper.pdf_sha256:
        raise damaged(paper)
    return pdf


def copy_of(unit: Unit, copy_id: int) -> SignedCopy:
    """A signed copy; raises ``UserError`` ``signed_copy_unknown``."""
    found = unit.signed.get(copy_id)
    if found is None:
        raise UserError(
            "signed_copy_unknown",
            f"Không có bản đã ký thứ tự {copy_id}.",
            "Xem các bản đã ký của văn bản rồi chọn lại.",
            copy=copy_id,
        )
    return found


def copied_bytes(unit: Unit, copy: SignedCopy) -> bytes:
    """A copy as it was kept; raises ``UserError`` ``signed_copy_damaged``."""
    content = unit.signed.content(copy.copy_id)
    if hashlib.sha256(content).hexdigest() != copy.sha256:
        raise UserError(
            "signed_copy_damaged",
            f"Bản đã ký thứ tự {copy.copy_id} không còn nguyên vẹn.",
            "Khôi phục từ bản sao lưu; đừng gửi bản này.",
            copy=copy.copy_id,
        )
    return content


def file_bytes(path: Path) -> bytes:
    """A file that was brought; raises ``UserError`` ``pdf_not_read``, ``signed_file_too_large``."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UserError(
                "signed_file_too_large",
                f"{path.name} lớn hơn 200 MB.",
                "Chọn đúng tệp văn bản đã ký.",
                file=path.name,
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "pdf_not_read",
            f"Không đọc được tệp {path}.",
            "Kiểm tra tên tệp và quyền đọc.",
            file=str(path),
        ) from error


@dataclass(frozen=True, slots=True)
class Grown:
    """The paper a file belongs to, and which of its bytes the file begins with: whole or a part."""

    paper: IssuedPaper
    stored: bytes


def grown_from(unit: Unit, content: bytes) -> Grown | None:
    """The paper whose stored bytes a file begins with, itself or with more behind them."""
    for sha in _beginnings(content):
        paper = paper_of_bytes(unit, sha)
        if paper is not None:
            parts = unit.after_issue.parts(paper.issue_id)
            part = next((one.pdf for one in parts if one.pdf_sha256 == sha), None)
            return Grown(paper, stored_bytes(unit, paper) if part is None else part)
    return None


def _beginnings(content: bytes) -> Iterator[str]:
    """The SHA-256 of every part from the first byte to an end mark: a PDF only grows behind one."""
    digest, done = hashlib.sha256(), 0
    at = content.find(_END)
    while at >= 0:
        end = at + len(_END)
        digest.update(content[done:end])
        done = end
        for tail in _LINE_ENDS:
            if content.startswith(tail, end):
                whole = digest.copy()
                whole.update(tail)
                yield whole.hexdigest()
        at = content.find(_END, end)


def base_of(content: bytes, stored: bytes) -> Base:
    """Whether a file is the stored bytes with signatures behind them, with changes, or another."""
    from digicommune.documents.signing.reading import pages_kept

    if not content.startswith(stored):
        return "outside"
    return "stored" if pages_kept(content, stored) else "altered"


def roots_of(unit: Unit) -> tuple[Any, ...]:
    """The roots the office trusts; none where it names no folder, or the folder is gone."""
    from digicommune.documents.signing.roots import roots_in

    folder = ways_of(unit).trust_folder
    try:
        return roots_in(Path(folder)) if folder else ()
    except UserError:
        return ()
