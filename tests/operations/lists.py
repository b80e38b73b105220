"""Bank lists of synthetic people, with every column a list of an office has."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.cli.lists import VILLAGE_HEADS, write_list

HEADS = (
    "STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Số điện thoại", "Ngân hàng", "Số tài khoản",
    "Ngày mở", "Thôn", "Ghi chú",
)  # fmt: skip
NAME, BORN, CCCD, PHONE, BANK, ACCOUNT, OPENED, VILLAGE, NOTE = range(1, 10)
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi")
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Minh")
GIVENS = ("Hải", "Lan", "Đạt", "Hương", "Tuấn", "Mai", "Dũng", "Hoa", "Khánh", "Oanh", "Phượng")


def rows(count: int, first: int = 1, bank: str = "Agribank") -> list[list[object]]:
    """``count`` people with all their values, all of one village."""
    return [
        [
            number,
            f"{FAMILIES[number % 7]} {MIDDLES[number % 5]} {GIVENS[number % 11]}",
            f"{number % 28 + 1:02d}/{number % 12 + 1:02d}/{1950 + number % 50}",
            f"0380{(50 + number % 50) % 100:02d}{(number * 7919) % 1_000_000:06d}",
            f"09{(number * 104_729) % 10**8:08d}",
            bank,
            f"35{(number * 15_485_863) % 10**11:011d}",
            "05/03/2026",
            "Duyên Hy",
            f"Thẻ số {number}",
        ]
        for number in range(first, first + count)
    ]


def bank_list(path: Path, listed: Sequence[Sequence[object]]) -> Path:
    """A workbook of these rows."""
    return write_list(path, HEADS, listed)


def changed(
    listed: Sequence[Sequence[object]], *cells: tuple[int, int, object]
) -> list[list[object]]:
    """A copy with some cells changed: place of the row, column, new value."""
    copy = [list(row) for row in listed]
    for place, column, value in cells:
        copy[place][column] = value
    return copy


def village_list(path: Path, *names: str) -> Path:
    """A workbook of villages."""
    listed = [[n, name, 300, 1_700, 1_250, 1_000, 300] for n, name in enumerate(names, 1)]
    return write_list(path, VILLAGE_HEADS, listed)
