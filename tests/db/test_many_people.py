"""Opening loads no heavy library; twenty thousand people are matched and counted rightly.

How fast is measured side by side in ``benchmarks/``: a test that looks at the clock fails on a busy
machine and says nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from digicommune.db.store import Store
from digicommune.domain.people import Account, Resident, SourceRow
from tests.db.offices import add_import

ROWS = 20_000

OPENING = """
import json, sys
from digicommune.db.store import Store
with Store.open(sys.argv[1]) as store, store.glance() as unit:
    unit.office.commune()
    unit.villages.all()
heavy = ["alembic", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "psycopg"]
print(json.dumps([name for name in heavy if name in sys.modules]))
"""


def test_opening_loads_nothing_heavy(file: Path) -> None:
    command = [sys.executable, "-c", OPENING, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_many_people_are_matched_and_counted(file: Path) -> None:
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
            counted = unit.counting.accounts_by_village(date(2025, 12, 15), date(2026, 3, 14))
            assert sum(one.cumulative for one in counted) == ROWS


def _resident(one: int, number: int) -> Resident:
    return Resident(
        one,
        f"Nguyễn Thị Mẫu {one % 100}",
        birth_date=date(1950 + one % 60, 1 + one % 12, 1 + one % 28),
        cccd=f"038{one:09d}",
        phone=f"09{one:08d}",
        source=SourceRow(number, one),
    )
