"""Writes the tables of a document as a workbook with true numbers; no text becomes a formula."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from digicommune.domain.paper_tables import PaperNumber
from digicommune.domain.progress import Progress, no_progress
from digicommune.sheets.plain_tables import is_risky, replacing, safe_text, workbook_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.domain.paper_tables import PaperCell, PaperTable

_A4: Final = 9
_NARROWEST, _WIDEST = 6, 44
_SAMPLED: Final = 300
_EASY_HEADING: Final = 14  # a long heading gets so many characters at least
_LINE_HEIGHT: Final = 17  # points of a line of 12 pt
_LONGEST_NAME: Final = 31
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
# Longer tables go out row by row, and Excel gathers their texts when it saves them.
_LONG: Final = 5_000
_EVERY: Final = 200  # rows between two reports of progress
_TOLD: Final = "Đang ghi tệp Excel"
# Files of one document are the same whenever they are written.
_WRITTEN: Final = datetime(2020, 1, 1)
_FONT: Final = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}

_Key = tuple[str, bool, str, bool]


def write_book(tables: Sequence[PaperTable], to: Path, progress: Progress = no_progress) -> None:
    """One sheet a table, printed on A4 as wide as its page, headings frozen and repeated.

    ``progress`` is told of rows; whatever it raises leaves no file behind. Raises ``UserError``
    ``file_not_written``.
    """
    rows = sum(len(table.rows) for table in tables)
    with replacing(to) as part, workbook_at(part, constant_memory=rows > _LONG) as book:
        book.set_properties({"created": _WRITTEN, "author": "DigiCommune"})
        looks, told = _Looks(book), _Told(progress, rows)
        names: set[str] = set()
        for table in tables:
            _write(book.add_worksheet(_name(table.name, names)), table, (looks, told))


class _Told:
    """Counts the rows written and tells them now and then."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def row(self) -> None:
        self._done += 1
        if self._done % _EVERY == 0 or self._done == self._total:
            self._progress(self._done, self._total, _TOLD)


def _name(wanted: str, taken: set[str]) -> str:
    """A sheet's name Excel takes, no other sheet having it."""
    plain = _NO_NAME.sub("", safe_text(wanted)).strip() or "Bảng"
    name, count = plain[:_LONGEST_NAME], 1
    while name.casefold() in taken:
        count += 1
        ending = f" ({count})"
        name = plain[: _LONGEST_NAME - len(ending)] + ending
    taken.add(name.casefold())
    return name


class _Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[_Key, Any] = {}
        middle = {**_FONT, "align": "center", "text_wrap": True}
        self.title = book.add_format({**middle, "bold": True, "font_size": 14})
        self.note = book.add_format({**middle, "italic": True})
        self.unit = book.add_format({**_FONT, "align": "right", "italic": True})
        self.remark = book.add_format({**_FONT, "align": "left", "text_wrap": True})
        head = {**_FONT, "border": 1, "align": "center", "text_wrap": True}
        self.head = book.add_format({**head, "bold": True})
        self.count = book.add_format(head)

    def of(self, cell: PaperCell, align: str, *, bold: bool) -> Any:
        """How a cell of the table looks."""
        shown = _shown(cell) if isinstance(cell, PaperNumber) else "@"
        quoted = isinstance(cell, str) and is_risky(cell)
        key = (shown, bold, align, quoted)
        if key not in self._made:
            look = {**_FONT, "border": 1, "num_format": shown, "bold": bold, "align": align}
            self._made[key] = self._book.add_format(
                {**look, "text_wrap": shown == "@", "quote_prefix": quoted}
            )
        return self._made[key]


def _shown(number: PaperNumber) -> str:
    places = "." + "0" * number.decimals if number.decimals else ""
    return f"{'0' if number.percent else '#,##0'}{places}{'%' if number.percent else ''}"


def _write(sheet: Any, table: PaperTable, how: tuple[_Looks, _Told]) -> None:
    looks, told = how
    widths = _widths(table)
    for place, text in enumerate(table.titles):
        _across(sheet, place, (text, widths), looks.title if place < 2 else looks.note)
    head = len(table.titles)
    if table.unit:
        _across(sheet, head, (table.unit, widths), looks.unit)
        head += 1
    first = _write_head(sheet, (table, widths), looks, head)
    for at, row in enumerate(table.rows, start=first):
        sheet.set_row(at, _height([_text(cell) for cell in row.cells], widths))
        for column, cell in enumerate(row.cells):
            look = looks.of(cell, table.columns[column].align, bold=row.bold)
            _put(sheet, (at, column), cell, look)
        told.row()
    for at, note in enumerate(table.notes, start=first + len(table.rows)):
        _across(sheet, at, (note, widths), looks.remark)
    _set_page(sheet, table, head, first)
    for column, wide in enumerate(widths):
        sheet.set_column(column, column, wide)


def _across(sheet: Any, line: int, what: tuple[str, list[int]], look: Any) -> None:
    """A text over the whole table, its row as high as its lines need."""
    text, widths = safe_text(what[0]), what[1]
    sheet.set_row(line, _height([text], [int(sum(widths) * 1.1)]))
    if len(widths) > 1:
        sheet.merge_range(line, 0, line, len(widths) - 1, "", look)
    sheet.write_string(line, 0, text, look)


def _height(texts: list[str], widths: list[int]) -> float:
    """A row's height in points, which not every program finds by itself for wrapped text."""
    lines = (_lines(text, wide) for text, wide in zip(texts, widths, strict=True) if text)
    return _LINE_HEIGHT * max(lines, default=1) + 2


def _lines(text: str, wide: int) -> int:
    """Lines a text takes; most texts fit on one, and finding that out is quick."""
    return 1 if len(text) <= wide and text.isprintable() else len(wrap(text, wide))


def _write_head(sheet: Any, what: tuple[PaperTable, list[int]], looks: _Looks, at: int) -> int:
    """The headings and, where the paper has it, the row (1)(2)(3); the line of the first row."""
    table, widths = what
    sheet.set_row(at, _height([one.heading for one in table.columns], widths))
    for column, one in enumerate(table.columns):
        sheet.write_string(at, column, safe_text(one.heading), looks.head)
    if not table.numbered:
        return at + 1
    for column, _ in enumerate(table.columns):  # a row once left cannot be written any more
        sheet.write_string(at + 1, column, f"({column + 1})", looks.count)
    return at + 2


def _put(sheet: Any, where: tuple[int, int], cell: PaperCell, look: Any) -> None:
    if isinstance(cell, PaperNumber):
        sheet.write_number(*where, float(cell.value), look)
    elif cell:
        sheet.write_string(*where, safe_text(cell), look)
    else:
        sheet.write_blank(*where, None, look)


def _set_page(sheet: Any, table: PaperTable, head: int, first: int) -> None:
    sheet.freeze_panes(first, 0)
    sheet.repeat_rows(head, first - 1)
    sheet.set_paper(_A4)
    sheet.set_margins(left=1.18, right=0.6, top=0.79, bottom=0.79)
    if table.landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _widths(table: PaperTable) -> list[int]:
    """Each column as wide as its longest cell, within bounds, in characters."""
    found = []
    for column, one in enumerate(table.columns):
        shown = [_text(row.cells[column]) for row in table.rows[:_SAMPLED]]
        longest = max(map(len, shown), default=0)
        word = max(map(len, one.heading.split()), default=0)
        share = min(_EASY_HEADING, len(one.heading) // 4)
        found.append(min(_WIDEST, max(_NARROWEST, longest + 2, word + 2, share)))
    return found


def _text(cell: PaperCell) -> str:
    """About what is seen of a cell, for its size."""
    return cell if isinstance(cell, str) else f"{cell.value:,}"
