"""The first window of a new office: names in, a real office file out, mistakes told in place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digicommune.operations.office import NewOffice, commune, create
from digicommune.ui.first_office import FirstOffice
from digicommune.ui.tasks import Tasks


def first(qtbot: QtBot, tasks: Tasks, where: Path) -> FirstOffice:
    def make(name: str, province: str, chairman: str) -> None:
        with create(str(where), NewOffice(name, province, chairman or None)) as store:
            assert commune(store).name == "Hoằng Châu"

    window = FirstOffice(tasks, str(where), make)
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_commune_s_name_makes_its_office(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    where = tmp_path / "office.db"
    window = first(qtbot, tasks, where)
    window.commune.setText("xã Hoằng Châu")
    window.province.setText("Thanh Hóa")
    with qtbot.waitSignal(window.made, timeout=20_000):
        window.make.click()
    assert where.is_file()


def test_a_missing_name_is_told_in_place_and_nothing_is_made(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    where = tmp_path / "office.db"
    window = first(qtbot, tasks, where)
    window.make.click()
    qtbot.waitUntil(lambda: tasks.idle and window.problem.isVisible(), timeout=20_000)
    assert "Chưa có tên xã" in window.problem.text()
    assert window.make.isEnabled()
    assert not where.exists()
    QApplication.processEvents()
