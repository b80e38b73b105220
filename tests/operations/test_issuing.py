"""Papers issued: numbered once, kept byte for byte, printed again so for ever; both databases."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from pypdf import PdfReader

from digicommune.db import schema, upgrade
from digicommune.db.store import Store
from digicommune.documents.paper_tables import tables_of
from digicommune.domain.dossier import Decision
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.errors import UserError
from digicommune.operations import (
    dossier_papers,
    dossiers,
    intake,
    issue_register,
    issue_ways,
    issuing,
    periods,
    reports,
)
from digicommune.operations.intake import IntakeRequest
from digicommune.operations.issuing import IssuedDocument, IssueRequest
from tests.db import next_step
from tests.documents.reading import pages
from tests.operations.lists import village_list

KIND, PERIOD = "bao-cao-chuyen-doi-so", "2026-Q1"
DAY = date(2026, 4, 5)


@pytest.fixture
def villages(tmp_path: Path) -> Path:
    return village_list(tmp_path / "thon.xlsx", "Duyên Hy", "Vệ Thôn")


def draft(store: Store, period: str = PERIOD, kind: str = KIND) -> int:
    return reports.make(store, reports.ReportRequest(kind, period)).document_id


def issued(
    store: Store, request: IssueRequest | None = None, period: str = PERIOD
) -> IssuedDocument:
    number = draft(store, period)
    issuing.check_draft(store, number)
    return issuing.issue(store, number, request or IssueRequest(DAY))


def text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def code_of(caught: pytest.ExceptionInfo[UserError]) -> str:
    return caught.value.code


def test_a_draft_is_checked_numbered_and_kept(any_store: Store, villages: Path) -> None:
    store = any_store
    intake.take(store, villages, IntakeRequest("villages"))
    number = draft(store)
    assert issuing.state_of(store, number).state == "draft"
    with pytest.raises(UserError) as caught:
        issuing.issue(store, number, IssueRequest(DAY))
    assert code_of(caught) == "draft_not_checked"
    issuing.check_draft(store, number, "  Đã đối chiếu số liệu ")
    seen = issuing.state_of(store, number)
    assert (seen.state, seen.next_number, seen.symbol) == ("checked", 1, "BC-UBND")
    assert seen.checks[0].note == "Đã đối chiếu số liệu"

    done = issuing.issue(store, number, IssueRequest(DAY))
    paper, pdf = done.paper, done.document.pdf
    assert (paper.full_number, paper.year, paper.state) == ("01/BC-UBND", 2026, "issued")
    assert paper.pdf_sha256 == hashlib.sha256(pdf).hexdigest()
    said = text(pdf)
    assert "Số: 01/BC-UBND" in said
    assert "ngày 05 tháng 4 năm 2026" in said.replace("\u00a0", " ")
    assert issuing.state_of(store, number).issued == paper
    assert issuing.register(store) == (paper,)
    assert issuing.register(store, 2025) == ()
    with pytest.raises(UserError) as caught:
        issuing.issue(store, number, IssueRequest(DAY))
    assert code_of(caught) == "already_issued"


def test_the_code_stands_in_the_margin_of_every_page_and_finds_the_paper(
    store: Store, villages: Path
) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    done = issued(store)
    code = done.paper.check_code
    for page in pages(done.document.pdf):
        line = page.line("Mã kiểm tra:")
        assert line.text == f"Mã kiểm tra: {code}"
        assert (line.size, round(line.baseline)) == (8, 10)
    assert issuing.verify(store, code.lower()) == done.paper
    assert issuing.verify(store, done.document.pdf) == done.paper
    for told, expected in (
        ("0000-0000-0000", "code_unknown"),
        ("không phải", "code_unreadable"),
        (done.document.pdf + b" ", "file_not_issued"),
    ):
        with pytest.raises(UserError) as caught:
            issuing.verify(store, told)
        assert code_of(caught) == expected


def test_an_office_may_leave_the_code_off_the_page(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    issuing.set_code_printed(store, False)
    done = issued(store)
    assert "Mã kiểm tra" not in text(done.document.pdf)
    assert issuing.verify(store, done.paper.check_code) == done.paper


def test_numbers_are_offered_and_a_taken_one_is_refused(any_store: Store, villages: Path) -> None:
    store = any_store
    intake.take(store, villages, IntakeRequest("villages"))
    assert issued(store).paper.number == 1
    assert issued(store, IssueRequest(DAY, number=45)).paper.full_number == "45/BC-UBND"
    assert issued(store).paper.number == 46
    with pytest.raises(UserError) as caught:
        issued(store, IssueRequest(DAY, number=45))
    assert code_of(caught) == "number_taken"
    assert caught.value.facts["offered"] == 47
    # On 01/01 the series begins anew.
    assert issued(store, IssueRequest(date(2027, 1, 4))).paper.full_number == "01/BC-UBND"
    assert issued(store, IssueRequest(DAY, number=2)).paper.number == 2


def test_one_series_for_all_types_where_the_office_says_so(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    first = issued(store).paper
    with store.unit() as unit:  # a decision that took a number of its own series
        decision = replace(first, document_id=None, series="QĐ", symbol="QĐ-UBND", number=7)
        unit.issued.add(replace(decision, check_code="0000-0000-0000"), b"%PDF")
    assert issuing.numbering(store) == "per_type"
    assert issued(store).paper.number == 2
    issuing.set_numbering(store, "common")
    assert issuing.numbering(store) == "common"
    assert issued(store).paper.number == 8
    with pytest.raises(UserError) as caught:
        issued(store, IssueRequest(DAY, number=7))
    assert caught.value.facts["holder"] == "07/QĐ-UBND"
    issuing.set_numbering(store, "per_type")
    assert issued(store).paper.number == 9
    with pytest.raises(UserError) as caught:
        issuing.set_numbering(store, "whatever")
    assert code_of(caught) == "numbering_unknown"


def test_what_takes_no_number_is_not_issued(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    number = draft(store, kind="phu-luc-thon")
    issuing.check_draft(store, number)
    with pytest.raises(UserError) as caught:
        issuing.issue(store, number, IssueRequest(DAY))
    assert code_of(caught) == "paper_takes_no_number"


def test_a_decision_of_a_dossier_is_issued_in_its_own_series(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    issued(store)
    asked = dossier_papers.PaperRequest("quyet-dinh-cong-nhan", PERIOD, "35/2022", "Duyên Hy")
    number = dossier_papers.make(store, asked).document_id
    issuing.check_draft(store, number)
    done = issuing.issue(store, number, IssueRequest(DAY))
    assert (done.paper.series, done.paper.number) == ("QĐ", 1)
    said = text(done.document.pdf).replace("\u00a0", " ")
    assert f"Số: {done.paper.full_number}" in said
    assert "ngày 05 tháng 4 năm 2026" in said
    assert reports.print_again(store, number).pdf == done.document.pdf
    whole = dossier_papers.PaperRequest("ho-so-cong-nhan", PERIOD, "35/2022", "Duyên Hy")
    number = dossier_papers.make(store, whole).document_id
    issuing.check_draft(store, number)
    with pytest.raises(UserError) as caught:
        issuing.issue(store, number, IssueRequest(DAY))
    assert code_of(caught) == "paper_takes_no_number"


def test_number_and_day_get_into_the_dossier_and_a_day_that_cannot_be_is_refused(
    any_store: Store, villages: Path
) -> None:
    store = any_store
    intake.take(store, villages, IntakeRequest("villages"))
    key = dossiers.find_key(store, "35/2022", PERIOD, "Duyên Hy")
    dossiers.save(store, key, Decision(valid_until=date(2026, 4, 10)), 0)
    asked = dossier_papers.PaperRequest("quyet-dinh-cong-nhan", PERIOD, "35/2022", "Duyên Hy")
    number = dossier_papers.make(store, asked).document_id
    issuing.check_draft(store, number)
    with pytest.raises(UserError) as caught:
        issuing.issue(store, number, IssueRequest(date(2026, 4, 12)))
    assert code_of(caught) == "dossier_order"
    assert issuing.register(store) == ()
    done = issuing.issue(store, number, IssueRequest(DAY))
    view = dossiers.load(store, key)
    assert view.dossier.decision.number == done.paper.full_number == "01/QĐ-UBND"
    assert view.recognition is not None
    assert (view.recognition.number, view.recognition.dated) == ("01/QĐ-UBND", DAY)


def test_the_register_tells_signer_and_what_replaced_what_and_prints_as_a_book(
    store: Store, villages: Path
) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    with pytest.raises(UserError) as caught:
        issue_register.book(store, 2026)
    assert code_of(caught) == "register_empty"
    first = issued(store).paper
    second = issued(store, IssueRequest(DAY, replaces=first.issue_id)).paper
    newest, oldest = issue_register.lines(store)
    assert newest.replaces is not None
    assert (newest.paper, newest.replaces.issue_id) == (second, first.issue_id)
    assert oldest.replaced_by == second
    assert (newest.said.kind, newest.period) == ("Báo cáo", "quý I năm 2026")
    assert issue_register.lines(store, 2025) == ()
    made = issue_register.book(store, 2026)
    said = " ".join(text(made.pdf).split())
    for word in ("SỔ ĐĂNG KÝ VĂN BẢN ĐI", "01/BC-UBND", "02/BC-UBND", "Thay thế 01/BC-UBND"):
        assert word in said, said
    assert made.described is not None
    (sheet,) = tables_of(made.described)
    assert len(sheet.rows) == 2


def test_a_series_goes_on_from_the_offices_own_book(any_store: Store, villages: Path) -> None:
    store = any_store
    intake.take(store, villages, IntakeRequest("villages"))
    issue_ways.set_next(store, "BC", 2026, 46)
    line = next(one for one in issue_ways.ways(store, 2026).series if one.code == "BC")
    assert (line.papers, line.last, line.following) == (0, 0, 46)
    assert issued(store).paper.number == 46
    assert issued(store, IssueRequest(date(2027, 1, 4))).paper.number == 1
    for number, expected in ((46, "number_behind"), (0, "number_range")):
        with pytest.raises(UserError) as caught:
            issue_ways.set_next(store, "BC", 2026, number)
        assert code_of(caught) == expected
    issuing.set_numbering(store, "common")
    (line,) = issue_ways.ways(store, 2026).series
    assert (line.papers, line.following) == (1, 47)


def test_a_correction_names_what_it_replaces(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    first = issued(store)
    second = issued(store, IssueRequest(date(2026, 4, 12), replaces=first.paper.issue_id))
    said = " ".join(text(second.document.pdf).replace("\u00a0", " ").split())
    assert "thay thế Báo cáo số 01/BC-UBND ngày 05 tháng 4 năm 2026" in said
    assert said.count("thay thế") == 1
    newest, oldest = issuing.register(store)
    assert (oldest.state, newest.replaces) == ("replaced", oldest.issue_id)
    assert issuing.reprint(store, oldest.issue_id).document.pdf == first.document.pdf
    with pytest.raises(UserError) as caught:
        issued(store, IssueRequest(DAY, replaces=99))
    assert code_of(caught) == "issued_unknown"


def test_a_period_opened_again_replaces_what_was_issued_of_it(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    periods.lock(store, PERIOD)
    first = issued(store).paper
    periods.unlock(store, PERIOD, "Bổ sung số liệu")
    second = issued(store, IssueRequest(date(2026, 4, 20)))
    assert second.paper.replaces == first.issue_id
    said = " ".join(text(second.document.pdf).replace("\u00a0", " ").split())
    assert "thay thế Báo cáo số 01/BC-UBND ngày 05 tháng 4 năm 2026" in said
    assert said.count("thay thế") == 1


def test_the_document_list_opens_the_issued_bytes(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    done = issued(store)
    assert reports.print_again(store, done.document.document_id).pdf == done.document.pdf
    line = next(one for one in reports.made(store) if one.document_id == done.document.document_id)
    assert (line.number, line.dated) == ("1", "2026-04-05")


def test_bytes_damaged_in_the_file_are_not_printed(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    done = issued(store)
    (line,) = [one for one in store.check() if one.name == "Văn bản phát hành"]
    assert (line.ok, line.detail) == (True, "1 văn bản, còn nguyên")
    table = schema.issued_papers
    with store.unit() as unit:
        unit.issued._desk.run(table.update().values(pdf=done.document.pdf[:-1]))
    with pytest.raises(UserError) as caught:
        issuing.reprint(store, done.paper.issue_id)
    assert code_of(caught) == "issued_damaged"
    (line,) = [one for one in store.check() if one.name == "Văn bản phát hành"]
    assert not line.ok
    assert "01/BC-UBND" in line.detail


def edit(store: Store, count: int) -> None:
    """So many edits of figures, each with its entry in the journal."""
    with store.glance() as unit:
        places = [one.village_id for one in unit.villages.all()]
    for start in range(0, count, 500):
        with store.unit() as unit:
            notes = []
            for number in range(start, start + 500):
                key = FigureKey(PERIOD, "DVC", places[number % len(places)])
                typed = TypedFigure(key, number % 900, 1_000)
                before = unit.figures.set(typed)
                notes.append(("figure", f"figure:{number}", str(before), str(typed)))
            unit.journal.note_many(notes)


@pytest.mark.slow
def test_after_ten_thousand_edits_and_an_upgrade_the_same_bytes_are_printed(
    tmp_path: Path, store: Store, villages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    done = issued(store)
    edit(store, 10_000)
    with store.unit() as unit:
        commune = unit.office.commune()
        unit.office.save_commune(replace(commune, name="xã Khác", chairman="Người Khác"))
    assert issuing.reprint(store, done.paper.issue_id).document.pdf == done.document.pdf
    redrawn = reports.make(store, reports.ReportRequest(KIND, PERIOD)).pdf
    assert "Khác" in text(redrawn)  # the edits would show in anything made anew
    store.close()

    file = Path(shutil.copy(tmp_path / "office.db", tmp_path / "later.db"))
    chain = next_step.chain(tmp_path / "steps", next_step.WHOLE)
    upgrade.upgrade_file(file, chain)
    monkeypatch.setattr(upgrade, "SHIPPED", chain)  # the program of tomorrow
    with Store.open(str(file)) as later:
        again = issuing.reprint(later, done.paper.issue_id)
    assert again.document.pdf == done.document.pdf
    assert again.paper == done.paper


def test_two_who_issue_the_same_number_at_once_do_not_both_get_it(
    store: Store, villages: Path
) -> None:
    """The second reads the free number before the first has written it."""
    intake.take(store, villages, IntakeRequest("villages"))
    one, two = draft(store), draft(store)
    issuing.check_draft(store, one)
    issuing.check_draft(store, two)
    taken: list[IssuedDocument] = []

    def meanwhile(_done: int, _total: int, _what: str) -> None:
        if not taken:
            taken.append(issuing.issue(store, one, IssueRequest(DAY)))

    with pytest.raises(UserError) as caught:
        issuing.issue(store, two, IssueRequest(DAY, number=1), meanwhile)
    assert code_of(caught) == "number_taken"
    assert [paper.number for paper in issuing.register(store)] == [1]
    assert issuing.issue(store, two, IssueRequest(DAY)).paper.number == 2


def test_who_asks_for_no_number_gets_the_next_where_his_was_taken_while_it_was_printed(
    any_store: Store, villages: Path
) -> None:
    store = any_store
    intake.take(store, villages, IntakeRequest("villages"))
    one, two = draft(store), draft(store)
    issuing.check_draft(store, one)
    issuing.check_draft(store, two)
    taken: list[IssuedDocument] = []

    def meanwhile(_done: int, _total: int, _what: str) -> None:
        if not taken:
            taken.append(issuing.issue(store, one, IssueRequest(DAY)))

    late = issuing.issue(store, two, IssueRequest(DAY), meanwhile)
    assert [paper.number for paper in issuing.register(store)] == [2, 1]
    assert "Số: 02/BC-UBND" in text(late.document.pdf)
    assert "Số: 01/BC-UBND" in text(taken[0].document.pdf)


def test_the_database_itself_refuses_a_number_twice(store: Store, villages: Path) -> None:
    intake.take(store, villages, IntakeRequest("villages"))
    paper = issued(store).paper
    with pytest.raises((UserError, sa.exc.IntegrityError)), store.unit() as unit:
        unit.issued.add(replace(paper, check_code="0000-0000-0000"), b"%PDF")
