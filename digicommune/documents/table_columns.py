"""Columns of a table that say nothing are left out; it changes no cell that stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from digicommune.documents.description import Table


def without_empty(table: Table, places: Iterable[int]) -> Table:
    """The table without those of the columns at ``places`` that are blank in every row."""
    gone = {at for at in places if not any(row.cells[at].strip() for row in table.rows)}
    if not gone:
        return table
    kept = [at for at in range(len(table.columns)) if at not in gone]
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)
