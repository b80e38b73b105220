"""Bad input gets one clear sentence, exit status 1, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, Reply

Office = Callable[..., Reply]
SAMPLES = Path(__file__).parents[1] / "sheets_from_life"


def refused(reply: Reply, code: str) -> None:
    assert reply.status == 1, reply.err
    assert reply.data["error"]["code"] == code
    lines = reply.err.strip().splitlines()
    assert len(lines) == 1
    assert "Traceback" not in reply.err
    error = reply.data["error"]
    assert lines[0] == f"{error['message']} {error['advice']}"


def broken(folder: Path) -> dict[str, tuple[Path, str, str]]:
    """Files nobody can read, with the code and the opening word each gets."""
    whole = (SAMPLES / "p01_hai_dong_tieu_de.xlsx").read_bytes()
    made = {
        "missing": (folder / "khong_co.xlsx", "file_missing", ""),
        "empty": (folder / "rong.xlsx", "file_empty", ""),
        "text": (folder / "van_ban.xlsx", "not_a_workbook", ""),
        "cut": (folder / "cat.xlsx", "corrupt", "corrupt"),
    }
    made["empty"][0].write_bytes(b"")
    made["text"][0].write_bytes(b"\x00\x01\x02 khong phai Excel" * 50)
    made["cut"][0].write_bytes(whole[: len(whole) // 2])
    return made


@pytest.mark.parametrize("what", ["missing", "empty", "text", "cut"])
@pytest.mark.parametrize("command", ["inspect", "import"])
def test_files_nobody_can_read(office: Office, tmp_path: Path, what: str, command: str) -> None:
    path, code, opening = broken(tmp_path)[what]
    words = (command, path, "--as", "bank-accounts", "--json", "-")
    reply = office(*words)
    refused(reply, code)
    if opening and command == "inspect":
        assert reply.data["open"] == opening
    assert office("imports", "list", "--json", "-").data["imports"] == []


def test_a_password_is_asked_for_and_tried(ask: Ask) -> None:
    path = SAMPLES / "p04_co_mat_khau.xlsx"
    locked = ask("inspect", path, "--json", "-")
    refused(locked, "password_required")
    assert locked.data["open"] == "password_required"
    refused(ask("inspect", path, "--password", "sai", "--json", "-"), "wrong_password")
    assert ask("inspect", path, "--password", "XaMau@2026", "--json", "-").status == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("figures", "show", "--period", "quý một"), "period_unknown"),
        (("trace", "--period", "2026", "--indicator", "XYZ"), "indicator_unknown"),
        (("evaluate", "--set", "99/2099", "--period", "2026"), "criteria_unknown"),
        (
            ("evaluate", "--set", "35/2022", "--period", "2026", "--village", "Lạ"),
            "village_unknown",
        ),
        (("report", "thu-la", "--period", "2026", "--out", "x.pdf"), "kind_unknown"),
        (
            ("report", "phu-luc-thon", "--period", "2026", "--out", "x.pdf", "--signer", "ai"),
            "signer_unknown",
        ),
        (
            ("report", "phu-luc-thon", "--period", "2026", "--out", "/khong/co/x.pdf"),
            "folder_missing",
        ),
    ],
)
def test_unknown_names_are_told_with_the_known_ones(
    office: Office, words: tuple[str, ...], code: str
) -> None:
    refused(office(*words, "--json", "-"), code)


def test_numbers_that_cannot_be(office: Office, tmp_path: Path) -> None:
    typed = ("figures", "set", "--period", "2026", "--indicator", "KNS", "--json", "-")
    refused(office(*typed, "--numerator", 812, "--denominator", 790), "figure_above_base")
    refused(office(*typed, "--numerator", -1), "figure_negative")


def test_an_office_is_not_made_over_another(office: Office) -> None:
    again = office("init", "--commune", "Khác", "--province", "Thanh Hóa", "--json", "-")
    refused(again, "database_exists")


def test_no_office_no_file_and_no_database(ask: Ask, tmp_path: Path) -> None:
    words = ("villages", "list", "--json", "-")
    refused(ask("--db", tmp_path / "khong_co.db", *words), "database_missing")
    wrong = tmp_path / "sai.db"
    wrong.write_bytes(b"khong phai co so du lieu" * 100)
    refused(ask("--db", wrong, *words), "not_a_database")
    assert not (tmp_path / "khong_co.db").exists()


def test_english_on_request(ask: Ask, tmp_path: Path) -> None:
    told = ask("--lang", "en", "--db", tmp_path / "none.db", "villages", "list", "--json", "-")
    assert told.data["error"]["message"].isascii() or "none.db" in told.data["error"]["message"]
    assert "There is no" in told.err or "does not exist" in told.err or "not found" in told.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nothing",), "không nhận 'nothing'"),
        (("import",), "thiếu TỆP, --as"),
        (("import", "x", "--as", "kind"), "--as không nhận 'kind'"),
        (("check", "more"), "không hiểu “more”"),
        (("report", "x", "--period", "2026", "--out", "y", "--date", "31/02/2026"), "31/02/2026"),
    ],
)
def test_wrong_words_are_exit_two_in_vietnamese(
    ask: Ask, words: tuple[str, ...], told: str
) -> None:
    reply = ask(*words)
    assert reply.status == 2
    assert reply.err.startswith("Cách dùng: digicommune")
    assert reply.err.splitlines()[-1].startswith("Sai cú pháp lệnh: ")
    assert told in reply.err


@pytest.mark.parametrize("words", [("--help",), ("import", "--help"), ("figures", "set", "-h")])
def test_help_is_vietnamese(ask: Ask, words: tuple[str, ...]) -> None:
    shown = ask(*words)
    assert shown.status == 0
    assert "Cách dùng: " in shown.out
    assert not {"usage:", "options:", "positional arguments:"} & set(shown.out.split())


def test_json_that_cannot_be_written(office: Office, tmp_path: Path) -> None:
    told = office("villages", "list", "--json", tmp_path / "khong" / "x.json")
    assert told.status == 1
    assert "Không ghi được tệp JSON" in told.err
