"""The calendar of sessions: weeks, months, and what cannot be at once; it moves no session."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from digicommune.domain.campaigns import Session
from digicommune.domain.text import fold

ClashKind = Literal["officers", "place"]
NOON = "12:00"
_BETWEEN = re.compile(r"[;,\n]|\s+và\s+")
_NOT_A_NAME = re.compile(r"[\d().+/–-]+")
_HOUR = re.compile(r"^\s*(\d{1,2})\s*(?:[:hg.]|giờ)?\s*(\d{2})?\s*(?:phút)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sessions of the same half day that need the same officers, or the same hall."""

    kind: ClashKind
    first: int  # session ids, or 1-based places in the list for sessions not yet saved
    second: int
    what: str  # the officers' names, or the place


def hour_of(text: str) -> str | None:
    """ "8h", "8 giờ 30", "08:30" as "08:30"; "" for nothing; None where it is no hour."""
    if not text.strip():
        return ""
    found = _HOUR.match(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def clashes(sessions: Sequence[Session]) -> tuple[Clash, ...]:
    """What cannot be at once: a half day is the measure, for one session fills it.

    A session without an hour may be at any: it clashes with every other of its day.
    """
    by_day: dict[date, list[Session]] = defaultdict(list)
    for one in sessions:
        by_day[one.held_on].append(one)
    return tuple(
        clash
        for day in sorted(by_day)
        for one, other in combinations(by_day[day], 2)
        if _together(one, other)
        for clash in _of_two(one, other)
    )


def _together(one: Session, other: Session) -> bool:
    if not one.starts_at or not other.starts_at:
        return True
    return (one.starts_at < NOON) == (other.starts_at < NOON)


def _of_two(one: Session, other: Session) -> list[Clash]:
    found = []
    both = _names(one.officers).keys() & _names(other.officers).keys()
    if both and one.bank_bin == other.bank_bin:
        said = ", ".join(name for key, name in _names(one.officers).items() if key in both)
        found.append(Clash("officers", one.session_id, other.session_id, said))
    if one.place and _place(one) == _place(other):
        found.append(Clash("place", one.session_id, other.session_id, one.place))
    return found


def _place(one: Session) -> tuple[int | None, str]:
    return one.village_id, fold(one.place)


def _names(officers: str) -> dict[str, str]:
    """Folded name -> as written; phones and titles' signs fall away."""
    parts = (_NOT_A_NAME.sub(" ", one).strip() for one in _BETWEEN.split(officers))
    return {fold(one): " ".join(one.split()) for one in parts if one}


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def in_order(one: Session) -> tuple[date, str, int]:
    """Sessions by day and hour."""
    return one.held_on, one.starts_at or "99", one.session_id
