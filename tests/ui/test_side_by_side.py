"""One row beside those it may mean: signs, masks, keys, and what is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from digicommune.operations.intake import Candidate
from digicommune.ui.pages.intake_sides import candidate_sides, row_side, side_by_side
from digicommune.ui.views.side_by_side import SideBySide

ROW = {
    "ho_ten": "Nguyễn Văn Hải", "ngay_sinh": "1990-03-05", "cccd": "038072001234",
    "thon": "Duyên Hy", "gioi_tinh": "Nam", "ngan_hang": "Agribank",
    "so_tai_khoan": "3501234567890",
}  # fmt: skip
KNOWN: dict[int, dict[str, str | int | bool]] = {
    7: {
        "ho_ten": "Nguyễn Văn Hài", "nam_sinh": 1990, "cccd": "038072901234",
        "thon": "<b>Hổ</b> Thôn", "dien_thoai": "0912345678", "tai_khoan": "BIDV",
    },
    -9: {"ho_ten": "NGUYỄN VĂN HẢI", "ngay_sinh": "1990-03-06"},
}  # fmt: skip
CANDIDATES = (Candidate(7, "Nguyễn Văn Hài", "", 83), Candidate(-9, "NGUYỄN VĂN HẢI", "", 74))


@pytest.fixture
def view(qtbot: QtBot) -> SideBySide:
    made = side_by_side()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_sides(row_side(11, ROW), candidate_sides(CANDIDATES, KNOWN), "Gần giống")
    shown_first(qtbot, made)
    return made


def shown_first(qtbot: QtBot, window: QWidget) -> None:
    """In front of whatever other tests left: keys go to the window in front."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def said(view: SideBySide) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in view.findChildren(QLabel) if one.isVisible()]


def test_every_difference_has_a_sign_and_numbers_show_only_where_they_differ(
    view: SideBySide,
) -> None:
    told = said(view)
    for text in (
        "≠ Nguyễn Văn Hài", "= NGUYỄN VĂN HẢI", "= 1990", "≠ 06/03/1990", "≠ 038•••9•1234",
        "≠ <b>Hổ</b> Thôn", "– 0912345678", "+ chưa có", "BIDV", "038•••••1234",
        "Agribank 350••••••7890", "Dòng 9 của tệp này · giống 74/100",
    ):  # fmt: skip
        assert text in told
    assert "038072001234" not in "".join(told)
    marked = [one for one in view.findChildren(QLabel) if one.text().startswith("≠")]
    assert all(one.font().bold() or one.property("kind") == "differs" for one in marked)
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in view.findChildren(QLabel))


def test_of_one_candidate_the_row_shows_the_digits_too(view: SideBySide) -> None:
    view.show_sides(row_side(11, ROW), candidate_sides(CANDIDATES[:1], KNOWN))
    assert "038•••0•1234" in said(view)
    assert "Gần giống" not in said(view)


def test_keys_choose_and_decide(view: SideBySide, qtbot: QtBot) -> None:
    told: list[tuple[str, object]] = []
    view.decided.connect(lambda code, key: told.append((code, key)))
    view.buttons["later"].setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_1, Qt.Key.Key_Left):
        qtbot.keyClick(view.buttons["later"], key)
    qtbot.keyClick(view.buttons["later"], Qt.Key.Key_2)
    qtbot.keyClick(view.buttons["later"], Qt.Key.Key_3)
    assert told == [("same", 7), ("same", -9), ("new", 7), ("later", 7)]


def test_without_candidates_same_cannot_be_meant(view: SideBySide, qtbot: QtBot) -> None:
    view.show_sides(row_side(11, ROW), ())
    assert not view.buttons["same"].isEnabled()
    with qtbot.waitSignal(view.decided) as told:
        view.decide("same")
        view.decide("new")
    assert told.args == ["new", None]


def test_keys_of_the_page_do_not_take_what_one_types(qtbot: QtBot) -> None:
    home, view, box = QWidget(), side_by_side(), QLineEdit()
    home.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(home)
    layout = QVBoxLayout(home)
    layout.addWidget(view)
    layout.addWidget(box)
    view.listen_in(home)
    view.show_sides(row_side(11, ROW), candidate_sides(CANDIDATES, KNOWN))
    told: list[str] = []
    view.decided.connect(lambda code, _key: told.append(code))
    shown_first(qtbot, home)
    box.setFocus()
    qtbot.keyClicks(box, "12")
    assert (box.text(), told) == ("12", [])
    for one in (home, view.buttons["later"]):
        one.setFocus()
        qtbot.keyClick(one, Qt.Key.Key_2)
    assert told == ["new", "new"]
