"""The window of criteria on a real office: cells, proofs, two periods, what is lacking, what if."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digicommune.app import Office, calls_of
from digicommune.domain.criteria import GroupThreshold, ManualAnswer
from digicommune.operations import assess, criteria_packs, gaps
from digicommune.ui.pages.criteria import CriteriaPage
from digicommune.ui.pages.criteria_proofs import ProofsBox
from digicommune.ui.pages.people_lacking import LackingDialog
from digicommune.ui.pages.proof_dialog import ProofDialog
from digicommune.ui.tasks import Tasks
from digicommune.ui.views.trace import TraceDialog
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow

SLOW = 20_000
SET = "35/2022"


@pytest.fixture
def office(own_office: Path) -> Iterator[Office]:
    """A copy of the sample office."""
    made = Office(str(own_office))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, open_window: MakeWindow, office: Office, tasks: Tasks) -> CriteriaPage:
    """The page on the year 2026."""
    window = open_window(calls_of(office))
    at = window.periods.findData("2026")
    window.periods.setCurrentIndex(at)
    window.periods.activated.emit(at)
    window.open_page("criteria")
    settled(qtbot, tasks)
    made = window.page("criteria")
    assert isinstance(made, CriteriaPage)
    return made


def settled(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)


def village(page: CriteriaPage, name: str) -> int:
    assert page.matrix.matrix is not None
    return next(o.village_id for o in page.matrix.matrix.villages if o.name == name)


def said(page: CriteriaPage) -> str:
    labels = page.panel.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if not one.isHidden())


def photo(path: Path) -> Path:
    content = BytesIO()
    Image.new("RGB", (640, 480), "navy").save(content, "JPEG")
    path.write_bytes(content.getvalue())
    return path


# --- cells


def test_cells_say_word_and_sign_and_the_first_columns_stay(page: CriteriaPage) -> None:
    table = page.table
    assert table.rows.index(0, 1).data() == "✓ 6/6"
    assert table.rows.index(1, 5).data() == "✗ thiếu 2"
    assert table.aside.isColumnHidden(2)
    assert not table.aside.isColumnHidden(1)
    table.resize(360, 240)
    last = table.rows.columnCount() - 1
    table.setCurrentIndex(table.rows.index(2, last))
    assert table.columnViewportPosition(0) < 0  # the rest has moved
    assert table.aside.columnViewportPosition(0) == 0
    table.setCurrentIndex(table.rows.index(2, 2))
    assert table.visualRect(table.rows.index(2, 2)).left() >= table.aside.width()


def test_rows_behind_a_cell_are_as_many_as_it_says(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks
) -> None:
    page.open_cell(village(page, "Hổ Thôn"), "TC5")
    settled(qtbot, tasks)
    place = page.panel.place
    assert place is not None
    assert place.result is not None
    page.panel.rows.click()
    dialog = page.findChild(TraceDialog)
    assert dialog is not None
    settled(qtbot, tasks)
    assert dialog.table.rows.rowCount() == place.result.numerator
    dialog.close()


def test_only_failing_villages_nearest_first(page: CriteriaPage) -> None:
    page.matrix.failing.setChecked(True)
    page.matrix.order.setCurrentIndex(1)
    page.matrix.order.activated.emit(1)
    model = page.table.rows
    shown = [model.index(at, 0).data() for at in range(model.rowCount())]
    assert shown == ["Đồng Tình", "Vệ Thôn", "Hổ Thôn"]
    page.matrix.failing.setChecked(False)
    assert [model.index(at, 0).data() for at in range(model.rowCount())][-1] == "Duyên Hy"


def test_what_is_typed_in_an_answer_outlives_a_refresh(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks
) -> None:
    page.open_cell(village(page, "Vệ Thôn"), "TC1")
    settled(qtbot, tasks)
    page.panel.answer.note.setPlainText("đang gõ dở")
    page.refresh("2026")
    settled(qtbot, tasks)
    assert page.panel.answer.note.toPlainText() == "đang gõ dở"
    page.open_cell(village(page, "Vệ Thôn"), "TC2")
    assert page.panel.answer.note.toPlainText() != "đang gõ dở"


# --- proofs


def bring(qtbot: QtBot, box: ProofsBox, tasks: Tasks, path: Path) -> None:
    """A file with its day and note; a day that is none is asked again."""
    box.take([path])
    settled(qtbot, tasks)
    box.form.day.setText("32/13/2025")
    box.form.do.click()
    assert not box.form.isHidden()
    box.form.day.setText("05/01/2025")
    box.form.note.setText("chụp tại thôn")
    box.form.do.click()
    settled(qtbot, tasks)


def test_a_proof_is_added_seen_renewed_and_taken_out(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks, tmp_path: Path
) -> None:
    page.open_cell(village(page, "Hổ Thôn"), "TC2")
    settled(qtbot, tasks)
    box = page.panel.proofs
    before = len(box.lines)
    bring(qtbot, box, tasks, photo(tmp_path / "nhà văn hóa.jpg"))
    assert box.form.isHidden()
    assert len(box.lines) == before + 1
    assert box.lines[-1].proof.words.dated == date(2025, 1, 5)
    assert "tháng, cần kiểm tra lại" in box.lines[-1].warning
    assert not box.rows[-1].picture.pixmap().isNull()
    assert "Thêm minh chứng “nhà văn hóa.jpg”" in page.panel.story.text()
    box.rows[-1].buttons["verify"].click()
    settled(qtbot, tasks)
    assert box.lines[-1].warning == ""
    box.open(box.lines[-1].proof)
    settled(qtbot, tasks)
    shown = box.findChild(ProofDialog)
    assert shown is not None
    shown.close()
    box.rows[-1].buttons["remove"].click()
    settled(qtbot, tasks)
    assert len(box.lines) == before
    assert "Bỏ minh chứng “nhà văn hóa.jpg”" in page.panel.story.text()


def test_a_proof_taken_out_is_put_back_or_erased_for_good(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks, tmp_path: Path
) -> None:
    page.open_cell(village(page, "Hổ Thôn"), "TC2")
    settled(qtbot, tasks)
    box = page.panel.proofs
    before = len(box.lines)
    assert box.gone.isHidden()
    bring(qtbot, box, tasks, photo(tmp_path / "nhầm.jpg"))
    box.rows[-1].buttons["remove"].click()
    settled(qtbot, tasks)
    assert box.gone.open.text() == "Tệp đã bỏ: 1"
    box.gone.rows[0].back.click()
    settled(qtbot, tasks)
    assert (len(box.lines), box.gone.isHidden()) == (before + 1, True)
    box.rows[-1].buttons["remove"].click()
    settled(qtbot, tasks)
    gone = box.gone.rows[0]
    gone.erase.click()
    gone.do.click()  # without a reason nothing is erased
    settled(qtbot, tasks)
    assert len(box.gone.proofs) == 1
    gone.why.setText("ảnh giấy tờ tùy thân")
    gone.do.click()
    settled(qtbot, tasks)
    assert (len(box.lines), box.gone.isHidden()) == (before, True)
    assert "ảnh giấy tờ tùy thân" in page.panel.story.text()


# --- answers of before, groups of thresholds


def test_answers_of_the_year_before_are_taken_over_where_none_is_given(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks, office: Office
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    place = village(page, "Hổ Thôn")
    assess.answer(office.store(), SET, "2025", ManualAnswer("TC1", place, answer=False))
    assess.answer(office.store(), SET, "2026", ManualAnswer("TC1", place, version=1))
    page.carry.click()
    settled(qtbot, tasks)
    assert assess.matrix(office.store(), SET, "2026").answers[place, "TC1"].answer is None
    assess.answer(office.store(), "HD01/2023-LAOCAI", "2025", ManualAnswer("LC2", place, count=3))
    page.sets.setCurrentIndex(page.sets.findData("HD01/2023-LAOCAI"))
    page.sets.activated.emit(page.sets.currentIndex())
    settled(qtbot, tasks)
    page.carry.click()
    settled(qtbot, tasks)
    found = assess.matrix(office.store(), "HD01/2023-LAOCAI", "2026")
    assert found.answers[place, "LC2"].count == 3
    assert page.matrix.matrix is not None
    assert page.matrix.matrix.answers[place, "LC2"].count == 3


def test_a_group_of_thresholds_is_chosen_where_a_set_has_groups(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks, office: Office
) -> None:
    assert page.group.isHidden()
    before = criteria_packs.find(office.store(), SET)
    lower = (GroupThreshold("vùng cao", "30"),)
    other = tuple(
        replace(one, by_group=lower) if one.code == "TC5" else one for one in before.criteria
    )
    criteria_packs.save(office.store(), replace(before, criteria=other), before)
    page.refresh("2026")
    settled(qtbot, tasks)
    assert page.table.rows.index(1, 6).data() == "✗ thiếu 29"
    page.group.setCurrentIndex(page.group.findData("vùng cao"))
    page.group.activated.emit(page.group.currentIndex())
    settled(qtbot, tasks)
    assert page.table.rows.index(1, 6).data() == "✓ Đạt"
    assert page.group.currentData() == "vùng cao"


def test_a_file_that_is_no_proof_is_refused_in_place(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks, tmp_path: Path
) -> None:
    bad = tmp_path / "giả.jpg"
    bad.write_bytes(b"MZ not a picture")
    page.panel.proofs.take([bad, photo(tmp_path / "thật.jpg")])
    settled(qtbot, tasks)
    box = page.panel.proofs
    assert "giả.jpg" in box.problem.text() or not box.form.isHidden()
    assert box.form.name.text() == "thật.jpg"  # the next file is not held up


# --- two periods


def test_two_periods_stand_side_by_side_and_a_changed_set_draws_no_trend(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks, office: Office
) -> None:
    from digicommune.operations import periods

    store = office.store()
    periods.lock(store, "2025")
    before = criteria_packs.find(store, SET)
    other = tuple(
        replace(one, threshold="60") if one.code == "TC5" else one for one in before.criteria
    )
    criteria_packs.save(store, replace(before, criteria=other), before)
    page.against.setCurrentIndex(page.against.findData("2025"))
    page.against.activated.emit(page.against.currentIndex())
    settled(qtbot, tasks)
    assert "không so sánh TC5" in page.matrix.changed.text()
    assert page.table.rows.index(0, 6).data().endswith("≠ Bộ đã đổi")
    page.open_cell(village(page, "Duyên Hy"), "TC5")
    settled(qtbot, tasks)
    assert "Bộ tiêu chí đã thay đổi" in said(page)
    assert "↑" not in page.table.rows.index(0, 6).data()


def test_a_locked_period_shows_what_was_kept_and_takes_no_answer(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks, office: Office
) -> None:
    from digicommune.operations import periods

    periods.lock(office.store(), "2026")
    page.refresh("2026")
    settled(qtbot, tasks)
    assert "Kỳ đã khóa sổ" in said(page)
    assert not page.panel.answer.isEnabled()


# --- what is lacking


def test_a_gap_is_given_to_somebody_with_a_day(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks, office: Office
) -> None:
    page.open_tab("gaps")
    settled(qtbot, tasks)
    table = page.gaps.table
    lines = {(one.village.name, one.gap.criterion) for one in table.rows.rows}
    assert ("Vệ Thôn", "TC5") in lines
    table.choose(lambda one: (one.village.name, one.gap.criterion) == ("Vệ Thôn", "TC5"))
    row = table.currentIndex().row()
    for at, text in ((4, "Chị Lan"), (5, "01/02/2026")):
        table.setCurrentIndex(table.rows.index(row, at))
        table.rows.setData(table.rows.index(row, at), text)
        settled(qtbot, tasks)
    kept = next(
        one
        for one in gaps.sheet(office.store(), SET, "2026").lines
        if (one.village.name, one.gap.criterion) == ("Vệ Thôn", "TC5")
    )
    assert (kept.task.owner, kept.task.due_on) == ("Chị Lan", date(2026, 2, 1))
    assert table.rows.index(row, 3).data() == "✗ Quá hạn"
    assert "quá hạn" in page.gaps.count.text()
    page.gaps.late.setChecked(True)
    assert table.rows.rowCount() == 1
    page.gaps.late.setChecked(False)


def test_a_day_that_is_none_is_refused_with_words(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks, office: Office
) -> None:
    page.open_tab("gaps")
    settled(qtbot, tasks)
    table = page.gaps.table
    table.setCurrentIndex(table.rows.index(1, 5))
    table.rows.setData(table.rows.index(1, 5), "mai")
    window = page.window()
    assert isinstance(window, MainWindow)
    assert "“mai” không phải ngày" in window.statusBar().currentMessage()


def test_what_if_is_exact_and_live(qtbot: QtBot, page: CriteriaPage, tasks: Tasks) -> None:
    page.open_tab("gaps")
    settled(qtbot, tasks)
    box = page.gaps.what_if
    page.gaps.ranking.choose(lambda one: one[0].name == "Vệ Thôn")
    settled(qtbot, tasks)
    assert "Vệ Thôn" in box.title.text()
    assert box.verdict.text() == "✗ Chưa đạt 4/6"
    box.numbers["numerator", "KNS"].setValue(2)
    assert box.verdict.text() == "✗ Chưa đạt 5/6"
    box.numbers["numerator", "TKNH"].setValue(28)
    assert box.verdict.text() == "✗ Chưa đạt 5/6"
    box.numbers["numerator", "TKNH"].setValue(29)
    assert box.verdict.text() == "✓ Đạt 6/6"
    box.numbers["numerator", "TKNH"].setValue(1_000_000)
    assert box.verdict.text() == "! Không thể"
    box.least.click()
    assert [one.value() for one in box.numbers.values()] == [2, 29]


def test_a_gap_leads_to_the_names_and_to_its_cell(
    qtbot: QtBot, page: CriteriaPage, tasks: Tasks
) -> None:
    page.open_tab("gaps")
    settled(qtbot, tasks)
    table = page.gaps.table
    table.choose(lambda one: (one.village.name, one.gap.criterion) == ("Vệ Thôn", "TC5"))
    page.gaps.buttons["walk"].click()
    settled(qtbot, tasks)
    dialog = page.gaps.findChild(LackingDialog)
    assert dialog is not None
    settled(qtbot, tasks)
    assert dialog.villages.current().name == "Vệ Thôn"
    dialog.close()
    page.gaps.buttons["cell"].click()
    settled(qtbot, tasks)
    assert page.tabs["matrix"].isChecked()
    assert page.panel.place is not None
    where = page.panel.place.village.name, page.panel.place.criterion.code
    assert where == ("Vệ Thôn", "TC5")


def test_another_page_leads_to_a_cell(qtbot: QtBot, page: CriteriaPage, tasks: Tasks) -> None:
    page.open_place(f"{village(page, 'Đồng Tình')}:TC2")
    settled(qtbot, tasks)
    assert page.panel.place is not None
    assert page.panel.place.criterion.code == "TC2"
    assert page.table.hasFocus() or page.table.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_the_sets_named_by_the_page_are_the_offices(page: CriteriaPage, office: Office) -> None:
    known = [one.code for one in assess.sets(office.store())]
    assert [page.sets.itemData(at) for at in range(page.sets.count())] == known
