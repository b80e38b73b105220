"""Writes rows the way offices lay lists out: title block, bordered table, signature block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

Cell = str | int | date | None
MADE_ON = datetime(2026, 11, 1, 8, 0, 0)


@dataclass(slots=True)
class Sheet:
    """One workbook of one sheet, written downwards row by row (0-based)."""

    path: Path
    name: str
    widths: Sequence[float]
    row: int = 0
    _book: Any = field(init=False)
    _sheet: Any = field(init=False)
    _formats: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(str(self.path), options)
        self._book.set_properties({"created": MADE_ON, "author": "DigiCommune"})
        self._sheet = self._book.add_worksheet(self.name)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        font = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
        box = {**font, "border": 1, "text_wrap": True}
        kinds = {
            "plain": font,
            "bold": {**font, "bold": True},
            "middle": {**font, "align": "center"},
            "title": {**font, "bold": True, "align": "center"},
            "head": {**box, "bold": True, "align": "center", "bg_color": "#E8EEF4"},
            "cell": box,
            "center": {**box, "align": "center"},
            "date": {**box, "num_format": "dd/mm/yyyy", "align": "center"},
            "text": {**box, "num_format": "@"},
            "section": {**box, "bold": True},
        }
        self._formats = {kind: self._book.add_format(what) for kind, what in kinds.items()}
        for column, width in enumerate(self.widths):
            self._sheet.set_column(column, column, width)

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.widths) - 1

    def across(
        self, text: str, kind: str = "title", columns: tuple[int, int] | None = None
    ) -> None:
        """A text merged over columns (all of them unless told) of the present row."""
        first, last = columns or (0, self.last)
        self._sheet.merge_range(self.row, first, self.row, last, text, self._formats[kind])

    def block(self, where: tuple[int, int, int, int], text: str) -> None:
        """A heading merged over rows and columns (top, left, bottom, right)."""
        if where[:2] == where[2:]:
            self._sheet.write_string(where[0], where[1], text, self._formats["head"])
        else:
            self._sheet.merge_range(*where, text, self._formats["head"])

    def put(self, column: int, value: Cell, kind: str = "cell") -> None:
        """One cell of the present row."""
        made = self._formats[kind]
        if value is None:
            self._sheet.write_blank(self.row, column, None, made)
        elif isinstance(value, str):
            self._sheet.write_string(self.row, column, value, made)
        elif isinstance(value, date):
            self._sheet.write_datetime(self.row, column, value, self._formats["date"])
        else:
            self._sheet.write_number(self.row, column, value, made)

    def line(self, values: Sequence[Cell], kind: str = "cell") -> None:
        """A row of the table."""
        for column, value in enumerate(values):
            self.put(column, value, kind)
        self.row += 1

    def skip(self, rows: int = 1) -> None:
        """Leave rows empty."""
        self.row += rows

    def close(self) -> None:
        """Write the file."""
        self._book.close()
