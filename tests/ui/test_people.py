"""The page of people: found at every key, shown masked, edited, put away and back, made one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicommune.domain.people import Resident
from digicommune.ui.pages.people import PeoplePage
from digicommune.ui.pages.people_trash import TrashDialog
from digicommune.ui.pages.people_twins import TwinsDialog
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow
from tests.ui.offices import HOSTILE, VILLAGES, hand_made
from tests.ui.people_offices import People

WAIT = 20_000
Opened = tuple[MainWindow, PeoplePage, People]


@pytest.fixture
def opened(open_window: MakeWindow, qtbot: QtBot, tasks: Tasks, pdf: bytes) -> Opened:
    kept = People(HOSTILE, VILLAGES, pdf)
    window = open_window(hand_made(lambda: pdf, people=kept))
    window.open_page("people")
    page = window.page("people")
    assert isinstance(page, PeoplePage)
    qtbot.waitUntil(lambda: tasks.idle and page.view.card is not None, timeout=WAIT)
    return window, page, kept


def names(page: PeoplePage) -> list[str]:
    model = page.table.people
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def at_rest(qtbot: QtBot, tasks: Tasks, there: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: tasks.idle and there(), timeout=WAIT)


def test_found_at_every_key_without_waiting(opened: Opened) -> None:
    _, page, _ = opened
    QAbstractItemModelTester(page.table.people)
    page.search.setText("hai")
    assert names(page) == ["Nguyễn Văn Hải", "Lê Thị Hài"]
    page.search.setText("Hài")
    assert names(page) == ["Lê Thị Hài", "Nguyễn Văn Hải"]
    page.search.setText("1234")
    assert names(page) == ["Nguyễn Văn Hải"]
    page.search.setText("không có ai")
    assert names(page) == []


def test_rows_are_filled_when_seen_and_masked(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, _ = opened
    model = page.table.people
    at_rest(qtbot, tasks, lambda: model.line(model.index(0, 0)) is not None)
    shown = [model.index(0, at).data() for at in range(model.columnCount())]
    assert shown[0] == "Nguyễn Văn Hải"
    assert shown[3] == "038•••••1234"
    assert "0912345678" not in shown


def test_filters(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, _ = opened
    page.village.setCurrentIndex(page.village.findData(3))
    page.village.activated.emit(page.village.currentIndex())
    assert names(page) == ["Lê Thị Hài"]
    page.village.setCurrentIndex(0)
    page.residence.setCurrentIndex(page.residence.findData("away"))
    page.residence.activated.emit(1)
    assert len(names(page)) == 1
    page.residence.setCurrentIndex(0)
    page.lack.setCurrentIndex(page.lack.findData("TKNH"))
    page.lack.activated.emit(1)
    at_rest(qtbot, tasks, lambda: len(names(page)) == 2)
    assert names(page)[0] == "Lê Thị Hài"


def test_a_number_is_shown_when_asked_for(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, kept = opened
    assert page.view.shown["cccd"].text() == "038•••••1234"
    qtbot.mouseClick(page.view.show_buttons["cccd"], Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks, lambda: page.view.shown["cccd"].text() == "038090001234")
    assert kept.revealed == [(1, "cccd")]
    assert page.view.shown["phone"].text() == "091••••678"


def test_a_fact_ticked_with_a_day(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, kept = opened
    page.view.facts.ticks["CKS"].setChecked(True)
    at_rest(
        qtbot,
        tasks,
        lambda: (1, "CKS") in kept.facts and page.view.facts.days["CKS"].isVisibleTo(page),
    )
    page.view.facts.days["CKS"].setText("05/03/2026")
    page.view.facts.days["CKS"].editingFinished.emit()
    at_rest(qtbot, tasks, lambda: kept.facts[1, "CKS"].since == date(2026, 3, 5))
    page.view.facts.days["CKS"].setText("32/13/2026")
    page.view.facts.days["CKS"].editingFinished.emit()
    assert page.view.facts.days["CKS"].text() == "05/03/2026"
    page.view.facts.ticks["CKS"].setChecked(False)
    at_rest(qtbot, tasks, lambda: not kept.facts)


def test_edited_with_refusals_beside_the_field(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, kept = opened
    qtbot.mouseClick(page.view.edit, Qt.MouseButton.LeftButton)
    form = page.form
    assert form is not None
    assert "038•••••1234" in form.fields["cccd"].placeholderText()
    form.fields["born"].setText("31/02/1990")
    form.save.click()
    assert any("Ngày không đúng" in one.text() for one in form.findChildren(QLabel))
    form.fields["born"].setText("06/03/1990")
    form.fields["name"].clear()
    form.save.click()
    at_rest(qtbot, tasks, form.save.isEnabled)
    assert any("Chưa ghi họ tên" in one.text() for one in form.findChildren(QLabel))
    form.fields["name"].setText("Nguyễn Văn Hải")
    form.fields["phone"].setText("-")
    form.residence.setCurrentIndex(form.residence.findData("moved"))
    form.fields["since"].setText("01/07/2026")
    form.save.click()
    at_rest(qtbot, tasks, lambda: page.form is None)
    saved = kept.kept[1]
    assert (saved.cccd, saved.phone) == ("038090001234", None)
    assert (saved.birth_date, saved.residence) == (date(1990, 3, 6), "moved")
    assert saved.residence_on == date(2026, 7, 1)


def test_a_village_that_is_no_more_is_kept(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, kept = opened
    form = page.open_form(replace(kept.kept[2], village_id=77, note="x"))
    form.save.click()
    at_rest(qtbot, tasks, lambda: page.form is None)
    assert kept.kept[2].village_id == 77


def test_somebody_new_is_found_and_shown(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, _ = opened
    form = page.open_form(Resident(0, ""))
    form.fields["name"].setText("Trần Thị Mới")
    form.save.click()
    at_rest(qtbot, tasks, lambda: page.view.card is not None and page.form is None)
    assert page.view.card is not None
    assert page.view.card.person.full_name == "Trần Thị Mới"
    page.search.setText("moi")
    assert names(page) == ["Trần Thị Mới"]


def test_put_away_and_back(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, kept = opened
    qtbot.mouseClick(page.view.trash, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks, lambda: len(names(page)) == 2)
    assert 1 in kept.gone
    qtbot.mouseClick(page.trash, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(TrashDialog)
    at_rest(qtbot, tasks, lambda: dialog.table.current() is not None)
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    at_rest(qtbot, tasks, lambda: len(names(page)) == 3)
    assert not kept.gone


def test_taken_back_and_done_again(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, kept = opened
    card = page.view.card
    assert card is not None
    number = card.person.resident_id
    page.take_back()  # nothing has been done yet
    page.view.trashed.emit()
    at_rest(qtbot, tasks, lambda: number in kept.gone)
    page.take_back()
    at_rest(qtbot, tasks, lambda: number in kept.kept)
    page.do_again()
    at_rest(qtbot, tasks, lambda: number in kept.gone)


def test_two_entries_are_made_one(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, kept = opened
    qtbot.mouseClick(page.twins, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(TwinsDialog)
    at_rest(qtbot, tasks, dialog.sides.isVisible)
    said = "\n".join(one.text() for one in dialog.sides.findChildren(QLabel))
    assert "091•••5671" in said
    assert "0912345671" not in said
    dialog.sides.decide("same")
    at_rest(qtbot, tasks, lambda: not dialog.groups and 2 not in kept.kept)
    assert not dialog.sides.isVisible()


def test_nobody_s_name_is_taken_as_markup(opened: Opened, qtbot: QtBot, tasks: Tasks) -> None:
    _, page, _ = opened
    page.open_person(3)
    at_rest(
        qtbot, tasks, lambda: page.view.card is not None and page.view.card.person.resident_id == 3
    )
    shown = [one for one in page.view.findChildren(QLabel) if HOSTILE[:20] in one.text()]
    assert shown
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in shown)
