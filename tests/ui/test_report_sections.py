"""The text of a report in the window: looked at, written, taken back, printed as typed."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from digicommune.app import Office
from digicommune.domain.report_sections import SectionText
from digicommune.operations import report_sections, reports
from digicommune.ui.pages.report_sections import SectionDialog
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow

SLOW = 60_000  # milliseconds
KIND = "bao-cao-chuyen-doi-so"


@pytest.fixture
def opened(
    house: tuple[MainWindow, Office], qtbot: QtBot, tasks: Tasks
) -> tuple[ReportsPage, Office]:
    window, office = house
    window.open_page("reports")
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    qtbot.waitUntil(lambda: page.form.sections.list.count() > 5 and tasks.idle, timeout=SLOW)
    return page, office


def kept(office: Office, section: str) -> str:
    found = report_sections.offered(office.store(), reports.ReportRequest(KIND, "2026"))
    return next(one.text for one in found if one.place.section == section)


def dialog_at(page: ReportsPage, section: str) -> SectionDialog:
    places = [one.place.section for one in page._offers]
    page.open_sections(places.index(section))
    assert page.sections is not None
    return page.sections


def test_a_section_is_written_printed_and_taken_back(
    qtbot: QtBot, opened: tuple[ReportsPage, Office], tasks: Tasks
) -> None:
    page, office = opened
    dialog = dialog_at(page, "tasks")
    assert "Duy trì các chỉ tiêu đã đạt" in dialog.text.toPlainText()
    assert not dialog.generated.isVisible()
    dialog.text.setPlainText("- Mở lớp kỹ năng số tại bốn thôn.")
    dialog.list.setCurrentRow(0)  # looking elsewhere keeps it
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    assert kept(office, "tasks") == "- Mở lớp kỹ năng số tại bốn thôn."
    assert page.form.sections.count.text() == "1 mục đã sửa"
    dialog.close()
    page.form.make.click()
    qtbot.waitUntil(lambda: page.document is not None and tasks.idle, timeout=SLOW)
    assert page.document is not None
    text = "\n".join(one.extract_text() for one in PdfReader(BytesIO(page.document.pdf)).pages)
    assert "Mở lớp kỹ năng số tại bốn thôn" in text
    again = dialog_at(page, "tasks")
    assert again.generated.isVisible()
    again.default.click()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    again.close()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    assert "Duy trì các chỉ tiêu đã đạt" in kept(office, "tasks")
    assert page.form.sections.count.text() == ""


def test_a_list_has_no_text_and_a_notice_has(
    qtbot: QtBot, opened: tuple[ReportsPage, Office], tasks: Tasks
) -> None:
    page, _ = opened
    for code, count in (("phu-luc-thon", 0), ("thong-bao", 9), ("tom-tat-lanh-dao", 4)):
        at = page.form.kind.findData(code)
        page.form.kind.setCurrentIndex(at)
        page.form.kind.activated.emit(at)
        qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
        assert page.form.sections.list.count() == count
        assert page.form.sections.isVisible() is bool(count)


def test_the_last_periods_words_are_begun_from(
    qtbot: QtBot, opened: tuple[ReportsPage, Office], tasks: Tasks
) -> None:
    page, office = opened
    found = report_sections.offered(office.store(), reports.ReportRequest(KIND, "2025"))
    offer = next(one for one in found if one.place.section == "proposals")
    text = SectionText(offer.place, "Đề nghị hỗ trợ máy.", offer.generated)
    report_sections.save(office.store(), text)
    page.refresh("2026")
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    dialog = dialog_at(page, "proposals")
    assert dialog.before.isVisible()
    assert "năm 2025" in dialog.hint.text()
    dialog.before.click()
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    assert kept(office, "proposals") == "Đề nghị hỗ trợ máy."
    dialog.close()
