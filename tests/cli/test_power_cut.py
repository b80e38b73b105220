"""Story 17: killed at 60 % of an import, the office is as it was before, and it says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from contextlib import suppress
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


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def begun(process: subprocess.Popen[bytes], office: Path) -> None:
    """Waits until the import has noted in the office's file that it has begun."""
    log = Path(f"{office}-wal")
    at_rest = _size(log)  # the process has hardly started by now
    give_up = time.monotonic() + GIVE_UP_SECONDS
    while _size(log) == at_rest and process.poll() is None:
        assert time.monotonic() < give_up
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.005)


def seconds_of_work(process: subprocess.Popen[bytes], office: Path) -> float:
    """How long an import works once it has begun, when nobody stops it."""
    begun(process, office)
    start = time.monotonic()
    assert process.wait(timeout=GIVE_UP_SECONDS) == 0
    return time.monotonic() - start


def killed_after(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Kills the process then; one that was faster has ended by itself."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    process.kill()
    process.wait()


@pytest.mark.timeout(240)
def test_killed_at_60_percent_five_times(ask: Ask, tmp_path: Path) -> None:
    before, listed = tmp_path / "before.db", tmp_path / "ngan_hang.xlsx"
    ask("--db", before, "init", "--commune", "Hoằng Mẫu", "--province", "Thanh Hóa")
    first = write_list(tmp_path / "truoc.xlsx", BANK_HEADS, people(1, 20, "Agribank"))
    assert ask("--db", before, "import", first, "--as", "bank-accounts").status == 0
    make_list(listed, ROWS)
    whole = Path(shutil.copy(before, tmp_path / "whole.db"))
    work = seconds_of_work(importing(whole, listed), whole)
    cut_off = 0
    for number, share in enumerate((0.4, 0.5, 0.55, 0.6, 0.65)):
        office = Path(shutil.copy(before, tmp_path / f"{number}.db"))
        process = importing(office, listed)
        begun(process, office)
        killed_after(process, share * work)
        cut_off += look_after_the_cut(ask, office)
    # The machine's own moods shift the moment; most kills still land while the import is at work.
    assert cut_off >= 2


def look_after_the_cut(ask: Ask, office: Path) -> bool:
    """The office is as before, and says so, or it has all of the list; whether it was cut off."""
    opened = ask("--db", office, "imports", "list", "--json", "-")
    assert opened.status == 0
    kept = [one["file"] for one in opened.data["imports"]]
    with Store.open(str(office)) as store, store.glance() as unit:
        count = unit.people.count()
        assert unit.accounts.count() == count
        assert len(unit.people.list(PeopleQuery(limit=ROWS * 2))) == count
    assert ask("--db", office, "check").status == 0
    if len(kept) == 2:  # the kill came after the commit
        assert count == ROWS + 20
        return False
    assert (kept, count) == (["truoc.xlsx"], 20)
    told = "Lần nhập tệp ngan_hang.xlsx" in opened.err
    assert told == ("bị ngắt giữa chừng; sổ vẫn như trước khi nhập" in opened.err)
    assert "ngắt" not in ask("--db", office, "imports", "list").err
    return told
