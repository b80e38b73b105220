"""Cells put into somebody else's workbook: nothing but them changes."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from digicommune.errors import UserError
from digicommune.sheets.filled_cells import UnusualSheetError, cell_name, filled
from digicommune.sheets.filling import CellValues, cell_at, fill_book, reckoned_anew

SHEET = "Biểu 1"


def superior() -> bytes:
    """A workbook as superiors send them: merged heads, hidden sheet, formulas, a drop-down."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.merge_cells("A1:E1")
    sheet["A1"] = "BIỂU TỔNG HỢP CHUYỂN ĐỔI SỐ"
    sheet.merge_cells("A2:A3")
    for at, head in enumerate(("Thôn", "Có tài khoản", "Tổng số", "Tỷ lệ", "Ghi chú"), 1):
        sheet.cell(2, at, head).font = Font(bold=True)
    for row in range(4, 8):
        sheet.cell(row, 1, f"Thôn {row - 3}")
        sheet.cell(row, 2).fill = PatternFill("solid", start_color="FFFFCC")
        sheet.cell(row, 4).number_format = "0.0%"
        sheet.cell(row, 5, f'=IF(B{row}=C{row},"đủ","thiếu")')
    sheet["B8"] = "=SUM(B4:B7)"
    drop = DataValidation(type="list", formula1='"Đạt,Chưa đạt"')
    drop.add("F4:F7")
    sheet.add_data_validation(drop)
    sheet["B2"].comment = Comment("Ghi số người", "Sở")
    sheet.freeze_panes = "B4"
    hidden = book.create_sheet("Mã")
    hidden["A1"] = "mã ẩn & <dấu>"
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {one: book.read(one) for one in book.namelist()}


def told(data: bytes) -> dict[str, Any]:
    """Everything openpyxl knows of a workbook, cell by cell."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    found: dict[str, Any] = {}
    for sheet in book.worksheets:
        found[sheet.title] = sheet.sheet_state, sorted(map(str, sheet.merged_cells.ranges))
        found[f"{sheet.title} drop"] = [str(d.sqref) for d in sheet.data_validations.dataValidation]
        for row in sheet.iter_rows():
            for cell in row:
                look = cell.fill.start_color.rgb, cell.font.bold, cell.number_format
                found[f"{sheet.title}!{cell.coordinate}"] = cell.value, look
    return found


def test_only_the_cells_asked_for_change(tmp_path: Path) -> None:
    before = superior()
    to = tmp_path / "out.xlsx"
    values: CellValues = {
        SHEET: {(3, 1): 412, (3, 2): 520, (3, 3): Decimal("79.2"), (8, 0): "<ghi & chú>"}
    }
    done = fill_book(before, "mau.xlsx", values, to)
    after = to.read_bytes()
    was, now = told(before), told(after)
    changed = {key for key in now if now[key] != was.get(key)}
    assert changed == {f"{SHEET}!B4", f"{SHEET}!C4", f"{SHEET}!D4", f"{SHEET}!A9"} | {
        one for one in changed if was.get(one) is None and now[one][0] is None
    }
    assert [now[f"{SHEET}!{one}"][0] for one in ("B4", "C4", "D4", "A9")] == [
        412,
        520,
        0.792,
        "<ghi & chú>",
    ]
    assert now[f"{SHEET}!B4"][1] == was[f"{SHEET}!B4"][1]  # the yellow stays
    assert done.cells == 4
    old, new = parts(before), parts(after)
    assert list(old) == list(new)
    assert {one for one in old if old[one] != new[one]} == {"xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<calcPr calcId="191029"/></workbook>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
        ('<calcPr fullCalcOnLoad="0"/></workbook>', '<calcPr fullCalcOnLoad="1"/>'),
        ("<sheets/><extLst/></workbook>", '<sheets/><calcPr fullCalcOnLoad="1"/><extLst/>'),
        ("<x:sheets/></x:workbook>", '<x:sheets/><x:calcPr fullCalcOnLoad="1"/>'),
    ],
)
def test_formulas_are_reckoned_when_the_book_is_opened(written: str, expected: str) -> None:
    assert reckoned_anew(written.encode()).decode().startswith(expected)


@pytest.mark.parametrize(
    ("cell", "code"), [("B8", "book_cell_formula"), ("B1", "book_cell_merged")]
)
def test_formulas_and_covered_cells_are_never_written_over(
    tmp_path: Path, cell: str, code: str
) -> None:
    at = cell_at(cell)
    assert at is not None
    to = tmp_path / "out.xlsx"
    with pytest.raises(UserError) as refused:
        fill_book(superior(), "mau.xlsx", {SHEET: {at: 1}}, to)
    assert (refused.value.code, to.exists()) == (code, False)


def test_what_is_no_xlsx_is_refused_in_words(tmp_path: Path) -> None:
    for data, code in ((b"\xd0\xcf\x11\xe0 old", "book_not_xlsx"), (b"PK broken", "corrupt")):
        with pytest.raises(UserError) as refused:
            fill_book(data, "mau.xls", {SHEET: {(0, 0): 1}}, tmp_path / "out.xlsx")
        assert code in refused.value.code
    with pytest.raises(UserError) as refused:
        fill_book(superior(), "mau.xlsx", {"Biểu 9": {(0, 0): 1}}, tmp_path / "out.xlsx")
    assert "Biểu 9" in refused.value.message


CELLS = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 30)), st.integers(-9, 10**9), max_size=20
)


@given(there=CELLS, put=CELLS, prefix=st.sampled_from(["", "x:"]))
def test_any_cells_into_any_sheet(
    there: dict[tuple[int, int], int], put: dict[tuple[int, int], int], prefix: str
) -> None:
    rows: dict[int, dict[int, int]] = {}
    for (row, column), value in there.items():
        rows.setdefault(row, {})[column] = value
    inside = "".join(
        f'<{prefix}row r="{row + 1}">'
        + "".join(
            f'<{prefix}c r="{cell_name((row, at))}" s="3">'
            f"<{prefix}v>{cells[at]}</{prefix}v></{prefix}c>"
            for at in sorted(cells)
        )
        + f"</{prefix}row>"
        for row, cells in sorted(rows.items())
    )
    xml = f"<{prefix}sheetData>{inside}</{prefix}sheetData><rest/>".encode()
    made = filled(xml, dict(put)).decode()
    expected = {**there, **put}
    found = {}
    places = []
    for cell in made.split(f"<{prefix}c ")[1:]:
        name = cell.partition('r="')[2].partition('"')[0]
        at = cell_at(name)
        assert at is not None
        places.append(at)
        found[at] = int(cell.partition(f"<{prefix}v>")[2].partition("<")[0])
    assert found == expected
    assert places == sorted(places)
    assert made.endswith("<rest/>")
    assert filled(xml, {}) == xml


def test_rows_that_do_not_say_where_they_stand_are_left_alone() -> None:
    with pytest.raises(UnusualSheetError):
        filled(b"<sheetData><row><c><v>1</v></c></row></sheetData>", {(0, 0): 1})
