"""Things done one after another: in order, between events, none after an error or its owner."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from digicommune.ui.later import one_by_one


def test_steps_are_done_in_order_and_events_come_between(qtbot: QtBot) -> None:
    owner = QObject()
    done: list[str] = []

    def first() -> None:
        done.append("first")
        QTimer.singleShot(0, owner, lambda: done.append("an event"))

    one_by_one(owner, (first, lambda: done.append("second")))
    assert done == []  # nothing at once
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["first", "an event", "second"]


def test_nothing_is_done_for_an_owner_that_is_gone(qtbot: QtBot) -> None:
    owner, other = QObject(), QObject()
    done: list[str] = []

    def leave() -> None:
        done.append("leaves")
        owner.deleteLater()

    one_by_one(owner, (leave, lambda: done.append("too late")))
    one_by_one(other, (lambda: done.append("other"),), after=100)
    qtbot.waitUntil(lambda: "other" in done)
    assert done == ["leaves", "other"]


@pytest.mark.qt_no_exception_capture
def test_an_error_ends_the_steps(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: told.append(str(error)))
    owner, other = QObject(), QObject()
    done: list[str] = []

    def fail() -> None:
        raise ValueError("no such page")

    steps: tuple[Callable[[], object], ...] = (fail, lambda: done.append("too late"))
    one_by_one(owner, steps)
    one_by_one(other, (lambda: done.append("other"),), after=100)
    qtbot.waitUntil(lambda: "other" in done)
    assert told == ["no such page"]
    assert done == ["other"]
