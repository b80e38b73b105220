"""Read xlsx, xlsm, xlsb, ods by calamine, with the marks calamine does not tell; never writes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import cast

import python_calamine

from digicommune.domain.grids import Grid, Marks, Span
from digicommune.sheets import guard, package_marks, refusals
from digicommune.sheets.book import Book
from digicommune.sheets.legacy_cells import decode_cells, encoding_of

_VISIBLE = "visible"


def open_zipped(data: bytes, name: str) -> Book:
    """The sheets of a zipped workbook, read one by one when asked for."""
    package = guard.open_package(data, name)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        meta = [(s.name, str(s.visible).rpartition(".")[2].lower()) for s in book.sheets_metadata]
    except python_calamine.PasswordError as error:
        raise refusals.password_required(name) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise refusals.corrupt(name) from error

    def grids(wanted: tuple[str, ...]) -> Iterator[Grid]:
        for sheet in wanted:
            yield _grid(book, sheet, package, name)

    hidden = tuple(sheet for sheet, seen in meta if seen != _VISIBLE)
    return Book(tuple(sheet for sheet, _ in meta), hidden, grids)


def _grid(
    book: python_calamine.CalamineWorkbook, sheet: str, package: guard.Package, name: str
) -> Grid:
    xml = _sheet_xml(package, sheet)
    # calamine lets other threads run while it parses: the marks cost no time of their own.
    with ThreadPoolExecutor(1) as beside:
        found = beside.submit(_xml_marks, xml)
        rows = _values(book, sheet, name)
        marks, spans = found.result()
    return _with_fonts(Grid(sheet, rows, spans, marks), xml, package.parts.get("xl/styles.xml"))


def _values(book: python_calamine.CalamineWorkbook, sheet: str, name: str) -> list[list[object]]:
    try:
        cells = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise refusals.corrupt(name) from error
    return cast("list[list[object]]", cells)


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
