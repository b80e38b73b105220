"""The page of indicators over a real office: cards, a new one by hand, a new version, a target."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.operations import figures, indicator_edits, office
from digicommune.ui.pages.indicators import IndicatorsPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

P = "2026-03"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Office]:
    """An office with the shipped packs."""
    where = str(tmp_path / "office.db")
    office.create(where, office.NewOffice("xã Hoằng Mẫu", "Thanh Hóa")).close()
    opened = Office(where)
    yield opened
    opened.close()


@pytest.fixture
def page(own: Office, open_window: MakeWindow, tasks: Tasks, qtbot: QtBot) -> IndicatorsPage:
    """The page on March."""
    window = open_window(calls_of(own))
    window.open_period(P, "tháng 3 năm 2026")
    window.open_page("indicators")
    made = window.page("indicators")
    assert isinstance(made, IndicatorsPage)
    qtbot.waitUntil(lambda: tasks.idle and made.table.rows.rowCount() > 0, timeout=20_000)
    return made


def told(page: IndicatorsPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel))


def test_a_card_tells_numerator_base_law_and_whether_it_is_checked(
    qtbot: QtBot, page: IndicatorsPage
) -> None:
    page.table.choose(lambda one: one.indicator.code == "CKS")
    said = told(page)
    assert "người trưởng thành có chứng thư chữ ký số" in said
    assert "1829/QĐ-UBND" in said
    assert "✓ Đã đối chiếu" in said
    page.table.choose(lambda one: one.indicator.code == "DVC")
    assert "! Chưa đối chiếu" in told(page)


def test_a_clerk_adds_an_indicator_and_finds_it_among_the_figures(
    qtbot: QtBot, page: IndicatorsPage, tasks: Tasks, own: Office
) -> None:
    page.add.click()
    page.form.name.setText("Hộ có camera an ninh")
    page.form.unit.setText("hộ")
    page.form.numerator.setText("hộ đã lắp camera")
    page.form.base.setCurrentText("hộ")
    qtbot.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: tasks.idle and "CT01" in told(page) and "+ Của xã" in told(page), timeout=9_000
    )
    found = figures.show(own.store(), P).of("CT01")
    assert found is not None
    assert found.base == "so_ho"
    assert not page.form.isVisible()


def test_what_cannot_be_saved_is_said_and_the_form_stays(
    qtbot: QtBot, page: IndicatorsPage, tasks: Tasks
) -> None:
    page.add.click()
    page.form.name.setText("Chữ ký số cá nhân")
    page.form.unit.setText("người")
    page.form.base.setCurrentText("nhân khẩu")
    page.form.save.click()
    window = page.window()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: tasks.idle and window.alerts.isVisible(), timeout=9_000)
    assert "CKS" in window.alerts.title
    assert page.form.isVisible()


def test_a_target_is_typed_in_place(
    qtbot: QtBot, page: IndicatorsPage, tasks: Tasks, own: Office
) -> None:
    page.table.choose(lambda one: one.indicator.code == "TKNH")
    model = page.targets.rows
    model.setData(model.index(0, 1), "92,5")
    qtbot.waitUntil(lambda: tasks.idle and model.index(0, 1).data() == "92,5%", timeout=9_000)
    cards = indicator_edits.cards(own.store(), P).cards
    assert next(one.target for one in cards if one.indicator.code == "TKNH") == "92.5"
