"""The book of outgoing papers of a year, printed of the register; it numbers and issues nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digicommune.documents.description import (
    Align,
    Column,
    Document,
    Metadata,
    Orientation,
    Row,
    Table,
    Title,
    note,
)
from digicommune.documents.figure_words import day
from digicommune.documents.telling import agency_of, head_of
from digicommune.documents.wording import read_words
from digicommune.domain.numbers import vi_int
from digicommune.settings import resources

KIND = "so-van-ban-di"
# The columns of Annex IV of Decree 30/2020 in their order, and how each stands.
COLUMNS = {
    "number": (Align.CENTER, 1.6),  # stands in one line, as no column of words is sure to
    "dated": (Align.CENTER, 1.4),
    "told": (Align.LEFT, 3.4),
    "signer": (Align.LEFT, 1.9),
    "recipients": (Align.LEFT, 2.4),
    "kept_by": (Align.LEFT, 1.1),
    "copies": (Align.CENTER, 0.9),
    "remark": (Align.LEFT, 2.9),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What became of a paper, by the key of its sentence in the pack."""

    key: str  # withdrawn, waiting, electronic, replaces, replaced_by, corrects, corrected_by
    number: str = ""
    day: date | None = None
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class BookLine:
    """A paper as the book has it; empty texts and an unknown day stay blank."""

    number: str
    dated: date | None
    told: str
    signer: str
    recipients: tuple[str, ...]
    check_code: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The papers of a year in the order they were issued."""

    commune_kind: str
    commune_name: str
    year: int
    lines: tuple[BookLine, ...]


@dataclass(frozen=True, slots=True)
class BookWords:
    """The words of the book."""

    code: str
    title: str
    language: str
    kind: str
    subject: tuple[str, ...]
    count: str
    office: str
    copies: str
    code_note: str
    remarks: dict[str, str]
    columns: dict[str, str]
    verified: bool = False


def shipped_words() -> BookWords:
    """The words that come with the program; raises ``UserError`` ``bad_pack``."""
    return read_words(resources() / "packs" / "wording" / "issue_book.toml", BookWords)


def compose(book: Book, words: BookWords | None = None) -> Document:
    """A landscape list without number or signature: it stays with the clerk."""
    said = words or shipped_words()
    days = [one.dated for one in book.lines if one.dated is not None]
    places = {"year": str(book.year), "count": vi_int(len(book.lines))}
    places |= {"first": day(min(days)), "last": day(max(days))} if days else {}
    columns = tuple(Column(said.columns[key], *how) for key, how in COLUMNS.items())
    rows = tuple(_row(one, said) for one in book.lines)
    return Document(
        header=head_of(book.commune_kind, book.commune_name),
        number=None,
        title=Title(said.kind, tuple(line.format_map(places) for line in said.subject)),
        blocks=(
            *((note(said.count.format_map(places)),) if days else ()),
            Table(columns, rows, numbered=True),
        ),
        dated=False,
        orientation=Orientation.LANDSCAPE,
        language=said.language,
        metadata=Metadata(agency_of(book.commune_kind, book.commune_name), (KIND, str(book.year))),
    )


def _row(line: BookLine, words: BookWords) -> Row:
    remarks = [_remark(one, words) for one in line.remarks]
    remarks.append(words.code_note.format(code=line.check_code))
    recipients = "; ".join(one.strip(" -;.") for one in line.recipients)
    return Row(
        (
            line.number,
            day(line.dated) if line.dated else "",
            line.told,
            line.signer,
            recipients,
            words.office,
            words.copies,
            " ".join(remarks),
        )
    )


def _remark(remark: Remark, words: BookWords) -> str:
    """A withdrawal by nothing named has a sentence of its own."""
    key = "withdrawn_alone" if remark.key == "withdrawn" and not remark.by else remark.key
    return words.remarks[key].format(
        number=remark.number,
        day=day(remark.day) if remark.day else "",
        reason=remark.reason.rstrip(". "),
        by=remark.by,
    )
