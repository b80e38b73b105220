"""Proofs with their files, and who closes which gap by when; it opens no file, judges nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, select

from digicommune.db import dialect, schema
from digicommune.domain.gaps import GapPlace, GapTask
from digicommune.domain.proofs import Proof, ProofPlace, ProofWords

if TYPE_CHECKING:
    from digicommune.db.desk import Desk


class ProofBook:
    """The office's proofs; one that is removed stays described, for what counted it once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, proof: Proof, content: bytes) -> Proof:
        """A new proof under a number of its own, and its file where it is not kept yet."""
        self._keep(proof.sha256, content)
        number = self._desk.ids("proofs", 1)[0]
        self._desk.add(
            schema.proofs,
            {
                "proof_id": number,
                **_place_columns(proof.place),
                **_changing(proof),
                "name": proof.name,
                "kind": proof.kind,
                "size": proof.size,
                "sha256": proof.sha256,
                "original_sha256": proof.original_sha256,
                "original_size": proof.original_size,
                "added_on": proof.added_on,
                "added_by": proof.added_by,
                "version": 1,
            },
        )
        return replace(proof, proof_id=number, version=1)

    def _keep(self, sha256: str, content: bytes) -> None:
        files, key = schema.proof_files, {"sha256": sha256}
        kept = self.content(sha256)
        if kept is None:
            self._desk.add(files, {**key, "size": len(content), "content": content})
        elif not kept:  # erased once, and brought again
            self._desk.edit(files, key, {"content": content}, None)

    def erase(self, sha256: str) -> None:
        """Empties a kept file for good, in the file's pages too; what describes its proofs stays.

        A backup made before still holds it.
        """
        dialect.wipe_what_goes(self._desk.connection)
        self._desk.edit(schema.proof_files, {"sha256": sha256}, {"content": b""}, None)

    def standing_with(self, sha256: str) -> tuple[Proof, ...]:
        """The proofs that stand and hold this file."""
        table = schema.proofs
        return self._read(table.c.sha256 == sha256, table.c.removed_at.is_(None))

    def get(self, proof_id: int) -> Proof | None:
        """The proof of a number, removed ones too."""
        found = self._read(schema.proofs.c.proof_id == proof_id)
        return found[0] if found else None

    def of(self, set_code: str) -> tuple[Proof, ...]:
        """The proofs of a set that stand, oldest first."""
        table = schema.proofs
        return self._read(table.c.set_code == set_code, table.c.removed_at.is_(None))

    def at(self, place: ProofPlace) -> tuple[Proof, ...]:
        """The proofs of a place, removed ones too, oldest first."""
        table = schema.proofs
        here = [table.c[name] == value for name, value in _place_columns(place).items()]
        return self._read(*here)

    def by_number(self, numbers: Collection[int]) -> dict[int, Proof]:
        """The proofs of these numbers, removed ones too."""
        if not numbers:
            return {}
        within = schema.proofs.c.proof_id.between(min(numbers), max(numbers))
        return {one.proof_id: one for one in self._read(within) if one.proof_id in numbers}

    def spoilt(self) -> tuple[int, tuple[str, ...]]:
        """How many files are kept, and the SHA-256 of those whose content is another by now."""
        table = schema.proof_files
        query = select(table.c.sha256).where(self._desk.mine(table)).order_by(table.c.sha256)
        names = [str(row.sha256) for row in self._desk.all(query)]
        wrong = [one for one in names if not _sound(self.content(one), one)]
        return len(names), tuple(wrong)

    def twin(self, place: ProofPlace, file: tuple[str, str]) -> Proof | None:
        """The standing proof of a place that came as the same file, or is kept as the same.

        ``file`` is the SHA-256 of what was brought and of what is kept.
        """
        table = schema.proofs
        here = [table.c[name] == value for name, value in _place_columns(place).items()]
        same = (table.c.original_sha256 == file[0]) | (table.c.sha256 == file[1])
        found = self._read(*here, same, table.c.removed_at.is_(None))
        return found[0] if found else None

    def _read(self, *rules: ColumnElement[bool]) -> tuple[Proof, ...]:
        table = schema.proofs
        query = self._desk.rows_of(table, *rules).order_by(table.c.proof_id)
        return tuple(map(_proof, self._desk.all(query)))

    def save(self, proof: Proof) -> Proof:
        """Keeps what may change of a proof; raises ``changed_meanwhile``."""
        key = {"proof_id": proof.proof_id}
        self._desk.edit_or_refuse(schema.proofs, key, _changing(proof), proof.version)
        return replace(proof, version=proof.version + 1)

    def content(self, sha256: str) -> bytes | None:
        """A kept file's bytes; none of one that was erased."""
        table = schema.proof_files
        query = select(table.c.content).where(self._desk.mine(table), table.c.sha256 == sha256)
        found = self._desk.value(query)
        return None if found is None else bytes(found)


class GapBook:
    """Who closes a gap, by when, and how far they say it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def tasks(self, set_code: str, period: str) -> dict[tuple[int, str], GapTask]:
        """The tasks of a set in a period by village and criterion."""
        table = schema.gap_tasks
        query = self._desk.rows_of(table, table.c.set_code == set_code, table.c.period == period)
        return {
            (row.village_id, row.criterion): GapTask(
                row.owner, row.due_on, row.state, row.note, row.version
            )
            for row in self._desk.all(query)
        }

    def save(self, place: GapPlace, task: GapTask) -> GapTask:
        """Enters a task (``version`` 0), or changes the one of the same version.

        Raises ``changed_meanwhile`` where another stands there.
        """
        table = schema.gap_tasks
        key = {name: getattr(place, name) for name in GapPlace.__slots__}
        values = {name: getattr(task, name) for name in ("owner", "due_on", "state", "note")}
        rules = [table.c[name] == value for name, value in key.items()]
        if task.version or self._desk.count(table, *rules):
            self._desk.edit_or_refuse(table, key, values, task.version)
        else:
            self._desk.add(table, {**key, **values, "version": 1})
        return replace(task, version=task.version + 1)


def _sound(content: bytes | None, sha256: str) -> bool:
    """Whether a file is what it was; one that was erased on purpose is."""
    return content == b"" or hashlib.sha256(content or b"").hexdigest() == sha256


def _place_columns(place: ProofPlace) -> dict[str, object]:
    return {name: getattr(place, name) for name in ProofPlace.__slots__}


def _changing(proof: Proof) -> dict[str, object]:
    return {
        "dated": proof.words.dated,
        "note": proof.words.note,
        "verified_on": proof.verified_on,
        "verified_by": proof.verified_by,
        "removed_at": proof.removed_at,
        "removed_why": proof.removed_why,
    }


def _proof(row: Any) -> Proof:
    return Proof(
        proof_id=row.proof_id,
        place=ProofPlace(row.set_code, row.criterion, row.village_id),
        words=ProofWords(row.dated, row.note),
        name=row.name,
        kind=row.kind,
        size=row.size,
        sha256=row.sha256,
        original_sha256=row.original_sha256,
        original_size=row.original_size,
        added_on=row.added_on,
        added_by=row.added_by,
        verified_on=row.verified_on,
        verified_by=row.verified_by,
        removed_at=row.removed_at,
        removed_why=row.removed_why,
        version=row.version,
    )
