"""The tables of a document with true numbers in them, for a spreadsheet; it writes no file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from digicommune.documents.description import (
    Align,
    Block,
    BulletItem,
    Column,
    Document,
    Heading,
    Note,
    Orientation,
    Paragraph,
    Row,
    RowKind,
    Subheading,
    Table,
)
from digicommune.documents.press.stages import Laid, unseen
from digicommune.documents.press.texts import composed
from digicommune.domain.paper_tables import (
    PaperCell,
    PaperColumn,
    PaperRow,
    PaperTable,
    number_in,
    share_in,
)

# Rows read between two reports of progress.
_AT_ONCE = 500
_PLACES = frozenset({"TT", "STT"})
# What "108/112 (96,43%)" becomes, for a spreadsheet to count with.
_PARTS = ("thực hiện", "tổng số", "tỷ lệ")


def tables_of(document: Document, read: Laid = unseen) -> tuple[PaperTable, ...]:
    """Every table of the text and of each annex, in order; empty where there is none.

    ``read`` is told of rows as they are read.
    """
    titles = tuple(part for part in (document.title.kind, *document.title.subject) if part)
    main = PaperTable(
        "Bảng", titles, "", (), (), landscape=document.orientation is Orientation.LANDSCAPE
    )
    found = list(_numbered(main, document.blocks, read))
    for annex in document.annexes:
        name = f"Phụ lục {annex.number}".strip()
        told = (name, *annex.title, *((annex.reference,) if annex.reference else ()))
        landscape = annex.orientation is Orientation.LANDSCAPE
        sheet = PaperTable(name, told, "", (), (), landscape=landscape)
        found += _numbered(sheet, annex.blocks, read)
    return tuple(found)


def text_of(document: Document) -> PaperTable:
    """What a document says, a paragraph a row: for one that has no table at all."""
    titles = tuple(part for part in (document.title.kind, *document.title.subject) if part)
    rows = tuple(row for block in document.blocks for row in _lines(block))
    column = PaperColumn("Nội dung", Align.LEFT.value)
    return PaperTable("Nội dung", tuple(map(_said, titles)), "", (column,), rows)


def _lines(block: Block) -> tuple[PaperRow, ...]:
    if isinstance(block, Heading):
        return (PaperRow((_said(block.text),), bold=True),)
    if isinstance(block, Subheading):
        return tuple(PaperRow((_said(line),), bold=True) for line in block.lines)
    if isinstance(block, Paragraph | BulletItem | Note):
        return (PaperRow((_said("".join(run.text for run in block.runs)),)),)
    return ()


def _numbered(sheet: PaperTable, blocks: tuple[Block, ...], read: Laid) -> Iterator[PaperTable]:
    """The tables under one title: the second is named "Phụ lục I (2)"."""
    places = [place for place, block in enumerate(blocks) if isinstance(block, Table)]
    for count, place in enumerate(places, start=1):
        table = blocks[place]
        if isinstance(table, Table):
            name = sheet.name if count == 1 else f"{sheet.name} ({count})"
            notes = _notes(blocks[place + 1 :])
            yield _filled(replace(sheet, name=name, notes=notes), table, read)


def _notes(after: tuple[Block, ...]) -> tuple[str, ...]:
    """The remarks right below a table."""
    told: list[str] = []
    for block in after:
        if not isinstance(block, Note):
            break
        told.append(_said("".join(run.text for run in block.runs)))
    return tuple(told)


def _filled(sheet: PaperTable, table: Table, read: Laid) -> PaperTable:
    parted = [_is_share(table, place) for place in range(len(table.columns))]
    columns = [
        one
        for column, share in zip(table.columns, parted, strict=True)
        for one in _columns(column, share=share)
    ]
    return replace(
        sheet,
        titles=tuple(map(_said, sheet.titles)),
        unit=_said(table.unit or ""),
        columns=tuple(columns),
        rows=tuple(_rows(table, parted, read)),
        # Where one column of the paper became three, its numbers (1)(2)(3) would mislead.
        numbered=table.numbered and not any(parted),
    )


def _rows(table: Table, parted: list[bool], read: Laid) -> Iterator[PaperRow]:
    for start in range(0, len(table.rows), _AT_ONCE):
        rows = table.rows[start : start + _AT_ONCE]
        yield from [_row(row, table.columns, parted) for row in rows]
        read(len(rows))


def _is_share(table: Table, place: int) -> bool:
    """Whether a column holds "108/112 (96,43%)" wherever it holds figures at all."""
    if not any("%" in row.cells[place] for row in table.rows):
        return False
    cells = [_said(row.cells[place]) for row in table.rows]
    shares = [one for one in cells if share_in(one) is not None]
    return bool(shares) and len(shares) == sum(any(map(str.isdigit, one)) for one in cells)


def _columns(column: Column, *, share: bool) -> tuple[PaperColumn, ...]:
    heading = _said(column.heading)
    if not share:
        return (PaperColumn(heading, column.align.value),)
    return tuple(PaperColumn(f"{heading}: {part}", Align.RIGHT.value) for part in _PARTS)


def _row(row: Row, columns: tuple[Column, ...], parted: list[bool]) -> PaperRow:
    cells: list[PaperCell] = []
    for text, column, share in zip(row.cells, columns, parted, strict=True):
        cells += (
            (share_in(_said(text)) or (_said(text), "", "")) if share else (_cell(text, column),)
        )
    return PaperRow(tuple(cells), row.kind is not RowKind.PLAIN)


def _cell(text: str, column: Column) -> PaperCell:
    """Numbers stand right; what stands left or in the middle is a name, a code or a mark."""
    said = _said(text)
    if column.align is Align.RIGHT or column.heading.strip() in _PLACES:
        return number_in(said) or said
    return said


def _said(text: str) -> str:
    return composed(text).replace("\u00a0", " ")
