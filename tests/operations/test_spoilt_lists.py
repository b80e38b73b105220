"""Spoilt workbooks through the whole intake of a real office: taken whole or not at all."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.errors import UserError
from digicommune.operations import intake
from digicommune.operations.intake import ImportDone, IntakeRequest
from tests.sheets.mutants import PASSWORD, mutant

COUNT = int(os.environ.get("DIGICOMMUNE_SPOILT_LISTS", "40"))
SEED = os.environ.get("DIGICOMMUNE_SEED") or str(time.time_ns() % 1_000_000)


def held(store: Store) -> tuple[int, ...]:
    """How much the registers hold."""
    with store.glance() as unit:
        imports = unit.imports.all()
        rows = sum(len(unit.imports.rows(one.import_id)) for one in imports)
        return (
            unit.people.count(), unit.accounts.count(), unit.merchants.count(),
            len(unit.villages.all()), len(imports), rows,
        )  # fmt: skip


def taken(store: Store, path: Path) -> ImportDone | None:
    """What the intake did with a file; nothing where it refused it."""
    try:
        return intake.take(store, path, IntakeRequest(password=PASSWORD, period="2026"))[1]
    except UserError:
        return None


@pytest.mark.slow
@pytest.mark.timeout(60 + 6 * COUNT)
def test_no_spoilt_list_is_taken_by_half(store: Store, tmp_path: Path) -> None:
    sys.stdout.write(f"seed {SEED}, {COUNT} lists\n")
    whole = 0
    for number in range(COUNT):
        name, data = mutant(f"intake {SEED}", number)
        path = tmp_path / f"{number}-{name}"
        path.write_bytes(data)
        before = held(store)
        done = taken(store, path)
        after = held(store)
        if done is None or done.import_id is None:
            assert after == before, f"DIGICOMMUNE_SEED={SEED} number {number}"
            continue
        whole += 1
        assert after[5] - before[5] == done.counts["read"], f"SEED {SEED} number {number}"
        assert after[4] == before[4] + 1
    assert whole
    assert all(line.ok for line in store.check()), store.check()
