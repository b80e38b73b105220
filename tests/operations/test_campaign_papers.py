"""Letters that go on where the printer stopped, a file for one bank, papers that print again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from digicommune.db.store import Store
from digicommune.domain.campaigns import Campaign, Session, Target
from digicommune.domain.people import Account, Resident
from digicommune.errors import UserError
from digicommune.operations import (
    campaign_letters,
    campaign_outgoing,
    campaign_papers,
    campaigns,
    intake,
    periods,
    reports,
    village_changes,
)
from digicommune.operations.campaign_letters import BatchRequest, PrintRequest
from digicommune.operations.intake import IntakeRequest
from tests.cli.lists import BANK_HEADS, people, write_list
from tests.db.offices import add_accounts, add_people, add_villages

AGRIBANK, VIETCOMBANK = "970405", "970436"


def plan(store: Store) -> Campaign:
    """A campaign of two banks with a session in each of two villages."""
    with store.unit() as unit:
        one, two = add_villages(unit, "Duyên Hy", "Vệ Thôn")
    sessions = (
        Session(0, 0, one, date(2026, 3, 7), "Nhà văn hóa thôn", AGRIBANK, starts_at="8h"),
        Session(0, 0, two, date(2026, 3, 8), "Nhà văn hóa thôn", VIETCOMBANK),
    )
    return campaigns.save(
        store,
        Campaign(
            0, "TK", "Mở tài khoản", date(2026, 3, 1), date(2026, 3, 31),
            (AGRIBANK, VIETCOMBANK), sessions=sessions,
        ),
    )  # fmt: skip


def pages(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "x.pdf"
    path.write_bytes(pdf)
    return [
        " ".join(one.extract_text().replace("\xa0", " ").split()) for one in PdfReader(path).pages
    ]


def test_letters_go_on_after_the_printer_stopped(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    number = plan(store).sessions[0].session_id
    names = tuple(f"Ông Người Mẫu Số {n}" for n in range(1, 13))
    batch = campaign_letters.write(store, BatchRequest("TK", "typed", (number,), names))
    first = campaign_letters.print_letters(store, PrintRequest(batch.batch_id, number="9"))
    told = pages(first.pdf, tmp_path)
    assert len(told) == 12
    assert "Ông Người Mẫu Số 1 Tới dự" in told[0]
    assert "08 giờ 00 phút, thứ Bảy, ngày 07 tháng 3 năm 2026" in told[0]
    assert "Nhà văn hóa thôn Duyên Hy" in told[0]
    assert "Số: 09/GM-UBND" in told[0]
    campaign_letters.printed(store, batch.batch_id, 7)
    rest = campaign_letters.print_letters(store, PrintRequest(batch.batch_id))
    assert ["Số 8 Tới" in one for one in pages(rest.pdf, tmp_path)][:1] == [True]
    assert len(pages(rest.pdf, tmp_path)) == 5
    again = campaign_letters.print_letters(store, PrintRequest(batch.batch_id, 3, 4))
    assert len(pages(again.pdf, tmp_path)) == 2
    assert campaign_letters.batches(store, "TK")[0].printed_to == 7
    with store.glance() as unit:
        noted = [(one.action, one.after) for one in unit.journal.entries(1)]
    assert noted == [("print", f'{{"batch": {batch.batch_id}, "from": 3, "to": 4}}')]


def test_a_batch_printed_whole_says_so(store: Store) -> None:
    plan(store)
    batch = campaign_letters.write(store, BatchRequest("TK", "villages"))
    campaign_letters.printed(store, batch.batch_id, 2)
    with pytest.raises(UserError) as refused:
        campaign_letters.print_letters(store, PrintRequest(batch.batch_id))
    assert refused.value.code == "letters_all_printed"
    with pytest.raises(UserError) as refused:
        campaign_letters.printed(store, batch.batch_id, 13)
    assert refused.value.code == "letter_unknown"


def test_letters_to_villages_and_to_houses_that_lack_an_account(store: Store) -> None:
    campaign = plan(store)
    one = campaign.sessions[0]
    with store.unit() as unit:
        village = one.village_id
        ids = add_people(
            unit,
            [
                Resident(0, "Lê Thị Chủ", village, birth_year=1970, household="H1", is_head=True),
                Resident(0, "Lê Văn Con", village, birth_year=2000, household="H1"),
                Resident(0, "Vũ Thị Đủ", village, birth_year=1970, household="H2", is_head=True),
                Resident(0, "Vũ Văn Bé", village, birth_year=2020, household="H2"),
                Resident(0, "Tạ Thị Riêng", village, birth_year=1950, address="ngõ 3"),
                Resident(0, "Tạ Thị Chuyển", village, birth_year=1950, residence="moved"),
            ],
        )
        add_accounts(unit, [Account(0, ids[0], AGRIBANK), Account(0, ids[2], AGRIBANK)])
    houses = campaign_letters.write(store, BatchRequest("TK", "households", (one.session_id,)))
    assert sorted(each.addressee for each in houses.letters) == [
        "Hộ ông (bà) Lê Thị Chủ",
        "Hộ ông (bà) Tạ Thị Riêng, ngõ 3",
    ]
    villages = campaign_letters.write(store, BatchRequest("TK", "villages"))
    assert [each.addressee for each in villages.letters] == [
        "Toàn thể Nhân dân thôn Duyên Hy",
        "Toàn thể Nhân dân Vệ Thôn",
    ]
    with pytest.raises(UserError) as refused:
        campaign_letters.write(store, BatchRequest("TK", "typed"))
    assert refused.value.code == "letters_to_nobody"


def test_a_session_with_letters_is_not_removed(store: Store) -> None:
    campaign = plan(store)
    campaign_letters.write(store, BatchRequest("TK", "villages"))
    with pytest.raises(UserError) as refused:
        campaigns.save(store, replace(campaign, sessions=()))
    assert refused.value.code == "session_in_use"
    assert len(campaigns.view(store, "TK").sessions) == 2


def bank_lists(store: Store, folder: Path) -> None:
    """Two lists; three people are in both, one row of the first is wrong."""
    rows = people(1, 5, "Agribank")
    rows[4][3] = "12345"
    first = write_list(folder / "agribank.xlsx", BANK_HEADS, rows)
    second = write_list(folder / "vietcombank.xlsx", BANK_HEADS, people(3, 5, "Vietcombank"))
    for path in (first, second):
        intake.take(store, path, IntakeRequest("bank-accounts", campaign="TK"))


def test_a_bank_sees_its_own_rows_and_nothing_of_others(store: Store, tmp_path: Path) -> None:
    plan(store)
    bank_lists(store, tmp_path)
    to = tmp_path / "tra-lai.xlsx"
    assert campaign_outgoing.bank_file(store, "TK", AGRIBANK, to) == 5
    cells = [
        [str(one or "") for one in row]
        for row in load_workbook(to).active.iter_rows(values_only=True)
    ]
    whole = "\n".join("\t".join(row) for row in cells)
    assert "Vietcombank" not in whole
    assert "vietcombank.xlsx" not in whole
    rows = cells[3:]
    assert {row[0] for row in rows} == {"agribank.xlsx"}
    verdicts = [row[8] for row in rows]
    assert verdicts.count("Đã ghi nhận") == 4
    assert verdicts.count("Chưa nhận, cần sửa") == 1
    assert all(len(row[4]) == 12 for row in rows if row[8] == "Đã ghi nhận")  # the bank's own
    with store.glance() as unit:
        newest = unit.journal.entries(1)[0]
    assert (newest.action, '"rows": 5' in (newest.after or "")) == ("export", True)
    with pytest.raises(UserError) as refused:
        campaign_outgoing.bank_file(store, "TK", "970418", to)
    assert refused.value.code == "bank_sent_nothing"


def test_a_number_the_bank_did_not_send_is_masked(store: Store, tmp_path: Path) -> None:
    plan(store)
    known = people(1, 2, "")
    heads = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Thôn")
    listed = [[*row[:4], row[6]] for row in known]
    intake.take(store, write_list(tmp_path / "dan.xlsx", heads, listed), IntakeRequest("residents"))
    bare = [[row[0], row[1], row[2], "", "Agribank", row[5], row[6]] for row in known]
    path = write_list(tmp_path / "agribank.xlsx", BANK_HEADS, bare)
    intake.take(store, path, IntakeRequest("bank-accounts", campaign="TK"))
    to = tmp_path / "tra-lai.xlsx"
    campaign_outgoing.bank_file(store, "TK", AGRIBANK, to)
    sheet = load_workbook(to).active
    assert sheet is not None
    numbers = [str(row[4]) for row in list(sheet.iter_rows(values_only=True))[3:]]
    assert numbers
    assert all("•" in one and len(one) == 12 for one in numbers)


def test_a_report_prints_again_as_it_was(store: Store, tmp_path: Path) -> None:
    plan(store)
    bank_lists(store, tmp_path)
    request = campaign_papers.PaperRequest("bao-cao-chien-dich", "TK", "2026", "3")
    made = campaign_papers.make(store, request)
    late = write_list(tmp_path / "muon.xlsx", BANK_HEADS, people(50, 9, "Agribank"))
    intake.take(store, late, IntakeRequest("bank-accounts", campaign="TK"))
    assert reports.print_again(store, made.document_id).pdf == made.pdf
    newer = campaign_papers.make(store, request)
    assert newer.pdf != made.pdf
    assert "đã khóa sổ" not in " ".join(pages(newer.pdf, tmp_path))
    periods.lock(store, "2026")
    told = " ".join(pages(campaign_papers.make(store, request).pdf, tmp_path))
    assert "Kỳ này đã khóa sổ" in told
    planned = campaign_papers.make(
        store, campaign_papers.PaperRequest("ke-hoach-chien-dich", "TK", "2026")
    )
    told = " ".join(pages(planned.pdf, tmp_path))
    assert "KẾ HOẠCH" in told
    assert "LỊCH MỞ TÀI KHOẢN" in told
    assert reports.print_again(store, planned.document_id).pdf == planned.pdf
    with pytest.raises(UserError) as refused:
        campaign_papers.make(store, campaign_papers.PaperRequest("thu-ngo", "TK", "2026"))
    assert refused.value.code == "campaign_paper_unknown"


def test_the_chat_text_tells_numbers_and_no_name(store: Store, tmp_path: Path) -> None:
    plan(store)
    bank_lists(store, tmp_path)
    text = campaign_papers.message(store, "TK")
    assert "9 tài khoản, 7 người (7 người mở lần đầu)" in text
    assert "- Agribank: 4 tài khoản" in text
    assert "Nguyễn" not in text


def test_who_stands_behind_a_number(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    plan(store)
    bank_lists(store, tmp_path)
    view = campaigns.view(store, "TK")
    for line in view.shares.banks:
        for how, count in line.standings.items():
            found = campaigns.who(store, campaigns.WhoRequest("TK", line.bank, how))
            assert len({one.target for one in found}) == len(found) == count
    everyone = campaigns.who(store, campaigns.WhoRequest("TK"))
    assert len(everyone) == view.shares.people == 7
    twice = [one for one in everyone if ";" in one.detail]
    assert len(twice) == view.shares.several_banks == 2
    assert {one.file for one in everyone} == {"agribank.xlsx", "vietcombank.xlsx"}


def test_a_merged_village_has_the_targets_and_people_of_its_parts(
    store: Store, tmp_path: Path
) -> None:
    campaign = plan(store)
    one, two = (each.village_id or 0 for each in campaign.sessions)
    targets = (Target(one, 5, 2), Target(two, 3))
    campaigns.save(store, replace(campaign, targets=targets))
    bank_lists(store, tmp_path)
    before = campaigns.view(store, "TK", "2026-H1")
    assert [(each.name, each.target_accounts) for each in before.villages] == [
        ("Duyên Hy", 5), ("Vệ Thôn", 3),
    ]  # fmt: skip
    new = village_changes.NewVillage("Thôn Mới")
    village_changes.merge(store, (one, two), new, date(2026, 7, 1))
    after = campaigns.view(store, "TK", "2026")
    assert [
        (each.name, each.target_accounts, each.target_codes, each.accounts)
        for each in after.villages
    ] == [("Thôn Mới", 8, 2, 9)]
    village = after.villages[0].village_id
    who = campaigns.who(store, campaigns.WhoRequest("TK", village_id=village, period="2026"))
    assert len(who) == after.villages[0].people == 7
    assert campaigns.view(store, "TK", "2026-H1").villages == before.villages
