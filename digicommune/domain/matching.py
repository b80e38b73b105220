"""Whether a row of a list is a person already known: it decides by evidence or asks, never guesses.

Stages 1 to 3 (personal number; name and full birth date; phone, or account, and name) decide by
themselves; whoever merely resembles somebody (stage 4, ``neighbours``) waits for the officer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz.fuzz import ratio

from digicommune.domain.neighbours import Likely, Neighbours
from digicommune.domain.registers import PersonKeys
from digicommune.domain.resemblance import accents_agree

__all__ = ["NEW", "Likely", "Match", "Roster", "accents_agree", "clues_of", "likeness"]

ID_NAME_LIKENESS = 70  # below it one number with two names is a conflict
PHONE_NAME_LIKENESS = 80

Outcome = Literal["same", "new", "doubtful"]


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome and, for "same" and "doubtful", the person it is or may be, and why.

    A doubtful one has all ``candidates``, likeliest first; ``person`` is the first of them.
    """

    outcome: Outcome
    person: PersonKeys | None = None
    reason: str = ""
    candidates: tuple[Likely, ...] = ()


NEW = Match("new")


def clues_of(row: PersonKeys, village: str) -> str:
    """What a row says of a person, as a digest: the same row in the next list has the same."""
    told = (row.full_name.casefold(), row.born, row.birth_year, row.cccd, row.cmnd, row.phone)
    text = "\x1f".join("" if one is None else str(one) for one in (*told, village.casefold()))
    return hashlib.sha256(text.encode()).hexdigest()


class Roster:
    """The people known so far, by what a list may know of them; rows taken in are added to it."""

    def __init__(self, people: Sequence[PersonKeys] = ()) -> None:
        self._people = people
        self._cccd: dict[str, PersonKeys] = {}
        self._cmnd: dict[str, PersonKeys] = {}
        self._name_date: dict[tuple[str, str], list[PersonKeys]] = {}
        self._phone: dict[str, list[PersonKeys]] = {}
        self._take(people)

    def _take(self, people: Sequence[PersonKeys]) -> None:
        """As ``add`` of each: a register of 50,000 is taken in every time a list is read."""
        by_cccd, by_cmnd = self._cccd, self._cmnd
        by_date, by_phone = self._name_date, self._phone
        for one in people:
            _, _, folded, born, _, cccd, cmnd, phone, _ = one
            if cccd:
                by_cccd.setdefault(cccd, one)
            if cmnd:
                by_cmnd.setdefault(cmnd, one)
            if born:
                place = folded, born
                if place in by_date:
                    by_date[place].append(one)
                else:
                    by_date[place] = [one]
            if phone:
                if phone in by_phone:
                    by_phone[phone].append(one)
                else:
                    by_phone[phone] = [one]

    def add(self, person: PersonKeys) -> None:
        """Takes a person in. Those added later are never doubted by resemblance alone: the
        rows of one list are taken to be different people unless a number or a date says else.
        """
        self._take((person,))

    def prepare(self) -> None:
        """Makes what the last stage looks rows up in, for a caller that has to wait anyway."""
        self._neighbours.prepare()

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self._people)

    def match(self, row: PersonKeys, holder: PersonKeys | None = None) -> Match:
        """Finds the person a row means; the stages go from the strongest evidence to none.

        ``holder`` is who holds the row's account already, if anybody does.
        """
        known = self._cccd.get(row.cccd) if row.cccd else None
        if known is None and row.cmnd:
            known = self._cmnd.get(row.cmnd)
        if known is not None:
            return self._by_number(row, known)
        return (
            self._by_name_and_date(row)
            or self._by_phone_and_name(row)
            or _by_account(row, holder)
            or self._by_resemblance(row)
        )

    def _by_number(self, row: PersonKeys, known: PersonKeys) -> Match:
        if row.name_fold == known.name_fold or likeness(row, known) >= ID_NAME_LIKENESS:
            return Match("same", known, "id")
        return self._asked(row, [known], "same_id_other_name")

    def _by_name_and_date(self, row: PersonKeys) -> Match | None:
        """Folded name and full birth date, unique."""
        if row.born is None:
            return None
        found = self._name_date.get((row.name_fold, row.born))
        return self._decide(row, found, "name_and_date") if found else None

    def _by_phone_and_name(self, row: PersonKeys) -> Match | None:
        """The same phone and a name alike: a family shares phones, but not names."""
        found = self._phone.get(row.phone) if row.phone else None
        if not found:
            return None
        alike = [
            one
            for one in found
            if likeness(row, one) >= PHONE_NAME_LIKENESS and not _births_differ(row, one)
        ]
        return self._decide(row, alike, "phone_and_name")

    def _by_resemblance(self, row: PersonKeys) -> Match:
        """Always asks: nothing here is evidence enough."""
        if not self._people:
            return NEW
        found = self._neighbours.of(row)
        if not found:
            return NEW
        return Match("doubtful", found[0].person, _reason(row, found[0].person), found)

    def _decide(self, row: PersonKeys, found: Sequence[PersonKeys], reason: str) -> Match | None:
        """One candidate decides; several, or other accents, leave it to the officer."""
        possible = [one for one in found if not _numbers_differ(row, one)]
        if not possible:
            return None
        if len(possible) == 1 and accents_agree(row.full_name, possible[0].full_name):
            return Match("same", possible[0], reason)
        return self._asked(row, possible, reason)

    def _asked(self, row: PersonKeys, people: Sequence[PersonKeys], reason: str) -> Match:
        ranked = self._neighbours.ranked(row, people)
        return Match("doubtful", ranked[0].person, reason, ranked)


def _by_account(row: PersonKeys, holder: PersonKeys | None) -> Match | None:
    """The same account at the same bank and a name alike: the list corrects the person."""
    if holder is None or _numbers_differ(row, holder):
        return None
    if likeness(row, holder) < PHONE_NAME_LIKENESS:
        return None
    return Match("same", holder, "account")


def _reason(row: PersonKeys, known: PersonKeys) -> str:
    if row.cccd and known.cccd:
        return "near_id"
    same = row.name_fold == known.name_fold and row.birth_year is not None
    return "name_and_year" if same and row.birth_year == known.birth_year else "alike"


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
