"""Stories 10 and 11 in the window: an issued report stands, the new one replaces it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.db import upgrade
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.settings import today
from digicommune.ui.pages.issue_paper import IssuedDialog
from digicommune.ui.pages.issue_register import RegisterDialog
from digicommune.ui.pages.reports import ReportsPage
from tests.cli.lists import VILLAGE_HEADS, write_list
from tests.db import next_step
from tests.journeys.conftest import WAIT, print_report, save_list
from tests.journeys.entry_desk import open_sheet, saved
from tests.journeys.test_lock import BEFORE, LATE, MARCH, commune
from tests.operations.lists import bank_list, rows

EDITS = 10_000


def text(pdf: bytes) -> str:
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(said.replace("\xa0", " ").split())


def reports_of(house: House) -> ReportsPage:
    page = house.window.page("reports")
    assert isinstance(page, ReportsPage)
    return page


def registers(qtbot: QtBot, house: House, folder: Path) -> None:
    """A village and a bank's first list."""
    village = [[1, "Duyên Hy", 300, 1_700, 1_250, 1_000, 300]]
    save_list(qtbot, house, write_list(folder / "thon.xlsx", VILLAGE_HEADS, village))
    save_list(qtbot, house, bank_list(folder / "dot1.xlsx", rows(BEFORE)))
    open_sheet(qtbot, house, *MARCH)


def issue(qtbot: QtBot, house: House, number: str) -> bytes:
    """March is reported anew, looked through and issued; the bytes issued."""
    print_report(qtbot, house, "")
    page = reports_of(house)
    qtbot.waitUntil(lambda: page.strip.check.isVisible() and house.tasks.idle, timeout=WAIT)
    page.strip.check.click()
    qtbot.waitUntil(lambda: page.strip.issue.isVisible() and house.tasks.idle, timeout=WAIT)
    page.strip.issue.click()
    qtbot.waitUntil(lambda: page.strip.form is not None and house.tasks.idle, timeout=WAIT)
    assert page.strip.form is not None
    page.strip.form.number.setText(number)
    page.strip.form.issue.click()
    qtbot.waitUntil(lambda: page.strip.form is None and house.tasks.idle, timeout=WAIT)
    assert not house.window.alerts.isVisible(), house.window.alerts.title
    assert page.document is not None
    return page.document.pdf


def move(qtbot: QtBot, house: House, *steps: str) -> None:
    """The period goes its way in the sheet of figures."""
    page = open_sheet(qtbot, house, *MARCH)
    for step in steps:
        qtbot.mouseClick(page.bar.steps[step], Qt.MouseButton.LeftButton)
        if step == "unlock":
            page.bar.reason.setText("ngân hàng gửi bổ sung")
            qtbot.keyClick(page.bar.reason, Qt.Key.Key_Return)
        saved(qtbot, house, page)


def reprinted(qtbot: QtBot, house: House, number: str) -> IssuedDialog:
    """The paper of this number, opened from the register."""
    house.window.open_page("reports")
    page = reports_of(house)
    page.open_register()
    register = page.findChildren(RegisterDialog)[-1]
    qtbot.waitUntil(lambda: register.table.rows.rowCount() > 0 and house.tasks.idle, timeout=WAIT)
    register.table.choose(lambda one: one.paper.full_number == number)
    register.look.click()
    qtbot.waitUntil(lambda: register.paper is not None and house.tasks.idle, timeout=WAIT)
    paper = register.paper
    assert paper is not None
    return paper


def close(paper: IssuedDialog) -> None:
    register = paper.parentWidget()
    assert isinstance(register, QDialog)
    for one in (paper, register):
        QDialog.reject(one)


def test_an_issued_report_stands_and_the_one_after_the_unlock_replaces_it(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    registers(qtbot, house, tmp_path)
    first = issue(qtbot, house, "45")
    move(qtbot, house, "submit", "approve", "lock")
    save_list(qtbot, house, bank_list(tmp_path / "dot2.xlsx", rows(LATE, 900)))
    assert open_sheet(qtbot, house, *MARCH).bar.late_button.text().endswith(f": {LATE}")
    assert commune(house, "2026-03") == (BEFORE, BEFORE)
    assert commune(house, "2026-04") == (BEFORE + LATE, LATE)
    again = reprinted(qtbot, house, "45/BC-UBND")
    assert again.document.pdf == first
    assert not again.notice.isVisible()
    close(again)
    move(qtbot, house, "unlock")
    second = text(issue(qtbot, house, "52"))
    day = today()
    assert f"thay thế Báo cáo số 45/BC-UBND ngày {day:%d} tháng" in second
    assert f"{BEFORE + LATE}/1.250 người" in second
    old = reprinted(qtbot, house, "45/BC-UBND")
    assert old.document.pdf == first
    assert "Đã bị thay thế bởi 52/BC-UBND" in old.notice.text()
    close(old)


def edit(house: House) -> None:
    """Ten thousand edits of figures."""
    with house.office.store().unit() as unit:
        (village,) = [one.village_id for one in unit.villages.all()]
        for number in range(EDITS):
            key = FigureKey(MARCH[0], "DVC", village)
            unit.figures.set(TypedFigure(key, number % 900, 1_000))


@pytest.mark.slow
def test_after_edits_and_an_upgrade_the_window_opens_the_same_bytes(
    qtbot: QtBot,
    open_house: Callable[[str], House],
    where: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = open_house(where)
    registers(qtbot, house, tmp_path)
    first = issue(qtbot, house, "45")
    edit(house)
    house.office.store().close()
    later = Path(shutil.copy(where, tmp_path / "later.db"))
    chain = next_step.chain(tmp_path / "steps", next_step.WHOLE)
    monkeypatch.setattr(upgrade, "SHIPPED", chain)  # the program of tomorrow
    upgrade.upgrade_file(later, chain)
    tomorrow = open_house(str(later))
    again = reprinted(qtbot, tomorrow, "45/BC-UBND")
    assert again.document.pdf == first
    close(again)
    open_sheet(qtbot, tomorrow, *MARCH)
    last = f"{(EDITS - 1) % 900}/1.000"
    assert last not in text(first)
    assert last in print_report(qtbot, tomorrow)  # what is made anew shows the edits
