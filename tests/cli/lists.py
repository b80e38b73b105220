"""Small workbooks of synthetic people, written for one test each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

Cell = str | int | None


def write_list(path: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """A sheet with one header row."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def people(first: int, count: int, bank: str, village: str = "Duyên Hy") -> list[list[Cell]]:
    """``count`` people with numbers from ``first`` on, all adults, all of one village."""
    return [
        [
            number,
            f"Nguyễn Văn {'ABCDEGHIKLMNOPQRSTUVXY'[number % 22]}{'abcdeghiklmn'[number % 12]}",
            f"{number % 28 + 1:02d}/{number % 12 + 1:02d}/{1960 + number % 40}",
            f"0380{(60 + number % 40) % 100:02d}{number:06d}",
            bank,
            "05/03/2026",
            village,
        ]
        for number in range(first, first + count)
    ]


BANK_HEADS = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Ngân hàng", "Ngày mở", "Thôn")
VILLAGE_HEADS = ("STT", "Tên thôn", "Số hộ", "Nhân khẩu", "Người từ 15 tuổi", "Lao động", "Số nhà")
