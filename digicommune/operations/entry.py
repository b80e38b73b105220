"""The sheet of figures: opened, typed into, pasted into, chased; it prints and freezes nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from digicommune.domain.edits import subject_of
from digicommune.domain.entry_rules import parts_of
from digicommune.domain.entry_sheet import (
    CellChange,
    CellKey,
    CellsSet,
    CellStory,
    EntryCell,
    EntryColumn,
    EntrySheet,
    NewCell,
    PastValue,
    SheetGround,
)
from digicommune.domain.figures import FigureKey
from digicommune.domain.numbers import vi_int
from digicommune.domain.periods import parse_period
from digicommune.domain.reminders import reminder
from digicommune.domain.sheet import chosen_base
from digicommune.operations.entry_before import numerators
from digicommune.operations.entry_owing import owing
from digicommune.operations.entry_typing import set_cells
from digicommune.operations.ledger import figures_of, late_of, open_ledger
from digicommune.operations.ledger_many import open_ledgers, run_of
from digicommune.packs.entry import shipped_entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.figures import Figure
    from digicommune.domain.indicators import Indicator
    from digicommune.domain.periods import Period
    from digicommune.domain.reminders import Missing
    from digicommune.domain.sheet import IndicatorFigures
    from digicommune.operations.ledger import Ledger

__all__ = ["CellsSet", "EntrySheet", "NewCell", "missing", "remind", "set_cells", "sheet", "story"]

PAST_PERIODS = 12


def sheet(store: Store, period_code: str, seen: EntrySheet | None = None) -> EntrySheet:
    """Every cell of a period: typed, counted, their base, and the period before.

    ``seen`` is the sheet on screen: the registers are counted again only where the journal has
    anything but figures typed into this period since.
    """
    period = parse_period(period_code)
    with store.glance() as unit:
        ledger, ground = _on_ground(unit, period, seen)
        columns = tuple(_column(ledger, one) for one in _ordered(ledger))
        cells: dict[CellKey, EntryCell] = {}
        for column in columns:
            cells.update(_cells(ledger, column, ground.before.get(column.indicator.code, {})))
        return EntrySheet(
            period=period,
            line=unit.periods.line(period.code),
            villages=ledger.villages,
            columns=columns,
            cells=cells,
            missing=owing(ledger),
            late=late_of(ledger),
            ground=ground,
            targets={
                (one.indicator, one.village_id): one.percent
                for one in unit.indicators.targets(period.year)
                if one.village_id
            },
        )


def _on_ground(unit: Unit, period: Period, seen: EntrySheet | None) -> tuple[Ledger, SheetGround]:
    kept = seen.ground if seen is not None and seen.period.code == period.code else None
    if kept is not None and unit.journal.only_about(kept.mark, f"figure:{period.code}:"):
        return replace(open_ledger(unit, period), counted=kept.counts), kept
    before, ledger = open_ledgers(unit, run_of(period, 2))
    codes = [one.code for one in ledger.indicators]
    was = {code: numerators(before, code) for code in codes}
    return ledger, SheetGround(unit.journal.mark(), ledger.counted, was)


def _ordered(ledger: Ledger) -> list[Indicator]:
    """What no register counts comes first, as on the villages' form; so one pastes from that."""
    return sorted(ledger.indicators, key=lambda one: one.register is not None)


def _column(ledger: Ledger, indicator: Indicator) -> EntryColumn:
    """A denominator is typed where some village has none, or has one that was typed."""
    kept = ledger.frozen.indicators.get(indicator.code)
    base = kept.chosen if kept else chosen_base(indicator.bases, ledger.villages, ledger.population)
    known = bool(ledger.villages) and all(
        base in ledger.population.get(one.village_id, {}) for one in ledger.villages
    )
    typed = any(
        one.denominator is not None
        for (code, village), one in ledger.typed.items()
        if code == indicator.code and village is not None
    )
    name = ledger.bases[base].name if base in ledger.bases else base
    counts_itself = indicator.register is not None and not indicator.counts_people
    return EntryColumn(indicator, base, name, (not known and not counts_itself) or typed)


def _cells(
    ledger: Ledger, column: EntryColumn, before: Mapping[int | None, int | None]
) -> dict[CellKey, EntryCell]:
    code = column.indicator.code
    counted = _counted(ledger, column.indicator)
    found: dict[CellKey, EntryCell] = {}
    for village in ledger.villages:
        key = village.village_id
        typed = ledger.typed.get((code, key))
        cell = EntryCell(
            typed=parts_of(typed),
            version=typed.version if typed else 0,
            counted=counted.villages.get(key) if counted else None,
            base=ledger.population.get(key, {}).get(column.base),
            before=before.get(key),
        )
        if cell != EntryCell():
            found[code, key] = cell
    found[code, None] = _whole(ledger, column, before.get(None))
    return found


def _whole(ledger: Ledger, column: EntryColumn, before: int | None) -> EntryCell:
    """The commune's own cell; what counts there beside it is the sum of the villages."""
    code = column.indicator.code
    typed = ledger.typed.get((code, None))
    villages = {key: one for key, one in ledger.typed.items() if key != (code, None)}
    summed = figures_of(replace(ledger, typed=villages), column.indicator).commune
    known = [ledger.population.get(one.village_id, {}).get(column.base) for one in ledger.villages]
    whole = None if not known or None in known else sum(one or 0 for one in known)
    version = typed.version if typed else 0
    return EntryCell(parts_of(typed), version, _if_summed(summed), whole, before)


def _if_summed(figure: Figure | None) -> Figure | None:
    return figure if figure is not None and figure.numerator is not None else None


def _counted(ledger: Ledger, indicator: Indicator) -> IndicatorFigures | None:
    """What the registers alone say; of a locked period what they said then."""
    if indicator.register is None:
        return None
    if indicator.code in ledger.frozen.indicators:
        kept = figures_of(ledger, indicator)
        counted = {key: f for key, f in kept.villages.items() if f.source == "registers"}
        return replace(kept, villages=counted)
    return figures_of(replace(ledger, typed={}), indicator)


def missing(store: Store, period_code: str) -> Missing:
    """The villages that still owe figures of a period, against the day they are due."""
    with store.glance() as unit:
        return owing(open_ledger(unit, parse_period(period_code)))


def remind(store: Store, period_code: str) -> str:
    """A message to the villages that owe figures, ready to be pasted; empty where none does."""
    with store.glance() as unit:
        owed = owing(open_ledger(unit, parse_period(period_code)))
        title = unit.office.commune().title
    return reminder(shipped_entry().reminder, owed, title) if owed.villages else ""


# --- one cell ---


def story(store: Store, period_code: str, indicator: str, village: int | None) -> CellStory:
    """A figure's last twelve periods, the newest last, and every change of it by hand."""
    period = parse_period(period_code)
    with store.glance() as unit:
        ledgers = open_ledgers(unit, run_of(period, PAST_PERIODS), only=indicator)
        past = [PastValue(one.period, _figure(one, indicator, village)) for one in ledgers]
        key = FigureKey(period.code, indicator, village)
        entries = unit.journal.of(subject_of(key))
    changes = [CellChange(e.at, e.who, _said(e.before), _said(e.after)) for e in entries]
    return CellStory(tuple(past), tuple(changes))


def _figure(ledger: Ledger, code: str, village: int | None) -> Figure | None:
    indicator = next((one for one in ledger.indicators if one.code == code), None)
    if indicator is None:
        return None
    figures = figures_of(ledger, indicator)
    return figures.commune if village is None else figures.villages.get(village)


def _said(kept: str | None) -> str:
    if not kept:
        return ""
    parts: dict[str, Any] = json.loads(kept)
    if parts.get("status") == "not_applicable":
        said = "không áp dụng"
    else:
        counts = (parts.get("numerator"), parts.get("denominator"))
        told = ["…" if one is None else vi_int(one) for one in counts]
        said = told[0] if counts[1] is None else "/".join(told)
    note = parts.get("note")
    return f"{said} ({note})" if note else said
