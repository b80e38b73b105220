"""Each page on the sample office, through the program's own bindings: real file, real Excel."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digicommune.app import Office
from digicommune.settings import resources
from digicommune.ui.pages.criteria import CriteriaPage
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.merchants import MerchantsPage
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.pages.villages import VillagesPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.views.trace import TraceDialog
from digicommune.ui.window import MainWindow

SLOW = 60_000  # milliseconds: a list is read in a process of its own
VILLAGES = ["Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình"]
VIETCOMBANK = "970436"


@pytest.fixture
def real(house: tuple[MainWindow, Office]) -> MainWindow:
    """The window on a copy of the sample office."""
    return house[0]


def opened(qtbot: QtBot, window: MainWindow, tasks: Tasks, key: str) -> QWidget:
    window.open_page(key)
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    return window.page(key)


def test_the_head_names_the_commune_and_the_tiles_have_figures(
    qtbot: QtBot, real: MainWindow, tasks: Tasks
) -> None:
    page = opened(qtbot, real, tasks, "overview")
    said = "\n".join(one.text() for one in real.findChildren(QLabel))
    assert "UBND xã Hoằng Mẫu" in said
    assert "119/124 hộ" in "\n".join(one.text() for one in page.findChildren(QLabel))


def test_a_village_s_number_leads_to_file_sheet_and_row(
    qtbot: QtBot, real: MainWindow, tasks: Tasks
) -> None:
    page = opened(qtbot, real, tasks, "villages")
    assert isinstance(page, VillagesPage)
    model = page.table.rows
    assert [model.index(at, 0).data() for at in range(model.rowCount())] == VILLAGES
    link = next(
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleName().startswith("Người dân có tài khoản ngân hàng")
    )
    count = int(link.text().split("/")[0].replace(".", ""))
    link.click()
    dialog = page.findChild(TraceDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    rows = dialog.table.rows.rows
    assert len({one.target for one in rows}) == count
    assert all(one.file and one.sheet and one.row for one in rows)
    dialog.close()


def test_merchants_of_the_office(qtbot: QtBot, real: MainWindow, tasks: Tasks) -> None:
    page = opened(qtbot, real, tasks, "merchants")
    assert isinstance(page, MerchantsPage)
    assert page.table.rows.rowCount() == 131
    states = page.filters.state
    states.setCurrentIndex(states.findData("active"))
    states.activated.emit(1)
    assert page.table.rows.rowCount() == 124


def test_the_same_list_again_brings_nothing_and_its_bank_is_told_by_its_titles(
    qtbot: QtBot, real: MainWindow, tasks: Tasks
) -> None:
    page = opened(qtbot, real, tasks, "intake")
    assert isinstance(page, IntakePage)
    page.take_files([resources() / "demo" / "04_mo_tai_khoan_vietcombank.xlsx"])
    qtbot.waitUntil(lambda: page.step is page.columns, timeout=SLOW)
    assert page.columns.settings.bin == VIETCOMBANK  # the titles name it
    assert page.columns.sender_name.text() == "Vietcombank"
    page.columns.go.click()
    qtbot.waitUntil(lambda: tasks.idle and page.step is page.preview, timeout=SLOW)
    assert page.preview.filters["new"].text().split()[-1] == "0"
    assert not page.preview.save.isEnabled()
    assert page.preview.filters["doubtful"].text().split()[-1] == "2"


def test_a_file_that_is_no_list_is_refused_with_words_and_changes_nothing(
    qtbot: QtBot, real: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    page = opened(qtbot, real, tasks, "intake")
    assert isinstance(page, IntakePage)
    bad = tmp_path / "hỏng.xlsx"
    bad.write_bytes(b"PK\x03\x04" + b"x" * 100)
    page.take_files([bad])
    blocked = page.lists.steps.blocked
    qtbot.waitUntil(lambda: tasks.idle and page.step is blocked, timeout=SLOW)
    assert "hỏng.xlsx" in blocked.says.text() + blocked.advice.text()
    assert not real.alerts.isVisible()
    assert page.history.table.rows.rowCount() == 7


def test_an_answer_changes_the_verdict_of_a_village(
    qtbot: QtBot, real: MainWindow, tasks: Tasks
) -> None:
    page = opened(qtbot, real, tasks, "criteria")
    assert isinstance(page, CriteriaPage)
    model = page.table.rows
    assert model.index(3, 3).data() == "✗ Chưa"  # Đồng Tình, TC2
    page.table.setCurrentIndex(model.index(3, 3))
    page.panel.answer.yes.click()
    page.panel.answer.save.click()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    assert page.table.rows.index(3, 3).data() == "✓ Đạt"
    page.panel.answer.no.click()
    page.panel.answer.save.click()  # its version moved on with the first answer
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    assert page.table.rows.index(3, 3).data() == "✗ Chưa"
    assert not real.alerts.isVisible()


def test_every_set_of_criteria_can_be_looked_at_frames_too(
    qtbot: QtBot, real: MainWindow, tasks: Tasks
) -> None:
    page = opened(qtbot, real, tasks, "criteria")
    assert isinstance(page, CriteriaPage)
    codes = [page.sets.itemData(at) for at in range(page.sets.count())]
    assert codes[0] == "35/2022"  # whole sets before frames
    assert len(codes) == 4
    for at in reversed(range(len(codes))):
        page.sets.setCurrentIndex(at)
        page.sets.activated.emit(at)
        qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
        assert page.sets.currentData() == codes[at]
    page.sets.setCurrentIndex(codes.index("51/2025"))
    page.sets.activated.emit(codes.index("51/2025"))
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    said = "\n".join(one.text() for one in page.findChildren(QLabel))
    assert "mới là khung, cần nhập tiêu chí" in said
    assert not page.panel.isVisible()


def test_a_report_is_made_from_the_window(qtbot: QtBot, real: MainWindow, tasks: Tasks) -> None:
    page = opened(qtbot, real, tasks, "reports")
    assert isinstance(page, ReportsPage)
    before = page.table.rows.rowCount()
    page.form.number.setText("45")
    page.form.make.click()
    qtbot.waitUntil(lambda: page.document is not None and tasks.idle, timeout=SLOW)
    assert page.document is not None
    text = "\n".join(one.extract_text() for one in PdfReader(BytesIO(page.document.pdf)).pages)
    assert "45/BC-UBND" in text
    assert all(name in text for name in VILLAGES)
    assert page.preview.page_count > 1
    assert page.table.rows.rowCount() == before + 1


def test_a_report_is_saved_as_word_and_excel(
    qtbot: QtBot, real: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    page = opened(qtbot, real, tasks, "reports")
    assert isinstance(page, ReportsPage)
    page.start_word()  # nothing to save yet, nothing asked
    assert not page.findChildren(QFileDialog)
    page.form.make.click()
    qtbot.waitUntil(lambda: page.document is not None and tasks.idle, timeout=SLOW)
    for name, start in (("Word…", page.start_word), ("Excel…", page.start_excel)):
        button = next(one for one in page.findChildren(QPushButton) if one.text() == name)
        assert button.isEnabled()
        start()
        dialog = page.findChildren(QFileDialog)[-1]
        path = tmp_path / f"bao-cao.{dialog.defaultSuffix()}"
        dialog.fileSelected.emit(str(path))
        dialog.close()
        qtbot.waitUntil(lambda path=path: path.exists() and tasks.idle, timeout=SLOW)  # type: ignore[misc]
    assert docx.Document(str(tmp_path / "bao-cao.docx")).tables
    assert "Phụ lục I" in openpyxl.load_workbook(tmp_path / "bao-cao.xlsx").sheetnames
