"""Story 10: what is locked stands, what arrives later shows apart and counts in the next period."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader

from tests.cli.conftest import Reply
from tests.cli.lists import BANK_HEADS, VILLAGE_HEADS, people, write_list

Office = Callable[..., Reply]
Q1, Q2 = ("--period", "2026-Q1"), ("--period", "2026-Q2")


def office_with_list(office: Office, folder: Path) -> None:
    """1,000 people with an account in the first quarter."""
    rows = [[1, "Duyên Hy", 300, 1_700, 1_250, 1_000, 300]]
    office("villages", "import", write_list(folder / "thon.xlsx", VILLAGE_HEADS, rows))
    first = write_list(folder / "a.xlsx", BANK_HEADS, people(1, 1_000, "Agribank"))
    assert office("import", first, "--as", "bank-accounts").status == 0


def late_list(office: Office, folder: Path, count: int = 37) -> None:
    """``count`` people with accounts dated in the first quarter, in a list that comes later."""
    late = write_list(folder / "b.xlsx", BANK_HEADS, people(2_000, count, "Vietcombank"))
    assert office("import", late, "--as", "bank-accounts").status == 0


def figure(office: Office, period: tuple[str, str]) -> tuple[int, int, int]:
    """Numerator, of it in the period, accounts."""
    shown = office("figures", "show", *period, "--json", "-").data["figures"]
    one = next(one for one in shown if (one["indicator"], one["village"]) == ("TKNH", None))
    return one["numerator"], one["in_period"], one["accounts"]


def text(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_lock_holds_and_late_facts_count_in_the_next_period(
    office: Office, tmp_path: Path
) -> None:
    office_with_list(office, tmp_path)
    kind = office("documents", "list", "--json", "-").data["documents"][0]["code"]
    report = ("report", kind, *Q1, "--out")
    issued = tmp_path / "45.pdf"
    assert office(*report, issued, "--number", "45", "--date", "2026-03-16").status == 0
    traced = office("trace", *Q1, "--indicator", "TKNH", "--json", "-").data["rows"]
    assert office("period", "lock", "2026-Q1").status == 0
    assert figure(office, Q1) == (1_000, 1_000, 1_000)

    late_list(office, tmp_path)
    assert figure(office, Q1) == (1_000, 1_000, 1_000)
    assert office("trace", *Q1, "--indicator", "TKNH", "--json", "-").data["rows"] == traced
    shown = office("figures", "show", *Q1, "--json", "-").data
    assert shown["period"]["state"] == "locked"
    assert shown["late"] == {"TKNH": {"count": 37, "accounts": 37, "villages": {"Duyên Hy": 37}}}
    assert "phát sinh sau chốt: 37 người, 37 tài khoản" in office("figures", "show", *Q1).out
    assert figure(office, Q2) == (1_037, 37, 1_037)
    again = tmp_path / "again.pdf"
    assert office(*report, again, "--number", "45", "--date", "2026-03-16").status == 0
    assert "1.000" in text(again)
    assert "1.037" not in text(again)

    assert office("period", "unlock", "2026-Q1", "--reason", "bổ sung 37 tài khoản").status == 0
    corrected = tmp_path / "52.pdf"
    assert office(*report, corrected, "--number", "52", "--date", "2026-04-02").status == 0
    assert "thay thế Báo cáo số 45/BC-UBND ngày 16 tháng 3 năm 2026" in text(corrected)
    assert "1.037" in text(corrected)
    assert "thay thế" not in text(issued)
    assert figure(office, Q1) == (1_037, 1_037, 1_037)
    assert figure(office, Q2) == (1_037, 0, 1_037)


def test_a_closed_period_takes_no_figures(office: Office, tmp_path: Path) -> None:
    office_with_list(office, tmp_path)
    office("period", "lock", "2026-Q1")
    typed = ("figures", "set", *Q1, "--village", "Duyên Hy", "--indicator", "KNS", "--numerator", 5)
    refused = office(*typed)
    assert refused.status == 1
    assert "Kỳ 2026-Q1 đã khóa sổ" in refused.err
    assert office("period", "unlock", "2026-Q1", "--reason", " ").status == 1
    assert office("period", "lock", "2026-Q1").status == 0  # locked already: nothing changes
    office("period", "unlock", "2026-Q1", "--reason", "gõ thiếu")
    assert office(*typed).status == 0
