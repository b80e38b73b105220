"""All indicators of 60 villages over 36 periods against one hand-written SQL aggregate.

60,000 people and 240,000 facts. The aggregate gives the same counts, which is asserted: one sum a
period, "since the day or earlier and of age", over a covering index of one flat table. It knows
no names, no denominators, no "within the period", no locks; ours gives whole sheets of figures.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import Claim, Ratio, turn_about
from digicommune.db.store import Store
from digicommune.domain.ages import months_before
from digicommune.domain.people import PersonFact, Resident
from digicommune.domain.periods import parse_period
from digicommune.domain.villages import PopulationFigure, Village
from digicommune.operations import office
from digicommune.operations.ledger_many import figure_sheets, run_of

if TYPE_CHECKING:
    from digicommune.domain.sheet import IndicatorFigures

PEOPLE, VILLAGES, PERIODS, FACTS_EACH = 60_000, 60, 36, 4
FACTS = ("CCCD", "VNEID2", "CKS", "TTKDTM", "VSSID", "HSSK", "KNS", "DTTM")
BASES = ("nhan_khau", "nguoi_truong_thanh", "nguoi_15", "nguoi_14", "lao_dong", "so_ho", "so_nha")
OF_AGE = {
    "": ("TTKDTM", "HSSK"),
    "14": ("CCCD",),
    "18": ("VNEID2", "CKS", "VSSID"),
    "15w": ("KNS", "DTTM"),
}
RETIRED = {2025: (735, 680), 2026: (738, 684)}  # months, men and women
Found = dict[tuple[str, int], tuple[int, ...]]
LAST = parse_period("2026-12")
FIRST_DAY = date(2022, 6, 1)


def measure() -> list[Ratio]:
    """The claim."""
    with (
        tempfile.TemporaryDirectory() as folder,
        office.create(str(Path(folder) / "office.db"), NEW) as store,
    ):
        flat = fill(store, Path(folder) / "flat.db")
        assert sheets(store) == aggregate(flat)
        ratio = turn_about(CLAIM, lambda: sheets(store), lambda: aggregate(flat))
        flat.close()
    return [ratio]


NEW = office.NewOffice("xã Hoằng Mẫu", "Thanh Hóa")
CLAIM = Claim("36 periods x 60 villages, all indicators (SQL aggregate)", 2.0)


def sheets(store: Store) -> Found:
    """Ours: every figure of every period."""
    with store.glance() as unit:
        made = figure_sheets(unit, run_of(LAST, PERIODS))
    return {
        (one.indicator.code, village): tuple(
            _count(sheet.of(one.indicator.code), village) for sheet in made
        )
        for one in made[-1].indicators
        if one.indicator.code in FACTS
        for village in one.villages
    }


def _count(figures: IndicatorFigures | None, village: int) -> int:
    assert figures is not None
    return figures.villages[village].numerator or 0


def aggregate(flat: sqlite3.Connection) -> Found:
    """Theirs: one statement, one row a fact and village."""
    parts = " UNION ALL ".join(_part(ages, facts) for ages, facts in OF_AGE.items())
    return {(row[0], row[1]): tuple(row[2:]) for row in flat.execute(parts)}


def _part(ages: str, facts: tuple[str, ...]) -> str:
    """The facts of one base."""
    sums = ", ".join(_sum(ages, one.end) for one in run_of(LAST, PERIODS))
    named = ", ".join(f"'{fact}'" for fact in facts)
    return f"SELECT fact, village, {sums} FROM facts WHERE fact IN ({named}) GROUP BY 1, 2"  # noqa: S608


def _sum(ages: str, end: date) -> str:
    rules = [f"since <= '{end}'"]
    if ages:
        rules.append(f"born <= '{months_before(end, 12 * int(ages.rstrip('w')))}'")
    if ages.endswith("w"):
        men, women = RETIRED[max(2025, end.year)]
        since = (months_before(end, men), months_before(end, women))
        rules.append(f"born >= iif(sex = 'Nam', '{since[0]}', '{since[1]}')")
    return f"sum({' AND '.join(rules)})"


def fill(store: Store, place: Path) -> sqlite3.Connection:
    """The same facts in the office and in a flat table."""
    chance = random.Random(7)
    with store.unit() as unit:
        villages = [
            unit.villages.save(Village(0, f"Thôn {n}", order=n)).village_id
            for n in range(1, VILLAGES + 1)
        ]
        day = date(2023, 1, 1)
        unit.villages.add_population(
            PopulationFigure(v, base, day, 1_000, "thử") for v in villages for base in BASES
        )
        people = [_person(chance, number, villages) for number in range(1, PEOPLE + 1)]
        unit.ids.block("residents", PEOPLE)
        unit.people.add_many(people)
        facts = [one for each in people for one in _facts(chance, each.resident_id)]
        unit.facts.add_many(facts)
    return _flat(place, people, facts)


def _person(chance: random.Random, number: int, villages: list[int]) -> Resident:
    born = date(1940, 1, 1) + timedelta(days=chance.randrange(31_000))
    village = villages[number % len(villages)]
    return Resident(
        number, f"Nguyễn Văn {number}", village_id=village, birth_date=born, birth_year=born.year,
        sex=chance.choice(["Nam", "Nữ"]),
    )  # fmt: skip


def _facts(chance: random.Random, number: int) -> list[PersonFact]:
    return [
        PersonFact(number, fact, FIRST_DAY + timedelta(days=chance.randrange(1_600)))
        for fact in chance.sample(FACTS, FACTS_EACH)
    ]


def _flat(place: Path, people: list[Resident], facts: list[PersonFact]) -> sqlite3.Connection:
    flat = sqlite3.connect(place)
    flat.execute("CREATE TABLE facts (fact TEXT, village INT, since TEXT, born TEXT, sex TEXT)")
    known = {one.resident_id: (one.village_id, str(one.birth_date), one.sex) for one in people}
    rows = (
        (one.fact, known[one.resident_id][0], str(one.since), *known[one.resident_id][1:])
        for one in facts
    )
    flat.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?)", rows)
    flat.execute("CREATE INDEX by_all ON facts (fact, village, since, born, sex)")
    flat.execute("ANALYZE")
    flat.commit()
    return flat
