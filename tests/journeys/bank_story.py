"""The commune and the bank's list of scenarios 2 and 4, with exactly their numbers; synthetic.

2.105 people of 3.412 have an account. Agribank sends 1.248 rows: 968 people nobody knew, 134 known
people with their first account there, 87 accounts already recorded, 41 rows that may be somebody
known, 18 wrong ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

from digicommune.operations import intake
from digicommune.operations.intake import IntakeRequest
from tests.cli.lists import VILLAGE_HEADS, write_list

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from digicommune.db.store import Store

AGRIBANK, VIETCOMBANK = "970405", "970436"
VILLAGES = {"Duyên Hy": 903, "Vệ Thôn": 802, "Hổ Thôn": 911, "Đồng Tình": 796}  # from 15 years on
FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ", "Hoàng", "Ngô", "Dương", "Lý",
)  # fmt: skip
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Hữu", "Quang")
GIVENS = (
    "Hải", "Lan", "Đạt", "Hương", "Tuấn", "Mai", "Dũng", "Hoa", "Khánh", "Oanh", "Phượng", "Bình",
    "Cường", "Giang", "Hạnh", "Kiên", "Linh", "Nam", "Phúc", "Quý", "Sơn", "Thảo", "Uyên", "Vinh",
    "Xuân", "Yến", "Ân", "Bảo", "Chi", "Đông", "Hiếu", "Long", "Nga", "Tâm", "Trang", "Việt", "Thu",
)  # fmt: skip
FIRST_ROW = 9  # the header stands in rows 7 and 8
SHEET = "DS mo TK"
AGRIBANK_KNOWN, FIRST_THERE, DOUBTFUL, STRANGERS = 87, 134, 41, 968
HEADS = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Số tài khoản", "Ngày mở", "Thôn")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    number: int

    @property
    def name(self) -> str:
        """Given names differ between neighbours in number."""
        n = self.number
        middle = MIDDLES[n // 37 % 7]
        return f"{FAMILIES[n // 259 % 12]} {middle} {GIVENS[n % 37]}"

    @property
    def year(self) -> int:
        """All are adults."""
        return 1940 + self.number % 61

    @property
    def born(self) -> str:
        """Day first, as lists write it."""
        return f"{self.number % 28 + 1:02d}/{self.number % 12 + 1:02d}/{self.year}"

    @property
    def cccd(self) -> str:
        """Its province, century and year agree with the birth."""
        century = 2 if self.year >= 2000 else 0
        return f"038{century}{self.year % 100:02d}{(self.number * 7919 + 13) % 1_000_000:06d}"

    @property
    def village(self) -> str:
        """One of the four."""
        return tuple(VILLAGES)[self.number % 4]

    def account(self, bank: str) -> str:
        """A number of this bank."""
        return f"{bank[-2:]}{(self.number * 15_485_863) % 10**11:011d}"

    def row(self, bank: str) -> list[object]:
        """A whole row of a bank's list, without its number."""
        return [self.name, self.born, self.cccd, self.account(bank), "05/03/2026", self.village]


PEOPLE = tuple(Person(number) for number in range(1, 2_106))
NEWCOMERS = tuple(Person(number) for number in range(3_001, 3_001 + STRANGERS))


def open_office(store: Store, folder: Path) -> None:
    """The villages, and 2.105 people with accounts: 87 at Agribank, the others at Vietcombank."""
    listed = [
        [at, name, 300, grown + 400, grown, 700, 300] for at, (name, grown) in enumerate(
            VILLAGES.items(), 1)
    ]  # fmt: skip
    _take(store, write_list(folder / "thon.xlsx", VILLAGE_HEADS, listed), "villages", None)
    for bank, people in (
        (AGRIBANK, PEOPLE[:AGRIBANK_KNOWN]),
        (VIETCOMBANK, PEOPLE[AGRIBANK_KNOWN:]),
    ):
        rows = [[at, *one.row(bank)] for at, one in enumerate(people, 1)]
        path = write_list(folder / f"truoc_{bank}.xlsx", HEADS, rows)
        _take(store, path, "bank-accounts", bank)


def _take(store: Store, path: Path, kind: str, bank: str | None) -> None:
    intake.take(store, path, IntakeRequest(kind, bank_bin=bank))


def rows_of_the_list() -> list[list[object]]:
    """The 1.248 rows, the kinds mixed as life mixes them."""
    rows = [one.row(AGRIBANK) for one in PEOPLE[:AGRIBANK_KNOWN]]
    rows += [one.row(AGRIBANK) for one in PEOPLE[AGRIBANK_KNOWN:][:FIRST_THERE]]
    rows += [one.row(AGRIBANK) for one in NEWCOMERS]
    rows += [_like(one) for one in PEOPLE[1_000 : 1_000 + DOUBTFUL]]
    rows += _wrong()
    return [rows[at * 389 % len(rows)] for at in range(len(rows))]  # 389 and 1.248 share nothing


def _like(one: Person) -> list[object]:
    """Name and year of somebody known; neither day nor number to be sure."""
    account = Person(one.number + 50_000).account(AGRIBANK)
    return [one.name, str(one.year), None, account, "05/03/2026", None]


def _wrong() -> list[list[object]]:
    """Eighteen rows with one mistake each: short numbers, days that do not exist, no name."""
    made = []
    for at in range(18):
        row = Person(4_000 + at).row(AGRIBANK)
        if at < 8:
            row[2] = f"3807{at}"
        elif at < 14:
            row[1] = "31/02/1990"
        elif at < 17:
            row[2] = "3.80720E+11"
        else:
            row[0] = None
        made.append(row)
    return made


def bank_list(path: Path, rows: list[list[object]]) -> Path:
    """Two sheets; four title rows, a header in rows 7 and 8 over merged cells, a total below."""
    book = Workbook()
    guide = book.active
    assert guide is not None
    guide.title = "Hướng dẫn"
    guide["A1"] = "Kính gửi UBND xã. Số liệu ở trang sau, mọi thắc mắc xin liên hệ phòng giao dịch."
    sheet = book.create_sheet(SHEET)
    _titles(sheet)
    _header(sheet)
    for at, row in enumerate(rows):
        for column, value in enumerate([at + 1, *row], 1):
            sheet.cell(FIRST_ROW + at, column, value)
    end = FIRST_ROW + len(rows)
    sheet.cell(end, 1, "Tổng cộng")
    sheet.merge_cells(start_row=end, start_column=1, end_row=end, end_column=4)
    sheet.cell(end, 5, len(rows))
    sheet.cell(end + 2, 5, "Người lập biểu")
    book.save(path)
    return path


def _titles(sheet: Worksheet) -> None:
    for at, text in enumerate(
        (
            "NGÂN HÀNG AGRIBANK CHI NHÁNH MẪU",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "DANH SÁCH KHÁCH HÀNG MỞ TÀI KHOẢN",
            "(Kèm theo Công văn số 15/CV ngày 06/03/2026)",
        ),
        1,
    ):
        sheet.cell(at, 1, text)
        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=7)


def _header(sheet: Worksheet) -> None:
    upper = ("STT", "Họ và tên", "Giấy tờ", None, "Tài khoản", None, "Thôn")
    lower = (None, None, "Ngày sinh", "Số CCCD", "Số tài khoản", "Ngày mở", None)
    for column, (above, below) in enumerate(zip(upper, lower, strict=True), 1):
        sheet.cell(7, column, above)
        sheet.cell(8, column, below)
    for first, last in ((3, 4), (5, 6)):
        sheet.merge_cells(start_row=7, start_column=first, end_row=7, end_column=last)
    for column in (1, 2, 7):
        sheet.merge_cells(start_row=7, start_column=column, end_row=8, end_column=column)
