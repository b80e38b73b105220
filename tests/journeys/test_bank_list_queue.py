"""Several files, files and registers that change meanwhile, what goes back out, taking back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import House
from digicommune.operations import intake, registers
from digicommune.operations.intake import IntakeRequest
from tests.cli.lists import write_list
from tests.journeys.bank_desk import HEADS, commune, person, press, type_in_place
from tests.journeys.conftest import WAIT, drop, look_at, page_of_lists, save_list, settled

__all__ = ["commune"]


def test_a_marked_copy_goes_back_to_the_sender(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    rows = [person(1, "Trần Văn An", born="31/02/1990"), person(2, "Trần Văn Ba")]
    house = open_house(commune)
    page = look_at(qtbot, house, write_list(tmp_path / "sai.xlsx", HEADS, rows))
    qtbot.mouseClick(page.preview.copy, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    to = tmp_path / "sai - cần sửa.xlsx"
    dialog.fileSelected.emit(str(to))
    dialog.close()
    qtbot.waitUntil(lambda: settled(house, to.exists()), timeout=WAIT)
    sheet = load_workbook(to).active
    assert sheet is not None
    assert sheet["C2"].comment is not None
    assert "không phải ngày có thật" in sheet["C2"].comment.text
    assert sheet["C3"].comment is None


def test_many_files_at_once_and_a_bad_one_does_not_stop_them(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    good = write_list(tmp_path / "a.xlsx", HEADS, [person(1, "Bùi Văn An")])
    bad = tmp_path / "hỏng.xlsx"
    bad.write_bytes(b"PK\x03\x04" + b"x" * 100)
    other = write_list(tmp_path / "b.xlsx", HEADS, [person(2, "Bùi Văn Ba")])
    house = open_house(commune)
    page = page_of_lists(house)
    drop(house.window, good, bad, other)
    lists = page.lists
    qtbot.waitUntil(
        lambda: settled(house, [e.state for e in lists.entries] == ["needs", "failed", "needs"]),
        timeout=WAIT,
    )
    assert lists.queue.isVisible()
    lists.queue.list.setCurrentRow(1)
    assert page.step is lists.steps.blocked
    assert "hỏng.xlsx" in lists.steps.blocked.says.text()
    lists.queue.list.setCurrentRow(0)
    page.columns.go.click()
    qtbot.waitUntil(lambda: settled(house, page.step is page.preview), timeout=WAIT)
    page.preview.save.click()
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)
    assert "còn 1" in page.done.more.text()
    page.done.more.click()
    qtbot.waitUntil(lambda: settled(house, page.step is page.columns), timeout=WAIT)
    assert lists.current is not None
    assert lists.current.path == other


def test_the_import_just_saved_is_taken_back(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    house = open_house(commune)
    path = write_list(tmp_path / "moi.xlsx", HEADS, [person(at, f"Vũ Văn {at}") for at in (1, 2)])
    page = save_list(qtbot, house, path)
    page.done.undo.click()
    qtbot.mouseClick(page.done.sure, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.done.undo.isHidden()), timeout=WAIT)
    assert intake.history(house.office.store())[0].state == "undone"
    told = [one.text() for one in page.done.findChildren(QLabel)]
    assert "Đã hoàn tác lần nhập này" in told


def test_a_form_is_saved_and_reads_back(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    house = open_house(commune)
    house.window.open_page("intake")
    page = page_of_lists(house)
    forms = page.lists.steps.first.forms
    qtbot.waitUntil(lambda: settled(house, there=page.whole), timeout=WAIT)
    forms.kind.setCurrentIndex(forms.kind.findData("residents"))
    qtbot.mouseClick(forms.take, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    to = tmp_path / "bieu mau.xlsx"
    dialog.fileSelected.emit(str(to))
    dialog.close()
    qtbot.waitUntil(lambda: settled(house, to.exists()), timeout=WAIT)
    headings = {cell.value for row in load_workbook(to).active.iter_rows() for cell in row}
    assert {"Họ và tên", "Số CCCD"} <= headings
    assert len(registers.villages(house.office.store())) == 2


def test_from_the_drop_to_the_register_by_enter_alone(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    house = open_house(commune)
    page = page_of_lists(house)
    house.window.activateWindow()
    qtbot.waitUntil(house.window.isActiveWindow)
    drop(house.window, write_list(tmp_path / "a.xlsx", HEADS, [person(1, "Bùi Văn An")]))
    for step in (page.columns, page.preview, page.done):
        qtbot.waitUntil(lambda there=step: settled(house, page.step is there), timeout=WAIT)  # type: ignore[misc]
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settled(house, page.step is page.lists.steps.first), timeout=WAIT)
    assert intake.history(house.office.store())[0].counts["new"] == 1


def test_registers_that_moved_on_are_judged_again_before_anything_is_saved(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    house = open_house(commune)
    names = ("Hoàng Văn An", "Bùi Thị Chi", "Đỗ Đức Dũng", "Lý Ngọc Oanh")
    rows = [person(at, name, cccd=f"03808{at * 104_729:07d}") for at, name in enumerate(names, 1)]
    page = look_at(qtbot, house, write_list(tmp_path / "a.xlsx", HEADS, rows))
    other = write_list(tmp_path / "b.xlsx", HEADS, rows[:3])
    intake.take(house.office.store(), other, IntakeRequest())  # another clerk's
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: settled(house, page.preview.filters["known"].text().endswith("3")), timeout=WAIT
    )
    assert page.step is page.preview
    said = [one.text() for one in page.preview.findChildren(QLabel) if one.isVisible()]
    assert any("Sổ đã thay đổi sau khi xem trước" in one for one in said)
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(house, page.step is page.done), timeout=WAIT)
    assert "1 dòng mới, 3 đã biết" in page.done.message.text()


def test_a_file_changed_since_it_was_read_is_read_again(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    house = open_house(commune)
    path = write_list(tmp_path / "a.xlsx", HEADS, [person(1, "Hoàng Văn An")])
    page = look_at(qtbot, house, path)
    write_list(path, HEADS, [person(1, "Hoàng Văn An"), person(2, "Hoàng Văn Ba")])
    qtbot.mouseClick(page.preview.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: settled(house, page.preview.filters["new"].text().endswith("2")), timeout=WAIT
    )
    assert page.step is page.preview


def test_cells_typed_in_one_file_wait_while_another_is_looked_at(
    qtbot: QtBot, open_house: Callable[[str], House], commune: str, tmp_path: Path
) -> None:
    house = open_house(commune)
    first = write_list(tmp_path / "a.xlsx", HEADS, [person(1, "Hoàng Văn An", cccd="3807")])
    page = look_at(qtbot, house, first)
    page.preview.filters["rejected"].click()
    type_in_place(qtbot, page, 2, "038080009999")
    look_at(qtbot, house, write_list(tmp_path / "b.xlsx", HEADS, [person(2, "Hoàng Văn Ba")]))
    assert page.preview.mends.typed == {}
    page.lists.queue.list.setCurrentRow(0)
    assert page.preview.mends.typed == {2: {"cccd": "038080009999"}}
    house.window.reload()
    qtbot.waitUntil(lambda: settled(house, there=True), timeout=WAIT)
    assert page.preview.mends.typed == {2: {"cccd": "038080009999"}}
