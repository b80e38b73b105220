"""How much a row of a list and a known person resemble each other; it asks, it never decides.

The points are those of the shared page on real lists (its section 6), with what separates
neighbours of one name added: another village, another date, another known name word. Measured on
synthetic communes (``benchmarks/matching.py``), for tuning on real lists.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import starmap

from rapidfuzz.fuzz import ratio

from digicommune.domain.registers import PersonKeys
from digicommune.domain.text import fold

NAME_SHARE = 0.6
SAME_VILLAGE, OTHER_VILLAGE = 25, -10
SAME_YEAR, NEXT_YEAR = 15, 5
SAME_DATE, NEAR_DATE, OTHER_DATE = 10, 5, -30
SAME_ACCENTS, OTHER_ACCENTS = 3, -5
NEAR_ID, OTHER_OLD_ID = 30, -10
OTHER_WORD, OTHER_LENGTH = -25, -10  # "hải" for "hậu" is another name; "hảii" is a slip
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

KnowsWord = Callable[[str], bool]


def score(row: PersonKeys, known: PersonKeys, knows: KnowsWord) -> int:
    """Points from 0 to 100; ``knows`` tells whether a folded word is a name people here bear."""
    alike = ratio(row.name_fold, known.name_fold)
    points = (
        NAME_SHARE * alike
        + _name_points(row, known, knows)
        + _village_points(row, known)
        + _birth_points(row, known)
        + _number_points(row, known)
    )
    return max(0, min(100, round(points)))


def _name_points(row: PersonKeys, known: PersonKeys, knows: KnowsWord) -> int:
    if row.name_fold == known.name_fold:
        agree = accents_agree(row.full_name, known.full_name)
        return SAME_ACCENTS if agree else OTHER_ACCENTS
    shorter = len(row.name_fold.split()) != len(known.name_fold.split())
    return (OTHER_LENGTH if shorter else 0) + OTHER_WORD * other_words(row, known, knows)


def other_words(row: PersonKeys, known: PersonKeys, knows: KnowsWord) -> int:
    """How many words make it another name and no slip: both are names that people here bear.

    A middle name left out keeps the family name in front and the given name at the end.
    """
    ours, theirs = row.name_fold.split(), known.name_fold.split()
    if len(ours) != len(theirs):
        ours, theirs = [ours[0], ours[-1]], [theirs[0], theirs[-1]]
    pairs = zip(ours, theirs, strict=True)
    return sum(a != b and knows(a) and knows(b) for a, b in pairs)


def _village_points(row: PersonKeys, known: PersonKeys) -> int:
    if row.village_id is None or known.village_id is None:
        return 0
    return SAME_VILLAGE if row.village_id == known.village_id else OTHER_VILLAGE


def _birth_points(row: PersonKeys, known: PersonKeys) -> int:
    years = row.birth_year, known.birth_year
    if years[0] is None or years[1] is None:
        return 0
    points = SAME_YEAR if years[0] == years[1] else NEXT_YEAR
    if row.born is None or known.born is None:
        return points
    if row.born == known.born:
        return points + SAME_DATE
    return points + (NEAR_DATE if near_date(row.born, known.born) else OTHER_DATE)


def near_date(one: str, other: str) -> bool:
    """Whether two ISO dates differ by one digit, or day and month changed places."""
    if one[:4] == other[:4] and one[5:7] == other[8:] and one[8:] == other[5:7]:
        return True
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _number_points(row: PersonKeys, known: PersonKeys) -> int:
    points = 0
    if row.cccd and known.cccd and near_number(row.cccd, known.cccd):
        points += NEAR_ID
    if row.cmnd and known.cmnd and row.cmnd != known.cmnd:
        points += OTHER_OLD_ID
    return points


def near_number(one: str, other: str) -> bool:
    """Whether two numbers differ by a slip of the hand: one digit, or two neighbours swapped."""
    if len(one) != len(other):
        return False
    places = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return True
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]


def strangers_by_number(row: PersonKeys, known: PersonKeys) -> bool:
    """Two personal numbers that differ by more than a slip are two people."""
    return bool(
        row.cccd and known.cccd and row.cccd != known.cccd and not near_number(row.cccd, known.cccd)
    )


def accents_agree(one: str, other: str) -> bool:
    """Whether two names differ in nothing but capitals, tone placement or marks left out whole.

    Hoà and Hòa agree, HAI and Hải agree; Hải and Hài do not.
    """
    if one == other:
        return True
    left, right = one.split(), other.split()
    return len(left) == len(right) and all(map(_words_agree, left, right))


def says_more(new: str, old: str) -> bool:
    """Whether a name should take the place of another: other letters or marks, or marks added."""
    if new == old:
        return False
    if not accents_agree(new, old):
        return True
    pairs = zip(new.split(), old.split(), strict=True)
    return any(starmap(_marks_added, pairs))


@lru_cache(maxsize=20_000)
def _marks_added(new: str, old: str) -> bool:
    return spelling(new) != spelling(old) and fold(old) == old.casefold()


@lru_cache(maxsize=20_000)
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
