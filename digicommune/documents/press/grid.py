"""Tables laid out and drawn as plain text and lines, quickly; a row is never divided."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from digicommune.documents.description import Align, Column, RowKind, Table
from digicommune.documents.press.columns import PAD, Measures, measure
from digicommune.documents.press.flow import ROOMY, TOGETHER, Piece, Spacing
from digicommune.documents.press.lettering import Block, placed, ruled
from digicommune.documents.press.sheet import Sheet
from digicommune.documents.press.stages import Laid, unseen
from digicommune.documents.press.texts import clean, lines_of
from digicommune.documents.press.typefaces import ASCENT, DESCENT, Face, faces

GAP = 6.0
LINE_WIDTH = 0.5
_SPACING = 1.15
_ROW_PAD = ROOMY.row_pad
_LARGE_PAD = 6.0  # a hand ticks and writes there
_SIGNED_PAD = 10.0  # a row of 12 mm: room for a signature
# The tallest row leaves room for the head on a landscape page.
_TALLEST = 300.0
# Rows laid out between two reports of progress: a few hundredths of a second.
_AT_ONCE = 200
# Texts whose width is remembered; a list of 50,000 names repeats few of them.
_REMEMBERED = 20_000

Cell = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out row: the lines of each cell, its height, and whether it is bold."""

    cells: tuple[Cell, ...]
    height: float
    bold: bool


class Setter:
    """Breaks cells into lines at the widths of the columns, remembering what it measured."""

    def __init__(
        self, columns: tuple[Column, ...], measures: Measures, pad: float = _ROW_PAD
    ) -> None:
        self.aligns = tuple(column.align for column in columns)
        self.measures = measures
        self._pad = pad
        self.leading = measures.size * _SPACING
        self._rooms = tuple(width - 2 * PAD for width in measures.widths)
        self._most = max(1, int((_TALLEST - 2 * pad) / self.leading))
        self._widths: tuple[dict[str, float], dict[str, float]] = ({}, {})

    def width(self, text: str, bold: bool) -> float:
        """Width of a line in points."""
        known = self._widths[bold]
        found = known.get(text)
        if found is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            found = known[text] = _face(bold).width(text, self.measures.size)
        return found

    def line(self, cells: tuple[str, ...], bold: bool) -> Line:
        """One row laid out."""
        laid = tuple(
            [self._cell(text, room, bold) for text, room in zip(cells, self._rooms, strict=True)]
        )
        most = max([1 if isinstance(cell, str) else len(cell) for cell in laid])
        return Line(laid, most * self.leading + 2 * self._pad, bold)

    def _cell(self, text: str, room: float, bold: bool) -> Cell:
        text = clean(text)
        if self.width(text, bold) <= room:
            return text
        lines = lines_of(text, _face(bold), self.measures.size, room)
        if len(lines) <= self._most:
            return lines
        return (*lines[: self._most - 1], f"{lines[self._most - 1][:-1]}…")


def _face(bold: bool) -> Face:
    return faces().bold if bold else faces().regular


@dataclass(frozen=True, slots=True)
class Grid:
    """A run of rows under the repeated head; dividing it shares the laid-out lines."""

    setter: Setter
    head: tuple[Line, ...]
    lines: tuple[Line, ...]
    # How deep the rows before each place are together: one more than there are rows.
    depths: tuple[float, ...]
    first: int
    stop: int
    gap: float = GAP
    keeps_next: bool = False
    slight: bool = False

    @property
    def steps(self) -> int:
        """One step a row."""
        return max(1, self.stop - self.first)

    @property
    def height(self) -> float:
        """Head and rows."""
        return self._head_height + self.depths[self.stop] - self.depths[self.first]

    @property
    def _head_height(self) -> float:
        return sum(line.height for line in self.head)

    def divide(self, room: float, leave: int, /) -> tuple[Piece, Piece] | None:
        """As many rows as fit, two at least, the rest under the head again.

        Two rows are left where that can be: a sum alone under a repeated head looks lost.
        """
        return self._cut(room, max(leave, TOGETHER)) or self._cut(room, leave)

    def _cut(self, room: float, leave: int) -> tuple[Piece, Piece] | None:
        last = self.stop - leave
        deepest = self.depths[self.first] + room - self._head_height
        cut = min(last, bisect_right(self.depths, deepest) - 1)
        if cut - self.first < min(2, last - self.first) or cut == self.first:
            return None
        return replace(self, stop=cut), replace(self, first=cut, gap=0.0)

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw head, rows and lines of this part."""
        shown = (*self.head, *self.lines[self.first : self.stop])
        _Drawing(self.setter, sheet).draw(shown, len(self.head), top)

    def spaced(self, spacing: Spacing, /) -> Piece:
        """The same lines in higher or lower rows; nothing is measured again."""
        more = 2 * (spacing.row_pad - _ROW_PAD)
        head = tuple([replace(line, height=line.height + more) for line in self.head])
        lines = tuple([replace(line, height=line.height + more) for line in self.lines])
        return replace(self, head=head, lines=lines, depths=_depths(lines))


class _Drawing:
    """Draws rows with one block of words a face and one path for all lines of the page."""

    def __init__(self, setter: Setter, sheet: Sheet) -> None:
        self._setter = setter
        self._sheet = sheet
        self._edges = tuple([sheet.form.left + edge for edge in setter.measures.edges])
        self._lefts = tuple([placed(edge + PAD) for edge in self._edges])
        self._blocks: dict[bool, Block] = {}

    def draw(self, lines: tuple[Line, ...], heads: int, top: float) -> None:
        heights = [top]
        for index, line in enumerate(lines):
            self._row(line, top, headed=index < heads)
            top -= line.height
            heights.append(top)
        canvas = self._sheet.canvas
        for block in self._blocks.values():
            canvas.addLiteral(block.operators)
        canvas.setLineWidth(LINE_WIDTH)
        canvas.addLiteral(ruled(self._edges, heights))

    def _row(self, line: Line, top: float, *, headed: bool) -> None:
        size, leading = self._setter.measures.size, self._setter.leading
        block = self._block(line.bold)
        drop = (leading - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
        middle = top - line.height / 2
        single = placed(middle + leading / 2 - drop)
        for index, cell in enumerate(line.cells):
            align = Align.CENTER if headed else self._setter.aligns[index]
            if isinstance(cell, str):
                if cell:
                    block.put(f"{self._left(cell, index, align, line.bold)} {single}", cell)
                continue
            baseline = middle + len(cell) * leading / 2 - drop
            for part in cell:
                left = self._left(part, index, align, line.bold)
                block.put(f"{left} {placed(baseline)}", part)
                baseline -= leading

    def _left(self, words: str, index: int, align: Align, bold: bool) -> str:
        """Where words of a column begin."""
        if align is Align.LEFT:
            return self._lefts[index]
        wide = self._setter.width(words, bold)
        if align is Align.RIGHT:
            return placed(self._edges[index + 1] - PAD - wide)
        return placed((self._edges[index] + self._edges[index + 1]) / 2 - wide / 2)

    def _block(self, bold: bool) -> Block:
        if bold not in self._blocks:
            lettering = self._sheet.lettering(_face(bold))
            self._blocks[bold] = lettering.block(self._setter.measures.size)
        return self._blocks[bold]


def grid(table: Table, width: float, laid: Laid = unseen) -> Grid:
    """A table laid out at a width; ``laid`` is told of its rows as they come."""
    pad = padding(table)
    setter = Setter(table.columns, measure(table, width), pad)
    head = [setter.line(tuple(column.heading for column in table.columns), True)]
    if table.numbered:
        count = range(1, len(table.columns) + 1)
        head.append(setter.line(tuple(f"({i})" for i in count), False))
    lines: list[Line] = []
    for start in range(0, len(table.rows), _AT_ONCE):
        rows = table.rows[start : start + _AT_ONCE]
        lines += [setter.line(row.cells, row.kind is not RowKind.PLAIN) for row in rows]
        laid(len(rows))
    return Grid(setter, tuple(head), tuple(lines), _depths(lines), 0, len(lines))


def padding(table: Table) -> float:
    """Space above and below the lines of a row, in points."""
    if table.signed:
        return _SIGNED_PAD
    return _LARGE_PAD if table.large else _ROW_PAD


def _depths(lines: Sequence[Line]) -> tuple[float, ...]:
    return tuple(accumulate([line.height for line in lines], initial=0.0))
