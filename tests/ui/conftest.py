"""The window of the tests: dressed as the program is, with its own workers, closed at the end."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.ui.entries import OfficeCalls, page_entries
from digicommune.ui.style import dress
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow, WindowOptions
from tests.ui.offices import hand_made

ROOT = Path(__file__).resolve().parents[2]
MakeWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """The program's look: sizes and colours are what the officer sees."""
    if not qapp.styleSheet():
        dress(qapp)


@pytest.fixture(autouse=True)
def own_language(qapp: QApplication) -> Iterator[None]:
    """A test that puts the screen into a language leaves none of it to the next."""
    before, locale = set(qapp.findChildren(QTranslator)), QLocale()
    yield
    for one in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(one)
        one.deleteLater()
    QLocale.setDefault(locale)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Workers that are gone after the test."""
    made = Tasks()
    yield made
    made.shut_down()


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """A real PDF of two pages, the second lying across, with a word on each."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen.canvas import Canvas

    kept = BytesIO()
    canvas = Canvas(kept, pagesize=A4)
    canvas.drawString(72, 700, "TRANG MOT")
    canvas.showPage()
    canvas.setPageSize(landscape(A4))
    canvas.drawString(72, 500, "TRANG HAI")
    canvas.save()
    return kept.getvalue()


@pytest.fixture
def open_window(qtbot: QtBot, tasks: Tasks, pdf: bytes, tmp_path: Path) -> MakeWindow:
    """Opens the window on an office and waits until its first page is there."""

    def make(calls: OfficeCalls | None = None) -> MainWindow:
        window = MainWindow(
            page_entries(calls or hand_made(lambda: pdf)),
            tasks,
            WindowOptions(log_path=tmp_path / "digicommune.log"),
        )
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: window.current_key == "overview" and tasks.idle, timeout=20_000)
        return window

    return make


@pytest.fixture
def window(open_window: MakeWindow) -> MainWindow:
    """The window on the hand-made office."""
    return open_window()


@pytest.fixture(scope="session")
def demo_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, made by the program's own command, once a session; never written to."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "digicommune", "demo", "--dir", str(folder), "--no-window"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder / "office.db"


@pytest.fixture
def own_office(demo_office: Path, tmp_path: Path) -> Path:
    """A copy of the sample office that a test may write to."""
    return Path(shutil.copy(demo_office, tmp_path / "office.db"))


@pytest.fixture
def house(
    own_office: Path, open_window: MakeWindow, qtbot: QtBot, tasks: Tasks
) -> Iterator[tuple[MainWindow, Office]]:
    """The window on a copy of the sample office, in the year its samples belong to."""
    office = Office(str(own_office))
    window = open_window(calls_of(office))
    window.periods.setCurrentIndex(window.periods.findData("2026"))
    window.periods.activated.emit(window.periods.currentIndex())
    qtbot.waitUntil(lambda: window.period == "2026" and tasks.idle, timeout=60_000)
    yield window, office
    tasks.shut_down()
    office.close()
