"""Past imports as the history shows them: how each was read, what still waits; it changes none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.rows import ListReading, Record, Skipped
from digicommune.operations.import_undoing import Undone, undone
from digicommune.operations.imports import ImportedRow, record_of, row_of, rows_of
from digicommune.operations.intake_kinds import PEOPLE, judge_of
from digicommune.operations.intake_rows import Candidate, IntakeRequest, VillageNames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.registers import ImportRecord

Likely = dict[tuple[int, int], tuple[Candidate, ...]]  # import and row -> whom it may mean


@dataclass(frozen=True, slots=True)
class PastLine:
    """One import in the table."""

    import_id: int
    file: str
    kind: str
    at: str  # UTC, ISO 8601
    who: str
    bank: str  # short name; empty where the list itself names banks
    counts: dict[str, int]  # read new known doubtful rejected skipped
    state: str

    @property
    def open_rows(self) -> int:
        """Rows that wait for a decision or are wrong, of an import that stands."""
        stands = self.state == "active"
        return self.counts["doubtful"] + self.counts["rejected"] if stands else 0


@dataclass(frozen=True, slots=True)
class PastList:
    """How an import was read."""

    import_id: int
    sheet: str
    header_rows: tuple[int, ...]
    columns: dict[str, str]  # letters -> field
    skipped: tuple[Skipped, ...]
    declared_total: int | None


@dataclass(frozen=True, slots=True)
class PastRow:
    """A row of an import, with the import it belongs to."""

    import_id: int
    file: str
    row: ImportedRow


def lines(store: Store) -> tuple[PastLine, ...]:
    """All imports, newest first."""
    with store.glance() as unit:
        banks = {one.bin: one.short_name for one in unit.banks.all()}
        return tuple(_line(one, banks) for one in unit.imports.all())


def _line(one: ImportRecord, banks: dict[str, str]) -> PastLine:
    counts = {
        "read": one.new + one.known + one.doubtful + one.rejected,
        "new": one.new,
        "known": one.known,
        "doubtful": one.doubtful,
        "rejected": one.rejected,
        "skipped": one.skipped,
    }
    bank = banks.get(one.bank_bin or "", one.bank_bin or "")
    return PastLine(
        one.import_id, one.file, one.kind, one.made_at, one.who, bank, counts, one.state
    )


def reading_of(store: Store, import_id: int) -> PastList:
    """How an import was read; raises ``UserError`` ``import_unknown``."""
    return _as_read(record_of(store, import_id))


def _as_read(record: ImportRecord) -> PastList:
    kept = msgspec.json.decode(record.layout)
    skipped = tuple(
        Skipped(one["row"], one["kind"], one["text"], one.get("declared"))
        for one in kept.get("skipped", ())
    )
    return PastList(
        record.import_id,
        record.sheet,
        tuple(kept.get("header_rows") or ()),
        kept.get("columns", {}),
        skipped,
        kept.get("declared_total"),
    )


def past_rows(store: Store, import_id: int) -> tuple[PastRow, ...]:
    """Every row of an import in the sheet's order; raises ``UserError`` ``import_unknown``."""
    record = record_of(store, import_id)
    return tuple(PastRow(import_id, record.file, one) for one in rows_of(store, import_id))


def past_row(store: Store, import_id: int, row: int) -> PastRow:
    """One row; raises ``UserError`` ``import_unknown``, ``row_unknown``."""
    return PastRow(import_id, record_of(store, import_id).file, row_of(store, import_id, row))


def waiting_rows(store: Store) -> tuple[PastRow, ...]:
    """Rows of all imports that wait for a decision or are wrong, the newest import first."""
    found: list[PastRow] = []
    for one in lines(store):
        if one.open_rows:
            waiting = rows_of(store, one.import_id, "doubtful")
            wrong = rows_of(store, one.import_id, "rejected")
            found += [PastRow(one.import_id, one.file, row) for row in (*waiting, *wrong)]
    return tuple(found)


def likely(store: Store, rows: Sequence[PastRow]) -> Likely:
    """Whom each of these waiting rows may mean, as the registers stand now, likeliest first.

    Rows of one import are judged together: the register is read once. Settling judges each anew.
    """
    found: Likely = {}
    with store.glance() as unit:
        for number in dict.fromkeys(one.import_id for one in rows):
            record = unit.imports.get(number)
            if record is not None and record.kind in PEOPLE:
                mine = [one.row for one in rows if one.import_id == number]
                found |= _judged(unit, record, mine)
    return found


def _judged(unit: Unit, record: ImportRecord, rows: Sequence[ImportedRow]) -> Likely:
    judge = judge_of(record.kind, unit, IntakeRequest(record.kind, bank_bin=record.bank_bin))
    assert judge is not None
    records = tuple(Record(one.row, one.fields, one.warnings) for one in rows)
    reading = ListReading(record.sheet, (), {}, record.kind, records, (), (), None)
    return {
        (record.import_id, one.row): tuple(c for c in one.candidates if c.resident_id > 0)
        for one in judge.rows(reading)
    }


class _Back(Exception):
    """Rolls a trial back."""


def foresee_undo(store: Store, import_id: int) -> Undone:
    """What undoing an import would do, tried and rolled back.

    Raises what undoing itself raises: ``import_unknown``, ``undo_locked``.
    """
    record = record_of(store, import_id)
    found: list[Undone] = []
    try:
        with store.unit() as unit:
            found.append(undone(unit, record, VillageNames(unit)))
            raise _Back
    except _Back:
        return found[0]
