"""Fills cells of somebody else's workbook: all other parts go over as they are; it maps nothing."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET  # the guard has refused every DTD before

from digicommune.errors import UserError
from digicommune.sheets import refusals
from digicommune.sheets.filled_cells import (
    At,
    FormulaCellError,
    UnusualSheetError,
    Value,
    cell_name,
    filled,
    formula_cells,
    styles_of,
)
from digicommune.sheets.guard import Package, open_package
from digicommune.sheets.opening import open_book
from digicommune.sheets.package_marks import column_index, merged_spans, sheet_parts
from digicommune.sheets.plain_tables import replacing

CellValues = Mapping[str, Mapping[At, Value]]  # by sheet
MOST_COVERED = 500  # rows and columns of one merged block that are looked at
_NAME = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_PERCENT_FORMATS = frozenset({9, 10})  # of ECMA-376, 18.8.30: 0% and 0.00%
_CALC = re.compile(rb"<((?:\w+:)?)calcPr\b([^>]*?)/?>")
_FULL = re.compile(rb"\s+fullCalcOnLoad=[\"'][^\"']*[\"']")
_AFTER_CALC = re.compile(
    rb"<(?:\w+:)?(?:oleSize|customWorkbookViews|pivotCaches|smartTagPr|smartTagTypes|webPublishing"
    rb"|fileRecoveryPr|webPublishObjects|extLst)\b|</(?:\w+:)?workbook>"
)


@dataclass(frozen=True, slots=True)
class FilledBook:
    """A filled workbook: its hash, and what stood in a percent cell as a share of 1."""

    sha256: str
    cells: int


def cell_at(name: str) -> At | None:
    """Row and column of "B7", both from 0; None where it is no address."""
    found = _NAME.fullmatch(name.strip().replace("$", "").upper())
    return None if found is None else (int(found[2]) - 1, column_index(found[1].encode()))


def check_book(data: bytes, name: str) -> Package:
    """The workbook's parts, where it is one whose cells can be filled.

    Raises ``UserError`` ``book_not_xlsx`` and the refusals of a hostile file.
    """
    if data[:2] != b"PK":
        raise _not_xlsx(name)
    package = open_package(data, name)
    if package.kind != "xlsx":
        raise _not_xlsx(name)
    return package


def sheets_of(package: Package) -> tuple[str, ...]:
    """The names of its sheets, hidden ones too."""
    return tuple(sheet_parts(package.parts))


def texts_in(data: bytes, name: str, sheet: str) -> dict[At, str]:
    """What stands in the filled cells of a sheet, as text."""
    grid = next(iter(open_book(data, name, None).grids((sheet,))))
    return {
        (row, column): str(value)
        for row, cells in enumerate(grid.rows)
        for column, value in enumerate(cells)
        if value not in ("", None)
    }


def fill_book(data: bytes, name: str, values: CellValues, to: Path) -> FilledBook:
    """Writes the workbook with these values, whole or not at all.

    A percentage put into a cell that shows percent becomes its share of 1; formulas are reckoned
    anew when the file is opened. Raises ``UserError`` ``book_cell_formula``, ``book_cell_merged``,
    ``book_unusual``, ``sheet_missing``, ``file_not_written``.
    """
    package = check_book(data, name)
    places = sheet_parts(package.parts)
    changed: dict[str, bytes] = {}
    for sheet, cells in values.items():
        if sheet not in places:
            raise refusals.sheet_missing(name, sheet, tuple(places))
        part = places[sheet]
        changed[part] = _filled_sheet(package, part, sheet, cells)
    if any(b"f>" in one or b"<f " in one for one in package.parts.values()):
        book = next(one for one in package.parts if re.fullmatch(r"xl/workbook\d*\.xml", one))
        changed[book] = reckoned_anew(package.parts[book])
    with replacing(to) as part_file:
        part_file.write_bytes(_rewritten(data, changed))
        sha = hashlib.sha256(part_file.read_bytes()).hexdigest()
    return FilledBook(sha, sum(map(len, values.values())))


def _filled_sheet(package: Package, part: str, sheet: str, cells: Mapping[At, Value]) -> bytes:
    xml = package.parts[part]
    _refuse_covered(xml, sheet, cells)
    shares = _percent_cells(package, xml, cells)
    given = {
        at: value / 100 if at in shares and isinstance(value, Decimal) else value
        for at, value in cells.items()
    }
    try:
        return filled(xml, given)
    except FormulaCellError as error:
        raise _has_formula(sheet, error.at) from error
    except UnusualSheetError as error:
        raise UserError(
            "book_unusual",
            f"Trang “{sheet}” được ghi theo cách lạ nên chương trình không điền được.",
            "Mở tệp bằng Excel, lưu lại (Save As, .xlsx) rồi dùng bản vừa lưu.",
            sheet=sheet,
        ) from error


def _refuse_covered(xml: bytes, sheet: str, cells: Mapping[At, Value]) -> None:
    for span in merged_spans(xml):
        for row, column in cells:
            inside = span.top <= row <= span.bottom and span.left <= column <= span.right
            if inside and (row, column) != (span.top, span.left):
                first = cell_name((span.top, span.left))
                raise UserError(
                    "book_cell_merged",
                    f"Ô {cell_name((row, column))} của trang “{sheet}” bị ô gộp {first} che.",
                    f"Chỉ vào ô {first}.",
                    sheet=sheet,
                    cell=cell_name((row, column)),
                    first=first,
                )


def _has_formula(sheet: str, at: At) -> UserError:
    return UserError(
        "book_cell_formula",
        f"Ô {cell_name(at)} của trang “{sheet}” có công thức, không được ghi đè.",
        "Chọn ô khác, hoặc bỏ ô này khỏi phần đã chỉ.",
        sheet=sheet,
        cell=cell_name(at),
    )


def locked_cells(package: Package, sheet: str) -> frozenset[At]:
    """Where nothing may be filled in: formulas, and cells a merged one covers."""
    xml = package.parts.get(sheet_parts(package.parts).get(sheet, ""), b"")
    covered = {
        (row, column)
        for span in merged_spans(xml)
        for row in range(span.top, min(span.bottom, span.top + MOST_COVERED) + 1)
        for column in range(span.left, min(span.right, span.left + MOST_COVERED) + 1)
        if (row, column) != (span.top, span.left)
    }
    return formula_cells(xml) | covered


def fillable(package: Package, sheet: str, at: At) -> bool:
    """Whether a cell may be filled: no formula, not covered by a merged one."""
    xml = package.parts.get(sheet_parts(package.parts).get(sheet, ""), b"")
    try:
        _refuse_covered(xml, sheet, {at: 0})
    except UserError:
        return False
    return at not in formula_cells(xml)


def _percent_cells(package: Package, xml: bytes, cells: Mapping[At, Value]) -> frozenset[At]:
    """The cells among these whose number format shows percent."""
    styles = package.parts.get("xl/styles.xml")
    if styles is None:
        return frozenset()
    root = ET.fromstring(styles)  # noqa: S314
    codes = {
        int(one.get("numFmtId", "0")): one.get("formatCode", "")
        for one in root.iter()
        if one.tag.rpartition("}")[2] == "numFmt"
    }
    used = [
        int(xf.get("numFmtId", "0"))
        for child in root
        if child.tag.rpartition("}")[2] == "cellXfs"
        for xf in child
    ]
    percent = {
        number
        for number, code in enumerate(used)
        if code in _PERCENT_FORMATS or "%" in codes.get(code, "")
    }
    return frozenset(at for at, style in styles_of(xml, cells).items() if style in percent)


def reckoned_anew(book: bytes) -> bytes:
    """The workbook part that has all formulas reckoned when it is opened."""
    found = _CALC.search(book)
    if found is not None:
        kept = _FULL.sub(b"", found[2])
        made = b'<%scalcPr%s fullCalcOnLoad="1"/>' % (found[1], kept.rstrip())
        return book[: found.start()] + made + book[found.end() :]
    place = _AFTER_CALC.search(book)
    if place is None:
        return book
    prefix = re.match(rb"</?((?:\w+:)?)", place[0])
    made = b'<%scalcPr fullCalcOnLoad="1"/>' % (prefix[1] if prefix else b"")
    return book[: place.start()] + made + book[place.start() :]


def _rewritten(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The same package, entry by entry in its order, with some parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            kept = zipfile.ZipInfo(entry.filename, entry.date_time)
            kept.compress_type = entry.compress_type
            kept.external_attr = entry.external_attr
            kept.create_system = entry.create_system
            new = changed.get(entry.filename.lower().lstrip("/"))
            target.writestr(kept, source.read(entry) if new is None else new)
    return out.getvalue()


def _not_xlsx(name: str) -> UserError:
    return UserError(
        "book_not_xlsx",
        f"Tệp {name} không phải bảng tính .xlsx hoặc .xlsm không đặt mật khẩu.",
        "Mở tệp bằng Excel, bỏ mật khẩu nếu có, lưu lại kiểu .xlsx rồi chọn tệp vừa lưu.",
        file=name,
    )
