"""Walk-lists as they were printed, and what came back for each line; it judges nobody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.walk_results import SheetRow, WalkResult, WalkSheet


class WalkBook:
    """Printed lists and their results."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, sheet: WalkSheet) -> int:
        """Keeps a list as printed now, by whoever works here; returns its number."""
        number = self._desk.ids("walk_sheets", 1)[0]
        self._desk.add(
            schema.walk_sheets,
            {
                "sheet_id": number,
                "village_id": sheet.village_id,
                "period": sheet.period,
                "services": " ".join(sheet.services),
                "lanes": "\n".join(sheet.lanes),
                "printed_at": self._desk.now,
                "who": self._desk.actor.who,
            },
        )
        self._desk.add_some(
            schema.walk_sheet_rows,
            [
                {
                    "sheet_id": number,
                    "position": one.position,
                    "resident_id": one.resident_id,
                    "lacking": " ".join(one.lacking),
                }
                for one in sheet.rows
            ],
        )
        return number

    def sheets(self, village_id: int | None = None) -> tuple[WalkSheet, ...]:
        """The lists printed, newest first, without their lines."""
        table = schema.walk_sheets
        rules = [] if village_id is None else [table.c.village_id == village_id]
        query = self._desk.rows_of(table, *rules).order_by(table.c.sheet_id.desc())
        return tuple(_sheet(row, ()) for row in self._desk.all(query))

    def sheet(self, sheet_id: int) -> WalkSheet | None:
        """A list with its lines."""
        table, lines = schema.walk_sheets, schema.walk_sheet_rows
        row = self._desk.first(self._desk.rows_of(table, table.c.sheet_id == sheet_id))
        if row is None:
            return None
        query = self._desk.rows_of(lines, lines.c.sheet_id == sheet_id).order_by(lines.c.position)
        return _sheet(
            row,
            tuple(
                SheetRow(one.position, one.resident_id, tuple(one.lacking.split()))
                for one in self._desk.all(query)
            ),
        )

    def results(self, sheet_id: int) -> tuple[WalkResult, ...]:
        """What came back for a list, by line and service."""
        table = schema.walk_results
        query = self._desk.rows_of(table, table.c.sheet_id == sheet_id)
        return self._read(query.order_by(table.c.position, table.c.service))

    def results_of(self, round_id: int) -> tuple[WalkResult, ...]:
        """What one round brought back."""
        table = schema.walk_results
        query = self._desk.rows_of(table, table.c.round_id == round_id)
        return self._read(query.order_by(table.c.position, table.c.service))

    def _read(self, query: Any) -> tuple[WalkResult, ...]:
        return tuple(
            WalkResult(*(getattr(row, name) for name in WalkResult.__slots__))
            for row in self._desk.all(query)
        )

    def put(self, results: Iterable[WalkResult]) -> None:
        """Keeps results; a later one of the same line and service takes the earlier one's place."""
        values = [{name: getattr(one, name) for name in WalkResult.__slots__} for one in results]
        if values:
            self._desk.put(schema.walk_results, "sheet_id position service", values)

    def remove_of(self, round_id: int) -> None:
        """Takes out what a round brought back."""
        table = schema.walk_results
        self._desk.remove(table, table.c.round_id == round_id)


def _sheet(row: Any, rows: tuple[SheetRow, ...]) -> WalkSheet:
    return WalkSheet(
        row.sheet_id,
        row.village_id,
        row.period,
        tuple(row.services.split()),
        tuple(one for one in row.lanes.split("\n") if one),
        row.printed_at,
        row.who,
        rows,
    )
