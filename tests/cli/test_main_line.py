"""From a bank's list to a report by command, with the figures the stories name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Ask, Reply
from tests.cli.lists import BANK_HEADS, VILLAGE_HEADS, people, write_list

Office = Callable[..., Reply]
SAMPLES = Path(__file__).parents[1] / "sheets_from_life"


def villages(office: Office, folder: Path, adults: int = 1_250) -> None:
    rows = [[1, "Duyên Hy", 300, 1_700, adults, 1_000, 300]]
    listed = write_list(folder / "thon.xlsx", VILLAGE_HEADS, rows)
    assert office("villages", "import", listed).status == 0


def figure(office: Office, code: str, village: str | None = None, period: str = "2026") -> dict:  # type: ignore[type-arg]
    shown = office("figures", "show", "--period", period, "--json", "-").data["figures"]
    found: dict = next(  # type: ignore[type-arg]
        one for one in shown if one["indicator"] == code and one["village"] == village
    )
    return found


def test_two_banks_one_person_counts_once(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    one = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 700, "Agribank"))
    two = write_list(tmp_path / "b.xlsx", BANK_HEADS, people(581, 420, "Vietcombank"))
    assert office("import", one, "--as", "bank-accounts").status == 0
    taken = office("import", two, "--as", "bank-accounts", "--json", "-")
    assert taken.data["counts"] == {
        "read": 420, "new": 420, "known": 0, "doubtful": 0, "rejected": 0, "skipped": 0,
    }  # fmt: skip
    found = figure(office, "TKNH")
    assert (found["numerator"], found["denominator"]) == (1_000, 1_250)
    assert (found["percentage"], found["accounts"]) == ("80.00", 1_120)


def test_every_counted_person_leads_back_to_a_row(office: Office) -> None:
    sample = SAMPLES / "p01_hai_dong_tieu_de.xlsx"
    expected = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
    taken = office("import", sample, "--as", "bank-accounts", "--json", "-")
    assert taken.status == 0
    rows = {one["row"]: one["fields"] for one in expected["sheets"][0]["rows"]}
    assert {one["row"]: one["fields"] for one in taken.data["rows"]} == rows
    traced = office("trace", "--period", "2026", "--indicator", "TKNH", "--json", "-").data
    assert traced["count"] == figure(office, "TKNH")["numerator"] == 15
    assert sorted(one["row"] for one in traced["rows"]) == sorted(rows)
    assert {(one["file"], one["sheet"], one["import"]) for one in traced["rows"]} == {
        (sample.name, "DS mở TK", taken.data["batch_id"])
    }
    assert {rows[one["row"]]["ho_ten"] for one in traced["rows"]} == {
        one["name"] for one in traced["rows"]
    }


def test_the_same_list_again_changes_nothing(office: Office, tmp_path: Path) -> None:
    sample = SAMPLES / "p01_hai_dong_tieu_de.xlsx"
    office("import", sample, "--as", "bank-accounts")
    renamed = tmp_path / "p01 (1).xlsx"
    renamed.write_bytes(sample.read_bytes())
    again = office("import", renamed, "--as", "bank-accounts", "--json", "-")
    assert again.status == 0
    assert again.data["batch_id"] is None
    assert "không có gì mới" in again.data["message"]
    assert len(office("imports", "list", "--json", "-").data["imports"]) == 1


def test_three_changed_cells_are_three_updates(office: Office, tmp_path: Path) -> None:
    rows = people(1, 20, "Agribank")
    office("import", write_list(tmp_path / "a.xlsx", BANK_HEADS, rows), "--as", "bank-accounts")
    rows[3][2], rows[9][1], rows[15][2] = "28/02/1999", "Nguyễn Văn Khác", "01/01/1977"
    changed = write_list(tmp_path / "b.xlsx", BANK_HEADS, rows)
    taken = office("import", changed, "--as", "bank-accounts", "--json", "-").data
    assert (taken["counts"]["known"], taken["updated"]) == (20, 3)
    changes = [change for one in taken["rows"] for change in one.get("changes", ())]
    assert sorted(one["field"] for one in changes) == ["ho_ten", "ngay_sinh", "ngay_sinh"]
    assert all(one["before"] and one["before"] != one["after"] for one in changes)


def test_known_figures_and_the_ratio_of_sums(office: Office, tmp_path: Path) -> None:
    rows = [[1, "Duyên Hy", 520, 2_000, 1_250, 4_000, 520], [2, "Vệ Thôn", 480, 2_000, 900, 700, 9]]
    office("villages", "import", write_list(tmp_path / "thon.xlsx", VILLAGE_HEADS, rows))
    typed = ("figures", "set", "--period", "2026-Q1", "--indicator")
    for code, numerator, denominator in (
        ("ASXH", 45_158, 53_571),
        ("BHXH", 59_991, 164_382),
        ("DVC", 265_588, 450_684),
    ):
        parts = ("--numerator", numerator, "--denominator", denominator)
        assert office(*typed, code, "--village", "Duyên Hy", *parts).status == 0
    for name, numerator in (("Duyên Hy", 412), ("Thôn Vệ Thôn", 388)):
        assert office(*typed, "CAPQUANG", "--village", name, "--numerator", numerator).status == 0
    shown = {
        code: figure(office, code, period="2026-Q1")["percentage"]
        for code in ("ASXH", "BHXH", "DVC", "CAPQUANG")
    }
    assert shown == {"ASXH": "84.3", "BHXH": "36.49", "DVC": "58.93", "CAPQUANG": "80.00"}


def test_one_person_short_of_the_threshold(office: Office, tmp_path: Path) -> None:
    rows = [[1, "Hổ Thôn", 520, 5_000, 4_200, 4_000, 520]]
    office("villages", "import", write_list(tmp_path / "thon.xlsx", VILLAGE_HEADS, rows))
    office("figures", "set", "--period", "2025-Q4", "--village", "Hổ Thôn", "--indicator", "KNS",
           "--numerator", 2_799, "--denominator", 4_000)  # fmt: skip
    asked = ("evaluate", "--set", "35/2022", "--period", "2025-Q4")
    told = office(*asked, "--village", "Hổ Thôn", "--json", "-").data
    found = {one["code"]: one for one in told["villages"][0]["criteria"]}["TC4"]
    assert (found["verdict"], found["value"], found["short_by"]) == ("not_met", "69.98", 1)
    assert (found["numerator"], found["denominator"], found["threshold"]) == (2_799, 4_000, "70")
    assert "69,98% (2.799/4.000) – Chưa đạt – thiếu 1 người" in office(*asked).out


def test_a_report_is_printed_and_the_same_again(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    listed = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 700, "Agribank"))
    office("import", listed, "--as", "bank-accounts")
    paths = [tmp_path / "1.pdf", tmp_path / "2.pdf"]
    for path in paths:
        told = office("report", "bao-cao-chuyen-doi-so", "--period", "2026", "--out", path,
                      "--number", 45, "--date", "2026-03-05", "--json", "-")  # fmt: skip
        assert told.status == 0, told.err
    assert paths[0].read_bytes() == paths[1].read_bytes()
    text = " ".join(page.extract_text() for page in PdfReader(paths[0]).pages)
    for part in ("XÃ HOẰNG MẪU", "45/BC-UBND", "05 tháng 3 năm 2026", "700/1.250", "Duyên Hy"):
        assert part in text.replace("\xa0", " ")


def test_a_locked_period_refuses_typed_figures(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    assert office("period", "lock", "2026-Q1").status == 0
    typed = ("figures", "set", "--period", "2026-Q1", "--village", "Duyên Hy",
             "--indicator", "KNS", "--numerator", 5)  # fmt: skip
    refused = office(*typed, "--json", "-")
    assert (refused.status, refused.data["error"]["code"]) == (1, "period_locked")
    assert office("period", "unlock", "2026-Q1", "--reason", "").status == 1
    assert office("period", "unlock", "2026-Q1", "--reason", "Sửa số thôn").status == 0
    assert office(*typed).status == 0


def test_an_open_row_is_exit_three(office: Office) -> None:
    taken = office("import", SAMPLES / "p03_cccd_dang_so.xlsx", "--as", "auto", "--json", "-")
    assert taken.status == 3
    assert (taken.data["counts"]["new"], taken.data["counts"]["rejected"]) == (12, 4)


def test_a_rehearsal_writes_nothing(office: Office) -> None:
    sample = SAMPLES / "p01_hai_dong_tieu_de.xlsx"
    seen = office("import", sample, "--as", "bank-accounts", "--dry-run", "--json", "-")
    assert (seen.status, seen.data["counts"]["new"], seen.data["batch_id"]) == (0, 15, None)
    assert office("imports", "list", "--json", "-").data["imports"] == []


def test_the_check_finds_a_sound_office(office: Office) -> None:
    assert office("check", "--json", "-").data["ok"] is True


@pytest.mark.parametrize(
    "words", [("documents", "list"), ("criteria", "list"), ("villages", "list")]
)
def test_lists_answer_in_json(office: Office, words: tuple[str, str]) -> None:
    assert office(*words, "--json", "-").data


def test_inspect_needs_no_office(ask: Ask) -> None:
    seen = ask("inspect", SAMPLES / "p06_html_gia_xls.xls", "--json", "-")
    assert seen.status == 0
    assert (seen.data["open"], seen.data["counts"]["ok"]) == ("html_as_xls", 6)
