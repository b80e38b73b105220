"""What must stay fast: bulk entry beside the bare driver, opening without heavy libraries."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3

from digicommune.db.store import Store
from digicommune.domain.people import Account, Resident, SourceRow
from digicommune.domain.registers import ImportRowRecord
from tests.db.offices import add_import

ROWS = 20_000

OPENING = """
import json, sys, time
from digicommune.db.store import Store
start = time.perf_counter()
with Store.open(sys.argv[1]) as store, store.glance() as unit:
    unit.office.commune()
    unit.villages.all()
took = time.perf_counter() - start
heavy = ["alembic", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "psycopg"]
print(json.dumps({"took": took, "heavy": [name for name in heavy if name in sys.modules]}))
"""


def test_opening_loads_nothing_heavy(file: Path) -> None:
    command = [sys.executable, "-c", OPENING, str(file)]
    took = []
    for _ in range(3):
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        told = json.loads(done.stdout)
        assert told["heavy"] == []
        took.append(told["took"])
    assert min(took) < 0.06, took


@pytest.mark.slow
def test_bulk_entry_is_near_the_bare_driver(file: Path, tmp_path: Path) -> None:
    """Beside ``executemany`` into the same tables; the rest is making rows and sort keys."""
    with Store.open(str(file)) as store:
        with store.unit() as unit:
            number = add_import(unit)
        people = [_resident(one, number) for one in range(1, ROWS + 1)]
        accounts = [Account(one, one, "970405", f"35{one:011d}") for one in range(1, ROWS + 1)]
        rows = [ImportRowRecord(one, "new", "person", one) for one in range(1, ROWS + 1)]

        def enter() -> None:
            with store.unit() as unit:
                unit.people.add_many(people)
                unit.accounts.add_many(accounts)
                unit.imports.add_rows(number, rows)

        ours = _timed(enter)
    bare = min(_bare(file, tmp_path / f"bare-{turn}.db") for turn in range(2))
    assert ours < 2.5 * bare, f"{ours:.3f} s beside {bare:.3f} s"


def _resident(one: int, number: int) -> Resident:
    return Resident(
        one,
        f"Nguyễn Thị Mẫu {one % 100}",
        birth_date=date(1950 + one % 60, 1 + one % 12, 1 + one % 28),
        cccd=f"038{one:09d}",
        phone=f"09{one:08d}",
        source=SourceRow(number, one),
    )


def _bare(path: Path, other: Path) -> float:
    """The same tables with the same rows, by the driver alone."""
    tables = ("communes", "imports", "residents", "accounts", "import_rows")
    with closing(sqlcipher3.connect(str(path))) as source:
        query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC"
        made = [row[0] for row in source.execute(query)]
        data = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    with closing(sqlcipher3.connect(str(other), isolation_level=None)) as driver:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            driver.execute(f"PRAGMA {pragma}")
        for sql in made:
            driver.execute(sql)

        def enter() -> None:
            driver.execute("BEGIN IMMEDIATE")
            for name, rows in data.items():
                marks = ",".join("?" * len(rows[0]))
                driver.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
            driver.execute("COMMIT")

        return _timed(enter)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_matching_and_counting_many_people_takes_moments(file: Path) -> None:
    with Store.open(str(file)) as store:
        with store.unit() as unit:
            number = add_import(unit)
            ids = unit.ids.block("residents", ROWS)
            unit.people.add_many([_resident(one, number) for one in ids])
            unit.accounts.add_many([Account(one, one, "970405") for one in ids])
        with store.glance() as unit:
            index = unit.people.match_index()
            assert len(index.by_cccd) == ROWS
            assert sum(map(len, index.by_name_date.values())) == ROWS
            took = _timed(lambda: unit.people.match_index().by_name_date)
            assert took < 0.6, took
            start, end = date(2025, 12, 15), date(2026, 3, 14)
            took = _timed(lambda: unit.counting.accounts_by_village(start, end))
            assert took < 0.3, took
