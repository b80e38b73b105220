"""The list a team walks with: who of a village lacks something, by house; numbers are masked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from digicommune.domain.text import fold

DIGITS = re.compile(r"(\d+)")
_LANE = re.compile(
    r"(?<!\w)(?:ngõ|ngách|hẻm|kiệt|xóm|đường|phố|tổ|dãy|đội|cụm)\s+[^,;–()-]+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class WalkPerson:
    """Somebody to be visited; ``lane`` and ``house`` are empty where the register has none."""

    name: str
    born: str  # "05/03/1990" or "1990"
    cccd: str  # masked: it leaves the office on paper
    lane: str = ""  # ngõ, xóm, đường
    house: str = ""  # house number or address
    head: str = ""  # chủ hộ
    away: bool = False  # đi làm ăn xa: stays registered, is seldom at home
    number: int = 0  # in the register; never printed


@dataclass(frozen=True, slots=True)
class WalkList:
    """A village's list for one indicator, counted on a day and printed on another."""

    commune_name: str
    commune_kind: str
    village: str
    indicator: str  # its code
    indicator_name: str
    counted_on: date
    printed_on: date
    people: tuple[WalkPerson, ...]


def lane_of(address: str) -> str:
    """The lane an address names ("Số 12, ngõ 3, thôn Đông" -> "ngõ 3"), or nothing."""
    found = _LANE.search(address)
    return found[0].strip() if found else ""


def by_house(people: Iterable[WalkPerson]) -> tuple[WalkPerson, ...]:
    """In the order one walks: lane, house, household, name; "Ngõ 3" before "Ngõ 10".

    Whoever has no lane or no house comes after those of whom it is known.
    """
    return tuple(sorted(people, key=_way))


def _way(one: WalkPerson) -> tuple[object, ...]:
    return (
        *_placed(one.lane),
        *_placed(one.house),
        fold(one.head or one.name),  # a head stands with the household, not with other heads
        bool(one.head),
        fold(one.name.rpartition(" ")[2]),
        fold(one.name),
    )


def _placed(text: str) -> tuple[bool, list[tuple[int, int, str]]]:
    """Sorts numbers within a text by their size; an empty text last."""
    parts = DIGITS.split(fold(text))
    return not text, [(0, int(p), "") if p.isdigit() else (1, 0, p) for p in parts if p]
