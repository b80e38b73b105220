"""Workbooks of papers, read by openpyxl: true numbers, titles, heads, and no formula anywhere."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from digicommune.domain.paper_tables import PaperColumn, PaperNumber, PaperRow, PaperTable
from digicommune.errors import Cancelled, UserError
from digicommune.sheets.paper_books import write_book

COLUMNS = (PaperColumn("TT", "center"), PaperColumn("Thôn", "left"), PaperColumn("Số hộ", "right"))


def number(text: str, decimals: int = 0, *, percent: bool = False) -> PaperNumber:
    return PaperNumber(Decimal(text), decimals, percent)


def table(name: str = "Phụ lục I", *rows: PaperRow, numbered: bool = True) -> PaperTable:
    return PaperTable(
        name,
        ("Phụ lục I", "KẾT QUẢ THEO THÔN", "(Kèm theo Báo cáo số 45/BC-UBND)"),
        "Đơn vị tính: hộ",
        COLUMNS,
        rows or (PaperRow((number("1"), "Hổ Thôn", number("1455"))),),
        ("Ghi chú: số liệu đến 14/3/2026",),
        numbered,
        True,
    )


def test_titles_heads_numbers_and_notes_stand_in_order(tmp_path: Path) -> None:
    rows = (
        PaperRow((number("1"), "Hổ Thôn", number("1455"))),
        PaperRow(("", "Tổng cộng", number("0.9006", 2, percent=True)), bold=True),
    )
    write_book([table("Phụ lục I", *rows)], tmp_path / "a.xlsx")
    (sheet,) = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in values[:4]] == [
        "Phụ lục I",
        "KẾT QUẢ THEO THÔN",
        "(Kèm theo Báo cáo số 45/BC-UBND)",
        "Đơn vị tính: hộ",
    ]
    assert values[4:8] == [
        ["TT", "Thôn", "Số hộ"],
        ["(1)", "(2)", "(3)"],
        [1, "Hổ Thôn", 1455],
        [None, "Tổng cộng", 0.9006],
    ]
    assert values[8][0] == "Ghi chú: số liệu đến 14/3/2026"
    assert sheet["C7"].number_format == "#,##0"
    assert sheet["C8"].number_format == "0.00%"
    assert sheet["C8"].font.b
    assert not sheet["C7"].font.b
    assert sheet["C7"].font.name == "Times New Roman"


def test_heads_are_frozen_and_repeated_on_a4_as_wide_as_the_page(tmp_path: Path) -> None:
    write_book([table()], tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$5:$6"
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((1, 0), (None, 0))


@pytest.mark.parametrize("nasty", ["=1+1", "@SUM(A1)", "+84912", "-cmd|' /C calc'!A0", "\t=2"])
def test_no_text_becomes_a_formula_a_link_or_a_number(tmp_path: Path, nasty: str) -> None:
    rows = (PaperRow((nasty, "http://x.vn", "0912345678")),)
    write_book([table("Bảng", *rows)], tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [sheet["A7"], sheet["B7"], sheet["C7"]]
    assert [cell.value for cell in cells] == [nasty, "http://x.vn", "0912345678"]
    assert {cell.data_type for cell in cells} == {"s"}
    assert cells[0].quotePrefix
    assert not cells[1].hyperlink


def test_sheet_names_are_cut_and_told_apart(tmp_path: Path) -> None:
    long = "Kết quả: thực hiện [chuyển đổi số] theo từng thôn"
    write_book([table(long), table(long), table("phụ lục i"), table()], tmp_path / "a.xlsx")
    names = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 for name in names)
    assert names[3] == "Phụ lục I (2)"


def test_the_same_tables_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_book([table()], tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write_book([table()], tmp_path / "nowhere" / "a.xlsx")
    assert caught.value.code == "file_not_written"


def test_a_long_table_goes_out_row_by_row_with_all_that_a_short_one_has(tmp_path: Path) -> None:
    """Both ways of writing end in the same cells, looks and page."""
    rows = [PaperRow((number(str(at)), f"Thôn {at}", number("1455"))) for at in range(6_000)]
    long, short = tmp_path / "dai.xlsx", tmp_path / "ngan.xlsx"
    write_book([table("Phụ lục I", *rows)], long)
    write_book([table("Phụ lục I", *rows[:100])], short)
    (whole,) = openpyxl.load_workbook(long).worksheets
    (part,) = openpyxl.load_workbook(short).worksheets
    assert whole.max_row == part.max_row + 5_900
    for place in range(1, 100):
        for one, other in zip(whole[place], part[place], strict=True):
            assert (one.value, one.number_format) == (other.value, other.number_format)
            assert repr(one.font) == repr(other.font)
        heights = whole.row_dimensions[place].height, part.row_dimensions[place].height
        assert heights[0] == heights[1]
    assert whole.freeze_panes == part.freeze_panes
    assert whole.merged_cells.ranges
    widths = [sheet.column_dimensions["B"].width for sheet in (whole, part)]
    assert widths[0] >= widths[1] > 0
    assert whole.cell(whole.max_row, 1).value == part.cell(part.max_row, 1).value


def test_rows_are_told_as_they_are_written_and_a_stop_leaves_nothing(tmp_path: Path) -> None:
    rows = [PaperRow((number(str(at)), f"Thôn {at}", number("1455"))) for at in range(6_000)]
    told: list[int] = []
    write_book(
        [table("A", *rows[:100]), table("B", *rows)],
        tmp_path / "a.xlsx",
        lambda done, total, _what: told.append(done * 1000 // total),
    )
    assert len(told) == 6_100 // 200 + 1
    assert told[-1] == 1000

    def stop(_done: int, _total: int, _what: str) -> None:
        raise Cancelled

    drafts = tmp_path / "nhap"
    drafts.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(drafts))
        with pytest.raises(Cancelled):
            write_book([table("B", *rows)], tmp_path / "b.xlsx", stop)
    assert list(drafts.iterdir()) == []
    assert {one.name for one in tmp_path.iterdir()} == {"a.xlsx", "nhap"}
