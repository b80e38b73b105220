"""A document set into pieces and run through the press; it knows no campaign and no indicator."""

from __future__ import annotations

from collections.abc import Iterable

from digicommune.documents.description import (
    Annex,
    Block,
    Chart,
    Document,
    Heading,
    Run,
    Table,
    with_end_mark,
)
from digicommune.documents.phrases import listed
from digicommune.documents.press.fit import fitted
from digicommune.documents.press.flow import Flow, Piece, Press
from digicommune.documents.press.grid import grid
from digicommune.documents.press.letter import addressees, annex_head, closing, letterhead, title
from digicommune.documents.press.picture import picture
from digicommune.documents.press.prose import Manner, basis, body_text, heading, prose
from digicommune.documents.press.sheet import FORMATS, FileFacts, Sheet
from digicommune.documents.press.texts import clean
from digicommune.domain.progress import Progress

_LANGUAGES = {"vi": "vi-VN", "en": "en-US"}
_SUBJECT_LIMIT = 500


def print_document(document: Document, progress: Progress) -> bytes:
    """All pages of a document, its annexes each in a section of its own."""
    body = _letter(document)
    end = _closing(document)
    annexes = [(annex, _annex(annex)) for annex in document.annexes]
    work = [*body, *(piece for _, pieces in annexes for piece in pieces)]
    sheet = Sheet(_facts(document))
    sheet.section(document.orientation)
    total = sum(piece.steps for piece in work) + (end.steps if end else 0)
    press = Press(sheet, progress, total)
    _run(press, body, end)
    for annex, pieces in annexes:
        sheet.section(annex.orientation)
        _run(press, pieces, None)
    return sheet.finish()


def _run(press: Press, pieces: list[Piece], end: Piece | None) -> None:
    flow = Flow(press)
    for cluster in fitted(pieces, end, press.form):
        flow.place(cluster)


def _facts(document: Document) -> FileFacts:
    named = " ".join((document.title.kind, *document.title.subject))
    author = document.metadata.author or " ".join(document.header.agency)
    return FileFacts(
        title=clean(named)[:_SUBJECT_LIMIT],
        author=clean(author),
        keywords=", ".join(clean(word) for word in document.metadata.keywords),
        language=_LANGUAGES.get(document.language, document.language),
    )


def _letter(document: Document) -> list[Piece]:
    width = FORMATS[document.orientation].measure
    pieces: list[Piece] = [letterhead(document, width), title(document.title, width)]
    if document.addressees:
        pieces.append(addressees(document.addressees, width))
    pieces.extend(basis(text, width) for text in listed(document.bases))
    pieces.extend(_blocks(document.blocks, width))
    return pieces


def _closing(document: Document) -> Piece | None:
    if document.signature is None:
        return None
    width = FORMATS[document.orientation].measure
    return closing(document.signature, document.recipients, width)


def _annex(annex: Annex) -> list[Piece]:
    width = FORMATS[annex.orientation].measure
    return [annex_head(annex, width), *_blocks(annex.blocks, width)]


def _blocks(blocks: tuple[Block, ...], width: float) -> Iterable[Piece]:
    for block in with_end_mark(blocks):
        if isinstance(block, Heading):
            yield heading(block, width)
        elif isinstance(block, Table):
            yield from _table(block, width)
        elif isinstance(block, Chart):
            yield picture(block, width)
        else:
            yield body_text(block, width)


def _table(table: Table, width: float) -> Iterable[Piece]:
    if table.unit:
        note = prose((Run(table.unit, italic=True),), width, Manner("right", 13, 0))
        note.keeps_next = True
        yield note
    yield grid(table, width)
