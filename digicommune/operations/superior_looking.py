"""Looks at the superior's workbook so that its cells can be shown on screen; it fills none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.domain.superior_books import BookLook, BookMap, SheetLook
from digicommune.domain.village_names import VillageFinder
from digicommune.operations.superior_books import read_file
from digicommune.sheets.filled_cells import cell_name
from digicommune.sheets.filling import check_book, locked_cells, sheets_of
from digicommune.sheets.opening import open_book

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.sheets.guard import Package

MOST_ROWS, MOST_COLUMNS = 400, 60  # forms are smaller; what lies beyond is not shown


def look(store: Store, path: Path) -> BookLook:
    """The sheets of a workbook, with the column where the office's villages stand.

    Raises ``UserError`` ``book_not_read``, ``book_not_xlsx`` and the refusals of a hostile file.
    """
    data = read_file(path)
    package = check_book(data, path.name)
    with store.glance() as unit:
        finder = VillageFinder(unit.villages.all())
        known = next((one for one in unit.superior_books.all() if one.file == path.name), None)
    book = open_book(data, path.name, None)
    sheets = tuple(
        _sheet(package, name, grid_rows, finder, hidden=name in book.hidden)
        for name in sheets_of(package)
        for grid_rows in [next(iter(book.grids((name,)))).rows]
    )
    name = known.name if known else path.stem
    return BookLook(str(path), name, sheets, known.map if known else BookMap())


def _sheet(
    package: Package,
    name: str,
    cells: Sequence[list[object]],
    finder: VillageFinder,
    *,
    hidden: bool,
) -> SheetLook:
    wide = min(MOST_COLUMNS, max((len(row) for row in cells), default=0) + 3)
    rows = tuple(
        tuple(_text(row[at]) if at < len(row) else "" for at in range(wide))
        for row in [*cells[:MOST_ROWS], *([[]] * 3)]
    )
    names, first, last = _villages(rows, finder)
    return SheetLook(name, hidden, rows, locked_cells(package, name), names, first, last)


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _villages(rows: tuple[tuple[str, ...], ...], finder: VillageFinder) -> tuple[str, int, int]:
    """The column with the most villages, and the rows from the first of them to the last."""
    best: tuple[int, list[int]] = (0, [])
    for column in range(len(rows[0]) if rows else 0):
        found = [at for at, row in enumerate(rows) if row[column] and finder.find(row[column])]
        if len(found) > len(best[1]):
            best = (column, found)
    column, found = best
    if not found:
        return "", 0, 0
    return cell_name((0, column)).rstrip("0123456789"), found[0] + 1, found[-1] + 1
