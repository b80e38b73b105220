"""The superior's workbooks as they came, their maps, and what was filled when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.superior_books import BookFill, BookMap, SuperiorBook


class SuperiorBookBook:
    """Workbooks of the superior's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[SuperiorBook, ...]:
        """Every workbook, by name; without its bytes."""
        table = schema.superior_books
        return tuple(map(_book, self._desk.all(self._desk.rows_of(table).order_by(table.c.name))))

    def content(self, book_id: int) -> bytes:
        """A workbook's bytes as it came."""
        table = schema.superior_books
        row = self._desk.first(self._desk.rows_of(table, table.c.book_id == book_id))
        return bytes(row.content) if row is not None else b""

    def save(self, book: SuperiorBook, content: bytes) -> SuperiorBook:
        """Adds (``book_id`` 0) or changes a workbook; raises ``changed_meanwhile``."""
        values = {
            "name": book.name,
            "file": book.file,
            "sha256": book.sha256,
            "content": content,
            "map": msgspec.json.encode(book.map).decode(),
        }
        table = schema.superior_books
        if book.book_id:
            self._desk.edit_or_refuse(table, {"book_id": book.book_id}, values, book.version)
            return replace(book, version=book.version + 1)
        number = self._desk.ids("superior_books", 1)[0]
        self._desk.add(table, {"book_id": number, **values, "version": 1})
        return replace(book, book_id=number, version=1)

    def note_fill(self, fill: BookFill) -> None:
        """Keeps that a workbook was filled, now, by whoever works here."""
        self._desk.add(
            schema.superior_fills,
            {
                "fill_id": self._desk.ids("superior_fills", 1)[0],
                "book_id": fill.book_id,
                "period": fill.period,
                "source_sha256": fill.source_sha256,
                "result_sha256": fill.result_sha256,
                "cells": fill.cells,
                "who": self._desk.actor.who,
                "at": self._desk.now,
            },
        )

    def fills(self, book_id: int) -> tuple[BookFill, ...]:
        """What was filled of a workbook, newest first."""
        table = schema.superior_fills
        query = self._desk.rows_of(table, table.c.book_id == book_id)
        rows = self._desk.all(query.order_by(table.c.fill_id.desc()))
        return tuple(BookFill(*(getattr(row, name) for name in BookFill.__slots__)) for row in rows)


def _book(row: Any) -> SuperiorBook:
    known = msgspec.json.decode(row.map, type=BookMap)
    return SuperiorBook(row.book_id, row.name, row.file, row.sha256, known, row.version)
