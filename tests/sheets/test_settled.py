"""What the officer settled beforehand (columns, header rows, mended cells) is read as settled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from digicommune.domain.meanings import folded_label
from digicommune.domain.rows import ListReading
from digicommune.sheets.reader import ReadRequest, read_list
from tests.sheets.lists import HEAD, banks, codes, kinds, person, warnings, workbook


def settled(path: Path, **how: Any) -> ListReading:
    """The reading through the real child process."""
    return read_list(path, ReadRequest(banks(), **how)).reading


def test_headings_are_told_as_written(tmp_path: Path) -> None:
    rows = [
        ["TT", "Họ tên", "Năm sinh", None, "Mã VIP"],
        [None, None, "Nam", "Nữ", None],
        [1, "Lê Văn A", 1990, None, "V1"],
    ]
    reading = settled(workbook(tmp_path / "a.xlsx", rows, ["C1:D1", "A1:A2", "B1:B2", "E1:E2"]))
    assert reading.headings == {
        "A": "TT", "B": "Họ tên", "C": "Năm sinh / Nam", "D": "Năm sinh / Nữ", "E": "Mã VIP",
    }  # fmt: skip


def test_a_remembered_heading_wins_over_the_words_we_know(tmp_path: Path) -> None:
    rows = [["STT", "Người hưởng", "Họ và tên", "Số ID2", "Ghi chú"],
            [1, "Lê Văn Hải", "Giao dịch viên", "038090000001", "x"]]  # fmt: skip
    path = workbook(tmp_path / "a.xlsx", rows)
    known = {"nguoi huong": "ho_ten", folded_label("Số ID2"): "cccd", "ghi chu": ""}
    reading = settled(path, headings=known)
    assert reading.columns == {"A": "stt", "B": "ho_ten", "D": "cccd"}
    assert reading.records[0].fields == {"ho_ten": "Lê Văn Hải", "cccd": "038090000001"}


def test_remembered_headings_hold_when_columns_move(tmp_path: Path) -> None:
    known = {"ten vip": "ho_ten", "ma rieng": "cccd"}
    one = workbook(tmp_path / "a.xlsx", [["Tên VIP", "Mã riêng"], ["Lê Văn A", "038090000001"]])
    two = workbook(tmp_path / "b.xlsx", [["X"], ["Mã riêng", "TÊN VIP"], [38090000001, "Lê Văn A"]])
    fields = [settled(path, headings=known).records[0].fields for path in (one, two)]
    assert fields[0] == fields[1]


def test_header_rows_chosen_by_the_officer(tmp_path: Path) -> None:
    rows = [HEAD, person(1), ["STT", "Người", "Mã"], [1, "Lê Văn A", "038090000001"]]
    known = {"nguoi": "ho_ten", "ma": "cccd"}
    path = workbook(tmp_path / "a.xlsx", rows)
    reading = settled(path, header_rows=(3,), headings=known)
    assert reading.header_rows == (3,)
    assert [r.row for r in reading.records] == [4]
    assert kinds(reading) == {1: "title", 2: "title"}
    empty = settled(path, header_rows=(4,))
    assert (empty.columns, empty.records) == ({}, ())
    assert empty.headings == {"B": "Lê Văn A", "C": "038090000001"}


def test_mended_cells_are_read_by_the_same_rules(tmp_path: Path) -> None:
    rows = [HEAD, person(1, cccd="12"), person(2, born="31/02/1990"), person(3, None),  # type: ignore[arg-type]
            person(4, cccd="9", born="x")]  # fmt: skip
    path = workbook(tmp_path / "a.xlsx", rows)
    mended = {
        2: {"cccd": "38080000001"}, 3: {"ngay_sinh": "1.2.1990", "dien_thoai": "0168 1234567"},
        4: {"ho_ten": "Trần  Thị B"}, 5: {"cccd": "038080000004"}, 999: {"cccd": "1"},
    }  # fmt: skip
    assert sorted(codes(settled(path))) == [2, 3, 4, 5]
    reading = settled(path, mended=mended)
    assert codes(reading) == {5: ["date_invalid"]}
    by_row = {r.row: r.fields for r in reading.records}
    assert by_row[2]["cccd"] == "038080000001"
    assert by_row[3]["ngay_sinh"] == "1990-02-01"
    assert by_row[3]["dien_thoai"] == "0381234567"
    assert by_row[4]["ho_ten"] == "Trần Thị B"
    assert warnings(reading) == {2: ("cccd_zero_restored",), 3: ("phone_11_to_10",)}


def test_a_mend_may_fill_what_has_no_column(tmp_path: Path) -> None:
    rows = [["STT", "Họ đệm", "Tên", "Năm sinh", None], [None, None, None, "Nam", "Nữ"],
            [1, None, None, None, 1990]]  # fmt: skip
    path = workbook(tmp_path / "a.xlsx", rows, ["D1:E1"])
    typed = {"ho_ten": "Lê Văn Hải", "gioi_tinh": "Nam", "thon": "Thôn Đông", "cccd": "1"}
    reading = settled(path, mended={3: typed})
    assert codes(reading) == {3: ["cccd_not_12_digits"]}
    assert "dòng 3" in reading.rejected[0].problems[0].message
    reading = settled(path, mended={3: {**typed, "cccd": ""}})
    assert reading.records[0].fields == {
        "nam_sinh": 1990, "gioi_tinh": "Nam", "thon": "Thôn Đông", "ho_ten": "Lê Văn Hải",
    }  # fmt: skip


def test_an_error_cell_is_mended_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(person(1))
    for ref in ("B2", "D2"):
        book.active[ref] = "#REF!"
        book.active[ref].data_type = "e"
    book.save(path)
    assert codes(settled(path)) == {2: ["error_value", "error_value"]}
    mended = {2: {"ho_ten": "Lê Văn A", "cccd": "038090000009"}}
    assert settled(path, mended=mended).records[0].fields["cccd"] == "038090000009"
