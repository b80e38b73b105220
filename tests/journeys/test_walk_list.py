"""Scenario 13: from a figure to the people it lacks, and the list one walks with, read back."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.db.store import Store
from digicommune.documents.figure_words import day
from digicommune.domain.periods import parse_period
from digicommune.domain.walk_lists import WalkPerson, by_house
from digicommune.operations import figures, people
from digicommune.operations.office import open_office as opened
from digicommune.settings import today
from digicommune.ui.pages.people_lacking import LackingDialog
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.pages.villages import VillagesPage
from tests.journeys import walk_story
from tests.journeys.command import answer, command
from tests.journeys.conftest import WAIT, settled

LACKING = walk_story.WITHOUT


@pytest.fixture
def office(where: str, tmp_path: Path) -> str:
    """The commune of the story."""
    with opened(where) as store:
        walk_story.open_office(store, tmp_path)
    return where


def text_of(pdf: bytes) -> list[str]:
    return [page.extract_text().replace("\xa0", " ") for page in PdfReader(BytesIO(pdf)).pages]


def masked(store: Store, village: str) -> list[str]:
    found = people.without(store, walk_story.PERIOD, "TKNH")
    return [one.cccd for each in found if each.village == village for one in each.people]


def test_340_without_an_account_by_village(office: str) -> None:
    with opened(office) as store:
        sheet = figures.show(store, walk_story.PERIOD).of("TKNH")
        assert sheet is not None
        assert sheet.commune is not None
        assert (sheet.commune.numerator, sheet.commune.denominator) == (1_660, 2_000)
        found = people.without(store, walk_story.PERIOD, "TKNH")
    assert {one.village: len(one.people) for one in found} == LACKING
    assert sum(LACKING.values()) == 340


def test_the_walk_list_of_one_village_read_back(office: str, tmp_path: Path) -> None:
    path = tmp_path / "di.pdf"
    words = ("report", "walk-list", "--period", walk_story.PERIOD, "--indicator", "TKNH")
    assert answer(office, *words, "--village", "Hổ Thôn", "--out", path)["kind"] == "walk-list"
    pages = text_of(path.read_bytes())
    whole = "\n".join(pages)
    assert "ỦY BAN NHÂN DÂN" in pages[0]
    counted = min(parse_period(walk_story.PERIOD).end, today())  # never a day still to come
    assert f"Hổ Thôn – tính đến ngày {day(counted)}" in pages[0]
    assert whole.count("□") == 57
    assert "đi làm ăn xa" in whole
    at = [whole.index(lane) for lane in ("Ngõ 1 ", "Ngõ 2", "Ngõ 3", "Ngõ 10")]
    assert at == sorted(at)
    assert all("Hổ Thôn: ngõ, xóm" in " ".join(one.split()) for one in pages)
    assert pages[1].lstrip().startswith("2")
    with opened(office) as store:
        ids = masked(store, "Hổ Thôn")
        with store.glance() as unit:
            (noted,) = unit.journal.of("walk-list:TKNH:Hổ Thôn")
    assert (len(set(ids)), all(number in whole for number in ids)) == (57, True)
    assert all("•••••" in one and sum(c.isdigit() for c in one) == 7 for one in ids)
    assert noted.action == "print"
    assert json.loads(noted.after or "")["people"] == 57


def test_a_list_without_village_or_of_no_people_is_refused(office: str, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    start = ("report", "walk-list", "--period", "2026", "--out", path)
    assert command(office, *start).returncode == 1
    done = command(office, *start, "--village", "Hổ Thôn", "--indicator", "DVC")
    assert done.returncode == 1
    assert "không đếm theo từng người" in done.stderr
    assert command(office, *start, "--village", "Mới", "--indicator", "TKNH").returncode == 1
    assert not path.exists()


def test_houses_come_in_the_order_one_walks() -> None:
    def person(name: str, lane: str = "", house: str = "") -> WalkPerson:
        return WalkPerson(name, "1990", "", lane, house)

    order = [
        person("C", "Ngõ 3", "số 2"),
        person("B", "Ngõ 3", "số 10"),
        person("A", "Ngõ 3"),
        person("D", "Ngõ 10", "số 1"),
        person("F", "", "số 1"),
        person("E"),
    ]
    assert list(by_house(reversed(order))) == order


def test_from_the_figure_to_the_names_and_the_paper_in_the_window(
    qtbot: QtBot, office: str, open_house: Callable[[str], House]
) -> None:
    house = open_house(office)
    window = house.window
    window.periods.setCurrentIndex(window.periods.findData(walk_story.PERIOD))
    window.periods.activated.emit(window.periods.currentIndex())
    window.open_page("villages")
    page = window.page("villages")
    assert isinstance(page, VillagesPage)
    qtbot.waitUntil(lambda: settled(house, page.table.current() is not None), timeout=WAIT)
    page.table.choose(lambda one: one.village.name == "Hổ Thôn")
    (link,) = [one for one in page.findChildren(QPushButton) if one.text() == "còn 57"]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    (lacking,) = page.findChildren(LackingDialog)
    qtbot.waitUntil(lambda: settled(house, lacking.people.rows.rowCount() == 57), timeout=WAIT)
    assert "1.660/2.000" in lacking.sum.text()
    assert "còn 340 người" in lacking.sum.text()
    shown = {one.name: (one.lacks, len(one.people)) for one in lacking.villages.rows.rows}
    assert shown == {name: (count, count) for name, count in LACKING.items()}
    qtbot.mouseClick(lacking.walk, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, bool(lacking.findChildren(PaperDialog))), timeout=WAIT)
    (paper,) = lacking.findChildren(PaperDialog)
    assert "\n".join(text_of(paper.document.pdf)).count("□") == 57
    with house.office.store().glance() as unit:
        (noted,) = unit.journal.of("walk-list:TKNH:Hổ Thôn")
    assert noted.action == "print"
