"""Story 5: an import of 1.102 people is taken back; 5 edited since stay and are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.db.store import Store
from digicommune.domain.registers import PeopleQuery
from digicommune.operations import periods
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.intake_history import HistoryPanel
from tests.journeys.command import answer, command
from tests.operations.lists import bank_list, rows, village_list

WAIT = 30_000
CREATED, EDITED = 1_102, 5


@pytest.fixture
def imported(where: str, tmp_path: Path) -> int:
    """The number of the import of 1.102 people, five of them edited since."""
    villages = village_list(tmp_path / "thon.xlsx", "Duyên Hy")
    assert command(where, "villages", "import", villages).returncode == 0
    listed = bank_list(tmp_path / "ngan_hang.xlsx", rows(CREATED))
    taken = answer(where, "import", listed, "--as", "bank-accounts")
    assert taken["created"] == CREATED
    with Store.open(where) as store, store.unit() as unit:
        for one in edited_people(unit.people.list(PeopleQuery(limit=CREATED))):
            unit.people.update(replace(one, address="Ngõ 3"))
            unit.journal.note("edit", f"person:{one.resident_id}", None, {"address": "Ngõ 3"})
    number: int = taken["batch_id"]
    return number


def edited_people[Person](people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Five, from all over the list."""
    return people[100 : 100 + 200 * EDITED : 200]


def opened(qtbot: QtBot, house: House, number: int) -> HistoryPanel:
    """The history, at the question what undoing would do."""
    house.window.open_page("intake")
    page = house.window.page("intake")
    assert isinstance(page, IntakePage)
    page.open_tab("history")
    qtbot.waitUntil(lambda: house.tasks.idle, timeout=WAIT)
    page.history.table.choose(lambda one: one.import_id == number)
    qtbot.mouseClick(page.history.card.buttons["undo"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: house.tasks.idle, timeout=WAIT)
    return page.history


def said(history: HistoryPanel) -> list[str]:
    """The words and numbers on the panel."""
    labels = history.undoing.findChildren(QLabel)
    return [one.text() for one in labels if not one.isHidden()]


def named(history: HistoryPanel) -> list[tuple[str, str]]:
    """Who stays, and why."""
    model = history.undoing.kept.rows
    return [(model.index(at, 0).data(), model.index(at, 1).data()) for at in range(EDITED)]


def test_1097_go_and_5_stay_and_are_named(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, imported: int
) -> None:
    house = open_house(where)
    store = house.office.store()
    with store.glance() as unit:
        edited = [one.full_name for one in unit.people.list(PeopleQuery(limit=CREATED))
                  if one.address == "Ngõ 3"]  # fmt: skip
        entries = len(unit.journal.entries(10_000))
    history = opened(qtbot, house, imported)
    assert {"1.097", "5", "Sẽ gỡ khỏi sổ", "Sẽ giữ lại 5 mục:"} <= set(said(history))
    assert sorted(name for name, _ in named(history)) == sorted(edited)
    with store.glance() as unit:
        assert unit.people.count() == CREATED  # nothing yet

    qtbot.mouseClick(history.undoing.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: house.tasks.idle, timeout=WAIT)
    told = said(history)
    assert {"1.097", "5", "Đã gỡ khỏi sổ", "Đã giữ lại 5 mục:"} <= set(told)
    answered = next(one for one in told if one.startswith(f"Đã hoàn tác lần nhập {imported}"))
    assert all(name in answered for name in edited)
    assert all("sửa" in why for _, why in named(history))
    with store.glance() as unit:
        left = unit.people.list(PeopleQuery(limit=CREATED))
        assert sorted(one.full_name for one in left) == sorted(edited)
        noted = unit.journal.entries(10_000)
    assert len(noted) == entries + 1
    assert (noted[0].action, noted[0].subject) == ("undo", f"import:{imported}")
    assert all(one.ok for one in store.check())
    line = answer(where, "imports", "list")["imports"][0]
    assert line["state"] == "undone"


def test_a_locked_period_refuses_and_is_named(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, imported: int
) -> None:
    with Store.open(where) as store:
        periods.lock(store, "2026-Q1")
    house = open_house(where)
    history = opened(qtbot, house, imported)
    refusal = next(one for one in said(history) if "đã khóa sổ" in one)
    assert "Kỳ 2026-Q1 đã khóa sổ ngày" in refusal
    assert "ngan_hang.xlsx" in refusal
    assert not history.undoing.undo.isEnabled()
    by_command = command(where, "imports", "undo", imported)
    assert by_command.returncode == 1
    assert "2026-Q1" in by_command.stderr
    with house.office.store().glance() as unit:
        assert unit.people.count() == CREATED
