"""Issues papers: a draft is looked through, numbered, printed for good and kept byte for byte.

What is issued is never made anew: a re-print is the stored bytes, whatever was changed since. A
number once given is refused to every other paper of its series and year.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.documents.pdf import render_annex, render_pdf
from digicommune.domain.issued import (
    NUMBERINGS,
    DraftCheck,
    IssuedPaper,
    Numbering,
    PaperPart,
    check_code,
    read_code,
)
from digicommune.domain.progress import Progress, no_progress
from digicommune.errors import UserError
from digicommune.operations import issue_numbers
from digicommune.operations.issue_numbers import (
    NO,
    NUMBERING,
    PRINT_CODE,
    damaged,
    find,
    holder_of,
    next_number,
    not_issued,
    numbering_of,
    paper_of_bytes,
)
from digicommune.operations.issue_planning import (
    Plan,
    checks_of,
    planned,
    record_of,
    refuse_unready,
    symbol_or_none,
)
from digicommune.operations.issued_back import tell_dossier
from digicommune.operations.kept_papers import papers_of
from digicommune.operations.reports import MadeDocument, check_place, file_name, write
from digicommune.settings import today

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.documents.description import Document
    from digicommune.domain.registers import DocumentRecord

# Each time a number is lost, another clerk has issued a paper: so many at once no office has.
_TRIES = 30


@dataclass(frozen=True, slots=True)
class IssueRequest:
    """Number and day of a paper; ``number`` None takes the next.

    ``replaces`` names an old paper that this one stands for, ``corrects`` one that stays in force
    and is only put right (a công văn đính chính, Decree 30/2020, Art. 18.3). ``electronic``: number
    and day are left blank, of ``dated`` the year alone is printed. ``annexes_apart`` keeps the main
    text and each annex as files of their own too, as an electronic paper always does.
    """

    dated: date
    number: int | None = None
    replaces: int | None = None
    electronic: bool = False
    annexes_apart: bool = False
    corrects: int | None = None

    @property
    def parted(self) -> bool:
        """Whether main text and annexes are kept as files of their own."""
        return self.electronic or self.annexes_apart


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A paper just issued: its line of the register, and what was printed.

    ``parts`` are its main text and annexes as files of their own, where they were kept so.
    """

    paper: IssuedPaper
    document: MadeDocument
    parts: tuple[PaperPart, ...] = ()


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
        record = record_of(unit, document_id)
        issued = unit.issued.of_document(document_id)
        checks = checks_of(unit, record)
        symbol = symbol_or_none(record)
        offered = next_number(unit, symbol, year or (record.dated or today()).year)
        signer = _signer(record)
    state = "issued" if issued else "checked" if checks else "draft"
    return DraftState(state, checks, issued, symbol, offered, signer)


def check_draft(store: Store, document_id: int, note: str = "") -> DraftCheck:
    """Keeps that somebody looked a draft through; it holds while its snapshot is the same."""
    with store.unit() as unit:
        record = record_of(unit, document_id)
        unit.checks.add(DraftCheck(document_id, record.snapshot_sha256, note.strip()))
        unit.journal.note("check", f"document:{document_id}", None, {"note": note.strip()})
        return unit.checks.of(document_id)[0]


def _signer(record: DocumentRecord) -> str:
    """The name under the paper; empty where it is left to be written."""
    described = papers_of(record)[0]
    signed = described.signature or next(iter(described.signatures), None)
    return signed.name if signed else ""


# --- issuing ---


def issue(
    store: Store, document_id: int, request: IssueRequest, progress: Progress = no_progress
) -> IssuedDocument:
    """A checked draft gets its number, is printed with its check code and kept for good.

    A number nobody asked for is taken inside the writing transaction: where another clerk has got
    it while the paper was printed, the paper is printed again with the next. An electronic paper
    gets none: number and day stay blank in its bytes.

    Raises ``UserError``: ``draft_not_checked``, ``already_issued``, ``number_taken``,
    ``paper_takes_no_number``, ``issued_unknown`` of the paper replaced or corrected,
    ``electronic_number``, ``issued_waits``.
    """
    for _ in range(_TRIES):
        with store.glance() as unit:
            plan = planned(unit, document_id, request)
        done = _attempt(store, plan, progress)
        if done is not None:
            return done
    raise UserError(
        "numbers_race",
        "Nhiều người đang phát hành cùng lúc nên chưa lấy được số.",
        "Chờ một lát rồi bấm phát hành lại.",
    )


def refuse_taken(store: Store, symbol: str, dated: date, number: int | None) -> None:
    """Refuses a number before a draft is made for it; raises ``UserError`` ``number_taken``."""
    if number is None:
        return
    with store.glance() as unit:
        issue_numbers.refuse_taken(unit, symbol, dated.year, number)


def _attempt(store: Store, plan: Plan, progress: Progress) -> IssuedDocument | None:
    """None where the number was given to another paper meanwhile and the next will do."""
    progress(0, 100, "Dàn trang")
    plain = render_pdf(plan.described, progress)
    code = check_code(_told_apart(plan, plain))
    described = replace(plan.described, check_code=code) if plan.code_printed else plan.described
    pdf = render_pdf(described) if plan.code_printed else plain
    parts = _parts(described, progress) if plan.request.parted else ()
    sealed = replace(plan.paper, check_code=code, pdf_sha256=hashlib.sha256(pdf).hexdigest())
    entered = _enter(store, replace(plan, paper=sealed), pdf, parts)
    if entered is None:
        return None
    title = plan.record.title
    made = MadeDocument(plan.record.document_id, title, file_name(title), pdf, plan.described)
    return IssuedDocument(entered, made, parts)


def _told_apart(plan: Plan, plain: bytes) -> bytes:
    """Two electronic papers without number may be the same to the last byte; codes may not."""
    document = f"document:{plan.record.document_id}".encode()
    return plain + document if plan.request.electronic else plain


def _parts(described: Document, progress: Progress) -> tuple[PaperPart, ...]:
    """The main text alone and each annex, where there is any."""
    if not described.annexes:
        return ()
    main = PaperPart("Văn bản chính", render_pdf(replace(described, annexes=()), progress))
    annexes = (
        PaperPart(f"Phụ lục {one.number}".strip(), render_annex(described, place, progress))
        for place, one in enumerate(described.annexes)
    )
    return (main, *annexes)


def _enter(
    store: Store, plan: Plan, pdf: bytes, parts: tuple[PaperPart, ...]
) -> IssuedPaper | None:
    """Register and record in one transaction, the only one that writes at a time."""
    record, paper = plan.record, plan.paper
    with store.unit() as unit:
        refuse_unready(unit, unit.documents.get(record.document_id) or record)
        if paper.number is not None:
            if plan.free and holder_of(unit, paper.symbol, paper.year, paper.number):
                return None
            issue_numbers.refuse_taken(unit, paper.symbol, paper.year, paper.number)
        entered = unit.issued.add(paper, pdf)
        unit.after_issue.add_parts(entered.issue_id, parts)
        if plan.request.corrects is not None:
            unit.after_issue.correct(entered.issue_id, plan.request.corrects)
        unit.documents.issued(record)
        if entered.number is not None:
            tell_dossier(unit, record, entered)
        unit.journal.note("issue", f"issued:{entered.issue_id}", None, _noted(entered, plan))
    return entered


def _noted(entered: IssuedPaper, plan: Plan) -> dict[str, object]:
    noted: dict[str, object] = {
        "number": entered.full_number,
        "day": entered.issued_on.isoformat(),
    }
    if entered.electronic:
        noted["electronic"] = True
    if plan.request.corrects is not None:
        noted["corrects"] = plan.request.corrects
    return noted


# --- the register ---


def register(store: Store, year: int | None = None) -> tuple[IssuedPaper, ...]:
    """The papers issued, newest first."""
    with store.glance() as unit:
        return unit.issued.all(year)


def reprint(store: Store, issue_id: int) -> IssuedDocument:
    """The bytes as they were issued, and those of its parts; the journal notes the print.

    A paper that was withdrawn is printed too: ``paper.withdrawn`` says so.

    Raises ``UserError`` ``issued_unknown``, and ``issued_damaged`` where the stored bytes are not
    those that were issued.
    """
    with store.unit() as unit:
        paper = find(unit, issue_id)
        pdf, parts = unit.issued.pdf(issue_id), unit.after_issue.parts(issue_id)
        whole = hashlib.sha256(pdf).hexdigest() == paper.pdf_sha256
        if not whole or not all(one.whole for one in parts):
            raise damaged(paper)
        unit.journal.note("reprint", f"issued:{issue_id}", None, {"number": paper.full_number})
    made = MadeDocument(paper.document_id or 0, paper.title, file_name(paper.title), pdf)
    return IssuedDocument(paper, made, parts)


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
    found = paper_of_bytes(unit, hashlib.sha256(content).hexdigest())
    if found is None:
        raise not_issued()
    return found


# --- files ---


def write_parts(done: IssuedDocument, folder: Path) -> tuple[Path, ...]:
    """Writes main text and annexes into a folder, each as a file of its own as it was issued.

    Raises ``UserError`` ``annexes_none``, ``folder_missing``, ``file_not_written``.
    """
    if not done.parts:
        raise UserError(
            "annexes_none",
            f"Văn bản số {done.paper.full_number} không có phụ lục lưu thành tệp riêng.",
            "Phụ lục được lưu riêng khi phát hành điện tử, hoặc khi phát hành kèm --annexes.",
            number=done.paper.full_number,
        )
    check_place(folder)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(
            "file_not_written",
            f"Không ghi được tệp {folder}.",
            "Đóng tệp nếu đang mở, hoặc chọn tên và thư mục khác.",
            file=str(folder),
        ) from error
    title, number = done.document.title, done.document.document_id
    made = [MadeDocument(number, title, _part_name(title, one), one.pdf) for one in done.parts]
    for one in made:
        write(one, folder / one.file_name)
    return tuple(folder / one.file_name for one in made)


def _part_name(title: str, part: PaperPart) -> str:
    """What tells the files apart stands last, however long the title is."""
    named = file_name(part.title).removesuffix(".pdf")
    return f"{file_name(title).removesuffix('.pdf')[:90]}-{named}.pdf"
