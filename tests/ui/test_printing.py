"""Printing: the pages chosen, each on paper turned its way, at the printer's own resolution."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from digicommune.domain.progress import no_progress
from digicommune.errors import Cancelled, UserError
from digicommune.ui.pages.print_form import PrintForm
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.printing import (
    Printers,
    PrintOrder,
    find_printers,
    new_printer,
    pages_chosen,
    print_pdf,
)
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow


def to_file(path: Path) -> QPrinter:
    printer = new_printer("Thử")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def shapes(path: Path) -> list[str]:
    sizes = [page.mediabox for page in PdfReader(path).pages]
    return ["across" if one.width > one.height else "upright" for one in sizes]


def test_every_page_is_printed_and_annexes_lie_across(
    qtbot: QtBot, pdf: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "ra.pdf"
    assert print_pdf(pdf, to_file(path), no_progress) == 2
    assert shapes(path) == ["upright", "across"]
    images = PdfReader(path).pages[0].images
    assert max(one.image.width for one in images if one.image) >= 2_400  # 300 dots on A4


def test_only_the_pages_chosen_are_printed(qtbot: QtBot, pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ra.pdf"
    printer = to_file(path)
    printer.setFromTo(2, 2)
    assert print_pdf(pdf, printer, no_progress) == 1
    assert shapes(path) == ["across"]


def test_stopping_aborts_the_job(qtbot: QtBot, pdf: bytes, tmp_path: Path) -> None:
    def stop(done: int, total: int, what: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        print_pdf(pdf, to_file(tmp_path / "ra.pdf"), stop)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_no_job_is_told_with_words(
    qtbot: QtBot, pdf: bytes, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="Không in được"):
        print_pdf(pdf, to_file(tmp_path / "không có" / "ra.pdf"), no_progress)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_printer_that_fails_half_way_has_not_printed(qtbot: QtBot, pdf: bytes) -> None:
    left: list[tuple[int, ...]] = []
    with pytest.raises(UserError, match="Không in được"):
        print_pdf(pdf, to_file(Path("/dev/full")), no_progress, left.append)
    assert left[0] == (1, 2)


def test_the_last_page_comes_first_where_sheets_come_out_face_up(
    qtbot: QtBot, pdf: bytes, tmp_path: Path
) -> None:
    printer = to_file(tmp_path / "ra.pdf")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    left: list[tuple[int, ...]] = []
    assert print_pdf(pdf, printer, no_progress, left.append) == 2
    assert left == [(2, 1), (1,)]
    assert shapes(tmp_path / "ra.pdf") == ["across", "upright"]


def test_an_order_sets_the_printer_up(qtbot: QtBot) -> None:
    order = PrintOrder(printer="", first=3, last=5, copies=2, both_sides=True, backwards=True)
    printer = new_printer("Thử", order)
    assert pages_chosen(9, printer) == (5, 4, 3)
    assert pages_chosen(4, printer) == (4, 3)
    assert printer.copyCount() == 2
    assert printer.pageLayout().pageSize().name().startswith("A4")


def the_form(qtbot: QtBot, order: PrintOrder, pages: int = 8) -> PrintForm:
    page = QWidget()
    qtbot.addWidget(page)
    form = PrintForm(page, "Báo cáo", pages, order)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # looked at afterwards
    form.page = page  # type: ignore[attr-defined]  # kept as long as its form
    return form


def test_the_form_offers_the_usual_printer_and_every_page(qtbot: QtBot) -> None:
    form = the_form(qtbot, PrintOrder(printer="", first=1, last=8))
    assert not form.go.isEnabled()  # printers are still looked for
    form.show_printers(Printers(("HP", "Canon"), "Canon", frozenset({"HP"})))
    assert form.order == PrintOrder(printer="Canon", first=1, last=8)
    assert not form.both_sides.isEnabled()
    form.printers.setCurrentIndex(0)
    form.both_sides.setChecked(True)
    with qtbot.waitSignal(form.ordered) as told:
        form.go.click()
    assert told.args == [PrintOrder(printer="HP", first=1, last=8, both_sides=True)]


def test_a_range_is_typed_either_way_round(qtbot: QtBot) -> None:
    form = the_form(qtbot, PrintOrder(printer="HP", first=4, last=8))
    form.show_printers(Printers(("Canon", "HP"), "Canon"))
    assert form.order == PrintOrder(printer="HP", first=4, last=8)
    form.whole.setChecked(True)
    form.first.setValue(7)
    form.last.setValue(2)
    assert form.part.isChecked()
    assert (form.order.first, form.order.last) == (2, 7)


def test_the_system_is_asked_with_the_pages_chosen(qtbot: QtBot) -> None:
    form = the_form(qtbot, PrintOrder(printer="", first=4, last=8))
    form.show_printers(Printers(()))
    with qtbot.waitSignal(form.system_asked) as told:
        form.system.click()
    assert told.args == [PrintOrder(printer="", first=4, last=8)]


def test_without_a_printer_the_form_says_what_to_do(qtbot: QtBot) -> None:
    form = the_form(qtbot, PrintOrder(printer="", first=1, last=8))
    form.show_printers(Printers(()))
    assert "chưa cài máy in" in form.said.text()
    assert not form.go.isEnabled()


def test_ctrl_p_asks_for_a_printer_on_a_worker(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    window.open_page("reports")
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    qtbot.waitUntil(lambda: tasks.idle)
    page.form.make.click()
    qtbot.waitUntil(lambda: page.document is not None and tasks.idle)
    page.start_print()
    (form,) = page.findChildren(PrintForm)
    assert form.isVisible()
    assert not form.isModal() or form.windowModality() != Qt.WindowModality.ApplicationModal
    qtbot.waitUntil(lambda: tasks.idle)
    known = find_printers().names
    assert [form.printers.itemText(at) for at in range(form.printers.count())] == list(known)
    form.reject()


def test_the_window_prints_on_a_worker(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, pdf: bytes, tmp_path: Path
) -> None:
    window.open_page("reports")
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    qtbot.waitUntil(lambda: tasks.idle)
    page.form.make.click()
    qtbot.waitUntil(lambda: page.document is not None and tasks.idle)
    path = tmp_path / "ra.pdf"
    page.print_on(to_file(path))
    qtbot.waitUntil(lambda: tasks.idle)
    assert "Đã in 2 trang" in window.statusBar().currentMessage()
    assert len(PdfReader(path).pages) == 2
    assert threading.current_thread() is threading.main_thread()
