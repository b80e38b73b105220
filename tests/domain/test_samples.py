"""The first values of columns, as the officer sees them beside their headings."""

from __future__ import annotations

from datetime import date

from digicommune.domain.grids import Grid
from digicommune.domain.headers import find_header
from digicommune.domain.samples import first_values, shown


def test_three_different_values_without_titles_groups_and_column_numbers() -> None:
    rows: list[list[object]] = [
        ["DANH SÁCH", "", "", ""],
        ["STT", "Họ và tên", "Ngày sinh", "Mã lạ"],
        ["(1)", "(2)", "(3)", "(4)"],
        ["I. Thôn Đông", "", "", ""],
        [1.0, "Nguyễn Văn An", date(1990, 3, 5), ""],
        [2.0, "Nguyễn Văn An", date(1991, 3, 5), 7.5],
        [3.0, "Lê Thị Bình", date(1990, 3, 5), ""],
        [4.0, "Trần Văn Cường", "1992", ""],
        [5.0, "Đỗ Văn Dũng", "1993", ""],
    ]
    grid = Grid("DS", rows)
    header = find_header(grid)
    assert header is not None
    assert first_values(grid, header) == {
        "A": ("1", "2", "3"),
        "B": ("Nguyễn Văn An", "Lê Thị Bình", "Trần Văn Cường"),
        "C": ("05/03/1990", "05/03/1991", "1992"),
        "D": ("7.5",),
    }


def test_a_long_value_is_cut() -> None:
    assert len(shown("x" * 500)) == 60
