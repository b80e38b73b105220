"""A table of a document as a Word table: the widths, sizes and lines of the press."""

from __future__ import annotations

from digicommune.documents.description import Align, Row, RowKind, Run, Table
from digicommune.documents.press.columns import PAD, Measures, measure
from digicommune.documents.press.flow import ROOMY, Spacing
from digicommune.documents.press.grid import padding
from digicommune.documents.word.marks import (
    Frame,
    Look,
    Set,
    cell,
    para,
    row,
    run,
    runs,
    table,
    thin,
)

_ALIGNED = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_GAP = 6.0
# A line between rows takes its own thickness there; the press draws it over the rows.
_LINE = 0.5
# Rows at the end that stay with the signature below.
_LAST = 2


def grid(block: Table, width: float, spacing: Spacing, *, last: bool = False) -> str:
    """The note above, the table, and a thin paragraph that parts it from what follows."""
    measures = measure(block, width)
    pad = padding(block) + spacing.row_pad - ROOMY.row_pad
    unit = ""
    if block.unit:
        how = Set("right", before=_GAP, keep_next=True)
        unit = para(runs((Run(block.unit),), 13, italic=True), how)
    rows = [_head([one.heading for one in block.columns], measures, pad)]
    if block.numbered:
        numbers = [f"({place})" for place, _ in enumerate(block.columns, start=1)]
        rows.append(_head(numbers, measures, pad, bold=False))
    kept = len(block.rows) - _LAST if last else len(block.rows)
    aligns = [_ALIGNED[one.align] for one in block.columns]
    rows += [
        _row(one, aligns, (measures, pad), keep=place >= kept)
        for place, one in enumerate(block.rows)
    ]
    made = table(rows, Frame(measures.widths, lined=True, pad=PAD))
    return (unit or thin(before=_GAP, keep_next=True)) + made + thin(keep_next=last)


def _head(texts: list[str], measures: Measures, pad: float, *, bold: bool = True) -> str:
    look = Look(measures.size, bold=bold)
    how = Set("center", before=pad, after=max(0.0, pad - _LINE), keep_next=True)
    cells = [
        cell(para(run(text, look), how), width, "center")
        for text, width in zip(texts, measures.widths, strict=True)
    ]
    return row(cells, head=True)


def _row(one: Row, aligns: list[str], laid: tuple[Measures, float], *, keep: bool) -> str:
    measures, pad = laid
    look = Look(measures.size, bold=one.kind is not RowKind.PLAIN)
    cells = [
        cell(
            para(
                run(text, look), Set(align, before=pad, after=max(0.0, pad - _LINE), keep_next=keep)
            ),
            width,
            "center",
        )
        for text, align, width in zip(one.cells, aligns, measures.widths, strict=True)
    ]
    return row(cells)
