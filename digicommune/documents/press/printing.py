"""A document set into pieces and run through the press; it knows no campaign and no indicator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from digicommune.documents.description import (
    Annex,
    Block,
    Chart,
    Document,
    Heading,
    Photo,
    Placed,
    Run,
    Subheading,
    Table,
    with_end_mark,
)
from digicommune.documents.phrases import code_phrase, listed
from digicommune.documents.press.circulation import draw_circulation
from digicommune.documents.press.closing import closing
from digicommune.documents.press.facts import facts_of, facts_of_many
from digicommune.documents.press.fit import fitted, lines_over, spacing_of
from digicommune.documents.press.flow import ROOMY, Flow, Piece, Press, Spacing
from digicommune.documents.press.foot import draw_foot, foot_height
from digicommune.documents.press.grid import grid
from digicommune.documents.press.letter import (
    addressees,
    annex_head,
    centred,
    letterhead,
    title,
)
from digicommune.documents.press.picture import photo, picture
from digicommune.documents.press.prose import SIZE, Manner, basis, body_text, heading, prose
from digicommune.documents.press.sheet import FORMATS, Format, Sheet
from digicommune.documents.press.stages import DRAWING, LAYING, TOLD, WRITING, Laid, unseen
from digicommune.documents.press.typefaces import SINGLE
from digicommune.domain.progress import SCALE, Counted, Progress, stage

# The lowest row is 11 points, 65 of them a page: these are never less than a dozen pages.
_MANY_ROWS = 1000


def print_document(document: Document, progress: Progress) -> bytes:
    """All pages of a document, its annexes each in a section of its own."""
    sheet = Sheet(facts_of(document))
    _print(sheet, document, stage(progress, (0, WRITING[0])), annex_level=0)
    return sheet.finish(stage(progress, WRITING))


def print_annex(document: Document, place: int, progress: Progress) -> bytes:
    """One annex as a file of its own: its pages as they are in the whole document."""
    annex = document.annexes[place]
    named = " ".join((f"Phụ lục {annex.number}".strip(), *annex.title))
    sheet = Sheet(facts_of_many(document, named))
    sheet.mark = code_phrase(document.check_code) if document.check_code else ""
    pieces = _annex(annex, 0, unseen)
    sheet.section(FORMATS[annex.orientation])
    work = sum(piece.steps for piece in pieces)
    _run(Press(sheet, stage(progress, (0, WRITING[0])), work), pieces, None)
    return sheet.finish(stage(progress, WRITING))


def print_many(documents: Sequence[Document], named: str, progress: Progress) -> bytes:
    """Documents one after another in one file, each numbering its pages from its own first.

    One is laid out only when the one before it is drawn, so that a thousand need no more room.
    """
    sheet = Sheet(facts_of_many(documents[0], named))
    printing, count = stage(progress, (0, WRITING[0])), len(documents)
    for place, document in enumerate(documents):
        part = place * SCALE, (place + 1) * SCALE
        _print(sheet, document, stage(printing, part, count * SCALE), annex_level=1)
    return sheet.finish(stage(progress, WRITING))


def beyond_one_page(document: Document) -> int:
    """Lines of the main text that one page does not take, however tightly it is set."""
    form = _form(document)
    end = closing(document, form.measure)
    return lines_over([*_letter(document, form, unseen)], end, form, SIZE * SINGLE)


def spacings(document: Document) -> tuple[Spacing, ...]:
    """How openly the main text and each annex are set, for a file that is no PDF."""
    form = _form(document)
    main = ROOMY
    if not _long(document.blocks):
        main = spacing_of(_letter(document, form, unseen), closing(document, form.measure), form)
    annexes = (
        ROOMY
        if _long(annex.blocks)
        else spacing_of(_annex(annex, 0, unseen), None, FORMATS[annex.orientation])
        for annex in document.annexes
    )
    return (main, *annexes)


def _long(blocks: tuple[Block, ...]) -> bool:
    """Whether tables alone fill so many pages that nothing is set tighter (``fit.LONGEST``)."""
    return sum(len(block.rows) for block in blocks if isinstance(block, Table)) > _MANY_ROWS


def _print(sheet: Sheet, document: Document, progress: Progress, *, annex_level: int) -> None:
    form, laid = _form(document), Counted(stage(progress, LAYING), document.row_count, TOLD)
    body, end = _letter(document, form, laid), closing(document, form.measure)
    annexes = [(annex, _annex(annex, annex_level, laid)) for annex in document.annexes]
    work = [*body, *(piece for _, pieces in annexes for piece in pieces)]
    sheet.mark = code_phrase(document.check_code) if document.check_code else ""
    sheet.section(form)
    draw_circulation(sheet, document.circulation)
    draw_foot(sheet, document.foot)
    total = sum(piece.steps for piece in work) + (end.steps if end else 0)
    press = Press(sheet, stage(progress, DRAWING), total)
    _run(press, body, end)
    for annex, pieces in annexes:
        sheet.section(FORMATS[annex.orientation])
        _run(press, pieces, None)


def _form(document: Document) -> Format:
    form = FORMATS[document.orientation]
    return replace(form, foot=foot_height(document.foot, form.measure)) if document.foot else form


def _run(press: Press, pieces: list[Piece], end: Piece | None) -> None:
    flow = Flow(press)
    for cluster in fitted(pieces, end, press.form):
        flow.place(cluster)


def _letter(document: Document, form: Format, laid: Laid) -> list[Piece]:
    width = form.measure
    pieces: list[Piece] = [letterhead(document, width)]
    if document.title.placed is Placed.CENTRED:
        pieces.append(title(document, width))
    if document.addressees:
        pieces.append(addressees(document, width))
    if document.authority:
        pieces.append(centred(Subheading(document.authority), width, gap=14))
    pieces.extend(basis(text, width) for text in listed(document.bases))
    if document.enacting:
        pieces.append(centred(Subheading((document.enacting,)), width))
    pieces.extend(_blocks(document.blocks, width, laid))
    return pieces


def _annex(annex: Annex, level: int, laid: Laid) -> list[Piece]:
    width = FORMATS[annex.orientation].measure
    return [annex_head(annex, width, level), *_blocks(annex.blocks, width, laid)]


def _blocks(blocks: tuple[Block, ...], width: float, laid: Laid) -> Iterable[Piece]:
    for block in with_end_mark(blocks):
        if isinstance(block, Heading):
            yield heading(block, width)
        elif isinstance(block, Subheading):
            yield centred(block, width)
        elif isinstance(block, Table):
            yield from _table(block, width, laid)
        elif isinstance(block, Chart):
            yield picture(block, width)
        elif isinstance(block, Photo):
            yield photo(block, width)
        else:
            yield body_text(block, width)


def _table(table: Table, width: float, laid: Laid) -> Iterable[Piece]:
    if table.unit:
        note = prose((Run(table.unit, italic=True),), width, Manner("right", 13, 0))
        note.keeps_next = True
        yield note
    yield grid(table, width, laid)
