"""Write the marked copy: the sender's own workbook where openpyxl keeps it, else a new one."""

from __future__ import annotations

import io
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from digicommune.domain.grids import Grid
from digicommune.domain.text import clean
from digicommune.sheets.child import read_bytes
from digicommune.sheets.guard import open_package
from digicommune.sheets.marking import CopyJob, Mark
from digicommune.sheets.opening import is_encrypted, open_book, unlocked
from digicommune.sheets.package_marks import sheet_parts
from digicommune.sheets.plain_tables import Formats, is_risky, safe_text, workbook_at

KEPT_ROWS: Final = 10_000
_MOST_STYLED: Final = 40_000_000  # bytes of sheet XML beyond which openpyxl takes minutes
_WRONG, _DOUBTFUL = "FFC7CE", "FFEB9C"
_AUTHOR: Final = "DigiCommune"
REASON_HEADING: Final = "Lý do"


def write_marked(job: CopyJob, to: Path) -> int:
    """Write the copy, in the sender's own workbook where that can be kept; marked cells."""
    path = Path(job.path)
    data = read_bytes(path)
    if is_encrypted(data):
        data = unlocked(data, path.name, job.password)
    kept = _kept(data, job, path.name)
    if kept is not None:
        try:
            return _write_kept(kept, job, to)
        except Exception:  # noqa: BLE001 - what openpyxl cannot write back becomes a new workbook
            to.unlink(missing_ok=True)
    return _write_new(_grid(data, job, path.name), job, to)


def _grid(data: bytes, job: CopyJob, name: str) -> Grid:
    """The sheet as the reader saw it; every check of the reader is made again."""
    book = open_book(data, name, job.password)
    return next(iter(book.grids((job.sheet,))))


# --- the sender's own workbook ---


def _kept(data: bytes, job: CopyJob, name: str) -> Any:
    """The workbook in openpyxl, formulas as values; nothing where it cannot be kept."""
    if data[:2] != b"PK":
        return None
    package = open_package(data, name)
    if package.kind != "xlsx" or sum(map(len, package.parts.values())) > _MOST_STYLED:
        return None
    sheet = package.parts.get(sheet_parts(package.parts).get(job.sheet, ""), b"")
    if sheet.count(b"<row") > KEPT_ROWS or _is_boundless(sheet):
        return None
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        written = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    except Exception:  # noqa: BLE001 - openpyxl trips over what other programs write; a new one then
        return None
    if job.sheet not in book.sheetnames:
        return None
    _show_formulas(book, written)
    return book


def _is_boundless(sheet: bytes) -> bool:
    """Merges over whole columns would make openpyxl build a million cells."""
    return b":XFD" in sheet or b"1048576" in sheet


def _show_formulas(book: Any, written: Any) -> None:
    """Formulas without a stored value stay readable as text; risky texts are quoted."""
    for sheet in book.worksheets:
        twin = written[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None and twin[cell.coordinate].data_type == "f":
                    _write_text(cell, _formula_of(twin[cell.coordinate].value))
                elif isinstance(cell.value, str) and is_risky(cell.value):
                    _write_text(cell, cell.value)


def _formula_of(value: object) -> str:
    text = getattr(value, "text", value)
    return str(text or "")


def _write_text(cell: Any, text: str) -> None:
    """A text that stays a text whatever it begins with."""
    cell.value = safe_text(text)
    cell.data_type = "s"
    cell.quotePrefix = True


def _write_kept(book: Any, job: CopyJob, to: Path) -> int:
    sheet = book[job.sheet]
    by_cell: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for mark in job.marks:
        by_cell[_shown_cell(sheet, mark)].append(mark)
    for (row, column), marks in by_cell.items():
        _mark(sheet.cell(row, column), marks)
        sheet.row_dimensions[row].hidden = False
    book.active = book.sheetnames.index(job.sheet)
    book.properties.creator = _AUTHOR
    book.save(to)
    return len(by_cell)


def _shown_cell(sheet: Any, mark: Mark) -> tuple[int, int]:
    """The cell that shows what is marked: of a merged block its first."""
    from openpyxl.cell.cell import MergedCell

    row, column = mark.row + 1, mark.column + 1
    if isinstance(sheet.cell(row, column), MergedCell):
        for block in sheet.merged_cells.ranges:
            if block.min_row <= row <= block.max_row and block.min_col <= column <= block.max_col:
                return block.min_row, block.min_col
    return row, column


def _mark(cell: Any, marks: list[Mark]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    colour = _WRONG if any(mark.wrong for mark in marks) else _DOUBTFUL
    cell.fill = PatternFill("solid", start_color=colour, end_color=colour)
    before = [cell.comment.text] if cell.comment else []
    text = "\n".join([*before, *(mark.reason for mark in marks)])
    cell.comment = Comment(safe_text(text), _AUTHOR, height=110, width=320)


# --- a new workbook with the sender's values ---


def _write_new(grid: Grid, job: CopyJob, to: Path) -> int:
    """All values as text under their own row numbers, the reasons in a last column."""
    by_row: dict[int, list[Mark]] = defaultdict(list)
    for mark in job.marks:
        by_row[mark.row].append(mark)
    width = grid.width()
    with workbook_at(to, constant_memory=True) as book:
        sheet = book.add_worksheet(_sheet_name(grid.name))
        formats = Formats(book)
        fills = {
            wrong: book.add_format(
                {"font_name": "Times New Roman", "border": 1, "num_format": "@", "bg_color": colour}
            )
            for wrong, colour in ((True, f"#{_WRONG}"), (False, f"#{_DOUBTFUL}"))
        }
        sheet.set_column(0, width, 16)
        sheet.set_column(width, width, 70)
        for number, row in enumerate(grid.rows):
            colours = {mark.column: fills[mark.wrong] for mark in by_row.get(number, ())}
            for column, value in enumerate(row):
                text = _shown(value)
                format_ = colours.get(column) or formats.of(text)
                if text or column in colours:
                    sheet.write_string(number, column, text, format_)
            _write_reason(sheet, formats, (number, width), (job, by_row.get(number, [])))
    return len({(mark.row, mark.column) for mark in job.marks})


def _write_reason(
    sheet: Any, formats: Formats, cell: tuple[int, int], what: tuple[CopyJob, list[Mark]]
) -> None:
    job, marks = what
    if cell[0] == job.header_row:
        sheet.write_string(*cell, REASON_HEADING, formats.head)
    elif marks:
        reasons = dict.fromkeys(mark.reason for mark in marks)
        sheet.write_string(*cell, safe_text(" ".join(reasons)), formats.text)


def _shown(value: object) -> str:
    """A cell's value as its reader saw it: days day first, whole numbers without a point."""
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M") if value.hour or value.minute else _day(value)
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return safe_text(value)


def _day(value: date) -> str:
    return f"{value.day:02d}/{value.month:02d}/{value.year}"


def _sheet_name(name: str) -> str:
    kept = "".join(char for char in clean(name) if char not in "[]:*?/\\'")
    return kept[:31].strip() or "Danh sách"
