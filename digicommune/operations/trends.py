"""An indicator's way through periods: of the commune, or of a village and what it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.figures import total
from digicommune.domain.periods import Period, parse_period, previous_period
from digicommune.domain.village_changes import parts_of
from digicommune.operations.figures import find_indicator
from digicommune.operations.ledger import figures_of, open_ledger

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.figures import Figure
    from digicommune.domain.sheet import IndicatorFigures

__all__ = ["Point", "Trend", "trend"]


@dataclass(frozen=True, slots=True)
class Point:
    """A period's figure; ``comparable`` is False where it stands on another base than the last."""

    period: Period
    figure: Figure | None
    comparable: bool = True


@dataclass(frozen=True, slots=True)
class Trend:
    """Points from the oldest to the newest."""

    indicator: str
    name: str
    decimals: int
    points: tuple[Point, ...]


def trend(
    store: Store, indicator_code: str, period_code: str, village: int | None = None, count: int = 12
) -> Trend:
    """The last ``count`` periods of one kind up to a period, oldest first.

    Before a merger or a renaming a village's figure is the sum of its parts. A figure on another
    base than the newest is kept, and said not to be comparable: no line is drawn through it.
    """
    with store.glance() as unit:
        indicator = find_indicator(unit, indicator_code)
        periods = [parse_period(period_code)]
        while len(periods) < count:
            periods.append(previous_period(periods[-1]))
        figures = [_figure(unit, one, indicator_code, village) for one in periods]
    bases = [one.base for one in figures if one is not None]
    points = tuple(
        Point(period, figure, figure is None or figure.base == bases[0])
        for period, figure in zip(periods, figures, strict=True)
    )
    return Trend(indicator.code, indicator.name, indicator.decimals, points[::-1])


def _figure(unit: Unit, period: Period, code: str, village: int | None) -> Figure | None:
    ledger = open_ledger(unit, period)
    indicator = next((one for one in ledger.indicators if one.code == code.strip().upper()), None)
    if indicator is None:
        return None  # not yet defined when the period was locked
    found = figures_of(ledger, indicator)
    if village is None:
        return found.commune
    return found.villages.get(village) or _of_parts(unit, found, village)


def _of_parts(unit: Unit, found: IndicatorFigures, village: int) -> Figure | None:
    """The sum of the parts that stood then; a part without a figure makes it none."""
    parts = parts_of(village, unit.villages.successions())
    standing = [found.villages[part] for part in parts if part in found.villages]
    return total(standing) if standing else None
