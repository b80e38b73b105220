"""Made-up villages, households and people; every name and number is random, nobody is real."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi", "Hà", "Trịnh", "Lường",
            "Mai", "Đặng", "Cao", "Tống", "Lưu", "Đinh", "Phùng")  # fmt: skip
MEN_MIDDLE = ("Văn", "Hữu", "Đức", "Quang", "Bá", "Xuân", "Minh", "Trọng", "Thế", "Đình", "Công")
WOMEN_MIDDLE = ("Thị", "Thị Thu", "Thị Kim", "Ngọc", "Thanh", "Thị Minh", "Thu", "Bích")
MEN_GIVEN = ("Hùng", "Dũng", "Cường", "Tuấn", "Sơn", "Hải", "Long", "Nam", "Đạt", "Thắng", "Phúc",
             "Khánh", "Bình", "Lâm", "Quý", "Toàn", "Hiếu", "Kiên", "Tú", "Ánh")  # fmt: skip
WOMEN_GIVEN = ("Hạnh", "Lan", "Hương", "Thủy", "Hòa", "Nga", "Mai", "Yến", "Phượng", "Trang",
               "Hằng", "Oanh", "Chi", "Thảo", "Loan", "Huệ", "Duyên", "Ngân", "Vân")  # fmt: skip
PREFIXES = ("032", "035", "036", "038", "039", "086", "096", "097", "098", "088", "091", "094",
            "070", "077", "090", "093", "056", "058")  # fmt: skip
GOODS = ("Tạp hóa", "Rau, củ, quả", "Thịt lợn", "Quần áo", "Đồ điện", "Cơm, phở", "Sửa xe máy",
         "Vật tư nông nghiệp", "Nước giải khát", "Thuốc tây", "Vật liệu xây dựng", "Cắt tóc",
         "Thủy hải sản", "Giày dép", "Bánh kẹo")  # fmt: skip
TODAY = date(2026, 10, 31)
WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


@dataclass(frozen=True, slots=True)
class Village:
    """A made-up village and how many households it has."""

    name: str
    former: str
    households: int
    houses: int

    @property
    def spoken(self) -> str:
        """As lists say it: "Thôn Duyên Hy", but "Vệ Thôn"."""
        return self.name if "Thôn" in self.name else f"Thôn {self.name}"


VILLAGES = (
    Village("Duyên Hy", "Hoằng Mẫu", 112, 109),
    Village("Vệ Thôn", "Hoằng Mẫu", 96, 95),
    Village("Hổ Thôn", "Hoằng Phúc", 104, 102),
    Village("Đồng Tình", "Hoằng Phúc", 88, 85),
)


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up resident."""

    name: str
    born: date
    male: bool
    cccd: str
    phone: str
    village: Village
    household: str
    relation: str

    @property
    def sex(self) -> str:
        """Nam or Nữ."""
        return "Nam" if self.male else "Nữ"

    def age(self) -> int:
        """Whole years on the day of the sample office."""
        had = (self.born.month, self.born.day) <= (TODAY.month, TODAY.day)
        return TODAY.year - self.born.year - (not had)

    def works(self) -> bool:
        """Whether of working age, by whole years (a made-up list needs no months)."""
        return 15 <= self.age() < (62 if self.male else 57)


class Maker:
    """Makes people, numbers and dates from one seed; no number is given twice."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._given: set[str] = set()

    def name(self, male: bool, family: str | None = None) -> str:
        """A full name."""
        pick = self.random.choice
        middle = pick(MEN_MIDDLE if male else WOMEN_MIDDLE)
        given = pick(MEN_GIVEN if male else WOMEN_GIVEN)
        return f"{family or pick(FAMILIES)} {middle} {given}"

    def day(self, first: date, last: date) -> date:
        """A day between two days."""
        return first + timedelta(days=self.random.randrange((last - first).days + 1))

    def cccd(self, male: bool, born: date, province: str = "038") -> str:
        """A personal number that fits sex and year."""
        century = 2 * (born.year // 100 - 19) + (not male)
        return self._once(lambda: f"{province}{century}{born.year % 100:02d}{self.digits(6)}")

    def phone(self) -> str:
        """A mobile number."""
        return self._once(lambda: self.random.choice(PREFIXES) + self.digits(7))

    def account(self) -> str:
        """A bank account of 13 digits."""
        return self._once(lambda: self.random.choice("123456789") + self.digits(12))

    def tax_code(self) -> str:
        """A tax code of ten digits whose last digit checks the others."""
        while True:
            nine = "28" + self.digits(7)
            rest = sum(w * int(d) for w, d in zip(WEIGHTS, nine, strict=True)) % 11
            if rest and nine not in self._given:
                self._given.add(nine)
                return nine + str(10 - rest)

    def digits(self, count: int) -> str:
        """Random digits."""
        return "".join(self.random.choices("0123456789", k=count))

    def _once(self, make: Callable[[], str]) -> str:
        while (text := make()) in self._given:
            pass
        self._given.add(text)
        return text

    def person(self, village: Village, household: str, relation: str = "Chủ hộ") -> Person:
        """A resident whose age fits the place in the household."""
        male = self.random.random() < (0.7 if relation == "Chủ hộ" else 0.45)
        oldest, youngest = _AGES[relation]
        born = self.day(date(TODAY.year - oldest, 1, 1), date(TODAY.year - youngest, 12, 31))
        cccd, phone = self.cccd(male, born), self.phone()
        return Person(self.name(male), born, male, cccd, phone, village, household, relation)


_AGES = {"Chủ hộ": (78, 28), "Vợ/chồng": (74, 26), "Con": (30, 2), "Bố/mẹ": (90, 60)}


def population(maker: Maker, villages: tuple[Village, ...] = VILLAGES) -> list[Person]:
    """All residents, household by household: a head and, nearly always, a family of two to five."""
    people: list[Person] = []
    for order, village in enumerate(villages, 1):
        for number in range(1, village.households + 1):
            household = f"{order}{number:03d}"
            relations = ["Chủ hộ"]
            if maker.random.random() < 0.85:
                relations.append("Vợ/chồng")
            relations += ["Con"] * maker.random.choice((0, 1, 1, 2, 2, 3))
            if maker.random.random() < 0.2:
                relations.append("Bố/mẹ")
            people += [maker.person(village, household, relation) for relation in relations]
    return people
