"""A backup made and brought back by command; nothing is ever written over."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Ask, Reply

OLD = Path(__file__).resolve().parents[1] / "old_databases" / "0.1.0.db"


def test_what_was_backed_up_comes_back_and_can_be_worked_with(
    ask: Ask, office: Callable[..., Reply], tmp_path: Path
) -> None:
    copy, back = tmp_path / "sao lưu.db", tmp_path / "khôi phục.db"
    made = office("backup", copy, "--json", "-")
    assert (made.status, made.data["bytes"]) == (0, copy.stat().st_size)
    found = ask("restore", copy, "--to", back, "--json", "-")
    assert found.status == 0, found.err
    assert (found.data["commune"], found.data["restored"]) == ("Hoằng Mẫu", True)
    assert ask("--db", back, "check").status == 0
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".")) == []


def test_a_look_leaves_nothing_behind(
    ask: Ask, office: Callable[..., Reply], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    office("backup", copy)
    before = sorted(tmp_path.iterdir())
    found = ask("restore", copy, "--to", tmp_path / "new.db", "--dry-run", "--json", "-")
    assert (found.status, found.data["restored"]) == (0, False)
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_is_there_is_never_written_over(
    ask: Ask, office: Callable[..., Reply], tmp_path: Path
) -> None:
    copy, taken = tmp_path / "copy.db", tmp_path / "taken.db"
    office("backup", copy)
    taken.write_bytes(b"mine")
    refused = ask("restore", copy, "--to", taken)
    assert (refused.status, taken.read_bytes()) == (1, b"mine")
    assert "đã có" in refused.err


def test_an_older_programs_backup_comes_back_upgraded(ask: Ask, tmp_path: Path) -> None:
    old, back = tmp_path / "old.db", tmp_path / "back.db"
    shutil.copy(OLD, old)
    as_it_was = old.read_bytes()
    found = ask("restore", old, "--to", back, "--json", "-")
    assert (found.status, found.data["upgraded"], found.data["ok"]) == (0, True, True)
    assert old.read_bytes() == as_it_was
    assert {one.name for one in tmp_path.iterdir()} == {"old.db", "back.db"}


def test_what_is_no_backup_is_refused_in_words(ask: Ask, tmp_path: Path) -> None:
    other = tmp_path / "list.xlsx"
    other.write_bytes(b"PK" + bytes(200))
    refused = ask("restore", other, "--to", tmp_path / "new.db", "--json", "-")
    assert (refused.status, refused.data["error"]["code"]) == (1, "not_a_database")
    assert not (tmp_path / "new.db").exists()


def test_a_damaged_backup_is_not_brought_back(
    ask: Ask, office: Callable[..., Reply], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    office("backup", copy)
    data = bytearray(copy.read_bytes())
    data[8192 * 3 : 8192 * 6] = bytes(range(256)) * 96
    copy.write_bytes(data)
    refused = ask("restore", copy, "--to", tmp_path / "new.db")
    assert refused.status == 1
    assert not (tmp_path / "new.db").exists()
