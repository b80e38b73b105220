"""The window: shell first, pages when opened, periods, keys, dropped files, closing."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digicommune.ui.page import Desk, PageEntry
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.merchants import MerchantsPage
from digicommune.ui.tasks import Task, Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow


class Sheet(QWidget):
    """A page that counts how often it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str | None] = []

    def refresh(self, period: str | None) -> None:
        self.asked.append(period)


def test_the_shell_paints_before_any_page_is_made(qtbot: QtBot, tasks: Tasks) -> None:
    made: list[str] = []

    def make(_desk: Desk) -> QWidget:
        made.append("page")
        return Sheet()

    window = MainWindow([PageEntry("one", "Một", "today", make)], tasks)
    qtbot.addWidget(window)
    painted: list[int] = []
    window.painted.connect(lambda: painted.append(len(made)))
    window.show()
    qtbot.waitUntil(lambda: made == ["page"])
    assert painted == [0]


def test_pages_are_made_when_first_opened_and_asked_again_after_a_change(
    qtbot: QtBot, tasks: Tasks
) -> None:
    sheets = {"one": Sheet(), "two": Sheet()}
    entries = [
        PageEntry("one", "Một", "today", lambda _desk: sheets["one"]),
        PageEntry("two", "Hai", "today", lambda _desk: sheets["two"]),
    ]
    window = MainWindow(entries, tasks)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.current_key == "one")
    assert (len(sheets["one"].asked), len(sheets["two"].asked)) == (1, 0)
    window.open_page("two")
    window.open_page("one")
    assert (len(sheets["one"].asked), len(sheets["two"].asked)) == (1, 1)
    tasks.changed.emit()  # only the visible one asks at once
    assert (len(sheets["one"].asked), len(sheets["two"].asked)) == (2, 1)
    window.open_page("two")
    assert len(sheets["two"].asked) == 2


def test_the_head_names_the_office_and_a_chosen_period_reaches_the_page(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    assert window.period == "2026-Q1"
    assert [window.periods.itemText(at) for at in range(2)] == ["Quý I năm 2026", "Năm 2025"]
    window.periods.setCurrentIndex(1)
    window.periods.activated.emit(1)
    qtbot.waitUntil(lambda: tasks.idle)
    assert window.period == "2025"
    assert window.periods.currentData() == "2025"


def test_ctrl_and_a_number_opens_a_page(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for place, page in reversed(list(enumerate(tuple(window.bar.buttons)[:10]))):
        key = Qt.Key(Qt.Key.Key_0 + (place + 1) % 10)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda page=page: window.current_key == page and tasks.idle)  # type: ignore[misc]
        assert window.bar.buttons[page].isChecked()


def test_f5_asks_again_and_ctrl_f_goes_to_the_search_box(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_page("merchants")
    qtbot.waitUntil(lambda: tasks.idle)
    with qtbot.waitSignal(tasks.busy):
        qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page = window.page("merchants")
    assert isinstance(page, MerchantsPage)
    assert QApplication.focusWidget() is page.search


def drop(window: MainWindow, *urls: QUrl) -> None:
    """Lets files fall on the window, as a file manager does."""
    data = QMimeData()
    data.setUrls(list(urls))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(600, 400), action, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), action, data, buttons, keys))


def test_a_file_dropped_on_any_page_is_previewed(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    window.open_page("villages")
    drop(window, QUrl.fromLocalFile(str(tmp_path / "ds.xlsx")))
    page = window.page("intake")
    assert isinstance(page, IntakePage)
    qtbot.waitUntil(lambda: page.step is page.columns)
    assert window.current_key == "intake"
    qtbot.waitUntil(lambda: tasks.idle)


def test_no_field_swallows_a_dropped_file(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    for key in window.bar.buttons:
        window.open_page(key)
        qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
    fields = [*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)]
    inner = (QSpinBox, QDateEdit, QComboBox)  # theirs take no text by dropping
    typed = [one for one in fields if not isinstance(one.parentWidget(), inner)]
    assert typed
    assert [one.accessibleName() for one in typed if one.acceptDrops()] == []


def test_what_lies_elsewhere_is_refused_with_words(window: MainWindow) -> None:
    drop(window, QUrl("https://example.vn/ds.xlsx"))
    assert window.alerts.isVisible()
    assert "không nằm trên máy này" in window.alerts.title


def test_the_bar_folds_to_icons_where_the_window_is_narrow(
    qtbot: QtBot, window: MainWindow
) -> None:
    button = window.bar.buttons["intake"]
    assert "&&" in button.text()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: button.text() == "")
    assert button.accessibleName() == "Chiến dịch & nhập danh sách"
    place = list(window.bar.buttons).index("intake") + 1
    assert f"Ctrl+{place}" in button.toolTip()


def test_closing_waits_for_a_write(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    go = threading.Event()
    done: list[bool] = []
    tasks.run(
        Task(call=lambda _p: go.wait(10), done=done.append, owner=window, topic="w", writes=True)
    )
    window.close()
    assert window.isVisible()
    assert window.alerts.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert done == [True]


def test_a_page_opened_before_the_period_is_known_asks_again(
    qtbot: QtBot, open_window: MakeWindow, tasks: Tasks
) -> None:
    window = open_window()
    page = window.page("criteria")
    window.open_page("criteria")
    qtbot.waitUntil(lambda: tasks.idle)
    assert page.isVisible()
    assert window.period is not None
