"""Scenario 16 in the window: two villages merge on 1 July; June prints two, July prints one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.domain.periods import parse_period
from digicommune.operations import intake, periods, registers, trends
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.office import open_office as opened
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.pages.village_change import VillageChange
from digicommune.ui.pages.villages import VillagesPage
from tests.journeys.conftest import WAIT, print_report, settled
from tests.operations.lists import OPENED, VILLAGE, bank_list, changed, rows, village_list

JUNE, JULY, MAY = "2026-06", "2026-07", "2026-05"


@pytest.fixture
def office(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Three villages of 1.250 people from 15; 30 with accounts in Duyên Hy, 20 in Hổ Thôn."""
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-06-20")
    people = rows(50)
    cells = [(n, VILLAGE, "Hổ Thôn") for n in range(30, 50)]
    moved = changed(people, *cells, *((n, OPENED, "05/03/2026") for n in range(50)))
    villages = village_list(tmp_path / "thon.xlsx", "Duyên Hy", "Hổ Thôn", "Vệ Thôn")
    with opened(where) as store:
        intake.take(store, villages, IntakeRequest("villages"))
        listed = bank_list(tmp_path / "a.xlsx", moved)
        intake.take(store, listed, IntakeRequest("bank-accounts"))
        periods.lock(store, MAY)
    return where


def choose_period(qtbot: QtBot, house: House, code: str) -> None:
    window = house.window
    window.periods.setCurrentIndex(window.periods.findData(code))
    window.periods.activated.emit(window.periods.currentIndex())
    qtbot.waitUntil(lambda: settled(house, window.period == code), timeout=WAIT)


def villages_list(qtbot: QtBot, house: House) -> str:
    """The table of results by village of the chosen period, as it is printed."""
    house.window.open_page("reports")
    reports = house.window.page("reports")
    assert isinstance(reports, ReportsPage)
    qtbot.waitUntil(lambda: settled(house, reports.form.kind.count() > 0), timeout=WAIT)
    reports.form.kind.setCurrentIndex(reports.form.kind.findData("phu-luc-thon"))
    return print_report(qtbot, house)


def shown(qtbot: QtBot, house: House) -> list[str]:
    """The villages the page lists for the chosen period."""
    house.window.open_page("villages")
    page = house.window.page("villages")
    assert isinstance(page, VillagesPage)
    qtbot.waitUntil(lambda: settled(house, page.table.current() is not None), timeout=WAIT)
    return [one.village.name for one in page.table.rows.rows]


def merge_in_the_window(qtbot: QtBot, house: House) -> None:
    house.window.open_page("villages")
    page = house.window.page("villages")
    assert isinstance(page, VillagesPage)
    qtbot.waitUntil(lambda: settled(house, page.table.current() is not None), timeout=WAIT)
    page.table.choose(lambda one: one.village.name == "Duyên Hy")
    qtbot.mouseClick(page.buttons["merge"], Qt.MouseButton.LeftButton)
    (change,) = page.findChildren(VillageChange)
    names = [change.chosen.item(at).text() for at in range(change.chosen.count())]
    change.chosen.item(names.index("Hổ Thôn")).setCheckState(Qt.CheckState.Checked)
    change.name.setText("Đồng Tình")
    change.day.setDate(QDate(2026, 5, 10))
    qtbot.mouseClick(change.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "đã khóa sổ" in change.problem.text(), timeout=WAIT)
    change.day.setDate(QDate(2026, 7, 1))
    assert "Từ ngày 01/07/2026, Duyên Hy, Hổ Thôn nhập thành Đồng Tình" in change.says.text()
    qtbot.mouseClick(change.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, not page.findChildren(VillageChange)), timeout=WAIT)


def test_june_prints_two_villages_and_july_one(
    qtbot: QtBot, office: str, open_house: Callable[[str], House], monkeypatch: pytest.MonkeyPatch
) -> None:
    house = open_house(office)
    choose_period(qtbot, house, JUNE)
    before = villages_list(qtbot, house)
    merge_in_the_window(qtbot, house)
    choose_period(qtbot, house, JUNE)
    assert shown(qtbot, house) == ["Duyên Hy", "Hổ Thôn", "Vệ Thôn"]
    june = villages_list(qtbot, house)
    assert june == before
    assert "Duyên Hy" in june
    assert "Hổ Thôn" in june
    assert "Đồng Tình" not in june
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-07-20")
    house.window.open_page("overview")
    house.window.reload()
    qtbot.waitUntil(lambda: settled(house, house.window.periods.findData(JULY) >= 0), timeout=WAIT)
    choose_period(qtbot, house, JULY)
    assert set(shown(qtbot, house)) == {"Đồng Tình", "Vệ Thôn"}
    july = villages_list(qtbot, house)
    assert "Đồng Tình" in july
    assert "Duyên Hy" not in july
    assert "Hổ Thôn" not in july
    assert "2.500" in july
    villages = house.window.page("villages")
    assert isinstance(villages, VillagesPage)


def test_the_trend_of_the_new_village_begins_with_the_sum(
    qtbot: QtBot, office: str, open_house: Callable[[str], House]
) -> None:
    house = open_house(office)
    merge_in_the_window(qtbot, house)
    with opened(office) as store:
        made = registers.villages(store, on=parse_period(JULY).end)
        number = next(one.village.village_id for one in made if one.village.name == "Đồng Tình")
        points = trends.trend(store, "TKNH", JULY, number, 2).points
    figures = [one.figure for one in points]
    assert [(one.numerator, one.denominator) for one in figures if one] == [(50, 2_500)] * 2
