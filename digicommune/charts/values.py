"""The figures a chart is drawn from, exact and already worded; it draws nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Bar:
    """One village: its share (0 to 1), the share as words ("90,06%"), and whether it reached it.

    ``share`` is None where there is no data, ``met`` None where no threshold is judged.
    """

    name: str
    share: Fraction | None
    label: str
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class VillageBars:
    """One indicator by village against a threshold ("Ngưỡng 50%")."""

    title: str
    bars: tuple[Bar, ...]
    threshold: Fraction | None = None
    threshold_label: str = ""


@dataclass(frozen=True, slots=True)
class PeriodPoint:
    """One period: its short name ("Q1/2026"), share (0 to 1) and the share as words."""

    name: str
    share: Fraction | None
    label: str


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """The way of one indicator over the periods, oldest first, against its target."""

    title: str
    points: tuple[PeriodPoint, ...]
    target: Fraction | None = None
    target_label: str = ""


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many there were up to and including a day."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class DayLine:
    """A sum growing day by day between ``start`` and ``end``, against a target count."""

    title: str
    points: tuple[DayCount, ...]  # by day
    start: date
    end: date
    target: int | None = None
    target_label: str = ""
