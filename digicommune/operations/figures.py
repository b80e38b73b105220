"""Figures of a period: counted from the registers or typed, and the rows behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.figures import Figure
    from digicommune.domain.indicators import Indicator
    from digicommune.domain.periods import Period, PeriodState
    from digicommune.domain.villages import Village


@dataclass(frozen=True, slots=True)
class IndicatorFigures:
    """One indicator: its villages' figures and the commune's."""

    indicator: Indicator
    base_name: str
    villages: dict[int, Figure]  # by village id; 0 gathers those whose village is unknown
    commune: Figure | None
    missing: tuple[str, ...]  # names of villages without a figure


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """All indicators of a period."""

    period: Period
    state: PeriodState
    villages: tuple[Village, ...]
    indicators: tuple[IndicatorFigures, ...]
