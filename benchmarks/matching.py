"""Matching 5,000 rows of a bank list to 50,000 residents, against rapidfuzz over all pairs.

The other side is the least a program without stages does: ``cdist`` of every name with every name.
Ours is the whole: keys of the register indexed, every stage, candidates scored. ``python -m
benchmarks.matching`` prints what became of true rows and of strangers as well.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from benchmarks.lists.commune import Person, dull, people, slip, slipped_number
from benchmarks.measure import Claim, Ratio, turn_about
from digicommune.domain.matching import Match, Roster
from digicommune.domain.registers import PersonKeys
from digicommune.domain.text import fold

RESIDENTS, TRUE, STRANGERS = 50_000, 4_500, 500
PLACES: dict[str, int] = {}
Row = tuple[PersonKeys, int | None]  # the row, and who it truly is


def keys(number: int, one: Person) -> PersonKeys:
    """A person as matching sees them."""
    village = PLACES.setdefault(one.village, len(PLACES) + 1)
    born = one.born.isoformat()
    return PersonKeys(
        number, one.name, fold(one.name), born, one.born.year, one.cccd, None, one.phone, village
    )


def bank_rows(known: Sequence[PersonKeys], seed: int = 5) -> list[Row]:
    """4,500 rows of residents and 500 of strangers, with the noise of a bank's list."""
    chance = random.Random(seed)
    fresh = [keys(-1, one) for one in people(STRANGERS, seed + 1)]
    mixed: list[Row] = [(one, one.resident_id) for one in chance.sample(known, TRUE)]
    mixed += [(one, None) for one in fresh]
    chance.shuffle(mixed)
    return [(noisy(-n, one, chance), who) for n, (one, who) in enumerate(mixed, 1)]


def noisy(number: int, one: PersonKeys, chance: random.Random) -> PersonKeys:
    """A third have no number; dates, phones, villages and letters get lost as they do."""
    name = one.full_name
    way = chance.random()
    name = dull(name) if way < 0.3 else slip(name, chance) if way < 0.36 else name
    cccd = one.cccd if chance.random() < 0.65 else None
    if cccd and chance.random() < 0.02:
        cccd = slipped_number(cccd, chance)
    year_only = chance.random() < 0.25
    year = one.birth_year
    if year is not None and year_only and chance.random() < 0.08:
        year += chance.choice((-1, 1))
    return PersonKeys(
        number,
        name,
        fold(name),
        None if year_only else one.born,
        year,
        cccd,
        None,
        one.phone if chance.random() < 0.6 else None,
        one.village_id if chance.random() < 0.8 else None,
    )


def matched(known: Sequence[PersonKeys], rows: Sequence[Row]) -> list[Match]:
    """What ours makes of the rows, the register's index included."""
    roster = Roster(known)
    return [roster.match(row) for row, _ in rows]


def all_pairs(known: Sequence[PersonKeys], rows: Sequence[Row]) -> object:
    """Every row's name with every resident's."""
    ours, theirs = [one.name_fold for one, _ in rows], [one.name_fold for one in known]
    return cdist(ours, theirs, scorer=ratio, score_cutoff=85, dtype="uint8", workers=2)


def measure() -> list[Ratio]:
    """Both over the same rows and residents."""
    known = [keys(n, one) for n, one in enumerate(people(RESIDENTS, 4), 1)]
    rows = bank_rows(known)
    claim = Claim("matching 5,000 rows to 50,000 people / all pairs", 0.25, rounds=3)
    return [turn_about(claim, lambda: matched(known, rows), lambda: all_pairs(known, rows))]


def told() -> list[str]:
    """What became of true rows and of strangers, for tuning."""
    known = [keys(n, one) for n, one in enumerate(people(RESIDENTS, 4), 1)]
    names = Counter(one.full_name for one in known)
    shared = sum(names[one.full_name] > 1 for one in known)
    rows = bank_rows(known)
    found: Counter[tuple[str, str]] = Counter()
    for (_, who), match in zip(rows, matched(known, rows), strict=True):
        kind = "stranger" if who is None else "resident"
        found[kind, f"{match.outcome} {match.reason}".strip() + _verdict(who, match)] += 1
    lines = [f"residents who share their full name: {shared / RESIDENTS:.1%}"]
    return lines + [
        f"{kind:<9} {what:<36} {count:>6}" for (kind, what), count in sorted(found.items())
    ]


def _verdict(who: int | None, match: Match) -> str:
    if match.outcome == "new":
        return " (right)" if who is None else " (missed)"
    if match.outcome == "same":
        return " (right)" if match.person and match.person.resident_id == who else " (WRONG)"
    there = any(one.person.resident_id == who for one in match.candidates)
    return " (asked, among them)" if there else " (asked, false alarm)"


if __name__ == "__main__":
    sys.stdout.write("\n".join(told()) + "\n")
