"""What is known of people beside their accounts, each with its day and the row that says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from digicommune.db import dialect, schema
from digicommune.db.books.people import portions, source_of
from digicommune.db.desk import Desk
from digicommune.domain.people import PersonFact

_NEW = "commune_id resident_id fact since until source_import source_row note created_at updated_at"


class FactBook:
    """Facts of people; one of a kind for each."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, resident_id: int) -> tuple[PersonFact, ...]:
        """A person's facts, by code."""
        return self.of_many([resident_id])

    def of_many(self, residents: Iterable[int]) -> tuple[PersonFact, ...]:
        """The facts of these people, by person and code."""
        table = schema.resident_facts
        return tuple(
            _fact(row)
            for some in portions(residents)
            for row in self._desk.all(
                self._desk.rows_of(table, table.c.resident_id.in_(some)).order_by(
                    table.c.resident_id, table.c.fact
                )
            )
        )

    def add_many(self, facts: Iterable[PersonFact]) -> None:
        """Enters facts nobody has yet, in bulk."""
        commune, now = self._desk.commune_id, self._desk.now
        rows = (
            (
                commune, one.resident_id, one.fact, _iso(one.since), _iso(one.until),
                *(one.source or (None, None)), one.note, now, now,
            )
            for one in facts
        )  # fmt: skip
        dialect.add_rows(self._desk.connection, schema.resident_facts, _NEW, rows)

    def set(self, fact: PersonFact) -> PersonFact | None:
        """Enters or replaces a fact; returns the one that stood there."""
        before = next((one for one in self.of(fact.resident_id) if one.fact == fact.fact), None)
        source, row = fact.source or (None, None)
        values = {
            "resident_id": fact.resident_id,
            "fact": fact.fact,
            "since": fact.since,
            "until": fact.until,
            "source_import": source,
            "source_row": row,
            "note": fact.note,
        }
        self._desk.put(schema.resident_facts, "resident_id fact", [values])
        return before

    def remove(self, resident_id: int, fact: str) -> PersonFact | None:
        """Takes a fact out; returns it."""
        before = next((one for one in self.of(resident_id) if one.fact == fact), None)
        table = schema.resident_facts
        self._desk.remove(table, table.c.resident_id == resident_id, table.c.fact == fact)
        return before

    def from_import(self, import_id: int) -> tuple[PersonFact, ...]:
        """The facts an import brought."""
        table = schema.resident_facts
        query = self._desk.rows_of(table, table.c.source_import == import_id)
        return tuple(_fact(row) for row in self._desk.all(query))


def _iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def _fact(row: Any) -> PersonFact:
    source = source_of(row.source_import, row.source_row)
    return PersonFact(row.resident_id, row.fact, row.since, row.until, source, row.note)
