"""Whom a row of the messy list merely resembles, as the pipeline written by hand finds them.

It knows that everybody in the register has a number, a birth date and a village.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.fuzz import ratio

from digicommune.domain.registers import PersonKeys
from digicommune.domain.resemblance import near_number, other_words, score

ALIKE, ENOUGH, BORNE_BY = 82, 75, 3


class Doubts:
    """The register by number, date, village and year."""

    def __init__(self, people: Sequence[PersonKeys]) -> None:
        self.numbers: dict[str, PersonKeys] = {}
        self.halves: dict[tuple[int, str], list[PersonKeys]] = defaultdict(list)
        self.groups: dict[object, list[PersonKeys]] = defaultdict(list)
        self.words: Counter[str] = Counter()
        for one in people:
            self.words.update(one.name_fold.split())
            for key in (
                one.born,
                (one.village_id, one.birth_year),
                (one.name_fold, one.birth_year),
            ):
                self.groups[key].append(one)
            if one.cccd:
                self.numbers[one.cccd] = one
                self.halves[0, one.cccd[::2]].append(one)
                self.halves[1, one.cccd[1::2]].append(one)

    def asks(self, row: PersonKeys) -> bool:
        """Whether the row may be somebody of the register."""
        found = self.near(row, row.cccd) if row.cccd else self.around(row)
        return any(score(row, one, self.knows) >= ENOUGH for one in found)

    def knows(self, word: str) -> bool:
        """Whether people bear this word as a name."""
        return self.words[word] >= BORNE_BY

    def near(self, row: PersonKeys, number: str) -> Iterable[PersonKeys]:
        """People of a like name whose number is a slip away."""
        for one in (
            *self.halves.get((0, number[::2]), ()),
            *self.halves.get((1, number[1::2]), ()),
        ):
            if one.cccd and near_number(number, one.cccd) and self.could_be(row, one):
                yield one
        for place in range(11):
            swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
            other = self.numbers.get(swapped)
            if other is not None and self.could_be(row, other):
                yield other

    def could_be(self, row: PersonKeys, one: PersonKeys) -> bool:
        """Like names without another word, and years at most one apart."""
        years = row.birth_year is None or abs(row.birth_year - (one.birth_year or 0)) <= 1
        alike = years and ratio(row.name_fold, one.name_fold) >= ALIKE
        return alike and not other_words(row, one, self.knows)

    def around(self, row: PersonKeys) -> Iterable[PersonKeys]:
        """People of a like name and the same date, or village and about the same year."""
        year = row.birth_year or 0
        keys: list[object] = [row.born, (row.name_fold, year)]
        keys += [(row.village_id, each) for each in (year - 1, year, year + 1)]
        for key in keys:
            for one in self.groups.get(key, ()):
                if ratio(row.name_fold, one.name_fold) >= ALIKE:
                    yield one
