"""Campaigns by command: planned, lists by session, the fair table from the raw rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Reply
from tests.cli.lists import BANK_HEADS, VILLAGE_HEADS, people, write_list

AGRIBANK, VIETCOMBANK = "970405", "970436"
Office = Callable[..., Reply]


@pytest.fixture
def planned(office: Office, tmp_path: Path) -> Office:
    """Two villages with 1.250 adults, and a campaign of two banks with two sessions."""
    villages = [
        [1, "Duyên Hy", 300, 1_700, 1_000, 900, 300],
        [2, "Hổ Thôn", 90, 400, 250, 200, 90],
    ]
    path = write_list(tmp_path / "thon.xlsx", VILLAGE_HEADS, villages)
    assert office("villages", "import", path).status == 0
    made = office(
        "campaign", "add", "TK-01", "--name", "Mở tài khoản", "--from", "2026-03-01",
        "--to", "31/03/2026", "--bank", "Agribank", "--bank", VIETCOMBANK,
        "--target", "Duyên Hy=1400",
    )  # fmt: skip
    assert made.status == 0, made.err
    for bank, hour in ((AGRIBANK, "8h"), (VIETCOMBANK, "14 giờ")):
        done = office(
            "campaign", "session", "TK-01", "--village", "Duyên Hy", "--date", "2026-03-05",
            "--hour", hour, "--bank", bank, "--officers", "Lê Thị Mẫu", "--expected", "500",
        )  # fmt: skip
        assert done.status == 0, done.err
    return office


def shown(office: Office, *words: object) -> Any:
    reply = office("campaign", "show", "TK-01", *words, "--json", "-")
    assert reply.status == 0, reply.err
    return json.loads(reply.out)


def test_scenario_3_by_command(planned: Office, tmp_path: Path) -> None:
    first = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 700, "Agribank"))
    second = write_list(tmp_path / "b.xlsx", BANK_HEADS, people(581, 420, "Vietcombank"))
    for path, session in ((first, 1), (second, 2)):
        taken = planned(
            "import", path, "--as", "bank-accounts", "--campaign", "TK-01", "--session", session
        )
        assert taken.status == 0, taken.err
    told = planned(
        "campaign", "told", "TK-01", "--session", "1", "--bank", AGRIBANK,
        "--count", "giay-to=3", "--count", "khong-muon=2", "--count", "da-co-noi-khac=4",
    )  # fmt: skip
    assert told.status == 0, told.err
    found = shown(planned, "--period", "2026")
    assert (found["people"], found["accounts"]) == (1_000, 1_120)
    assert found["coverage"]["percentage"] == "80.0"
    assert (found["coverage"]["people"], found["coverage"]["of"]) == (1_000, 1_250)
    assert found["commune"]["people"] == 1_000
    assert [(one["session"], one["accounts"], one["lists"]) for one in found["sessions"]] == [
        (1, 700, 1), (2, 420, 1),
    ]  # fmt: skip
    village = found["villages"][0]
    assert (village["accounts"], village["target_accounts"]) == (1_120, 1_400)
    agribank = found["banks"][0]
    assert (agribank["refused"], agribank["told_had_one"]) == (5, 4)
    assert "1.000/1.250" in planned("campaign", "show", "TK-01", "--period", "2026").out
    assert "80,0 %" in planned("campaign", "show", "TK-01", "--period", "2026").out
    recount(tmp_path / "office.db", found)
    printed_says(planned, tmp_path / "bao-cao.pdf")
    assert shown(planned, "--period", "2026-01")["people"] == 0


def printed_says(office: Office, pdf: Path) -> None:
    """The report tells people and accounts apart, and agrees with the command."""
    made = office(
        "report", "bao-cao-chien-dich", "--campaign", "TK-01", "--period", "2026",
        "--number", "7", "--date", "05/03/2026", "--out", pdf,
    )  # fmt: skip
    assert made.status == 0, made.err
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    said = " ".join(text.replace("\xa0", " ").split())
    assert "1.120 tài khoản cho 1.000 người" in said
    assert "bằng 80,00% người từ 15 tuổi trở lên (1.000/1.250 người)" in said
    assert "chỉ tiêu 1.400 tài khoản, chiến dịch mở được 1.120 tài khoản, bằng 80,00%" in said
    assert "Agribank 700 700 580 120 0 0 4 5" in said
    assert "Số: 07/BC-UBND" in said
    assert "ngày 05 tháng 3 năm 2026" in said


def recount(path: Path, found: Any) -> None:
    """The same numbers once more, by SQL on the raw rows."""
    with closing(sqlite3.connect(path)) as raw:
        held = raw.execute(
            "SELECT resident_id, bank_bin, opened_on FROM accounts WHERE campaign_id IS NOT NULL"
        ).fetchall()
    assert found["accounts"] == len(held)
    assert found["people"] == len({one[0] for one in held})
    both = {
        person
        for person in {one[0] for one in held}
        if len({one[1] for one in held if one[0] == person}) == 2
    }
    assert found["several_banks"] == len(both) == 120
    for line in found["banks"]:
        mine = {one[0] for one in held if one[1] == line["bank"]}
        assert line["people"] == len(mine)
        assert line["first"] == len(mine - both)
        assert line["shared"] == len(both)  # the lists say one day for both


def test_a_list_without_a_bank_is_of_its_session(planned: Office, tmp_path: Path) -> None:
    heads = tuple(one for one in BANK_HEADS if one != "Ngân hàng")
    rows = [[*row[:4], *row[5:]] for row in people(1, 4, "")]
    path = write_list(tmp_path / "buoi-2.xlsx", heads, rows)
    words = ("import", path, "--as", "bank-accounts", "--campaign", "TK-01", "--session", 2)
    assert planned(*words).status == 0
    banks = {one["bank"]: one["accounts"] for one in shown(planned)["banks"]}
    assert banks == {AGRIBANK: 0, VIETCOMBANK: 4}


def test_letters_by_command(planned: Office, tmp_path: Path) -> None:
    pdf = tmp_path / "giay-moi.pdf"
    words = ("report", "giay-moi", "--campaign", "TK-01", "--period", "2026", "--out", pdf)
    made = planned(*words, "--village", "Duyên Hy", "--json", "-")
    assert made.status == 0, made.err
    assert (made.data["batch"], made.data["letters"]) == (1, 2)  # two sessions there
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Toàn thể Nhân dân thôn Duyên Hy" in " ".join(text.split())
    more = ("campaign", "letters", "TK-01", "--to", "Ông A", "--to", "Bà B", "--session", 1)
    assert planned(*more, "--out", pdf, "--number", "8").status == 0
    assert planned("campaign", "printed", 2, 1).status == 0
    rest = planned("campaign", "letters", "TK-01", "--batch", 2, "--out", pdf, "--json", "-")
    assert (rest.data["letters"], rest.data["printed_to"]) == (2, 1)
    assert len(PdfReader(pdf).pages) == 1
    refused = planned("campaign", "printed", 2, 3)
    assert "Đợt 2 không có thư số 3" in refused.err
    nothing = planned(*words, "--village", "Hổ Thôn")
    assert nothing.status == 1
    assert "không có buổi nào ở Hổ Thôn" in nothing.err
    text_reply = planned("campaign", "text", "TK-01")
    assert "Chỉ tiêu 1.400" in text_reply.out
    back = planned(
        "campaign", "bank-file", "TK-01", "--bank", AGRIBANK, "--out", tmp_path / "x.xlsx"
    )
    assert "chưa có danh sách nào của ngân hàng Agribank" in back.err


def test_what_cannot_be_is_said(planned: Office, tmp_path: Path) -> None:
    clash = planned(
        "campaign", "session", "TK-01", "--village", "Hổ Thôn", "--date", "2026-03-05",
        "--hour", "9h", "--bank", AGRIBANK, "--officers", "Lê Thị Mẫu",
    )  # fmt: skip
    assert "Trùng lịch với buổi 1: Lê Thị Mẫu" in clash.out
    path = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 3, "Agribank"))
    words = ("import", path, "--as", "bank-accounts", "--campaign", "TK-01", "--session", 99)
    refused = planned(*words)
    assert refused.status == 1
    assert "không có buổi số 99" in refused.err
    told = ("campaign", "told", "TK-01", "--session", 1, "--bank", AGRIBANK)
    refused = planned(*told, "--count", "abc=1")
    assert "Không có lý do “abc”" in refused.err
    refused = planned(
        "campaign", "session", "TK-01", "--village", "Hổ Thôn", "--date", "2026-03-05",
        "--hour", "sớm",
    )  # fmt: skip
    assert "chưa hiểu giờ" in refused.err


def test_the_words_of_a_campaign_paper_are_the_office_s(planned: Office, tmp_path: Path) -> None:
    """Sections are listed, kept for the campaign alone, printed, offered in the next period."""
    asked = ("documents", "sections", "ke-hoach-chien-dich", "--campaign", "TK-01")
    listed = planned(*asked, "--period", "2026", "--json", "-").data["sections"]
    known = {one["section"]: one for one in listed}
    assert {"purpose", "organise", "money", "recipients", "urgency"} <= set(known)
    assert "6. Đề nghị" in known["organise"]["generated"]
    typed = tmp_path / "loi.toml"
    lines = ('money = "Ngân sách xã bảo đảm 5.000.000 đồng."', 'recipients = "Đảng ủy xã"')
    typed.write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "kh.pdf"
    words = (
        "report",
        "ke-hoach-chien-dich",
        "--campaign",
        "TK-01",
        "--period",
        "2026",
        "--out",
        out,
    )
    assert planned(*words, "--sections", typed).status == 0
    again = tmp_path / "lai.pdf"
    assert planned(*words[:-1], again).status == 0
    for path in (out, again):
        text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)
        assert "Ngân sách xã bảo đảm 5.000.000 đồng." in text
        assert "- Đảng ủy xã." in text
    kept = planned(*asked, "--period", "2026", "--json", "-").data["sections"]
    assert [one["section"] for one in kept if one["edited"]] == ["money", "recipients"]
    later = planned(*asked, "--period", "2027", "--json", "-").data["sections"]
    assert {one["section"] for one in later if one["before"]} == {"money", "recipients"}
    nobody = planned(
        "documents", "sections", "ke-hoach-chien-dich", "--period", "2026", "--json", "-"
    )
    assert nobody.data["error"]["code"] == "paper_of_which_campaign"
