"""Keeps the proofs of criteria: brought in, vouched for again, taken out; it judges no village.

Proofs belong to no period: one counts for every period that ends on its day or later. What a locked
period says was kept with the lock, so nothing done here changes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.documents.proof_files import MOST_BYTES, kept_of, too_large
from digicommune.domain.periods import parse_period
from digicommune.domain.proofs import Proof, ProofFile, ProofLine, ProofPlace, ProofWords, line_of
from digicommune.errors import UserError
from digicommune.operations.judging import all_names, find_criterion, find_set
from digicommune.operations.proof_ages import months_allowed
from digicommune.settings import today

if TYPE_CHECKING:
    from datetime import date

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

__all__ = ["Proof", "ProofFile", "ProofLine", "ProofPlace", "ProofWords"]

SHARED = "Cùng một tệp dùng cho nhiều thôn, cần xem lại."


@dataclass(frozen=True, slots=True)
class ProofQuery:
    """Which proofs of a set: all, of one village, of one criterion, as one period counts them."""

    set_code: str
    village_id: int | None = None
    criterion: str | None = None
    period: str | None = None


def read_file(path: Path) -> ProofFile:
    """What would be kept of a file; raises ``UserError`` ``proof_*``. A big photo takes a second.

    ``taken_on`` is the day a camera wrote into its picture: to be proposed, never taken as given.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise too_large(path.name)
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            "proof_not_read",
            f"Không đọc được tệp {path.name}.",
            "Kiểm tra tệp còn ở đó và không đang mở ở chương trình khác rồi chọn lại.",
            file=path.name,
        ) from error
    return kept_of(path.name, content)


def add(store: Store, place: ProofPlace, file: ProofFile, words: ProofWords) -> Proof:
    """Puts a file on record as a proof of a criterion in a village.

    Raises ``UserError`` ``proof_twice`` where the same file is there already, ``proof_date`` for a
    day still to come, ``criterion_unknown``, ``village_gone``.
    """
    _refuse_day(words)
    with store.unit() as unit:
        here = _placed(unit, place)
        twin = unit.proofs.twin(here, (file.original_sha256, file.sha256))
        if twin is not None:
            raise _twice(twin)
        proof = unit.proofs.add(_proof(unit, here, file, words), file.content)
        told = {"name": proof.name, "sha256": proof.sha256, "dated": words.dated}
        unit.journal.note("proof_add", _subject(proof), None, {**_where(proof), **told})
    return proof


def _proof(unit: Unit, place: ProofPlace, file: ProofFile, words: ProofWords) -> Proof:
    return Proof(
        proof_id=0,
        place=place,
        words=replace(words, note=words.note.strip()),
        name=file.name,
        kind=file.kind,
        size=len(file.content),
        sha256=file.sha256,
        original_sha256=file.original_sha256,
        original_size=file.original_size,
        added_on=today(),
        added_by=unit.journal.who,
    )


def listed(store: Store, asked: ProofQuery) -> tuple[ProofLine, ...]:
    """The proofs on record, oldest first, with what to mind of each."""
    end = parse_period(asked.period).end if asked.period else None
    with store.glance() as unit:
        known = find_set(unit, asked.set_code)
        changes = unit.villages.successions()
        here = all_names(changes, asked.village_id) if asked.village_id else None
        every = unit.proofs.of(known.code)
        found = [
            one
            for one in every
            if (here is None or one.place.village_id in here)
            and asked.criterion in {None, one.place.criterion}
        ]
        limit = months_allowed(unit, known)
    shared = _in_several_villages(every)
    lines = (line_of(one, end, today(), limit) for one in found)
    return tuple(
        replace(one, warning=f"{one.warning} {SHARED}".strip())
        if one.proof.original_sha256 in shared
        else one
        for one in lines
    )


def _in_several_villages(proofs: Iterable[Proof]) -> Set[str]:
    """The files that are a proof in more than one village, perhaps put in the wrong one."""
    where: dict[str, set[int]] = {}
    for one in proofs:
        where.setdefault(one.original_sha256, set()).add(one.place.village_id)
    return {file for file, villages in where.items() if len(villages) > 1}


def removed(store: Store, place: ProofPlace) -> tuple[Proof, ...]:
    """The proofs taken out of a place that can be put back: their content is still kept."""
    with store.glance() as unit:
        gone = [one for one in unit.proofs.at(place) if one.removed_at is not None]
        return tuple(one for one in gone if unit.proofs.content(one.sha256))


def find(store: Store, proof_id: int) -> Proof:
    """The proof of a number, one taken out too; raises ``proof_unknown``."""
    with store.glance() as unit:
        return _found(unit, proof_id)


def content(store: Store, proof_id: int) -> bytes:
    """A proof's bytes as kept; raises ``proof_unknown``, ``proof_erased``, ``proof_spoilt``."""
    with store.glance() as unit:
        proof = _found(unit, proof_id)
        kept = unit.proofs.content(proof.sha256)
    if kept == b"":
        raise _erased(proof)
    if kept is None or hashlib.sha256(kept).hexdigest() != proof.sha256:
        raise UserError(
            "proof_spoilt",
            f"Nội dung minh chứng “{proof.name}” không còn như lúc đưa vào.",
            "Khôi phục từ bản sao lưu, hoặc bỏ minh chứng này và đưa tệp vào lại.",
            file=proof.name,
        )
    return kept


def _erased(proof: Proof) -> UserError:
    return UserError(
        "proof_erased",
        f"Nội dung minh chứng “{proof.name}” đã được xóa hẳn: {proof.removed_why}",
        "Cần lại thì xin tệp gốc của thôn rồi đưa vào.",
        file=proof.name,
        why=proof.removed_why,
    )


def save(store: Store, proof_id: int, path: Path) -> Path:
    """Writes a proof out as a file, whole or not at all; raises ``file_not_written``."""
    kept = content(store, proof_id)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(kept)
        part.replace(path)
    except OSError as error:
        raise UserError(
            "file_not_written",
            f"Không ghi được tệp {path}.",
            "Đóng tệp nếu đang mở, hoặc chọn tên và thư mục khác.",
            file=str(path),
        ) from error
    with store.unit() as unit:
        unit.journal.note("proof_save", f"proof:{proof_id}", None, {"file": path.name})
    return path


def edit(store: Store, proof: Proof, words: ProofWords) -> Proof:
    """Changes a proof's day and note; raises ``changed_meanwhile``."""
    _refuse_day(words)
    return _change(store, proof, "proof_edit", lambda one: replace(one, words=words))


def verify(store: Store, proof: Proof, on: date | None = None) -> Proof:
    """Notes that somebody looked at a proof today and it still holds: it is fresh again."""
    day = on or today()
    with store.glance() as unit:
        who = unit.journal.who
    return _change(
        store, proof, "proof_verify", lambda one: replace(one, verified_on=day, verified_by=who)
    )


def remove(store: Store, proof: Proof, why: str = "") -> Proof:
    """Takes a proof out from now on; a locked period that counted it keeps it."""
    with store.glance() as unit:
        now = unit.journal.now
    return _change(
        store,
        proof,
        "proof_remove",
        lambda one: replace(one, removed_at=now, removed_why=why.strip()),
    )


def erase(store: Store, proof: Proof, why: str) -> Proof:
    """Takes a proof out and its content for good, as for a person's papers put in by mistake.

    A locked period keeps its verdict and the file's name. Raises ``reason_missing``, and
    ``proof_in_use`` where another proof that stands holds the same file.
    """
    if not why.strip():
        raise UserError(
            "erase_reason_missing",
            "Chưa ghi lý do xóa hẳn minh chứng.",
            "Ghi lý do rồi xóa lại; lý do được giữ trong nhật ký.",
        )
    gone = proof if proof.removed_at else remove(store, proof, why)
    with store.unit() as unit:
        others = unit.proofs.standing_with(gone.sha256)
        if others:
            raise _in_use(others[0])
        gone = unit.proofs.save(replace(gone, removed_why=why.strip()))
        unit.proofs.erase(gone.sha256)
        told = {"sha256": gone.sha256, "why": why.strip()}
        unit.journal.note("proof_erase", _subject(gone), _told(proof), told)
    return gone


def _in_use(other: Proof) -> UserError:
    return UserError(
        "proof_in_use",
        f"Tệp này còn là minh chứng số {other.proof_id} của tiêu chí {other.place.criterion}.",
        "Bỏ minh chứng đó trước rồi xóa hẳn.",
        proof=other.proof_id,
        criterion=other.place.criterion,
    )


def put_back(store: Store, proof: Proof) -> Proof:
    """Takes a removal back; raises ``proof_twice``, ``proof_erased``."""
    return _change(
        store, proof, "proof_put_back", lambda one: replace(one, removed_at=None, removed_why="")
    )


def _change(store: Store, proof: Proof, action: str, change: Callable[[Proof], Proof]) -> Proof:
    with store.unit() as unit:
        before = _found(unit, proof.proof_id)
        changed = change(replace(before, version=proof.version))
        if before.removed_at and not changed.removed_at:
            _refuse_return(unit, before)
        saved = unit.proofs.save(changed)
        unit.journal.note(action, _subject(saved), _told(before), _told(saved))
    return saved


def _refuse_return(unit: Unit, proof: Proof) -> None:
    twin = unit.proofs.twin(proof.place, (proof.original_sha256, proof.sha256))
    if twin is not None:
        raise _twice(twin)
    if unit.proofs.content(proof.sha256) == b"":
        raise _erased(proof)


def _found(unit: Unit, proof_id: int) -> Proof:
    found = unit.proofs.get(proof_id)
    if found is None:
        raise UserError(
            "proof_unknown",
            f"Không có minh chứng số {proof_id}.",
            "Xem danh sách minh chứng rồi chọn lại.",
            proof=proof_id,
        )
    return found


def _placed(unit: Unit, place: ProofPlace) -> ProofPlace:
    """The place with the codes as the set writes them."""
    known = find_set(unit, place.set_code)
    criterion = find_criterion(known, place.criterion).code
    if all(one.village_id != place.village_id for one in unit.villages.all()):
        raise UserError(
            "village_gone",
            "Thôn này không còn trong danh sách.",
            "Tải lại danh sách thôn rồi chọn lại.",
        )
    return ProofPlace(known.code, criterion, place.village_id)


def _refuse_day(words: ProofWords) -> None:
    if words.dated is not None and words.dated > today():
        raise UserError(
            "proof_date",
            f"Ngày minh chứng {words.dated:%d/%m/%Y} chưa đến.",
            "Ghi ngày trên văn bản hoặc ngày chụp, hoặc để trống.",
            day=f"{words.dated:%d/%m/%Y}",
        )


def _twice(twin: Proof) -> UserError:
    return UserError(
        "proof_twice",
        f"Tệp này đã là minh chứng của tiêu chí {twin.place.criterion} ở thôn này: "
        f"“{twin.name}”, đưa vào ngày {twin.added_on:%d/%m/%Y}.",
        "Không cần đưa vào lại; nếu vừa kiểm tra thì bấm xác nhận lại minh chứng đó.",
        name=twin.name,
        criterion=twin.place.criterion,
        day=f"{twin.added_on:%d/%m/%Y}",
    )


def _subject(proof: Proof) -> str:
    return f"proof:{proof.proof_id}"


def _where(proof: Proof) -> dict[str, object]:
    place = proof.place
    return {"set": place.set_code, "criterion": place.criterion, "village": place.village_id}


def _told(proof: Proof) -> dict[str, object]:
    return {
        "name": proof.name,
        "dated": proof.words.dated,
        "note": proof.words.note,
        "verified_on": proof.verified_on,
        "removed_at": proof.removed_at,
        "removed_why": proof.removed_why,
    }
