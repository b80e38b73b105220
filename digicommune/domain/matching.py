"""Whether a row of a list is a person already known: it decides by evidence or asks, never guesses.

Stages 1 to 3 (personal number; name and full birth date; phone and name) decide by themselves;
anything weaker is doubtful and waits for the officer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Protocol

from rapidfuzz.fuzz import ratio

from digicommune.domain.text import fold

ID_NAME_LIKENESS = 70  # below it one number with two names is a conflict
PHONE_NAME_LIKENESS = 80
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

Outcome = Literal["same", "new", "doubtful"]


class PeopleIndex(Protocol):
    """The residents of the registers, by what a list may know of them."""

    by_cccd: Mapping[str, int]
    by_cmnd: Mapping[str, int]
    by_name_date: Mapping[tuple[str, str], Sequence[int]]
    by_phone: Mapping[str, Sequence[int]]
    by_name_year: Mapping[tuple[str, int], Sequence[int]]
    names: Mapping[int, str]
    cccd: Mapping[int, str | None]


@dataclass(frozen=True, slots=True)
class Clues:
    """What a row knows of its person."""

    name: str
    cccd: str | None = None
    cmnd: str | None = None
    birth_date: str | None = None  # ISO
    birth_year: int | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome and, for "same" and "doubtful", the resident it is or may be, and why."""

    outcome: Outcome
    resident_id: int | None = None
    reason: str = ""


NEW = Match("new")


def match(clues: Clues, index: PeopleIndex) -> Match:
    """Finds the resident a row means."""
    by_id = _by_number(clues, index)
    if by_id is not None:
        return by_id
    folded = fold(clues.name)
    for stage in (_by_name_and_date, _by_phone, _by_name_and_year):
        found = stage(clues, folded, index)
        if found is not None:
            return found
    return NEW


def _by_number(clues: Clues, index: PeopleIndex) -> Match | None:
    resident = index.by_cccd.get(clues.cccd) if clues.cccd else None
    if resident is None and clues.cmnd:
        resident = index.by_cmnd.get(clues.cmnd)
    if resident is None:
        return None
    if likeness(clues.name, index.names[resident]) >= ID_NAME_LIKENESS:
        return Match("same", resident, "id")
    return Match("doubtful", resident, "same_id_other_name")


def _by_name_and_date(clues: Clues, folded: str, index: PeopleIndex) -> Match | None:
    if not clues.birth_date:
        return None
    found = index.by_name_date.get((folded, clues.birth_date), ())
    return _decide(clues, found, index, "name_and_date")


def _by_phone(clues: Clues, folded: str, index: PeopleIndex) -> Match | None:
    if not clues.phone:
        return None
    alike = [
        one
        for one in index.by_phone.get(clues.phone, ())
        if ratio(folded, fold(index.names[one])) >= PHONE_NAME_LIKENESS
    ]
    return _decide(clues, alike, index, "phone_and_name")


def _by_name_and_year(clues: Clues, folded: str, index: PeopleIndex) -> Match | None:
    if clues.birth_year is None:
        return None
    for one in index.by_name_year.get((folded, clues.birth_year), ()):
        if not _numbers_differ(clues, one, index) and accents_agree(clues.name, index.names[one]):
            return Match("doubtful", one, "name_and_year")
    return None


def _decide(clues: Clues, found: Sequence[int], index: PeopleIndex, reason: str) -> Match | None:
    """One candidate decides; several, a second number or other accents leave it to the officer."""
    possible = [one for one in found if not _numbers_differ(clues, one, index)]
    if not possible:
        return None
    certain = len(possible) == 1 and accents_agree(clues.name, index.names[possible[0]])
    return Match("same" if certain else "doubtful", possible[0], reason)


def _numbers_differ(clues: Clues, resident: int, index: PeopleIndex) -> bool:
    """Two different personal numbers are two people, whatever else agrees."""
    known = index.cccd.get(resident)
    return bool(clues.cccd and known and clues.cccd != known)


def likeness(one: str, other: str) -> float:
    """How alike two names are without their marks, 0 to 100."""
    return ratio(fold(one), fold(other))


def accents_agree(one: str, other: str) -> bool:
    """Whether two names differ in nothing but capitals, tone placement or marks left out whole.

    Hoà and Hòa agree, HAI and Hải agree; Hải and Hài do not.
    """
    left, right = one.split(), other.split()
    return len(left) == len(right) and all(map(_words_agree, left, right))


def _words_agree(one: str, other: str) -> bool:
    return spelling(one) == spelling(other) or _bare(one, other)


def _bare(one: str, other: str) -> bool:
    """One of two words carries no mark at all and is the other without its marks."""
    first, second = one.casefold(), other.casefold()
    return fold(first) == fold(second) and (fold(first) == first or fold(second) == second)


@lru_cache(maxsize=20_000)
def spelling(word: str) -> tuple[str, str]:
    """A word as its letters (with ă â ê ô ơ ư đ) and its tone, wherever the tone mark stands."""
    parts = unicodedata.normalize("NFD", word.casefold())
    letters = "".join(one for one in parts if one not in TONES)
    tone = "".join(one for one in parts if one in TONES)
    return unicodedata.normalize("NFC", letters), tone
