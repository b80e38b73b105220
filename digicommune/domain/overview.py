"""What the first page shows of a period, as values that can be kept and shown again."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from digicommune.domain.periods import Period
from digicommune.domain.villages import Commune

TileState = Literal["good", "near", "short", "no_target", "no_data"]


@dataclass(frozen=True, slots=True)
class Tile:
    """One indicator of the commune: exact counts and the rounded percentage."""

    indicator: str
    title: str
    numerator: int | None
    denominator: int | None
    percent: Decimal | None  # rounded half up to the indicator's decimals
    target: Decimal | None
    unit: str
    base_name: str
    state: TileState


@dataclass(frozen=True, slots=True)
class VillageBar:
    """A bar of the chart: a village's percentage; None where it has none."""

    village: str
    percent: Decimal | None
    label: str  # "412/520"


@dataclass(frozen=True, slots=True)
class OverviewChart:
    """One indicator by village against its target."""

    title: str
    bars: tuple[VillageBar, ...]
    target: Decimal | None


@dataclass(frozen=True, slots=True)
class Todo:
    """Something waiting for the officer, and the page where it is done."""

    text: str
    count: int
    page: str  # "villages", "intake", … or a place within a page: "intake/waiting"


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page shows."""

    commune: Commune
    period: Period
    periods: tuple[Period, ...]  # to choose from, newest first
    tiles: tuple[Tile, ...]
    chart: OverviewChart | None
    todo: tuple[Todo, ...]
    numbers_only: bool = False  # the office shows no lists of people
