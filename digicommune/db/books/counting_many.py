"""Counts facts and accounts of many periods in one pass over the registers; it names nobody.

SQL gives each person once with all facts in one text; here they are sorted into the periods their
days fall in and the periods the person's age allows. The rules are those of ``counting``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, NamedTuple

from sqlalchemy import String, cast, func, select

from digicommune.db import schema
from digicommune.db.books.counting_rules import counted_people, same
from digicommune.db.desk import Desk
from digicommune.domain.figures import RegisterCount
from digicommune.domain.registers import AgeWindow

Spans = Sequence[tuple[date, date]]  # periods that join, the oldest first
Windows = tuple[AgeWindow | None, ...]  # of one base, a period each
Counts = tuple[tuple[RegisterCount, ...], ...]  # a period each
Spell = tuple[int, int]  # the first period, and the one behind the last
DAY = timedelta(days=1)


class _Sum(NamedTuple):
    """What of one village begins and ends with each period, and what falls within it."""

    change: list[int]
    inside: list[int]


Sums = dict[int | None, _Sum]


class _Fact(NamedTuple):
    """A fact with its days: which one, its spell, the period it falls in, its base."""

    at: int
    first: int
    behind: int
    within: int
    base: int


class _Facts(dict[str, _Fact]):
    """Facts by their text; 240,000 of them are but a few thousand texts."""

    def __init__(self, periods: _Periods, bases: Mapping[str, int]) -> None:
        super().__init__()
        self._periods, self._bases = periods, bases
        self._places = {fact: at for at, fact in enumerate(bases)}

    def __missing__(self, text: str) -> _Fact:
        fact, since, until = text.split("|")
        entered = self._periods.entered(since)
        behind = self._periods.passed(until)
        made = _Fact(
            self._places[fact], max(entered - 1, 0), behind, entered - 1, self._bases[fact]
        )
        self[text] = made
        return made


class _Ages(dict[tuple[Any, ...], tuple[tuple[Spell, ...], ...]]):
    """The periods of somebody's age on each base, by birth date, year and sex."""

    def __init__(self, bases: Sequence[Windows], last: int) -> None:
        super().__init__()
        self._bases = [_Age(one, last) for one in bases]

    def __missing__(self, key: tuple[Any, ...]) -> tuple[tuple[Spell, ...], ...]:
        day, year, sex = key
        # A year alone is its 1 January.
        born = date.fromisoformat(day or f"{year:04d}-01-01") if day or year else None
        made = self[key] = tuple([one.spells(born, sex) for one in self._bases])
        return made


def facts_of_periods(desk: Desk, spans: Spans, wanted: Mapping[str, Windows]) -> dict[str, Counts]:
    """Residents of whom each fact holds, as ``facts_by_village`` counts them in each period."""
    periods, table = _Periods(spans), schema.resident_facts
    bases = list(dict.fromkeys(wanted.values()))
    texts = _Facts(periods, {fact: bases.index(one) for fact, one in wanted.items()})
    told = table.c.fact + "|" + _text(table.c.since) + "|" + _text(table.c.until)
    ages = _Ages(bases, periods.last)
    sums: dict[int | None, list[_Sum]] = {}
    for village, *born, listed in _by_person(desk, table, told, table.c.fact.in_(list(wanted))):
        if village not in sums:
            sums[village] = [periods.nothing() for _fact in wanted]
        mine, spells = sums[village], ages[*born]
        for text in listed.split(" "):
            at, begins, ends, within, base = texts[text]
            for young, old in spells[base]:
                first = max(young, begins)  # max() and min() cost a third more
                behind = min(old, ends)
                if first < behind:
                    change, inside = mine[at]
                    change[first] += 1
                    change[behind] -= 1
                    if first <= within < behind:
                        inside[within] += 1
    return {
        fact: periods.counts({village: each[at] for village, each in sums.items()}, {})
        for at, fact in enumerate(wanted)
    }


def accounts_of_periods(desk: Desk, spans: Spans, windows: Windows) -> Counts:
    """Residents with an account, as ``accounts_by_village`` counts them in each period."""
    periods, table = _Periods(spans), schema.accounts
    ages = _Ages([windows], periods.last)
    holders: Sums = {}
    units: Sums = {}
    for village, *born, listed in _by_person(desk, table, _text(table.c.opened_on) + "|"):
        days = [day[:-1] for day in listed.split(" ")]
        entered = [periods.entered(day) for day in days]
        dated = [at for at, day in zip(entered, days, strict=True) if day]
        for young, old in ages[*born][0]:
            spell = (max(min(entered) - 1, young, 0), old)
            periods.add(holders, village, spell, min(dated, default=0) - 1)
            for one in entered:
                periods.add(units, village, (max(one - 1, young, 0), old), -1)
    return periods.counts(holders, units)


def _text(day: Any) -> Any:
    return func.coalesce(cast(day, String), "")


def _by_person(desk: Desk, table: Any, told: Any, *rules: Any) -> Any:
    """Each person once: village, birth date, year, sex, and what is told of them in one text."""
    people = schema.residents
    key = (people.c.commune_id, people.c.resident_id)
    born = (_text(people.c.birth_date), people.c.birth_year, people.c.sex)
    query = (
        select(people.c.village_id, *born, func.aggregate_strings(told, " "))
        .select_from(people.join(table, same(people, table, "resident_id")))
        .where(counted_people(desk, None), desk.mine(table), *rules)
        .group_by(*key)
    )
    return desk.all(query)


class _Age:
    """The periods in which people are of the age of one base."""

    def __init__(self, windows: Windows, last: int) -> None:
        known = [one for one in windows if one is not None]
        whole: tuple[Spell, ...] = ((0, last),)
        self._last, self._any = last, not known
        self._unknown = whole if not known or known[0].unknown else ()
        self._young = _whole([one.born_to for one in known])
        men = [one.born_from_men for one in known]
        women = [one.born_from_women for one in known]
        strict = [max(_whole(pair), default=None) for pair in zip(men, women, strict=True)]
        pairs = (("Nam", men), ("Nữ", women), (None, strict))
        self._old = {sex: _rising(_whole(days)) for sex, days in pairs}

    def spells(self, born: date | None, sex: str | None) -> tuple[Spell, ...]:
        """Where the sex is not known, the stricter of the two bounds holds."""
        if self._any or born is None:
            return self._unknown
        first = bisect_left(self._young, born) if self._young else 0
        if not self._old[sex]:
            return ((first, self._last),)
        found: list[Spell] = []
        for start, days in self._old[sex]:
            begins, behind = max(first, start), start + bisect_right(days, born)
            if begins >= behind:
                continue
            if found and found[-1][1] == begins:
                begins = found.pop()[0]
            found.append((begins, behind))
        return tuple(found)


def _rising(days: Sequence[date]) -> list[tuple[int, list[date]]]:
    """Runs of rising days with their places: a retirement age that rises at New Year lets people
    born in some months be of working age again."""
    found: list[tuple[int, list[date]]] = []
    for at, day in enumerate(days):
        if found and found[-1][1][-1] <= day:
            found[-1][1].append(day)
        else:
            found.append((at, [day]))
    return found


def _whole(days: Iterable[date | None]) -> list[date]:
    return [one for one in days if one is not None]


class _Periods:
    """The periods by number from 0; ``last`` is one behind the last."""

    def __init__(self, spans: Spans) -> None:
        self._ends = [end for _start, end in spans]
        self._marks = [spans[0][0] - DAY, *self._ends]
        self.last = len(self._ends)
        self._entered: dict[str, int] = {"": 0}

    def entered(self, day: str) -> int:
        """0: undated or before the first period; n: within the n-th; one more: after the last."""
        if day not in self._entered:
            self._entered[day] = bisect_left(self._marks, date.fromisoformat(day))
        return self._entered[day]

    def passed(self, day: str) -> int:
        """How many periods have ended by a day; all of them by none."""
        return bisect_right(self._ends, date.fromisoformat(day)) if day else self.last

    # --- adding up

    def nothing(self) -> _Sum:
        """Sums of nobody."""
        return _Sum([0] * (self.last + 1), [0] * self.last)

    def add(self, sums: Sums, village: int | None, spell: Spell, within: int) -> None:
        """One more in a spell, new in one of its periods."""
        first, behind = spell
        if first >= behind:
            return
        if village not in sums:
            sums[village] = self.nothing()
        change, inside = sums[village]
        change[first] += 1
        change[behind] -= 1
        if first <= within < behind:
            inside[within] += 1

    def counts(self, sums: Sums, units: Sums) -> Counts:
        """The sums of every village up to each period; those of nobody are left out."""
        listed: list[list[RegisterCount]] = [[] for _one in self._ends]
        nothing = [0] * (self.last + 1)
        for village in sorted(sums, key=lambda one: (one is None, one or 0)):
            held = units[village].change if village in units else nothing
            totals, inside_of = accumulate(sums[village].change), sums[village].inside
            rows = zip(inside_of, totals, accumulate(held), strict=False)
            for at, (inside, total, accounts) in enumerate(rows):
                if total:
                    listed[at].append(RegisterCount(village, total, inside, accounts))
        return tuple(tuple(one) for one in listed)
