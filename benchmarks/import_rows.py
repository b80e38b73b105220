"""Taking in 50,000 clean rows of a bank list, against a pipeline written by hand for that list.

Both read the same workbook with calamine, check every value, find people by number and by name and
date, and keep people, accounts and source rows in one durable transaction. The hand pipeline knows
the columns beforehand and does nothing else; ours reads in a guarded child process, finds the
header, judges every row against the registers and keeps the original file.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
import tempfile
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.measure import Claim, Ratio, seconds, turn_about_timed
from digicommune.operations import intake, office
from digicommune.operations.intake import IntakeRequest

ROWS = 50_000
HEADINGS = (
    "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Số điện thoại", "Ngân hàng",
    "Số tài khoản", "Ngày mở", "Ghi chú",
)  # fmt: skip
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Lương")
MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh", "Quang", "Xuân", "Hữu", "Bích", "Thu")
GIVENS = ("Hải", "Lan", "Đạt", "Hương", "Tuấn", "Mai", "Dũng", "Hoa", "Khánh", "Oanh", "Phượng")
BANKS = {"Agribank": "970405", "Vietcombank": "970436", "BIDV": "970418", "VietinBank": "970415"}


def make_list(path: Path, rows: int = ROWS, seed: int = 7) -> None:
    """A clean list of ``rows`` synthetic people, every value as text."""
    chance = random.Random(seed)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Danh sách")
    sheet.write_row(0, 0, HEADINGS)
    for number in range(1, rows + 1):
        sheet.write_row(number, 0, _row(number, chance))
    book.close()


def _row(number: int, chance: random.Random) -> list[str | int]:
    woman = chance.random() < 0.5
    born = date(1950, 1, 1) + timedelta(days=chance.randrange(18_000))
    opened = date(2026, 1, 2) + timedelta(days=chance.randrange(300))
    name = " ".join(chance.choice(part) for part in (FAMILIES, MIDDLES, MIDDLES, GIVENS))
    return [
        number,
        name,
        born.strftime("%d/%m/%Y"),
        "Nữ" if woman else "Nam",
        f"038{1 if woman else 0}{born:%y}{number:06d}",
        f"09{chance.randrange(10**8):08d}",
        chance.choice(tuple(BANKS)),
        f"{chance.randrange(10**12, 10**13)}",
        opened.strftime("%d/%m/%Y"),
        "",
    ]


# --- by hand ---------------------------------------------------------------------------------

TABLES = """
pragma journal_mode = wal;
pragma synchronous = full;
create table residents (id integer primary key, name text, fold text, born text, year integer,
  sex text, cccd text unique, phone text, import_id integer, import_row integer);
create index residents_fold on residents (fold);
create index residents_phone on residents (phone);
create table accounts (id integer primary key, resident integer, bank text, number text,
  opened text, import_id integer, import_row integer, unique (resident, bank, number));
create table import_rows (import_id integer, row integer, verdict text, target integer,
  fields text, primary key (import_id, row));
"""
DIGITS = re.compile(r"\d{12}")
PHONE = re.compile(r"0[35789]\d{8}")


class HandPipeline:
    """The list's columns are known; a wrong value ends it."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def run(self, path: Path, database: Path) -> None:
        """Reads the list and keeps it."""
        book = CalamineWorkbook.from_path(str(path))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        people, accounts, kept = self.check(rows[1:])
        connection = sqlite3.connect(database, isolation_level=None)
        connection.executescript(TABLES)
        connection.execute("begin immediate")
        connection.executemany(f"insert into residents values ({'?,' * 9}?)", people)  # noqa: S608
        connection.executemany("insert into accounts values (?,?,?,?,?,?,?)", accounts)
        connection.executemany("insert into import_rows values (?,?,?,?,?)", kept)
        connection.execute("commit")
        connection.close()

    def check(self, rows: Sequence[Sequence[object]]) -> tuple[list[tuple[object, ...]], ...]:
        """The three tables' rows."""
        people: list[tuple[object, ...]] = []
        accounts: list[tuple[object, ...]] = []
        kept: list[tuple[object, ...]] = []
        by_number: dict[str, int] = {}
        by_name: dict[tuple[str, str], int] = {}
        for place, row in enumerate(rows, start=2):
            fields = self.fields(row)
            folded = self.fold(str(fields["ho_ten"]))
            cccd, born = str(fields["cccd"]), str(fields["ngay_sinh"])
            person = by_number.get(cccd)
            if person is None:
                person = len(people) + 1
                by_number[cccd] = person
                by_name[folded, born] = person
                people.append(
                    (person, fields["ho_ten"], folded, born, int(born[:4]), fields["gioi_tinh"],
                     cccd, fields["dien_thoai"], 1, place)
                )  # fmt: skip
            accounts.append(
                (len(accounts) + 1, person, fields["ngan_hang_bin"], fields["so_tai_khoan"],
                 fields["ngay_mo"], 1, place)
            )  # fmt: skip
            kept.append((1, place, "new", person, json.dumps(fields, ensure_ascii=False)))
        return people, accounts, kept

    def fields(self, row: Sequence[object]) -> dict[str, object]:
        """One row's values, checked."""
        name = unicodedata.normalize("NFC", " ".join(str(row[1]).split()))
        cccd, phone = str(row[4]).strip(), str(row[5]).strip()
        if not (name and DIGITS.fullmatch(cccd) and PHONE.fullmatch(phone)):
            raise ValueError(row)
        bank = str(row[6]).strip()
        return {
            "ho_ten": name,
            "ngay_sinh": iso(str(row[2])),
            "gioi_tinh": str(row[3]).strip(),
            "cccd": cccd,
            "dien_thoai": phone,
            "ngan_hang": bank,
            "ngan_hang_bin": BANKS[bank],
            "so_tai_khoan": str(row[7]).strip(),
            "ngay_mo": iso(str(row[8])),
        }

    def fold(self, name: str) -> str:
        """The name for searching; words are remembered."""
        words = self.words
        folded = []
        for word in name.casefold().split():
            if word not in words:
                bare = unicodedata.normalize("NFD", word.replace("đ", "d"))
                words[word] = "".join(one for one in bare if not unicodedata.combining(one))
            folded.append(words[word])
        return " ".join(folded)


def iso(text: str) -> str:
    """A day as ISO text; raises where it is none."""
    day, month, year = text.strip().split("/")
    return date(int(year), int(month), int(day)).isoformat()


# --- turn about ------------------------------------------------------------------------------


def measure() -> list[Ratio]:
    """Whole import of the list into an empty office, and by hand into an empty file."""
    with tempfile.TemporaryDirectory(prefix="digicommune-import-") as temporary:
        folder = Path(temporary)
        path = folder / "danh_sach.xlsx"
        make_list(path)
        claim = Claim("import of 50,000 clean rows / hand pipeline", 2.0, rounds=5)
        return [turn_about_timed(claim, lambda: ours(folder, path), lambda: by_hand(folder, path))]


def ours(folder: Path, path: Path) -> float:
    """Seconds of our import into a fresh office."""
    database = folder / f"office-{random.getrandbits(40)}.db"
    with office.create(str(database), office.NewOffice("Mẫu", "Thanh Hóa")) as store:
        taken = seconds(lambda: intake.take(store, path, IntakeRequest("bank-accounts")))
        with store.glance() as unit:
            assert unit.accounts.count() == unit.people.count() == ROWS
    return taken


def by_hand(folder: Path, path: Path) -> float:
    """Seconds of the hand pipeline into a fresh file."""
    database = folder / f"hand-{random.getrandbits(40)}.db"
    return seconds(lambda: HandPipeline().run(path, database))
