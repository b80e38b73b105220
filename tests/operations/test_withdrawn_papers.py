"""Papers withdrawn, and papers corrected by letter: told everywhere, their bytes never touched."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from digicommune.db.store import Store
from digicommune.errors import UserError
from digicommune.operations import (
    intake,
    issue_later,
    issue_register,
    issuing,
    office_files,
    reports,
)
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.issue_later import NumberGiven, WithdrawRequest
from digicommune.operations.issuing import IssuedDocument, IssueRequest
from tests.operations.lists import village_list

KIND, PERIOD = "bao-cao-chuyen-doi-so", "2026-Q1"
DAY, LATER = date(2026, 4, 5), date(2026, 5, 20)


@pytest.fixture
def office(any_store: Store, tmp_path: Path) -> Store:
    """An office with villages, in a file and on a server."""
    intake.take(
        any_store,
        village_list(tmp_path / "thon.xlsx", "Duyên Hy", "Vệ Thôn"),
        IntakeRequest("villages"),
    )
    return any_store


def issued(
    store: Store, request: IssueRequest | None = None, kind: str = "thong-bao"
) -> IssuedDocument:
    number = reports.make(store, reports.ReportRequest(kind, PERIOD)).document_id
    issuing.check_draft(store, number)
    return issuing.issue(store, number, request or IssueRequest(DAY))


def text(pdf: bytes) -> str:
    said = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(said.replace("\u00a0", " ").split())


def close(said: str) -> str:
    """Without spaces: a narrow cell breaks its lines where it must."""
    return "".join(said.split())


def code_of(caught: pytest.ExceptionInfo[UserError]) -> str:
    return caught.value.code


def test_a_paper_is_withdrawn_and_everything_says_so(office: Store, tmp_path: Path) -> None:
    first, second = issued(office), issued(office)
    request = WithdrawRequest("  nhầm số liệu\nquý I. ", LATER, by_issue=second.paper.issue_id)
    gone = issue_later.withdraw(office, first.paper.issue_id, request)
    assert gone.standing == "withdrawn"
    assert gone.withdrawn is not None
    assert gone.withdrawn.reason == "nhầm số liệu quý I"
    again = issuing.reprint(office, gone.issue_id)
    assert again.document.pdf == first.document.pdf
    assert again.paper.withdrawn == gone.withdrawn
    assert issuing.verify(office, gone.check_code).withdrawn is not None
    assert issuing.verify(office, first.document.pdf).withdrawn is not None
    line = issue_register.lines(office)[1]
    assert line.withdrawn_how == "02/TB-UBND"
    book = issue_register.book(office, 2026)
    told = "Đã thu hồi ngày 20/5/2026 theo 02/TB-UBND, lý do: nhầm số liệu quý I."
    assert close(told) in close(text(book.pdf))
    office_files.write_excel(book, tmp_path / "so.xlsx")
    sheet = load_workbook(tmp_path / "so.xlsx").worksheets[0]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert any("Đã thu hồi ngày 20/5/2026" in one for one in cells)
    state = issuing.state_of(office, first.document.document_id)
    assert state.issued is not None
    assert state.issued.standing == "withdrawn"


def test_its_number_stays_used(office: Store) -> None:
    first = issued(office).paper
    issue_later.withdraw(office, first.issue_id, WithdrawRequest("nhầm", LATER))
    with pytest.raises(UserError) as caught:
        issued(office, IssueRequest(DAY, number=1))
    assert code_of(caught) == "number_taken"
    assert issued(office).paper.number == 2


def test_a_withdrawal_entered_by_mistake_is_taken_back_and_may_be_entered_again(
    office: Store,
) -> None:
    paper = issued(office).paper
    with pytest.raises(UserError) as caught:
        issue_later.take_back_withdrawal(office, paper.issue_id, "nhầm")
    assert code_of(caught) == "not_withdrawn"
    issue_later.withdraw(office, paper.issue_id, WithdrawRequest("nhầm", LATER, by_text="12/QĐ"))
    back = issue_later.take_back_withdrawal(office, paper.issue_id, "chọn nhầm dòng")
    assert (back.standing, back.withdrawn) == ("issued", None)
    with office.glance() as unit:
        back_note, note, *_ = unit.journal.entries()
    assert (note.action, back_note.action) == ("withdraw", "withdraw_back")
    assert "12/QĐ" in str(note.after)
    assert "chọn nhầm dòng" in str(back_note.after)
    issue_later.withdraw(office, paper.issue_id, WithdrawRequest("thật", LATER))
    assert issue_register.ties_of(office, paper.issue_id).withdrawn_how == ""
    assert close("lý do: thật") in close(text(issue_register.book(office, 2026).pdf))


def test_what_cannot_be_withdrawn_is_refused(office: Store) -> None:
    paper = issued(office).paper

    def refused(request: WithdrawRequest) -> str:
        with pytest.raises(UserError) as caught:
            issue_later.withdraw(office, paper.issue_id, request)
        return code_of(caught)

    assert refused(WithdrawRequest(" . ", LATER)) == "withdrawal_without_reason"
    assert refused(WithdrawRequest("x", date(2026, 4, 4))) == "withdrawn_before_issue"
    assert refused(WithdrawRequest("x", date(2999, 1, 1))) == "withdrawn_ahead"
    assert refused(WithdrawRequest("x", LATER, by_issue=paper.issue_id)) == "withdrawn_by_itself"
    assert refused(WithdrawRequest("x", LATER, by_issue=99)) == "issued_unknown"
    issue_later.withdraw(office, paper.issue_id, WithdrawRequest("x", LATER))
    assert refused(WithdrawRequest("x", LATER)) == "withdrawn_already"
    with pytest.raises(UserError) as caught:
        issue_later.withdraw(office, 99, WithdrawRequest("x", LATER))
    assert code_of(caught) == "issued_unknown"


def test_a_withdrawn_paper_is_not_listed_among_those_of_the_period(office: Store) -> None:
    paper = issued(office, IssueRequest(date(2026, 3, 5))).paper
    report = reports.ReportRequest(KIND, PERIOD, form="full")
    assert "01/TB-UBND" in text(reports.make(office, report).pdf)
    issue_later.withdraw(office, paper.issue_id, WithdrawRequest("nhầm", LATER))
    assert "01/TB-UBND" not in text(reports.make(office, report).pdf)


def test_a_waiting_paper_may_be_withdrawn_and_still_gets_its_number(office: Store) -> None:
    paper = issued(office, IssueRequest(DAY, electronic=True)).paper
    issue_later.withdraw(office, paper.issue_id, WithdrawRequest("nhầm", LATER))
    given = issue_later.give_number(office, paper.issue_id, NumberGiven(8, DAY))
    assert (given.number, given.standing) == (8, "withdrawn")


def test_a_letter_corrects_a_paper_that_stays_in_force(office: Store) -> None:
    first = issued(office)
    request = IssueRequest(LATER, corrects=first.paper.issue_id)
    letter = issued(office, request, "cong-van")
    said = text(letter.document.pdf)
    assert "đính chính văn bản số 01/TB-UBND ngày 05 tháng 4 năm 2026" in said
    newest, oldest = issue_register.lines(office)
    assert newest.corrects == (first.paper,)
    assert oldest.corrected_by == (letter.paper,)
    assert oldest.paper.standing == "issued"
    book = close(text(issue_register.book(office, 2026).pdf))
    assert close(f"Đã được đính chính bởi {letter.paper.full_number}") in book
    assert close("Đính chính 01/TB-UBND") in book
    assert issuing.reprint(office, first.paper.issue_id).document.pdf == first.document.pdf
    with pytest.raises(UserError) as caught:
        issued(office, IssueRequest(LATER, corrects=99), "cong-van")
    assert code_of(caught) == "issued_unknown"
