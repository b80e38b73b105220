"""The page of recognition on a copy of the sample office, in the year 2026; shared by its tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.domain.dossier import DossierKey
from digicommune.ui.pages.recognitions import RecognitionsPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

SLOW = 60_000  # milliseconds
SET, YEAR, HO_THON = "35/2022", "2026", 3
KEY = DossierKey(SET, YEAR, HO_THON)
Opened = tuple[MainWindow, RecognitionsPage, Office]


@pytest.fixture
def opened(
    own_office: Path,
    open_window: MakeWindow,
    qtbot: QtBot,
    tasks: Tasks,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Opened]:
    monkeypatch.setenv("DIGICOMMUNE_TODAY", "2026-11-24")
    office = Office(str(own_office))
    window = open_window(calls_of(office))
    window.periods.setCurrentIndex(window.periods.findData(YEAR))
    window.periods.activated.emit(window.periods.currentIndex())
    window.open_page("recognitions")
    page = window.page("recognitions")
    assert isinstance(page, RecognitionsPage)
    qtbot.waitUntil(lambda: window.period == YEAR and tasks.idle, timeout=SLOW)
    yield window, page, office
    tasks.shut_down()
    office.close()


def at_rest(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
