"""The page of villages: the card, what is noted in it, changes of villages, whom a figure lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from digicommune.domain.villages import PopulationFigure
from digicommune.ui.pages.people import PeoplePage
from digicommune.ui.pages.people_lacking import LackingDialog
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.pages.village_card import VillageDialog
from digicommune.ui.pages.village_change import VillageChange
from digicommune.ui.pages.villages import VillagesPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow
from tests.ui.offices import HOSTILE, VILLAGES, hand_made
from tests.ui.people_offices import People
from tests.ui.village_offices import NAME, Villages, village_edits

WAIT = 20_000
Opened = tuple[MainWindow, VillagesPage, Villages]


@pytest.fixture
def opened(open_window: MakeWindow, qtbot: QtBot, tasks: Tasks, pdf: bytes) -> Opened:
    kept = Villages()
    calls = hand_made(lambda: pdf, people=People(HOSTILE, VILLAGES, pdf))
    window = open_window(replace(calls, village=lambda: village_edits(kept)))
    window.open_page("villages")
    page = window.page("villages")
    assert isinstance(page, VillagesPage)
    qtbot.waitUntil(lambda: tasks.idle and page.table.current() is not None, timeout=WAIT)
    return window, page, kept


def at_rest(qtbot: QtBot, tasks: Tasks, there: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: tasks.idle and there(), timeout=WAIT)


def dialog_of(page: VillagesPage, kind: type[QDialog]) -> Any:
    (found,) = page.findChildren(kind)
    return found


def test_the_card_shows_and_keeps_what_is_noted(qtbot: QtBot, opened: Opened, tasks: Tasks) -> None:
    _, page, kept = opened
    page.buttons["card"].click()
    card = dialog_of(page, VillageDialog)
    at_rest(qtbot, tasks, lambda: card.shown is not None)
    said = "\n".join(one.text() for one in card.findChildren(QLabel))
    for text in ("86,74%", "373/430", "✓ Đạt", "! Thiếu minh chứng", "01/01/2026", "Kỹ năng số"):
        assert text in said
    shown = [one for one in card.findChildren(QLabel) if NAME in one.text()]
    assert len(shown) > 3
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in shown)
    card.items["camera"].setText("15")
    card.items["wifi"].setCurrentIndex(1)
    card.save.click()
    at_rest(qtbot, tasks, lambda: kept.profile == {"camera": "15", "wifi": "1"})
    assert kept.saved is None
    card.items["former_commune"].setText("Hoằng Mẫu")
    card.items["name"].setText("Vệ Thôn")
    card.save.click()
    at_rest(qtbot, tasks, lambda: "Đã có “Vệ Thôn”" in card.problem.text())
    card.items["name"].setText("Hổ Thôn")
    card.save.click()
    at_rest(qtbot, tasks, lambda: kept.saved is not None and card.problem.isHidden())
    assert kept.saved is not None
    assert (kept.saved.name, kept.saved.former_commune) == ("Hổ Thôn", "Hoằng Mẫu")


def test_a_population_is_typed_with_its_day_and_source(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    _, page, kept = opened
    page.open_card()
    card = dialog_of(page, VillageDialog)
    at_rest(qtbot, tasks, lambda: card.shown is not None)
    box = card.population
    box.value.setText("1.250")
    box.day.setText("31/02/2026")
    box.keep.click()
    assert "ngày/tháng/năm" in box.problem.text()
    box.day.setText("30/06/2026")
    box.source.setText("Công an xã")
    box.keep.click()
    wanted = PopulationFigure(1, "nguoi_15", date(2026, 6, 30), 1_250, "Công an xã")
    at_rest(qtbot, tasks, lambda: kept.population[-1] == wanted)


def test_a_merger_says_what_will_happen_and_a_lock_refuses_it(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    _, page, kept = opened
    page.buttons["merge"].click()
    change = dialog_of(page, VillageChange)
    assert not change.do.isEnabled()
    change.chosen.item(1).setCheckState(Qt.CheckState.Checked)
    change.name.setText("Đoàn Kết")
    change.day.setDate(QDate(2026, 7, 1))
    assert "Từ ngày 01/07/2026, Duyên Hy, Vệ Thôn nhập thành Đoàn Kết" in change.says.text()
    kept.refuses = True
    change.do.click()
    at_rest(qtbot, tasks, lambda: "đã khóa sổ" in change.problem.text())
    assert change.isVisible()
    kept.refuses = False
    change.do.click()
    at_rest(qtbot, tasks, lambda: len(kept.changed) == 1)
    numbers, new, on = kept.changed[0]
    assert (numbers, getattr(new, "name", ""), on) == ([1, 2], "Đoàn Kết", date(2026, 7, 1))


def test_a_split_wants_two_names_and_a_renaming_one(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    _, page, kept = opened
    page.buttons["split"].click()
    change = dialog_of(page, VillageChange)
    change.parts.setPlainText("Thôn Đông\n\n")
    assert not change.do.isEnabled()
    change.parts.setPlainText("Thôn Đông\nThôn Tây")
    assert "không đoán ai" in change.says.text()
    change.do.click()
    at_rest(qtbot, tasks, lambda: len(kept.changed) == 1)
    page.buttons["rename"].click()
    other = page.findChildren(VillageChange)[-1]
    other.name.setText("Đông Hải")
    other.do.click()
    at_rest(qtbot, tasks, lambda: len(kept.changed) == 2)


def test_a_village_moves_down(qtbot: QtBot, opened: Opened, tasks: Tasks) -> None:
    _, page, kept = opened
    page.buttons["down"].click()
    at_rest(qtbot, tasks, lambda: kept.order == [2, 1, 3, 4])
    assert page.table.current().village.village_id == 1


def test_a_figure_leads_to_those_it_lacks_and_to_their_list(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    window, page, _ = opened
    links = [one for one in page.findChildren(QPushButton) if one.text() == "còn 108"]
    links[0].click()
    lacking = dialog_of(page, LackingDialog)
    at_rest(qtbot, tasks, lambda: lacking.people.rows.rowCount() == 1)
    assert lacking.villages.current().lacks == 108
    lacking.walk.click()
    at_rest(qtbot, tasks, lambda: bool(lacking.findChildren(PaperDialog)))
    (paper,) = lacking.findChildren(PaperDialog)
    assert paper.preview.page_count == 2
    paper.close()
    lacking.people.selectRow(0)
    lacking.people.doubleClicked.emit(lacking.people.currentIndex())
    people = window.page("people")
    assert isinstance(people, PeoplePage)
    at_rest(qtbot, tasks, lambda: window.current_key == "people" and people.view.card is not None)
    assert people.view.card is not None
    assert people.view.card.person.resident_id == 1


def test_an_office_of_figures_alone_shows_nobody(
    qtbot: QtBot, opened: Opened, tasks: Tasks
) -> None:
    window, page, kept = opened
    people = window.bar.buttons["people"]
    assert people.isVisible()
    page.mode.click()
    at_rest(qtbot, tasks, lambda: kept.numbers_only and not people.isVisible())
    assert not [one for one in page.findChildren(QPushButton) if one.text() == "còn 108"]
    window.open_page("people/1")
    assert window.current_key == "villages"
    page.mode.click()
    at_rest(qtbot, tasks, people.isVisible)
    window.open_page("people")
    at_rest(qtbot, tasks, lambda: window.current_key == "people")
