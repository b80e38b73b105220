"""Story 17: killed at 60 % of an import, the office is as it was before, and it says so."""

from __future__ import annotations

import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.import_rows import make_list
from digicommune.db.store import Store
from digicommune.domain.registers import PeopleQuery
from tests.cli.conftest import Ask
from tests.cli.lists import BANK_HEADS, people, write_list

ROWS = 6_000
GIVE_UP_SECONDS = 60


def importing(office: Path, listed: Path) -> subprocess.Popen[bytes]:
    """The real command, in a process of its own."""
    words = ["--db", str(office), "import", str(listed), "--as", "bank-accounts"]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-m", "digicommune", *words], stdout=quiet, stderr=quiet
    )


def written(office: Path) -> int:
    """Bytes in the write-ahead log."""
    log = office.with_name(f"{office.name}-wal")
    return log.stat().st_size if log.exists() else 0


def until(process: subprocess.Popen[bytes], office: Path, much: float) -> int:
    """Waits until so much is written, or the process has ended; the most that was seen."""
    most, end = 0, time.monotonic() + GIVE_UP_SECONDS
    while process.poll() is None and most < much and time.monotonic() < end:
        most = max(most, written(office))
        select.select([], [], [], 0.001)
    return most


@pytest.mark.timeout(240)
def test_killed_at_60_percent_five_times(ask: Ask, tmp_path: Path) -> None:
    office, listed = tmp_path / "office.db", tmp_path / "ngan_hang.xlsx"
    ask("--db", office, "init", "--commune", "Hoằng Mẫu", "--province", "Thanh Hóa")
    before = write_list(tmp_path / "truoc.xlsx", BANK_HEADS, people(1, 20, "Agribank"))
    assert ask("--db", office, "import", before, "--as", "bank-accounts").status == 0
    make_list(listed, ROWS)
    whole = Path(shutil.copy(office, tmp_path / "whole.db"))
    full = until(importing(whole, listed), whole, float("inf"))
    assert full > 1_000_000
    for share in (0.5, 0.55, 0.6, 0.65, 0.7):
        process = importing(office, listed)
        until(process, office, share * full)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        first = ask("--db", office, "imports", "list", "--json", "-")
        assert first.status == 0
        assert "Lần nhập tệp ngan_hang.xlsx" in first.err
        assert "bị ngắt giữa chừng; sổ vẫn như trước khi nhập" in first.err
        assert [one["file"] for one in first.data["imports"]] == ["truoc.xlsx"]
        assert "ngắt" not in ask("--db", office, "imports", "list").err
        with Store.open(str(office)) as store, store.glance() as unit:
            assert unit.people.count() == unit.accounts.count() == 20
            assert len(unit.people.list(PeopleQuery())) == 20
    assert ask("--db", office, "check").status == 0
    taken = ask("--db", office, "import", listed, "--as", "bank-accounts", "--json", "-")
    assert taken.data["created"] == ROWS
