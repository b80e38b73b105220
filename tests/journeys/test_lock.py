"""Story 10: what arrives after the lock stands apart; unlocked, the new report replaces the old."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.operations import figures
from digicommune.ui.views.trace import TraceDialog
from tests.cli.lists import VILLAGE_HEADS, write_list
from tests.journeys.conftest import WAIT, print_report, save_list
from tests.journeys.entry_desk import open_sheet, saved
from tests.operations.lists import bank_list, rows

MARCH = ("2026-03", "tháng 3 năm 2026")
BEFORE, LATE = 120, 37


def commune(house: House, period: str) -> tuple[int | None, int | None]:
    """Cumulative and within the period."""
    found = figures.show(house.office.store(), period).of("TKNH")
    assert found is not None
    assert found.commune is not None
    return found.commune.numerator, found.commune.numerator_in_period


def reported_and_locked(qtbot: QtBot, house: House, folder: Path) -> str:
    """The village and a first list come in, March is reported, submitted, approved and locked."""
    village = [[1, "Duyên Hy", 300, 1_700, 1_250, 1_000, 300]]
    save_list(qtbot, house, write_list(folder / "thon.xlsx", VILLAGE_HEADS, village))
    save_list(qtbot, house, bank_list(folder / "dot1.xlsx", rows(BEFORE)))
    page = open_sheet(qtbot, house, *MARCH)
    printed = print_report(qtbot, house, "45")
    house.window.open_page("entry")
    for step in ("submit", "approve", "lock"):
        qtbot.mouseClick(page.bar.steps[step], Qt.MouseButton.LeftButton)
        saved(qtbot, house, page)
    assert page.bar.state.text() == "■ Đã khóa sổ"
    return printed


def test_late_accounts_stand_apart_and_the_new_report_replaces_the_old(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    printed = reported_and_locked(qtbot, house, tmp_path)
    save_list(qtbot, house, bank_list(tmp_path / "dot2.xlsx", rows(LATE, 900)))
    assert commune(house, "2026-03") == (BEFORE, BEFORE)
    assert commune(house, "2026-04") == (BEFORE + LATE, LATE)
    assert print_report(qtbot, house, "45") == printed

    page = open_sheet(qtbot, house, *MARCH)
    assert page.bar.late_button.text() == f"Phát sinh sau chốt: {LATE}"
    page.bar.late_button.click()
    dialog = page.findChild(TraceDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == LATE, timeout=WAIT)
    assert {one.file for one in dialog.table.rows.rows} == {"dot2.xlsx"}
    dialog.close()

    page.bar.steps["unlock"].click()
    page.bar.reason.setText("ngân hàng gửi bổ sung")
    qtbot.keyClick(page.bar.reason, Qt.Key.Key_Return)
    saved(qtbot, house, page)
    assert commune(house, "2026-03") == (BEFORE + LATE, BEFORE + LATE)
    again = " ".join(print_report(qtbot, house, "52").split())
    assert "thay thế Báo cáo số 45" in again
