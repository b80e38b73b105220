"""The whole program on a real office: window, operations, database, Excel in, PDF out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digicommune.app import House, build
from digicommune.operations import office
from digicommune.ui.style import dress


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


def drop(window: QWidget, path: Path) -> None:
    """Drops a file on the window, as a hand does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
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
