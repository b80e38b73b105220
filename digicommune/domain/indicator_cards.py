"""An indicator as its card shows it, and as an office writes one; it computes no figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from digicommune.domain.indicators import Base, Indicator, Target
    from digicommune.domain.villages import Village


@dataclass(frozen=True, slots=True)
class IndicatorCard:
    """A definition as it holds, all its versions (the oldest first), and the year's targets."""

    indicator: Indicator
    bases: tuple[Base, ...]
    versions: tuple[Indicator, ...]
    targets: Mapping[int, Target]  # by village; 0: the commune

    @property
    def target(self) -> str | None:
        """What the commune aims at: its own target before the pack's; percent, decimal text."""
        own = self.targets.get(0)
        return own.percent if own is not None else self.indicator.target


@dataclass(frozen=True, slots=True)
class IndicatorCards:
    """All cards of a year, with what a new one may be counted on."""

    year: int
    cards: tuple[IndicatorCard, ...]
    villages: tuple[Village, ...]
    bases: tuple[Base, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorDraft:
    """What an office writes: a new indicator (no code yet), or a new dated version of one.

    ``base`` is a base's code, or the name of a new one.
    """

    code: str | None
    name: str
    unit: str
    numerator: str
    denominator: str
    base: str
    valid_from: date
    decimals: int = 2
    legal_basis: str = ""
    source: str = ""
    verified: bool = False
    valid_to: date | None = None
