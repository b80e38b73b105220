"""Whose customer a person is, fairly told per bank of a campaign; it counts rows, it reads none.

The rule, in this order, for each person and bank with an account of the campaign:

1. An account from outside the campaign that was there before (an earlier opening day; without a
   day on one of the two, or on the same day, the earlier entry): the person had one already, at
   this bank or elsewhere.
2. Else an account of the campaign at another bank with an earlier opening day: had one elsewhere.
3. Else another bank of the campaign on the same day, or one of the two without a day: nobody can
   say who was first, so both banks share the person, and it is said.
4. Else the person's first account is this one: a new customer of this bank.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Standing = Literal["first", "shared", "elsewhere", "same_bank"]
STANDINGS: tuple[Standing, ...] = ("first", "shared", "elsewhere", "same_bank")


class Opening(NamedTuple):
    """An account of somebody who has at least one of the campaign."""

    resident_id: int
    bank: str  # BIN, or "" where it is not known
    opened_on: date | None
    inside: bool  # it is the campaign's
    account_id: int  # ids grow in the order of entry
    village_id: int = 0  # of the person; 0: not known
    session_id: int = 0  # 0: of no session


@dataclass(frozen=True, slots=True)
class Share:
    """One bank's line: accounts, people, and how they stand; the four standings add up to people.

    ``told_had_one`` and ``refused`` are numbers the bank gave; they name nobody and are no people
    of the registers. ``reasons``: outcome code -> people.
    """

    bank: str
    accounts: int
    people: int
    standings: Mapping[Standing, int]
    reasons: Mapping[str, int]
    told_had_one: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class ShareTable:
    """The banks side by side; the totals count each person once, so they are no sums of lines."""

    banks: tuple[Share, ...]
    accounts: int
    people: int
    people_first: int  # new customers of one bank or shared by several
    people_shared: int  # of those, the ones no bank can claim alone
    people_before: int  # had an account from before the campaign
    several_banks: int  # people with accounts at two and more banks of the campaign


def standings(openings: Iterable[Opening]) -> dict[tuple[int, str], Standing]:
    """Person and bank -> how the person stands with the bank; of the campaign's accounts alone."""
    found: dict[tuple[int, str], Standing] = {}
    for person, all_of in _by_person(openings).items():
        inside: dict[str, list[Opening]] = defaultdict(list)
        for one in all_of:
            if one.inside:
                inside[one.bank].append(one)
        outside = [one for one in all_of if not one.inside]
        for bank in inside:
            found[person, bank] = _standing(bank, inside, outside)
    return found


def _standing(
    bank: str, inside: Mapping[str, Sequence[Opening]], outside: Sequence[Opening]
) -> Standing:
    mine = inside[bank]
    if all(any(_before(other, one) for other in outside) for one in mine):
        earlier = {other.bank for other in outside if any(_before(other, one) for one in mine)}
        return "same_bank" if earlier == {bank} else "elsewhere"
    day = _first_day(mine)
    others = [_first_day(listed) for name, listed in inside.items() if name != bank]
    if day and any(other and other < day for other in others):
        return "elsewhere"
    if any(day is None or other is None or other == day for other in others):
        return "shared"
    return "first"


def _before(outside: Opening, mine: Opening) -> bool:
    """Whether an account from elsewhere was there before one of the campaign."""
    if outside.opened_on and mine.opened_on and outside.opened_on != mine.opened_on:
        return outside.opened_on < mine.opened_on
    return outside.account_id < mine.account_id


def _first_day(openings: Sequence[Opening]) -> date | None:
    return min((one.opened_on for one in openings if one.opened_on), default=None)


def _by_person(openings: Iterable[Opening]) -> dict[int, list[Opening]]:
    found: dict[int, list[Opening]] = defaultdict(list)
    for one in openings:
        found[one.resident_id].append(one)
    return found


def people_who(
    openings: Iterable[Opening], bank: str | None, standing: Standing | None
) -> frozenset[int]:
    """The people behind a number of the table; ``bank`` None: of any, ``standing`` None: all."""
    return frozenset(
        person
        for (person, at), stands in standings(openings).items()
        if (bank is None or at == bank) and (standing is None or stands == standing)
    )


def share_table(
    openings: Sequence[Opening],
    order: Sequence[str],
    told: Mapping[str, Mapping[str, int]] | None = None,
    had_one: frozenset[str] = frozenset(),
) -> ShareTable:
    """The fair table; ``order`` are the campaign's banks, those met beside them come after.

    ``told``: bank -> outcome -> people, as banks gave numbers; ``had_one`` are the outcomes that
    mean an account elsewhere.
    """
    stands = standings(openings)
    told = told or {}
    inside = [one for one in openings if one.inside]
    met = {one.bank for one in inside} | set(told)
    banks = [*order, *sorted(met - set(order))]
    first = {person for (person, _), how in stands.items() if how in ("first", "shared")}
    alone = {person for (person, _), how in stands.items() if how == "first"}
    people = {one.resident_id for one in inside}
    banks_of: dict[int, set[str]] = defaultdict(set)
    for one in inside:
        banks_of[one.resident_id].add(one.bank)
    return ShareTable(
        banks=tuple(_share(bank, inside, stands, (told.get(bank, {}), had_one)) for bank in banks),
        accounts=len(inside),
        people=len(people),
        people_first=len(first),
        people_shared=len(first - alone),
        people_before=len(people - first),
        several_banks=sum(len(one) > 1 for one in banks_of.values()),
    )


def _share(
    bank: str,
    inside: Sequence[Opening],
    stands: Mapping[tuple[int, str], Standing],
    told: tuple[Mapping[str, int], frozenset[str]],
) -> Share:
    reasons, had_one = told
    mine = [how for (_, at), how in stands.items() if at == bank]
    return Share(
        bank,
        sum(one.bank == bank for one in inside),
        len(mine),
        {how: mine.count(how) for how in STANDINGS},
        dict(reasons),
        sum(count for code, count in reasons.items() if code in had_one),
        sum(count for code, count in reasons.items() if code not in had_one),
    )
