"""What stands in a document, whatever it is printed as; it knows no paper, fonts or file format."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from digicommune.charts.values import DayLine, PeriodLine, VillageBars


class Align(StrEnum):
    """How the strings of a column stand: words to the left, codes in the middle, numbers right."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class RowKind(StrEnum):
    """What a table row is; all but plain rows are printed bold."""

    PLAIN = "plain"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Placed(StrEnum):
    """Where the trích yếu stands: below the kind, or below the number as in a công văn (5a, 5b)."""

    CENTRED = "centred"
    UNDER_NUMBER = "under_number"


class Urgency(StrEnum):
    """The red stamp below the number (box 10b); a document without one has none."""

    URGENT = "KHẨN"
    VERY_URGENT = "THƯỢNG KHẨN"
    EXPRESS = "HỎA TỐC"


class Circulation(StrEnum):
    """The boxed note above the head (box 11); a document without one has none."""

    RETURN = "XEM XONG TRẢ LẠI"
    INTERNAL = "LƯU HÀNH NỘI BỘ"


class Orientation(StrEnum):
    """How an A4 sheet is read."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class LetterHead:
    """Who issues the document and where; a commune's committee has no superior line (§3.2).

    A village is no agency: its superior is "UBND XÃ …", its ``agency`` "THÔN …", it has no number.
    """

    agency: tuple[str, ...]
    place: str
    superior: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """Number and symbol; an unknown number stays blank on paper and is never invented."""

    symbol: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The kind ("BÁO CÁO") and the lines of the trích yếu below it.

    ``UNDER_NUMBER`` is the công văn: its subject is written "V/v …" under the number, and its kind
    only names the file, since nothing of it is printed.
    """

    kind: str
    subject: tuple[str, ...]
    placed: Placed = Placed.CENTRED


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 "I. TITLE", level 2 "1. Title", level 3 "a) Title"; the text carries its number."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Subheading:
    """Centred bold lines inside the text: "Chương I" and its title, "QUYẾT NGHỊ:"."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Justified body text with first-line indent."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class BulletItem:
    """One "- …" item of the body."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under a table, set smaller than the body."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its heading, how its cells stand, its share of the width."""

    heading: str
    align: Align = Align.LEFT
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """The strings of one row, one for each column."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under repeated headings; ``numbered`` adds the second row (1)(2)(3).

    ``unit`` is the note above it, such as "Đơn vị tính: người". ``large``: print to be read and
    written on while standing, with high rows; ``signed``: rows high enough for a signature each.
    Every row has as many cells as
    there are columns, or ``ValueError`` (a bug of the composer, not of the officer).
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit: str | None = None
    numbered: bool = False
    large: bool = False
    signed: bool = False

    def __post_init__(self) -> None:
        wide = len(self.columns)
        for row in self.rows:
            if len(row.cells) != wide:
                raise ValueError(f"row of {len(row.cells)} cells in a table of {wide} columns")


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures to be drawn, with the caption below them."""

    values: VillageBars | PeriodLine | DayLine
    caption: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as bytes of a JPEG or PNG file, with the caption below it."""

    content: bytes
    caption: str


Block = Heading | Subheading | Paragraph | BulletItem | Note | Table | Chart | Photo


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The signer: capacity lines ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") and full name.

    ``hint`` stands in italics under the capacity ("(Ký, ghi rõ họ tên)"), ``office`` above the name
    (box 7b: the head of a board signs "TRƯỞNG BAN", below which stands his own office).
    """

    capacity: tuple[str, ...]
    name: str = ""
    hint: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex; ``number`` is Roman, or empty where there is only one."""

    number: str
    title: tuple[str, ...]
    reference: str
    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.PORTRAIT


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself beside its title."""

    author: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. Without ``date`` the day and month stay blank, the ``year`` is printed.

    ``dated=False`` leaves the line of place and date out (a biên bản has none). A decision has its
    ``authority`` lines above the bases and ``enacting`` ("QUYẾT ĐỊNH:") below them. ``signature``
    stands beside the recipients; ``signatures`` (two or three, or more in rows of two) stand side
    by side with the recipients below, as under a biên bản. ``foot`` is the address at the foot of
    the first page (box 13), ``outline`` the bookmark where several documents are in one file.
    ``check_code`` stands small in the bottom margin of every page of an issued paper.
    ``drafted`` is who typed it and how many copies there are, "PL.(300)" (box 12).
    """

    header: LetterHead
    number: DocumentNumber | None
    title: Title
    blocks: tuple[Block, ...]
    date: date | None = None
    year: int | None = None
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    signature: SignatureBlock | None = None
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    orientation: Orientation = Orientation.PORTRAIT
    language: str = "vi"
    metadata: Metadata = field(default_factory=Metadata)
    dated: bool = True
    urgency: Urgency | None = None
    addressed: str = "Kính gửi:"
    authority: tuple[str, ...] = ()
    enacting: str = ""
    signatures: tuple[SignatureBlock, ...] = ()
    foot: tuple[str, ...] = ()
    outline: str = ""
    check_code: str = ""
    circulation: Circulation | None = None
    drafted: str = ""

    @property
    def name(self) -> str:
        """Its kind and trích yếu in one line."""
        return " ".join((self.title.kind, *self.title.subject)).strip()

    @property
    def every_block(self) -> tuple[Block, ...]:
        """The blocks of the text and of all annexes."""
        return (*self.blocks, *(block for annex in self.annexes for block in annex.blocks))

    @property
    def row_count(self) -> int:
        """Rows of all its tables."""
        return sum(len(block.rows) for block in self.every_block if isinstance(block, Table))


def paragraph(text: str) -> Paragraph:
    """A paragraph of one style."""
    return Paragraph((Run(text),))


def article(number: int, text: str) -> Paragraph:
    """ "Điều 1. …": the number bold, the text not."""
    return Paragraph((Run(f"Điều {number}.", bold=True), Run(f" {text}")))


def titled_article(number: int, title: str) -> Heading:
    """ "Điều 1. Title" in bold on a line of its own, its khoản following as paragraphs."""
    return Heading(f"Điều {number}. {title}", 2)


def bullet(text: str) -> BulletItem:
    """A list item of one style."""
    return BulletItem((Run(text),))


def note(text: str) -> Note:
    """A remark of one style."""
    return Note((Run(text),))


def with_end_mark(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with "./." attached to their last sentence, where they end in a sentence.

    The model forms of Decree 30/2020 end the text so; a text that ends in a table has no sentence
    to attach it to and stays as it is.
    """
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph | BulletItem | Note) or not last.runs:
        return blocks
    end = last.runs[-1]
    text = end.text.rstrip().removesuffix("./.").rstrip(".;, ")
    ended = Run(f"{text}./.", end.bold, end.italic)
    return (*blocks[:-1], type(last)((*last.runs[:-1], ended)))
