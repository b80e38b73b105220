"""The sheet figures are typed into: villages by indicators, typed beside counted; no rules here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digicommune.domain.entry_rules import BLANK, Outcome, Parts, Refusal

if TYPE_CHECKING:
    from digicommune.domain.edits import Edit
    from digicommune.domain.figures import Figure, RegisterCount
    from digicommune.domain.frozen import Late
    from digicommune.domain.indicators import Indicator
    from digicommune.domain.periods import Period
    from digicommune.domain.registers import PeriodLine
    from digicommune.domain.reminders import Missing
    from digicommune.domain.villages import Village

CellKey = tuple[str, int | None]  # indicator; village, None for the whole commune


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """An indicator of the sheet; ``own_base``: its denominator is typed too, none is known."""

    indicator: Indicator
    base: str
    base_name: str
    own_base: bool


@dataclass(frozen=True, slots=True)
class EntryCell:
    """A cell: what is typed, what the registers count, what stood in the period before."""

    typed: Parts = BLANK
    version: int = 0  # of the typed figure; 0: none
    counted: Figure | None = None
    base: int | None = None  # units of the base, where the population figures know them
    before: int | None = None  # numerator of the period before

    @property
    def numerator(self) -> int | None:
        """What counts: typed before counted."""
        if self.typed.status != "blank":
            return self.typed.numerator
        return self.counted.numerator if self.counted else None

    @property
    def denominator(self) -> int | None:
        """What it is counted on."""
        if self.typed.denominator is not None:
            return self.typed.denominator
        if self.typed.status == "blank" and self.counted is not None:
            return self.counted.denominator
        return self.base

    @property
    def difference(self) -> int | None:
        """Typed less counted, where both are there."""
        if self.typed.numerator is None or self.counted is None:
            return None
        return self.typed.numerator - (self.counted.numerator or 0)


@dataclass(frozen=True, slots=True)
class SheetGround:
    """What a sheet was counted from, so that the next one need not count while nothing changed."""

    mark: int  # the journal's last entry by then
    counts: Mapping[tuple[str, str], tuple[RegisterCount, ...]]  # by indicator and base
    before: Mapping[str, Mapping[int | None, int | None]]  # the period before, by indicator


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """A period's cells; those that hold nothing at all are left out of ``cells``."""

    period: Period
    line: PeriodLine
    villages: tuple[Village, ...]
    columns: tuple[EntryColumn, ...]
    cells: Mapping[CellKey, EntryCell]
    missing: Missing
    late: Mapping[str, Late]
    ground: SheetGround | None = None
    targets: Mapping[CellKey, str] = field(
        default_factory=dict
    )  # of villages; percent, decimal text

    def target(self, indicator: Indicator, village: int | None) -> str | None:
        """What a cell aims at: the village's own target, else the commune's."""
        return self.targets.get((indicator.code, village), indicator.target)

    def cell(self, indicator: str, village: int | None) -> EntryCell:
        """A cell, empty where nothing is known."""
        return self.cells.get((indicator, village), EntryCell())


@dataclass(frozen=True, slots=True)
class NewCell:
    """What is typed into a cell; None leaves a part as it is, "" takes it out.

    ``version`` is the one that was seen (None: whatever stands there).
    """

    indicator: str
    village_id: int | None
    numerator: str | None = None
    denominator: str | None = None
    note: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class CellVerdict:
    """What became of a typed cell."""

    cell: NewCell
    outcome: Outcome
    refusal: Refusal | None = None
    before: int | None = None  # the period before, where a jump asks for a note
    base: int | None = None  # the denominator it passes


@dataclass(frozen=True, slots=True)
class CellsSet:
    """The verdicts in the order given, and the edits for taking it all back."""

    verdicts: tuple[CellVerdict, ...]
    edits: tuple[Edit, ...]

    def of(self, outcome: Outcome) -> tuple[CellVerdict, ...]:
        """The verdicts of one outcome."""
        return tuple(one for one in self.verdicts if one.outcome == outcome)


@dataclass(frozen=True, slots=True)
class PastValue:
    """What a figure was in one period; None where there was none."""

    period: Period
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class CellChange:
    """One line of a cell's history."""

    at: str  # UTC, ISO 8601
    who: str
    before: str  # "412/520", "", "không áp dụng"
    after: str


@dataclass(frozen=True, slots=True)
class CellStory:
    """A cell's last values, the newest last, and who changed it when, the newest first."""

    past: tuple[PastValue, ...]
    history: tuple[CellChange, ...]
