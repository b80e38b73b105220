"""Where lists stand in real workbooks: several sheets and tables, titles, groups, parts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from digicommune.domain.rows import ListReading
from tests.sheets.lists import HEAD, kinds, outcome, person, read, workbook

SUMMARY = [
    ["BẢNG TỔNG HỢP"],
    ["STT", "Thôn", "Số hộ", "Nhân khẩu", "Người từ 18 tuổi", "Lao động", "Số nhà", "Số hộ KD"],
    [1, "Thôn Đông", 10, 20, 15, 12, 9, 3],
]


def sheets(path: Path, **rows: Any) -> Path:
    """A workbook of these sheets; ``hidden_`` in front hides one."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in rows.items():
        sheet = book.create_sheet(name.removeprefix("hidden_"))
        sheet.sheet_state = "hidden" if name.startswith("hidden_") else "visible"
        for line in lines:
            sheet.append(line)
    book.save(path)
    return path


PEOPLE = [HEAD, person(1), person(2)]


@pytest.mark.parametrize("kind", ["auto", "residents", "bank-accounts"])
def test_a_summary_by_village_is_not_the_list_of_people(tmp_path: Path, kind: str) -> None:
    path = sheets(tmp_path / "a.xlsx", TH=SUMMARY, DS=PEOPLE)
    assert read(path, kind).sheet == "DS"
    assert read(path, "villages").sheet == "TH"


@pytest.mark.parametrize("name", ["Mẫu", "Hướng dẫn", "Biểu mẫu 1", "Vi du"])
def test_a_sheet_of_samples_is_not_the_list(tmp_path: Path, name: str) -> None:
    sample = [[*HEAD, "Thôn", "Ngân hàng"], [*person(9), "Thôn A", "BIDV"]]
    path = sheets(tmp_path / "a.xlsx", **{name: sample, "T10": PEOPLE})
    assert read(path).sheet == "T10"


def test_every_sheet_with_a_list_is_named(tmp_path: Path) -> None:
    path = sheets(
        tmp_path / "a.xlsx", Đông=PEOPLE, Tây=[*PEOPLE, person(3)], TH=SUMMARY, hidden_Cũ=PEOPLE
    )
    found = outcome(path)
    assert found.lists == ("Đông", "Tây")
    assert found.hidden == ("Cũ",)
    assert found.reading.sheet == "Tây"


def test_a_second_table_with_other_columns_is_read_by_its_own_header(tmp_path: Path) -> None:
    rows = [
        ["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Số TK"],
        [1, "Lê Văn A", "1/2/1990", "038090000001", "3500205000001"], ["Cộng", None, None, 1], [],
        ["STT", "Số CCCD", "Họ và tên", "Số TK", "Ngày sinh"],
        [1, "03809000000x", "Lê Văn B", "3500205000002", "1/3/1990"],
        [2, "038090000003", "Lê Văn C", "3500205000003", "1/4/1990"], ["Tổng cộng: 3 người"],
    ]  # fmt: skip
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert [r.fields["cccd"] for r in reading.records] == ["038090000001", "038090000003"]
    assert [r.fields["ngay_sinh"] for r in reading.records] == ["1990-02-01", "1990-04-01"]
    assert [(r.row, r.problems[0].column) for r in reading.rejected] == [(6, "B")]
    assert kinds(reading) == {3: "subtotal", 4: "blank", 5: "repeated_header", 8: "total"}
    assert reading.declared_total == 3


def test_a_repeated_header_that_lacks_a_word_keeps_the_columns(tmp_path: Path) -> None:
    rows = [HEAD, person(1), [*HEAD[:4], None, None], person(2)]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.records[1].fields["dien_thoai"] == "0900000002"


@pytest.mark.parametrize(
    "below",
    [
        [["STT", "Thôn", "Số người", "Tỷ lệ"], [1, "Thôn Đông", 1, "50%"], [2, "Thôn Tây", 1, 1]],
        [["STT", "Ngân hàng", "Số tài khoản", "Ghi chú"], [1, "BIDV", 1], [2, "MB", 1]],
    ],
)
def test_tables_of_other_things_below_are_no_records(
    tmp_path: Path, below: list[list[Any]]
) -> None:
    rows = [HEAD, person(1), person(2), ["Tổng cộng: 2"], [], *below]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert (len(reading.records), reading.rejected) == (2, ())
    assert {row: kind for row, kind in kinds(reading).items() if row > 6} == {
        7: "summary", 8: "summary",
    }  # fmt: skip


def test_a_small_table_beside_the_list_is_left_alone(tmp_path: Path) -> None:
    rows = [
        [*HEAD, None, "Thôn", "Số người"], [*person(1), None, "Thôn Đông", 3],
        person(2), person(3), person(4),
    ]  # fmt: skip
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert set(reading.columns.values()).isdisjoint({"thon", "nhan_khau"})
    assert "thon" not in reading.records[0].fields


def test_a_column_behind_an_empty_one_still_belongs_to_the_list(tmp_path: Path) -> None:
    rows = [[*HEAD, None, "Thôn", "Nghề"], *([*person(n), None, "Đông", "-"] for n in range(1, 5))]
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert [r.fields["thon"] for r in reading.records] == ["Đông"] * 4


@pytest.mark.parametrize(
    ("title", "merge"),
    [
        (["DANH SÁCH HỘ KINH DOANH ĐƯỢC CẤP MÃ QR"], "A1:E1"),
        (["DANH SÁCH MỞ TÀI KHOẢN NGÂN HÀNG THÔN ĐÔNG"], None),
        ([None, "DANH SÁCH MỞ SỐ TÀI KHOẢN"], None),
        (["UBND XÃ MẪU", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], "D1:E1"),
    ],
)
def test_a_title_right_above_the_header_lends_no_meaning(
    tmp_path: Path, title: list[str | None], merge: str | None
) -> None:
    rows = [title, ["STT", "Họ và tên", "Số CCCD", "Mã riêng", "Cột lạ"],
            [1, "Lê Văn A", "038090000001", "V1", "?"]]  # fmt: skip
    reading = read(workbook(tmp_path / "a.xlsx", rows, [merge] if merge else []))
    assert reading.header_rows == (2,)
    assert reading.columns == {"A": "stt", "B": "ho_ten", "C": "cccd"}


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("Ấn định danh sách này có 02 người", 2), ("(Danh sách này có 2 người)", 2),
        ("Danh sách gồm 02 người./.", 2), ("Tổng số: hai (02) người", 2),
        ("Tổng cộng (bằng số): 2; bằng chữ: hai người", 2), ("Cộng danh sách: 2 người", 2),
    ],
)  # fmt: skip
def test_totals_in_words(tmp_path: Path, text: str, declared: int) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, person(1), person(2), [text]]))
    assert kinds(reading) == {4: "total"}
    assert reading.declared_total == declared


def test_notes_and_sums_of_pages_inside_a_list(tmp_path: Path) -> None:
    rows = [
        HEAD, person(1), ["Ghi chú: danh sách bổ sung đợt 2"], person(2), ["(Chuyển trang sau)"],
        ["Cộng mang sang trang sau", None, 2], person(3), ["ĐỢT 2"], person(4),
    ]  # fmt: skip
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert kinds(reading) == {3: "note", 5: "note", 6: "subtotal", 8: "section"}
    assert reading.declared_total is None
    assert all("thon" not in r.fields for r in reading.records)


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("Thôn Đông (có 2 người)", "Thôn Đông"), ("Thôn Đông: gồm 12 hộ", "Thôn Đông"),
        ("II. Tổ dân phố 3 - tổng số: 5 khách hàng", "Tổ dân phố 3"),
        ("I. Khách hàng cá nhân", None), ("II. Hộ nghèo", None),
    ],
)  # fmt: skip
def test_sections_give_the_village_and_nothing_else(
    tmp_path: Path, text: str, village: str | None
) -> None:
    reading = read(workbook(tmp_path / "a.xlsx", [HEAD, [text], person(1)], ["A2:F2"]))
    assert kinds(reading) == {2: "section"}
    assert reading.records[0].fields.get("thon") == village


def columns_of(reading: ListReading) -> list[str]:
    return list(reading.columns.values())


def test_a_bank_list_at_c5_under_other_words(tmp_path: Path) -> None:
    rows = [
        [], [None, None, "NGÂN HÀNG NÔNG NGHIỆP"], [None, None, "BẢNG KÊ KHÁCH HÀNG"], [],
        [None, None, "Số TT", "Số điện thoại KH", "Giấy tờ tùy thân", "Tên khách hàng",
         "Ngày tháng năm sinh", "Số TK", "Địa bàn (thôn)"],
        [None, None, *(f"({n})" for n in range(1, 8))],
        [None, None, 1, "0912.345.678", "038 085 000 123", "LÊ THỊ HÒA", "3-2-1985", 35002051111,
         "Thôn 3"],
    ]  # fmt: skip
    reading = read(workbook(tmp_path / "a.xlsx", rows))
    assert reading.header_rows == (5,)
    assert columns_of(reading) == [
        "stt", "dien_thoai", "cccd", "ho_ten", "ngay_sinh", "so_tai_khoan", "thon",
    ]  # fmt: skip
    assert reading.records[0].fields["cccd"] == "038085000123"
    assert kinds(reading) == {2: "title", 3: "title", 6: "column_numbers"}
