"""Makes documents: freezes a period into a snapshot and prints that, never the live rows."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from digicommune.documents import dossier_kinds
from digicommune.documents.kinds import (
    KINDS,
    MERCHANT_KINDS,
    TEAM_KINDS,
    VILLAGE_KINDS,
    kind_of,
)
from digicommune.documents.pdf import beyond_one_page, render_pdf, render_pdf_many
from digicommune.domain.periods import parse_period
from digicommune.domain.progress import PRINTING, SCALE, Progress, no_progress, stage
from digicommune.domain.registers import DocumentRecord
from digicommune.domain.snapshot import ReportForm, to_json
from digicommune.errors import UserError
from digicommune.operations.freezing import freeze, judged_for, replaced_by
from digicommune.operations.kept_papers import describe, left_blank, papers_of
from digicommune.operations.typed_sections import remarks, with_typed

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.db.store import Store
    from digicommune.documents.description import Document


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of document the office can make."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What to print. ``number`` and ``dated`` left out print as blanks, never invented."""

    kind: str
    period: str
    number: str | None = None
    dated: date | None = None
    signer: str = "chairman"  # a role of the office pack: chairman, vice_chairman …
    criteria_set: str | None = None  # None: the newest set the office has
    sections: dict[str, str] = field(default_factory=dict)  # "difficulties", "proposals" …
    form: ReportForm | None = None  # None: as the period asks


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A document just made; ``described`` is what a Word or Excel file of it is written from.

    ``papers``: where one file holds many, what each of them is.
    """

    document_id: int
    title: str
    file_name: str  # a name Windows takes
    pdf: bytes
    described: Document | None = None
    remarks: tuple[str, ...] = ()  # what to look at again before it is signed
    papers: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeLine:
    """A document made before."""

    document_id: int
    kind: str
    title: str
    period: str
    number: str | None
    dated: str | None
    made_at: str


def kinds(_store: Store | None = None) -> tuple[KindLine, ...]:
    """The kinds of document an office can make; the same in every office so far."""
    return tuple(KindLine(one.code, one.title) for one in KINDS)


def kinds_of_village() -> tuple[KindLine, ...]:
    """What it can print of one village; nothing of it is kept."""
    return tuple(KindLine(one.code, one.title) for one in VILLAGE_KINDS)


def kinds_of_teams() -> tuple[KindLine, ...]:
    """What it can print of the digital teams; nothing of it is kept."""
    return tuple(KindLine(one.code, one.title) for one in TEAM_KINDS)


def kinds_of_merchants() -> tuple[KindLine, ...]:
    """What it can print of the shops; nothing of it is kept."""
    return tuple(KindLine(one.code, one.title) for one in MERCHANT_KINDS)


def make(store: Store, request: ReportRequest, progress: Progress = no_progress) -> MadeDocument:
    """Freezes the period, prints it and keeps the snapshot; the printed bytes follow from it."""
    kind = kind_of(request.kind)
    period = parse_period(request.period)
    progress(0, SCALE, "Chốt số liệu")
    with store.glance() as unit:
        asked = with_typed(unit, request, period)
        snapshot = freeze(unit, period, asked, judged_for(unit, period, request.criteria_set))
        replaced = replaced_by(unit, kind.code, period)
        doubts = remarks(unit, snapshot)
    progress(PRINTING[0], SCALE, "Dàn trang")
    described = describe(snapshot)
    if kind.one_page:
        _refuse_second_page(described, kind.title)
    pdf = render_pdf(described, stage(progress, PRINTING))
    title = f"{kind.title} {snapshot.period_title}"
    frozen = to_json(snapshot)
    record = DocumentRecord(
        document_id=0,
        kind=kind.code,
        period=period.code,
        title=title,
        snapshot=frozen,
        snapshot_sha256=hashlib.sha256(frozen).hexdigest(),
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        number=request.number,
        dated=request.dated,
        replaces=replaced.document_id if replaced else None,
    )
    with store.unit() as unit:
        document_id = unit.documents.add(record)
        unit.journal.note(
            "print", f"document:{document_id}", before=None, after={"kind": kind.code}
        )
    return MadeDocument(document_id, title, file_name(title), pdf, described, doubts)


def print_again(store: Store, document_id: int, progress: Progress = no_progress) -> MadeDocument:
    """A document made before, printed from its own snapshot; an issued one as it was issued."""
    with store.glance() as unit:
        record = unit.documents.get(document_id)
        issued = unit.issued.of_document(document_id)
        kept = unit.issued.pdf(issued.issue_id) if issued else b""
    if record is None:
        raise UserError(
            "document_unknown",
            f"Không có văn bản số thứ tự {document_id}.",
            "Xem danh sách văn bản đã lập rồi chọn lại.",
            document=document_id,
        )
    papers = papers_of(record)
    if issued is not None and issued.electronic:
        papers = (left_blank(papers[0], issued.symbol, issued.year),)
    single = papers[0] if len(papers) == 1 else None
    pdf = kept or _drawn(record, papers, progress)
    return MadeDocument(
        record.document_id, record.title, file_name(record.title), pdf, single, papers=papers
    )


def _drawn(record: DocumentRecord, papers: tuple[Document, ...], progress: Progress) -> bytes:
    """As it was drawn when it was made: the papers of a dossier are many in one file."""
    if record.kind in dossier_kinds.KINDS:
        return render_pdf_many(papers, record.title, progress)
    return render_pdf(papers[0], progress)


def made(store: Store) -> tuple[MadeLine, ...]:
    """The documents made so far, newest first."""
    with store.glance() as unit:
        lines = [
            MadeLine(
                one.document_id,
                one.kind,
                one.title,
                one.period,
                one.number,
                one.dated.isoformat() if one.dated else None,
                one.made_at,
            )
            for one in unit.documents.all()
        ]
    return tuple(sorted(lines, key=lambda one: -one.document_id))


def check_place(path: Path) -> None:
    """Refuses a place nothing can be written to before any work is done."""
    if not path.absolute().parent.is_dir():
        raise UserError(
            "folder_missing",
            f"Không có thư mục {path.absolute().parent}.",
            "Tạo thư mục đó hoặc chọn nơi khác để ghi tệp.",
            folder=str(path.absolute().parent),
        )


def _refuse_second_page(described: Document, title: str) -> None:
    """What an officer typed is not cut behind his back: he is told by how much it is too long."""
    over = beyond_one_page(described)
    if over:
        raise UserError(
            "paper_over_one_page",
            f"{title} dài quá một trang khoảng {over} dòng.",
            "Rút ngắn các mục đã viết rồi lập lại; chương trình không tự cắt lời đã viết.",
            lines=over,
        )


def write(made_now: MadeDocument, path: Path) -> None:
    """Writes the PDF whole or not at all; raises ``UserError`` ``file_not_written``."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(made_now.pdf)
        part.replace(path)
    except OSError as error:
        raise UserError(
            "file_not_written",
            f"Không ghi được tệp {path}.",
            "Đóng tệp nếu đang mở, hoặc chọn tên và thư mục khác.",
            file=str(path),
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)  # also where Ctrl+C stopped it


def file_name(title: str) -> str:
    """A PDF's file name that Windows takes and every mail program keeps: no marks, no signs."""
    plain = unicodedata.normalize("NFD", title.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-")[:100] + ".pdf"
