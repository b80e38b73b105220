"""What a locked period says for good: its figures on every base, and each unit they counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from digicommune.domain.sheet import IndicatorFigures

POPULATION = "@"  # where the population of the period is kept among its indicators


class FrozenUnit(NamedTuple):
    """A person or shop that was counted, the row it came from, and its village of the period."""

    target: int
    village_id: int  # 0: not known
    import_id: int | None
    row: int | None
    detail: str = ""  # bank, masked number, day


@dataclass(frozen=True, slots=True)
class FrozenIndicator:
    """An indicator as it was locked: ``chosen`` is the base its figure stands on."""

    chosen: str
    by_base: dict[str, IndicatorFigures]

    @property
    def standing(self) -> IndicatorFigures:
        """The figures the period shows."""
        return self.by_base[self.chosen]


@dataclass(frozen=True, slots=True)
class FrozenPeriod:
    """A locked period's indicators in their order, and the population they were counted on."""

    indicators: dict[str, FrozenIndicator] = field(default_factory=dict)
    population: dict[int, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Late:
    """What arrived after the lock and would have counted: it counts in the next period."""

    units: int  # people or shops
    accounts: int | None  # the other counting unit, where people are counted
    villages: dict[int, int]  # units by village of the period; 0: not known
