"""A made-up commune of any size and bank lists of it, tidy and messy, from one seed; all invented.

Names are harder than in life: nine of ten of 50,000 residents share their full name with somebody.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from digicommune.domain.text import fold

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Lương",
            "Trịnh", "Mai", "Hà", "Cao", "Đinh", "Phùng", "Lưu", "Tống", "Dương")  # fmt: skip
FAMILY_WEIGHTS = (30, 11, 10, 7, 5, 4, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1)
MIDDLES = {
    "Nam": ("Văn", "Đức", "Hữu", "Quang", "Minh", "Xuân", "Thanh", "Bá", "Ngọc", "Công", "Đình"),
    "Nữ": ("Thị", "Thị Thu", "Thị Ngọc", "Thị Thanh", "Ngọc", "Thu", "Bích", "Kim", "Thị Minh"),
}
GIVENS = {
    "Nam": ("Hải", "Đạt", "Tuấn", "Dũng", "Khánh", "Hùng", "Sơn", "Long", "Nam", "Thắng", "Phúc",
            "Bình", "Lâm", "Toàn", "Hiếu", "Kiên", "Tú", "Cường", "Hậu", "Hòa", "Tiến", "Thành",
            "Trung", "Việt", "Vinh", "An", "Bảo", "Chiến", "Duy", "Giang", "Hoàng", "Huy", "Khoa",
            "Lộc", "Mạnh", "Nghĩa", "Phong", "Quân", "Tài", "Tùng"),
    "Nữ": ("Lan", "Hương", "Mai", "Hoa", "Oanh", "Phượng", "Hạnh", "Thủy", "Nga", "Yến", "Trang",
           "Hằng", "Chi", "Thảo", "Loan", "Huệ", "Duyên", "Ngân", "Vân", "Bích", "Cúc", "Dung",
           "Hà", "Hiền", "Huyền", "Linh", "Liên", "Ly", "Nhung", "Phương", "Quỳnh", "Tâm", "Thơm",
           "Thu", "Tuyết", "Uyên", "Xuân", "Anh", "Giang", "Hậu"),
}  # fmt: skip
VILLAGES = tuple(f"Thôn {name} {number}" for name in ("Đông", "Đoài", "Hạ", "Thượng", "Trung")
                 for number in range(1, 9))  # fmt: skip
BANKS = {"Agribank": "970405", "Vietcombank": "970436", "BIDV": "970418", "VietinBank": "970415"}
HEADINGS = (
    "STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Số điện thoại", "Thôn", "Ngân hàng",
    "Số tài khoản", "Ngày mở",
)  # fmt: skip
MIDDLE_OF = {"Thị Thu": "Thị", "Thị Ngọc": "Thị", "Thị Thanh": "Thị", "Thị Minh": "Thị"}


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up resident."""

    name: str
    sex: str
    born: date
    cccd: str
    phone: str
    village: str


def people(count: int, seed: int) -> list[Person]:
    """As many residents, no number given twice."""
    chance = random.Random(seed)
    taken: set[str] = set()
    return [_person(chance, taken) for _ in range(count)]


def _person(chance: random.Random, taken: set[str]) -> Person:
    sex = chance.choice(("Nam", "Nữ"))
    born = date(1936, 1, 1) + timedelta(days=chance.randrange(26_000))
    family = chance.choices(FAMILIES, FAMILY_WEIGHTS)[0]
    name = f"{family} {chance.choice(MIDDLES[sex])} {chance.choice(GIVENS[sex])}"
    century = 0 if born.year < 2000 else 2
    while True:
        number = f"038{century + (sex == 'Nữ')}{born:%y}{chance.randrange(10**6):06d}"
        if number not in taken:
            break
    taken.add(number)
    phone = f"09{chance.randrange(10**8):08d}"
    return Person(name, sex, born, number, phone, chance.choice(VILLAGES))


# --- one slip of a tired hand ---


def slip(name: str, chance: random.Random) -> str:
    """A letter left out, doubled or changed places with its neighbour."""
    place = chance.randrange(1, len(name) - 1)
    kind = chance.randrange(3)
    if kind == 0:
        return name[:place] + name[place + 1 :]
    if kind == 1:
        return name[:place] + name[place] + name[place:]
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def slipped_number(number: str, chance: random.Random) -> str:
    """One digit wrong."""
    place = chance.randrange(6, 12)
    other = chance.choice([one for one in "0123456789" if one != number[place]])
    return number[:place] + other + number[place + 1 :]


def dull(name: str) -> str:
    """Capitals without marks, as old bank programs print."""
    return fold(name).upper()


# --- bank lists ---


def tidy_row(number: int, one: Person, chance: random.Random) -> list[object]:
    """Every value as text, as it should be."""
    opened = date(2026, 1, 2) + timedelta(days=chance.randrange(300))
    return [
        number, one.name, f"{one.born:%d/%m/%Y}", one.cccd, one.phone, one.village,
        chance.choice(tuple(BANKS)), f"{chance.randrange(10**12, 10**13)}", f"{opened:%d/%m/%Y}",
    ]  # fmt: skip


def messy_row(number: int, one: Person, chance: random.Random) -> list[object]:
    """The same as banks send it: several things wrong at a time, most of them to be put right."""
    row = tidy_row(number, one, chance)
    row[1] = _messy_name(one.name, chance)
    row[2] = _messy_day(one.born, chance)
    row[3] = _messy_number(one.cccd, chance)
    row[4] = chance.choice(
        (
            int(one.phone),
            f"+84{one.phone[1:]}",
            f"{one.phone[:4]}.{one.phone[4:7]}.{one.phone[7:]}",
            None,
        )
    )
    row[5] = chance.choice(
        (one.village, one.village.upper(), one.village.removeprefix("Thôn "), None)
    )
    if chance.random() < 0.02:
        row[2] = "31/02/1990"
    return row


def _messy_name(name: str, chance: random.Random) -> str:
    way = chance.random()
    if way < 0.3:
        return dull(name)
    if way < 0.5:
        return unicodedata.normalize("NFD", name)
    if way < 0.7:
        return f" {name.replace(' ', '  ')} "
    return name.upper() if way < 0.93 else slip(name, chance)


def _messy_day(born: date, chance: random.Random) -> object:
    way = chance.random()
    if way < 0.3:
        return f"{born.day}.{born.month}.{born.year}"
    if way < 0.6:
        return f"{born.day}-{born.month}-{born.year}"
    return (born - date(1899, 12, 30)).days if way < 0.8 else born.year


def _messy_number(number: str, chance: random.Random) -> object:
    way = chance.random()
    if way < 0.5:
        return int(number)
    if way < 0.65:
        return f"{number[:3]} {number[3:6]} {number[6:]}"
    return None if way < 0.95 else slipped_number(number, chance)


def rows(known: Sequence[Person], count: int, seed: int) -> list[list[object]]:
    """A list: half messy, most rows of people known, one in eight a stranger; nobody twice."""
    chance = random.Random(seed)
    strangers = people(count, seed + 1)
    met = list(known)
    chance.shuffle(met)
    listed = [
        met[place] if place % 8 and place < len(met) else strangers[place] for place in range(count)
    ]
    return [
        (messy_row if place % 2 else tidy_row)(place + 1, one, chance)
        for place, one in enumerate(listed)
    ]
