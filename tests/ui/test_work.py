"""Slow work beside a paper: shown once it takes a while, stopped by its button, nothing left."""

from __future__ import annotations

import re
import threading
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import digicommune
from digicommune.documents.pdf import render_pdf
from digicommune.domain.progress import Progress
from digicommune.operations import office_files
from digicommune.operations.reports import MadeDocument
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.printing import new_printer
from digicommune.ui.tasks import Task, Tasks, Ticket
from digicommune.ui.views.work import WorkPanel
from digicommune.ui.window import MainWindow
from tests.documents.papers import annex, letter, villages

# progress(…, "stage") in any of its forms, and the names given to it.
TELLS = re.compile(r'(?:progress|Counted)\([^"\n]*"([^"{]+)"\)|\b_?TOLD(?:: Final)? = "([^"]+)"')


class Held:
    """Work that goes on until the test lets it, telling its way."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.told = threading.Event()

    def __call__(self, progress: Progress) -> str:
        while not self.go_on.wait(0.02):
            progress(3, 10, "Đang lập danh sách")
            self.told.set()
        return "xong"


def stop_of(panel: QWidget) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.text() == "Dừng lại")


def test_long_work_is_shown_with_its_count_and_hidden_when_done(qtbot: QtBot, tasks: Tasks) -> None:
    panel = WorkPanel(tasks.run)
    qtbot.addWidget(panel)
    held, done = Held(), list[str]()
    panel.begin("Đang lập", Task(call=held, done=done.append, owner=panel, topic="work"))
    assert not panel.isVisible()
    qtbot.waitUntil(panel.isVisible)
    qtbot.waitUntil(lambda: "3 / 10" in "".join(words(panel)))
    held.go_on.set()
    qtbot.waitUntil(lambda: done == ["xong"])
    assert not panel.isVisible()


def test_work_of_several_stages_is_told_in_percent(qtbot: QtBot) -> None:
    panel = WorkPanel(Ticket)
    qtbot.addWidget(panel)
    panel.advance(195, 1000, "Đang dàn trang văn bản")
    assert "19%" in words(panel)
    panel.advance(4832, 11520, "Đang đọc")
    assert "4.832 / 11.520" in words(panel)


def test_short_work_shows_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    panel = WorkPanel(tasks.run)
    qtbot.addWidget(panel)
    done: list[int] = []
    panel.begin("Đang lập", Task(call=lambda _p: 1, done=done.append, owner=panel, topic="work"))
    qtbot.waitUntil(lambda: done == [1])
    assert not panel.isVisible()
    assert not panel._soon.isActive()


def test_its_button_stops_it_and_what_waits_for_the_end_hears_of_it(
    qtbot: QtBot, tasks: Tasks
) -> None:
    panel = WorkPanel(tasks.run)
    qtbot.addWidget(panel)
    held, done, ended = Held(), list[str](), list[bool]()
    panel.begin(
        "Đang lập",
        Task(
            call=held,
            done=done.append,
            owner=panel,
            topic="work",
            ended=lambda: ended.append(True),
        ),
    )
    qtbot.waitUntil(panel.isVisible)
    stop_of(panel).click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert ended == [True]
    assert done == []
    assert not panel.isVisible()


def words(panel: QWidget) -> list[str]:
    return [one.text() for one in panel.findChildren(QLabel)]


def test_a_stopped_file_leaves_nothing_and_the_next_is_whole(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    paper = letter(annexes=(annex(villages(800)),))
    made = MadeDocument(0, "Thử", "thu.pdf", render_pdf(paper), paper)
    reached, go_on = threading.Event(), threading.Event()

    def write(document: MadeDocument, path: Path, progress: Progress) -> None:
        def tell(done: int, total: int, what: str) -> None:
            reached.set()
            go_on.wait()
            progress(done, total, what)

        office_files.write(document, path, tell)

    dialog = PaperDialog(window, window.desk, made, write)
    dialog.show()
    for suffix in ("docx", "xlsx"):
        reached.clear()
        go_on.clear()
        dialog.saver.save(made, tmp_path / f"a.{suffix}")
        qtbot.waitUntil(reached.is_set)
        dialog.saver.stop()
        go_on.set()
        qtbot.waitUntil(lambda: tasks.idle)
        assert list(tmp_path.iterdir()) == []
    for suffix in ("docx", "xlsx", "pdf"):
        dialog.saver.save(made, tmp_path / f"a.{suffix}")
        qtbot.waitUntil(lambda: tasks.idle)
        assert f"a.{suffix}" in window.statusBar().currentMessage()
    assert {one.name for one in tmp_path.iterdir()} == {"a.docx", "a.xlsx", "a.pdf"}
    assert (tmp_path / "a.pdf").read_bytes() == made.pdf
    dialog.close()


def test_a_list_prints_with_its_progress_above_it(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    paper = letter(annexes=(annex(villages(60)),))
    made = MadeDocument(0, "Thử", "thu.pdf", render_pdf(paper), paper)
    dialog = PaperDialog(window, window.desk, made, office_files.write)
    dialog.show()
    printer = new_printer("Thử")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printer.setFromTo(2, 3)
    dialog.print_on(printer)
    assert dialog.printer.progress.isVisible()
    qtbot.waitUntil(lambda: tasks.idle)
    assert "Đã in 2 trang" in window.statusBar().currentMessage()
    assert not dialog.printer.isVisible()
    dialog.close()


def test_every_stage_the_rooms_tell_has_its_words_in_the_language_on_screen() -> None:
    root = Path(digicommune.__file__).parent
    told = {
        name
        for room in ("operations", "documents", "sheets", "domain")
        for path in (root / room).rglob("*.py")
        for found in TELLS.findall(path.read_text(encoding="utf-8"))
        for name in found
        if name
    }
    assert {"Đang dàn trang văn bản", "Chốt số liệu", "Đọc danh sách"} <= told
    named = (root / "ui" / "words_progress.py").read_text(encoding="utf-8")
    assert [one for one in sorted(told) if f'tr("{one}")' not in named] == []
