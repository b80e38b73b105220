"""issued withdraw, number and the states of the register: by exit status and JSON."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_issuing_commands import issue
from tests.cli.test_main_line import Office, villages

DAY = ("--date", "16/03/2026")


def states(office: Office, *more: object) -> list[tuple[str | None, str]]:
    listed = office("issued", "list", *more, "--json", "-").data["issued"]
    return [(one["number"], one["state"]) for one in listed]


def test_a_paper_is_withdrawn_and_the_withdrawal_taken_back(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    out, again = tmp_path / "one.pdf", tmp_path / "again.pdf"
    data = issue(office, out, *DAY)
    issue(office, tmp_path / "two.pdf", *DAY)
    withdraw = ("issued", "withdraw", data["id"])
    assert office(*withdraw, "--reason", " ", "--date", "24/03/2026").status == 1
    gone = office(*withdraw, "--reason", "nhầm", "--date", "24/03/2026", "--by", 2, "--json", "-")
    told = gone.data["withdrawn"]
    assert (told["by"], told["reason"], told["date"]) == ("02/BC-UBND", "nhầm", "2026-03-24")
    assert states(office, "--state", "withdrawn") == [("01/BC-UBND", "withdrawn")]
    assert "đã thu hồi ngày 24/03/2026" in office("issued", "verify", data["check_code"]).out
    assert office("reprint", data["id"], "--out", again).status == 0
    assert again.read_bytes() == out.read_bytes()
    assert office(*withdraw, "--reason", "lần nữa").status == 1
    assert office(*withdraw, "--reason", "ghi nhầm dòng", "--take-back").status == 0
    assert states(office) == [("02/BC-UBND", "issued"), ("01/BC-UBND", "issued")]


def test_a_waiting_paper_gets_its_number_and_keeps_its_bytes(
    office: Office, tmp_path: Path
) -> None:
    villages(office, tmp_path)
    out, again = tmp_path / "one.pdf", tmp_path / "again.pdf"
    data = issue(office, out, *DAY, "--electronic", "--annexes", tmp_path / "phu-luc")
    assert len(data["parts"]) > 1
    assert states(office, "--state", "waiting") == [(None, "waiting")]
    number = ("issued", "number", data["id"], "--date", "26/03/2026", "--number")
    assert office(*number, 45, "--json", "-").data["number"] == "45/BC-UBND"
    assert office(*number, 46).status == 1
    assert office(*number, 46, "--reason", "gõ nhầm").status == 0
    assert states(office) == [("46/BC-UBND", "issued")]
    assert office("reprint", data["id"], "--out", again).status == 0
    assert again.read_bytes() == out.read_bytes()
