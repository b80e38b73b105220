"""Story 14 by command: one proof missing, dossiers printed, four decisions, 4/4, then a risk."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
from pypdf import PdfReader

from digicommune.domain.dossier import Decision, Step, code_of
from digicommune.operations import office
from tests.journeys.command import answer, command
from tests.operations.conftest import NEW
from tests.operations.dossier_story import SET, STEPS, VILLAGES, fill_registers
from tests.operations.proof_files import photo

HERE = ("--set", SET.code, "--period", "2026")
VILLAGE = "Hổ Thôn"
RISK = "TC4 Kỹ năng số: 69,98% (2.799/4.000 người), mức ≥ 70%, thiếu 1 người"


def text_of(path: Path) -> str:
    pages = (page.extract_text() for page in PdfReader(path).pages)
    return re.sub(r"\s+", " ", " ".join(pages).replace("\u00a0", " "))


def printed(db: str, out: Path, *words: str) -> str:
    made = answer(db, "report", *words, "--out", out)
    return text_of(Path(made["pdf"]))


def fill(db: str, folder: Path, village: str, step: Step) -> None:
    path = folder / "buoc.json"
    path.write_bytes(msgspec.json.encode(step))
    answer(db, "dossiers", "fill", path, *HERE, "--village", village, "--step", code_of(step))


def missing(db: str, village: str) -> list[str]:
    """What is said of the criteria of a village's dossier."""
    shown = answer(db, "dossiers", "show", *HERE, "--village", village)
    return [one["said"] for one in shown["missing"] if one["criterion"]]


def test_four_villages_are_recognised_and_one_falls_below(tmp_path: Path) -> None:
    db = str(tmp_path / "office.db")
    with office.create(db, NEW) as store:
        fill_registers(store)
    answer(db, "answer", *HERE, "--village", VILLAGE, "--criterion", "TC3", "--value", "2")
    assert missing(db, VILLAGE) == ["TC3 Mô hình: đủ số liệu, thiếu minh chứng"]
    scan = photo(tmp_path)
    answer(db, "proofs", "add", scan, "--set", SET.code, "--village", VILLAGE,
           "--criterion", "TC3", "--dated", "2026-01-05", "--note", "ảnh camera ngõ 3")  # fmt: skip
    assert missing(db, VILLAGE) == []
    for step in STEPS:
        if not isinstance(step, Decision):
            fill(db, tmp_path, VILLAGE, step)
    whole = printed(db, tmp_path / "ho-so.pdf", "ho-so-cong-nhan", "--period", "2026",
                    "--set", SET.code, "--village", VILLAGE)  # fmt: skip
    assert "ảnh camera ngõ 3" in whole
    assert whole.index("BẢN ĐĂNG KÝ") < whole.index("TỜ TRÌNH") < whole.index("Điều 1.")
    recognise_and_look(db, tmp_path)
    fall_below(db, tmp_path)


def recognise_and_look(db: str, folder: Path) -> None:
    """Four decisions are entered; the year's report counts them."""
    for number, village in enumerate(VILLAGES, start=145):
        fill(db, folder, village, Decision(str(number), date(2026, 11, 10)))
    shown = answer(db, "recognitions", "list", "--period", "2026", "--on", "2026-12-14")
    assert (shown["recognised"], shown["villages"]) == (4, 4)
    assert {one["state"] for one in shown["recognitions"]} == {"standing"}
    report = printed(db, folder / "2026.pdf", "bao-cao-chuyen-doi-so", "--period", "2026")
    assert "có 4/4 thôn được công nhận đạt chuẩn thôn thông minh" in report
    assert "nguy cơ thu hồi" not in report


def fall_below(db: str, folder: Path) -> None:
    """The year after, one village misses a clause by one person."""
    for village in VILLAGES:
        some = 2_799 if village == VILLAGE else 2_800
        answer(db, "figures", "set", "--period", "2027", "--village", village,
               "--indicator", "KNS", "--numerator", some, "--denominator", 4_000)  # fmt: skip
    shown = answer(db, "recognitions", "list", "--period", "2027", "--on", "2027-12-14")
    risks = [(one["village"], one["risk"]["clauses"])
             for one in shown["recognitions"] if one["state"] == "at_risk"]  # fmt: skip
    assert risks == [(VILLAGE, [RISK])]
    report = printed(db, folder / "2027.pdf", "bao-cao-chuyen-doi-so", "--period", "2027")
    assert f"{VILLAGE}: nguy cơ thu hồi công nhận; {RISK}." in report
    number = shown["recognitions"][0]["id"]
    answer(db, "recognitions", "revoke", number, "--number", "9/QĐ-UBND",
           "--date", "2027-12-01", "--reason", "không giữ được tiêu chí")  # fmt: skip
    after = answer(db, "recognitions", "list", "--period", "2027", "--on", "2027-12-14")
    assert (after["recognised"], after["recognitions"][0]["state"]) == (3, "revoked")


def test_a_step_that_cannot_be_true_is_refused_and_a_bad_file_is_named(tmp_path: Path) -> None:
    db = str(tmp_path / "office.db")
    with office.create(db, NEW) as store:
        fill_registers(store)
    path = tmp_path / "hop.json"
    for content, code in (
        ('{"represented": 10, "agree": 9, "disagree": 0, "other": 0}', "nhưng số hộ có đại diện"),
        ('{"phieu": 3}', "không có mục phieu"),
        ('{"agree": "chín"}', "giá trị ở agree không đúng kiểu"),
        ("[]", "giá trị ở đầu tệp không đúng kiểu"),
        ("{", "không phải JSON"),
    ):
        path.write_text(content, encoding="utf-8")
        done = command(db, "dossiers", "fill", path, *HERE, "--village", VILLAGE,
                       "--step", "meeting")  # fmt: skip
        assert done.returncode == 1
        assert code in done.stderr
