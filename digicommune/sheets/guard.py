"""Check a zipped workbook before any library reads it; it refuses bombs, DTDs and stray cells.

One stray cell makes python-calamine abort the process (its issue 693), so sizes, entities and the
true used range are measured first, on the bytes really unpacked (trust.md 5).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from digicommune.sheets import refusals

MAX_UNPACKED: Final = 200 * 1024 * 1024
MAX_RATIO: Final = 200
MAX_ENTRIES: Final = 5_000
MAX_CELLS: Final = 5_000_000
MAX_MERGES: Final = 20_000
_SMALL_PART: Final = 1024 * 1024
_CHUNK: Final = 1024 * 1024

_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, EOFError, OSError,
    ValueError, RuntimeError, struct.error, KeyError, IndexError,
)  # fmt: skip
_SHEET = re.compile(
    r"xl/(?:worksheets|chartsheets|dialogsheets|macrosheets)/[^/]+\.xml", re.IGNORECASE
)
# Cells beyond column Z or row 99,999: rare, so finding none costs one pass over the bytes.
_FAR_COLUMNS = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{2,9})(\d+)["'][^>]*?(/?)>""")
_FAR_COLUMN_HINT = re.compile(rb'r="[A-Z]{2}')
_FAR_ROWS = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,9})(\d{6,})["'][^>]*?(/?)>""")
_FAR_ROW_HINT = re.compile(rb'r="[A-Z]*\d{6}')
_ANY_ROW = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["'][A-Z]+(\d+)["']""")
_FAR_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br=["'](\d{6,})["'][^>]*(?<!/)>""")
# An encoding nobody knows makes XML readers raise what is no error of XML.
_ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS: Final = frozenset(
    {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
)
_BARE_CELL = re.compile(rb"""<(?:\w+:)?c(?:>|\s(?![^>]*\br=)[^>]*(?<!/)>)""")
_NEAR_COLUMNS: Final = 26
_NEAR_ROWS: Final = 99_999
_FAR_DIGITS: Final = 6
_LAST_EXCEL_ROW: Final = 1_048_576
_LAST_EXCEL_COLUMN: Final = 16_384


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of a workbook that passed the checks, by lower-case name."""

    kind: str
    parts: dict[str, bytes]


def open_package(data: bytes, name: str) -> Package:
    """The checked parts of a zipped workbook; raises the refusal that fits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpack(archive, name)
    except _BROKEN as error:
        raise refusals.corrupt(name) from error


def _unpack(archive: zipfile.ZipFile, name: str) -> Package:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise refusals.unsafe(name, "quá nhiều tệp con bên trong")
    kind = _kind({entry.filename.lower() for entry in entries}, name)
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for entry in entries:
        data = _read_entry(archive, entry, left, name)
        left -= len(data)
        part = entry.filename.lower().lstrip("/")
        if part.endswith((".xml", ".rels")):
            _check_xml(data, name)
            parts[part] = data
    for part, data in parts.items():
        if _SHEET.fullmatch(part):
            _check_sheet(data, name)
    return Package(kind, parts)


def _kind(names: set[str], name: str) -> str:
    if any(n.startswith("xl/workbook") and n.endswith(".bin") for n in names):
        return "xlsb"
    if "[content_types].xml" in names and any(n.startswith("xl/") for n in names):
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    raise refusals.not_a_workbook(name)


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, name: str) -> bytes:
    """The unpacked bytes of one entry, stopped as soon as they grow beyond reason."""
    if entry.flag_bits & 0x1:
        raise refusals.unsupported(name, "tệp nén có mật khẩu")
    chunks: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            packed = max(entry.compress_size, 1)
            if size > left or (size > _SMALL_PART and size / packed > MAX_RATIO):
                raise refusals.unsafe(name, "dữ liệu nén phình to bất thường")
            chunks.append(chunk)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _check_xml(data: bytes, name: str) -> None:
    named = _ENCODING.match(data)
    strange = named is not None and named[1].lower() not in _ENCODINGS
    if strange or data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:64]:
        raise refusals.unsafe(name, "phần XML dùng bảng mã lạ")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise refusals.unsafe(name, "có khai báo DTD trong tệp")


def _check_sheet(data: bytes, name: str) -> None:
    """Refuse a used range or a number of merges no list has."""
    if data.count(b"mergeCell ") > MAX_MERGES:
        raise refusals.unsafe(name, "quá nhiều ô gộp")
    rows, columns = used_range(data, name)
    if rows * columns > MAX_CELLS:
        why = f"vùng dữ liệu {rows} dòng × {columns} cột"
        raise (refusals.unsafe if rows * columns > 4 * MAX_CELLS else refusals.too_big)(name, why)


def used_range(data: bytes, name: str) -> tuple[int, int]:
    """Bounds of rows and columns of the cells that hold something (empty styled ones do not count).

    Exact where cells lie beyond column Z or row 99,999; else the bound all nearer cells keep.
    """
    columns, rows = _NEAR_COLUMNS, _NEAR_ROWS
    far_columns = _FAR_COLUMN_HINT.search(data) is not None
    far_rows = _FAR_ROW_HINT.search(data) is not None
    if b"r='" in data:
        far_columns = far_rows = True
    for far, pattern in ((far_columns, _FAR_COLUMNS), (far_rows, _FAR_ROWS)):
        if far:
            for letters, digits, closed in pattern.findall(data):
                if not closed:
                    columns = max(columns, _column_number(letters, name))
                    rows = max(rows, _row_number(digits, name))
    if far_rows and _BARE_CELL.search(data):
        rows = max([rows, *(_row_number(n, name) for n in _FAR_ROW.findall(data))])
    if columns > _NEAR_COLUMNS and rows == _NEAR_ROWS:
        rows = max([1, *(int(n) for n in _ANY_ROW.findall(data) if len(n) < _FAR_DIGITS)])
    return rows, columns


def _column_number(letters: bytes, name: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    if number > _LAST_EXCEL_COLUMN:
        raise refusals.unsafe(name, "địa chỉ ô nằm ngoài trang tính")
    return number


def _row_number(digits: bytes, name: str) -> int:
    if len(digits) > 7 or int(digits) > _LAST_EXCEL_ROW:
        raise refusals.unsafe(name, "địa chỉ ô nằm ngoài trang tính")
    return int(digits)
