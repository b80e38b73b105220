"""Stories 2 and 4: a bank's list dropped on the window, and the same list once more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.db.store import Store
from digicommune.operations import figures, imports, senders
from digicommune.ui.pages.intake import IntakePage
from tests.journeys import bank_story as story
from tests.journeys.conftest import WAIT, drop, look_at, page_of_lists, print_report, settled

NAME = "DS Agribank thang 3.xlsx"


@pytest.fixture
def commune(where: str, tmp_path: Path) -> str:
    """The office of the story before the bank's list comes."""
    with Store.open(where) as store:
        story.open_office(store, tmp_path)
    return where


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """The bank's list."""
    return story.bank_list(tmp_path / NAME, story.rows_of_the_list())


def counted(house: House) -> tuple[int, int]:
    """Numerator and denominator of people with accounts in the period on screen."""
    code = house.window.period
    assert code is not None
    found = figures.show(house.office.store(), code).of("TKNH")
    assert found is not None
    assert found.commune is not None
    return found.commune.numerator or 0, found.commune.denominator or 0


def counts(page: IntakePage) -> dict[str, int]:
    """What the filters say, by verdict."""
    return {
        code: int(made.text().split()[-1].replace(".", ""))
        for code, made in page.preview.filters.items()
    }


def said(page: IntakePage) -> str:
    """Every text on the check step."""
    return " ".join(one.text() for one in page.preview.findChildren(QLabel) if one.isVisible())


def save(qtbot: QtBot, house: House, page: IntakePage) -> None:
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)


def test_the_list_is_found_counted_saved_and_printed(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, listed: Path
) -> None:
    house = open_house(commune)
    assert counted(house) == (2_105, 3_412)
    page = page_of_lists(house)
    drop(house.window, listed)
    qtbot.waitUntil(lambda: settled(house, page.step is page.columns), timeout=WAIT)
    settings = page.columns.settings
    assert settings.sheet.currentData() == story.SHEET
    assert (settings.first.value(), settings.last.value()) == (7, 8)
    assert settings.bin == story.AGRIBANK
    qtbot.mouseClick(page.columns.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.preview), timeout=WAIT)
    found = counts(page)
    assert found == {
        "all": 1_248, "new": 1_102, "known": 87, "doubtful": 41, "rejected": 18, "skipped": 6,
        "names": 0,
    }  # fmt: skip
    assert "khớp tổng số nơi gửi báo: 1.248" in said(page)
    save(qtbot, house, page)
    assert "1.102 dòng mới, 87 đã biết, 41 chờ quyết định, 18 sai" in page.done.message.text()
    numbers = [one.text() for one in page.done.findChildren(QLabel) if one.text()]
    assert "968" in numbers  # people nobody knew
    assert counted(house) == (3_073, 3_412)
    text = " ".join(print_report(qtbot, house).split())
    assert "3.073/3.412" in text
    assert "90,06" in text
    assert "còn 59 dòng chưa xử lý, chưa tính vào" in text.lower()


def test_a_known_sender_takes_a_drop_and_a_click(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path, listed: Path
) -> None:
    house = open_house(commune)
    save(qtbot, house, look_at(qtbot, house, listed))
    assert [one.name for one in senders.known(house.office.store())] == ["Agribank"]
    april = [story.Person(6_000 + at).row(story.AGRIBANK) for at in range(5)]
    again = story.bank_list(tmp_path / "DS thang 4.xlsx", april)
    page = page_of_lists(house)
    drop(house.window, again)
    qtbot.waitUntil(lambda: settled(house, page.step is page.preview), timeout=WAIT)
    assert "Nơi gửi đã biết: Agribank" in said(page)
    assert counts(page)["new"] == 5
    save(qtbot, house, page)
    assert counted(house) == (3_078, 3_412)


def test_the_same_list_under_another_name_brings_nothing(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path, listed: Path
) -> None:
    house = open_house(commune)
    save(qtbot, house, look_at(qtbot, house, listed))
    renamed = tmp_path / "DS Agribank thang 3 (1).xlsx"
    renamed.write_bytes(listed.read_bytes())
    page = look_at(qtbot, house, renamed)
    assert "Tệp này đã nhập ngày" in said(page)
    assert "Không có gì mới" in said(page)
    assert not page.preview.save.isEnabled()
    assert counts(page)["known"] == 1_102 + 87
    assert counted(house) == (3_073, 3_412)


def test_three_changed_cells_are_three_updates(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path, listed: Path
) -> None:
    house = open_house(commune)
    save(qtbot, house, look_at(qtbot, house, listed))
    rows = story.rows_of_the_list()
    newcomers = {one.cccd for one in story.NEWCOMERS}
    places = [at for at, row in enumerate(rows) if row[2] in newcomers][:3]
    rows[places[0]][1] = "07/07/1977"
    rows[places[1]][3] = "059999999990"
    rows[places[2]][4] = "09/03/2026"
    page = look_at(qtbot, house, story.bank_list(tmp_path / "DS sua.xlsx", rows))
    seen = page.preview.preview
    assert seen is not None
    changes = {one.row: one.changes for one in seen.rows if one.changes}
    assert set(changes) == {story.FIRST_ROW + at for at in places}
    assert [each.field for at in sorted(changes) for each in changes[at]] == [
        "ngay_sinh", "so_tai_khoan", "ngay_mo",
    ]  # fmt: skip
    page.preview.table.choose(lambda one: one.row == story.FIRST_ROW + places[0])
    shown = [one.text() for one in page.preview.panel.findChildren(QLabel)]
    assert "07/07/1977" in shown
    save(qtbot, house, page)
    last = page.lists.entries[-1].done
    assert last is not None
    assert last.import_id is not None
    assert (last.created, last.facts, last.updated) == (0, 0, 3)
    kept = [one for one in imports.rows_of(house.office.store(), last.import_id) if one.changes]
    assert [each.after for one in kept for each in one.changes] == [
        "1977-07-07", "059999999990", "2026-03-09",
    ]  # fmt: skip
    assert counted(house) == (3_073, 3_412)
