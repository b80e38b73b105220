"""The superior's workbook in the window: cells shown once, filled in one go."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from digicommune.app import Office
from digicommune.operations import superior_books
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.pages.superior import SuperiorDialog
from digicommune.ui.pages.superior_map import MapDialog
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.sheets.test_filling import SHEET, superior

SLOW = 60_000  # milliseconds


@pytest.fixture
def opened(
    house: tuple[MainWindow, Office], qtbot: QtBot, tasks: Tasks
) -> tuple[SuperiorDialog, Office]:
    window, office = house
    window.open_page("reports")
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    page.superior.click()
    (dialog,) = page.findChildren(SuperiorDialog)
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    return dialog, office


def book_of_villages(path: Path) -> Path:
    """The superior's form with this commune's villages in its rows."""
    path.write_bytes(superior())
    book = openpyxl.load_workbook(path)
    for row, name in enumerate(("Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình"), start=4):
        book[SHEET].cell(row, 1, name)
    book.save(path)
    return path


def test_cells_are_shown_once_and_filled(
    qtbot: QtBot, opened: tuple[SuperiorDialog, Office], tasks: Tasks, tmp_path: Path
) -> None:
    dialog, office = opened
    dialog.open_book(book_of_villages(tmp_path / "mau.xlsx"))
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    (shown,) = dialog.findChildren(MapDialog)
    assert "dòng 4–7" in shown.where.itemText(0)
    formula = shown.table.rows.index(7, 2)  # B8 sums the column
    shown.table.setCurrentIndex(formula)
    assert not shown.put.isEnabled()
    shown.item.setCurrentIndex(shown.item.findText("Người dân có tài khoản ngân hàng"))
    shown.table.setCurrentIndex(shown.table.rows.index(3, 2))
    shown.put.click()
    shown.where.setCurrentIndex(1)  # the whole commune
    shown.table.setCurrentIndex(shown.table.rows.index(3, 7))
    shown.put.click()
    shown.take.click()
    assert shown.map.cells == ()
    assert (
        shown.table.rows.index(5, 2).data() == "→ Số đạt (tử số) – Người dân có tài khoản ngân hàng"
    )
    shown.save.click()
    qtbot.waitUntil(lambda: tasks.idle and dialog.table.current() is not None, timeout=SLOW)
    out = tmp_path / "da-dien.xlsx"
    dialog.fill_to("mau", out)
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    assert "Đã điền 4 ô" in dialog.told.text()
    sheet = openpyxl.load_workbook(out)[SHEET]
    assert all(isinstance(sheet.cell(row, 2).value, int) for row in range(4, 8))
    (book,) = superior_books.books(office.store())
    assert len(superior_books.fills(office.store(), book.book_id)) == 1
