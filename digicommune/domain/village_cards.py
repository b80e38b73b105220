"""A village on one page: what it has, how many it counts, how it stands; it asks no register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from digicommune.domain.criteria import Verdict
from digicommune.domain.figures import Figure
from digicommune.domain.numbers import percentage, percentage_beside
from digicommune.domain.village_changes import ChangeKind
from digicommune.domain.villages import PopulationFigure, Village

ItemKind = Literal["text", "count", "yes_no"]
Standing = Literal["good", "short", "no_target", "no_data"]


@dataclass(frozen=True, slots=True)
class ProfileItem:
    """Something that can be noted of a village, as the profile pack names it."""

    code: str
    name: str
    kind: ItemKind = "text"


@dataclass(frozen=True, slots=True)
class CardFigure:
    """An indicator's figure of the village against its target."""

    code: str
    name: str
    unit: str
    base_name: str
    decimals: int
    target: Decimal | None  # percent
    figure: Figure | None
    of_people: bool  # its figure leads to those it lacks

    @property
    def percent(self) -> Decimal | None:
        """Half up, on its own side of the target; None where a part is missing."""
        one = self.figure
        if one is None or not one.complete:
            return None
        parts = one.numerator or 0, one.denominator or 1
        if self.target is None:
            return percentage(*parts, self.decimals)
        return percentage_beside(*parts, self.decimals, self.target)

    @property
    def standing(self) -> Standing:
        """Judged on the exact fraction, never on the rounded one."""
        if self.figure is None or not self.figure.complete:
            return "no_data"
        if self.target is None:
            return "no_target"
        reached = Fraction((self.figure.numerator or 0) * 100, self.figure.denominator or 1)
        return "good" if reached >= Fraction(self.target) else "short"

    @property
    def lacks(self) -> int | None:
        """How many of its base do not count yet; None where a part is missing."""
        one = self.figure
        if one is None or one.numerator is None or one.denominator is None:
            return None
        return max(0, one.denominator - one.numerator)


@dataclass(frozen=True, slots=True)
class CardCriterion:
    """A criterion's verdict."""

    code: str
    name: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Became:
    """What a village came from, or what became of it."""

    kind: ChangeKind
    on: date
    names: tuple[str, ...]
    before: bool  # the names are those it came from


@dataclass(frozen=True, slots=True)
class Counted:
    """What the registers hold of the village."""

    people: int
    away: int
    shops: int  # active ones
    shops_with_qr: int


@dataclass(frozen=True, slots=True)
class VillageCard:
    """A village in a period."""

    village: Village
    period_title: str
    figures: tuple[CardFigure, ...]
    population: tuple[PopulationFigure, ...]  # of every base the newest up to the period's end
    population_before: tuple[PopulationFigure, ...]  # the others, newest first
    profile: dict[str, str]  # by item
    items: tuple[ProfileItem, ...]
    criteria_title: str
    criteria: tuple[CardCriterion, ...]
    passed: bool
    counted: Counted
    changes: tuple[Became, ...]
    base_names: dict[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the indicators without a figure, and of the items nobody noted."""
        figures = [one.name for one in self.figures if one.standing == "no_data"]
        items = [one.name for one in self.items if not self.profile.get(one.code)]
        return (*figures, *items)
