"""The history of imports on a hand-made office: rows, deciding, undoing, files that go out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from digicommune.errors import UserError
from digicommune.operations.imports import Undone
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.intake_history import HistoryPanel
from digicommune.ui.pages.merchants import MerchantsPage
from digicommune.ui.pages.outgoing import save_to
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow
from tests.ui.offices import HOSTILE, Past, hand_made
from tests.ui.test_pages import cells, open_on, texts


@pytest.fixture
def kept() -> Past:
    return Past()


@pytest.fixture
def history(
    qtbot: QtBot, open_window: MakeWindow, tasks: Tasks, pdf: bytes, kept: Past
) -> HistoryPanel:
    """The tab, opened and at rest."""
    window = open_window(hand_made(lambda: pdf, kept=kept))
    page = open_on(qtbot, window, tasks, IntakePage)
    page.open_tab("history")
    with qtbot.waitActive(window):
        window.activateWindow()
    return page.history


def at_rest(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)


def test_an_import_tells_how_it_was_read(history: HistoryPanel) -> None:
    said = texts(history.card)
    for part in (
        "≠ Tệp ghi tổng số 5, đọc được 4 dòng", "trang tính “DS”", "tên cột ở dòng 7, 8",
        "Họ và tên", "Số định danh / Số CMND", "TKNH: số đạt", "Dòng 13", "tổng cộng",
        "Agribank", "Lan",
    ):  # fmt: skip
        assert part in said
    assert history.waiting.text() == "2 dòng chờ: ? 1 nghi trùng, ✗ 1 sai"


def test_each_row_tells_where_it_ended(qtbot: QtBot, history: HistoryPanel, tasks: Tasks) -> None:
    history.table.setFocus()
    qtbot.keyClick(history.table, Qt.Key.Key_Return)
    assert history.level is history.rows
    at_rest(qtbot, tasks)
    rows = history.rows
    counts = {code: made.text().split()[-1] for code, made in rows.filters.items()}
    assert counts == dict.fromkeys(("new", "known", "doubtful", "rejected", "skipped"), "1") | {
        "all": "4"
    }
    assert cells(rows.table, 3) == ["Nguyễn Văn Hải", HOSTILE, "", ""]
    rows.filters["known"].click()
    said = texts(rows.panel)
    assert "Đã có trong sổ: <img" in said
    assert "0900000000" in said
    assert "→ 0912345678" in said
    assert "đã thêm số 0" in said
    assert "038•••••1234" in said
    assert "038072001234" not in said
    rows.filters["skipped"].click()
    assert "tổng cộng" in texts(rows.panel)
    qtbot.keyClick(rows.table, Qt.Key.Key_Backspace)
    assert history.level is not rows


def test_rows_are_searched(qtbot: QtBot, history: HistoryPanel, tasks: Tasks) -> None:
    history.open_rows(1)
    at_rest(qtbot, tasks)
    qtbot.keyClicks(history.rows.search, "gan giong")
    qtbot.waitUntil(lambda: history.rows.table.rows.rowCount() == 1)
    assert cells(history.rows.table, 0) == ["11"]


def test_a_waiting_row_is_decided_by_one_key(
    qtbot: QtBot, history: HistoryPanel, tasks: Tasks, kept: Past
) -> None:
    history.waiting.click()
    at_rest(qtbot, tasks)
    rows = history.rows
    assert cells(rows.table, 0) == ["11"]
    assert "≠ Nguyễn Văn Hài" in texts(rows.sides)
    assert "Gần giống “Nguyễn Văn Hài”" in texts(rows.sides)
    qtbot.keyClick(rows.table, Qt.Key.Key_3)
    assert kept.kept[11].verdict == "doubtful"
    with qtbot.waitSignal(tasks.changed):
        qtbot.keyClick(rows.table, Qt.Key.Key_1)
    at_rest(qtbot, tasks)
    assert kept.kept[11].target_label == "Chosen(resident_id=8)"
    assert rows.table.rows.rowCount() == 0
    assert not rows.filters["doubtful"].isEnabled()
    assert history.waiting.text() == "1 dòng chờ: ? 0 nghi trùng, ✗ 1 sai"
    rows.choose("rejected")
    assert "Không vào sổ vì sai" in texts(rows.panel)
    assert "✗ Số định danh: Thiếu số." in texts(rows.panel)


def test_a_decision_that_is_refused_puts_the_row_back(
    qtbot: QtBot, open_window: MakeWindow, tasks: Tasks, pdf: bytes
) -> None:
    class Faster(Past):
        def settle(self, _import: int, row: int, decision: object) -> str:
            raise UserError("row_not_waiting", f"Dòng {row} không còn chờ.", f"{decision}")

    window = open_window(hand_made(lambda: pdf, kept=Faster()))
    history = open_on(qtbot, window, tasks, IntakePage).history
    history.open_waiting()
    at_rest(qtbot, tasks)
    history.rows.sides.decide("new")
    at_rest(qtbot, tasks)
    assert (window.alerts.title, window.alerts.advice) == ("Dòng 11 không còn chờ.", "new")
    assert cells(history.rows.table, 0) == ["11"]


def test_undoing_is_shown_before_and_after(
    qtbot: QtBot, history: HistoryPanel, tasks: Tasks, kept: Past
) -> None:
    history.card.buttons["undo"].click()
    at_rest(qtbot, tasks)
    panel = history.undoing
    said = texts(panel)
    assert "Sẽ gỡ khỏi sổ" in said
    assert "1.097" in said
    assert "1.102" in said
    assert cells(panel.kept, 0) == [HOSTILE]
    assert kept.state == "active"
    panel.undo.click()
    at_rest(qtbot, tasks)
    assert kept.state == "undone"
    assert "Đã hoàn tác lần nhập 1" in texts(panel)
    assert "Đã giữ lại 1 mục" in texts(panel)
    assert not panel.undo.isVisible()
    panel.leave.click()
    assert cells(history.table, 10) == ["– Đã hoàn tác"]
    assert not history.card.buttons["undo"].isEnabled()
    assert not history.waiting.isVisible()


def test_undoing_is_left_and_changes_nothing(
    qtbot: QtBot, history: HistoryPanel, tasks: Tasks, kept: Past
) -> None:
    history.open_undo(1)
    at_rest(qtbot, tasks)
    history.undoing.leave.click()
    assert history.level is not history.undoing
    assert kept.state == "active"


def test_a_lock_is_told_in_its_sentence(
    qtbot: QtBot, open_window: MakeWindow, tasks: Tasks, pdf: bytes
) -> None:
    class Locked(Past):
        def foresee(self, import_id: int) -> Undone:
            raise UserError("undo_locked", "Kỳ 2026-Q1 đã khóa sổ.", "Mở khóa kỳ.")

    window = open_window(hand_made(lambda: pdf, kept=Locked()))
    page = open_on(qtbot, window, tasks, IntakePage)
    page.open_tab("history")
    page.history.open_undo(1)
    at_rest(qtbot, tasks)
    assert "Kỳ 2026-Q1 đã khóa sổ. Mở khóa kỳ." in texts(page.history.undoing)
    assert not page.history.undoing.undo.isEnabled()
    assert not window.alerts.isVisible()


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("original", "xxx", "Đã lưu"),
        ("mark", "x - đánh dấu.xlsx", "2 ô được đánh dấu"),
        ("export", "x - các dòng.xlsx", "Đã lưu"),
    ],
)
def test_what_goes_out_is_asked_for_and_written(
    qtbot: QtBot, history: HistoryPanel, tasks: Tasks, tmp_path: Path, code: str, name: str,
    said: str,
) -> None:  # fmt: skip
    history.card.buttons[code].click()
    dialog = history.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.reject()
    going = history.outgoing(code, history.table.current())
    assert going.name.endswith(name)
    assert not set('<>"/\\|?*:') & set(going.name)
    window = history.window()
    assert isinstance(window, MainWindow)
    save_to(history, window.desk, going, tmp_path / "ra.xlsx")
    at_rest(qtbot, tasks)
    assert (tmp_path / "ra.xlsx").exists()
    assert said in window.statusBar().currentMessage()


def test_the_register_of_merchants_goes_out(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    page = open_on(qtbot, window, tasks, MerchantsPage)
    page.export.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    save_to(page, window.desk, page.outgoing(), tmp_path / "ho.xlsx")
    at_rest(qtbot, tasks)
    assert (tmp_path / "ho.xlsx").read_text() == HOSTILE


def test_what_waits_is_one_click_from_the_first_page(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    window.open_page("intake/waiting")
    at_rest(qtbot, tasks)
    page = window.page("intake")
    assert isinstance(page, IntakePage)
    assert page.history.level is page.history.rows
    assert cells(page.history.rows.table, 0) == ["11"]
