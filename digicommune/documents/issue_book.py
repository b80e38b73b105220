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
    "number": (Align.LEFT, 4.6),
    "dated": (Align.CENTER, 1.5),
    "told": (Align.LEFT, 3.4),
    "signer": (Align.LEFT, 2.0),
    "recipients": (Align.LEFT, 2.2),
    "kept_by": (Align.LEFT, 1.9),
    "copies": (Align.CENTER, 1.1),
    "remark": (Align.LEFT, 2.2),
}


@dataclass(frozen=True, slots=True)
class BookLine:
    """A paper as the book has it; empty texts stay blank."""

    number: str
    dated: date
    told: str
    signer: str
    recipients: tuple[str, ...]
    check_code: str
    replaces: str
    replaced_by: str


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
    replaces: str
    replaced_by: str
    columns: dict[str, str]
    verified: bool = False


def shipped_words() -> BookWords:
    """The words that come with the program; raises ``UserError`` ``bad_pack``."""
    return read_words(resources() / "packs" / "wording" / "issue_book.toml", BookWords)


def compose(book: Book, words: BookWords | None = None) -> Document:
    """A landscape list without number or signature: it stays with the clerk."""
    said = words or shipped_words()
    days = [one.dated for one in book.lines]
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
    remarks = (
        words.replaces.format(number=line.replaces) if line.replaces else "",
        words.replaced_by.format(number=line.replaced_by) if line.replaced_by else "",
        words.code_note.format(code=line.check_code),
    )
    recipients = "; ".join(one.strip(" -;.") for one in line.recipients)
    return Row(
        (
            line.number,
            day(line.dated),
            line.told,
            line.signer,
            recipients,
            words.office,
            words.copies,
            " ".join(one for one in remarks if one),
        )
    )
