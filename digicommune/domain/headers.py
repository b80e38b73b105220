"""Find the header of a list and what each column means; it reads no values below the header."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from digicommune.domain.column_meanings import PEOPLE, columns_of
from digicommune.domain.grids import Grid, Span, is_empty
from digicommune.domain.header_labels import EXACT
from digicommune.domain.meanings import folded_label
from digicommune.domain.text import clean

SEARCHED_ROWS: Final = 60
_BODY_SAMPLE: Final = 200
# A block filled in fewer than three of five rows is a table of its own.
_SAME_LIST: Final = Fraction(3, 5)
_LARGEST_YEAR: Final = 2100
_LONG_NUMBER = re.compile(r"\d{8}")
_COLUMN_NUMBER = re.compile(r"\s*[(\[]?\d{1,2}[)\]]?(?:\s*=.*)?\s*")
_TITLE_WORDS = re.compile(
    r"\(?(?:danh sách|ds |bảng (?:kê|tổng)|biểu\b|cộng hòa|cộng hoà|độc lập|ubnd|ủy ban|uỷ ban"
    r"|kèm theo"
    r"|đơn vị (?:tính|báo cáo)|phụ lục|mẫu (?:số|biểu))",
    re.IGNORECASE,
)
_NAMES: Final = PEOPLE | {"thon"}


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (0-based rows), what its columns mean, and how sure that is."""

    rows: tuple[int, ...]
    columns: dict[int, str]
    labels: dict[int, tuple[str, ...]]
    score: int


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a header beforehand: meanings by heading, and the rows it stands in.

    ``meanings`` go by folded heading and win over the built-in words; an empty one means a column
    to be left alone. ``rows`` are Excel row numbers.
    """

    meanings: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[int, ...] | None = None


NOTHING_KNOWN: Final = Known()


def find_header(grid: Grid, known: Known = NOTHING_KNOWN) -> Header | None:
    """The best header within the first rows, one to three rows high, or none at all."""
    meanings = {folded_label(written): key for written, key in known.meanings.items()}
    if known.rows:
        return _header_told(grid, known.rows, meanings)
    best: Header | None = None
    for top in range(min(len(grid.rows), SEARCHED_ROWS)):
        for height in (1, 2, 3):
            header = _header_at(grid, top, height, meanings)
            if header is not None and (best is None or header.score > best.score):
                best = header
    return best


def header_inside(grid: Grid, top: int) -> Header | None:
    """The header of another table that begins at this row, or none."""
    found = [_header_at(grid, top, height, {}) for height in (1, 2, 3)]
    return max((h for h in found if h is not None), key=lambda h: h.score, default=None)


def _header_told(grid: Grid, told: tuple[int, ...], meanings: Mapping[str, str]) -> Header | None:
    """The header in the rows the officer chose, whatever its columns mean."""
    rows = range(min(told) - 1, max(told))
    if rows.start < 0 or rows.stop > len(grid.rows):
        return None
    labels = _labels(grid, rows)
    body = grid.rows[rows.stop : rows.stop + _BODY_SAMPLE]
    return Header(tuple(rows), columns_of(labels, meanings, body), labels, 0) if labels else None


def _header_at(grid: Grid, top: int, height: int, meanings: Mapping[str, str]) -> Header | None:
    """The header these rows would make; none where they do not stand together as one."""
    rows = range(top, top + height)
    if top + height > len(grid.rows) or not _stand_together(grid, top, height):
        return None
    if any(_is_datum(cell) for row in rows for cell in grid.rows[row]):
        return None
    labels = _labels(grid, rows)
    if height > 1 and _is_title(labels):
        return None
    body = grid.rows[rows.stop : rows.stop + _BODY_SAMPLE]
    columns = columns_of(labels, meanings, body)
    if beside := _tables_beside(body, labels, columns):
        labels = {column: parts for column, parts in labels.items() if column not in beside}
        columns = columns_of(labels, meanings, body)
    fields = set(columns.values())
    named = bool({key.split(":")[0] for key in fields} & _NAMES)
    if len(fields) < 2 or not named:
        return None
    strangers = sum(1 for column in labels if column not in columns)
    score = 10 * len(columns) - 3 * strangers - height
    return Header(tuple(rows), columns, labels, score)


def _is_title(labels: dict[int, tuple[str, ...]]) -> bool:
    """Whether a row of the list's titles stands above: one text over all, or a letterhead."""
    tops = {parts[0] for parts in labels.values()}
    return (len(tops) == 1 and len(labels) > 1) or any(map(_TITLE_WORDS.match, tops))


def _tables_beside(
    body: Sequence[list[object]], labels: dict[int, tuple[str, ...]], columns: dict[int, str]
) -> set[int]:
    """The columns of other tables beside the list, told by an empty column and fewer rows.

    A block of columns behind an empty one still belongs to the list where it is filled in most
    rows, or where it has no key of its own.
    """
    if not labels or len(labels) == max(labels) - min(labels) + 1:
        return set()
    filled = {c: sum(1 for row in body if c < len(row) and not is_empty(row[c])) for c in labels}
    blocks: list[list[int]] = []
    before = None
    for column in sorted(labels):
        between = range(column if before is None else before + 1, column)
        empty = any(all(i >= len(row) or is_empty(row[i]) for row in body) for i in between)
        if before is None or empty:
            blocks.append([])
        blocks[-1].append(column)
        before = column
    heights = [max(filled[c] for c in block) for block in blocks]
    most = max(heights)
    return {
        column
        for block, height in zip(blocks, heights, strict=True)
        if height < _SAME_LIST * most and len(block) > 1
        for column in block
        if {columns.get(c, "") for c in block} & (_NAMES | {"stt"})
    }


def _stand_together(grid: Grid, top: int, height: int) -> bool:
    """Whether each lower row explains a merged or an empty heading above it."""
    if any(all(is_empty(cell) for cell in grid.rows[top + step]) for step in range(height)):
        return False
    return all(_continues(grid, top + step - 1) for step in range(1, height))


def _continues(grid: Grid, upper: int) -> bool:
    lower_row = grid.rows[upper + 1]
    if any(map(_is_number, lower_row)):
        return False
    across = [s for s in grid.spans if s.top <= upper <= s.bottom and s.right > s.left]
    down = any(s.top <= upper < s.bottom for s in grid.spans)
    filled = [i for i, cell in enumerate(lower_row) if not is_empty(cell)]
    under = {i for i in filled if any(span.left <= i <= span.right for span in across)}
    own = [i for i in filled if i not in under and _cell(grid, upper, i)]
    if any(EXACT.get(folded_label(_cell(grid, upper, i))) in ("stt", "ho_ten") for i in own):
        return False
    return bool(under) or down or any(_cell(grid, upper, i) == "" for i in filled)


def _is_number(cell: object) -> bool:
    """Whether a cell holds a number or the number of a column, which no heading is."""
    if isinstance(cell, str):
        return _COLUMN_NUMBER.fullmatch(cell) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _is_datum(cell: object) -> bool:
    """Whether a cell holds what stands below headings only: a long number, a day."""
    if isinstance(cell, str):
        return _LONG_NUMBER.search(cell) is not None
    if isinstance(cell, int | float):
        return abs(cell) > _LARGEST_YEAR
    return not is_empty(cell)


def _cell(grid: Grid, row: int, column: int) -> str:
    cells = grid.rows[row]
    value = cells[column] if column < len(cells) else ""
    return clean(value) if isinstance(value, str) else ""


def _labels(grid: Grid, rows: range) -> dict[int, tuple[str, ...]]:
    """The heading parts of every column, upper first, merged blocks spread over their columns."""
    filled: dict[tuple[int, int], str] = {}
    for row in rows:
        for column in range(len(grid.rows[row])):
            if text := _cell(grid, row, column):
                filled[row, column] = text
    for span in grid.spans:
        if text := filled.get((span.top, span.left), ""):
            _spread(filled, span, text, rows)
    if len(rows) > 1:
        _spread_unmerged(filled, grid, rows)
    columns = sorted({column for _, column in filled})
    return {c: _parts(filled, rows, c) for c in columns}


def _spread(filled: dict[tuple[int, int], str], span: Span, text: str, rows: range) -> None:
    for row in range(max(span.top, rows.start), min(span.bottom, rows.stop - 1) + 1):
        for column in range(span.left, min(span.right, span.left + 200) + 1):
            filled[row, column] = text


def _spread_unmerged(filled: dict[tuple[int, int], str], grid: Grid, rows: range) -> None:
    """Without merges a heading still covers the empty cells to its right that have children."""
    if grid.spans:
        return
    columns = sorted({column for _, column in filled})
    for row in rows[:-1]:
        below = range(row + 1, rows.stop)
        parents = {column: filled.get((row - 1, column)) for column in columns}
        parted = {column for column in columns if any((each, column) in filled for each in below)}
        for column in columns:
            text = filled.get((row, column - 1))
            same = row == rows[0] or parents[column] == parents.get(column - 1)
            if text and same and {column, column - 1} <= parted:
                filled.setdefault((row, column), text)


def _parts(filled: dict[tuple[int, int], str], rows: range, column: int) -> tuple[str, ...]:
    parts: list[str] = []
    for row in rows:
        text = filled.get((row, column), "")
        if text and (not parts or parts[-1] != text):
            parts.append(text)
    return tuple(parts)
