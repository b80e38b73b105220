"""Each page over values made by hand: what it shows, what it asks, what it hands on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from digicommune.ui.pages.campaign_form import CampaignForm
from digicommune.ui.pages.criteria import CriteriaPage
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.merchants import MerchantsPage
from digicommune.ui.pages.overview import OverviewPage
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.pages.villages import VillagesPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.views.chart import ChartView
from digicommune.ui.views.table import Table
from digicommune.ui.views.trace import TraceDialog
from digicommune.ui.window import MainWindow
from tests.ui.conftest import MakeWindow
from tests.ui.offices import HOSTILE, VILLAGES, Answers, hand_made


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> None:
    """Nothing is under way when a test begins."""
    qtbot.waitUntil(lambda: tasks.idle)


def open_on[P: QWidget](qtbot: QtBot, window: MainWindow, tasks: Tasks, page: type[P]) -> P:
    """The page of this kind, opened and settled."""
    keys = {
        OverviewPage: "overview", VillagesPage: "villages", MerchantsPage: "merchants",
        IntakePage: "intake", CriteriaPage: "criteria", ReportsPage: "reports",
    }  # fmt: skip
    key = keys[page]
    window.open_page(key)
    qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
    made = window.page(key)
    assert isinstance(made, page)
    if isinstance(made, IntakePage):
        qtbot.waitUntil(lambda: made.whole and tasks.idle, timeout=20_000)
    return made


def texts(widget: QWidget) -> str:
    """All that can be read on a widget."""
    QApplication.processEvents()  # what was just added becomes visible
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    return "\n".join(labels + [one.text() for one in widget.findChildren(QAbstractButton)])


def cells(table: Table, column: int) -> list[str]:
    """The texts of a column."""
    model = table.rows
    return [model.index(at, column).data() for at in range(model.rowCount())]


def test_overview_shows_figures_a_chart_and_what_to_do(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    page = open_on(qtbot, window, tasks, OverviewPage)
    said = texts(page)
    assert "90,06%" in said
    assert "3.073/3.412 người" in said
    assert "chưa có số liệu" in said
    qtbot.waitUntil(lambda: page.findChild(ChartView) is not None)  # after the tiles
    chart = page.findChild(ChartView)
    qtbot.waitUntil(lambda: chart.image is not None, timeout=20_000)
    assert chart.image.width() > 300
    item = page.todo.item(0)
    page.todo.itemClicked.emit(item)
    assert window.current_key == "intake"
    qtbot.waitUntil(lambda: tasks.idle)


def test_a_bar_is_judged_on_its_exact_counts() -> None:
    from decimal import Decimal

    from digicommune.operations.overview import OverviewChart, VillageBar
    from digicommune.ui.pages.overview_below import bars_of

    bars = (VillageBar("A", Decimal("70.00"), "2.799/4.000"), VillageBar("B", None, ""))
    made = bars_of(OverviewChart("x", bars, Decimal(70)))
    assert [one.met for one in made.bars] == [False, None]  # 69,975 % is not 70


def test_villages_lead_from_a_number_to_its_rows(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    page = open_on(qtbot, window, tasks, VillagesPage)
    assert cells(page.table, 0) == [one.name for one in VILLAGES]
    page.table.choose(lambda one: one.village.name == "Hổ Thôn")
    assert "79,23%" in texts(page)
    links = [
        one
        for one in page.findChildren(QPushButton)
        if one.property("kind") == "link" and one.isVisible()
    ]
    assert [one.text() for one in links] == ["412/520", "còn 108"]
    links[0].click()
    dialog = page.findChild(TraceDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == 2)
    assert cells(dialog.table, 3) == ["ds.xlsx", "Nhập tay: Lan, 01/03/2026 00:00"]
    assert cells(dialog.table, 5) == ["11", ""]
    assert "79,23%" in texts(dialog)
    dialog.close()


def test_merchants_are_found_while_typing_and_filtered(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    page = open_on(qtbot, window, tasks, MerchantsPage)
    assert page.table.rows.rowCount() == 3
    qtbot.keyClicks(page.search, "hai yen")
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)
    qtbot.waitUntil(lambda: tasks.idle)
    assert page.view.card is not None
    assert page.view.card.merchant.name == "Tạp hóa Hải Yến"
    page.search.clear()
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 3)
    codes = page.filters.qr
    codes.setCurrentIndex(codes.findData("none"))
    codes.activated.emit(0)
    assert cells(page.table, 0) == ["Sửa xe Đức Anh"]
    assert cells(page.table, 3) == ["– Chưa có"]


def previewed(qtbot: QtBot, window: MainWindow, tasks: Tasks, tmp_path: Path) -> IntakePage:
    page = open_on(qtbot, window, tasks, IntakePage)
    page.take_files([tmp_path / "ds.xlsx"])
    qtbot.waitUntil(lambda: page.step is page.columns and tasks.idle)
    bank = page.columns.settings.bank
    bank.setCurrentIndex(bank.findData("970405"))
    bank.activated.emit(bank.currentIndex())
    page.columns.go.click()
    qtbot.waitUntil(lambda: page.step is page.preview and tasks.idle)
    return page


def test_a_list_is_previewed_with_counts_filters_and_reasons(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    page = previewed(qtbot, window, tasks, tmp_path)
    counts = {code: made.text().split()[-1] for code, made in page.preview.filters.items()}
    assert counts == {
        "all": "4", "new": "1", "known": "1", "doubtful": "1", "rejected": "1", "skipped": "1",
        "names": "0",
    }  # fmt: skip
    page.preview.table.choose(lambda one: one.verdict == "rejected")
    assert "Số định danh: Số định danh “3807” không đủ 12 chữ số." in texts(page.preview.panel)
    page.preview.filters["skipped"].click()
    assert cells(page.preview.table, 1) == ["· Bỏ qua"]
    assert "Tổng cộng: 4" in cells(page.preview.table, 3)[0]
    said = texts(page.preview)
    assert "đã nhập ngày 01/03/2026" in said
    assert "trang tính ẩn: Ẩn" in said


def test_before_and_after_stand_side_by_side_and_numbers_are_masked(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    page = previewed(qtbot, window, tasks, tmp_path)
    page.preview.table.choose(lambda one: one.verdict == "known")
    said = texts(page.preview.panel)
    assert "0900000000" in said
    assert "0912345678" in said
    assert "038•••••1234" in said
    shown = range(page.preview.table.rows.columnCount())
    told = "".join(text for at in shown for text in cells(page.preview.table, at))
    assert "038072001234" not in said + told


def test_a_doubtful_row_waits_until_decided_then_the_list_is_saved(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    page = previewed(qtbot, window, tasks, tmp_path)
    assert "2 dòng" in page.preview.save.text()
    page.preview.table.choose(lambda one: one.verdict == "doubtful")
    page.preview.panel.settle.click()
    assert page.preview.mode == "doubtful"
    assert page.preview.doubts.left.text() == "Còn 1"
    page.preview.doubts.sides.decide("new")
    assert page.preview.decisions == {11: "new"}
    assert page.preview.doubts.left.text() == "✓ Đã xem hết"
    assert "3 dòng" in page.preview.save.text()
    with qtbot.waitSignal(tasks.changed):
        page.preview.save.click()
    qtbot.waitUntil(lambda: page.step is page.done)
    assert page.done.message.text() == "Đã lưu 2 người."
    page.done.again.emit()
    assert page.step is not page.done
    qtbot.waitUntil(lambda: tasks.idle)


def test_leaving_a_preview_saves_nothing(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, tmp_path: Path
) -> None:
    page = previewed(qtbot, window, tasks, tmp_path)
    changes: list[int] = []
    tasks.changed.connect(lambda: changes.append(1))
    page.preview.left.emit()
    assert page.step is not page.preview
    assert changes == []


def test_campaigns_show_what_their_lists_brought(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    page = open_on(qtbot, window, tasks, IntakePage)
    page.open_tab("campaigns")
    table = page.campaigns.table
    assert cells(table, 2) == ["1.120"]
    assert table.columnWidth(0) >= 280  # a campaign's name is a sentence
    said = texts(page.campaigns)
    assert "Agribank, Vietcombank" in said
    assert "Không rõ thôn" in said
    assert "700" in said
    page.open_tab("history")
    assert cells(page.history.table, 2) == [HOSTILE]
    assert cells(page.history.table, 4) == ["Agribank"]


def test_a_new_campaign_is_checked_before_it_is_saved(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    page = open_on(qtbot, window, tasks, IntakePage)
    form = page.campaigns.open_form()
    assert isinstance(form, CampaignForm)
    form.save.click()
    assert "mã và tên" in texts(form)
    form.code.setText("TK-02")
    form.name.setText("Đợt hai")
    form.end.setDate(form.start.date().addDays(-1))
    form.save.click()
    assert "Ngày kết thúc" in texts(form)
    form.end.setDate(form.start.date().addDays(30))
    form.banks.item(0).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(form.filled) as told, qtbot.waitSignal(tasks.changed):
        form.save.click()
    assert (told.args[0].code, told.args[0].banks) == ("TK-02", ("970405",))
    qtbot.waitUntil(lambda: tasks.idle)


def test_the_matrix_shows_verdicts_and_takes_answers(
    qtbot: QtBot, open_window: MakeWindow, tasks: Tasks, pdf: bytes
) -> None:
    answers = Answers()
    window = open_window(hand_made(lambda: pdf, answers))
    page = open_on(qtbot, window, tasks, CriteriaPage)
    assert cells(page.table, 4) == ["✗ thiếu 1"] * 4  # 2.799 of 4.000 against 70 %
    assert cells(page.table, 2) == ["– Chưa có"] * 4
    page.table.setCurrentIndex(page.table.rows.index(2, 2))
    page.panel.answer.yes.click()
    page.panel.answer.note.setPlainText("đã có cáp")
    page.panel.answer.save.click()
    qtbot.waitUntil(lambda: tasks.idle)
    kept = answers.kept[3, "TC1"]
    assert (kept.answer, kept.note) == (True, "đã có cáp")
    assert cells(page.table, 2) == ["– Chưa có", "– Chưa có", "✓ Đạt", "– Chưa có"]
    assert page.table.currentIndex().row() == 2  # the place is kept


def test_a_ratio_shows_its_numbers_and_a_missing_proof_is_named(
    qtbot: QtBot, open_window: MakeWindow, tasks: Tasks, pdf: bytes
) -> None:
    window = open_window(hand_made(lambda: pdf))
    page = open_on(qtbot, window, tasks, CriteriaPage)
    page.table.setCurrentIndex(page.table.rows.index(0, 4))
    said = texts(page.panel)
    for part in ("2.799/4.000", "69,98%", "70%", "Còn thiếu", "1 người"):
        assert part in said
    page.table.setCurrentIndex(page.table.rows.index(0, 5))
    page.panel.answer.yes.click()
    page.panel.answer.save.click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert cells(page.table, 5)[0] == "! Thiếu MC"
    page.panel.answer.evidence.setText("QĐ 12/QĐ-UBND")
    page.panel.answer.save.click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert cells(page.table, 5)[0] == "✓ Đạt"


def test_a_count_is_answered_with_a_number(
    qtbot: QtBot, open_window: MakeWindow, tasks: Tasks, pdf: bytes
) -> None:
    answers = Answers()
    page = open_on(qtbot, open_window(hand_made(lambda: pdf, answers)), tasks, CriteriaPage)
    page.table.setCurrentIndex(page.table.rows.index(1, 3))
    page.panel.answer.count.setValue(2)
    page.panel.answer.save.click()
    qtbot.waitUntil(lambda: tasks.idle)
    assert answers.kept[2, "TC3"].count == 2
    assert cells(page.table, 3)[1] == "✓ Đạt"


def test_a_report_is_made_seen_and_saved(
    qtbot: QtBot, window: MainWindow, tasks: Tasks, pdf: bytes, tmp_path: Path
) -> None:
    page = open_on(qtbot, window, tasks, ReportsPage)
    page.form.number.setText("45")
    with qtbot.waitSignal(page.form.asked) as told:
        page.form.make.click()
    request = told.args[0]
    assert (request.period, request.number, request.dated) == ("2026-Q1", "45", None)
    assert (request.sections, request.form) == ({}, None)
    qtbot.waitUntil(lambda: page.document is not None and tasks.idle)
    assert page.preview.page_count == 2
    page.save_to(tmp_path / "ra.pdf")
    qtbot.waitUntil(lambda: tasks.idle)
    assert (tmp_path / "ra.pdf").read_bytes() == pdf


def test_a_made_report_is_opened_again(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    page = open_on(qtbot, window, tasks, ReportsPage)
    page.table.selectRow(0)
    page.table.doubleClicked.emit(page.table.currentIndex())
    qtbot.waitUntil(lambda: page.document is not None and tasks.idle)
    assert page.document.title == "Lại"


def test_nothing_hostile_becomes_mark_up(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    for key in window.bar.buttons:
        window.open_page(key)
        qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
    labels = [one for one in window.findChildren(QLabel) if one.objectName() == ""]
    rich = [one.text() for one in labels if one.textFormat() != Qt.TextFormat.PlainText]
    assert rich == []
    for one in window.findChildren(QWidget):
        assert "<img" not in one.toolTip()
    for button in window.findChildren(QAbstractButton):
        assert "&" not in button.text().replace("&&", "")


def test_everything_one_can_press_has_a_name(
    qtbot: QtBot, window: MainWindow, tasks: Tasks
) -> None:
    for key in window.bar.buttons:
        window.open_page(key)
        qtbot.waitUntil(lambda: tasks.idle, timeout=20_000)
    own = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    assert [one for one in own if not (one.accessibleName() or one.text())] == []
