"""A report is checked, issued, found in the register and by its code, in the window itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.operations import issue_ways, issuing
from digicommune.ui.pages.issue_register import RegisterDialog
from digicommune.ui.pages.issue_ways import WaysDialog
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

SLOW = 60_000


@pytest.fixture
def house(
    own_office: Path, open_window: MakeWindow, qtbot: QtBot, tasks: Tasks
) -> Iterator[tuple[MainWindow, Office]]:
    """The window on a copy of the sample office."""
    office = Office(str(own_office))
    window = open_window(calls_of(office))
    window.periods.setCurrentIndex(window.periods.findData("2026"))
    window.periods.activated.emit(window.periods.currentIndex())
    qtbot.waitUntil(lambda: window.period == "2026" and tasks.idle, timeout=SLOW)
    yield window, office
    tasks.shut_down()
    office.close()


def drafted(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> ReportsPage:
    """A report just made, on screen."""
    window.open_page("reports")
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    page.document = None
    page.form.make.click()
    qtbot.waitUntil(lambda: page.document is not None and tasks.idle, timeout=SLOW)
    return page


def issue(qtbot: QtBot, page: ReportsPage, tasks: Tasks) -> None:
    """Checks the draft and opens the form of issue."""
    page.strip.check.click()
    qtbot.waitUntil(lambda: page.strip.issue.isVisible() and tasks.idle, timeout=SLOW)
    page.strip.issue.click()
    qtbot.waitUntil(lambda: page.strip.form is not None and tasks.idle, timeout=SLOW)


def test_from_draft_to_the_register(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    window, office = house
    page = drafted(qtbot, window, tasks)
    strip = page.strip
    assert (strip.check.isVisible(), strip.issue.isVisible()) == (True, False)
    assert "Dự thảo" in strip.said.text()
    issue(qtbot, page, tasks)
    form = strip.form
    assert form is not None
    assert form.number.text() == "01"
    form.number.setText("45")
    form.issue.click()
    qtbot.waitUntil(lambda: strip.form is None and tasks.idle, timeout=SLOW)
    (paper,) = issuing.register(office.store())
    assert paper.full_number == "45/BC-UBND"
    assert paper.check_code in strip.said.text()
    assert not strip.check.isVisible()
    assert page.document is not None
    assert issuing.reprint(office.store(), paper.issue_id).document.pdf == page.document.pdf


def test_the_register_opens_papers_and_finds_them_by_their_code(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    window, office = house
    page = drafted(qtbot, window, tasks)
    issue(qtbot, page, tasks)
    assert page.strip.form is not None
    page.strip.form.issue.click()
    qtbot.waitUntil(lambda: page.strip.form is None and tasks.idle, timeout=SLOW)
    (paper,) = issuing.register(office.store())
    page.open_register()
    dialog = page.findChildren(RegisterDialog)[-1]
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == 1 and tasks.idle, timeout=SLOW)
    dialog.code.setText(paper.check_code.lower().replace("-", " "))
    dialog.verify()
    qtbot.waitUntil(lambda: "01/BC-UBND" in dialog.said.text() and tasks.idle, timeout=SLOW)
    dialog.code.setText("0000-0000-0000")
    dialog.verify()
    qtbot.waitUntil(lambda: "Không có văn bản nào" in dialog.said.text(), timeout=SLOW)
    dialog.table.selectRow(0)
    dialog.look.click()
    qtbot.waitUntil(lambda: dialog.paper is not None and tasks.idle, timeout=SLOW)
    assert dialog.paper is not None
    assert page.document is not None
    assert dialog.paper.document.pdf == page.document.pdf
    for one in (dialog.paper, dialog):
        QDialog.reject(one)


def test_a_taken_number_is_said_in_the_form_and_can_be_mended(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    window, office = house
    page = drafted(qtbot, window, tasks)
    issue(qtbot, page, tasks)
    first = page.strip.form
    assert first is not None
    first.issue.click()
    qtbot.waitUntil(lambda: page.strip.form is None and tasks.idle, timeout=SLOW)
    page = drafted(qtbot, window, tasks)
    issue(qtbot, page, tasks)
    form = page.strip.form
    assert form is not None
    assert form.number.text() == "02"
    assert form.replaces.count() == 2
    form.number.setText("1")
    form.issue.click()
    qtbot.waitUntil(lambda: "đã cấp" in form._problem.text() and tasks.idle, timeout=SLOW)
    form.number.setText("")
    form.issue.click()
    assert "chưa đúng" in form._problem.text()
    form.number.setText("2")
    form.replaces.setCurrentIndex(1)
    form.issue.click()
    qtbot.waitUntil(lambda: page.strip.form is None and tasks.idle, timeout=SLOW)
    newest, oldest = issuing.register(office.store())
    assert (newest.number, newest.replaces, oldest.state) == (2, oldest.issue_id, "replaced")


def issued(qtbot: QtBot, page: ReportsPage, tasks: Tasks) -> None:
    """The draft on screen, issued with what the form offers."""
    issue(qtbot, page, tasks)
    assert page.strip.form is not None
    page.strip.form.issue.click()
    qtbot.waitUntil(lambda: page.strip.form is None and tasks.idle, timeout=SLOW)


def the_register(qtbot: QtBot, page: ReportsPage, tasks: Tasks) -> RegisterDialog:
    """The register, with its lines."""
    page.open_register()
    dialog = page.findChildren(RegisterDialog)[-1]
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() > 0 and tasks.idle, timeout=SLOW)
    return dialog


def test_a_correction_leads_from_the_register_to_a_paper_that_names_the_old_one(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    window, office = house
    page = drafted(qtbot, window, tasks)
    page.strip.note.setText("Đã đối chiếu sổ")
    issued(qtbot, page, tasks)
    first = the_register(qtbot, page, tasks)
    first.correct.click()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    assert "01/BC-UBND" in page.correction.text()
    page.drop.click()
    assert (page.strip.replaces, page.correction.isVisible()) == (None, False)
    the_register(qtbot, page, tasks).correct.click()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    page = drafted(qtbot, window, tasks)
    issued(qtbot, page, tasks)
    assert not page.correction.isVisible()
    newest, oldest = issuing.register(office.store())
    assert newest.replaces == oldest.issue_id
    dialog = the_register(qtbot, page, tasks)
    rows = dialog.table.rows
    said = ["|".join(str(rows.index(at, c).data()) for c in range(8)) for at in range(2)]
    assert "02/BC-UBND" in said[0]
    assert "✓ Đã phát hành" in said[0]
    assert "! Thay bởi 02/BC-UBND" in said[1]
    dialog.table.choose(lambda one: one.paper.issue_id == oldest.issue_id)
    assert not dialog.correct.isEnabled()
    for words, count in (("khong co", 0), (oldest.check_code, 1)):
        dialog.search.setText(words)
        dialog.search.returnPressed.emit()
        assert rows.rowCount() == count


def test_the_office_says_how_it_numbers_and_where_a_series_goes_on(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    window, office = house
    page = drafted(qtbot, window, tasks)
    page.open_register()
    dialog = page.findChildren(RegisterDialog)[-1]
    dialog.open_ways()
    (ways,) = dialog.findChildren(WaysDialog)
    qtbot.waitUntil(lambda: ways.found is not None and tasks.idle, timeout=SLOW)
    ways.table.choose(lambda one: one.code == "BC")
    ways.following.setText("46")
    ways.keep.click()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    issue(qtbot, page, tasks)
    form = page.strip.form
    assert form is not None
    assert form.number.text() == "46"
    form.date.setDate(QDate(form.day.year + 1, 1, 4))
    qtbot.waitUntil(lambda: form.number.text() == "01" and tasks.idle, timeout=SLOW)
    form.date.setDate(QDate(form.day.year - 1, 12, 4))
    qtbot.waitUntil(lambda: form.number.text() == "46" and tasks.idle, timeout=SLOW)
    form.issue.click()
    qtbot.waitUntil(lambda: page.strip.form is None and tasks.idle, timeout=SLOW)
    ways.following.setText("46")
    ways.keep.click()
    qtbot.waitUntil(lambda: "đã cấp đến số 46" in ways.problem.text(), timeout=SLOW)
    ways.common.click()
    qtbot.waitUntil(lambda: ways.table.rows.rowCount() == 1 and tasks.idle, timeout=SLOW)
    assert issue_ways.ways(office.store()).numbering == "common"


def test_the_book_of_the_year_is_printed_from_the_register(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks, tmp_path: Path
) -> None:
    window, _ = house
    page = drafted(qtbot, window, tasks)
    issued(qtbot, page, tasks)
    dialog = the_register(qtbot, page, tasks)
    dialog.book.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(PaperDialog)) and tasks.idle, timeout=SLOW)
    (book,) = dialog.findChildren(PaperDialog)
    assert book.preview.page_count == 1
    page.save_to(tmp_path / "so.xlsx")
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    assert (tmp_path / "so.xlsx").read_bytes()[:2] == b"PK"


def test_a_print_that_stops_is_taken_up_again_from_its_page(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks, tmp_path: Path
) -> None:
    window, _ = house
    page = drafted(qtbot, window, tasks)
    out = page.printer
    machine = QPrinter()
    machine.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    machine.setOutputFileName(str(tmp_path / "in.pdf"))
    page.print_on(machine)
    qtbot.waitUntil(lambda: out.reached > 1, timeout=SLOW)
    out.progress.cancelled.emit()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    at = out.reached
    assert at > 1
    assert out.again.isVisible()
    form = out.take_up()
    assert form is not None
    assert (form.first.value(), form.last.value()) == (at, page.preview.page_count)
    form.reject()
    out.leave.click()
    assert not out.isVisible()
