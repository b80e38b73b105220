"""Counts the registers in SQL, exactly; whom it counts, ``tracing`` names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Integer, and_, case, cast, false, func, null, select

from digicommune.db import schema
from digicommune.db.books.counting_many import (
    Counts,
    Spans,
    Windows,
    accounts_of_periods,
    facts_of_periods,
)
from digicommune.db.books.counting_rules import (
    counted_people,
    holding,
    how_many,
    merchant_rules,
    same,
    up_to,
)
from digicommune.db.desk import Desk
from digicommune.domain.figures import RegisterCount
from digicommune.domain.registers import AgeWindow, QrQuestion


class CountingBook:
    """Counts and traces; the two read the same rules, so that a figure has as many rows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def accounts_by_village(
        self, start: date, end: date, ages: AgeWindow | None = None
    ) -> tuple[RegisterCount, ...]:
        """Residents with at least one account up to ``end``, by village (None: unknown).

        ``units`` are their accounts; ``in_period`` are people whose first dated account was opened
        from ``start`` to ``end``. People who moved away or died are not counted. An undated account
        counts up to every day.
        """
        people, holders = schema.residents, self._holders(end)
        within = case((holders.c.first_on.between(start, end), 1), else_=0)
        query = (
            select(people.c.village_id, func.count(), func.sum(within), func.sum(holders.c.held))
            .select_from(people.join(holders, people.c.resident_id == holders.c.resident_id))
            .where(counted_people(self._desk, ages))
            .group_by(people.c.village_id)
        )
        return _counts(self._desk.all(query))

    def _holders(self, end: date) -> Any:
        table = schema.accounts
        return (
            select(
                table.c.resident_id,
                func.count().label("held"),
                func.min(table.c.opened_on).label("first_on"),
            )
            .where(self._desk.mine(table), up_to(table.c.opened_on, end))
            .group_by(table.c.resident_id)
            .subquery("holders")
        )

    def facts_by_village(
        self, fact: str, start: date, end: date, ages: AgeWindow | None = None
    ) -> tuple[RegisterCount, ...]:
        """Residents of whom a fact holds on ``end``, by village (None: unknown).

        ``in_period`` are those it holds of since a day from ``start`` to ``end``.
        """
        people, facts = schema.residents, schema.resident_facts
        within = case((facts.c.since.between(start, end), 1), else_=0)
        query = (
            select(people.c.village_id, func.count(), func.sum(within), cast(null(), Integer))
            .select_from(people.join(facts, same(people, facts, "resident_id")))
            .where(counted_people(self._desk, ages), *holding(fact, end))
            .group_by(people.c.village_id)
        )
        return _counts(self._desk.all(query))

    def facts_of_periods(self, spans: Spans, wanted: Mapping[str, Windows]) -> dict[str, Counts]:
        """``facts_by_village`` of several facts in periods that join, in one pass."""
        return facts_of_periods(self._desk, spans, wanted)

    def accounts_of_periods(self, spans: Spans, windows: Windows) -> Counts:
        """``accounts_by_village`` in periods that join, in one pass."""
        return accounts_of_periods(self._desk, spans, windows)

    def merchants_by_village(
        self, end: date, what: QrQuestion, start: date | None = None
    ) -> tuple[RegisterCount, ...]:
        """Merchants with a QR in use, or whose QR has transactions, by village (None: unknown).

        ``denominator``: active merchants at ``end``; for transactions, those with a QR in use.
        ``in_period``: merchants whose QR dates from ``start`` to ``end``; 0 for transactions, which
        carry no day.
        """
        table = schema.merchants
        base, counted = merchant_rules(self._desk, end, what)
        first_day = start or end
        dated = table.c.qr_on.between(first_day, end) if start and what == "qr" else false()
        query = (
            select(
                table.c.village_id,
                how_many(counted),
                how_many(and_(counted, dated)),
                cast(null(), Integer),
                func.count(),
            )
            .where(base)
            .group_by(table.c.village_id)
        )
        return _counts(self._desk.all(query))

    # --- who exactly ---

    def holders(self, end: date, ages: AgeWindow | None = None) -> dict[int, int | None]:
        """The people ``accounts_by_village`` counts: resident -> village of the register."""
        people, held = schema.residents, self._holders(end)
        query = (
            select(people.c.resident_id, people.c.village_id)
            .select_from(people.join(held, people.c.resident_id == held.c.resident_id))
            .where(counted_people(self._desk, ages))
        )
        return {row[0]: row[1] for row in self._desk.all(query)}

    def of_whom(self, fact: str, end: date, ages: AgeWindow | None = None) -> dict[int, int | None]:
        """The people ``facts_by_village`` counts: resident -> village of the register."""
        people, facts = schema.residents, schema.resident_facts
        query = (
            select(people.c.resident_id, people.c.village_id)
            .select_from(people.join(facts, same(people, facts, "resident_id")))
            .where(counted_people(self._desk, ages), *holding(fact, end))
        )
        return {row[0]: row[1] for row in self._desk.all(query)}

    def everyone(self, ages: AgeWindow | None = None) -> dict[int, int | None]:
        """All people of a base that are counted at all: resident -> village of the register."""
        people = schema.residents
        query = select(people.c.resident_id, people.c.village_id)
        rows = self._desk.all(query.where(counted_people(self._desk, ages)))
        return {row[0]: row[1] for row in rows}

    def merchants(self, end: date, what: QrQuestion) -> dict[int, int | None]:
        """The shops ``merchants_by_village`` counts: merchant -> village of the register."""
        table = schema.merchants
        base, counted = merchant_rules(self._desk, end, what)
        query = select(table.c.merchant_id, table.c.village_id).where(base, counted)
        return {row[0]: row[1] for row in self._desk.all(query)}


def _counts(rows: Any) -> tuple[RegisterCount, ...]:
    found = [
        RegisterCount(row[0], int(row[1]), int(row[2]), int(row[3] or 0), *map(int, row[4:]))
        for row in rows
    ]
    found.sort(key=lambda one: (one.village_id is None, one.village_id or 0))
    return tuple(found)
