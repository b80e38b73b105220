"""The sheet of figures in the window, over a real office: keyboard, clipboard, verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.domain.villages import PopulationFigure, Village
from digicommune.operations import entry, office, periods
from digicommune.operations.entry import NewCell
from digicommune.ui.pages.entry import EntryPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

P = "2026-03"
NAMES = ("Duyên Hy", "Vệ Thôn", "Hổ Thôn", "Đồng Tình")
NEW = office.NewOffice("xã Hoằng Mẫu", "Thanh Hóa", "Lê Văn Mẫu")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Office]:
    """Four villages of 300 households."""
    where = str(tmp_path / "office.db")
    with office.create(where, NEW) as store, store.unit() as unit:
        made = [unit.villages.save(Village(0, name, order=n)) for n, name in enumerate(NAMES, 1)]
        unit.villages.add_population(
            PopulationFigure(one.village_id, "so_ho", date(2025, 1, 1), 300, "thử") for one in made
        )
    opened = Office(where)
    yield opened
    opened.close()


@pytest.fixture
def page(
    own: Office, open_window: MakeWindow, tasks: Tasks, qtbot: QtBot
) -> Callable[[], EntryPage]:
    """Opens the page on March."""

    def make() -> EntryPage:
        window = open_window(calls_of(own))
        window.open_period(P, "tháng 3 năm 2026")
        window.open_page("entry")
        made = window.page("entry")
        assert isinstance(made, EntryPage)
        qtbot.waitUntil(lambda: tasks.idle and made.sheet is not None, timeout=20_000)
        return made

    return make


def at(page: EntryPage, indicator: str, village: int | None) -> None:
    page.grid.go_to(page.grid.cells.place((indicator, village)))


def shown(page: EntryPage, indicator: str, village: int | None) -> str:
    return str(page.grid.cells.place((indicator, village)).data())


def rest(qtbot: QtBot, tasks: Tasks, page: EntryPage) -> None:
    qtbot.waitUntil(lambda: tasks.idle and page.saved.text() != "Đang lưu…", timeout=20_000)


def test_one_types_down_a_column_with_the_keyboard_alone(
    qtbot: QtBot, page: Callable[[], EntryPage], tasks: Tasks, own: Office
) -> None:
    made = page()
    QAbstractItemModelTester(made.grid.cells, QAbstractItemModelTester.FailureReportingMode.Warning)
    at(made, "CAPQUANG", 1)
    for number in ("250", "1", "0", "kad"):
        qtbot.keyClicks(made.grid.viewport(), number[0])
        editor = made.grid.findChild(QLineEdit)
        assert editor is not None
        qtbot.keyClicks(editor, number[1:])
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not made.grid.findChildren(QLineEdit))
    rest(qtbot, tasks, made)
    assert [shown(made, "CAPQUANG", one) for one in (1, 2, 3, 4)] == ["250", "1", "0", "KAD"]
    assert shown(made, "CAPQUANG", None) == "251"
    assert made.saved.text().startswith("✓ Đã lưu")
    kept = entry.sheet(own.store(), P)
    assert kept.cell("CAPQUANG", 4).typed.status == "not_applicable"


def test_a_block_of_excel_is_pasted_and_copied_and_taken_back(
    qtbot: QtBot, page: Callable[[], EntryPage], tasks: Tasks, own: Office
) -> None:
    made = page()
    at(made, "CAPQUANG", 1)
    QGuiApplication.clipboard().setText("250\t240\r\n 250 \t\r\n12,5\tx\r\n301\t299\r\n")
    qtbot.keyClick(made.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, tasks, made)
    assert made.saved.text() == "✗ 3 ô chưa lưu được"
    sheet = entry.sheet(own.store(), P)
    typed = [sheet.cell("CAPQUANG", one).typed.numerator for one in (1, 2, 3, 4)]
    assert typed == [250, 250, None, None]
    assert [sheet.cell("DIENNUOC", one).typed.numerator for one in (1, 4)] == [240, 299]
    at(made, "CAPQUANG", 3)
    assert shown(made, "CAPQUANG", 3) == "12,5"
    assert "Số lẻ" in made.panel.trouble.text()
    made.grid.selectAll()
    made.grid.copy()
    assert "250\t240" in QGuiApplication.clipboard().text()
    qtbot.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot, tasks, made)
    assert entry.sheet(own.store(), P).cell("CAPQUANG", 1).typed.is_blank
    made.redo()
    rest(qtbot, tasks, made)
    assert entry.sheet(own.store(), P).cell("CAPQUANG", 1).typed.numerator == 250
    at(made, "CAPQUANG", 1)
    qtbot.keyClick(made.grid, Qt.Key.Key_Delete)
    rest(qtbot, tasks, made)
    assert shown(made, "CAPQUANG", 1) == "", made.panel.trouble.text()


def test_a_jump_waits_in_amber_until_its_note_is_written(
    qtbot: QtBot, page: Callable[[], EntryPage], tasks: Tasks, own: Office
) -> None:
    entry.set_cells(own.store(), "2026-02", [NewCell("CAPQUANG", 1, "100")])
    made = page()
    at(made, "CAPQUANG", 1)
    made.grid.paste("200")
    rest(qtbot, tasks, made)
    assert made.saved.text() == "! 1 ô chờ ghi chú"
    assert "Kỳ trước là 100" in made.panel.trouble.text()
    assert entry.sheet(own.store(), P).cell("CAPQUANG", 1).typed.is_blank
    made.panel.note.setText("kéo thêm cáp")
    qtbot.keyClick(made.panel.note, Qt.Key.Key_Return)
    rest(qtbot, tasks, made)
    kept = entry.sheet(own.store(), P).cell("CAPQUANG", 1).typed
    assert (kept.numerator, kept.note) == (200, "kéo thêm cáp")
    assert made.panel.trouble.isHidden()


def test_a_locked_period_takes_nothing_and_asks_a_reason_to_open(
    qtbot: QtBot, page: Callable[[], EntryPage], tasks: Tasks, own: Office
) -> None:
    made = page()
    at(made, "CAPQUANG", 1)
    made.grid.paste("250")
    rest(qtbot, tasks, made)
    for step in ("submit", "approve", "lock"):
        made.bar.steps[step].click()
        rest(qtbot, tasks, made)
    assert made.bar.state.text() == "■ Đã khóa sổ"
    assert not made.grid.cells.editable
    made.grid.paste("1")
    assert periods.line(own.store(), P).state == "locked"
    made.bar.steps["unlock"].click()
    assert made.bar.reason.isVisible()
    made.bar.reason.setText("sai số hộ")
    qtbot.keyClick(made.bar.reason, Qt.Key.Key_Return)
    rest(qtbot, tasks, made)
    assert periods.line(own.store(), P).reason == "sai số hộ"
    assert made.grid.cells.editable
    assert shown(made, "CAPQUANG", 1) == "250"


def test_who_owes_is_named_and_the_reminder_copied(
    qtbot: QtBot, page: Callable[[], EntryPage], tasks: Tasks
) -> None:
    made = page()
    assert made.owing.state.text() == "! Thiếu 4/4 thôn"
    made.owing.copy.click()
    qtbot.waitUntil(
        lambda: "- Hổ Thôn: chưa gửi số liệu" in QGuiApplication.clipboard().text(), timeout=9_000
    )


def test_the_panel_tells_past_and_history(
    qtbot: QtBot, page: Callable[[], EntryPage], tasks: Tasks
) -> None:
    made = page()
    at(made, "CAPQUANG", 2)
    made.grid.paste("120")
    rest(qtbot, tasks, made)

    def told() -> str:
        return "\n".join(one.text() for one in made.panel.findChildren(QLabel))

    qtbot.waitUntil(lambda: "trống → 120" in told(), timeout=9_000)
    assert "40,00" in told()
    assert "80%" in told()  # the pack's target of fibre
    assert "120" in made.panel.bars.accessibleDescription()


def test_a_free_period_is_opened_from_the_calendar(
    qtbot: QtBot, page: Callable[[], EntryPage], tasks: Tasks
) -> None:
    made = page()
    window = made.window()
    assert isinstance(window, MainWindow)
    window.open_page("entry/calendar")
    qtbot.waitUntil(lambda: made.calendar.table.rows.rowCount() > 0 and tasks.idle, timeout=9_000)
    made.calendar.add.click()
    qtbot.waitUntil(lambda: ".." in (window.period or "") and tasks.idle, timeout=9_000)
    assert made.sheet is not None
    assert made.sheet.period.kind == "free"
    assert window.periods.currentText().startswith("Từ ngày")
