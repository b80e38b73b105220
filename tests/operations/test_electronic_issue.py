"""Papers issued for an e-document system: blanks kept for good, number and day entered later."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from digicommune.db import schema
from digicommune.db.store import Store
from digicommune.documents.measuring.checking import measured
from digicommune.domain.dossier import Decision
from digicommune.errors import UserError
from digicommune.operations import (
    dossier_papers,
    dossiers,
    intake,
    issue_later,
    issue_register,
    issuing,
    periods,
    reports,
)
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.issue_later import NumberGiven
from digicommune.operations.issuing import IssuedDocument, IssueRequest
from tests.documents.reading import MM, Page, pages
from tests.operations.lists import village_list

KIND, PERIOD = "bao-cao-chuyen-doi-so", "2026-Q1"
DAY = date(2026, 4, 5)
BLANK_DAY = "ngày       tháng       năm 2026"


@pytest.fixture
def villages(tmp_path: Path) -> Path:
    return village_list(tmp_path / "thon.xlsx", "Duyên Hy", "Vệ Thôn")


def issued(
    store: Store, *, electronic: bool = True, dated: date = DAY, kind: str = KIND
) -> IssuedDocument:
    number = reports.make(store, reports.ReportRequest(kind, PERIOD, "9", DAY)).document_id
    issuing.check_draft(store, number)
    return issuing.issue(store, number, IssueRequest(dated, electronic=electronic))


def plain(page: Page) -> str:
    return page.text.replace("\u00a0", " ")


def blanks(page: Page) -> list[float]:
    """Widths in mm of the blanks in the lines of number and date, left to right."""
    baseline = round(page.line("Số:").baseline * MM, 1)
    row = sorted(
        (one for one in page.letters if round(one["matrix"][5], 1) == baseline),
        key=lambda one: one["x0"],
    )
    inked = [one for one in row if one["text"].strip()]
    gaps = [(after["x0"] - before["x1"]) / MM for before, after in pairwise(inked)]
    return [one for one in gaps if 5 < one < 16]  # wider is what parts number and place


def code_of(caught: pytest.ExceptionInfo[UserError]) -> str:
    return caught.value.code


def test_number_and_day_are_blank_and_wide_enough_for_the_offices_system(
    store: Store, villages: Path
) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    done = issued(store)
    paper = done.paper
    assert (paper.number, paper.electronic, paper.standing) == (None, True, "waiting")
    assert paper.full_number == "…/BC-UBND"
    first = pages(done.document.pdf)[0]
    assert BLANK_DAY in plain(first)
    number, *dates = blanks(first)
    assert 12 <= number <= 15
    assert len(dates) == 2
    assert all(8 <= one <= 10 for one in dates)
    assert measured(done.document.pdf).faults == ()
    for part in done.parts:
        assert measured(part.pdf).faults == ()


def test_every_file_leaves_its_top_right_corner_clear(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    done = issued(store)
    assert [one.title for one in done.parts] == ["Văn bản chính", "Phụ lục"]
    for pdf in (done.document.pdf, *(one.pdf for one in done.parts)):
        first = pages(pdf)[0]
        assert min(one["top"] for one in first.letters) / MM >= 12
    main, *annexes = (pages(one.pdf) for one in done.parts)
    whole = pages(done.document.pdf)
    assert len(main) + sum(map(len, annexes)) == len(whole)
    for annex in annexes:
        said = plain(annex[0])
        assert f"{BLANK_DAY} của" in said.replace("\n", " ")
        assert annex[0].line("Mã kiểm tra:").text.endswith(done.paper.check_code)


def test_the_number_given_later_stands_in_the_register_and_not_in_the_bytes(
    any_store: Store, villages: Path
) -> None:
    store = any_store
    intake.take(store, villages, IntakeRequest("villages"))
    done = issued(store)
    paper_id = done.paper.issue_id
    given = issue_later.give_number(store, paper_id, NumberGiven(45, date(2026, 4, 7)))
    assert (given.full_number, given.issued_on, given.standing) == (
        "45/BC-UBND",
        date(2026, 4, 7),
        "issued",
    )
    again = issuing.reprint(store, paper_id)
    assert again.document.pdf == done.document.pdf
    assert [one.pdf for one in again.parts] == [one.pdf for one in done.parts]
    assert issuing.verify(store, done.document.pdf) == given
    assert issuing.verify(store, done.parts[1].pdf) == given
    line = next(one for one in reports.made(store) if one.document_id == given.document_id)
    assert (line.number, line.dated) == ("45", "2026-04-07")
    assert issued(store, electronic=False).paper.number == 46
    assert all(one.ok for one in store.check())


def test_waiting_papers_take_no_number_from_others(any_store: Store, villages: Path) -> None:
    store = any_store
    intake.take(store, villages, IntakeRequest("villages"))
    for numbering in ("per_type", "common"):
        issuing.set_numbering(store, numbering)
        waiting = [issued(store).paper for _ in range(2)]
        assert len({one.check_code for one in waiting}) == 2
    assert issued(store, electronic=False).paper.number == 1
    standings = [one.standing for one in issuing.register(store)]
    assert standings == ["issued", *["waiting"] * 4]
    assert [one.paper.number for one in issue_register.lines(store)] == [1, *[None] * 4]


def test_what_cannot_be_the_number_is_refused(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    printed, waits = issued(store, electronic=False).paper, issued(store).paper

    def refused(issue_id: int, given: NumberGiven) -> str:
        with pytest.raises(UserError) as caught:
            issue_later.give_number(store, issue_id, given)
        return code_of(caught)

    assert refused(printed.issue_id, NumberGiven(5, DAY)) == "number_printed"
    assert refused(waits.issue_id, NumberGiven(printed.number or 0, DAY)) == "number_taken"
    assert refused(waits.issue_id, NumberGiven(0, DAY)) == "number_not_valid"
    assert refused(waits.issue_id, NumberGiven(5, date(2027, 1, 4))) == "number_other_year"
    assert refused(99, NumberGiven(5, DAY)) == "issued_unknown"
    issue_later.give_number(store, waits.issue_id, NumberGiven(5, DAY))
    issue_later.give_number(store, waits.issue_id, NumberGiven(5, DAY))  # said twice, the same
    assert refused(waits.issue_id, NumberGiven(6, DAY)) == "number_given"
    mended = issue_later.give_number(store, waits.issue_id, NumberGiven(6, DAY, "gõ nhầm"))
    assert mended.full_number == "06/BC-UBND"
    with store.glance() as unit:
        (entry, *_) = unit.journal.entries()
    assert entry.action == "issue_number"
    assert "05/BC-UBND" in str(entry.before)
    assert "gõ nhầm" in str(entry.after)


def test_an_electronic_paper_is_not_numbered_here(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    number = reports.make(store, reports.ReportRequest(KIND, PERIOD)).document_id
    issuing.check_draft(store, number)
    with pytest.raises(UserError) as caught:
        issuing.issue(store, number, IssueRequest(DAY, number=5, electronic=True))
    assert code_of(caught) == "electronic_number"
    waits = issued(store).paper
    with pytest.raises(UserError) as caught:
        issuing.issue(store, number, IssueRequest(DAY, replaces=waits.issue_id))
    assert code_of(caught) == "issued_waits"


def test_the_year_of_issue_is_printed_whatever_the_period_is(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    done = issued(store, dated=date(2027, 1, 8))
    for one in (done.document.pdf, done.parts[1].pdf):
        said = plain(pages(one)[0]).replace("\n", " ")
        assert BLANK_DAY.replace("2026", "2027") in said
        assert BLANK_DAY not in said
    reopened = reports.print_again(store, done.document.document_id)
    assert reopened.pdf == done.document.pdf
    assert reopened.described is not None
    assert (reopened.described.year, reopened.described.date) == (2027, None)


def test_a_dossiers_step_is_told_when_the_number_comes(any_store: Store, villages: Path) -> None:
    store = any_store
    intake.take(store, villages, IntakeRequest("villages"))
    key = dossiers.find_key(store, "35/2022", PERIOD, "Duyên Hy")
    dossiers.save(store, key, Decision(valid_until=date(2026, 4, 10)), 0)
    asked = dossier_papers.PaperRequest("quyet-dinh-cong-nhan", PERIOD, "35/2022", "Duyên Hy")
    number = dossier_papers.make(store, asked).document_id
    issuing.check_draft(store, number)
    done = issuing.issue(store, number, IssueRequest(DAY, electronic=True))
    assert "/QĐ-UBND" in pages(done.document.pdf)[0].line("Số:").text
    assert done.parts == ()
    assert dossiers.load(store, key).recognition is None
    with pytest.raises(UserError) as caught:
        issue_later.give_number(store, done.paper.issue_id, NumberGiven(7, date(2026, 4, 12)))
    assert code_of(caught) == "dossier_order"
    assert issuing.register(store)[0].standing == "waiting"
    issue_later.give_number(store, done.paper.issue_id, NumberGiven(7, date(2026, 4, 8)))
    view = dossiers.load(store, key)
    assert view.dossier.decision.number == "07/QĐ-UBND"
    assert view.recognition is not None
    assert view.recognition.dated == date(2026, 4, 8)


def test_annexes_are_written_as_files_of_their_own(
    store: Store, villages: Path, tmp_path: Path
) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    done = issued(store)
    files = issuing.write_parts(done, tmp_path / "phu-luc")
    assert [one.read_bytes() for one in files] == [one.pdf for one in done.parts]
    assert files[0].name.endswith("-Van-ban-chinh.pdf")
    assert files[1].name.endswith("-Phu-luc.pdf")
    with pytest.raises(UserError) as caught:
        issuing.write_parts(issued(store, electronic=False), tmp_path / "khong")
    assert code_of(caught) == "annexes_none"
    table = schema.paper_parts
    with store.unit() as unit:
        unit.issued._desk.run(table.update().values(pdf=b"%PDF").where(table.c.place == 1))
    with pytest.raises(UserError) as caught:
        issuing.reprint(store, done.paper.issue_id)
    assert code_of(caught) == "issued_damaged"
    (line,) = [one for one in store.check() if one.name == "Văn bản phát hành"]
    assert not line.ok


def test_a_waiting_paper_is_not_told_of_as_issued(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    waits = issued(store, dated=date(2026, 3, 5), kind="thong-bao").paper
    report = reports.ReportRequest(KIND, PERIOD, form="full")
    assert "TB-UBND" not in "".join(map(plain, pages(reports.make(store, report).pdf)))
    issue_later.give_number(store, waits.issue_id, NumberGiven(3, date(2026, 3, 6)))
    assert "03/TB-UBND" in "".join(map(plain, pages(reports.make(store, report).pdf)))


def test_a_period_opened_again_waits_for_the_number_of_its_first_report(
    store: Store, villages: Path
) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    first = issued(store).paper
    periods.lock(store, PERIOD)
    periods.unlock(store, PERIOD, "Bổ sung số liệu")
    number = reports.make(store, reports.ReportRequest(KIND, PERIOD)).document_id
    issuing.check_draft(store, number)
    with pytest.raises(UserError) as caught:
        issuing.issue(store, number, IssueRequest(DAY))
    assert code_of(caught) == "issued_waits"
    issue_later.give_number(store, first.issue_id, NumberGiven(45, date(2026, 4, 7)))
    done = issuing.issue(store, number, IssueRequest(date(2026, 4, 9)))
    assert done.paper.replaces == first.issue_id
    said = " ".join(plain(pages(done.document.pdf)[0]).split())
    assert "thay thế Báo cáo số 45/BC-UBND ngày 07 tháng 4 năm 2026" in said
    assert issuing.register(store)[1].standing == "replaced"
