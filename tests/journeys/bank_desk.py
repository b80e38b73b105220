"""A small commune and the hands at its check step, for the journeys of bank lists; synthetic."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from digicommune.db.store import Store
from digicommune.operations import intake
from digicommune.operations.intake import IntakeRequest
from digicommune.ui.pages.intake import IntakePage
from tests.cli.lists import VILLAGE_HEADS, write_list

HEADS = (
    "STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Số điện thoại", "Ngân hàng", "Ngày mở", "Thôn",
)  # fmt: skip
BANK, DAY, HOME = "Agribank", "05/03/2026", "Duyên Hy"


def person(number: int, name: str, **given: object) -> list[object]:
    """A whole row; ``given`` replaces born, cccd, phone, opened, home."""
    return [
        number,
        name,
        given.get("born", f"{number:02d}/02/1980"),
        given.get("cccd", f"03808000{number:04d}"),
        given.get("phone", f"0912345{number:03d}"),
        BANK,
        given.get("opened", DAY),
        given.get("home", HOME),
    ]


@pytest.fixture
def commune(where: str, tmp_path: Path) -> str:
    """An office with two villages and three people who have accounts."""
    villages = [[1, HOME, 300, 900, 700, 500, 300], [2, "Hổ Thôn", 300, 900, 700, 500, 300]]
    known = [
        person(41, "Lê Văn Hải", born="01/01/1970"),
        person(42, "Lê Thị Mai", born="02/02/1971"),
        person(43, "Lê Văn Long", born="03/03/1972"),
    ]
    with Store.open(where) as store:
        path = write_list(tmp_path / "thon.xlsx", VILLAGE_HEADS, villages)
        intake.take(store, path, IntakeRequest("villages"))
        intake.take(store, write_list(tmp_path / "truoc.xlsx", HEADS, known), IntakeRequest())
    return where


def type_in_place(qtbot: QtBot, page: IntakePage, row: int, text: str) -> None:
    """Opens a wrong cell with F2, types over it, presses Enter."""
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    table = page.preview.mends.table
    place = table.rows.place_of(lambda one: one.row == row)
    table.setCurrentIndex(table.rows.index(place.row(), 4))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row in page.preview.mends.typed)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Keys go to whoever has the keyboard."""
    for key in keys:
        home = QApplication.focusWidget()
        assert home is not None
        qtbot.keyClick(home, key)
