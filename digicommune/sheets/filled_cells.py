"""Puts values into cells of a sheet's XML and leaves every other byte of it as it was.

openpyxl loses what it does not know (drop-downs of newer Excel, pictures, form controls), so a
workbook somebody else waits for is changed cell by cell. It opens no file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape

from digicommune.sheets.package_marks import column_index
from digicommune.sheets.plain_tables import safe_text

Value = int | Decimal | str
At = tuple[int, int]  # row and column, both from 0

_P: Final = rb"((?:\w+:)?)"
_DATA = re.compile(rb"<" + _P + rb"sheetData\b[^>]*?(/?)>")
_ROW = re.compile(rb"<" + _P + rb"row\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?row>)", re.DOTALL)
_CELL = re.compile(rb"<" + _P + rb"c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_ROW_NUMBER = re.compile(rb"\br=[\"'](\d+)[\"']")
_CELL_NAME = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d+)[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_TYPE = re.compile(rb"\s+t=[\"'][^\"']*[\"']")


class FormulaCellError(Exception):
    """A cell that should be filled holds a formula; ``at`` says which."""

    def __init__(self, at: At) -> None:
        super().__init__(at)
        self.at = at


class UnusualSheetError(Exception):
    """Rows or cells that do not say where they stand: nothing can be put beside them safely."""


def cell_name(at: At) -> str:
    """ "B7" of row 6 and column 1."""
    row, column = at
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def filled(xml: bytes, values: Mapping[At, Value]) -> bytes:
    """The sheet with these values; styles, merges and everything else stay.

    Raises ``FormulaCellError``, ``UnusualSheetError``.
    """
    start = _DATA.search(xml)
    if start is None:
        raise UnusualSheetError
    prefix = start[1]
    closing = b"</" + prefix + b"sheetData>"
    rows: dict[int, dict[int, Value]] = defaultdict(dict)
    for (row, column), value in values.items():
        rows[row][column] = value
    if start[2]:  # <sheetData/>
        made = b"".join(_new_row(prefix, row, rows[row]) for row in sorted(rows))
        return xml[: start.start()] + start[0][:-2] + b">" + made + closing + xml[start.end() :]
    end = xml.index(closing, start.end())
    inside = b"".join(_rows(xml[start.end() : end], prefix, rows))
    return xml[: start.end()] + inside + xml[end:]


def _rows(data: bytes, prefix: bytes, wanted: Mapping[int, Mapping[int, Value]]) -> Iterator[bytes]:
    """The rows of the sheet in their order, wanted ones filled or put in where they belong."""
    waiting = sorted(wanted)
    at = 0
    for match in _ROW.finditer(data):
        number = _row_of(match[2])
        while waiting and waiting[0] < number:
            yield data[at : match.start()]
            at = match.start()
            yield _new_row(prefix, waiting[0], wanted[waiting.pop(0)])
        if waiting and waiting[0] == number:
            yield data[at : match.start()]
            yield _filled_row(match, number, wanted[waiting.pop(0)])
            at = match.end()
    yield data[at:]
    for number in waiting:
        yield _new_row(prefix, number, wanted[number])


def _row_of(attributes: bytes) -> int:
    found = _ROW_NUMBER.search(attributes)
    if found is None:
        raise UnusualSheetError
    return int(found[1]) - 1


def _new_row(prefix: bytes, row: int, values: Mapping[int, Value]) -> bytes:
    cells = b"".join(_cell(prefix, (row, column), b"", values[column]) for column in sorted(values))
    return b'<%srow r="%d">%s</%srow>' % (prefix, row + 1, cells, prefix)


def _filled_row(row: re.Match[bytes], number: int, values: Mapping[int, Value]) -> bytes:
    prefix, attributes, inside = row[1], row[2], row[3] or b""
    cells = b"".join(_cells(inside, prefix, number, values))
    return b"<%srow%s>%s</%srow>" % (prefix, attributes.rstrip(b" /"), cells, prefix)


def _cells(data: bytes, prefix: bytes, row: int, values: Mapping[int, Value]) -> Iterator[bytes]:
    waiting = sorted(values)
    at = 0
    for match in _CELL.finditer(data):
        column = _column_of(match[2])
        while waiting and waiting[0] < column:
            yield data[at : match.start()]
            at = match.start()
            first = waiting.pop(0)
            yield _cell(prefix, (row, first), b"", values[first])
        if waiting and waiting[0] == column:
            if _FORMULA.search(match[3] or b""):
                raise FormulaCellError((row, column))
            yield data[at : match.start()]
            yield _cell(prefix, (row, column), match[2], values[waiting.pop(0)])
            at = match.end()
    yield data[at:]
    for column in waiting:
        yield _cell(prefix, (row, column), b"", values[column])


def _column_of(attributes: bytes) -> int:
    found = _CELL_NAME.search(attributes)
    if found is None:
        raise UnusualSheetError
    return column_index(found[1])


def _cell(prefix: bytes, at: At, attributes: bytes, value: Value) -> bytes:
    """A cell with a value in the place of what it held; its style stays."""
    kept = _TYPE.sub(b"", attributes).rstrip(b" /")
    if not kept.strip():
        kept = b' r="%s"' % cell_name(at).encode()
    if isinstance(value, str):
        text = escape(safe_text(value)).encode()
        space = b' xml:space="preserve"' if value != value.strip() else b""
        inside = b"<%sis><%st%s>%s</%st></%sis>" % (prefix, prefix, space, text, prefix, prefix)
        return b'<%sc%s t="inlineStr">%s</%sc>' % (prefix, kept, inside, prefix)
    number = format(value, "f") if isinstance(value, Decimal) else str(value)
    return b"<%sc%s><%sv>%s</%sv></%sc>" % (prefix, kept, prefix, number.encode(), prefix, prefix)


# --- what is to be known of cells before they are filled ---


def formula_cells(xml: bytes) -> frozenset[At]:
    """Where formulas stand."""
    return frozenset(
        (int(name[2]) - 1, column_index(name[1]))
        for match in _CELL.finditer(xml)
        if _FORMULA.search(match[3] or b"") and (name := _CELL_NAME.search(match[2]))
    )


def styles_of(xml: bytes, wanted: Mapping[At, object]) -> dict[At, int]:
    """Cell -> the number of its style, of those wanted that have one."""
    found: dict[At, int] = {}
    for match in _CELL.finditer(xml):
        name = _CELL_NAME.search(match[2])
        style = re.search(rb"\bs=[\"'](\d+)[\"']", match[2])
        if name is None or style is None:
            continue
        at = int(name[2]) - 1, column_index(name[1])
        if at in wanted:
            found[at] = int(style[1])
    return found
