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
from digicommune.operations.issue_numbers import find
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
class PaperTies:
    """A paper and the other papers of the register it has to do with."""

    paper: IssuedPaper
    replaces: IssuedPaper | None
    replaced_by: IssuedPaper | None
    corrects: tuple[IssuedPaper, ...]  # a letter corrects them, and they stay in force
    corrected_by: tuple[IssuedPaper, ...]
    withdrawn_by: IssuedPaper | None  # the paper of the register that says so

    @property
    def withdrawn_how(self) -> str:
        """The number of the paper that withdrew it, or that decision in the words typed."""
        if self.withdrawn_by is not None:
            return self.withdrawn_by.full_number
        return self.paper.withdrawn.by_text if self.paper.withdrawn else ""


@dataclass(frozen=True, slots=True)
class IssuedLine(PaperTies):
    """A line of the register."""

    said: Said
    period: str  # its title


def lines(store: Store, year: int | None = None) -> tuple[IssuedLine, ...]:
    """The papers issued in a year, or all, newest first."""
    with store.glance() as unit:
        return _lines(unit, year)


def ties(store: Store, year: int | None = None) -> tuple[PaperTies, ...]:
    """The same, without what each paper says of itself."""
    with store.glance() as unit:
        return _ties(unit, year)


def ties_of(store: Store, issue_id: int) -> PaperTies:
    """One paper; raises ``UserError`` ``issued_unknown``."""
    with store.glance() as unit:
        find(unit, issue_id)
        return next(one for one in _ties(unit, None) if one.paper.issue_id == issue_id)


def _ties(unit: Unit, year: int | None) -> tuple[PaperTies, ...]:
    every = unit.issued.all()
    by_id = {one.issue_id: one for one in every}
    later = {one.replaces: one for one in reversed(every) if one.replaces is not None}
    pairs = unit.after_issue.corrections()

    def of(one: IssuedPaper) -> PaperTies:
        number = one.issue_id
        by = one.withdrawn.by_issue if one.withdrawn else None
        return PaperTies(
            paper=one,
            replaces=None if one.replaces is None else by_id.get(one.replaces),
            replaced_by=later.get(number),
            corrects=tuple(by_id[old] for new, old in pairs if new == number),
            corrected_by=tuple(by_id[new] for new, old in pairs if old == number),
            withdrawn_by=None if by is None else by_id.get(by),
        )

    return tuple(of(one) for one in every if year is None or one.year == year)


def _lines(unit: Unit, year: int | None) -> tuple[IssuedLine, ...]:
    return tuple(
        IssuedLine(
            paper=one.paper,
            replaces=one.replaces,
            replaced_by=one.replaced_by,
            corrects=one.corrects,
            corrected_by=one.corrected_by,
            withdrawn_by=one.withdrawn_by,
            said=_said(unit, one.paper),
            period=parse_period(one.paper.period).title,
        )
        for one in _ties(unit, year)
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
        dated=None if paper.number is None else paper.issued_on,
        told=f"{said.kind} {_inside(said.subject)}" if said.kind else said.subject,
        signer=said.signer,
        recipients=said.recipients,
        check_code=paper.check_code,
        remarks=_remarks(line),
    )


def _remarks(line: IssuedLine) -> tuple[issue_book.Remark, ...]:
    """What became of the paper, in the order it is read: withdrawn first."""
    paper, gone = line.paper, line.paper.withdrawn
    told: list[issue_book.Remark] = []
    if gone is not None:
        how = line.withdrawn_how
        told.append(
            issue_book.Remark("withdrawn", day=gone.withdrawn_on, reason=gone.reason, by=how)
        )
    if paper.number is None:
        told.append(issue_book.Remark("waiting", day=paper.issued_on))
    elif paper.electronic:
        told.append(issue_book.Remark("electronic"))
    tied = (
        ("replaces", (line.replaces,)),
        ("replaced_by", (line.replaced_by,)),
        ("corrects", line.corrects),
        ("corrected_by", line.corrected_by),
    )
    told += [
        issue_book.Remark(key, number=one.full_number)
        for key, papers in tied
        for one in papers
        if one is not None
    ]
    return tuple(told)


def _inside(subject: str) -> str:
    """A trích yếu as it goes on inside a line: "Kết quả …" small, "UBND …" as it is."""
    capitals = subject[:2].isupper()
    return subject if capitals else subject[:1].lower() + subject[1:]
