"""A pack written by hand from docs/packs.md comes in, judges a village, prints and goes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Reply
from tests.cli.lists import VILLAGE_HEADS, write_list
from tests.packs.sets import EVERY_KIND

Office = Callable[..., Reply]


@pytest.fixture
def judged(office: Office, tmp_path: Path) -> Office:
    """An office of two villages with the pack of every kind."""
    rows = [[1, "Hổ Thôn", 300, 1_700, 4_200, 4_000, 300], [2, "Vệ Thôn", 300, 900, 800, 700, 9]]
    office("villages", "import", write_list(tmp_path / "thon.xlsx", VILLAGE_HEADS, rows))
    path = tmp_path / "bo-thu.toml"
    path.write_text(EVERY_KIND, encoding="utf-8")
    assert office("criteria", "import", path).status == 0
    typed = ("figures", "set", "--period", "2026", "--indicator", "KNS", "--village", "Hổ Thôn")
    assert office(*typed, "--numerator", 2_799, "--denominator", 4_000).status == 0
    return office


def test_it_comes_in_and_says_what_it_is(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "bo-thu.toml"
    path.write_text(EVERY_KIND, encoding="utf-8")
    dry = office("criteria", "import", path, "--dry-run", "--json", "-").data
    assert (dry["state"], dry["kept"], dry["criteria"]) == ("new", False, 6)
    assert "Sẽ thêm bộ tiêu chí: 99/2026" in office("criteria", "import", path, "--dry-run").out
    assert "Đã thêm" in office("criteria", "import", path).out
    assert "không đổi gì" in office("criteria", "import", path).out
    path.write_text(EVERY_KIND.replace('threshold = "70"', 'threshold = "65"', 1), "utf-8")
    told = office("criteria", "import", path)
    assert "A: ngưỡng 70 → 65" in told.out
    assert "giữ nguyên" in told.out


def test_a_bad_one_names_file_line_and_reason(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "sai.toml"
    path.write_text(EVERY_KIND.replace('threshold = "70"', 'threshold = "170"', 1), "utf-8")
    refused = office("criteria", "import", path)
    assert refused.status == 1
    assert "sai.toml, dòng 17 " in refused.err
    assert "phần trăm từ 0 đến 100" in refused.err
    assert "Traceback" not in refused.err


def test_every_kind_is_judged(judged: Office) -> None:
    told = judged("evaluate", "--set", "99/2026", "--period", "2026", "--json", "-").data
    village = told["villages"][0]
    found = {one["code"]: one for one in village["criteria"]}
    assert (found["A"]["verdict"], found["A"]["short_by"]) == ("not_met", 1)
    assert (found["A"]["value"], found["A"]["threshold"]) == ("69.98", "70")
    assert {code: found[code]["verdict"] for code in ("B", "C", "C1", "C2", "C3")} == dict.fromkeys(
        ("B", "C", "C1", "C2", "C3"), "no_data"
    )
    assert (village["met"], village["of"], village["passed"]) == (0, 3, False)


def test_it_prints_parts_points_and_optional_criteria(judged: Office, tmp_path: Path) -> None:
    out = tmp_path / "bao-cao.pdf"
    made = judged(
        "report", "bao-cao-chuyen-doi-so", "--period", "2026", "--set", "99/2026", "--out", out
    )
    assert made.status == 0, made.err
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(out).pages)
    assert "đủ tiêu chí bắt buộc và từ 60,5 điểm trở lên" in text
    assert "A (Kỹ năng số) mới đạt 69,98% so với mức 70%, thiếu 1 người" in text
    assert "đạt 0/3 tiêu chí, 0/60,5 điểm cần có" in text
    assert "(+) Tiêu chí tự chọn: B." in text
    assert "Nhà văn hóa: Ít nhất hai trong ba nội dung, gồm: C1 - Wifi: Có wifi" in text
    assert "(40,5 điểm)" in text


def test_it_goes_out_as_a_file_that_comes_in_as_the_same(judged: Office, tmp_path: Path) -> None:
    out = tmp_path / "ra.toml"
    assert judged("criteria", "export", "99-2026", "--out", out).status == 0
    assert judged("criteria", "import", out, "--json", "-").data["state"] == "same"
    assert judged("criteria", "export", "khong-co", "--out", out).status == 1


def test_a_group_has_its_own_thresholds_for_the_commune_or_one_village(judged: Office) -> None:
    asked = ("evaluate", "--set", "99/2026", "--period", "2026", "--village", "Hổ Thôn")

    def standing() -> tuple[str, str]:
        found = judged(*asked, "--json", "-").data["villages"][0]["criteria"][0]
        return found["threshold"], found["verdict"]

    assert standing() == ("70", "not_met")
    assert "Toàn xã: nhóm vùng cao." in judged("criteria", "group", "Vùng  CAO").out
    assert standing() == ("50", "met")
    judged("criteria", "group", "--clear")
    assert standing() == ("70", "not_met")
    judged("criteria", "group", "vùng cao", "--village", "Hổ Thôn")
    assert standing() == ("50", "met")
    assert judged("criteria", "group", "--json", "-").data["group"] == ""
    refused = judged("criteria", "group", "hải đảo")
    assert (refused.status, "vùng cao" in refused.err) == (1, True)


def test_points_numbers_and_a_unit_nobody_wrote_are_told(office: Office, tmp_path: Path) -> None:
    rows = [[1, "Hổ Thôn", 300, 1_700, 4_200, 4_000, 300]]
    office("villages", "import", write_list(tmp_path / "thon.xlsx", VILLAGE_HEADS, rows))
    path = tmp_path / "bo-thu.toml"
    path.write_text(EVERY_KIND.replace('unit = "người"\n', ""), encoding="utf-8")
    assert office("criteria", "import", path).status == 0
    typed = ("figures", "set", "--period", "2026", "--indicator", "KNS", "--village", "Hổ Thôn")
    assert office(*typed, "--numerator", 2_799, "--denominator", 4_000).status == 0
    here = ("--set", "99/2026", "--period", "2026", "--village", "Hổ Thôn")
    assert office("answer", *here, "--criterion", "B", "--value", 3).status == 0
    told = office("evaluate", *here).out
    assert "Hổ Thôn: Chưa đạt 1/3 tiêu chí, 10/60,5 điểm cần có" in told
    assert "A: 69,98% (2.799/4.000) – Chưa đạt – thiếu 1 người" in told
    assert "B: 3 – Đạt" in told
    assert "thiếu 1 người" in office("gaps", *here).out
