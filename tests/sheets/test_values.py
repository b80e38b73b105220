"""Cells as Excel and people leave them: numbers, dates, phones, fonts, errors, hidden rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font

from tests.sheets.lists import HEAD, codes, outcome, person, read, warnings, workbook


@pytest.mark.parametrize(
    ("cell", "number", "notes"),
    [
        ("038080000001", "038080000001", ()),
        (38080000001, "038080000001", ("cccd_zero_restored",)),
        (1080000001, "001080000001", ("cccd_zero_restored",)),
        ("38080000001", "038080000001", ("cccd_zero_restored",)),
        ("038 080 000 001", "038080000001", ()),
        ("\u200b038080000001\u00a0", "038080000001", ()),
    ],
)
def test_personal_numbers(
    tmp_path: Path, cell: object, number: str, notes: tuple[str, ...]
) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1, cccd=cell)]))
    assert reading.records[0].fields["cccd"] == number
    assert reading.records[0].warnings == notes
    assert reading.columns["D"] == "cccd"


def test_problems_name_the_field_not_the_heading(tmp_path: Path) -> None:
    head = ["STT", "Họ và tên", "Nam", "Nữ", "Số CMND/CCCD"]
    rows = [head, [1, "Lê Văn A", "31/02/1990", None, "12"]]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.columns["E"] == "cccd|cmnd"
    assert [(p.field, p.column) for p in reading.rejected[0].problems] == [
        ("ngay_sinh", "C"), ("cccd", "E"),
    ]  # fmt: skip


def test_old_numbers_show_in_the_columns(tmp_path: Path) -> None:
    rows = [HEAD, person(1), person(2, cccd="164123456"), person(3, cccd=12345678)]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.columns["D"] == "cccd|cmnd"
    assert [r.fields.get("cmnd") for r in reading.records] == [None, "164123456", "012345678"]
    assert warnings(reading) == {
        3: ("old_id_cmnd",), 4: ("cmnd_zero_restored", "old_id_cmnd"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("3.8E+10", "cccd_precision_lost"), ("12345678", "cccd_not_12_digits"),
        ("0380800000012", "cccd_not_12_digits"), (99080000001, "cccd_not_12_digits"),
        ("03808000000A", "cccd_invalid"), ("000000000000", "cccd_invalid"),
        (1.5, "cccd_invalid"),
    ],
)  # fmt: skip
def test_wrong_personal_numbers_refuse_the_row(tmp_path: Path, cell: object, code: str) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1, cccd=cell)]))
    assert codes(reading) == {2: [code]}
    assert reading.rejected[0].problems[0].column == "D"


@pytest.mark.parametrize(
    ("cell", "iso", "year", "notes"),
    [
        (date(1990, 5, 4), "1990-05-04", 1990, ()),
        ("4/5/1990", "1990-05-04", 1990, ()),
        ("04-05-1990", "1990-05-04", 1990, ()),
        ("4.5.1990", "1990-05-04", 1990, ()),
        ("1990-05-04 00:00:00", "1990-05-04", 1990, ()),
        (32997, "1990-05-04", 1990, ("date_from_serial",)),
        (1990, None, 1990, ("year_only",)),
        ("1990", None, 1990, ("year_only",)),
        ("5/1990", None, 1990, ("month_year_only",)),
        (date(1905, 6, 12), None, 1990, ("year_only",)),
    ],
)
def test_birth_dates(
    tmp_path: Path, cell: object, iso: str | None, year: int, notes: tuple[str, ...]
) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1, born=cell)]))
    record = reading.records[0]
    assert (record.fields.get("ngay_sinh"), record.fields["nam_sinh"]) == (iso, year)
    assert record.warnings == notes


@pytest.mark.parametrize("cell", ["05/13/1990", "30/02/1990", "4/5/90", "1/1/1789", 3_000_000, -5])
def test_impossible_dates_refuse_the_row(tmp_path: Path, cell: object) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1, born=cell)]))
    assert codes(reading) == {2: ["date_invalid"]}


@pytest.mark.parametrize(
    ("cell", "phone", "notes"),
    [
        ("0912345678", "0912345678", ()),
        (912345678, "0912345678", ("phone_zero_restored",)),
        ("+84 912 345 678", "0912345678", ()),
        ("0084912345678", "0912345678", ()),
        ("0912.345.678", "0912345678", ()),
        ("01234567890", "0834567890", ("phone_11_to_10",)),
        ("0203 3825 825", "02033825825", ()),
        ("0912345678/0987654321", "0912345678", ()),
        ("0123", None, ("phone_invalid",)),
        ("không có", None, ("phone_invalid",)),
        ("-", None, ()),
    ],
)
def test_phones(tmp_path: Path, cell: object, phone: str | None, notes: tuple[str, ...]) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1, phone=cell)]))
    assert reading.records[0].fields.get("dien_thoai") == phone
    assert reading.records[0].warnings == notes


def test_accounts_and_money(tmp_path: Path) -> None:
    head = ["STT", "Họ và tên", "Số CCCD", "Số TK", "Số dư (đồng)"]
    cells: list[tuple[object, object]] = [
        ("0123456789", "1.250.000"), (9343849742968, 500000), (1.234567890123457e18, "2.000.000 đ"),
        ("1.23E+12", "-"), ("9704 0512 3456", "1,250,000"),
    ]  # fmt: skip
    rows = [head, *[[n, "Lê Văn A", f"03808000000{n}", *pair] for n, pair in enumerate(cells)]]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert [r.fields.get("so_tai_khoan") for r in reading.records] == [
        "0123456789", "9343849742968", None, None, "970405123456",
    ]  # fmt: skip
    assert [r.fields.get("so_du") for r in reading.records] == [
        1250000, 500000, 2000000, None, 1250000,
    ]  # fmt: skip
    assert warnings(reading) == {
        3: ("account_stored_as_number",), 4: ("account_precision_lost",),
        5: ("account_precision_lost",),
    }  # fmt: skip


def test_names_are_cleaned_and_stay_as_typed(tmp_path: Path) -> None:
    name = "  Nguye\u0302\u0303n\u00a0 Thị\u200b  Hoà_x000D_ "
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1, name)]))
    assert reading.records[0].fields["ho_ten"] == "Nguyễn Thị Hoà"


def test_formula_characters_are_told(tmp_path: Path) -> None:
    notes = ["=1+1", "+84 Zalo", "-2", "@SUM(A1)", "\t=1", "tab =1"]
    rows = [HEAD, *[person(n, note=note) for n, note in enumerate(notes, 1)]]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert set(warnings(reading)) == {2, 3, 4, 5, 6}
    assert reading.records[0].fields["ghi_chu"] == "=1+1"


def test_errors_and_formulas_without_value(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, [*HEAD, "Số tiền"])
    for row in range(1, 5):
        sheet.write_row(row, 0, [cell for cell in person(row) if cell is not None])
    sheet.write_formula(1, 3, "=VLOOKUP(1,A:B,2,0)", value="#N/A")
    sheet.write_formula(2, 6, "=SUM(G9:G10)", value="")
    sheet.write_formula(3, 6, "=2*25000", value=50000)
    sheet.write_formula(4, 5, "=1/0", value="#DIV/0!")
    book.close()
    reading = read(path)
    assert codes(reading) == {2: ["error_value"]}
    assert "#N/A" in reading.rejected[0].problems[0].message
    assert warnings(reading)[5] == ("error_value",)
    assert [r.fields.get("so_tien") for r in reading.records] == [None, 50000, None]


def test_formula_whose_result_was_never_stored(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ([*HEAD, "Số tiền"], [*person(1), "=SUM(A1:A2)"], [*person(2), 5]):
        sheet.append(row)
    book.save(path)
    assert warnings(read(path)) == {2: ("formula_without_value",)}


def test_hidden_and_struck_rows_are_taken_with_a_warning(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [HEAD, person(1), person(2), person(3), person(4)])
    book = openpyxl.load_workbook(path)
    sheet = book.active
    sheet.row_dimensions[3].hidden = True
    sheet["B4"].font = Font(strike=True)
    sheet.column_dimensions["D"].hidden = True
    book.save(path)
    reading = read(path)
    assert warnings(reading) == {3: ("hidden_row",), 4: ("strikethrough",)}
    assert all("cccd" in record.fields for record in reading.records)


def test_tcvn3_font_in_xlsx_is_decoded_by_cell(tmp_path: Path) -> None:
    rows = [HEAD, person(1, "NguyÔn V¨n H\u00b6i", note="MÉu"), person(2, "Lê Văn Ðạt", note="S«")]
    path = workbook(tmp_path / "a.xlsx", rows)
    book = openpyxl.load_workbook(path)
    for cell in ("B2", "F2", "B3"):
        book.active[cell].font = Font(name=".VnTime")
    book.save(path)
    read_book = outcome(path)
    first, second = read_book.reading.records
    assert (first.fields["ho_ten"], first.fields["ghi_chu"]) == ("Nguyễn Văn Hải", "Mẫu")
    assert first.warnings == ("legacy_encoding_decoded",)
    assert (second.fields["ho_ten"], second.fields["ghi_chu"]) == ("Lê Văn Ðạt", "S«")
    assert read_book.encoding == "TCVN3"


def test_legacy_text_without_telling_fonts_is_decoded_when_it_reads_better(tmp_path: Path) -> None:
    names = ["TrÇn §øc §¹t", "NguyÔn ThÞ Hång", "Lª V¨n Dòng", "Vò Ngäc ¸nh"]
    rows: list[list[Any]] = [["TT", "Hä vµ tªn", "Ngµy sinh", "Sè CCCD"]]
    rows += [[n, name, "01/02/1990", f"03809000000{n}"] for n, name in enumerate(names)]
    book = outcome(workbook(tmp_path / "a.xlsx", rows))
    assert [r.fields["ho_ten"] for r in book.reading.records] == [
        "Trần Đức Đạt", "Nguyễn Thị Hồng", "Lê Văn Dũng", "Vũ Ngọc ánh",
    ]  # fmt: skip
    assert book.encoding == "TCVN3"


@pytest.mark.parametrize("cell", ["chưa có", "Không có", "Chưa cấp CCCD", "đang làm", "Trẻ em"])
def test_words_for_no_number_yet_are_no_mistake(tmp_path: Path, cell: str) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1, cccd=cell)]))
    assert reading.rejected == ()
    assert "cccd" not in reading.records[0].fields


def test_a_day_written_in_three_columns_is_told_whole(tmp_path: Path) -> None:
    rows = [
        ["STT", "Họ và tên", "Ngày sinh", None, None], [None, None, "Ngày", "Tháng", "Năm"],
        [1, "Lê Văn An", 31, 2, 1990], [2, "Lê Văn Bé", 3, 2, 1990],
    ]  # fmt: skip
    reading = read(workbook(tmp_path / "a.xlsx", rows, ["C1:E1"]))
    assert "31/2/1990" in reading.rejected[0].problems[0].message
    assert reading.records[0].fields["ngay_sinh"] == "1990-02-03"
