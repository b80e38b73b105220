"""No word of a button is cut at 1366 x 768, in either language, on any page and tab."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.ui.language import use_language
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

WIDE, HIGH = 1366, 768
WAIT = 60_000


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest, own_language: None) -> str:
    """The screen in one language after the other."""
    assert use_language(request.param)
    return str(request.param)


@pytest.fixture
def window(
    language: str, own_office: Path, open_window: MakeWindow, qtbot: QtBot, tasks: Tasks
) -> Iterator[MainWindow]:
    """The sample office in the year of its samples."""
    office = Office(str(own_office))
    made: MainWindow = open_window(calls_of(office))
    made.resize(WIDE, HIGH)
    made.open_period("2026", "2026")
    settle(qtbot, tasks)
    yield made
    tasks.shut_down()
    office.close()


def settle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle, timeout=WAIT)
    QApplication.processEvents()


def cut_words(widget: QWidget) -> set[str]:
    """Buttons and labels of one line that are narrower than what they say."""
    said: list[QAbstractButton | QLabel] = list(widget.findChildren(QAbstractButton))
    said += [one for one in widget.findChildren(QLabel) if not one.wordWrap()]
    return {
        f"{one.text()}: {one.width()} < {one.sizeHint().width()}"
        for one in said
        if one.isVisible() and one.text() and one.width() < one.sizeHint().width()
    }


def turns(page: QWidget) -> list[QPushButton]:
    """What shows another part of a page."""
    kinds = {"tab", "choice"}
    found = [one for one in page.findChildren(QPushButton) if one.property("kind") in kinds]
    return [one for one in found if one.isVisible() and one.isCheckable() and one.isEnabled()]


def walk(qtbot: QtBot, tasks: Tasks, page: QWidget, been: set[QPushButton]) -> set[str]:
    """What is cut on a page and behind every tab of it."""
    found = cut_words(page)
    for one in reversed(turns(page)):  # the inner tabs first: the outer ones hide them
        if one not in been and one.isVisible():
            been.add(one)
            one.click()
            settle(qtbot, tasks)
            found |= walk(qtbot, tasks, page, been)
    return found


def test_no_words_are_cut_on_any_page(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    found = cut_words(window)
    for key in window.bar.buttons:
        window.open_page(key)
        settle(qtbot, tasks)
        page = window.page(key)
        if isinstance(page, IntakePage):
            qtbot.waitUntil(lambda page=page: page.whole, timeout=WAIT)  # type: ignore[misc]
            settle(qtbot, tasks)
            page.open_tab("campaigns")
            page.campaigns.open_campaign(page.campaigns.lines[0].campaign.code)
            settle(qtbot, tasks)
        if isinstance(page, ReportsPage):
            page.form.make.click()
            settle(qtbot, tasks)
            assert page.preview.page_count > 1
        found |= walk(qtbot, tasks, page, set())
    assert found == set()


def test_the_measure_sees_a_button_that_is_too_narrow(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    narrow = QPushButton("Print from this letter", holder)
    narrow.resize(narrow.sizeHint().width() - 10, 32)
    holder.show()
    assert len(cut_words(holder)) == 1
