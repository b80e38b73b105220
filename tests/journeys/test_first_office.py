"""Somebody opens the program for the first time: asked for the commune, then at home."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digicommune.app import ask_commune, build, office_exists
from digicommune.operations import office
from digicommune.ui.first_office import FirstOffice
from digicommune.ui.style import dress


@pytest.mark.parametrize("commune", ["phường Hạc Mẫu", "Hạc Mẫu"])
def test_the_commune_is_asked_for_once(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, commune: str
) -> None:
    dress(qapp)
    where = str(tmp_path / "office.db")
    house = build(where, "vi", None)
    qtbot.addWidget(house.window)
    first = ask_commune(house, where)
    assert isinstance(first, FirstOffice)
    qtbot.addWidget(first)
    first.show()

    qtbot.mouseClick(first.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(first.problem.isVisible)
    assert "Chưa có tên xã" in first.problem.text()
    assert not office_exists(where)

    first.commune.setText(commune)  # Qt's test keyboard has no Vietnamese letters
    first.province.setText("Thanh Hóa")
    qtbot.keyClick(first.province, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.window.period is not None and house.tasks.idle, timeout=20_000)
    assert house.window.isVisible()
    assert not first.isVisible()
    assert office.commune(house.office.store()).title.endswith("Hạc Mẫu")
    house.tasks.shut_down()
    house.office.close()
