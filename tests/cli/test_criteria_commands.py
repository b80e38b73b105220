"""What is lacking, what would pass, and the proofs of it, by commands (stories 8 and 14)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Reply
from tests.cli.lists import VILLAGE_HEADS, write_list
from tests.operations.proof_files import photo, scan

Office = Callable[..., Reply]
SET = ("--set", "35/2022", "--period", "2026-03")
LAO_CAI = ("--set", "HD01/2023-LAOCAI")
HERE = ("--village", "Hổ Thôn")


@pytest.fixture
def village(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Hổ Thôn, 2,799 of 4,000 skilled, all else as the set asks."""
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-03-10")
    rows = [[1, "Hổ Thôn", 520, 5_000, 4_200, 4_000, 520]]
    office("villages", "import", write_list(tmp_path / "thon.xlsx", VILLAGE_HEADS, rows))
    for code, some, of in (("KNS", 2_799, 4_000), ("TKNH", 2_000, 4_000), ("DCSO", 520, 520)):
        typed = ("--indicator", code, "--numerator", some, "--denominator", of)
        assert office("figures", "set", "--period", "2026-03", *HERE, *typed).status == 0
    for code, value in (("TC1", "yes"), ("TC2", "có"), ("TC3", 1)):
        said = office("answer", *SET, *HERE, "--criterion", code, "--value", value)
        assert said.status == 0, said.err
    return office


def test_one_person_is_lacking_and_one_more_passes(village: Office) -> None:
    assert "69,98% (2.799/4.000) – Chưa đạt – thiếu 1 người" in village("evaluate", *SET).out
    told = village("gaps", *SET, "--json", "-").data
    (found,) = told["villages"]
    assert (found["missing"], found["units"], found["way"]) == (1, 1, ["TC4"])
    (gap,) = found["gaps"]
    assert (gap["short_by"], gap["unit"], gap["indicator"], gap["said"]) == (
        1, "người", "KNS", "thiếu 1 người",
    )  # fmt: skip
    supposed = village("what-if", *SET, *HERE, "--add", "KNS=1", "--json", "-").data
    assert (supposed["before"]["passed"], supposed["after"]["passed"]) == (False, True)
    assert (supposed["least"], supposed["left"]) == ({"KNS": 1}, [])
    assert supposed["closing"]["numerators"] == {"KNS": 1}
    said = village("what-if", *SET, *HERE, "--add", "TC4=1").out
    assert "Hổ Thôn: Chưa đạt 5/6 → Đạt 6/6 tiêu chí" in said
    none = village("what-if", *SET, *HERE, "--add", "KNS=0", "--json", "-").data
    assert (none["after"]["passed"], none["left"][0]["short_by"]) == (False, 1)


def test_a_scan_is_put_on_record_and_comes_out_again(village: Office, tmp_path: Path) -> None:
    paper = (*LAO_CAI, *HERE, "--criterion", "lc1")
    assert village("answer", *paper, "--period", "2026-03", "--value", "yes").status == 0
    path = scan(tmp_path)
    added = village("proofs", "add", path, *paper, "--dated", "01/03/2026", "--json", "-")
    assert added.status == 0, added.err
    (listed,) = village("proofs", "list", *LAO_CAI, "--json", "-").data["proofs"]
    assert (listed["criterion"], listed["kind"], listed["dated"]) == ("LC1", "pdf", "2026-03-01")
    assert (listed["village"], listed["counts"]) == ("Hổ Thôn", True)
    out = tmp_path / "ra.pdf"
    assert village("proofs", "save", listed["id"], "--out", out).status == 0
    assert out.read_bytes() == path.read_bytes()
    again = village("proofs", "add", path, *paper)
    assert (again.status, "đã là minh chứng" in again.err) == (1, True)


def test_proofs_are_looked_at_and_taken_out(village: Office, tmp_path: Path) -> None:
    added = village("proofs", "add", photo(tmp_path), "--set", "35/2022", *HERE,
                    "--criterion", "TC1", "--dated", "2025-01-10")  # fmt: skip
    assert "Đã đưa vào minh chứng số 1: anh-40.jpg" in added.out
    assert "Minh chứng đã 14 tháng" in village("proofs", "list", "--set", "35/2022").out
    assert "kiểm tra lại ngày 10/03/2026" in village("proofs", "verify", 1).out
    assert "14 tháng" not in village("proofs", "list", "--set", "35/2022").out
    assert village("proofs", "remove", 1, "--reason", "nhầm thôn").status == 0
    assert village("proofs", "list", "--set", "35/2022").out == "Chưa có minh chứng nào.\n"
    assert village("proofs", "verify", 9).status == 1


def test_what_a_lock_kept_is_said(village: Office) -> None:
    assert village("evaluate", *SET, "--json", "-").data["kept_at"] is None
    assert village("period", "lock", "2026-03").status == 0
    assert village("evaluate", *SET, "--json", "-").data["kept_at"] is not None
    assert "Kỳ đã khóa sổ" in village("evaluate", *SET).out
    refused = village("answer", *SET, *HERE, "--criterion", "TC1", "--value", "no")
    assert (refused.status, "đã khóa sổ" in refused.err) == (1, True)


def test_answers_of_the_period_before_are_taken_over_where_there_are_none(village: Office) -> None:
    april = ("--set", "35/2022", "--period", "2026-04")
    asked = ("--criterion", "TC1", "--value", "no")
    assert village("answer", *april, *HERE, *asked).status == 0
    carry = ("answers-from", *april, "--before", "2026-03", "--json", "-")
    assert village(*carry).data == {"carried": 2}
    assert village(*carry).data == {"carried": 0}
    (found,) = village("evaluate", *april, "--json", "-").data["villages"]
    told = {one["code"]: (one["verdict"], one["note"]) for one in found["criteria"]}
    assert (told["TC1"], told["TC2"]) == (("not_met", ""), ("met", "Theo tháng 3 năm 2026."))


PACK = """
code = "THU-2026"
title = "Bộ tiêu chí thử"
legal_basis = "Văn bản thử"

[[criteria]]
code = "TC1"
name = "Kỹ năng số"
requirement = "Ít nhất 70%, có danh sách kèm theo"
kind = "ratio"
indicator = "KNS"
threshold = "69"
unit = "người"
evidence = true

[[criteria]]
code = "TC2"
name = "Quyết định lập tổ"
requirement = "Có quyết định"
kind = "document"
evidence = true
"""


def test_all_numbers_and_one_proof_missing(village: Office, tmp_path: Path) -> None:
    """Story 14, first half: then the scan is attached."""
    (tmp_path / "bo.toml").write_text(PACK, encoding="utf-8")
    assert village("criteria", "import", tmp_path / "bo.toml").status == 0
    asked = ("evaluate", "--set", "THU-2026", "--period", "2026-03")
    on = ("--set", "THU-2026", *HERE, "--dated", "2026-03-01", "--criterion")
    assert village("proofs", "add", scan(tmp_path), *on, "TC2").status == 0
    told = village(*asked).out
    assert "Hổ Thôn: Chưa đạt 1/2 tiêu chí" in told
    assert "TC1: 69,98% (2.799/4.000) – Đủ số liệu, thiếu minh chứng" in told
    gaps = village("gaps", "--set", "THU-2026", "--period", "2026-03", "--json", "-").data
    assert [one["said"] for one in gaps["villages"][0]["gaps"]] == ["thiếu minh chứng"]
    assert village("proofs", "add", photo(tmp_path), *on, "TC1").status == 0
    assert "Hổ Thôn: Đạt 2/2 tiêu chí" in village(*asked).out


def test_two_periods_side_by_side(village: Office) -> None:
    typed = ("--indicator", "KNS", "--numerator", 2_800, "--denominator", 4_000)
    assert village("figures", "set", "--period", "2026-04", *HERE, *typed).status == 0
    asked = ("compare", "--set", "35/2022", "--period", "2026-04", "--before", "2026-03")
    (found,) = village(*asked, "--json", "-").data["villages"]
    trends = {one["code"]: one["trend"] for one in found["criteria"]}
    assert (trends["TC4"], trends["TC1"]) == ("better", "not_comparable")
    assert "TC4: tốt hơn" in village(*asked).out


def test_an_answer_may_be_given_again(village: Office) -> None:
    for value in ("no", "yes", "no"):
        told = village("answer", *SET, *HERE, "--criterion", "tc1", "--value", value)
        assert told.status == 0, told.err
    found = village("evaluate", *SET, "--json", "-").data["villages"][0]["criteria"][0]
    assert found["verdict"] == "not_met"


def test_every_shipped_set_is_evaluated_with_a_reason(village: Office) -> None:
    for one in village("criteria", "list", "--json", "-").data["sets"]:
        told = village("evaluate", "--set", one["code"], "--period", "2026-03", "--json", "-")
        assert told.status == 0, told.err
        (found,) = told.data["villages"]
        assert len(found["criteria"]) == len(one["criteria"])
        assert bool(told.data["note"]) == (not one["criteria"])
        for each in found["criteria"]:
            assert bool(each["reason"]) == (each["verdict"] == "no_data")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("what-if", *SET, *HERE, "--add", "KNS"), 2, "MÃ=SỐ"),
        (("what-if", *SET, *HERE, "--add", "KNS=1202"), 1, "4.001/4.000"),
        (("what-if", *SET, *HERE, "--add", "XYZ=1"), 1, "TC3, KNS, TKNH, DCSO"),
        (("what-if", *SET, *HERE, "--yes", "TC9"), 1, "không có tiêu chí “TC9”"),
        (("answer", *SET, *HERE, "--criterion", "TC1", "--value", "maybe"), 2, "yes, no"),
        (("answer", *SET, *HERE, "--criterion", "TC9", "--value", "yes"), 1, "TC9"),
        (("gaps", "--set", "9/9999", "--period", "2026-03"), 1, "9/9999"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    village: Office, words: tuple[str, ...], status: int, said: str
) -> None:
    told = village(*words)
    assert (told.status, said in told.err) == (status, True), told.err


@pytest.mark.parametrize(
    ("criterion", "value", "told"),
    [
        ("TC4", "yes", "được tính từ số liệu"),
        ("TC1", 7, "cần trả lời có hoặc không"),
        ("TC3", "no", "cần một số đếm"),
    ],
)
def test_an_answer_of_another_kind_is_refused_and_the_old_one_stays(
    village: Office, criterion: str, value: object, told: str
) -> None:
    before = village("evaluate", *SET, "--json", "-").data
    said = village("answer", *SET, *HERE, "--criterion", criterion, "--value", value)
    assert (said.status, told in said.err) == (1, True), said.err
    assert village("evaluate", *SET, "--json", "-").data == before
