"""The window of criteria sets on a real office: taken in, edited with faults in place, kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.operations import criteria_packs
from digicommune.ui.pages.criteria import CriteriaPage
from digicommune.ui.pages.pack_dialog import PackDialog
from digicommune.ui.tasks import Tasks
from tests.packs.sets import EVERY_KIND
from tests.ui.conftest import MakeWindow

SLOW = 20_000


@pytest.fixture
def office(own_office: Path) -> Iterator[Office]:
    """A copy of the sample office."""
    made = Office(str(own_office))
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot: QtBot, open_window: MakeWindow, office: Office, tasks: Tasks) -> PackDialog:
    """The window of the sets."""
    window = open_window(calls_of(office))
    window.open_page("criteria")
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    page = window.page("criteria")
    assert isinstance(page, CriteriaPage)
    made = page.open_packs()
    qtbot.waitUntil(lambda: tasks.idle and bool(made.list.sets), timeout=SLOW)
    return made


def settled(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)


def typed(box: QLineEdit, text: str) -> None:
    """As from the keyboard, which QTest has no keys of Vietnamese for."""
    box.setFocus()
    box.setText(text)
    box.textEdited.emit(text)


def edit(dialog: PackDialog, code: str) -> None:
    dialog.list.table.choose(lambda one: one.code == code)
    dialog.list.buttons["edit"].click()


def choose(dialog: PackDialog, code: str) -> None:
    dialog.editor.table.choose(lambda one: one[1] is not None and one[1].code == code)


def test_a_file_says_what_it_brings_before_it_is_taken_in(
    qtbot: QtBot, dialog: PackDialog, tasks: Tasks, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "bo.toml"
    path.write_text(EVERY_KIND, encoding="utf-8")
    dialog.list.look(path)
    settled(qtbot, tasks)
    assert "Sẽ thêm bộ mới: 99/2026" in dialog.list.incoming.said.text()
    dialog.list.incoming.do.click()
    settled(qtbot, tasks)
    assert criteria_packs.find(office.store(), "99/2026").title == "Bộ thử đủ loại"
    assert dialog.list.table.current().code == "99/2026"
    path.write_text(EVERY_KIND.replace('threshold = "70"', 'threshold = "65"', 1), "utf-8")
    dialog.list.look(path)
    settled(qtbot, tasks)
    assert "A: ngưỡng 70 → 65" in dialog.list.incoming.changes.text()
    path.write_text(EVERY_KIND.replace('threshold = "70"', 'threshold = "x"', 1), "utf-8")
    dialog.list.look(path)
    settled(qtbot, tasks)
    assert "bo.toml, dòng 17 " in dialog.list.incoming.said.text()
    assert dialog.list.incoming.do.isHidden()


def test_a_fault_shows_below_its_field_and_holds_up_saving(
    qtbot: QtBot, dialog: PackDialog, tasks: Tasks, office: Office
) -> None:
    edit(dialog, "35/2022")
    choose(dialog, "TC4")
    form, editor = dialog.editor.form, dialog.editor
    typed(form.threshold, "170")
    assert form.threshold.text() == "170"
    assert "phần trăm từ 0 đến 100" in form.fields["threshold"].fault.text()
    assert not editor.buttons["save"].isEnabled()
    assert editor.table.current()[2] == 1
    typed(form.threshold, "72,5")
    assert form.fields["threshold"].fault.isHidden()
    assert "từ 72,5% trở lên" in form.preview.text()
    editor.buttons["save"].click()
    settled(qtbot, tasks)
    kept = criteria_packs.find(office.store(), "35/2022")
    assert {one.code: one.threshold for one in kept.criteria}["TC4"] == "72.5"
    assert not editor.buttons["save"].isEnabled()  # nothing is left to save


def test_who_checked_it_against_what_is_asked_and_an_edit_takes_it_back(
    qtbot: QtBot, dialog: PackDialog, tasks: Tasks, office: Office
) -> None:
    edit(dialog, "35/2022")
    editor = dialog.editor
    editor.buttons["check"].click()
    assert not editor.checking.do.isEnabled()
    editor.checking.who.setText("Nguyễn Thị Mẫu")
    editor.checking.against.setText("Bản chính Quyết định 35/2022")
    editor.checking.do.click()
    assert editor.state.text() == "✓ Đã đối chiếu"
    editor.buttons["save"].click()
    settled(qtbot, tasks)
    kept = criteria_packs.find(office.store(), "35/2022")
    assert (kept.verified, kept.checked_by) == (True, "Nguyễn Thị Mẫu")
    assert kept.checked_on is not None
    choose(dialog, "TC5")
    typed(editor.form.threshold, "55")
    assert editor.state.text() == "! Chưa đối chiếu"


def test_a_new_k_of_n_is_put_together_and_moved(
    qtbot: QtBot, dialog: PackDialog, tasks: Tasks, office: Office
) -> None:
    edit(dialog, "35/2022")
    editor, form = dialog.editor, dialog.editor.form
    editor.buttons["add"].click()
    assert form.code.text() == "TC7"
    typed(form.name, "Hạ tầng")
    form.requirement.setPlainText("Một trong hai nội dung")
    form.kind.setCurrentIndex(form.kind.findData("k_of_n"))
    form.kind.activated.emit(form.kind.currentIndex())
    assert "từ hai mã trở lên" in form.fields["parts"].fault.text()
    assert form.indicator.isHidden() or not form.fields["indicator"].isVisible()
    for at in (0, 1):
        form.parts.item(at).setCheckState(Qt.CheckState.Checked)
    typed(form.threshold, "1")
    assert "ít nhất 1 trong 2 nội dung đạt: TC1, TC2" in form.preview.text()
    editor.buttons["up"].click()
    assert editor.draft is not None
    assert [one.code for one in editor.draft.now.criteria][-2:] == ["TC7", "TC6"]
    editor.buttons["save"].click()
    settled(qtbot, tasks)
    kept = criteria_packs.find(office.store(), "35/2022")
    assert [one.code for one in kept.standing] == ["TC3", "TC4", "TC5", "TC7", "TC6"]


def test_a_frame_takes_the_criteria_of_another_set(
    qtbot: QtBot, dialog: PackDialog, tasks: Tasks, office: Office
) -> None:
    dialog.list.table.choose(lambda one: one.code == "28/2024")
    assert dialog.list.source.currentData() == "35/2022"  # the set it follows
    dialog.list.buttons["copy"].click()
    assert dialog.editor.state.text() == "– Khung"
    dialog.editor.buttons["save"].click()
    settled(qtbot, tasks)
    kept = criteria_packs.find(office.store(), "28/2024")
    assert len(kept.criteria) == 6
    assert not kept.verified


def test_leaving_with_something_unsaved_asks_once_more(
    qtbot: QtBot, dialog: PackDialog, tasks: Tasks, office: Office
) -> None:
    edit(dialog, "35/2022")
    typed(dialog.editor.head.title, "Tên sửa")
    dialog.editor.buttons["back"].click()
    assert dialog.stack.currentIndex() == 1
    assert "chưa lưu" in dialog.editor.problem.text()
    dialog.editor.buttons["back"].click()
    assert dialog.stack.currentIndex() == 0
    assert "sửa" not in criteria_packs.find(office.store(), "35/2022").title


def test_days_and_groups_that_cannot_be_read_say_so(
    qtbot: QtBot, dialog: PackDialog, tasks: Tasks
) -> None:
    edit(dialog, "35/2022")
    head = dialog.editor.head
    typed(head.end, "31/02/2025")
    assert "hông phải ngày" in head.fields["valid_to"].fault.text()
    typed(head.end, "31/12/2021")
    assert "ứng trước" in head.fields["valid_to"].fault.text()
    choose(dialog, "TC4")
    form = dialog.editor.form
    form.by_group.setFocus()
    form.by_group.setPlainText("vùng cao 50")
    assert "thiếu dấu hai chấm" in form.fields["by_group"].fault.text()
    form.by_group.setPlainText("vùng cao: 50")
    assert form.fields["by_group"].fault.isHidden()
    assert "vùng cao: 50%" in form.preview.text()
