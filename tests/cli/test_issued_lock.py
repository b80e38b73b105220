"""Stories 10 and 11 by command: what was issued stays, the paper after the unlock replaces it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from digicommune.db import upgrade
from tests.cli.conftest import Ask
from tests.cli.test_periods import Q1, Office, late_list, office_with_list, text
from tests.db import next_step

KIND = "bao-cao-chuyen-doi-so"


def issue(office: Office, out: Path, *more: object) -> dict:  # type: ignore[type-arg]
    made = office("issue", KIND, *Q1, "--out", out, *more, "--json", "-")
    assert made.status == 0, made.err
    return made.data  # type: ignore[no-any-return]


def test_an_issued_report_stands_through_lock_late_list_and_unlock(
    office: Office, tmp_path: Path
) -> None:
    office_with_list(office, tmp_path)
    first, again, second = (tmp_path / f"{name}.pdf" for name in ("45", "again", "52"))
    old = issue(office, first, "--number", 45, "--date", "16/03/2026")
    office("period", "lock", "2026-Q1")
    late_list(office, tmp_path)
    assert "phát sinh sau chốt: 37 người" in office("figures", "show", *Q1).out
    assert office("reprint", old["id"], "--out", again).status == 0
    assert again.read_bytes() == first.read_bytes()
    office("period", "unlock", "2026-Q1", "--reason", "bổ sung 37 tài khoản")
    new = issue(office, second, "--number", 52, "--date", "02/04/2026")
    assert new["replaces"] == old["id"]
    assert "thay thế Báo cáo số 45/BC-UBND ngày 16 tháng 3 năm 2026" in text(second)
    assert "1.037" in text(second)
    listed = office("issued", "list", "--json", "-").data["issued"]
    assert [(one["number"], one["state"]) for one in listed] == [
        ("52/BC-UBND", "issued"),
        ("45/BC-UBND", "replaced"),
    ]
    assert office("reprint", old["id"], "--out", again).status == 0
    assert again.read_bytes() == first.read_bytes()
    assert "thay thế" not in text(again)


def test_a_number_that_came_later_is_the_one_the_new_paper_names(
    office: Office, tmp_path: Path
) -> None:
    office_with_list(office, tmp_path)
    first, second = tmp_path / "dt.pdf", tmp_path / "moi.pdf"
    old = issue(office, first, "--electronic", "--date", "16/03/2026")
    assert (old["number"], old["state"]) == (None, "waiting")
    office("period", "lock", "2026-Q1")
    office("period", "unlock", "2026-Q1", "--reason", "gõ thiếu")
    given = office("issued", "number", old["id"], "--number", 45, "--date", "18/03/2026")
    assert given.status == 0, given.err
    new = issue(office, second, "--date", "02/04/2026")
    assert (new["number"], new["replaces"]) == ("46/BC-UBND", old["id"])
    assert "thay thế Báo cáo số 45/BC-UBND ngày 18 tháng 3 năm 2026" in text(second)


def test_while_a_number_is_out_no_paper_names_it(office: Office, tmp_path: Path) -> None:
    office_with_list(office, tmp_path)
    issue(office, tmp_path / "dt.pdf", "--electronic", "--date", "16/03/2026")
    office("period", "lock", "2026-Q1")
    office("period", "unlock", "2026-Q1", "--reason", "gõ thiếu")
    refused = office("issue", KIND, *Q1, "--out", tmp_path / "moi.pdf", "--date", "02/04/2026")
    assert refused.status == 1
    assert "chờ số" in refused.err
    assert "…/BC-UBND" not in refused.err


def test_after_edits_and_an_upgrade_the_command_prints_the_same_bytes(
    ask: Ask, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_with_list(office, tmp_path)
    first, again = tmp_path / "45.pdf", tmp_path / "again.pdf"
    old = issue(office, first, "--electronic", "--date", "16/03/2026")
    late_list(office, tmp_path, 200)
    file = Path(shutil.copy(tmp_path / "office.db", tmp_path / "later.db"))
    chain = next_step.chain(tmp_path / "steps", next_step.WHOLE)
    monkeypatch.setattr(upgrade, "SHIPPED", chain)  # the program of tomorrow
    upgrade.upgrade_file(file, chain)
    parts = tmp_path / "phu-luc"
    words = ("reprint", old["id"], "--out", again, "--annexes", parts, "--json", "-")
    reply = ask("--db", file, *words)
    assert reply.status == 0, reply.err
    assert reply.data["intact"]
    assert again.read_bytes() == first.read_bytes()
    assert len(list(parts.iterdir())) > 1
