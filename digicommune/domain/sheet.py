"""All figures of a period side by side: villages, indicators, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digicommune.domain.figures import Figure
from digicommune.domain.indicators import Indicator
from digicommune.domain.periods import Period, PeriodState
from digicommune.domain.villages import Village

if TYPE_CHECKING:
    from digicommune.domain.frozen import Late

UNKNOWN_VILLAGE = 0


@dataclass(frozen=True, slots=True)
class IndicatorFigures:
    """One indicator: its villages' figures and the commune's."""

    indicator: Indicator
    base_name: str
    villages: dict[int, Figure]  # by village id; 0 gathers those whose village is unknown
    commune: Figure | None
    missing: tuple[str, ...]  # names of villages without a figure
    accounts: int | None = None  # the other counting unit, where people are counted
    base: str = ""  # the code of the base all of them stand on


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """All indicators of a period."""

    period: Period
    state: PeriodState
    villages: tuple[Village, ...]
    indicators: tuple[IndicatorFigures, ...]
    late: Mapping[str, Late] = field(default_factory=dict)  # of a locked period, by indicator

    def of(self, code: str) -> IndicatorFigures | None:
        """The figures of one indicator."""
        return next((one for one in self.indicators if one.indicator.code == code), None)


def chosen_base(
    bases: Sequence[str], villages: Sequence[Village], population: Mapping[int, Mapping[str, int]]
) -> str:
    """The first base every village has a population figure for, else the one most have.

    One base for the whole commune: figures of two bases are never added.
    """
    held = {
        base: sum(base in population.get(one.village_id, {}) for one in villages) for base in bases
    }
    most = max(held.values(), default=0)
    return next(base for base in bases if held[base] == most)
