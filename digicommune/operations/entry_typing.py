"""Judges and keeps what is typed or pasted into the sheet of figures; it shows none of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.domain.edits import Edit, subject_of
from digicommune.domain.entry_rules import (
    BLANK,
    EntryRefused,
    Parts,
    SoftRules,
    check_parts,
    jumps,
    parts_of,
    read_count,
    read_entry,
)
from digicommune.domain.entry_sheet import CellKey, CellsSet, CellVerdict, NewCell
from digicommune.domain.figures import FigureKey
from digicommune.domain.periods import parse_period, previous_period
from digicommune.domain.sheet import chosen_base
from digicommune.operations.entry_before import numerators
from digicommune.operations.figure_keeping import keep_edits
from digicommune.operations.ledger import open_ledger
from digicommune.operations.locking import refuse_closed
from digicommune.packs.entry import shipped_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.periods import Period
    from digicommune.operations.ledger import Ledger


@dataclass(frozen=True, slots=True)
class _Work:
    """A set of cells being judged."""

    ledger: Ledger
    before: Ledger
    rules: SoftRules
    places: frozenset[int | None]
    bases: dict[str, str]  # chosen base by indicator
    was: dict[str, dict[int | None, int | None]]


def set_cells(store: Store, period_code: str, cells: Sequence[NewCell]) -> CellsSet:
    """Keeps what was typed or pasted, all in one transaction; each cell is judged by itself.

    Hard rules refuse a cell, a jump without a note leaves it unsaved until one is given. Refuses a
    closed period (``UserError`` ``period_locked``).
    """
    period = parse_period(period_code)
    with store.unit() as unit:
        refuse_closed(unit, period.code)
        work = _work(unit, period)
        judged = [_judge(work, one) for one in _last_of_each(cells)]
        edits = tuple(edit for _verdict, edit in judged if edit is not None)
        keep_edits(unit, edits)
    return CellsSet(tuple(verdict for verdict, _edit in judged), edits)


def _last_of_each(cells: Sequence[NewCell]) -> list[NewCell]:
    found: dict[CellKey, NewCell] = {}
    for one in cells:
        found[one.indicator, one.village_id] = one
    return list(found.values())


def _work(unit: Unit, period: Period) -> _Work:
    ledger = open_ledger(unit, period)
    return _Work(
        ledger=ledger,
        before=open_ledger(unit, previous_period(period)),
        rules=SoftRules(shipped_entry().jump_percent),
        places=frozenset({None, *(one.village_id for one in ledger.villages)}),
        bases={
            one.code: chosen_base(one.bases, ledger.villages, ledger.population)
            for one in ledger.indicators
        },
        was={},
    )


def _judge(work: _Work, cell: NewCell) -> tuple[CellVerdict, Edit | None]:
    if cell.indicator not in work.bases or cell.village_id not in work.places:
        return CellVerdict(cell, "refused", "unknown"), None
    typed = work.ledger.typed.get((cell.indicator, cell.village_id))
    if cell.version is not None and cell.version != (typed.version if typed else 0):
        return CellVerdict(cell, "refused", "changed"), None
    stands, base = parts_of(typed), _base_of(work, cell)
    try:
        parts = merged(stands, cell)
        check_parts(parts, base)
    except EntryRefused as refused:
        within = base if refused.code == "above_base" else None
        return CellVerdict(cell, "refused", refused.code, base=within), None
    if parts == stands:
        return CellVerdict(cell, "unchanged"), None
    return _softly(work, cell, Edit(_subject(work, cell), stands, parts))


def _softly(work: _Work, cell: NewCell, edit: Edit) -> tuple[CellVerdict, Edit | None]:
    now, note = edit.after.numerator, edit.after.note
    if not note and now != edit.before.numerator:
        if cell.indicator not in work.was:
            work.was[cell.indicator] = numerators(work.before, cell.indicator)
        before = work.was[cell.indicator].get(cell.village_id)
        if jumps(now, before, work.rules):
            return CellVerdict(cell, "needs_note", before=before), None
    return CellVerdict(cell, "accepted"), edit


def _base_of(work: _Work, cell: NewCell) -> int | None:
    base, population = work.bases[cell.indicator], work.ledger.population
    if cell.village_id is not None:
        return population.get(cell.village_id, {}).get(base)
    return None  # the commune's own denominator is typed beside it


def _subject(work: _Work, cell: NewCell) -> str:
    return subject_of(FigureKey(work.ledger.period.code, cell.indicator, cell.village_id))


def merged(stands: Parts, cell: NewCell) -> Parts:
    """What stands in a cell after typing; raises ``EntryRefused``."""
    note = stands.note if cell.note is None else " ".join(cell.note.split())
    numerator, denominator, status = stands.numerator, stands.denominator, stands.status
    if cell.denominator is not None:
        text = cell.denominator.strip()
        denominator = read_count(text) if text else None
    if cell.numerator is not None:
        entry = read_entry(cell.numerator)
        if entry.status == "not_applicable":
            return replace(entry, note=note)
        numerator, status = entry.numerator, entry.status
        denominator = denominator if entry.denominator is None else entry.denominator
        if entry is BLANK and cell.denominator is None:
            denominator = None  # blank takes the whole figure out
    elif status == "not_applicable" and denominator is not None:
        numerator, status = None, "blank"
    found = Parts(numerator, denominator, status, note)
    return BLANK if found.is_blank else found
