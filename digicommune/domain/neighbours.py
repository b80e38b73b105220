"""Finds the few known people a row could mean, by blocks; it compares only what could reach 75.

Reaching that score takes, beside a name alike, the same village, the same date, the same name and
year, or a number off by a slip (``resemblance``): so each of these is a block of its own, and a row
of 50,000 people is held against some sixty. A row that has a personal number is held only against
people without one and people whose number is a slip away: all others are strangers by number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from digicommune.domain.near_numbers import NearNumbers
from digicommune.domain.registers import PersonKeys
from digicommune.domain.resemblance import (
    other_words,
    score,
    strangers_by_number,
)

ASKS_FROM = 75  # points; below it a row is a stranger
ALIKE_FROM = 82  # of 100: names less alike are not looked at
MOST_ALIKE = 20
MOST_SHOWN = 5
KNOWN_WORD = 3  # so many people make a word a name people bear


class Likely(NamedTuple):
    """Somebody a row may mean, and how much speaks for it, 0 to 100."""

    score: int
    person: PersonKeys


class _Group:
    """The people of one block with their folded names, for one call over all of them."""

    __slots__ = ("folds", "people")

    def __init__(self) -> None:
        self.people: list[PersonKeys] = []
        self.folds: list[str] = []

    def add(self, person: PersonKeys) -> None:
        self.people.append(person)
        self.folds.append(person.name_fold)

    def alike(self, name: str) -> list[PersonKeys]:
        """Those whose names are like this one."""
        found = extract(name, self.folds, scorer=ratio, score_cutoff=ALIKE_FROM, limit=MOST_ALIKE)
        return [self.people[place] for _, _, place in found]


class _Blocks:
    """The same people blocked in several ways, each made when it is first asked for."""

    def __init__(self, people: Sequence[PersonKeys]) -> None:
        self._people = people

    @cached_property
    def _by_village(self) -> dict[tuple[int, int], _Group]:
        """Village and birth year -> people."""
        found: dict[tuple[int, int], _Group] = defaultdict(_Group)
        for one in self._people:
            if one.village_id is not None and one.birth_year is not None:
                found[one.village_id, one.birth_year].add(one)
        return found

    @cached_property
    def _by_given(self) -> dict[tuple[int, str], _Group]:
        """Village and given name -> people, for rows without a year."""
        found: dict[tuple[int, str], _Group] = defaultdict(_Group)
        for one in self._people:
            if one.village_id is not None:
                found[one.village_id, one.name_fold.rpartition(" ")[2]].add(one)
        return found

    @cached_property
    def _yearless(self) -> dict[int, _Group]:
        found: dict[int, _Group] = defaultdict(_Group)
        for one in self._people:
            if one.village_id is not None and one.birth_year is None:
                found[one.village_id].add(one)
        return found

    @cached_property
    def _by_date(self) -> dict[str, _Group]:
        found: dict[str, _Group] = defaultdict(_Group)
        for one in self._people:
            if one.born is not None:
                found[one.born].add(one)
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[PersonKeys]]:
        """Folded name -> people; by year too, half of all would stand in a list of their own."""
        found: dict[str, list[PersonKeys]] = defaultdict(list)
        for one in self._people:
            found[one.name_fold].append(one)
        return found

    def prepare(self) -> None:
        """Makes the blocks that most rows ask for, before any does."""
        _ = self._by_village, self._yearless, self._by_date, self._by_name

    def around(self, row: PersonKeys) -> Iterable[PersonKeys]:
        """Those worth comparing with a row; some may come twice."""
        if not self._people:
            return ()
        found: list[PersonKeys] = []
        for group in self._groups(row):
            if group is not None:
                found += group.alike(row.name_fold)
        year = row.birth_year
        if year is not None:
            namesakes = self._by_name.get(row.name_fold, ())
            found += [one for one in namesakes if one.birth_year == year]
        return found

    def _groups(self, row: PersonKeys) -> Iterable[_Group | None]:
        village, year = row.village_id, row.birth_year
        if row.born is not None:
            yield self._by_date.get(row.born)
        if village is None:
            return
        if year is None:
            yield self._by_given.get((village, row.name_fold.rpartition(" ")[2]))
            return
        for near in (year - 1, year, year + 1):
            yield self._by_village.get((village, near))
        yield self._yearless.get(village)


class Neighbours:
    """The register as rows without certain evidence are held against it."""

    def __init__(self, people: Sequence[PersonKeys]) -> None:
        self._people = people

    def prepare(self) -> None:
        """Makes all that rows are looked up in, for a caller that has to wait anyway."""
        self._unnumbered.prepare()
        self._numbered.prepare()
        _ = self._words, self._near_numbers

    @cached_property
    def _unnumbered(self) -> _Blocks:
        return _Blocks([one for one in self._people if not one.cccd])

    @cached_property
    def _numbered(self) -> _Blocks:
        return _Blocks([one for one in self._people if one.cccd])

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(chain.from_iterable(one.name_fold.split() for one in self._people))

    @cached_property
    def _near_numbers(self) -> NearNumbers:
        return NearNumbers(self._people)

    def of(self, row: PersonKeys) -> tuple[Likely, ...]:
        """Those a row may mean, likeliest first, at most five; none: it is a stranger."""
        around = {one.resident_id: one for one in self._around(row)}
        ranked = [
            Likely(points, one)
            for one in around.values()
            if not strangers_by_number(row, one)
            and (points := score(row, one, self._knows)) >= ASKS_FROM
        ]
        ranked.sort(key=_rank)
        return tuple(ranked[:MOST_SHOWN])

    def ranked(self, row: PersonKeys, people: Sequence[PersonKeys]) -> tuple[Likely, ...]:
        """These people as candidates, likeliest first, whatever their score."""
        found = [Likely(score(row, one, self._knows), one) for one in people]
        return tuple(sorted(found, key=_rank)[:MOST_SHOWN])

    def _around(self, row: PersonKeys) -> Iterable[PersonKeys]:
        yield from self._unnumbered.around(row)
        if row.cccd:
            yield from self._near(row, row.cccd)
        else:
            yield from self._numbered.around(row)

    def _near(self, row: PersonKeys, number: str) -> Iterable[PersonKeys]:
        """Two numbers a slip apart mean one person only where the names are one but for slips."""
        for one in self._near_numbers.of(number):
            if (
                _years_near(row, one)
                and ratio(row.name_fold, one.name_fold) >= ALIKE_FROM
                and not other_words(row, one, self._knows)
            ):
                yield one

    def _knows(self, word: str) -> bool:
        return self._words.get(word, 0) >= KNOWN_WORD


def _rank(one: Likely) -> tuple[int, int]:
    return -one.score, one.person.resident_id


def _years_near(row: PersonKeys, known: PersonKeys) -> bool:
    years = row.birth_year, known.birth_year
    return years[0] is None or years[1] is None or abs(years[0] - years[1]) <= 1
