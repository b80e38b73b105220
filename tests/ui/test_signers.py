"""Who signs, in the window: a name typed in its place, a form added, both printed."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from digicommune.app import Office
from digicommune.operations import signers
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.pages.signers import SignersDialog
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow

SLOW = 60_000  # milliseconds


@pytest.fixture
def opened(
    house: tuple[MainWindow, Office], qtbot: QtBot, tasks: Tasks
) -> tuple[ReportsPage, SignersDialog, Office]:
    window, office = house
    window.open_page("reports")
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    qtbot.waitUntil(lambda: page.form.signer.count() > 5 and tasks.idle, timeout=SLOW)
    dialog = page.open_signers()
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() > 5 and tasks.idle, timeout=SLOW)
    return page, dialog, office


def printed(page: ReportsPage, role: str, qtbot: QtBot, tasks: Tasks) -> list[str]:
    page.form.signer.setCurrentIndex(page.form.signer.findData(role))
    page.document = None
    page.form.make.click()
    qtbot.waitUntil(lambda: page.document is not None and tasks.idle, timeout=SLOW)
    assert page.document is not None
    pages = PdfReader(BytesIO(page.document.pdf)).pages
    return [line.strip() for one in pages for line in one.extract_text().splitlines()]


def test_a_name_typed_into_the_table_stands_under_the_paper(
    opened: tuple[ReportsPage, SignersDialog, Office], qtbot: QtBot, tasks: Tasks
) -> None:
    page, dialog, office = opened
    line = next(one for one in signers.lines(office.store()) if one.role == "office_head")
    dialog.rename(line, "Trần Văn Thử")
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    at = page.form.signer.findData("office_head")
    assert page.form.signer.itemText(at).endswith(": Trần Văn Thử")
    said = printed(page, "office_head", qtbot, tasks)
    assert said.index("TL. CHỦ TỊCH") < said.index("CHÁNH VĂN PHÒNG") < said.index("Trần Văn Thử")


def test_a_form_of_the_office_s_own_is_added_and_taken_away(
    opened: tuple[ReportsPage, SignersDialog, Office], qtbot: QtBot, tasks: Tasks
) -> None:
    page, dialog, _ = opened
    before = page.form.signer.count()
    dialog.add_form()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    assert "chưa đủ" in dialog.problem.text()
    dialog.title.setText("Phó Chủ tịch phụ trách kinh tế")
    dialog.capacity.setPlainText("TM. Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch")
    dialog.name.setText("Ngô Thị Thử")
    dialog.add.click()
    qtbot.waitUntil(lambda: page.form.signer.count() == before + 1, timeout=SLOW)
    assert not dialog.title.text()
    role = page.form.signer.itemData(before)
    said = printed(page, role, qtbot, tasks)
    assert said.index("KT. CHỦ TỊCH") < said.index("PHÓ CHỦ TỊCH") < said.index("Ngô Thị Thử")
    dialog.table.choose(lambda one: one.role == role)
    assert dialog.remove.isEnabled()
    dialog.remove.click()
    qtbot.waitUntil(lambda: page.form.signer.count() == before, timeout=SLOW)
    dialog.table.choose(lambda one: one.role == "chairman")
    assert not dialog.remove.isEnabled()
