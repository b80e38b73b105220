"""The sheet of figures of the hand-made office; it keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from digicommune.domain.calendar import SendBy, due_of
from digicommune.domain.edits import Applied
from digicommune.domain.entry_rules import Parts
from digicommune.domain.entry_sheet import (
    CellChange,
    CellsSet,
    CellStory,
    CellVerdict,
    EntryCell,
    EntryColumn,
    EntrySheet,
    NewCell,
    PastValue,
)
from digicommune.domain.figures import Figure, TraceRow
from digicommune.domain.indicator_cards import IndicatorCard, IndicatorCards
from digicommune.domain.indicators import Base, Indicator
from digicommune.domain.periods import free_period, parse_period
from digicommune.domain.registers import PeriodLine
from digicommune.domain.reminders import Missing, MissingVillage
from digicommune.domain.villages import Village
from digicommune.ui.pages.entry_calls import EntryCalls, PeriodCalls
from digicommune.ui.pages.indicator_calls import IndicatorCalls

Tracing = Callable[[str, str, int | None], tuple[TraceRow, ...]]


def entry_sheet(
    villages: tuple[Village, ...], hostile_text: str, period: str, _seen: object = None
) -> EntrySheet:
    """Two indicators, one with a denominator of its own, one counted beside what is typed."""
    ours = Indicator("CAPQUANG", "Cáp quang", "hộ", "", "", ("so_ho",))
    hostile = Indicator("DVC", hostile_text, "hồ sơ", hostile_text, "", ("ho_so",))
    counted = Figure("CAPQUANG", 1, 240, 300, "so_ho", source="registers", numerator_in_period=3)
    cells = {
        ("CAPQUANG", 1): EntryCell(Parts(250, None, "value", hostile_text), 1, counted, 300, 100),
        ("CAPQUANG", 2): EntryCell(Parts(status="not_applicable"), 1, None, 300),
        ("CAPQUANG", None): EntryCell(counted=replace(counted, village_id=None), base=1_200),
    }
    owing = MissingVillage(4, hostile_text, ("a",), 2)
    return EntrySheet(
        period=parse_period(period),
        line=PeriodLine(period, "open"),
        villages=villages,
        columns=(
            EntryColumn(ours, "so_ho", "hộ", own_base=False),
            EntryColumn(hostile, "ho_so", hostile_text, own_base=True),
        ),
        cells=cells,
        missing=Missing("x", date(2026, 3, 16), -2, (owing,), 4),
        late={},
    )


def entry_calls(
    villages: tuple[Village, ...],
    hostile_text: str,
    trace: Callable[[str, str, int | None], tuple[TraceRow, ...]],
) -> EntryCalls:
    """A sheet that takes everything and keeps nothing."""

    def taken(_period: str, cells: Sequence[NewCell]) -> CellsSet:
        return CellsSet(tuple(CellVerdict(one, "unchanged") for one in cells), ())

    def story(period: str, _indicator: str, _village: int | None) -> CellStory:
        change = CellChange("2026-03-01T08:00:00Z", hostile_text, "", "250")
        return CellStory((PastValue(parse_period(period), None),), (change,))

    due = due_of(parse_period("2026-Q1"), SendBy(1, 2), "open", date(2026, 3, 20))
    return EntryCalls(
        sheet=partial(entry_sheet, villages, hostile_text),
        set_cells=taken,
        story=story,
        undo=lambda edits: Applied(tuple(edits), ()),
        redo=lambda edits: Applied(tuple(edits), ()),
        remind=lambda _period: hostile_text,
        form=lambda _period, path: path.touch(),
        trace=trace,
        periods=PeriodCalls(
            move=lambda _step, period, _reason: parse_period(period),
            late_rows=lambda period, code: trace(period, code, None),
            upcoming=lambda: (due,),
            rule=lambda: SendBy(1, 2, hostile_text),
            set_rule=lambda _rule: None,
            add_free=free_period,
        ),
    )


def indicator_calls(villages: tuple[Village, ...], hostile_text: str) -> IndicatorCalls:
    """One definition of a pack with a target, and one of the office's own."""
    base = Base("so_ho", hostile_text, "hộ")
    ours = Indicator("CAPQUANG", "Cáp quang", "hộ", "", "", ("so_ho",), target="80", verified=True)
    own = Indicator("CT01", hostile_text, "hộ", hostile_text, "", ("so_ho",), own=True)
    cards = tuple(IndicatorCard(one, (base,), (one,), {}) for one in (ours, own))
    return IndicatorCalls(
        cards=lambda _period: IndicatorCards(2026, cards, villages, (base,)),
        save=lambda _draft: own,
        set_target=lambda _target: None,
    )
