"""Finds people as somebody types: without accents or with them, by number tail, phone, household.

Everyone is held as one bit of whole numbers, one number for each word of a name: 60,000 people and
three words are three ANDs. It holds no names and asks no database; who it is about is told once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digicommune.domain.text import fold

TAIL = 3  # digits of a number's end that are looked up; fewer are no tail anybody types
HEAD = 4  # of its beginning: "0912"


@dataclass(frozen=True, slots=True)
class Findable:
    """A person as they are looked for; ``numbers`` are digits: CCCD, CMND, phone."""

    number: int
    name: str
    numbers: tuple[str, ...] = ()
    household: str = ""  # the name of the household's head


@dataclass(frozen=True, slots=True)
class Found:
    """Who fits, best first, at most as many as were asked for; and how many fit in all."""

    people: list[int]
    count: int


class PeopleSearch:
    """Built once from everyone, in the order the office sorts them; then asked at every key."""

    def __init__(self, people: Iterable[Findable]) -> None:
        self._people: list[int] = []
        self._place_of: dict[int, int] | None = None  # made with the first filter
        self._names = _Words()  # as written
        self._folded = _Words()
        self._heads = _Words()
        self._tails: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._starts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for place, one in enumerate(people):
            self._add(place, one)
        for words in (self._names, self._folded, self._heads):
            words.close(len(self._people))

    def _add(self, place: int, one: Findable) -> None:
        self._people.append(one.number)
        self._names.add(place, one.name.casefold())
        self._folded.add(place, fold(one.name))
        if one.household:
            self._heads.add(place, fold(one.household))
        for number in one.numbers:
            self._tails[number[-TAIL:]].append((place, number))
            self._starts[number[:HEAD]].append((place, number))

    def among(self, numbers: Iterable[int]) -> int:
        """These people as a filter for ``find``; unknown ones are left out."""
        if self._place_of is None:
            self._place_of = {number: place for place, number in enumerate(self._people)}
        places = self._place_of
        return _bits([places[one] for one in numbers if one in places], len(self._people))

    def find(self, text: str, limit: int = 200, among: int | None = None) -> Found:
        """Everyone each word of ``text`` fits: the beginning of a word of the name or of the
        household head's, the end or the beginning of a number; of those in ``among`` alone.

        Words typed with accents put those first who are written so; then come those whose own name
        or number fits, then those of a household; each keep their order.
        """
        words = text.split()
        if not words and among is None:
            return Found(self._people[:limit], len(self._people))
        fits = exact = own = self._everyone if among is None else among
        for word in words:
            theirs, heads = self._fitting(word)
            fits &= theirs | heads
            own &= theirs
            exact &= self._written(word)
        exact &= own
        found: list[int] = []
        for part in (exact, own & ~exact, fits & ~own):
            found += _places(part, limit - len(found))
        return Found([self._people[place] for place in found], fits.bit_count())

    @property
    def _everyone(self) -> int:
        return (1 << len(self._people)) - 1

    def _fitting(self, word: str) -> tuple[int, int]:
        """Whose own name or number fits, and whose household's head's."""
        folded = fold(word)
        theirs, heads = self._folded.starting(folded), self._heads.starting(folded)
        digits = "".join(one for one in word if one.isdigit())
        if digits and len(digits) * 2 > len(word):  # a shop's name may hold digits too
            theirs |= self._numbered(digits)
        return theirs, heads

    def _written(self, word: str) -> int:
        """Those written just so; a word without accents is written so by whoever fits it."""
        plain = word.casefold()
        return self._everyone if fold(word) == plain else self._names.starting(plain)

    def _numbered(self, digits: str) -> int:
        found: set[int] = set()
        if len(digits) >= TAIL:
            held = self._tails.get(digits[-TAIL:], ())
            found.update(place for place, number in held if number.endswith(digits))
        if len(digits) >= HEAD:
            held = self._starts.get(digits[:HEAD], ())
            found.update(place for place, number in held if number.startswith(digits))
        return _bits(found, len(self._people))


class _Words:
    """Words and who has them, for asking by the beginning of a word."""

    def __init__(self) -> None:
        self._lists: dict[str, list[int]] = defaultdict(list)
        self._sorted: list[str] = []
        self._bits: dict[str, int] = {}

    def add(self, place: int, text: str) -> None:
        for word in text.split():
            self._lists[word].append(place)

    def close(self, size: int) -> None:
        """No more people come: the lists become bits."""
        self._bits = {word: _bits(places, size) for word, places in self._lists.items()}
        self._sorted = sorted(self._bits)
        self._lists.clear()

    def starting(self, beginning: str) -> int:
        found = 0
        for word in self._sorted[bisect_left(self._sorted, beginning) :]:
            if not word.startswith(beginning):
                break
            found |= self._bits[word]
        return found


def _bits(places: Iterable[int], size: int) -> int:
    """The places as bits of one number."""
    held = bytearray(size // 8 + 1)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")


def _places(bits: int, limit: int) -> Iterator[int]:
    """The first places of a number's bits."""
    for at, byte in enumerate(bits.to_bytes((bits.bit_length() + 7) // 8, "little")):
        if not byte:
            continue
        for bit in range(8):
            if byte >> bit & 1:
                if limit <= 0:
                    return
                limit -= 1
                yield at * 8 + bit
