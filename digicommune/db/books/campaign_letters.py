"""Batches of invitation letters, and how far each came out of the printer; it prints nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.campaigns import Letter, LetterBatch, LetterSource


class LetterBook:
    """The letters of campaigns."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, campaign_id: int, source: LetterSource, letters: Sequence[Letter]) -> int:
        """Keeps a batch; returns its number."""
        number = self._desk.ids("letter_batches", 1)[0]
        self._desk.add(
            schema.letter_batches,
            {
                "batch_id": number,
                "campaign_id": campaign_id,
                "source": source,
                "printed_to": 0,
                "who": self._desk.actor.who,
                "version": 1,
            },
        )
        rows = [
            {
                "batch_id": number,
                "position": one.position,
                "session_id": one.session_id,
                "addressee": one.addressee,
            }
            for one in letters
        ]
        self._desk.add_some(schema.letter_batch_rows, rows)
        return number

    def of(self, campaign_id: int) -> tuple[LetterBatch, ...]:
        """A campaign's batches, newest first."""
        table = schema.letter_batches
        query = self._desk.rows_of(table, table.c.campaign_id == campaign_id)
        rows = self._desk.all(query.order_by(table.c.batch_id.desc()))
        letters = self._letters([row.batch_id for row in rows])
        return tuple(_batch(row, letters[row.batch_id]) for row in rows)

    def get(self, batch_id: int) -> LetterBatch | None:
        """One batch."""
        table = schema.letter_batches
        row = self._desk.first(self._desk.rows_of(table, table.c.batch_id == batch_id))
        return None if row is None else _batch(row, self._letters([batch_id])[batch_id])

    def printed(self, batch: LetterBatch, upto: int) -> None:
        """Letters up to this one have left the printer; raises ``changed_meanwhile``."""
        key, values = {"batch_id": batch.batch_id}, {"printed_to": upto}
        self._desk.edit_or_refuse(schema.letter_batches, key, values, batch.version)

    def _letters(self, batches: Sequence[int]) -> dict[int, list[Letter]]:
        table = schema.letter_batch_rows
        found: dict[int, list[Letter]] = defaultdict(list)
        query = self._desk.rows_of(table, table.c.batch_id.in_(batches))
        for row in self._desk.all(query.order_by(table.c.batch_id, table.c.position)):
            found[row.batch_id].append(Letter(row.position, row.session_id, row.addressee))
        return found


def _batch(row: Any, letters: Sequence[Letter]) -> LetterBatch:
    return LetterBatch(
        row.batch_id,
        row.campaign_id,
        row.source,
        tuple(letters),
        row.printed_to,
        row.who,
        row.created_at,
        row.version,
    )
