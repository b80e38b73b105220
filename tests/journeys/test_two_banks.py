"""Story 3: two banks, 700 and 420 people, 120 in both; of 1.250 adults 1.000 have an account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.db.store import Store
from digicommune.domain.campaigns import Campaign
from digicommune.operations import campaigns
from digicommune.ui.pages.campaign_page import CampaignPage
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.pages.villages import VillagesPage
from digicommune.ui.views.trace import TraceDialog
from tests.cli.lists import BANK_HEADS, VILLAGE_HEADS, people, write_list
from tests.journeys.command import answer, command

WAIT = 30_000
ADULTS, FIRST, SECOND, BOTH = 1_250, 700, 420, 120


def two_banks(where: str, folder: Path) -> None:
    """The villages, a campaign, and the banks' lists, all by command."""
    village = [[1, "Duyên Hy", 300, 1_700, ADULTS, 1_000, 300]]
    listed = write_list(folder / "thon.xlsx", VILLAGE_HEADS, village)
    assert command(where, "villages", "import", listed).returncode == 0
    with Store.open(where) as store:
        banks = ("970405", "970436")
        campaigns.save(
            store, Campaign(0, "TK-01", "Mở tài khoản", date(2026, 3, 1), date(2026, 3, 31), banks)
        )
    lists = {
        "agribank.xlsx": people(1, FIRST, "Agribank"),
        "vietcombank.xlsx": people(FIRST - BOTH + 1, SECOND, "Vietcombank"),
    }
    for name, rows in lists.items():
        path = write_list(folder / name, BANK_HEADS, rows)
        taken = answer(where, "import", path, "--as", "bank-accounts", "--campaign", "TK-01")
        assert (taken["counts"]["new"], taken["counts"]["doubtful"]) == (len(rows), 0)
        assert taken["created"] == (FIRST if name == "agribank.xlsx" else SECOND - BOTH)


def test_a_person_of_two_banks_counts_once_and_accounts_stand_apart(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    two_banks(where, tmp_path)
    figures = answer(where, "figures", "show", "--period", "2026")["figures"]
    commune = next(one for one in figures if one["indicator"] == "TKNH" and not one["village"])
    assert (commune["numerator"], commune["denominator"]) == (1_000, 1_250)
    assert (commune["percentage"], commune["accounts"]) == ("80.00", 1_120)

    house = open_house(where)
    window = house.window
    window.periods.setCurrentIndex(window.periods.findData("2026"))
    window.periods.activated.emit(window.periods.currentIndex())
    qtbot.waitUntil(lambda: window.period == "2026" and house.tasks.idle, timeout=WAIT)
    said = "\n".join(one.text() for one in window.page("overview").findChildren(QLabel))
    assert "80,00%" in said
    assert "1.000/1.250 người" in said

    window.open_page("intake")
    intake = window.page("intake")
    assert isinstance(intake, IntakePage)
    qtbot.waitUntil(lambda: intake.whole and house.tasks.idle, timeout=WAIT)
    model = intake.campaigns.table.rows
    assert [model.index(0, at).data() for at in (2, 3)] == ["1.120", "1.000"]


def test_the_number_leads_to_both_lists(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    two_banks(where, tmp_path)
    house = open_house(where)
    house.window.open_page("villages")
    page = house.window.page("villages")
    assert isinstance(page, VillagesPage)
    qtbot.waitUntil(lambda: house.tasks.idle and page.table.rows.rowCount() == 1, timeout=WAIT)
    link = next(one for one in page.findChildren(QPushButton) if one.text() == "1.000/1.250")
    link.click()
    dialog = page.findChild(TraceDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: house.tasks.idle, timeout=WAIT)
    rows = dialog.table.rows.rows
    assert len({one.target for one in rows}) == 1_000
    assert {one.file for one in rows} <= {"agribank.xlsx", "vietcombank.xlsx"}
    dialog.close()


def test_the_printed_report_says_80_percent(where: str, tmp_path: Path) -> None:
    two_banks(where, tmp_path)
    pdf = tmp_path / "bao_cao.pdf"
    kind = answer(where, "documents", "list")["documents"][0]["code"]
    made = command(where, "report", kind, "--period", "2026", "--number", "45", "--out", pdf)
    assert made.returncode == 0, made.stderr
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages).replace("\xa0", " ")
    text = " ".join(text.split())
    assert "1.000/1.250" in text
    assert "80,00" in text
    assert "1.120" in text


def test_the_campaign_page_shares_the_banks_fairly(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    two_banks(where, tmp_path)
    house = open_house(where)
    house.window.open_page("intake")
    intake = house.window.page("intake")
    assert isinstance(intake, IntakePage)
    qtbot.waitUntil(lambda: intake.whole and house.tasks.idle, timeout=WAIT)
    intake.open_tab("campaigns")
    intake.campaigns.open.click()
    page = intake.campaigns.page
    qtbot.waitUntil(lambda: house.tasks.idle and page.view is not None, timeout=WAIT)
    page.open_tab("results")
    links = [
        one for one in page.results.findChildren(QPushButton) if one.property("kind") == "link"
    ]
    # Agribank, Vietcombank: people, new customers, same day at both; then everybody once.
    assert [one.text() for one in links] == [
        "700",
        "580",
        "120",
        "420",
        "300",
        "120",
        "1.000",
        "120",
    ]
    links[4].click()
    dialog = page.findChild(TraceDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: house.tasks.idle and dialog.table.rows.rowCount() == 300, timeout=WAIT)
    assert {one.file for one in dialog.table.rows.rows} == {"vietcombank.xlsx"}
    dialog.close()
    made_from_the_window(qtbot, page)


def made_from_the_window(qtbot: QtBot, page: CampaignPage) -> None:
    """The report, made by its button, says the same."""
    page.papers.number.setText("45")
    page.papers.report.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperDialog)), timeout=WAIT)
    paper = page.findChildren(PaperDialog)[0]
    told = " ".join(one.extract_text() for one in PdfReader(BytesIO(paper.document.pdf)).pages)
    assert "1.120 tài khoản cho 1.000 người" in " ".join(told.replace("\xa0", " ").split())
    paper.close()
