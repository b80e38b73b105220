"""What was taken in: each import, its rows with their verdicts, and the file itself."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import and_, func, select

from digicommune.db import dialect, schema
from digicommune.db.books.people import portions
from digicommune.db.desk import Desk
from digicommune.domain.import_records import LaterRow
from digicommune.domain.people import SourceRow
from digicommune.domain.registers import ImportRecord, ImportRowRecord, ImportState, ImportVerdict

_ROW = (
    "commune_id import_id row verdict target_kind target_id fields warnings problems before"
    " created_at updated_at"
)
_ZIP = b"PK"  # a workbook of today is packed already; no zlib stream begins so
_COUNTS = ("new", "known", "doubtful", "rejected", "skipped")


def _record(row: Any) -> ImportRecord:
    told = {one.name: getattr(row, one.name, None) for one in fields(ImportRecord)}
    told |= {name: getattr(row, f"rows_{name}") for name in _COUNTS}
    return ImportRecord(**{**told, "made_at": row.created_at})


class ImportBook:
    """Imports and their rows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, record: ImportRecord) -> int:
        """Enters an import; number, who, where and when are written by the book."""
        number = self._desk.ids("imports", 1)[0]
        named = ("kind", "file", "sha256", "sheet", "bank_bin", "campaign_id", "layout", "state")
        values: dict[str, object] = {name: getattr(record, name) for name in named}
        values |= {f"rows_{name}": getattr(record, name) for name in _COUNTS}
        actor = self._desk.actor
        told = {"who": actor.who, "workstation": actor.workstation, "import_id": number}
        self._desk.add(schema.imports, {**values, **told})
        return number

    def add_rows(self, import_id: int, rows: Iterable[ImportRowRecord]) -> None:
        """Enters an import's rows, in bulk; their texts are JSON already."""
        commune, now = self._desk.commune_id, self._desk.now
        dialect.add_rows(
            self._desk.connection,
            schema.import_rows,
            _ROW,
            ((commune, import_id, *row, now, now) for row in rows),
        )

    def by_sha(self, sha256: str, kind: str) -> ImportRecord | None:
        """The newest active import of the same file as the same kind of list."""
        table = schema.imports
        query = self._desk.rows_of(
            table, table.c.sha256 == sha256, table.c.kind == kind, table.c.state == "active"
        )
        row = self._desk.first(query.order_by(table.c.import_id.desc()))
        return None if row is None else _record(row)

    def get(self, import_id: int) -> ImportRecord | None:
        """One import."""
        table = schema.imports
        row = self._desk.first(self._desk.rows_of(table, table.c.import_id == import_id))
        return None if row is None else _record(row)

    def all(self) -> tuple[ImportRecord, ...]:
        """Every import, newest first."""
        query = self._desk.rows_of(schema.imports).order_by(schema.imports.c.import_id.desc())
        return tuple(_record(row) for row in self._desk.all(query))

    def rows(
        self,
        import_id: int,
        verdict: ImportVerdict | None = None,
        limit: int | None = None,
        offset: int = 0,
        *,
        row: int | None = None,
    ) -> tuple[ImportRowRecord, ...]:
        """An import's rows in the sheet's order; with ``row`` that one alone."""
        table = schema.import_rows
        columns = [table.c[name] for name in ImportRowRecord._fields]
        query = (
            select(*columns)
            .where(self._desk.mine(table), table.c.import_id == import_id)
            .order_by(table.c.row)
            .offset(offset)
        )
        # A negative limit is SQLite's "all"; PostgreSQL knows only none at all.
        query = query if limit is None else query.limit(limit)
        query = query if verdict is None else query.where(table.c.verdict == verdict)
        query = query if row is None else query.where(table.c.row == row)
        return tuple(ImportRowRecord(*row) for row in self._desk.all(query))

    def fields_of(self, sources: Iterable[SourceRow]) -> dict[SourceRow, str]:
        """The values of these rows as they were read, JSON."""
        table, found = schema.import_rows, {}
        wanted: dict[int, list[int]] = {}
        for number, row in sources:
            wanted.setdefault(number, []).append(row)
        for number, rows in wanted.items():
            for some in portions(rows):
                query = select(table.c.row, table.c.fields).where(
                    self._desk.mine(table), table.c.import_id == number, table.c.row.in_(some)
                )
                found.update({SourceRow(number, row): text for row, text in self._desk.all(query)})
        return found

    def later_targets(self, import_id: int, kind: str) -> dict[int, int]:
        """What the rows of later active imports ended at: target -> the last such import."""
        rows, table = schema.import_rows, schema.imports
        query = (
            select(rows.c.target_id, func.max(rows.c.import_id))
            .join(
                table,
                and_(
                    table.c.commune_id == rows.c.commune_id, table.c.import_id == rows.c.import_id
                ),
            )
            .where(
                self._desk.mine(rows),
                rows.c.import_id > import_id,
                rows.c.target_kind == kind,
                table.c.state == "active",
            )
            .group_by(rows.c.target_id)
        )
        return {row[0]: row[1] for row in self._desk.all(query)}

    def later_rows(self, import_id: int, kind: str) -> dict[int, list[LaterRow]]:
        """What later active imports of a kind of list say: target -> their rows, oldest first."""
        rows, table = schema.import_rows, schema.imports
        same = and_(table.c.commune_id == rows.c.commune_id, table.c.import_id == rows.c.import_id)
        columns = (rows.c.target_id, rows.c.import_id, rows.c.row, table.c.bank_bin, rows.c.fields)
        query = (
            select(*columns)
            .join(table, same)
            .where(
                self._desk.mine(rows),
                rows.c.import_id > import_id,
                rows.c.target_id.is_not(None),
                table.c.kind == kind,
                table.c.state == "active",
            )
            .order_by(rows.c.import_id, rows.c.row)
        )
        found: dict[int, list[LaterRow]] = {}
        for target, number, row, bank, told in self._desk.all(query):
            found.setdefault(target, []).append(LaterRow(SourceRow(number, row), bank, told))
        return found

    def settle_row(self, import_id: int, row: ImportRowRecord, before: str) -> None:
        """Puts a row that waited where it was decided to belong, and moves the counts."""
        table, rows = schema.imports, schema.import_rows
        values = row._asdict()
        number = values.pop("row")
        self._desk.edit(rows, {"import_id": import_id, "row": number}, values, None)
        counts = {
            f"rows_{before}": table.c[f"rows_{before}"] - 1,
            f"rows_{row.verdict}": table.c[f"rows_{row.verdict}"] + 1,
        }
        self._desk.edit(table, {"import_id": import_id}, counts, None)

    # --- what officers decided of doubtful rows ---

    def decisions(self) -> dict[str, dict[int, str]]:
        """Clues of a row -> resident -> "same" or "new"."""
        found: dict[str, dict[int, str]] = {}
        table = schema.intake_decisions
        query = select(table.c.digest, table.c.resident_id, table.c.decision)
        for digest, person, decision in self._desk.all(query.where(self._desk.mine(table))):
            found.setdefault(digest, {})[person] = decision
        return found

    def remember(self, decided: Iterable[tuple[str, int, str]]) -> None:
        """Keeps decisions: clues, resident, "same" or "new"; a later one replaces an earlier."""
        who = self._desk.actor.who
        rows = {
            (digest, person): {
                "digest": digest, "resident_id": person, "decision": decision, "who": who,
            }
            for digest, person, decision in decided
        }  # fmt: skip
        self._desk.put(schema.intake_decisions, "digest resident_id", rows.values())

    # --- imports under way ---

    def begin(self, token: str, file: str) -> None:
        """Notes that an import has begun; kept in a transaction of its own."""
        actor = self._desk.actor
        told = {"who": actor.who, "workstation": actor.workstation}
        self._desk.add(schema.imports_under_way, {"token": token, "file": file, **told})

    def end(self, token: str) -> None:
        """The import that began under this token is over."""
        table = schema.imports_under_way
        self._desk.remove(table, table.c.token == token)

    def under_way(self) -> tuple[tuple[str, str, str], ...]:
        """Imports begun and not ended: token, file, since when (UTC, ISO 8601)."""
        table = schema.imports_under_way
        query = self._desk.rows_of(table).order_by(table.c.created_at, table.c.token)
        return tuple((row.token, row.file, row.created_at) for row in self._desk.all(query))

    def open_rows(self, _end: date | None = None) -> int:
        """Rows of active imports that nobody has decided on or that could not be taken.

        Whatever the period's end: until it is decided on, a row may belong to any of them.
        """
        table = schema.imports
        query = select(func.sum(table.c.rows_doubtful + table.c.rows_rejected)).where(
            self._desk.mine(table), table.c.state == "active"
        )
        return int(self._desk.value(query) or 0)

    def set_state(self, import_id: int, state: ImportState) -> None:
        """Marks an import as undone or active again."""
        self._desk.edit(schema.imports, {"import_id": import_id}, {"state": state}, None)

    def keep_file(self, sha256: str, content: bytes) -> None:
        """Keeps the file as it came, packed; a file already kept is kept once."""
        table = schema.import_files
        if self._desk.count(table, table.c.sha256 == sha256):
            return
        packed = content if content.startswith(_ZIP) else zlib.compress(content, 1)
        self._desk.add(table, {"sha256": sha256, "size": len(content), "content": packed})

    def file(self, sha256: str) -> bytes | None:
        """A kept file's bytes."""
        table = schema.import_files
        query = select(table.c.content).where(self._desk.mine(table), table.c.sha256 == sha256)
        packed = self._desk.value(query)
        if packed is None:
            return None
        return bytes(packed) if packed.startswith(_ZIP) else zlib.decompress(packed)
