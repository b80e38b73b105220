"""Errors as they are shown: the officer's in their words, bugs with an apology and a log."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicommune.errors import Cancelled, UserError
from digicommune.ui.alerts import AlertBar
from tests.ui.offices import HOSTILE


@pytest.fixture
def bar(qtbot: QtBot, tmp_path: Path) -> AlertBar:
    made = AlertBar(tmp_path / "digicommune.log")
    qtbot.addWidget(made)
    return made


def test_what_the_officer_can_mend_is_said_in_its_own_words(bar: AlertBar) -> None:
    bar.show_error(UserError("locked", "Kỳ quý I đã khóa.", "Mở khóa kỳ rồi nhập lại."))
    assert bar.isVisible()
    assert (bar.title, bar.advice) == ("Kỳ quý I đã khóa.", "Mở khóa kỳ rồi nhập lại.")


@pytest.mark.logs
def test_a_bug_is_apologised_for_and_logged(
    bar: AlertBar, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bar.show_error(ZeroDivisionError("chia cho 0"))
    assert "Xin lỗi" in bar.title
    assert str(tmp_path / "digicommune.log") in bar.advice
    assert [one.levelno for one in caplog.records] == [logging.ERROR]
    assert caplog.records[0].exc_info is not None


def test_stopping_is_no_error(bar: AlertBar) -> None:
    bar.show_error(Cancelled())
    assert not bar.isVisible()


def test_hostile_words_stay_words(bar: AlertBar) -> None:
    bar.show_error(UserError("x", HOSTILE, HOSTILE))
    labels = [one for one in bar.findChildren(QLabel) if one.text()]
    assert [one.text() for one in labels] == [HOSTILE, HOSTILE]
    assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}


def test_words_in_another_language_come_from_outside(qtbot: QtBot) -> None:
    bar = AlertBar(wording=lambda error: (error.code, "do it"))
    qtbot.addWidget(bar)
    bar.show_error(UserError("locked", "Kỳ đã khóa.", "Mở khóa."))
    assert (bar.title, bar.advice) == ("locked", "do it")


@pytest.mark.logs
def test_an_error_in_a_slot_reaches_the_bar(bar: AlertBar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    bar.catch_unhandled()
    error = KeyError("lost")
    sys.excepthook(KeyError, error, None)
    assert bar.isVisible()
    assert "Xin lỗi" in bar.title
