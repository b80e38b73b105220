"""Read xlsx, xlsm, xlsb, ods by calamine, with the marks calamine does not tell; never writes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import cast
from xml.etree import ElementTree as ET

import python_calamine

from digicommune.domain.grids import Grid, Marks, Span
from digicommune.sheets import guard, ods_marks, package_marks, refusals
from digicommune.sheets.book import Book
from digicommune.sheets.legacy_cells import decode_cells, encoding_of
from digicommune.sheets.limits import is_expendable

_VISIBLE = "visible"
# A duration beyond what Python can hold overflows; larger ones still make calamine panic (child).
_DAMAGE = (python_calamine.CalamineError, OSError, ValueError, OverflowError)


def open_zipped(data: bytes, name: str) -> Book:
    """The sheets of a zipped workbook, read one by one when asked for.

    In an expendable process calamine starts beside the checks: if a stray cell kills the process
    before they refuse it, that is what the process is for. Elsewhere it waits for them.
    """
    # Not a context manager: a refusal must not wait for calamine to finish with a bomb.
    beside = ThreadPoolExecutor(1)
    # calamine never comes back from an OpenDocument whose tags do not close: that is checked first.
    at_once = is_expendable() and ods_marks.CONTENT.encode() not in data
    early = beside.submit(_Loaded, data) if at_once else None
    try:
        package = guard.open_package(data, name)
        if package.kind == "ods" and not ods_marks.is_whole(package.parts):
            raise refusals.corrupt(name)
        loaded = early.result() if early else _Loaded(data)
    except python_calamine.PasswordError as error:
        raise refusals.password_required(name) from error
    except _DAMAGE as error:
        raise refusals.corrupt(name) from error
    finally:
        beside.shutdown(wait=False)

    def grids(wanted: tuple[str, ...]) -> Iterator[Grid]:
        for sheet in wanted:
            yield _grid(loaded, sheet, package, name)

    hidden = tuple(sheet for sheet, seen in loaded.sheets if seen != _VISIBLE)
    return Book(tuple(sheet for sheet, _ in loaded.sheets), hidden, grids)


class _Loaded:
    """The workbook in calamine, with the sheet that will most likely be asked for first."""

    def __init__(self, data: bytes) -> None:
        self._book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        self.sheets = [
            (meta.name, str(meta.visible).rpartition(".")[2].lower())
            for meta in self._book.sheets_metadata
        ]
        shown = [name for name, seen in self.sheets if seen == _VISIBLE]
        self._held: dict[str, list[list[object]]] = {}
        if shown:
            self._held[shown[0]] = self._read(shown[0])

    def values(self, sheet: str) -> list[list[object]]:
        """The cells of a sheet from A1 on; handed out once, for the caller to change."""
        held = self._held.pop(sheet, None)
        return self._read(sheet) if held is None else held

    def _read(self, sheet: str) -> list[list[object]]:
        cells = self._book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        return cast("list[list[object]]", cells)


def _grid(loaded: _Loaded, sheet: str, package: guard.Package, name: str) -> Grid:
    try:
        rows = loaded.values(sheet)
    except _DAMAGE as error:
        raise refusals.corrupt(name) from error
    if package.kind == "ods":
        hidden, spans = ods_marks.marks(package.parts.get(ods_marks.CONTENT, b""), sheet)
        return Grid(sheet, rows, spans, Marks(hidden_rows=hidden))
    try:
        xml = _sheet_xml(package, sheet)
    except ET.ParseError as error:
        raise refusals.corrupt(name) from error
    marks, spans = _xml_marks(xml)
    return _with_fonts(Grid(sheet, rows, spans, marks), xml, package.parts.get("xl/styles.xml"))


def _sheet_xml(package: guard.Package, sheet: str) -> bytes:
    """The XML of a sheet; nothing where the format is not xlsx or the part is missing."""
    if package.kind != "xlsx":
        return b""
    return package.parts.get(package_marks.sheet_parts(package.parts).get(sheet, ""), b"")


def _xml_marks(xml: bytes) -> tuple[Marks, tuple[Span, ...]]:
    marks = Marks(
        hidden_rows=package_marks.hidden_rows(xml),
        errors=package_marks.error_cells(xml),
        uncomputed=package_marks.uncomputed_cells(xml),
    )
    return marks, package_marks.merged_spans(xml)


def _with_fonts(grid: Grid, xml: bytes, styles: bytes | None) -> Grid:
    """The grid with struck rows marked and cells of legacy fonts decoded."""
    marks = grid.marks
    use = package_marks.font_use(styles)
    if use.telling():
        fonts = dict(use.fonts)
        at = package_marks.styles_at(xml, use.struck | fonts.keys())
        struck = frozenset(position for position, style in at.items() if style in use.struck)
        cell_fonts = {position: fonts[style] for position, style in at.items() if style in fonts}
        decoded = decode_cells(grid.rows, cell_fonts)
        encoding = encoding_of(cell_fonts) if decoded else None
        marks = replace(marks, struck=struck, decoded_rows=decoded, encoding=encoding)
    return replace(grid, marks=marks)
