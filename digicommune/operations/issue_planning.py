"""Plans an issue: draft, number, day and what is named, of an open unit; it keeps and prints none.

Asked by issuing. A draft that nobody looked through, or that takes no number, is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.documents.description import paragraph
from digicommune.documents.phrases import date_phrase
from digicommune.domain.issued import DraftCheck, IssuedPaper, series_of
from digicommune.errors import UserError
from digicommune.operations.issue_numbers import code_printed, find, next_number, refuse_taken
from digicommune.operations.kept_papers import Given, left_blank, numbered, papers_of

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.documents.description import Document
    from digicommune.domain.registers import DocumentRecord
    from digicommune.operations.issuing import IssueRequest


@dataclass(frozen=True, slots=True)
class Plan:
    """A paper about to be printed; ``free``: another number does as well."""

    record: DocumentRecord
    paper: IssuedPaper
    described: Document
    request: IssueRequest
    code_printed: bool

    @property
    def free(self) -> bool:
        """Whether nobody asked for this number."""
        return self.request.number is None


def planned(unit: Unit, document_id: int, request: IssueRequest) -> Plan:
    """The paper as it is to be printed; raises what ``issuing.issue`` does."""
    record = record_of(unit, document_id)
    symbol = symbol_of(record)
    refuse_unready(unit, record)
    replaced, corrected = _replaced(unit, record, request), _corrected(unit, request)
    paper = _paper(unit, record, request, symbol)
    if paper.number is not None:
        refuse_taken(unit, symbol, paper.year, paper.number)
    given = Given(None, None, _named(replaced))
    if paper.number is not None:
        given = Given(str(paper.number), request.dated, _named(replaced))
    record = numbered(record, given)
    described = _telling(papers_of(record)[0], replaced, corrected)
    if request.electronic:
        described = left_blank(described, symbol, paper.year)
    paper = replace(paper, replaces=replaced.issue_id if replaced else None)
    return Plan(record, paper, described, request, code_printed(unit))


def _paper(unit: Unit, record: DocumentRecord, request: IssueRequest, symbol: str) -> IssuedPaper:
    year = request.dated.year
    number = None
    if request.electronic:
        _refuse_number(request)
    else:
        number = request.number or next_number(unit, symbol, year)
    return IssuedPaper(
        issue_id=0,
        document_id=record.document_id,
        kind=record.kind,
        period=record.period,
        title=record.title,
        series=series_of(symbol),
        year=year,
        number=number,
        symbol=symbol,
        issued_on=request.dated,
        check_code="",
        pdf_sha256="",
        electronic=request.electronic,
    )


def _refuse_number(request: IssueRequest) -> None:
    if request.number is not None:
        raise UserError(
            "electronic_number",
            "Phát hành điện tử thì số do phần mềm quản lý văn bản cấp.",
            "Bỏ số; khi phần mềm đã cấp thì ghi số và ngày vào sổ phát hành.",
            number=request.number,
        )


def refuse_unready(unit: Unit, record: DocumentRecord) -> None:
    """Raises ``UserError`` ``already_issued``, ``draft_not_checked``."""
    issued = unit.issued.of_document(record.document_id)
    if issued is not None:
        raise UserError(
            "already_issued",
            f"Văn bản này đã phát hành: số {issued.full_number}.",
            "In lại bản đã phát hành; muốn đính chính thì lập văn bản mới thay thế nó.",
            number=issued.full_number,
        )
    if not checks_of(unit, record):
        raise UserError(
            "draft_not_checked",
            f"“{record.title}” chưa được soát.",
            "Xem kỹ bản dự thảo, đánh dấu đã soát rồi phát hành.",
            title=record.title,
        )


def _replaced(unit: Unit, record: DocumentRecord, request: IssueRequest) -> IssuedPaper | None:
    """The paper asked to be replaced, or the one a period opened again was reported by."""
    if request.replaces is not None:
        return _numbered_one(find(unit, request.replaces))
    if record.replaces is not None:
        return unit.issued.of_document(record.replaces)
    before = _without_number_before(unit, record)
    return None if before is None else _numbered_one(before)


def _without_number_before(unit: Unit, record: DocumentRecord) -> IssuedPaper | None:
    """The electronic paper a period opened again was reported by.

    The draft does not know it where it had no number when the draft was made.
    """
    opened = unit.periods.line(record.period).unlocked_at
    if opened is None:
        return None
    same = (record.kind, record.period, record.title)
    for one in unit.issued.all():
        in_force = one.electronic and one.standing in ("waiting", "issued")
        if in_force and one.issued_at <= opened and (one.kind, one.period, one.title) == same:
            return one
    return None


def _corrected(unit: Unit, request: IssueRequest) -> IssuedPaper | None:
    return None if request.corrects is None else _numbered_one(find(unit, request.corrects))


def _numbered_one(paper: IssuedPaper) -> IssuedPaper:
    """A paper another one is to name has to have its number."""
    if paper.number is None:
        raise UserError(
            "issued_waits",
            f"“{paper.title}” còn chờ số nên văn bản khác chưa dẫn chiếu được.",
            "Ghi số, ngày của văn bản ấy vào sổ phát hành trước.",
            title=paper.title,
        )
    return paper


def _named(paper: IssuedPaper | None) -> str:
    return f"{paper.full_number} {date_phrase(paper.issued_on)}" if paper else ""


def _telling(
    described: Document, replaced: IssuedPaper | None, corrected: IssuedPaper | None
) -> Document:
    """The paper says what it stands for or corrects, where its own wording does not already."""
    runs = [run.text for block in described.blocks for run in getattr(block, "runs", ())]
    said = tuple(
        paragraph(f"Văn bản này {does} văn bản số {_named(paper)}.")
        for does, paper in (("thay thế", replaced), ("đính chính", corrected))
        if paper is not None and not any(paper.full_number in text for text in runs)
    )
    return replace(described, blocks=(*said, *described.blocks))


def checks_of(unit: Unit, record: DocumentRecord) -> tuple[DraftCheck, ...]:
    """Who looked the draft through as it stands now."""
    found = unit.checks.of(record.document_id)
    return tuple(one for one in found if one.snapshot_sha256 == record.snapshot_sha256)


def record_of(unit: Unit, document_id: int) -> DocumentRecord:
    """A document made; raises ``UserError`` ``document_unknown``."""
    record = unit.documents.get(document_id)
    if record is None:
        raise UserError(
            "document_unknown",
            f"Không có văn bản số thứ tự {document_id}.",
            "Xem danh sách văn bản đã lập rồi chọn lại.",
            document=document_id,
        )
    return record


def symbol_or_none(record: DocumentRecord) -> str:
    """ "BC-UBND"; empty of what takes no number, and of a whole dossier."""
    papers = papers_of(record)
    number = papers[0].number if len(papers) == 1 else None
    return number.symbol if number else ""


def symbol_of(record: DocumentRecord) -> str:
    """ "BC-UBND"; raises ``UserError`` ``paper_takes_no_number``."""
    symbol, title = symbol_or_none(record), record.title
    if not symbol:
        raise UserError(
            "paper_takes_no_number",
            f"“{title}” không phải văn bản được cấp số.",
            "Lập và in văn bản này; nó đi kèm một văn bản có số.",
            title=title,
        )
    return symbol
