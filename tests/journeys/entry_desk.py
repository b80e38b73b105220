"""A clerk at the sheet of figures of the real window: goes to a cell, types, waits for "Đã lưu"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from digicommune.domain.villages import PopulationFigure, Village
from digicommune.ui.pages.entry import EntryPage
from tests.journeys.conftest import WAIT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from digicommune.app import House
    from digicommune.db.store import Store

NAMES = ("Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình")


def four_villages(store: Store, base: str, counts: tuple[int, ...]) -> list[int]:
    """The villages of the stories with a population each."""
    with store.unit() as unit:
        made = [
            unit.villages.save(Village(0, name, order=n)).village_id
            for n, name in enumerate(NAMES, 1)
        ]
        unit.villages.add_population(
            PopulationFigure(village, base, date(2025, 1, 1), count, "thử")
            for village, count in zip(made, counts, strict=True)
        )
    return made


def open_sheet(qtbot: QtBot, house: House, code: str, title: str) -> EntryPage:
    """The sheet of a period."""
    house.window.open_period(code, title)
    house.window.open_page("entry")
    page = house.window.page("entry")
    assert isinstance(page, EntryPage)
    qtbot.waitUntil(
        lambda: house.tasks.idle and page.sheet is not None and page.sheet.period.code == code,
        timeout=WAIT,
    )
    return page


def type_at(page: EntryPage, qtbot: QtBot, key: tuple[str, int | None], *texts: str) -> None:
    """Types texts from a cell to the right, each ended by Tab, as a hand does."""
    page.grid.go_to(page.grid.cells.place(key))
    page.grid.setFocus()
    for text in texts:
        qtbot.keyClicks(page.grid.viewport(), text[0])
        editor = page.grid.findChild(QLineEdit)
        assert editor is not None
        qtbot.keyClicks(editor, text[1:])
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: not page.grid.findChildren(QLineEdit), timeout=WAIT)


def saved(qtbot: QtBot, house: House, page: EntryPage) -> None:
    """Waits until all that was typed is kept."""
    qtbot.waitUntil(
        lambda: house.tasks.idle and page.saved.text().startswith("✓ Đã lưu"), timeout=WAIT
    )
    assert not house.window.alerts.isVisible(), house.window.alerts.title
