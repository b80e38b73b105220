"""A figure: numerator over denominator on a base, and its sum as a ratio of sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from digicommune.domain.numbers import percentage

FigureStatus = Literal["value", "blank", "not_applicable"]
FigureSource = Literal["registers", "typed", "none"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator in one village (``village_id`` None: the whole commune) in one period.

    Blank, zero and not applicable are three things. ``base`` names what the denominator counts;
    figures of different bases are never added.
    """

    indicator: str
    village_id: int | None
    numerator: int | None
    denominator: int | None
    base: str
    status: FigureStatus = "value"
    source: FigureSource = "none"
    as_of: date | None = None
    numerator_in_period: int | None = None  # "trong kỳ"; ``numerator`` is "lũy kế"
    note: str = ""

    @property
    def complete(self) -> bool:
        """Whether a percentage can be made of it."""
        return self.status == "value" and self.numerator is not None and bool(self.denominator)

    def percentage(self, decimals: int) -> Decimal | None:
        """Percent, half up; None where a part is missing or the denominator is 0."""
        if self.status != "value" or self.numerator is None or not self.denominator:
            return None
        return percentage(self.numerator, self.denominator, decimals)


@dataclass(frozen=True, slots=True)
class FigureKey:
    """Where a typed figure stands."""

    period: str
    indicator: str
    village_id: int | None


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure as the clerk typed or a form brought it."""

    key: FigureKey
    numerator: int | None
    denominator: int | None
    status: FigureStatus = "value"
    note: str = ""
    source_import: int | None = None
    source_row: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class RegisterCount:
    """What a register counts of a village (None: village unknown): up to and within a period."""

    village_id: int | None
    cumulative: int
    in_period: int
    units: int = 0  # the other counting unit (accounts where people are counted)
    denominator: int | None = None  # where the register knows it (active merchants)

    def __add__(self, other: RegisterCount) -> RegisterCount:
        """Both counts as one of the same village."""
        known = [one.denominator for one in (self, other) if one.denominator is not None]
        return RegisterCount(
            self.village_id,
            self.cumulative + other.cumulative,
            self.in_period + other.in_period,
            self.units + other.units,
            sum(known) if known else None,
        )


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One counted unit behind a figure and the row (or hand) it came from."""

    target: str  # "person:12", "merchant:3", "typed"
    label: str  # the name
    village: str | None
    file: str | None
    sheet: str | None
    row: int | None
    import_id: int | None
    detail: str = ""  # bank, masked number, date …
    typed_by: str | None = None
    at: str | None = None


def total(figures: Iterable[Figure]) -> Figure | None:
    """The commune's figure of village figures: sums over sums, never a mean of percentages.

    Villages without a value or not applicable add nothing; figures of two bases raise ValueError.
    """
    counted = [one for one in figures if one.status == "value" and one.numerator is not None]
    if not counted:
        return None
    bases = {one.base for one in counted}
    if len(bases) > 1:
        raise ValueError(f"figures of different bases are never added: {sorted(bases)}")
    known = [one.denominator for one in counted]
    inside = [one.numerator_in_period for one in counted]
    first = counted[0]
    return Figure(
        indicator=first.indicator,
        village_id=None,
        numerator=sum(one.numerator or 0 for one in counted),
        denominator=None if None in known else sum(part or 0 for part in known),
        base=first.base,
        source=first.source,
        as_of=first.as_of,
        numerator_in_period=None if None in inside else sum(part or 0 for part in inside),
    )
