"""A pipeline written by hand for one messy bank list: calamine, plain Python, sqlite3; no more.

It knows the columns and the register beforehand, does the same checks and all stages of matching,
and keeps people, changed values, accounts and source rows in one durable transaction; every row
ends where ours does. It has no guard, no header search, no list of candidates, no journal and no
original file. What makes two names one and how points are given are rules, and taken from ours.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from python_calamine import CalamineWorkbook
from rapidfuzz.fuzz import ratio

from benchmarks.lists.by_hand_doubts import Doubts
from benchmarks.lists.commune import BANKS, Person
from digicommune.domain.registers import PersonKeys
from digicommune.domain.resemblance import accents_agree, says_more

TABLES = """
pragma journal_mode = wal;
pragma synchronous = full;
create table villages (id integer primary key, name text, fold text unique);
create table residents (id integer primary key, name text, fold text, born text, year integer,
  cccd text unique, phone text, village integer, import_id integer, import_row integer);
create index residents_fold on residents (fold);
create index residents_phone on residents (phone);
create table accounts (id integer primary key, resident integer, bank text, number text,
  opened text, import_id integer, import_row integer, unique (resident, bank, number));
create table import_rows (import_id integer, row integer, verdict text, target integer,
  fields text, problem text, before text, primary key (import_id, row));
"""
DIGITS = re.compile(r"\d{12}")
MOBILE = re.compile(r"0[35789]\d{8}")
NOT_DIGITS = re.compile(r"\D+")
DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
PROVINCES = frozenset(f"{one:03d}" for one in range(1, 97))
WORDS: dict[str, str] = {}
EPOCH = date(1899, 12, 30)


def fold(name: str) -> str:
    """A text for comparing; words are remembered."""
    folded = []
    for word in name.casefold().split():
        if word not in WORDS:
            bare = unicodedata.normalize("NFD", word.replace("đ", "d"))
            WORDS[word] = "".join(one for one in bare if not unicodedata.combining(one))
        folded.append(WORDS[word])
    return " ".join(folded)


def name_of(value: object) -> str:
    """NFC, single spaces."""
    return unicodedata.normalize("NFC", " ".join(str(value).split()))


def number_of(value: object) -> str | None:
    """Twelve digits, zeros put back; raises where there are others."""
    if value in ("", None):
        return None
    text = str(int(value)) if isinstance(value, float) else NOT_DIGITS.sub("", str(value))
    text = text.zfill(12) if len(text) in (10, 11) else text
    if not DIGITS.fullmatch(text) or text[:3] not in PROVINCES:
        raise ValueError("cccd")
    return text


def phone_of(value: object) -> str | None:
    """Ten digits; anything else is left out."""
    if value in ("", None):
        return None
    text = str(int(value)) if isinstance(value, float) else NOT_DIGITS.sub("", str(value))
    text = text.removeprefix("84")
    text = text if text.startswith("0") else f"0{text}"
    return text if MOBILE.fullmatch(text) else None


def day_of(value: object) -> tuple[str | None, int | None]:
    """An ISO day and its year, or a year alone; raises where it is none."""
    if value in ("", None):
        return None, None
    if isinstance(value, float):
        if 1900 <= value <= 2100:
            return None, int(value)
        day = EPOCH + timedelta(days=int(value))
        return day.isoformat(), day.year
    found = DAY.fullmatch(str(value).strip())
    if not found:
        raise ValueError("date")
    day = date(int(found[3]), int(found[2]), int(found[1]))
    return day.isoformat(), day.year


def make(database: Path, residents: Sequence[Person], villages: Sequence[str]) -> None:
    """The file with its people, before the list comes."""
    connection = sqlite3.connect(database, isolation_level=None)
    connection.executescript(TABLES)
    connection.execute("begin")
    places = {name: n for n, name in enumerate(villages, 1)}
    connection.executemany(
        "insert into villages values (?,?,?)", [(n, name, fold(name)) for name, n in places.items()]
    )
    connection.executemany(
        "insert into residents values (?,?,?,?,?,?,?,?,0,0)",
        [
            (n, one.name, fold(one.name), one.born.isoformat(), one.born.year, one.cccd,
             one.phone, places[one.village])
            for n, one in enumerate(residents, 1)
        ],
    )  # fmt: skip
    connection.execute("commit")
    connection.close()


class Register:
    """The people of the file, by what a row may know of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.count = 0
        self.cccd: dict[str, PersonKeys] = {}
        self.dates: dict[tuple[str, str], list[PersonKeys]] = {}
        self.phones: dict[str, list[PersonKeys]] = {}
        query = "select id, name, fold, born, year, cccd, null, phone, village from residents"
        people = [PersonKeys(*row) for row in connection.execute(query)]
        for one in people:
            self.add(one)
        self.doubts = Doubts(people)
        self.villages: dict[str, int] = {}
        for number, _, folded in connection.execute("select * from villages"):
            self.villages[folded] = self.villages[folded.removeprefix("thon ")] = number

    def add(self, one: PersonKeys) -> None:
        """Takes a person in."""
        self.count += 1
        if one.cccd:
            self.cccd[one.cccd] = one
        if one.born:
            self.dates.setdefault((one.name_fold, one.born), []).append(one)
        if one.phone:
            self.phones.setdefault(one.phone, []).append(one)

    def match(self, row: PersonKeys) -> PersonKeys | str | None:
        """A person, None for a stranger, or "doubtful"."""
        known = self.cccd.get(row.cccd or "")
        if known is not None:
            alike = known.name_fold == row.name_fold or ratio(known.name_fold, row.name_fold) >= 70
            return known if alike else "doubtful"
        found = self.dates.get((row.name_fold, row.born or ""), ())
        possible = [one for one in found if not (row.cccd and one.cccd)]
        if not possible and row.phone:
            possible = [
                one
                for one in self.phones.get(row.phone, ())
                if ratio(one.name_fold, row.name_fold) >= 80
                and not (row.cccd and one.cccd)
                and not births_differ(row, one)
            ]
        if possible:
            sure = len(possible) == 1 and accents_agree(row.full_name, possible[0].full_name)
            return possible[0] if sure else "doubtful"
        return "doubtful" if self.doubts.asks(row) else None


def births_differ(row: PersonKeys, known: PersonKeys) -> bool:
    """Whether two births known speak against one person."""
    if row.born and known.born:
        return row.born != known.born
    return bool(row.birth_year and known.birth_year and row.birth_year != known.birth_year)


def fields_of(row: Sequence[object]) -> dict[str, object]:
    """A row's values, checked; raises where one is wrong."""
    born, year = day_of(row[2])
    opened, _ = day_of(row[8])
    name = name_of(row[1])
    if not name:
        raise ValueError("name")
    bank = str(row[6]).strip()
    return {
        "ho_ten": name, "ngay_sinh": born, "nam_sinh": year, "cccd": number_of(row[3]),
        "dien_thoai": phone_of(row[4]), "thon": name_of(row[5]) if row[5] else None,
        "ngan_hang": bank, "ngan_hang_bin": BANKS[bank], "so_tai_khoan": str(row[7]).strip(),
        "ngay_mo": opened,
    }  # fmt: skip


class Pipeline:
    """Reads, checks, matches, keeps."""

    def __init__(self, database: Path) -> None:
        self.connection = sqlite3.connect(database, isolation_level=None)
        self.register = Register(self.connection)
        held = self.connection.execute("select resident, bank, number from accounts")
        self.accounts = set(held)
        self.people: list[tuple[object, ...]] = []
        self.opened: list[tuple[object, ...]] = []
        self.changed: list[tuple[object, ...]] = []
        self.kept: list[tuple[object, ...]] = []

    def run(self, path: Path) -> None:
        """The whole list, all or nothing."""
        book = CalamineWorkbook.from_path(str(path))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        seen: set[str] = set()
        for place, row in enumerate(rows[1:], 2):
            try:
                fields = fields_of(row)
                cccd = fields["cccd"]
                if cccd in seen:
                    raise ValueError("duplicate_in_file")
            except ValueError as error:
                told = json.dumps([str(one) for one in row], ensure_ascii=False)
                self.kept.append((1, place, "rejected", None, told, str(error), None))
                continue
            if cccd:
                seen.add(str(cccd))
            self.take(place, fields)
        self.write()

    def take(self, place: int, fields: dict[str, object]) -> None:
        """One good row."""
        text = json.dumps(fields, ensure_ascii=False)
        row = self.person(place, fields)
        found = self.register.match(row)
        if isinstance(found, str):
            self.kept.append((1, place, "doubtful", None, text, found, None))
            return
        before = None
        if found is None:
            found = row._replace(resident_id=self.register.count + 1)
            self.register.add(found)
            self.people.append((*found[:6], *found[7:], 1, place))
        else:
            before = self.compare(found, row)
        account = (found.resident_id, fields["ngan_hang_bin"], fields["so_tai_khoan"])
        if account not in self.accounts:
            self.accounts.add(account)
            self.opened.append((*account, fields["ngay_mo"], 1, place))
        self.kept.append((1, place, "new", found.resident_id, text, None, before))

    def person(self, place: int, fields: dict[str, object]) -> PersonKeys:
        """Who the row speaks of."""
        name = str(fields["ho_ten"])
        return PersonKeys(
            -place, name, fold(name), fields["ngay_sinh"], fields["nam_sinh"],  # type: ignore[arg-type]
            fields["cccd"], None, fields["dien_thoai"],  # type: ignore[arg-type]
            self.register.villages.get(fold(str(fields["thon"] or ""))),
        )  # fmt: skip

    def compare(self, held: PersonKeys, row: PersonKeys) -> str | None:
        """What the list has otherwise, kept beside what was."""
        old = (held.full_name, held.born, held.cccd, held.phone, held.village_id)
        new = (
            row.full_name if says_more(row.full_name, held.full_name) else held.full_name,
            row.born or held.born, row.cccd or held.cccd, row.phone or held.phone,
            row.village_id or held.village_id,
        )  # fmt: skip
        if new == old:
            return None
        self.changed.append((new[0], fold(new[0]), *new[1:], held.resident_id))
        return json.dumps(old, ensure_ascii=False)

    def write(self) -> None:
        """One durable transaction."""
        run, many = self.connection.execute, self.connection.executemany
        run("begin immediate")
        many(f"insert into residents values ({'?,' * 9}?)", self.people)  # noqa: S608
        many(
            "insert into accounts (resident, bank, number, opened, import_id, import_row)"
            " values (?,?,?,?,?,?)",
            self.opened,
        )
        many(
            "update residents set name=?, fold=?, born=?, cccd=?, phone=?, village=? where id=?",
            self.changed,
        )
        many("insert into import_rows values (?,?,?,?,?,?,?)", self.kept)
        run("commit")
        self.connection.close()


def run(path: Path, database: Path) -> None:
    """Takes the list into the file."""
    Pipeline(database).run(path)
