"""The step of the columns: a list in words of its own is explained once, and then remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.domain.people import mask_tail
from digicommune.operations import intake, senders
from digicommune.operations.intake import IntakeRequest
from digicommune.ui.pages.intake import IntakePage
from tests.cli.lists import BANK_HEADS, Cell, people, write_list
from tests.journeys.conftest import WAIT, drop, page_of_lists, settled

LOCKED = Path(__file__).resolve().parents[1] / "sheets_from_life" / "p04_co_mat_khau.xlsx"
PASSWORD = "XaMau@2026"
OWN_WORDS = ("TT", "Họ tên khách", "Sinh", "Mã định", "Phím liên lạc", "Mã nội bộ")
ROWS: list[list[object]] = [
    [1, "Lê Thị Mai", "05/03/1990", "038190000001", "0912345678", "KH-77"],
    [2, "Trần Văn Hùng", "01/02/1985", "038085000002", "0912345679", "KH-78"],
]
MEANT = {"B": "ho_ten", "C": "ngay_sinh", "D": "cccd", "E": "dien_thoai", "F": ""}


def dropped(qtbot: QtBot, house: House, path: Path) -> IntakePage:
    """Drops a list and waits until it needs somebody."""
    page = page_of_lists(house)
    drop(house.window, path)
    steps = page.lists.steps
    there = (steps.columns, steps.blocked, steps.preview)
    qtbot.waitUntil(lambda: settled(house, page.step in there), timeout=WAIT)
    return page


def choose(page: IntakePage, **meant: str) -> None:
    """Says what columns are, as a hand does."""
    for letters, key in meant.items():
        box = page.columns.boxes[letters]
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())


def choose_kind(qtbot: QtBot, house: House, page: IntakePage, kind: str) -> None:
    box = page.columns.settings.kind
    box.setCurrentIndex(box.findData(kind))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: settled(house, page.columns.isEnabled()), timeout=WAIT)


def accept(qtbot: QtBot, house: House, page: IntakePage) -> None:
    qtbot.mouseClick(page.columns.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.preview), timeout=WAIT)


def texts(page: IntakePage) -> str:
    return "\n".join(one.text() for one in page.columns.findChildren(QLabel) if not one.isHidden())


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5), (3, 5, 0, 1, 4, 2)])
def test_own_words_are_explained_once_and_remembered_wherever_columns_stand(
    qtbot: QtBot,
    open_house: Callable[[str], House],
    where: str,
    tmp_path: Path,
    order: tuple[int, ...],
) -> None:
    house = open_house(where)
    page = dropped(qtbot, house, write_list(tmp_path / "t3.xlsx", OWN_WORDS, ROWS))
    if page.step is page.lists.steps.blocked:  # not one heading is known: its row is told
        page.lists.steps.blocked.retry.click()
        qtbot.waitUntil(lambda: settled(house, page.step is page.columns), timeout=WAIT)
    choose_kind(qtbot, house, page, "residents")
    masked = mask_tail("038190000001")  # samples show no whole number
    qtbot.waitUntil(lambda: masked in texts(page))
    assert "038190000001" not in texts(page)
    choose(page, **MEANT)
    page.columns.sender_name.setText("Thôn Duyên Hy")
    accept(qtbot, house, page)
    seen = page.preview.preview
    assert seen is not None
    assert seen.rows[1].fields["cccd"] == "038085000002"
    assert seen.rows[1].fields["dien_thoai"] == "0912345679"
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)

    april: list[object] = [1, "Vũ Thị Lan", "09/09/1991", "038191000003", "0912345670", "KH-79"]
    heads = [OWN_WORDS[at] for at in order]
    path = write_list(tmp_path / "t4.xlsx", heads, [[april[at] for at in order]])
    page = dropped(qtbot, house, path)
    assert page.step is page.preview
    again = page.preview.preview
    assert again is not None
    assert again.rows[0].fields["cccd"] == "038191000003"
    assert [one.name for one in senders.known(house.office.store())] == ["Thôn Duyên Hy"]


def test_what_a_list_lacks_is_said_and_stops_nothing_else(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    page = dropped(qtbot, house, write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 3, "")))
    choose(page, E="")  # the bank's column
    assert "Còn thiếu: Ngân hàng" in texts(page)
    assert not page.columns.go.isEnabled()
    bank = page.columns.settings.bank
    bank.setCurrentIndex(bank.findText("Agribank"))
    bank.activated.emit(bank.currentIndex())
    assert "Còn thiếu" not in texts(page)
    assert page.columns.sender_name.text() == "Agribank"
    choose(page, B="", C="ho_ten")
    assert page.columns.boxes["B"].currentData() == ""
    choose(page, B="ho_ten")  # a field has one column
    assert page.columns.boxes["C"].currentData() == ""


def book_of_sheets(path: Path) -> Path:
    """Two lists on two sheets, and a third that is hidden."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "T3"
    for title, start, count in (("T3", 1, 9), ("T4", 21, 4), ("Nháp", 41, 2)):
        sheet = first if title == "T3" else book.create_sheet(title)
        sheet.append(BANK_HEADS)
        for row in people(start, count, "Agribank"):
            sheet.append(row)
    book["Nháp"].sheet_state = "hidden"
    book.save(path)
    return path


def test_other_lists_and_hidden_sheets_are_named_and_can_be_chosen(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    page = dropped(qtbot, house, book_of_sheets(tmp_path / "nhieu.xlsx"))
    assert "Tệp còn danh sách ở trang: “T4”" in texts(page)
    assert "Trang bị ẩn: “Nháp”" in texts(page)
    sheet = page.columns.settings.sheet
    sheet.setCurrentIndex(sheet.findData("T4"))
    sheet.activated.emit(sheet.currentIndex())
    qtbot.waitUntil(lambda: settled(house, page.columns.isEnabled()), timeout=WAIT)
    accept(qtbot, house, page)
    assert page.preview.preview is not None
    assert page.preview.preview.reading.sheet == "T4"
    assert page.preview.filters["new"].text().endswith("4")


def test_the_rows_of_the_headings_can_be_told(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    rows: list[list[Cell]] = [
        ["A", "B", "C", "D", "E", "F"], list(BANK_HEADS), *people(1, 3, "Agribank"),
    ]  # fmt: skip
    page = dropped(qtbot, house, write_list(tmp_path / "a.xlsx", ("x",), rows))
    settings = page.columns.settings
    assert settings.first.value() == 3
    settings.first.setText("2")
    settings.last.setText("3")
    settings.last.changed.emit()
    assert settings.again.isEnabled()
    qtbot.mouseClick(settings.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.columns.isEnabled()), timeout=WAIT)
    assert (settings.first.value(), settings.last.value()) == (2, 3)
    qtbot.waitUntil(lambda: "B / Họ và tên" in texts(page))


def test_reading_that_is_stopped_leaves_nothing_behind(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    page = page_of_lists(house)
    drop(house.window, write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 3_000, "Agribank")))
    page.lists.progress.cancelled.emit()
    qtbot.waitUntil(lambda: settled(house, page.step is page.lists.steps.first), timeout=WAIT)
    assert page.lists.entries == []
    assert page.lists.progress.isHidden()


def test_saving_that_is_stopped_writes_nothing_and_can_be_done_again(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    path = write_list(tmp_path / "a.xlsx", BANK_HEADS, people(1, 3_000, "Agribank"))
    page = dropped(qtbot, house, path)
    accept(qtbot, house, page)
    page.preview.save.click()
    page.lists.progress.cancelled.emit()
    qtbot.waitUntil(lambda: settled(house, page.preview.save.isEnabled()), timeout=WAIT)
    assert page.step is page.preview
    assert intake.history(house.office.store()) == ()
    page.preview.save.click()
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)
    assert len(intake.history(house.office.store())) == 1


def test_a_password_is_asked_for_and_kept_nowhere(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    path = tmp_path / LOCKED.name
    path.write_bytes(LOCKED.read_bytes())
    page = dropped(qtbot, house, path)
    blocked = page.lists.steps.blocked
    assert page.step is blocked
    assert "mật khẩu" in blocked.says.text()
    for word, then in (("sai rồi", blocked), (PASSWORD, page.columns)):
        blocked.password.setText(word)
        qtbot.keyClick(blocked.password, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda step=then: settled(house, page.step is step), timeout=WAIT)  # type: ignore[misc]
    bank = page.columns.settings.bank
    if not page.columns.go.isEnabled():
        bank.setCurrentIndex(bank.findText("Agribank"))
        bank.activated.emit(bank.currentIndex())
    accept(qtbot, house, page)
    page.preview.save.click()
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)
    kept = [one for one in tmp_path.rglob("*") if one.is_file() and one != path]
    assert kept
    assert not [one for one in kept if PASSWORD.encode() in one.read_bytes()]


def test_columns_being_chosen_are_left_in_peace_by_f5_and_judged_as_of_now_after(
    qtbot: QtBot, open_house: Callable[[str], House], where: str, tmp_path: Path
) -> None:
    house = open_house(where)
    rows = people(1, 3, "Agribank")
    page = dropped(qtbot, house, write_list(tmp_path / "a.xlsx", BANK_HEADS, rows))
    page.columns.sender_name.setText("Agribank Hoằng Hóa")
    intake.take(
        house.office.store(), write_list(tmp_path / "b.xlsx", BANK_HEADS, rows), IntakeRequest()
    )
    house.window.reload()
    qtbot.waitUntil(lambda: settled(house, there=True), timeout=WAIT)
    assert page.step is page.columns
    assert page.columns.sender_name.text() == "Agribank Hoằng Hóa"
    accept(qtbot, house, page)
    assert page.preview.filters["known"].text().endswith("3")
