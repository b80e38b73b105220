"""Hostile workbooks are refused before a library reads them, and in little time."""

from __future__ import annotations

import random
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.errors import UserError
from digicommune.sheets.guard import open_package, used_range
from digicommune.sheets.reader import ReadRequest, read_list
from tests.sheets.lists import HEAD, banks, person, read, workbook

SHEET = "xl/worksheets/sheet1.xml"
CELLS = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{}</sheetData>{}</worksheet>"
)
CELL = '<row r="{row}"><c r="{ref}"><v>1</v></c></row>'


def with_part(tmp_path: Path, part: str, data: bytes) -> Path:
    """A good workbook with one part replaced or added."""
    good = workbook(tmp_path / "good.xlsx", [HEAD, person(1)])
    made = tmp_path / "a.xlsx"
    with (
        zipfile.ZipFile(good) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, data)
    return made


def refusal(path: Path) -> UserError:
    start = time.monotonic()
    with pytest.raises(UserError) as refused:
        read_list(path, ReadRequest(banks()))
    assert time.monotonic() - start < 20
    return refused.value


def sheet(*cells: tuple[int, str], after: str = "") -> bytes:
    return CELLS.format("".join(CELL.format(row=r, ref=f) for r, f in cells), after).encode()


@pytest.mark.parametrize(
    "cells",
    [
        ((1, "A1"), (1048576, "XFD1048576")),
        ((1, "A1"), (200000, "GR200000")),
        ((4294967290, "A4294967290"),),
        ((1, "A1"), (1, "ZZZZ1")),
        ((1, "A1"), (1048576, "F1048576")),
    ],
)
def test_stray_cells_are_refused(tmp_path: Path, cells: tuple[tuple[int, str], ...]) -> None:
    error = refusal(with_part(tmp_path, SHEET, sheet(*cells)))
    assert error.code in ("unsafe", "too_big")
    assert error.facts["open"] == "unsafe"


def test_stray_row_without_cell_references_is_refused(tmp_path: Path) -> None:
    rows = '<row r="1"><c><v>1</v></c></row><row r="4294967290"><c><v>1</v></c></row>'
    assert refusal(with_part(tmp_path, SHEET, CELLS.format(rows, "").encode())).code == "unsafe"


def test_styled_empty_cells_far_away_do_no_harm(tmp_path: Path) -> None:
    row = "".join(
        f'<c r="{c}1" t="inlineStr"><is><t>{t}</t></is></c>'
        for c, t in zip("ABCD", HEAD, strict=False)
    )
    cells = person(1)[:4]
    data = "".join(
        f'<c r="{c}2" t="inlineStr"><is><t>{t}</t></is></c>'
        for c, t in zip("ABCD", cells, strict=True)
    )
    far = '<row r="200000"><c r="XFD200000" s="0"/></row>'
    body = f'<row r="1">{row}</row><row r="2">{data}</row>{far}'
    path = with_part(tmp_path, SHEET, CELLS.format(body, "").encode())
    assert len(read(path).records) == 1


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml"])
def test_bombs_are_refused(tmp_path: Path, part: str) -> None:
    path = with_part(tmp_path, part, b"<x>" + b" " * 120_000_000 + b"</x>")
    assert path.stat().st_size < 1_000_000
    assert refusal(path).code == "unsafe"


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_document_types_are_refused(tmp_path: Path, part: str) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><l>&b;</l>'
    assert refusal(with_part(tmp_path, part, bomb)).code == "unsafe"


def test_a_hundred_thousand_merges_are_refused(tmp_path: Path) -> None:
    merges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 100_001))
    data = sheet((1, "A1"), after=f"<mergeCells>{merges}</mergeCells>")
    assert refusal(with_part(tmp_path, SHEET, data)).code == "unsafe"


def test_one_merge_over_the_whole_sheet_costs_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx", [HEAD, person(1)])
    with zipfile.ZipFile(path) as archive:
        data = archive.read(SHEET)
    whole = b'</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    made = with_part(tmp_path, SHEET, data.replace(b"</sheetData>", whole))
    assert len(read(made).records) == 1


@pytest.mark.parametrize("kept", [0.05, 0.5, 0.97])
def test_cut_off_files_are_told(tmp_path: Path, kept: float) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEAD, *(person(n) for n in range(1, 200))])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    error = refusal(path)
    assert error.code == "corrupt"
    assert "tải chưa xong" in error.message
    assert error.facts["open"] == "corrupt"


@pytest.mark.parametrize("name", ["p02_tcvn3_vntime.xls", "p04_co_mat_khau.xlsx"])
def test_cut_off_ole_files_are_told(tmp_path: Path, name: str) -> None:
    data = (Path(__file__).parents[1] / "sheets_from_life" / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(data[: len(data) // 2])
    assert refusal(path).code in ("corrupt", "not_a_workbook", "password_required")


@pytest.mark.slow
def test_damaged_bytes_never_escape_as_bugs(tmp_path: Path) -> None:
    good = workbook(tmp_path / "good.xlsx", [HEAD, person(1), person(2)]).read_bytes()
    pick = random.Random(7)
    path = tmp_path / "a.xlsx"
    codes: set[str] = set()
    for _ in range(300):
        data = bytearray(good)
        for _ in range(pick.randrange(1, 12)):
            data[pick.randrange(len(data))] = pick.randrange(256)
        path.write_bytes(bytes(data))
        codes.add(_code(path))
    assert "corrupt" in codes
    assert codes <= {"", "corrupt", "unsafe", "no_header", "not_a_workbook", "unsupported"}


def _code(path: Path) -> str:
    try:
        read(path)
    except UserError as error:
        return error.code
    return ""


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_used_range_is_never_told_too_small(column: int, row: int) -> None:
    letters = ""
    number = column
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    rows, columns = used_range(sheet((1, "A1"), (row, f"{letters}{row}")), "x")
    assert rows >= row
    assert columns >= column


def test_parts_of_a_good_workbook_come_back(tmp_path: Path) -> None:
    package = open_package(workbook(tmp_path / "a.xlsx", [HEAD]).read_bytes(), "a.xlsx")
    assert package.kind == "xlsx"
    assert SHEET in package.parts


def test_an_encoding_nobody_knows_is_refused_before_a_library_meets_it(tmp_path: Path) -> None:
    for encoding in ("inf", "x" * 4000, "utf-7"):
        part = f'<?xml version="1.0" encoding="{encoding}"?>{CELLS}'.encode()
        with pytest.raises(UserError) as refused:
            open_package(with_part(tmp_path, SHEET, part).read_bytes(), "a.xlsx")
        assert refused.value.code == "unsafe"
    good = f"<?xml version='1.0' encoding='UTF-8'?>{CELLS}".encode()
    open_package(with_part(tmp_path, SHEET, good).read_bytes(), "a.xlsx")
