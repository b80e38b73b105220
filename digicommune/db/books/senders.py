"""Who sends lists, and what was understood of them; it reads no list."""

from __future__ import annotations

from typing import Any

import msgspec

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.senders import Sender


class SenderBook:
    """Senders, each with the headings of one of its lists."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Sender, ...]:
        """Every list of every sender, by name."""
        table = schema.senders
        query = self._desk.rows_of(table).order_by(table.c.name, table.c.sender_id)
        return tuple(_sender(row) for row in self._desk.all(query))

    def save(self, sender: Sender) -> Sender:
        """Keeps what is known of a sender's list; ``sender_id`` 0 is a new one."""
        values: dict[str, object] = {
            "name": sender.name,
            "kind": sender.kind,
            "bank_bin": sender.bank_bin,
            "campaign": sender.campaign,
            "sheet": sender.sheet,
            "signature": msgspec.json.encode(sorted(sender.signature)).decode(),
            "headings": msgspec.json.encode(dict(sender.headings)).decode(),
        }
        number = sender.sender_id
        if number:
            self._desk.edit(schema.senders, {"sender_id": number}, values, None)
        else:
            number = self._desk.ids("senders", 1)[0]
            self._desk.add(schema.senders, {"sender_id": number, **values})
        return sender.numbered(number)

    def remove(self, sender_id: int) -> None:
        """Forgets one list of a sender."""
        self._desk.remove(schema.senders, schema.senders.c.sender_id == sender_id)


def _sender(row: Any) -> Sender:
    return Sender(
        row.sender_id,
        row.name,
        row.kind,
        row.bank_bin,
        row.campaign,
        row.sheet,
        frozenset(msgspec.json.decode(row.signature, type=list[str])),
        msgspec.json.decode(row.headings, type=dict[str, str]),
    )
