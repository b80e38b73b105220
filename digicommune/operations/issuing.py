"""Issues papers: a draft is looked through, numbered, printed for good and kept byte for byte.

What is issued is never made anew: a re-print is the stored bytes, whatever was changed since. A
number once given is refused to every other paper of its series and year.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.documents.description import paragraph
from digicommune.documents.pdf import render_pdf
from digicommune.documents.phrases import date_phrase
from digicommune.domain.issued import (
    NUMBERINGS,
    DraftCheck,
    IssuedPaper,
    Numbering,
    check_code,
    counted_with,
    read_code,
    series_of,
)
from digicommune.domain.progress import Progress, no_progress
from digicommune.errors import UserError
from digicommune.operations.issue_numbers import (
    NO,
    NUMBERING,
    PRINT_CODE,
    code_printed,
    next_number,
    numbering_of,
)
from digicommune.operations.issued_back import tell_dossier
from digicommune.operations.kept_papers import Given, numbered, papers_of
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.settings import today

if TYPE_CHECKING:
    from datetime import date

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.documents.description import Document
    from digicommune.domain.registers import DocumentRecord


@dataclass(frozen=True, slots=True)
class IssueRequest:
    """Number and day of a paper; ``number`` None takes the next, ``replaces`` names an old one."""

    dated: date
    number: int | None = None
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A paper just issued: its line of the register, and what was printed."""

    paper: IssuedPaper
    document: MadeDocument


@dataclass(frozen=True, slots=True)
class DraftState:
    """How far a document made has come: "draft", "checked" or "issued", and by whom.

    ``symbol`` is empty of a document that takes no number and is never issued.
    """

    state: str
    checks: tuple[DraftCheck, ...]
    issued: IssuedPaper | None
    symbol: str
    next_number: int
    signer: str = ""


# --- the office's ways ---


def numbering(store: Store) -> Numbering:
    """Whether each type has its own series or all share one; per type until the office says."""
    with store.glance() as unit:
        return numbering_of(unit)


def set_numbering(store: Store, chosen: str) -> None:
    """From now on; numbers given before stay. Raises ``UserError`` ``numbering_unknown``."""
    if chosen not in NUMBERINGS:
        raise UserError(
            "numbering_unknown",
            f"Không có cách đánh số “{chosen}”.",
            "Chọn per_type (mỗi loại văn bản một dãy số) hoặc common (một dãy chung).",
            numbering=chosen,
        )
    with store.unit() as unit:
        before = numbering_of(unit)
        unit.office.set_setting(NUMBERING, chosen)
        unit.journal.note("numbering", "office", {NUMBERING: before}, {NUMBERING: chosen})


def set_code_printed(store: Store, printed: bool) -> None:
    """Whether papers carry their check code at the foot; the register keeps it either way."""
    with store.unit() as unit:
        unit.office.set_setting(PRINT_CODE, "1" if printed else NO)
        unit.journal.note("check_code", "office", None, {PRINT_CODE: printed})


# --- drafts ---


def state_of(store: Store, document_id: int, year: int | None = None) -> DraftState:
    """How far a document has come, and the number offered next in a year (its own)."""
    with store.glance() as unit:
        record = _record(unit, document_id)
        issued = unit.issued.of_document(document_id)
        checks = _checks(unit, record)
        symbol = _symbol_or_none(record)
        offered = next_number(unit, symbol, year or (record.dated or today()).year)
        signer = _signer(record)
    state = "issued" if issued else "checked" if checks else "draft"
    return DraftState(state, checks, issued, symbol, offered, signer)


def check_draft(store: Store, document_id: int, note: str = "") -> DraftCheck:
    """Keeps that somebody looked a draft through; it holds while its snapshot is the same."""
    with store.unit() as unit:
        record = _record(unit, document_id)
        unit.checks.add(DraftCheck(document_id, record.snapshot_sha256, note.strip()))
        unit.journal.note("check", f"document:{document_id}", None, {"note": note.strip()})
        return unit.checks.of(document_id)[0]


def _checks(unit: Unit, record: DocumentRecord) -> tuple[DraftCheck, ...]:
    found = unit.checks.of(record.document_id)
    return tuple(one for one in found if one.snapshot_sha256 == record.snapshot_sha256)


def _record(unit: Unit, document_id: int) -> DocumentRecord:
    record = unit.documents.get(document_id)
    if record is None:
        raise UserError(
            "document_unknown",
            f"Không có văn bản số thứ tự {document_id}.",
            "Xem danh sách văn bản đã lập rồi chọn lại.",
            document=document_id,
        )
    return record


def _symbol_or_none(record: DocumentRecord) -> str:
    """ "BC-UBND"; empty of what takes no number, and of a whole dossier."""
    papers = papers_of(record)
    number = papers[0].number if len(papers) == 1 else None
    return number.symbol if number else ""


def _signer(record: DocumentRecord) -> str:
    """The name under the paper; empty where it is left to be written."""
    described = papers_of(record)[0]
    signed = described.signature or next(iter(described.signatures), None)
    return signed.name if signed else ""


def _symbol(record: DocumentRecord) -> str:
    symbol, title = _symbol_or_none(record), record.title
    if not symbol:
        raise UserError(
            "paper_takes_no_number",
            f"“{title}” không phải văn bản được cấp số.",
            "Lập và in văn bản này; nó đi kèm một văn bản có số.",
            title=title,
        )
    return symbol


# --- issuing ---


def issue(
    store: Store, document_id: int, request: IssueRequest, progress: Progress = no_progress
) -> IssuedDocument:
    """A checked draft gets its number, is printed with its check code and kept for good.

    Raises ``UserError``: ``draft_not_checked``, ``already_issued``, ``number_taken``,
    ``paper_takes_no_number``, ``issued_unknown`` of the paper replaced.
    """
    with store.glance() as unit:
        record, paper, replaced = _planned(unit, document_id, request)
    record = numbered(record, Given(str(paper.number), request.dated, _named(replaced)))
    described = _telling(papers_of(record)[0], replaced)
    progress(0, 100, "Dàn trang")
    plain = render_pdf(described, progress)
    code = check_code(plain)
    with store.glance() as unit:
        printed = code_printed(unit)
    pdf = render_pdf(replace(described, check_code=code)) if printed else plain
    sealed = replace(paper, check_code=code, pdf_sha256=hashlib.sha256(pdf).hexdigest())
    entered = _enter(store, record, sealed, pdf)
    made = MadeDocument(document_id, record.title, file_name(record.title), pdf, described)
    return IssuedDocument(entered, made)


def refuse_taken(store: Store, symbol: str, dated: date, number: int | None) -> None:
    """Refuses a number before a draft is made for it; raises ``UserError`` ``number_taken``."""
    if number is None:
        return
    with store.glance() as unit:
        _refuse_taken(unit, symbol, dated.year, number)


def _planned(
    unit: Unit, document_id: int, request: IssueRequest
) -> tuple[DocumentRecord, IssuedPaper, IssuedPaper | None]:
    record = _record(unit, document_id)
    symbol = _symbol(record)
    _refuse_unready(unit, record)
    year = request.dated.year
    number = request.number or next_number(unit, symbol, year)
    replaced = _replaced(unit, record, request)
    paper = IssuedPaper(
        issue_id=0,
        document_id=document_id,
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
        replaces=replaced.issue_id if replaced else None,
    )
    _refuse_taken(unit, symbol, year, number)
    return record, paper, replaced


def _refuse_unready(unit: Unit, record: DocumentRecord) -> None:
    issued = unit.issued.of_document(record.document_id)
    if issued is not None:
        raise UserError(
            "already_issued",
            f"Văn bản này đã phát hành: số {issued.full_number}.",
            "In lại bản đã phát hành; muốn đính chính thì lập văn bản mới thay thế nó.",
            number=issued.full_number,
        )
    if not _checks(unit, record):
        raise UserError(
            "draft_not_checked",
            f"“{record.title}” chưa được soát.",
            "Xem kỹ bản dự thảo, đánh dấu đã soát rồi phát hành.",
            title=record.title,
        )


def _refuse_taken(unit: Unit, symbol: str, year: int, number: int) -> None:
    series = counted_with(symbol, numbering_of(unit))
    holder = unit.issued.numbered(series, year, number)
    if holder is None:
        return
    offered = next_number(unit, symbol, year)
    raise UserError(
        "number_taken",
        f"Số {number:02d} năm {year} đã cấp cho “{holder.title}” ({holder.full_number}).",
        f"Dùng số tiếp theo: {offered:02d}.",
        number=number,
        year=year,
        holder=holder.full_number,
        title=holder.title,
        offered=offered,
    )


def _replaced(unit: Unit, record: DocumentRecord, request: IssueRequest) -> IssuedPaper | None:
    """The paper asked to be replaced, or the one a period opened again was reported by."""
    if request.replaces is not None:
        return find(unit, request.replaces)
    return None if record.replaces is None else unit.issued.of_document(record.replaces)


def _named(paper: IssuedPaper | None) -> str:
    return f"{paper.full_number} {date_phrase(paper.issued_on)}" if paper else ""


def _telling(described: Document, replaced: IssuedPaper | None) -> Document:
    """The paper says what it stands for, where its own wording does not already."""
    if replaced is None:
        return described
    runs = (run.text for block in described.blocks for run in getattr(block, "runs", ()))
    if any(replaced.full_number in text for text in runs):
        return described
    said = paragraph(f"Văn bản này thay thế văn bản số {_named(replaced)}.")
    return replace(described, blocks=(said, *described.blocks))


def _enter(store: Store, record: DocumentRecord, paper: IssuedPaper, pdf: bytes) -> IssuedPaper:
    """Register and record in one transaction; a number taken meanwhile is refused."""
    with store.unit() as unit:
        _refuse_unready(unit, unit.documents.get(record.document_id) or record)
        _refuse_taken(unit, paper.symbol, paper.year, paper.number)
        entered = unit.issued.add(paper, pdf)
        unit.documents.issued(record)
        tell_dossier(unit, record, entered)
        after = {"number": entered.full_number, "day": entered.issued_on.isoformat()}
        unit.journal.note("issue", f"issued:{entered.issue_id}", None, after)
    return entered


# --- the register ---


def find(unit: Unit, issue_id: int) -> IssuedPaper:
    """A paper of the register; raises ``UserError`` ``issued_unknown``."""
    found = unit.issued.get(issue_id)
    if found is None:
        raise UserError(
            "issued_unknown",
            f"Sổ phát hành không có văn bản thứ tự {issue_id}.",
            "Xem sổ văn bản đã phát hành rồi chọn lại.",
            issued=issue_id,
        )
    return found


def register(store: Store, year: int | None = None) -> tuple[IssuedPaper, ...]:
    """The papers issued, newest first."""
    with store.glance() as unit:
        return unit.issued.all(year)


def reprint(store: Store, issue_id: int) -> IssuedDocument:
    """The bytes as they were issued; the journal notes the print.

    Raises ``UserError`` ``issued_unknown``, and ``issued_damaged`` where the stored bytes are not
    those that were issued.
    """
    with store.unit() as unit:
        paper = find(unit, issue_id)
        pdf = unit.issued.pdf(issue_id)
        if hashlib.sha256(pdf).hexdigest() != paper.pdf_sha256:
            raise UserError(
                "issued_damaged",
                f"Bản lưu của văn bản số {paper.full_number} không còn nguyên vẹn.",
                "Khôi phục từ bản sao lưu; đừng in hay gửi bản này.",
                number=paper.full_number,
            )
        unit.journal.note("reprint", f"issued:{issue_id}", None, {"number": paper.full_number})
    made = MadeDocument(paper.document_id or 0, paper.title, file_name(paper.title), pdf)
    return IssuedDocument(paper, made)


def verify(store: Store, told: str | bytes) -> IssuedPaper:
    """The paper a check code, or the bytes of a file, belongs to.

    A code says which paper it stands on; only the file itself shows that nothing was changed.
    Raises ``UserError`` ``code_unreadable``, ``code_unknown``, ``file_not_issued``.
    """
    with store.glance() as unit:
        if isinstance(told, bytes):
            return _of_bytes(unit, told)
        code = read_code(told)
        if not code:
            raise UserError(
                "code_unreadable",
                f"“{told}” không phải mã kiểm tra.",
                "Mã có 12 chữ và số, in ở chân trang, ví dụ 7Q4M-XK2P-09TD.",
                told=told,
            )
        found = unit.issued.coded(code)
    if found is None:
        raise UserError(
            "code_unknown",
            f"Không có văn bản nào đã phát hành mang mã {code}.",
            "Kiểm tra lại từng chữ của mã; nếu đúng thì văn bản này không do văn phòng phát hành.",
            told=code,
        )
    return found


def _of_bytes(unit: Unit, content: bytes) -> IssuedPaper:
    digest = hashlib.sha256(content).hexdigest()
    found = next((one for one in unit.issued.all() if one.pdf_sha256 == digest), None)
    if found is None:
        raise UserError(
            "file_not_issued",
            "Tệp này không trùng với văn bản nào đã phát hành.",
            "Tệp đã bị sửa, ký thêm hoặc quét lại, hoặc chưa từng phát hành; so với bản in lại.",
        )
    return found
