"""A table of a document as a Word table: the widths, sizes and lines of the press."""

from __future__ import annotations

from collections.abc import Iterator

from digicommune.documents.description import Align, Row, RowKind, Run, Table
from digicommune.documents.press.columns import PAD, Measures, measure
from digicommune.documents.press.flow import ROOMY, Spacing
from digicommune.documents.press.grid import padding
from digicommune.documents.press.texts import bound, composed
from digicommune.documents.word.marks import (
    TABLE_END,
    TEXT_END,
    Frame,
    Look,
    Set,
    cell,
    para,
    row,
    run,
    runs,
    safe,
    table_start,
    thin,
)

_ALIGNED = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_GAP = 6.0
# A line between rows takes its own thickness there; the press draws it over the rows.
_LINE = 0.5
# Rows written between two reports of progress: a few hundredths of a second.
ROWS_AT_ONCE = 200
# Rows at the end that stay with the signature below.
_LAST = 2


def grid(block: Table, width: float, spacing: Spacing, *, last: bool = False) -> Iterator[str]:
    """The note above, the table, and a thin paragraph that parts it from what follows.

    It comes in stretches, each with the rows ``ROWS_AT_ONCE`` at most.
    """
    measures = measure(block, width)
    pad = padding(block) + spacing.row_pad - ROOMY.row_pad
    unit = ""
    if block.unit:
        how = Set("right", before=_GAP, keep_next=True)
        unit = para(runs((Run(block.unit),), 13, italic=True), how)
    yield unit or thin(before=_GAP, keep_next=True)
    yield table_start(Frame(measures.widths, lined=True, pad=PAD))
    yield _head([one.heading for one in block.columns], measures, pad)
    if block.numbered:
        numbers = [f"({place})" for place, _ in enumerate(block.columns, start=1)]
        yield _head(numbers, measures, pad, bold=False)
    yield from _rows(block, _Moulds(block, measures, pad), last=last)
    yield TABLE_END + thin(keep_next=last)


def _rows(block: Table, moulds: _Moulds, *, last: bool) -> Iterator[str]:
    kept = len(block.rows) - _LAST if last else len(block.rows)
    for start in range(0, len(block.rows), ROWS_AT_ONCE):
        rows = block.rows[start : start + ROWS_AT_ONCE]
        yield "".join(
            [moulds.row(one, keep=place >= kept) for place, one in enumerate(rows, start=start)]
        )


def _head(texts: list[str], measures: Measures, pad: float, *, bold: bool = True) -> str:
    look = Look(measures.size, bold=bold)
    how = Set("center", before=pad, after=max(0.0, pad - _LINE), keep_next=True)
    cells = [
        cell(para(run(text, look), how), width, "center")
        for text, width in zip(texts, measures.widths, strict=True)
    ]
    return row(cells, head=True)


def _cell_text(text: str) -> str:
    """The text of a cell; a number in brackets keeps its unit, as the press has it."""
    return safe(bound(composed(text)) if "(" in text else text)


class _Moulds:
    """The cells of a table without their texts, made once for each kind of row."""

    def __init__(self, block: Table, measures: Measures, pad: float) -> None:
        self._aligns = [_ALIGNED[one.align] for one in block.columns]
        self._measures = measures
        self._pad = pad
        self._made: dict[tuple[bool, bool], list[tuple[str, str]]] = {}

    def row(self, one: Row, *, keep: bool) -> str:
        """A row with its texts."""
        kind = one.kind is not RowKind.PLAIN, keep
        if kind not in self._made:
            self._made[kind] = list(self._cells(*kind))
        cells = zip(self._made[kind], one.cells, strict=True)
        return row([f"{before}{_cell_text(text)}{after}" for (before, after), text in cells])

    def _cells(self, bold: bool, keep: bool) -> Iterator[tuple[str, str]]:
        look, pad = Look(self._measures.size, bold=bold), self._pad
        for align, width in zip(self._aligns, self._measures.widths, strict=True):
            how = Set(align, before=pad, after=max(0.0, pad - _LINE), keep_next=keep)
            before, end, after = cell(para(run("", look), how), width, "center").partition(TEXT_END)
            yield before, end + after
