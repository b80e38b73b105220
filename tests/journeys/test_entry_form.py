"""The village form goes out of the window for March, comes back filled in, and is caught twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.operations import entry
from tests.journeys.conftest import WAIT, drop, page_of_lists, save_list
from tests.journeys.entry_desk import four_villages, open_sheet

MARCH = ("2026-03", "tháng 3 năm 2026")


def filled(path: Path, numerator: int) -> None:
    """Each village types its figures of HSTT."""
    book = openpyxl.load_workbook(path)
    sheet = book["Danh sách"]
    heads = {str(cell.value): cell.column for cell in sheet[4] if cell.value}
    column = next(at for head, at in heads.items() if head.startswith("HSTT"))
    for row in range(6, 10):
        sheet.cell(row, column).value = numerator
        sheet.cell(row, column + 1).value = 100
    book.save(path)


def test_the_form_of_a_month_goes_out_and_back_once(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    four_villages(house.office.store(), "so_ho", (300, 310, 320, 330))
    page = open_sheet(qtbot, house, *MARCH)
    page.owing.form_out.emit()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "bieu.xlsx"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: path.exists() and house.tasks.idle, timeout=WAIT)
    filled(path, 90)
    save_list(qtbot, house, path)
    sheet = entry.sheet(house.office.store(), MARCH[0])
    typed = [sheet.cell("HSTT", one.village_id).typed for one in sheet.villages]
    assert [(one.numerator, one.denominator) for one in typed] == [(90, 100)] * 4

    house.window.open_period("2026-04", "tháng 4 năm 2026")
    qtbot.waitUntil(lambda: house.tasks.idle, timeout=WAIT)
    again = tmp_path / "bieu 2.xlsx"
    again.write_bytes(path.read_bytes())
    filled(again, 91)
    drop(house.window, again)
    steps = page_of_lists(house).lists.steps
    qtbot.waitUntil(
        lambda: house.tasks.idle and page_of_lists(house).step is steps.blocked, timeout=WAIT
    )
    assert "kỳ 2026-03, không phải kỳ 2026-04" in steps.blocked.says.text()
