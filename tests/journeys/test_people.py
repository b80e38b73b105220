"""Scenario 7 in the window: one looks for Hải with and without accents; what one sees is noted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.domain.people import Resident
from digicommune.operations import figures, intake, people_edits, registers
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.office import open_office as opened
from digicommune.ui.pages.people import PeoplePage
from digicommune.ui.pages.people_trash import TrashDialog
from tests.journeys.conftest import WAIT, settled
from tests.operations.lists import village_list

NAMES = ("Nguyễn Văn Hài", "Nguyễn Văn Hải", "Nguyễn Văn Hai", "Nguyễn Thị Hương", "Lê Văn Hải")


@pytest.fixture
def office(where: str, tmp_path: Path) -> str:
    """Five people of one village; Hương is of the household whose head is Lê Văn Hải."""
    villages = village_list(tmp_path / "thon.xlsx", "Duyên Hy")
    with opened(where) as store:
        intake.take(store, villages, IntakeRequest("villages"))
        (one,) = registers.villages(store)
        for at, name in enumerate(NAMES):
            home = "12" if at > 2 else None
            person = Resident(
                0, name, one.village.village_id, birth_year=1980 + at, household=home,
                cccd=f"0380800012{at:02d}", phone=f"09123456{at:02d}", is_head=at == 4 or None,
            )  # fmt: skip
            people_edits.save(store, person)
    return where


@pytest.fixture
def house(qtbot: QtBot, office: str, open_house: Callable[[str], House]) -> House:
    """The window on the page of people."""
    made = open_house(office)
    made.window.open_page("people")
    page = page_of(made)
    qtbot.waitUntil(lambda: settled(made, page.view.card is not None), timeout=WAIT)
    return made


def page_of(house: House) -> PeoplePage:
    page = house.window.page("people")
    assert isinstance(page, PeoplePage)
    return page


def found(house: House, text: str) -> list[str]:
    page = page_of(house)
    page.search.setText(text)
    model = page.table.people
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_accents_put_those_first_who_are_written_so(house: House) -> None:
    plain = found(house, "nguyen van hai")
    assert set(plain[:3]) == set(NAMES[:3])
    assert plain[3:] == ["Nguyễn Thị Hương"]  # by the head of her household
    hai = found(house, "Hải")
    assert set(hai[:2]) == {"Nguyễn Văn Hải", "Lê Văn Hải"}
    assert set(hai[2:]) == {"Nguyễn Văn Hài", "Nguyễn Văn Hai", "Nguyễn Thị Hương"}
    assert found(house, "Hài")[0] == "Nguyễn Văn Hài"
    assert found(house, "001203") == ["Nguyễn Thị Hương"]
    assert found(house, "0912345601") == ["Nguyễn Văn Hải"]


def test_a_number_shown_stands_in_the_journal(qtbot: QtBot, house: House) -> None:
    page = page_of(house)
    found(house, "0912345601")
    page.search.searched.emit("")
    page.table.selectRow(0)
    qtbot.waitUntil(
        lambda: settled(house, "•••••1201" in page.view.shown["cccd"].text()), timeout=WAIT
    )
    qtbot.mouseClick(page.view.show_buttons["cccd"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: settled(house, page.view.shown["cccd"].text() == "038080001201"), timeout=WAIT
    )
    assert page.view.card is not None
    number = page.view.card.person.resident_id
    with house.office.store().glance() as unit:
        assert unit.journal.of(f"person:{number}")[0].action == "reveal"


def test_a_tick_counts_and_the_trash_does_not(qtbot: QtBot, house: House) -> None:
    page = page_of(house)

    def signed() -> int:
        of = figures.show(house.office.store(), "2026").of("CKS")
        return of.commune.numerator or 0 if of is not None and of.commune else 0

    page.view.facts.ticks["CKS"].setChecked(True)
    qtbot.waitUntil(lambda: settled(house, "CKS" in page.view.facts.days), timeout=WAIT)
    page.view.facts.days["CKS"].setText("05/03/2026")
    page.view.facts.days["CKS"].editingFinished.emit()
    qtbot.waitUntil(lambda: settled(house, signed() == 1), timeout=WAIT)
    qtbot.mouseClick(page.view.trash, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, len(found(house, "")) == 4), timeout=WAIT)
    assert signed() == 0
    qtbot.mouseClick(page.trash, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(TrashDialog)
    qtbot.waitUntil(lambda: settled(house, dialog.table.current() is not None), timeout=WAIT)
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, len(found(house, "")) == 5), timeout=WAIT)
    assert signed() == 1
