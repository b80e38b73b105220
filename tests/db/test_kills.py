"""Killed in the middle of an import or an upgrade, 20 times each: nothing is ever half done."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from digicommune.db import upgrade
from digicommune.db.store import Store
from digicommune.errors import UserError
from tests.db.killing import BATCH, PEOPLE
from tests.db.offices import add_villages, import_whole_list

KILLS = 20
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows neither forks nor has SIGKILL"),
    pytest.mark.slow,
]


def kill(what: str, where: str) -> list[dict[str, str]]:
    seed = str(random.randrange(10**6))
    command = [sys.executable, "-m", "tests.db.killing", what, where, str(KILLS), seed]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=150)
    assert done.returncode == 0, f"seed {seed}: {done.stderr}"
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_an_import_is_whole_or_not_there(office: str) -> None:
    kills = kill("import", office)
    assert len(kills) == KILLS
    assert not any(one["seen"].endswith("!") for one in kills), "a child ended by itself"
    inside = [one for one in kills if one["seen"].rfind("(") > one["seen"].rfind(")")]
    assert len(inside) >= KILLS // 2, "most must have died within a unit"
    acknowledged = sum(one["seen"].count(")") for one in kills)
    with Store.open(office) as store:
        assert all(line.ok for line in store.check()), store.check()
        with store.glance() as unit:
            lists = unit.imports.all()
            # An import may have been committed just before its mark could be written.
            assert acknowledged <= len(lists) <= acknowledged + KILLS
            assert unit.people.count() == unit.accounts.count() == PEOPLE * len(lists)
            for one in lists:
                assert len(unit.imports.rows(one.import_id)) == PEOPLE
            assert len(unit.journal.entries(10_000)) == len(lists)
        with store.unit() as unit:
            import_whole_list(unit, BATCH, BATCH)
            assert unit.people.count() == PEOPLE * len(lists) + BATCH


def test_an_upgrade_is_done_or_not_begun(file: Path) -> None:
    with Store.open(str(file)) as store, store.unit() as unit:
        add_villages(unit, "Thôn Một")
        import_whole_list(unit, PEOPLE, BATCH)
    old = state_of(file)
    kills = kill("upgrade", str(file))
    assert len(kills) == KILLS
    inside = [one for one in kills if "m" in one["seen"] and ")" not in one["seen"]]
    assert len(inside) >= KILLS // 2, "most must have died within the steps"
    states = [state_of(Path(one["file"])) for one in kills]
    for state in states:
        if state["schema"] == upgrade.HEAD:
            assert state == old
        else:
            assert state["schema"] == upgrade.HEAD + 1
            assert state["revision"] == f"{upgrade.HEAD + 1:04d}"
            assert state["addresses"] == PEOPLE
            assert {"lanes", "residents"} <= set(state["tables"])
            assert state["rows"] == old["rows"]
    assert any(state == old for state in states)
    # Each is opened as it is, or refused as newer; none is called damaged.
    for one, state in zip(kills, states, strict=True):
        if state == old:
            Store.open(one["file"]).close()
        else:
            with pytest.raises(UserError) as refused:
                Store.open(one["file"])
            assert refused.value.code == "database_newer"


def state_of(path: Path) -> dict[str, Any]:
    """What a look into the file finds, by SQLite itself."""
    with closing(sqlcipher3.connect(str(path))) as driver:

        def value(query: str) -> Any:
            return driver.execute(query).fetchone()[0]

        assert value("PRAGMA integrity_check") == "ok"
        assert driver.execute("PRAGMA foreign_key_check").fetchall() == []
        columns = driver.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        return {
            "schema": value("PRAGMA user_version"),
            "revision": value("SELECT version_num FROM alembic_version"),
            "tables": dict(columns),
            "addresses": value("SELECT count(*) FROM residents WHERE address IS NOT NULL"),
            "rows": [
                value(f"SELECT count(*) FROM {table}")
                for table in ("residents", "accounts", "import_rows", "journal")
            ],
        }
