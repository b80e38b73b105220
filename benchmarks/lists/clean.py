"""A long clean list for measuring: one header row, text ids, real dates, nothing to mend."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from benchmarks.lists.people import Maker

HEADS = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Số điện thoại", "Thôn",
         "Ngân hàng", "Số tài khoản", "Ngày mở")  # fmt: skip
BANKS = ("Agribank", "Vietcombank", "BIDV", "VietinBank", "MB", "Techcombank")


def write_clean_list(path: Path, rows: int = 50_000, seed: int = 50_000) -> Path:
    """A bank's list of account openings with ``rows`` people, the same for the same seed."""
    maker, pick = Maker(seed), random.Random(seed)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Danh sách")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEADS)
    for number in range(1, rows + 1):
        male = pick.random() < 0.5
        born = date(1945, 1, 1) + timedelta(days=pick.randrange(23_000))
        opened = date(2026, 1, 1) + timedelta(days=pick.randrange(300))
        sheet.write_number(number, 0, number)
        sheet.write_string(number, 1, maker.name(male))
        sheet.write_datetime(number, 2, born, day)
        sheet.write_string(number, 3, "Nam" if male else "Nữ")
        sheet.write_string(number, 4, maker.cccd(male, born))
        sheet.write_string(number, 5, maker.phone())
        sheet.write_string(number, 6, f"Thôn {pick.randrange(1, 27)}")
        sheet.write_string(number, 7, pick.choice(BANKS))
        sheet.write_string(number, 8, maker.account())
        sheet.write_datetime(number, 9, opened, day)
    book.close()
    return path
