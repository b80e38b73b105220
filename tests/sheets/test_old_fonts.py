"""Texts in the encodings before Unicode: by font, and cell by cell where no font tells."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from digicommune.domain import legacy
from tests.sheets.lists import outcome, warnings

Rows = list[list[object]]
HEAD: list[object] = ["STT", "Họ và tên", "Năm sinh", "Thôn"]
TCVN3: Rows = [
    HEAD, [1, "NguyÔn V¨n H¶i", 1990, "M\xadêng Kh\xad¬ng"], [2, "TrÇn ThÞ H¹nh", 1985, "§«ng"],
]  # fmt: skip
VNI: Rows = [
    HEAD, [1, "Nguyeãn Vaên Haûi", 1990, "Möôøng Khöông"], [2, "Traàn Thò Haïnh", 1985, "Ñoâng"],
]  # fmt: skip
NAMES = [("Nguyễn Văn Hải", "Mường Khương"), ("Trần Thị Hạnh", "Đông")]


def written(path: Path, rows: Rows, font: str) -> Path:
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        book.active.append(row)
        for cell in book.active[number]:
            cell.font = Font(name=font if number > 1 else "Arial")
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("rows", "font", "encoding"),
    [(TCVN3, ".VnTime", "TCVN3"), (VNI, "VNI-Times", "VNI"), (TCVN3, "Arial", "TCVN3"),
     (VNI, "Arial", "VNI")],
)  # fmt: skip
def test_names_under_old_fonts_and_without_them(
    tmp_path: Path, rows: Rows, font: str, encoding: str
) -> None:
    found = outcome(written(tmp_path / "a.xlsx", rows, font))
    got = [(r.fields["ho_ten"], r.fields["thon"]) for r in found.reading.records]
    assert got == NAMES
    assert found.encoding == encoding
    assert set(warnings(found.reading)) == {2, 3}


@pytest.mark.parametrize("rows", [TCVN3, VNI])
def test_a_sheet_of_both_is_decoded_cell_by_cell(tmp_path: Path, rows: Rows) -> None:
    unicode = [[n, f"Lê Thị Hoà Bình {n}", 1990, "Thôn Đoài"] for n in range(3, 40)]
    reading = outcome(written(tmp_path / "a.xlsx", [*rows, *unicode], "Arial")).reading
    assert [r.fields["ho_ten"] for r in reading.records[:3]] == [
        "Nguyễn Văn Hải", "Trần Thị Hạnh", "Lê Thị Hoà Bình 3",
    ]  # fmt: skip
    decoded = [
        row for row, notes in warnings(reading).items() if "legacy_encoding_decoded" in notes
    ]
    assert decoded == [2, 3]


def test_capitals_of_a_capital_font(tmp_path: Path) -> None:
    reading = outcome(written(tmp_path / "a.xlsx", TCVN3, ".VnTimeH")).reading
    assert [r.fields["ho_ten"] for r in reading.records] == ["NGUYỄN VĂN HẢI", "TRẦN THỊ HẠNH"]


def test_unicode_typed_under_an_old_font_stays(tmp_path: Path) -> None:
    rows: Rows = [HEAD[:3], [1, "Lê Văn Hoà", 1990], [2, "Đinh Thị Thơm", 1990]]
    reading = outcome(written(tmp_path / "a.xlsx", rows, ".VnTime")).reading
    assert [r.fields["ho_ten"] for r in reading.records] == ["Lê Văn Hoà", "Đinh Thị Thơm"]


@pytest.mark.parametrize("text", ["Café Müller", "m² đất", "Lê Thị Hoà", "São Paulo", "½ thửa"])
def test_what_was_never_in_an_old_encoding_is_left_alone(text: str) -> None:
    assert not any(legacy.reads_only_decoded(text, one) for one in (legacy.TCVN3, legacy.VNI))
