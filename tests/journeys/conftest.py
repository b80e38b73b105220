"""The whole program on a real office: window, operations, database, Excel in, PDF out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digicommune.app import House, build
from digicommune.operations import office
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.style import dress

WAIT = 30_000  # milliseconds: a list is read in a process of its own


@pytest.fixture
def where(tmp_path: Path) -> str:
    """A new, empty office of a synthetic commune."""
    path = tmp_path / "office.db"
    new = office.NewOffice("xã Hoằng Mẫu", "Thanh Hóa", "Lê Văn Mẫu")
    office.create(str(path), new).close()
    return str(path)


@pytest.fixture
def open_house(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[Callable[[str], House]]:
    """Opens the program's own window and waits for its first page."""
    dress(qapp)
    opened: list[House] = []

    def at(place: str) -> House:
        house = build(place, "vi", tmp_path / "digicommune.log")
        opened.append(house)
        qtbot.addWidget(house.window)
        house.window.show()
        qtbot.waitUntil(
            lambda: house.window.period is not None and house.tasks.idle, timeout=20_000
        )
        return house

    yield at
    for house in opened:
        house.tasks.shut_down()
        house.office.close()


def drop(window: QWidget, *paths: Path) -> None:
    """Drops files on the window, as a hand does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    hand = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPointF(400, 300), *hand)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), *hand))


def settled(house: House, there: bool) -> bool:
    """Whether the window is where it should be and at rest; an alert ends the wait at once."""
    assert not house.window.alerts.isVisible(), house.window.alerts.title
    return there and house.tasks.idle


def page_of_lists(house: House) -> IntakePage:
    """The page where lists are imported."""
    page = house.window.page("intake")
    assert isinstance(page, IntakePage)
    return page


def look_at(qtbot: QtBot, house: House, path: Path, bank: str | None = None) -> IntakePage:
    """Drops a list and leads it to its check; ``bank`` is chosen where it says none itself."""
    page = page_of_lists(house)
    drop(house.window, path)
    steps = page.lists.steps
    qtbot.waitUntil(
        lambda: (
            page.whole
            and settled(house, page.step in (steps.columns, steps.preview, steps.blocked))
        ),
        timeout=WAIT,
    )
    assert page.step is not steps.blocked, steps.blocked.says.text()
    if page.step is steps.columns:
        chosen = steps.columns.settings.bank
        if bank is not None:
            chosen.setCurrentIndex(chosen.findData(bank))
            chosen.activated.emit(chosen.currentIndex())
        qtbot.mouseClick(steps.columns.go, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: settled(house, page.step is steps.preview), timeout=WAIT)
    assert house.window.current_key == "intake"
    return page


def save_list(qtbot: QtBot, house: House, path: Path, bank: str | None = None) -> IntakePage:
    """Drops a list, looks at its check, saves it."""
    page = look_at(qtbot, house, path, bank)
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)
    return page


def print_report(qtbot: QtBot, house: House, number: str = "45") -> str:
    """Makes the whole report of the chosen period in the window; its text as printed."""
    house.window.open_page("reports")
    reports = house.window.page("reports")
    assert isinstance(reports, ReportsPage)
    qtbot.waitUntil(lambda: reports.form.kind.count() > 0 and house.tasks.idle, timeout=WAIT)
    reports.form.number.setText(number)
    reports.form.form.setCurrentIndex(reports.form.form.findData("full"))
    qtbot.mouseClick(reports.form.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reports.document is not None and house.tasks.idle, timeout=WAIT)
    assert reports.document is not None
    pages = PdfReader(BytesIO(reports.document.pdf)).pages
    return " ".join(part.extract_text() for part in pages).replace("\xa0", " ")
