"""The reading process: what it hands back, and how it dies without harm."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
import xlsxwriter

from digicommune.errors import Cancelled, UserError
from digicommune.sheets import child, messages, reader
from digicommune.sheets.reader import ReadRequest, read_list
from tests.sheets.lists import HEAD, banks, person, workbook

REQUEST = ReadRequest(banks())


def many(path: Path, rows: int) -> Path:
    return workbook(path, [HEAD, *(person(n) for n in range(1, rows + 1))])


def test_what_crosses_the_pipe_is_what_was_read(tmp_path: Path) -> None:
    rows = [HEAD, ["I. Thôn A"], person(1), person(2, cccd="1"), [], person(3, born=1980)]
    path = workbook(tmp_path / "danh sách.xlsx", rows)
    here = child.read_job(child.Job(str(path), "auto", None, None, banks().banks))
    there = read_list(path, REQUEST)
    assert there.reading == here.reading
    assert there.file == "danh sách.xlsx"
    assert there.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (there.open, there.sheets) == ("ok", ("Sheet",))


def test_progress_is_told_up_to_the_last_rows(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    path = many(tmp_path / "a.xlsx", 6_000)
    book = read_list(path, REQUEST, lambda done, total, what: told.append((done, total, what)))
    assert len(book.reading.records) == 6_000
    assert [r.row for r in book.reading.records] == list(range(2, 6_002))
    assert {what for *_, what in told} == {"Mở tệp", "Đọc danh sách"}
    assert max(done for done, *_ in told) >= 5_000


def test_cancel_ends_the_child_at_once(tmp_path: Path) -> None:
    def stop(done: int, total: int, what: str) -> None:
        raise Cancelled

    path = many(tmp_path / "a.xlsx", 3_000)
    start = time.monotonic()
    with pytest.raises(Cancelled):
        read_list(path, REQUEST, stop)
    assert time.monotonic() - start < 5
    assert not multiprocessing.active_children()


def _die(_pipe: Connection, _job: child.Job) -> None:
    os.abort()


def _sleep(_pipe: Connection, _job: child.Job) -> None:
    time.sleep(60)


def _eat_memory(pipe: Connection, _job: child.Job) -> None:
    from digicommune.sheets.limits import limit_memory

    limit_memory(512 * 1024**2)
    try:
        held = [bytearray(64 * 1024**2) for _ in range(200)]
        child.say(pipe, messages.DONE, len(held))
    except MemoryError:
        child.say(pipe, messages.OUT_OF_MEMORY, None)


@pytest.mark.parametrize(("work", "code"), [(_die, "unsafe"), (_eat_memory, "unsafe")])
def test_a_dying_child_is_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    work: Callable[[Connection, child.Job], None],
    code: str,
) -> None:
    path = many(tmp_path / "a.xlsx", 3)
    monkeypatch.setattr(child, "work", work)
    with pytest.raises(UserError) as refused:
        read_list(path, REQUEST)
    assert refused.value.code == code
    assert "bộ nhớ" in refused.value.message
    assert not multiprocessing.active_children()


def _fail(pipe: Connection, _job: child.Job) -> None:
    child.say(pipe, messages.BUG, "Traceback: of the child")


def test_a_bug_of_the_child_is_a_bug_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = many(tmp_path / "a.xlsx", 3)
    monkeypatch.setattr(child, "work", _fail)
    with pytest.raises(RuntimeError, match="of the child"):
        read_list(path, REQUEST)


def test_a_child_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = many(tmp_path / "a.xlsx", 3)
    monkeypatch.setattr(child, "work", _sleep)
    monkeypatch.setattr(reader, "TIME_LIMIT", 1)
    with pytest.raises(UserError) as refused:
        read_list(path, REQUEST)
    assert refused.value.code == "too_slow"
    assert not multiprocessing.active_children()


@pytest.mark.parametrize(("make", "code"), [("none", "file_missing"), ("empty", "file_empty"),
                                            ("folder", "not_a_workbook")])  # fmt: skip
def test_files_that_cannot_be_read_at_all(tmp_path: Path, make: str, code: str) -> None:
    path = tmp_path / "a.xlsx"
    if make == "empty":
        path.touch()
    elif make == "folder":
        path.mkdir()
    with pytest.raises(UserError) as refused:
        read_list(path, REQUEST)
    assert refused.value.code == code


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every file")
def test_a_locked_file_is_told(tmp_path: Path) -> None:
    path = many(tmp_path / "a.xlsx", 1)
    path.chmod(0)
    with pytest.raises(UserError) as refused:
        read_list(path, REQUEST)
    assert refused.value.code == "file_locked"


def test_the_child_loads_nothing_heavy() -> None:
    """Starting a process for every list must stay cheap."""
    import subprocess
    import sys

    code = "import sys, digicommune.sheets.child; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {
        "numpy",
        "pandas",
        "sqlalchemy",
        "PySide6",
        "openpyxl",
        "matplotlib",
        "lxml",
    }


@pytest.mark.parametrize("duration", [1e10, -1e300])
def test_a_duration_beyond_all_time_is_a_damaged_file(tmp_path: Path, duration: float) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    hours = book.add_format({"num_format": "[h]:mm"})
    book.add_worksheet().write_number("A1", duration, hours)
    book.close()
    with pytest.raises(UserError) as refused:
        read_list(path, REQUEST)
    assert refused.value.code == "corrupt"
