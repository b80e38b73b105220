"""Whether a row of a list is a person already known: it decides by evidence or asks, never guesses.

Stages 1 to 3 (personal number; name and full birth date; phone and name) decide by themselves;
anything weaker is doubtful and waits for the officer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.fuzz import ratio

from digicommune.domain.registers import PersonKeys
from digicommune.domain.text import fold

ID_NAME_LIKENESS = 70  # below it one number with two names is a conflict
PHONE_NAME_LIKENESS = 80
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

Outcome = Literal["same", "new", "doubtful"]


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome and, for "same" and "doubtful", the person it is or may be, and why."""

    outcome: Outcome
    person: PersonKeys | None = None
    reason: str = ""


NEW = Match("new")


class Roster:
    """The people known so far, by what a list may know of them; rows taken in are added to it."""

    def __init__(self, people: Iterable[PersonKeys] = ()) -> None:
        self._cccd: dict[str, PersonKeys] = {}
        self._cmnd: dict[str, PersonKeys] = {}
        self._name_date: dict[tuple[str, str], list[PersonKeys]] = {}
        self._name_year: dict[tuple[str, int], list[PersonKeys]] = {}
        self._phone: dict[str, list[PersonKeys]] = {}
        for one in people:
            self.add(one)
            if one.birth_year is not None:
                self._name_year.setdefault((one.name_fold, one.birth_year), []).append(one)

    def add(self, person: PersonKeys) -> None:
        """Takes a person in. Those added later are never doubted by name and year alone: the
        rows of one list are taken to be different people unless a number or a date says else.
        """
        if person.cccd:
            self._cccd.setdefault(person.cccd, person)
        if person.cmnd:
            self._cmnd.setdefault(person.cmnd, person)
        if person.born:
            self._name_date.setdefault((person.name_fold, person.born), []).append(person)
        if person.phone:
            self._phone.setdefault(person.phone, []).append(person)

    def match(self, row: PersonKeys) -> Match:
        """Finds the person a row means; the stages go from the strongest evidence to none."""
        known = self._cccd.get(row.cccd) if row.cccd else None
        if known is None and row.cmnd:
            known = self._cmnd.get(row.cmnd)
        if known is not None:
            return _by_number(row, known)
        for stage in _STAGES:
            found = stage(self, row)
            if found is not None:
                return found
        return NEW

    def by_name_and_date(self, row: PersonKeys) -> Match | None:
        """Folded name and full birth date, unique."""
        if row.born is None:
            return None
        return _decide(row, self._name_date.get((row.name_fold, row.born), ()), "name_and_date")

    def by_phone_and_name(self, row: PersonKeys) -> Match | None:
        """The same phone and a name alike: a family shares phones, but not names."""
        if row.phone is None:
            return None
        alike = [
            one
            for one in self._phone.get(row.phone, ())
            if ratio(row.name_fold, one.name_fold) >= PHONE_NAME_LIKENESS
            and not _births_differ(row, one)
        ]
        return _decide(row, alike, "phone_and_name")

    def by_name_and_year(self, row: PersonKeys) -> Match | None:
        """Name and birth year alone are never enough: always doubtful."""
        if row.birth_year is None:
            return None
        for one in self._name_year.get((row.name_fold, row.birth_year), ()):
            if (
                not _numbers_differ(row, one)
                and not _births_differ(row, one)
                and accents_agree(row.full_name, one.full_name)
            ):
                return Match("doubtful", one, "name_and_year")
        return None


_STAGES: tuple[Callable[[Roster, PersonKeys], Match | None], ...] = (
    Roster.by_name_and_date,
    Roster.by_phone_and_name,
    Roster.by_name_and_year,
)


def _by_number(row: PersonKeys, known: PersonKeys) -> Match:
    if row.name_fold == known.name_fold or likeness(row, known) >= ID_NAME_LIKENESS:
        return Match("same", known, "id")
    return Match("doubtful", known, "same_id_other_name")


def _decide(row: PersonKeys, found: Sequence[PersonKeys], reason: str) -> Match | None:
    """One candidate decides; several, or other accents, leave it to the officer."""
    possible = [one for one in found if not _numbers_differ(row, one)]
    if not possible:
        return None
    certain = len(possible) == 1 and accents_agree(row.full_name, possible[0].full_name)
    return Match("same" if certain else "doubtful", possible[0], reason)


def _numbers_differ(row: PersonKeys, known: PersonKeys) -> bool:
    """Two different personal numbers are two people, whatever else agrees."""
    return bool(row.cccd and known.cccd and row.cccd != known.cccd)


def _births_differ(row: PersonKeys, known: PersonKeys) -> bool:
    if row.born and known.born:
        return row.born != known.born
    years = row.birth_year, known.birth_year
    return None not in years and years[0] != years[1]


def likeness(row: PersonKeys, known: PersonKeys) -> float:
    """How alike two names are without their marks, 0 to 100."""
    return ratio(row.name_fold, known.name_fold)


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
