"""Documents as made and issued, with the snapshot each is printed from; none is ever removed."""

from __future__ import annotations

from datetime import date
from typing import Any

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.registers import DocumentRecord

_FIELDS = tuple(DocumentRecord.__slots__)


class DocumentBook:
    """Documents."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, record: DocumentRecord) -> int:
        """Enters a document; the one it replaces is marked so. Returns its number."""
        number = self._desk.ids("documents", 1)[0]
        values = {name: getattr(record, name) for name in _FIELDS}
        made = record.made_at or self._desk.now
        self._desk.add(schema.documents, {**values, "document_id": number, "made_at": made})
        if record.replaces is not None:
            key = {"document_id": record.replaces}
            self._desk.edit(schema.documents, key, {"state": "replaced"}, None)
        return number

    def all(self) -> tuple[DocumentRecord, ...]:
        """Every document, newest first."""
        table = schema.documents
        query = self._desk.rows_of(table).order_by(table.c.document_id.desc())
        return tuple(_document(row) for row in self._desk.all(query))

    def get(self, document_id: int) -> DocumentRecord | None:
        """One document."""
        table = schema.documents
        row = self._desk.first(self._desk.rows_of(table, table.c.document_id == document_id))
        return None if row is None else _document(row)

    def issued(self, record: DocumentRecord) -> None:
        """A draft became a paper: its number, its day, and the snapshot that holds them."""
        key = {"document_id": record.document_id}
        names = ("number", "dated", "snapshot", "snapshot_sha256")
        values = {name: getattr(record, name) for name in names}
        self._desk.edit(schema.documents, key, {**values, "state": "issued"}, None)

    def numbered(self, document_id: int, number: str, dated: date) -> None:
        """Number and day an electronic paper got after it was issued; its snapshot stays."""
        key = {"document_id": document_id}
        self._desk.edit(schema.documents, key, {"number": number, "dated": dated}, None)

    def pdf_of(self, document_id: int, pdf_sha256: str) -> None:
        """Notes which PDF was made of a document, where it was not known when it was entered."""
        key = {"document_id": document_id}
        self._desk.edit(schema.documents, key, {"pdf_sha256": pdf_sha256}, None)

    def last_of(self, kind: str, period: str) -> DocumentRecord | None:
        """The newest document of a kind and period."""
        table = schema.documents
        query = self._desk.rows_of(table, table.c.kind == kind, table.c.period == period)
        row = self._desk.first(query.order_by(table.c.document_id.desc()).limit(1))
        return None if row is None else _document(row)


def _document(row: Any) -> DocumentRecord:
    return DocumentRecord(**{name: getattr(row, name) for name in _FIELDS})
