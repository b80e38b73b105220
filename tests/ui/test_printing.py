"""Printing: the pages chosen, each on paper turned its way, at the printer's own resolution."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from digicommune.domain.progress import no_progress
from digicommune.errors import Cancelled, UserError
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.printing import new_printer, print_pdf
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
