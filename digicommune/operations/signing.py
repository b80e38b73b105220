"""Signs issued papers in the program, where the office has turned it on; it keeps no key.

The stored bytes stay as they are: a signature comes behind them, and the result is kept as a signed
copy. No network, no time-stamping server: the time is that of this machine.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.signed_copies import OFFICE_FIELD, SignedCopy
from digicommune.errors import UserError
from digicommune.operations.issue_numbers import find
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.operations.signed_keeping import (
    base_of,
    copied_bytes,
    roots_of,
    stored_bytes,
    ways_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.documents.signing.making import Mark
    from digicommune.documents.signing.spaces import Box
    from digicommune.domain.issued import IssuedPaper
    from digicommune.domain.signing_keys import SignRequest

_MOST_IMAGE = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """The copy just made, and its bytes."""

    copy: SignedCopy
    paper: IssuedPaper
    document: MadeDocument


@dataclass(frozen=True, slots=True)
class _Work:
    """What is signed: the paper, its stored bytes, the bytes signed on, the field."""

    paper: IssuedPaper
    stored: bytes
    content: bytes
    field: str
    places: tuple[Box, ...]
    seal_mm: str


def sign(store: Store, request: SignRequest, progress: Progress = no_progress) -> SignedPaper:
    """One signature on the newest signed copy built on the stored bytes, or on those bytes.

    Raises ``UserError``: ``signing_off``, ``issued_unknown``, ``signing_not_in_force``,
    ``person_signs_first``, ``no_place_to_sign``, ``signing_refused``, and of keys and images what
    ``documents.signing`` says.
    """
    with store.glance() as unit:
        work = _work(unit, request)
        roots = roots_of(unit)
    progress(0, 3, "Đặt hình chữ ký")
    mark = _mark(work, request)
    progress(1, 3, "Ký")
    content = _signed(work, request, mark)
    progress(2, 3, "Lưu bản đã ký")
    kept = _keep(store, work, content, roots)
    name = file_name(f"{work.paper.title} da ky")
    return SignedPaper(kept, work.paper, MadeDocument(0, work.paper.title, name, content))


def signing_off() -> UserError:
    """Of an office that signs elsewhere."""
    return UserError(
        "signing_off",
        "Văn phòng chưa bật ký số trong chương trình.",
        "Bật trong phần ký số, hoặc lưu tệp rồi ký bằng phần mềm ký số của cơ quan.",
    )


def _not_in_force(paper: IssuedPaper) -> UserError:
    return UserError(
        "signing_not_in_force",
        f"Văn bản số {paper.full_number} đã thu hồi hoặc đã bị thay thế.",
        "Ký văn bản thay thế nó; ghi thu hồi nhầm thì bỏ việc thu hồi trước.",
        number=paper.full_number,
    )


def _work(unit: Unit, request: SignRequest) -> _Work:
    from digicommune.documents.signing.fields import person_field
    from digicommune.documents.signing.spaces import spaces_of

    ways = ways_of(unit)
    if not ways.allowed:
        raise signing_off()
    paper = find(unit, request.issue_id)
    if paper.standing in {"withdrawn", "replaced"}:
        raise _not_in_force(paper)
    stored = stored_bytes(unit, paper)
    places = spaces_of(stored)
    office = request.role == "office"
    field = OFFICE_FIELD if office else person_field(request.space or len(places), len(places))
    content = _to_sign_on(unit, paper, field)
    if office and content is None and not request.alone:
        raise UserError(
            "person_signs_first",
            f"Chưa có người có thẩm quyền ký văn bản số {paper.full_number}.",
            "Người có thẩm quyền ký trước, văn thư ký của cơ quan sau.",
            number=paper.full_number,
        )
    return _Work(paper, stored, content or stored, field, places, ways.seal_mm)


def _to_sign_on(unit: Unit, paper: IssuedPaper, field: str) -> bytes | None:
    """The newest sound copy built on the stored bytes whose field is still free."""
    for one in reversed(unit.signed.of(paper.issue_id)):
        free = all(signature.field != field for signature in one.signatures)
        if one.base == "stored" and one.sound and free:
            return copied_bytes(unit, one)
    return None


def _mark(work: _Work, request: SignRequest) -> Mark | None:
    """The image in its place; nothing is seen of a signature without one (Decree 30/2020)."""
    from digicommune.documents.signing import images
    from digicommune.documents.signing.fields import no_place
    from digicommune.documents.signing.making import Mark
    from digicommune.documents.signing.spaces import fields_in

    if request.image is None:
        return None
    picture = images.picture(_image(request.image))
    if not work.places or request.space > len(work.places):
        raise no_place()
    place = work.places[request.space - 1]
    if request.role == "person":
        return Mark(picture, images.hand(picture, place))
    hands = [box for box in fields_in(work.content) if box.meets(place)]
    diameter = float(work.seal_mm) if work.seal_mm else None
    return Mark(picture, images.seal(picture, place, hands[0] if hands else None, diameter))


def _signed(work: _Work, request: SignRequest, mark: Mark | None) -> bytes:
    from digicommune.documents.signing.keys import opened
    from digicommune.documents.signing.making import signed

    with opened(request.key) as key:
        return signed(work.content, work.field, key, mark)


def _keep(store: Store, work: _Work, content: bytes, roots: tuple[object, ...]) -> SignedCopy:
    """Read back as anybody will read it, then kept and noted."""
    from digicommune.documents.signing.reading import signatures_of

    found = signatures_of(content, roots)
    sha = hashlib.sha256(content).hexdigest()
    base = base_of(content, work.stored)
    name = file_name(f"{work.paper.title} da ky")
    paper = work.paper
    made = SignedCopy(0, paper.issue_id, name, sha, len(content), "made", base, found)
    with store.unit() as unit:
        kept = unit.signed.add(made, content)
        last = next(one for one in found if one.field == work.field)
        after = {"number": paper.full_number, "field": work.field, "by": last.signer}
        unit.journal.note("sign", f"issued:{paper.issue_id}", None, {**after, "sha256": sha})
    return kept


def _image(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_IMAGE)
    except OSError as error:
        raise UserError(
            "signature_image_not_read",
            f"Không đọc được tệp hình {path}.",
            "Kiểm tra tên tệp và quyền đọc.",
            file=str(path),
        ) from error
