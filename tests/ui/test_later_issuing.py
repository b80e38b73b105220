"""Electronic issue, its number, withdrawal and its way back, in the window on a real office."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from digicommune.app import Office
from digicommune.domain.issued import IssuedPaper
from digicommune.operations import issue_later, issue_register, issuing, reports
from digicommune.operations.issuing import IssueRequest
from digicommune.settings import today
from digicommune.ui.pages.issue_later_forms import (
    LaterForm,
    NumberFields,
    TakeBackFields,
    WithdrawFields,
)
from digicommune.ui.pages.issue_paper import IssuedDialog
from digicommune.ui.pages.issue_register import RegisterDialog
from digicommune.ui.pages.reports import ReportsPage
from digicommune.ui.tasks import Tasks
from digicommune.ui.window import MainWindow
from tests.ui.test_issuing import SLOW, drafted, house, issue, the_register
from tests.ui.test_widths import cut_words

__all__ = ["house"]


def issued(office: Office, request: IssueRequest, kind: str = "thong-bao") -> IssuedPaper:
    """A notice issued by the operations themselves."""
    store = office.store()
    number = reports.make(store, reports.ReportRequest(kind, "2026")).document_id
    issuing.check_draft(store, number)
    return issuing.issue(store, number, request).paper


def electronically(qtbot: QtBot, page: ReportsPage, tasks: Tasks) -> IssuedDialog:
    """The draft on screen, issued without number; what opens then."""
    issue(qtbot, page, tasks)
    form = page.strip.form
    assert form is not None
    form.electronic.click()
    assert not form.number.isVisible()
    assert not form.date.isVisible()
    assert f"năm {today().year}" in form._no_day.text()
    nothing_cut(qtbot, form)
    form.issue.click()
    qtbot.waitUntil(lambda: page.strip.paper is not None and tasks.idle, timeout=SLOW)
    assert page.strip.paper is not None
    return page.strip.paper


def register_of(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> RegisterDialog:
    """The register as the page of reports opens it."""
    window.open_page("reports")
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    return the_register(qtbot, page, tasks)


def nothing_cut(qtbot: QtBot, widget: QWidget) -> None:
    """No word is cut once the window has laid itself out."""
    qtbot.waitUntil(lambda: cut_words(widget) == set(), timeout=SLOW)


def form_of(dialog: RegisterDialog) -> LaterForm:
    """What a button of the register has opened."""
    form = dialog.later.form
    assert form is not None
    return form


def save(qtbot: QtBot, dialog: RegisterDialog, tasks: Tasks) -> None:
    """What was typed is kept, and the register is read again."""
    form_of(dialog).save.click()
    qtbot.waitUntil(lambda: dialog.later.form is None and tasks.idle, timeout=SLOW)


def refused(qtbot: QtBot, dialog: RegisterDialog, tasks: Tasks) -> str:
    """What the form says instead of closing."""
    form = form_of(dialog)
    nothing_cut(qtbot, form)
    form.save.click()
    qtbot.waitUntil(lambda: form.save.isEnabled() and tasks.idle, timeout=SLOW)
    assert form.problem.isVisible()
    return form.problem.text()


def close(*dialogs: QWidget | None) -> None:
    for one in dialogs:
        assert isinstance(one, QDialog)
        QDialog.reject(one)


def lines_of(dialog: RegisterDialog) -> list[str]:
    rows = dialog.table.rows
    every = range(rows.columnCount())
    return ["|".join(str(rows.index(at, c).data()) for c in every) for at in range(rows.rowCount())]


def book_of(office: Office) -> str:
    """The printed book without spaces: a narrow cell breaks its lines where it must."""
    pdf = issue_register.book(office.store(), today().year).pdf
    said = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return "".join(said.split())


def parts_saved(qtbot: QtBot, shown: IssuedDialog, tasks: Tasks, folder: Path) -> None:
    """Main text and annexes lie in a folder of the paper's own, as they were issued."""
    folder.mkdir()
    shown.save_apart(folder)
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    (own,) = folder.iterdir()
    written = sorted(one.read_bytes() for one in own.iterdir())
    assert len(written) > 1
    assert written == sorted(one.pdf for one in shown.issued.parts)
    assert str(own) in shown.said.text()
    shown.save_apart(folder / "khong-co")
    qtbot.waitUntil(lambda: "Không có thư mục" in shown.said.text(), timeout=SLOW)
    nothing_cut(qtbot, shown)


def number_entered(qtbot: QtBot, dialog: RegisterDialog, tasks: Tasks, number: str) -> None:
    """The office's system has given a number to the paper chosen."""
    dialog.later.number.click()
    fields = form_of(dialog).fields
    assert isinstance(fields, NumberFields)
    fields.number.clear()
    assert "chưa đúng" in refused(qtbot, dialog, tasks)
    fields.number.setText(number)
    save(qtbot, dialog, tasks)


def reprinted(qtbot: QtBot, dialog: RegisterDialog, tasks: Tasks) -> IssuedDialog:
    """The paper chosen, from its stored bytes."""
    dialog.look.click()
    qtbot.waitUntil(lambda: dialog.paper is not None and tasks.idle, timeout=SLOW)
    assert dialog.paper is not None
    return dialog.paper


def withdrawn_by_other(qtbot: QtBot, dialog: RegisterDialog, tasks: Tasks, other: str) -> None:
    """The paper chosen is withdrawn by a decision that is not in the register."""
    dialog.later.withdraw.click()
    fields = form_of(dialog).fields
    assert isinstance(fields, WithdrawFields)
    assert "Chưa ghi lý do" in refused(qtbot, dialog, tasks)
    fields.reason.setText("nhầm số liệu")
    fields.by.setCurrentIndex(1)
    assert "Chưa ghi văn bản thu hồi" in refused(qtbot, dialog, tasks)
    fields.other.setText(other)
    save(qtbot, dialog, tasks)


def test_from_an_electronic_issue_to_a_withdrawal_the_book_tells_of(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks, tmp_path: Path
) -> None:
    window, office = house
    page = drafted(qtbot, window, tasks)
    waiting = electronically(qtbot, page, tasks)
    assert "chờ số" in waiting.notice.text()
    assert "chờ số" in page.strip.said.text()
    parts_saved(qtbot, waiting, tasks, tmp_path / "phan-mem")
    dialog = the_register(qtbot, page, tasks)
    assert "…/BC-UBND|…|" in lines_of(dialog)[0]
    number_entered(qtbot, dialog, tasks, "45")
    assert "45/BC-UBND" in lines_of(dialog)[0]
    assert "45/BC-UBND" in page.strip.said.text()
    again = reprinted(qtbot, dialog, tasks)
    assert page.document is not None
    assert again.document.pdf == waiting.document.pdf == page.document.pdf
    assert not again.notice.isVisible()
    withdrawn_by_other(qtbot, dialog, tasks, "12/QĐ-UBND")
    assert "✗ Đã thu hồi" in lines_of(dialog)[0]
    assert "✗ 45/BC-UBND" in page.strip.said.text()
    assert issuing.reprint(office.store(), 1).document.pdf == page.document.pdf
    assert "theo12/QĐ-UBND,lýdo:nhầmsốliệu" in book_of(office)
    close(again, waiting, dialog)


def test_a_number_already_entered_is_put_right_with_a_reason(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    window, office = house
    printed = issued(office, IssueRequest(today()))
    waits = issued(office, IssueRequest(today(), electronic=True))
    dialog = register_of(qtbot, window, tasks)
    dialog.table.choose(lambda one: one.paper.issue_id == printed.issue_id)
    assert not dialog.later.number.isEnabled()
    dialog.table.choose(lambda one: one.paper.issue_id == waits.issue_id)
    assert not dialog.correct.isEnabled()
    dialog.later.number.click()
    fields = form_of(dialog).fields
    assert isinstance(fields, NumberFields)
    fields.number.setText("1")
    assert "đã cấp" in refused(qtbot, dialog, tasks)
    fields.number.setText("5")
    save(qtbot, dialog, tasks)
    dialog.later.number.click()
    again = form_of(dialog).fields
    assert isinstance(again, NumberFields)
    assert again.number.text() == "5"
    again.number.setText("6")
    assert "nêu lý do" in refused(qtbot, dialog, tasks)
    again.reason.setText("gõ nhầm")
    again.day.setDate(QDate(today().year, 1, 9))
    save(qtbot, dialog, tasks)
    (mended,) = [one for one in issuing.register(office.store()) if one.electronic]
    assert (mended.full_number, mended.issued_on) == ("06/TB-UBND", date(today().year, 1, 9))
    close(dialog)


def test_the_register_shows_papers_by_how_they_stand_and_one_code_tells(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    window, office = house
    old = issued(office, IssueRequest(today()))
    new = issued(office, IssueRequest(today(), replaces=old.issue_id))
    issued(office, IssueRequest(today(), electronic=True))
    dialog = register_of(qtbot, window, tasks)
    nothing_cut(qtbot, dialog)
    states = [dialog.state.itemData(at) for at in range(dialog.state.count())]
    assert states == [None, "issued", "waiting", "replaced"]
    for state, count in (("waiting", 1), ("replaced", 1), ("issued", 1), (None, 3)):
        dialog.state.setCurrentIndex(dialog.state.findData(state))
        assert dialog.table.rows.rowCount() == count
    for order in Qt.SortOrder:
        dialog.table.horizontalHeader().setSortIndicator(0, order)
        assert "…/TB-UBND" in lines_of(dialog)[-1]
    for paper, told in ((old, "không dùng được nữa"), (new, "✓ Mã của văn bản")):
        dialog.code.setText(paper.check_code)
        dialog.verify()
        qtbot.waitUntil(lambda told=told: told in dialog.said.text(), timeout=SLOW)  # type: ignore[misc]
        assert dialog.table.current().paper.issue_id == paper.issue_id
    close(dialog)


def test_a_withdrawal_by_a_paper_of_the_register_is_told_with_the_bytes_and_by_the_code(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    window, office = house
    paper, by = (issued(office, IssueRequest(today())) for _ in range(2))
    dialog = register_of(qtbot, window, tasks)
    dialog.table.choose(lambda one: one.paper.issue_id == paper.issue_id)
    dialog.later.withdraw.click()
    fields = form_of(dialog).fields
    assert isinstance(fields, WithdrawFields)
    assert form_of(dialog).save.text() == "Thu hồi 01/TB-UBND"
    fields.reason.setText("nhầm")
    fields.by.setCurrentIndex(fields.by.findData(by.issue_id))
    fields.day.setDate(fields.day.date().addDays(1))
    assert "ngày" in refused(qtbot, dialog, tasks)
    fields.day.setDate(fields.day.date().addDays(-1))
    save(qtbot, dialog, tasks)
    assert "theo 02/TB-UBND, lý do: nhầm" in reprinted(qtbot, dialog, tasks).notice.text()
    dialog.code.setText(paper.check_code)
    dialog.verify()
    qtbot.waitUntil(lambda: "lý do: nhầm" in dialog.said.text() and tasks.idle, timeout=SLOW)
    close(dialog.paper, dialog)


def test_a_withdrawal_entered_by_mistake_is_taken_back(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    window, office = house
    paper = issued(office, IssueRequest(today()))
    wrong = issue_later.WithdrawRequest("nhầm", today())
    issue_later.withdraw(office.store(), paper.issue_id, wrong)
    dialog = register_of(qtbot, window, tasks)
    assert dialog.later.take_back.isVisible()
    assert not dialog.later.withdraw.isVisible()
    dialog.later.take_back.click()
    back = form_of(dialog).fields
    assert isinstance(back, TakeBackFields)
    assert "Chưa ghi lý do" in refused(qtbot, dialog, tasks)
    back.reason.setText("chọn nhầm dòng")
    save(qtbot, dialog, tasks)
    assert dialog.later.withdraw.isVisible()
    (paper,) = issuing.register(office.store())
    assert paper.standing == "issued"
    close(dialog)


def test_a_letter_puts_a_paper_right_that_stays_in_force(
    qtbot: QtBot, house: tuple[MainWindow, Office], tasks: Tasks
) -> None:
    """A công văn đính chính (Decree 30/2020, Art. 18.3)."""
    window, office = house
    first = issued(office, IssueRequest(date(2026, 4, 5)))
    window.open_page("reports")
    qtbot.waitUntil(lambda: tasks.idle, timeout=SLOW)
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    page.form.kind.setCurrentIndex(page.form.kind.findData("cong-van"))
    page = drafted(qtbot, window, tasks)
    issue(qtbot, page, tasks)
    form = page.strip.form
    assert form is not None
    form.corrects.setCurrentIndex(form.corrects.findData(first.issue_id))
    nothing_cut(qtbot, form)
    form.issue.click()
    qtbot.waitUntil(lambda: page.strip.form is None and tasks.idle, timeout=SLOW)
    newest, oldest = issue_register.lines(office.store())
    assert [one.issue_id for one in newest.corrects] == [first.issue_id]
    assert oldest.paper.standing == "issued"
    pdf = issuing.reprint(office.store(), newest.paper.issue_id).document.pdf
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "đính chính văn bản số 01/TB-UBND" in " ".join(said.replace("\u00a0", " ").split())
