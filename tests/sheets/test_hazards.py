"""Lists as untidy as offices send them: every hazard built anew, never the shared samples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from digicommune.errors import UserError
from tests.sheets.lists import HEAD, codes, kinds, outcome, person, read, workbook


def test_title_rows_shift_no_row_number(tmp_path: Path) -> None:
    rows = [[], [], ["UBND XÃ MẪU"], [], ["DANH SÁCH"], [], HEAD, person(1)]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.header_rows == (7,)
    assert [one.row for one in reading.records] == [8]
    assert kinds(reading) == {3: "title", 5: "title"}


def test_table_may_start_away_from_a1(tmp_path: Path) -> None:
    rows = [[], [None, None, *HEAD], [None, None, *person(1)]]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.columns["D"] == "ho_ten"
    assert reading.records[0].fields["cccd"] == "038080000001"


def test_two_row_header_gives_gender_by_column(tmp_path: Path) -> None:
    rows = [
        ["TT", "Họ tên", "Năm sinh", None, "CCCD"],
        [None, None, "Nam", "Nữ", None],
        [1, "Lê Văn A", "01/02/1990", None, "038090000001"],
        [2, "Lê Thị B", None, 1985, "038185000002"],
    ]
    reading = read(workbook(tmp_path / "a.xlsx", rows, ["A1:A2", "B1:B2", "C1:D1", "E1:E2"]))
    assert reading.header_rows == (1, 2)
    assert [r.fields["gioi_tinh"] for r in reading.records] == ["Nam", "Nữ"]
    assert reading.records[1].fields["nam_sinh"] == 1985
    assert "ngay_sinh" not in reading.records[1].fields
    assert reading.columns["C"] == "ngay_sinh:Nam"


@pytest.mark.parametrize("heads", [("Nam", "Nữ"), ("Năm sinh (Nam)", "Năm sinh (Nữ)"),
                                   ("NĂM SINH NAM", "NĂM SINH NỮ")])  # fmt: skip
def test_gender_columns_in_one_header_row(tmp_path: Path, heads: tuple[str, str]) -> None:
    rows = [["TT", "Họ tên", *heads], [1, "Lê Văn A", 1990], [2, "Lê Thị B", None, "01/02/1985"]]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert [r.fields["gioi_tinh"] for r in reading.records] == ["Nam", "Nữ"]
    assert [r.fields["nam_sinh"] for r in reading.records] == [1990, 1985]


def test_gender_ticked_in_its_column(tmp_path: Path) -> None:
    rows = [
        ["TT", "Họ tên", "Giới tính", None, "Năm sinh", "Ngày sinh"],
        [None, None, "Nam", "Nữ", None, None],
        [1, "Lê Văn A", "x", None, 1990, "02/03/1990"],
        [2, "Lê Thị B", None, "x", 1985, None],
    ]
    reading = read(workbook(tmp_path / "a.xlsx", rows, ["C1:D1"]))
    assert [r.fields["gioi_tinh"] for r in reading.records] == ["Nam", "Nữ"]
    assert [r.fields.get("ngay_sinh") for r in reading.records] == ["1990-03-02", None]
    assert [r.warnings for r in reading.records] == [(), ("year_only",)]


def test_two_row_header_without_merged_cells(tmp_path: Path) -> None:
    rows = [
        ["STT", "Họ và tên", "Ngày sinh", "Tài khoản", None],
        [None, None, None, "Ngân hàng", "Số tài khoản"],
        [1, "Lê Văn A", "01/02/1990", "BIDV", "1234567890123"],
    ]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.header_rows == (1, 2)
    assert reading.records[0].fields["ngan_hang_bin"] == "970418"


def test_parent_row_above_the_speaking_row_belongs_to_the_header(tmp_path: Path) -> None:
    rows = [
        ["STT", "Thông tin khách hàng", None, None],
        [None, "Họ và tên", "Ngày sinh", "Số CCCD"],
        [1, "Lê Văn A", "01/02/1990", "038090000001"],
    ]
    reading = read(workbook(tmp_path / "a.xlsx", rows, ["A1:A2", "B1:D1"]))
    assert reading.header_rows == (1, 2)
    assert reading.columns == {"A": "stt", "B": "ho_ten", "C": "ngay_sinh", "D": "cccd"}


@pytest.mark.parametrize("style", ["({})", "{}", "[{}]"])
def test_column_numbers_are_no_record(tmp_path: Path, style: str) -> None:
    numbers = [style.format(n) for n in range(1, 7)]
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, numbers, person(1)]))
    assert kinds(reading) == {2: "column_numbers"}
    assert len(reading.records) == 1


def test_column_numbers_as_numbers_and_letters(tmp_path: Path) -> None:
    rows = [HEAD, ["A", "B", 1, 2, 3, 4], person(1)]
    assert kinds(read(workbook(tmp_path / "a.xlsx", rows))) == {2: "column_numbers"}


@pytest.mark.parametrize(
    ("cells", "village"),
    [
        (["I. Thôn Đông"], "Thôn Đông"),
        (["I", "Thôn Đông"], "Thôn Đông"),
        (["Thôn: Duyên Hy"], "Duyên Hy"),
        (["THÔN ĐOÀI"], "THÔN ĐOÀI"),
        ([None, "Thôn Đông: 2 người"], "Thôn Đông"),
        (["1. Tổ dân phố số 3 (12 hộ)"], "Tổ dân phố số 3"),
        (["II/ Vệ Thôn"], "Vệ Thôn"),
        (["B. Khu phố Trung Tâm"], "Khu phố Trung Tâm"),
        (["III- Bản Mới"], "Bản Mới"),
    ],
)
def test_section_rows_carry_the_village(tmp_path: Path, cells: list[str], village: str) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, cells, person(1), person(2)]))
    assert kinds(reading) == {2: "section"}
    assert [r.fields["thon"] for r in reading.records] == [village, village]


def test_a_village_column_is_stronger_than_the_section(tmp_path: Path) -> None:
    head = [*HEAD, "Thôn"]
    rows = [head, ["I. Thôn Đông"], [*person(1), "Thôn Tây"], [*person(2), None]]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert [r.fields["thon"] for r in reading.records] == ["Thôn Tây", "Thôn Đông"]


def test_village_cells_merged_downwards_hold_for_all_rows(tmp_path: Path) -> None:
    head = ["STT", "Họ và tên", "Số CCCD", "Thôn"]
    rows = [head, [1, "Lê Văn A", "038090000001", "Thôn Bắc"], [2, "Lê Văn B", "038090000002"]]
    reading = read(workbook(tmp_path / "a.xlsx", rows, ["D2:D3"]))
    assert [r.fields["thon"] for r in reading.records] == ["Thôn Bắc", "Thôn Bắc"]


def test_ends_of_a_list_are_told_apart(tmp_path: Path) -> None:
    rows = [
        HEAD, ["I. Thôn Đông"], person(1), [None, "Cộng Thôn Đông: 1 người"],
        ["II. Thôn Tây"], person(1, cccd="038080000077"), ["Cộng:", None, 1],
        ["TỔNG CỘNG", "2 người"], ["Bằng chữ: hai người"], [None, "Trong đó:"],
        [None, "Agribank: 2 tài khoản"], [], ["Ghi chú: đã rà soát"],
        [None, None, None, "Mẫu Đông, ngày … tháng … năm 2026"],
        [None, "NGƯỜI LẬP", None, "TRƯỞNG THÔN"], [], [None, "Nguyễn Văn Mẫu", None, "Lê Thị Mẫu"],
    ]  # fmt: skip
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert [one.row for one in reading.records] == [3, 6]
    assert kinds(reading) == {
        2: "section", 4: "subtotal", 5: "section", 7: "subtotal", 8: "total", 9: "note",
        10: "summary", 11: "summary", 13: "note", 14: "signature", 15: "signature",
        17: "signature",
    }  # fmt: skip
    assert reading.declared_total == 2


def test_a_summary_by_bank_is_no_record(tmp_path: Path) -> None:
    rows = [
        HEAD, person(1), ["Tổng cộng", None, 1], [None, "Agribank", 5], [None, "BIDV", 7],
        ["Agribank: 5"], [None, "Vietcombank: 3 tài khoản"],
    ]  # fmt: skip
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert kinds(reading) == {3: "total", **dict.fromkeys((4, 5, 6, 7), "summary")}
    assert not reading.rejected


def test_a_lone_text_behind_the_records_heads_nothing(tmp_path: Path) -> None:
    rows = [HEAD, ["Đội 1"], person(1), ["(Danh sách này đã được rà soát)"]]
    reading = read(workbook(tmp_path / "a.xlsx", rows, ["A4:F4"]))
    assert kinds(reading) == {2: "section", 4: "note"}
    assert reading.records[0].fields["thon"] == "Đội 1"


def test_header_of_a_second_table_is_no_record(tmp_path: Path) -> None:
    rows = [HEAD, person(1), [], ["TT", "Họ tên", "CCCD", "SĐT"], person(2)]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert kinds(reading) == {3: "blank", 4: "repeated_header"}


@pytest.mark.parametrize("name", ["Tống Văn Cộng", "Công Thị Hà", "Cộng Văn Bình", "Tổng Thị Mai"])
def test_names_that_look_like_totals_stay_people(tmp_path: Path, name: str) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1, name)]))
    assert [r.fields["ho_ten"] for r in reading.records] == [name]


def test_repeated_header_and_blank_rows_inside(tmp_path: Path) -> None:
    rows = [HEAD, person(1), [], person(2), HEAD, person(3), []]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert [one.row for one in reading.records] == [2, 4, 6]
    assert kinds(reading) == {3: "blank", 5: "repeated_header"}


def test_rows_numbered_in_advance_are_blank(tmp_path: Path) -> None:
    rows = [HEAD, person(1), [2], [3], person(4)]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert [one.row for one in reading.records] == [2, 5]
    assert kinds(reading) == {3: "blank", 4: "blank"}


def test_list_without_order_numbers(tmp_path: Path) -> None:
    rows = [HEAD[1:], person(1)[1:], [None, "Tổng cộng: 1 người"]]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert len(reading.records) == 1
    assert kinds(reading) == {3: "total"}


def test_order_numbers_mean_nothing(tmp_path: Path) -> None:
    rows = [HEAD, [7, *person(1)[1:]], [7, *person(2)[1:]], [None, *person(3)[1:]]]
    assert len(read(workbook(tmp_path / "a.xlsx", rows)).records) == 3


def test_missing_name_is_refused_with_its_column(tmp_path: Path) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1), person(2, None)]))  # type: ignore[arg-type]
    assert codes(reading) == {3: ["missing_name"]}
    assert reading.rejected[0].problems[0].column == "B"


def test_the_later_row_of_one_number_is_the_duplicate(tmp_path: Path) -> None:
    rows = [HEAD, person(1), person(2), person(3, cccd=38080000001)]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert codes(reading) == {4: ["duplicate_in_file"]}
    assert "dòng 2" in reading.rejected[0].problems[0].message


def test_number_of_a_refused_row_is_still_free(tmp_path: Path) -> None:
    rows = [HEAD, person(1, born="31/02/1990"), person(2, cccd="038080000001")]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert codes(reading) == {2: ["date_invalid"]}
    assert [one.row for one in reading.records] == [3]


def test_hidden_sheets_are_passed_over_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Ẩn"
    shown = book.create_sheet("Danh sách")
    for sheet, name in ((book.active, "Lê Văn Ẩn"), (shown, "Lê Văn Hiện")):
        sheet.append(HEAD)
        sheet.append(person(1, name))
        sheet.append(person(2, name))
    book.active.sheet_state = "hidden"
    book.active = 1
    book.save(path)
    found = outcome(path)
    assert found.hidden == ("Ẩn",)
    assert found.reading.sheet == "Danh sách"
    assert read(path, sheet="Ẩn").records[0].fields["ho_ten"] == "Lê Văn Ẩn"


def test_the_sheet_with_the_best_header_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Hướng dẫn"])
    few, many = book.create_sheet("Tóm tắt"), book.create_sheet("Chi tiết")
    few.append(["STT", "Họ và tên"])
    many.append(HEAD)
    many.append(person(1))
    book.save(path)
    assert read(path).sheet == "Chi tiết"


def test_wrong_dimension_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("S")
    for row in (HEAD, person(1), person(2)):
        sheet.append(row)
    book.save(path)
    assert len(read(path).records) == 2


@pytest.mark.parametrize(
    ("rows", "sheet", "code"),
    [
        ([["chỉ có", "chữ"], ["không có", "tiêu đề"]], None, "no_header"),
        ([HEAD], "Kia", "sheet_missing"),
    ],
)
def test_nothing_to_read_is_said(
    tmp_path: Path, rows: list[list[Any]], sheet: str | None, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        read(workbook(tmp_path / "a.xlsx", rows), sheet=sheet)
    assert refused.value.code == code
    assert refused.value.facts["open"] == "ok"
