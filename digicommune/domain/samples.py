"""Shows the first values of every column as they stand in the sheet; it reads no meaning."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from digicommune.domain.grids import Grid, column_letters, is_empty
from digicommune.domain.headers import Header
from digicommune.domain.text import clean

MOST: Final = 3
_SEARCHED: Final = 40
_LONGEST: Final = 60
_COLUMN_NUMBER: Final = re.compile(r"\(?\d{1,2}\)?")


def first_values(grid: Grid, header: Header) -> dict[str, tuple[str, ...]]:
    """By column letters, the first three values below the header that differ.

    Rows of column numbers, and of a group's name alone, are none of the list.
    """
    first = header.rows[-1] + 1
    body = [row for row in grid.rows[first : first + _SEARCHED] if _tells(row)]
    found: dict[str, tuple[str, ...]] = {}
    for column in header.labels:
        cells = [row[column] for row in body if column < len(row) and not is_empty(row[column])]
        values = dict.fromkeys(shown(cell) for cell in cells)
        found[column_letters(column)] = tuple(values)[:MOST]
    return found


def _tells(row: list[object]) -> bool:
    cells = [cell for cell in row if not is_empty(cell)]
    return len(cells) > 1 and not all(_COLUMN_NUMBER.fullmatch(shown(one)) for one in cells)


def shown(value: object) -> str:
    """A cell as Excel would show it, cut short: 12, 05/03/1990, a text."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    text = f"{value:%d/%m/%Y}" if isinstance(value, date) else clean(str(value))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
