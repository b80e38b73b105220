"""The register of issued papers: looked at, and printed as a book of outgoing papers.

Nothing of it is changed here: papers get in by being issued, and stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.documents import issue_book
from digicommune.documents.pdf import render_pdf
from digicommune.domain.periods import parse_period
from digicommune.domain.progress import Progress, no_progress
from digicommune.errors import UserError
from digicommune.operations.kept_papers import papers_of
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.issued import IssuedPaper

_seen: dict[str, Said] = {}  # by snapshot: what an issued paper says of itself never changes


@dataclass(frozen=True, slots=True)
class Said:
    """What a paper says of itself."""

    kind: str  # "Báo cáo"
    subject: str
    signer: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """A line of the register."""

    paper: IssuedPaper
    said: Said
    period: str  # its title
    replaces: IssuedPaper | None
    replaced_by: IssuedPaper | None


def lines(store: Store, year: int | None = None) -> tuple[IssuedLine, ...]:
    """The papers issued in a year, or all, newest first."""
    with store.glance() as unit:
        return _lines(unit, year)


def _lines(unit: Unit, year: int | None) -> tuple[IssuedLine, ...]:
    every = unit.issued.all()
    by_id = {one.issue_id: one for one in every}
    later = {one.replaces: one for one in reversed(every) if one.replaces is not None}
    return tuple(
        IssuedLine(
            one,
            _said(unit, one),
            parse_period(one.period).title,
            None if one.replaces is None else by_id.get(one.replaces),
            later.get(one.issue_id),
        )
        for one in every
        if year is None or one.year == year
    )


def _said(unit: Unit, paper: IssuedPaper) -> Said:
    """From the frozen snapshot; a paper whose draft is gone is told by its title alone."""
    known = _seen.get(paper.pdf_sha256)
    if known is None:
        known = _seen[paper.pdf_sha256] = _read(unit, paper)
    return known


def _read(unit: Unit, paper: IssuedPaper) -> Said:
    record = unit.documents.get(paper.document_id) if paper.document_id is not None else None
    if record is None:
        return Said("", paper.title, "", ())
    described = papers_of(record)[0]
    signed = described.signature or next(iter(described.signatures), None)
    return Said(
        described.title.kind.capitalize(),
        " ".join(described.title.subject),
        signed.name if signed else "",
        described.recipients,
    )


def book(store: Store, year: int | None = None, progress: Progress = no_progress) -> MadeDocument:
    """The register of a year as the book of outgoing papers; the journal notes the print.

    Its Excel file is written of the same description. Raises ``UserError`` ``register_empty``.
    """
    asked = year or today().year
    with store.glance() as unit:
        found = _lines(unit, asked)
        commune = unit.office.commune()
    if not found:
        raise UserError(
            "register_empty",
            f"Năm {asked} chưa phát hành văn bản nào.",
            "Phát hành văn bản rồi in sổ, hoặc chọn năm khác.",
            year=asked,
        )
    entries = tuple(_entry(one) for one in sorted(found, key=lambda one: one.paper.issue_id))
    described = issue_book.compose(issue_book.Book(commune.kind, commune.name, asked, entries))
    title = described.name.capitalize()
    pdf = render_pdf(described, progress)
    with store.unit() as unit:
        unit.journal.note("print", f"issue_book:{asked}", None, {"papers": len(found)})
    return MadeDocument(0, title, file_name(title), pdf, described)


def _entry(line: IssuedLine) -> issue_book.BookLine:
    paper, said = line.paper, line.said
    return issue_book.BookLine(
        number=paper.full_number,
        dated=paper.issued_on,
        told=f"{said.kind} {_inside(said.subject)}" if said.kind else said.subject,
        signer=said.signer,
        recipients=said.recipients,
        check_code=paper.check_code,
        replaces=line.replaces.full_number if line.replaces else "",
        replaced_by=line.replaced_by.full_number if line.replaced_by else "",
    )


def _inside(subject: str) -> str:
    """A trích yếu as it goes on inside a line: "Kết quả …" small, "UBND …" as it is."""
    capitals = subject[:2].isupper()
    return subject if capitals else subject[:1].lower() + subject[1:]
