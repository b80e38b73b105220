"""Community digital teams (tổ công nghệ số cộng đồng), their trainings and rounds as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

TeamRole = Literal["leader", "deputy", "member"]


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Somebody of a team; ``body`` is where they come from (Đoàn Thanh niên, Hội Phụ nữ…)."""

    member_id: int  # 0: new
    full_name: str
    role: TeamRole = "member"
    phone: str | None = None
    body: str = ""
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """A village's team, set up by the commune chairman's decision (CV 793/BTTTT-THH, 5/3/2022)."""

    team_id: int  # 0: new
    village_id: int
    name: str
    decision_number: str = ""
    decided_on: date | None = None
    active_from: date | None = None
    active_to: date | None = None
    members: tuple[TeamMember, ...] = ()
    note: str = ""
    version: int = 1

    def standing(self, day: date) -> tuple[TeamMember, ...]:
        """Who is in the team on a day."""
        return tuple(one for one in self.members if one.left_on is None or one.left_on > day)

    def active(self, day: date) -> bool:
        """Whether the team exists on a day; one without days always does."""
        begun = self.active_from is None or self.active_from <= day
        return begun and (self.active_to is None or day <= self.active_to)


@dataclass(frozen=True, slots=True)
class Training:
    """A training of a team: when, where, of what, how many members came."""

    training_id: int  # 0: new
    team_id: int
    held_on: date
    subject: str
    place: str = ""
    present: int | None = None
    note: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Helped:
    """How many people a round helped with one service."""

    service: str
    people: int


@dataclass(frozen=True, slots=True)
class Round:
    """One going from house to house, or a day at the hall; ``sheet_id``: the list it took along."""

    round_id: int  # 0: new
    team_id: int
    held_on: date
    place: str = ""
    households: int | None = None
    members: tuple[int, ...] = ()  # member ids
    helped: tuple[Helped, ...] = ()
    sheet_id: int | None = None
    note: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Service:
    """What a team helps people with; ``indicator`` is the figure it moves, where it moves one."""

    code: str
    name: str
    short: str  # for the head of a narrow column
    indicator: str | None = None


@dataclass(frozen=True, slots=True)
class TeamSum:
    """What a team did between two days."""

    team: Team
    village: str
    members: int
    rounds: int
    households: int
    helped: dict[str, int]  # service -> people
    trainings: int

    @property
    def people(self) -> int:
        """Helps given, of all services; one person helped with two is two helps."""
        return sum(self.helped.values())


def summed(helped: Iterable[Helped]) -> dict[str, int]:
    """People helped by service, in the order the services were first met."""
    found: dict[str, int] = {}
    for one in helped:
        found[one.service] = found.get(one.service, 0) + one.people
    return found
