"""What the page of indicators asks of an office; it calls nothing by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.indicator_cards import IndicatorCards, IndicatorDraft
    from digicommune.domain.indicators import Indicator, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCalls:
    """The operations on definitions and targets, free to run on any thread."""

    cards: Callable[[str | None], IndicatorCards]
    save: Callable[[IndicatorDraft], Indicator]
    set_target: Callable[[Target], None]
