"""Read .xls (BIFF) by xlrd with fonts, hidden rows, merges and errors; it never writes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import olefile
import xlrd

from digicommune.domain import legacy
from digicommune.domain.grids import Grid, Marks, Span
from digicommune.sheets import refusals
from digicommune.sheets.book import Book
from digicommune.sheets.legacy_cells import decode_cells, encoding_of

_MAX_CELLS: Final = 5_000_000
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5


class EncryptedXls(Exception):
    """The workbook is encrypted; whoever opens files knows how to decrypt."""


def open_xls(data: bytes, name: str) -> Book:
    """The sheets of a BIFF workbook."""
    try:
        book = xlrd.open_workbook(
            file_contents=_workbook_stream(data),
            formatting_info=True,
            ragged_rows=True,
            logfile=io.StringIO(),
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise EncryptedXls from error
        raise refusals.corrupt(name) from error
    except Exception as error:  # xlrd trips over damaged records in every way there is
        raise refusals.corrupt(name) from error

    def grids(wanted: tuple[str, ...]) -> Iterator[Grid]:
        for sheet in wanted:
            yield _grid(book, sheet, name)

    sheets = tuple(book.sheet_names())
    hidden = tuple(s.name for s in book.sheets() if s.visibility)
    return Book(sheets, hidden, grids)


def _workbook_stream(data: bytes) -> bytes:
    """The workbook inside an OLE container, else the bytes as they are.

    xlrd follows the container's chains of sectors without end where they are damaged into a ring;
    olefile reads no more sectors than the stream has.
    """
    if not olefile.isOleFile(data):
        return data
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        for name in ("Workbook", "Book"):
            if container.exists(name):
                with container.openstream(name) as stream:
                    return bytes(stream.read())
    return data


@dataclass(slots=True)
class _Seen:
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: set[tuple[int, int]] = field(default_factory=set)
    fonts: dict[tuple[int, int], str] = field(default_factory=dict)


def _grid(book: xlrd.Book, sheet_name: str, name: str) -> Grid:
    sheet = book.sheet_by_name(sheet_name)
    height, width = _filled_area(sheet)
    if height * width > _MAX_CELLS:
        raise refusals.too_big(name, f"vùng dữ liệu {height} dòng × {width} cột")
    seen = _Seen()
    rows = [_row(book, sheet, index, (width, seen)) for index in range(height)]
    decoded = decode_cells(rows, seen.fonts)
    marks = Marks(
        hidden_rows=frozenset(i for i, info in sheet.rowinfo_map.items() if info.hidden),
        decoded_rows=decoded,
        struck=frozenset(seen.struck),
        errors=seen.errors,
        encoding=encoding_of(seen.fonts) if decoded else None,
    )
    spans = tuple(Span(t, left, b - 1, r - 1) for t, b, left, r in sheet.merged_cells)
    return Grid(sheet_name, rows, spans, marks)


def _filled_area(sheet: xlrd.sheet.Sheet) -> tuple[int, int]:
    """Rows and columns up to the last cell that holds something."""
    height = width = 0
    for index in range(sheet.nrows):
        types = sheet.row_types(index)
        last = max((i for i, kind in enumerate(types) if kind not in (0, 6)), default=-1)
        if last >= 0:
            height, width = index + 1, max(width, last + 1)
    return height, width


def _row(
    book: xlrd.Book, sheet: xlrd.sheet.Sheet, index: int, into: tuple[int, _Seen]
) -> list[object]:
    width, seen = into
    cells = list(zip(sheet.row_types(index), sheet.row_values(index), strict=True))[:width]
    row: list[object] = []
    for column, (kind, value) in enumerate(cells):
        row.append(_value(book, kind, value))
        if kind == _ERROR:
            seen.errors[index, column] = xlrd.error_text_from_code.get(value, "#N/A")
        if kind == _TEXT or (kind and kind != 6):
            _note_font(book, sheet, (index, column), seen)
    return row + [""] * (width - len(row))


def _value(book: xlrd.Book, kind: int, value: object) -> object:
    if kind == _DATE and isinstance(value, float):
        try:
            moment: datetime = xlrd.xldate_as_datetime(value, book.datemode)
        except (xlrd.XLDateError, ValueError, OverflowError):
            return value
        return moment.date() if not (moment.hour or moment.minute) else moment
    if kind == _BOOLEAN:
        return bool(value)
    return value if kind in (_TEXT, _NUMBER) else ""


def _note_font(book: xlrd.Book, sheet: xlrd.sheet.Sheet, at: tuple[int, int], seen: _Seen) -> None:
    try:
        font = book.font_list[book.xf_list[sheet.cell_xf_index(*at)].font_index]
    except IndexError:  # a damaged style tells no font
        return
    if font.struck_out:
        seen.struck.add(at)
    if legacy.font_encoding(font.name):
        seen.fonts[at] = font.name
