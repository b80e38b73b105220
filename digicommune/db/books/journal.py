"""Who did what, when, chained so that a removed or changed entry shows; nothing is taken out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.registers import JournalEntry

START = "0" * 64


def _digest(previous: str, told: tuple[object, ...]) -> str:
    text = json.dumps([previous, *told], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _entry(row: Any) -> JournalEntry:
    return JournalEntry(**{name: getattr(row, name) for name in JournalEntry.__slots__})


def _told(row: Any) -> tuple[object, ...]:
    return (
        row.entry_id,
        row.who,
        row.workstation,
        row.at,
        row.action,
        row.subject,
        row.before,
        row.after,
    )


class JournalBook:
    """The office's journal."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def who(self) -> str:
        """Who works, as entries name them."""
        return self._desk.actor.who

    @property
    def now(self) -> str:
        """The moment of this unit, as stamps are written."""
        return self._desk.now

    def note(self, action: str, subject: str, before: object = None, after: object = None) -> None:
        """Enters what was done to what; ``before`` and ``after`` are JSON text or plain values."""
        self.note_many([(action, subject, before, after)])

    def note_many(self, notes: Sequence[tuple[str, str, object, object]]) -> None:
        """Enters several: action, subject, before, after."""
        if not notes:
            return
        desk, table = self._desk, schema.journal
        last = desk.first(desk.rows_of(table).order_by(table.c.entry_id.desc()).limit(1))
        digest = START if last is None else last.digest
        rows = []
        numbers = desk.ids("journal", len(notes))
        for number, note in zip(numbers, notes, strict=True):
            entry = self._entry(number, note)
            digest = _digest(digest, _told(entry))
            values = {name: getattr(entry, name) for name in JournalEntry.__slots__}
            rows.append({**values, "digest": digest})
        desk.add_some(table, rows)

    def _entry(self, number: int, note: tuple[str, str, object, object]) -> JournalEntry:
        action, subject, before, after = note
        return JournalEntry(
            entry_id=number,
            who=self._desk.actor.who,
            workstation=self._desk.actor.workstation,
            at=self._desk.now,
            action=action,
            subject=subject,
            before=_text(before),
            after=_text(after),
            digest="",
        )

    def entries(self, limit: int = 100) -> tuple[JournalEntry, ...]:
        """The newest entries, newest first."""
        table = schema.journal
        query = self._desk.rows_of(table).order_by(table.c.entry_id.desc()).limit(limit)
        return tuple(_entry(row) for row in self._desk.all(query))

    def mark(self) -> int:
        """The number of the newest entry; 0 where there is none."""
        query = select(func.max(schema.journal.c.entry_id)).where(self._desk.mine(schema.journal))
        return int(self._desk.value(query) or 0)

    def only_about(self, since: int, subjects: str) -> bool:
        """Whether all entries after one are about subjects that begin so."""
        table = schema.journal
        other = ~table.c.subject.startswith(subjects, autoescape=True)
        return not self._desk.count(table, table.c.entry_id > since, other)

    def of(self, subject: str, limit: int = 100) -> tuple[JournalEntry, ...]:
        """The newest entries about one thing, newest first."""
        table = schema.journal
        query = self._desk.rows_of(table, table.c.subject == subject)
        query = query.order_by(table.c.entry_id.desc()).limit(limit)
        return tuple(_entry(row) for row in self._desk.all(query))

    def last(self, action: str, subject: str) -> JournalEntry | None:
        """The newest entry of an action on one thing."""
        table = schema.journal
        query = self._desk.rows_of(table, table.c.subject == subject, table.c.action == action)
        row = self._desk.first(query.order_by(table.c.entry_id.desc()).limit(1))
        return None if row is None else _entry(row)

    def broken_at(self) -> int | None:
        """The first entry that does not follow from the one before; None where all do."""
        table, digest = schema.journal, START
        every = self._desk.all(self._desk.rows_of(table).order_by(table.c.entry_id))
        for number, row in enumerate(every, start=1):
            digest = _digest(digest, _told(row))
            if row.digest != digest or row.entry_id != number:
                return int(row.entry_id)
        return None


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
