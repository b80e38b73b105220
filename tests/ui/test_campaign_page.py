"""The page of one campaign: its numbers lead to names, its sessions and targets can be changed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from digicommune.operations.intake import IntakeRequest
from digicommune.ui.pages.campaign_page import CampaignPage
from digicommune.ui.pages.intake import IntakePage
from digicommune.ui.pages.intake_settings import ListSettings
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.tasks import Tasks
from digicommune.ui.views.trace import TraceDialog
from digicommune.ui.window import MainWindow
from tests.ui.test_pages import cells, open_on, texts


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> CampaignPage:
    """The page of the hand-made campaign."""
    intake = open_on(qtbot, window, tasks, IntakePage)
    intake.open_tab("campaigns")
    intake.campaigns.open_campaign("TK-01")
    found = intake.campaigns.page
    qtbot.waitUntil(lambda: tasks.idle and found.view is not None)
    return found


def test_the_tabs_tell_accounts_people_and_banks(page: CampaignPage) -> None:
    said = texts(page)
    assert "125,0%" in said  # 5 accounts of 4 set out for
    assert "80,0% trên 5 người từ 15 tuổi" in said
    assert cells(page.overview.table, 2) == ["3/4", "1", "1"]
    assert cells(page.sessions.table, 0) == ["T2 05/01/2026"] * 2
    assert cells(page.sessions.table, 9) == ["! Trùng lịch"] * 2
    assert "Lê Thị Mẫu phải có mặt ở hai nơi" in page.sessions.clashes.text()
    links = [one.text() for one in page.results.findChildren(QPushButton) if kind(one) == "link"]
    # Agribank 2 people: 1 first, 1 shared; Vietcombank 3: 1 first, 1 shared, 1 had one elsewhere.
    assert links == ["2", "1", "1", "3", "1", "1", "1", "4", "1", "1"]


def kind(button: QPushButton) -> object:
    return button.property("kind")


def test_a_number_leads_to_its_people(qtbot: QtBot, page: CampaignPage, tasks: Tasks) -> None:
    page.open_tab("results")
    links = [one for one in page.results.findChildren(QPushButton) if kind(one) == "link"]
    links[6].click()  # Vietcombank: had one elsewhere
    dialog = page.findChild(TraceDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: tasks.idle and dialog.table.rows.rowCount() == 1)
    assert [one.label for one in dialog.table.rows.rows] == ["Người 4"]
    dialog.close()


def test_targets_and_state_are_changed(qtbot: QtBot, page: CampaignPage, tasks: Tasks) -> None:
    form = page.open_edit()
    assert form is not None
    form.targets[2][0].setText("abc")
    form.save.click()
    assert "số nguyên" in texts(form)
    form.targets[2][0].setText("1.000")
    form.state.setCurrentIndex(form.state.findData("closed"))
    form.save.click()
    qtbot.waitUntil(lambda: tasks.idle and "Đã kết thúc" in texts(page))
    assert page.view is not None
    assert [(one.village_id, one.accounts) for one in page.view.campaign.targets] == [
        (1, 4), (2, 1000),
    ]  # fmt: skip


def test_a_session_is_added_and_moved(qtbot: QtBot, page: CampaignPage, tasks: Tasks) -> None:
    form = page.open_session()
    assert form is not None
    form.hour.setText("sớm")
    form.save.click()
    assert "Chưa hiểu giờ" in texts(form)
    form.hour.setText("14 giờ")
    form.day.setDate(form.day.date().addDays(35))
    form.village.setCurrentIndex(form.village.findData(3))
    form.expected.setText("60")
    form.save.click()
    qtbot.waitUntil(lambda: tasks.idle and page.sessions.table.rows.rowCount() == 3)
    page.sessions.open_span("week")
    qtbot.waitUntil(lambda: page.sessions.table.rows.rowCount() in (1, 2))
    page.sessions.open_span("all")
    line = page.sessions.table.rows.rows[-1]
    assert (line.session.held_on, line.session.expected) == (date(2026, 2, 9), 60)
    again = page.open_session(line)
    assert again is not None
    again.remove.click()
    assert again.remove.text() == "Bấm lần nữa để xóa"
    again.remove.click()
    qtbot.waitUntil(lambda: tasks.idle and page.sessions.table.rows.rowCount() == 2)


def test_what_a_bank_told_stands_in_its_line(
    qtbot: QtBot, page: CampaignPage, tasks: Tasks
) -> None:
    page.open_tab("results")
    form = page.open_told(page.sessions.table.rows.rows[0])
    assert form is not None
    form.fields["da-co"].setText("7")
    form.fields["giay-to"].setText("3")
    form.save.click()
    qtbot.waitUntil(lambda: tasks.idle and "Thiếu giấy tờ" in texts(page.results))
    numbers = [one.text() for one in page.results.findChildren(QLabel) if one.isVisibleTo(page)]
    assert "7" in numbers
    assert "3" in numbers


def test_a_list_may_belong_to_a_session(qtbot: QtBot) -> None:
    settings = ListSettings()
    qtbot.addWidget(settings)
    settings.show_campaigns((("TK-01", "Mở tài khoản"), ("TK-01\t2", "    05/01/2026")))
    settings.campaign.setCurrentIndex(2)
    asked = settings.request(IntakeRequest())
    assert (asked.campaign, asked.session) == ("TK-01", 2)
    settings.campaign.setCurrentIndex(1)
    asked = settings.request(IntakeRequest())
    assert (asked.campaign, asked.session) == ("TK-01", None)


def test_letters_go_on_from_where_the_printer_stopped(
    qtbot: QtBot, page: CampaignPage, tasks: Tasks
) -> None:
    tab = page.papers
    page.open_tab("papers")
    tab.source.setCurrentIndex(tab.source.findData("typed"))
    tab.names.setPlainText("Ông A\n\nBà B\nÔng C")
    tab.number.setText("12")
    tab.write.click()
    qtbot.waitUntil(lambda: tasks.idle and len(page.findChildren(PaperDialog)) == 1)
    page.findChildren(PaperDialog)[0].close()
    assert cells(tab.table, 3) == ["0/3"]
    assert (tab.first.text(), tab.upto.text()) == ("1", "3")
    tab.upto.setText("2")
    tab.keep.click()
    qtbot.waitUntil(lambda: tasks.idle and cells(tab.table, 3) == ["2/3"])
    assert tab.first.text() == "3"
    tab.again.click()
    qtbot.waitUntil(lambda: "từ thư 3" in texts(page))
    for dialog in page.findChildren(PaperDialog):
        dialog.close()


def test_report_and_chat_text(qtbot: QtBot, page: CampaignPage, tasks: Tasks) -> None:
    tab = page.papers
    tab.number.setText("45")
    tab.report.click()
    qtbot.waitUntil(lambda: tasks.idle and len(page.findChildren(PaperDialog)) == 1)
    dialog = page.findChildren(PaperDialog)[0]
    assert dialog.document.title == "bao-cao-chien-dich 45"
    dialog.close()
    tab.chat.click()
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "Kết quả TK-01")


def test_the_words_of_report_and_plan_are_written(
    qtbot: QtBot, page: CampaignPage, tasks: Tasks
) -> None:
    work = page._desk_work
    page.papers.plan_words.click()
    qtbot.waitUntil(lambda: tasks.idle and work.words is not None)
    assert work.words is not None
    places = [work.words.list.item(at).text() for at in range(work.words.list.count())]
    work.words.list.setCurrentRow(places.index("Kinh phí"))
    work.words.text.setPlainText("Ngân sách xã.")
    work.words.close()
    qtbot.waitUntil(lambda: tasks.idle and work.words is None)
    page.papers.report_words.click()
    qtbot.waitUntil(lambda: tasks.idle and work.words is not None)
    assert work.words.list.count() == 1
    assert not work.words.list.item(0).font().bold()
    work.words.close()
    page.papers.plan_words.click()
    qtbot.waitUntil(lambda: tasks.idle and work.words is not None)
    assert work.words.list.item(0).font().bold()
    work.words.close()
