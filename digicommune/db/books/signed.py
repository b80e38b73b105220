"""Signed copies of issued papers with their bytes; none is changed, none leaves it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import ColumnElement, select

from digicommune.db import schema
from digicommune.domain.signed_copies import PaperSignature, SignedCopy

if TYPE_CHECKING:
    from digicommune.db.desk import Desk

_COLUMNS = ("issue_id", "name", "sha256", "size", "origin", "base")


class SignedBook:
    """What came back signed, or was signed here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, copy: SignedCopy, content: bytes) -> SignedCopy:
        """A new copy under a number of its own."""
        entered = replace(
            copy,
            copy_id=self._desk.ids("signed_copies", 1)[0],
            who=copy.who or self._desk.actor.who,
            kept_at=copy.kept_at or self._desk.now,
        )
        values = {name: getattr(entered, name) for name in _COLUMNS}
        said = msgspec.json.encode(entered.signatures).decode()
        self._desk.add(
            schema.signed_copies,
            {
                **values,
                "copy_id": entered.copy_id,
                "content": content,
                "signatures": said,
                "who": entered.who,
                "kept_at": entered.kept_at,
            },
        )
        return entered

    def of(self, issue_id: int) -> tuple[SignedCopy, ...]:
        """The copies of a paper in the order they were kept."""
        return self._read(schema.signed_copies.c.issue_id == issue_id)

    def all(self) -> tuple[SignedCopy, ...]:
        """Every copy in the order they were kept."""
        return self._read()

    def get(self, copy_id: int) -> SignedCopy | None:
        """One copy."""
        found = self._read(schema.signed_copies.c.copy_id == copy_id)
        return found[0] if found else None

    def hashed(self, sha256: str) -> SignedCopy | None:
        """The copy whose bytes have this SHA-256."""
        found = self._read(schema.signed_copies.c.sha256 == sha256)
        return found[0] if found else None

    def content(self, copy_id: int) -> bytes:
        """The bytes of a copy as they were kept."""
        table = schema.signed_copies
        query = select(table.c.content).where(self._desk.mine(table), table.c.copy_id == copy_id)
        return bytes(self._desk.value(query) or b"")

    def spoilt(self) -> tuple[int, tuple[SignedCopy, ...]]:
        """How many copies there are, and those whose bytes are not what was kept."""
        every = self.all()
        wrong = tuple(
            one
            for one in every
            if hashlib.sha256(self.content(one.copy_id)).hexdigest() != one.sha256
        )
        return len(every), wrong

    def _read(self, *rules: ColumnElement[bool]) -> tuple[SignedCopy, ...]:
        table = schema.signed_copies
        named = [column for column in table.c if column.name != "content"]
        query = select(*named).where(self._desk.mine(table), *rules).order_by(table.c.copy_id)
        return tuple(map(_copy, self._desk.all(query)))


def _copy(row: Any) -> SignedCopy:
    values = {name: getattr(row, name) for name in (*_COLUMNS, "copy_id", "who", "kept_at")}
    read = msgspec.json.decode(row.signatures, type=tuple[PaperSignature, ...])
    return SignedCopy(**values, signatures=read)
