"""What the sheet of figures and the periods ask of an office; it calls nothing by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.calendar import Due, SendBy
    from digicommune.domain.edits import Applied, Edit
    from digicommune.domain.entry_sheet import CellsSet, CellStory, EntrySheet, NewCell
    from digicommune.domain.figures import TraceRow
    from digicommune.domain.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCalls:
    """The operations on figures, each bound to the office and free to run on any thread."""

    sheet: Callable[[str, EntrySheet | None], EntrySheet]  # the one on screen saves counting
    set_cells: Callable[[str, Sequence[NewCell]], CellsSet]
    story: Callable[[str, str, int | None], CellStory]
    undo: Callable[[Sequence[Edit]], Applied]
    redo: Callable[[Sequence[Edit]], Applied]
    remind: Callable[[str], str]
    form: Callable[[str, Path], None]  # the village form of a period
    trace: Callable[[str, str, int | None], tuple[TraceRow, ...]]
    periods: PeriodCalls


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodCalls:
    """The operations on periods; ``move`` names one: submit, approve, lock, reopen, unlock."""

    move: Callable[[str, str, str], Period]  # what, period, reason
    late_rows: Callable[[str, str], tuple[TraceRow, ...]]
    upcoming: Callable[[], tuple[Due, ...]]
    rule: Callable[[], SendBy]
    set_rule: Callable[[SendBy], None]
    add_free: Callable[[date, date], Period]
