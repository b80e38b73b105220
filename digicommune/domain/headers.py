"""Find the header of a list and what each column means; it reads no values below the header."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from digicommune.domain.grids import Grid, Span, is_empty
from digicommune.domain.header_labels import (
    DENOMINATORS,
    EXACT,
    INDICATOR_WORDS,
    NUMERATORS,
    PATTERNS,
    RATES,
)
from digicommune.domain.text import clean, fold

SEARCHED_ROWS: Final = 60
_NOTED = re.compile(r"\((?:\d+|đồng|vnđ|vnd|đ|%|nếu có|\*)\)|\*|₫", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[^\w]+")
_BRACKETS = re.compile(r"\(.*?\)")
_NOT_WORD = re.compile(r"[^a-z0-9%]+")
_SIDES: Final = {
    **{word.strip(): "tu_so" for word in NUMERATORS.split(";")},
    **{word.strip(): "mau_so" for word in DENOMINATORS.split(";")},
}
_BY_SIDE = re.compile(
    r"(?P<what>.+?) (?P<side>tu so|mau so|so dat|da dat|tong so|ts|ms)"
    r"|(?P<side2>tu so|mau so|tong so) (?P<what2>.+)"
)
PEOPLE: Final = frozenset({"ho_ten", "ten_ho_kd", "chu_ho", "ho_dem"})
_BODY_SAMPLE: Final = 200
# A block filled in fewer than three of five rows is a table of its own.
_SAME_LIST: Final = Fraction(3, 5)
_TITLE_WORDS = re.compile(
    r"\(?(?:danh sách|ds |bảng (?:kê|tổng)|biểu\b|cộng hòa|cộng hoà|độc lập|ubnd|ủy ban|uỷ ban"
    r"|kèm theo"
    r"|đơn vị (?:tính|báo cáo)|phụ lục|mẫu (?:số|biểu))",
    re.IGNORECASE,
)
_NAMES: Final = PEOPLE | {"thon"}
_GENDERS: Final = {"nam": "Nam", "nữ": "Nữ", "nu": "Nữ"}


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (0-based rows), what its columns mean, and how sure that is."""

    rows: tuple[int, ...]
    columns: dict[int, str]
    labels: dict[int, tuple[str, ...]]
    score: int


def folded_label(text: str) -> str:
    """A heading as the tables of labels write it: folded words, no marks, no units."""
    bare = _NOTED.sub(" ", clean(text))
    return _NOT_WORD.sub(" ", fold(bare)).strip()


def heading(parts: tuple[str, ...]) -> str:
    """A heading as one text, upper part first; folded it is the key it is remembered by."""
    return " / ".join(parts)


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
    return Header(tuple(rows), _meanings(labels, meanings), labels, 0) if labels else None


def _header_at(grid: Grid, top: int, height: int, meanings: Mapping[str, str]) -> Header | None:
    """The header these rows would make; none where they do not stand together as one."""
    rows = range(top, top + height)
    if top + height > len(grid.rows) or not _stand_together(grid, top, height):
        return None
    labels = _labels(grid, rows)
    if height > 1 and _is_title(labels):
        return None
    columns = _meanings(labels, meanings)
    if beside := _tables_beside(grid, rows.stop, labels, columns):
        labels = {column: parts for column, parts in labels.items() if column not in beside}
        columns = _meanings(labels, meanings)
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
    grid: Grid, first: int, labels: dict[int, tuple[str, ...]], columns: dict[int, str]
) -> set[int]:
    """The columns of other tables beside the list, told by an empty column and fewer rows.

    A block of columns behind an empty one still belongs to the list where it is filled in most
    rows, or where it has no key of its own.
    """
    if not labels or len(labels) == max(labels) - min(labels) + 1:
        return set()
    body = grid.rows[first : first + _BODY_SAMPLE]
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
    if any(_is_number(cell) for cell in lower_row):
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
    return isinstance(cell, int | float) and not isinstance(cell, bool)


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
    for column in range(1, grid.width()):
        has_child = any((row, column) in filled for row in rows[1:])
        left = filled.get((rows[0], column - 1))
        left_has_child = any((row, column - 1) in filled for row in rows[1:])
        if (rows[0], column) not in filled and has_child and left and left_has_child:
            filled[rows[0], column] = left


def _parts(filled: dict[tuple[int, int], str], rows: range, column: int) -> tuple[str, ...]:
    parts: list[str] = []
    for row in rows:
        text = filled.get((row, column), "")
        if text and (not parts or parts[-1] != text):
            parts.append(text)
    return tuple(parts)


def _meanings(labels: dict[int, tuple[str, ...]], known: Mapping[str, str]) -> dict[int, str]:
    """Column → field key; a known meaning wins, else the first column with a meaning keeps it."""
    told = _told(labels, known) if known else {}
    columns: dict[int, str] = {}
    for column, parts in labels.items():
        if column in told:
            continue
        key = meaning(parts)
        spread = columns.get(column - 1) == key and labels[column - 1] == parts
        if key == "ngay_sinh" and key in columns.values() and not spread:
            key = "nam_sinh"
        if key == "ho_ten" and spread:
            key = "ten"
        if key == "ngay_cap_ma" and columns.get(column - 1, "")[:4] in ("cccd", "cmnd"):
            key = ""
        if key and key not in columns.values() and key not in told.values():
            columns[column] = key
    if not told:
        return _settle(columns)
    chosen = {column: key for column, key in told.items() if key}
    return dict(sorted((_settle(columns | chosen) | chosen).items()))


def _told(labels: dict[int, tuple[str, ...]], known: Mapping[str, str]) -> dict[int, str]:
    """The columns whose heading is known; each field goes to the first that claims it."""
    told: dict[int, str] = {}
    for column, parts in labels.items():
        key = known.get(folded_label(heading(parts)))
        if key is not None:
            told[column] = "" if key in told.values() else key
    return told


def _settle(columns: dict[int, str]) -> dict[int, str]:
    """What single columns mean beside the others: family and given name, heads, households."""
    found = set(columns.values())
    renamed: dict[str, str] = {}
    if not found & {"ho_ten", "ho_dem"}:
        for candidate in ("chu_ho", "ten"):
            if candidate in found:
                renamed[candidate] = "ho_ten"
                break
    people = {"ho_ten", "ten_ho_kd", "chu_ho", "ten"}
    if not found & people and "ho_dem" in found:
        renamed["ho_dem"] = "so_ho"
    if not found & people and "ho_so_ho" in found:
        renamed["ho_so_ho"] = "so_ho"
    if found & {"ho_ten", "ten_ho_kd"} and "so_ho" in found and "ho_so_ho" not in found:
        renamed["so_ho"] = "ho_so_ho"
    return {column: renamed.get(key, key) for column, key in columns.items()}


def meaning(parts: tuple[str, ...]) -> str:
    """The field key a heading stands for (upper part first), or an empty string."""
    folded = [folded_label(part) for part in parts]
    figure = _figure(folded)
    if figure:
        return figure
    if gendered := _gendered(parts):
        return gendered
    tries = [folded[-1], " ".join(folded), *reversed(folded[:-1])]
    for wording in tries:
        if key := EXACT.get(wording):
            return key
    bare = [folded_label(_BRACKETS.sub(" ", part)) for part in reversed(parts)]
    return next((key for wording in [*bare, *tries] if (key := _field(wording))), "")


def _gendered(parts: tuple[str, ...]) -> str:
    """``ngay_sinh:Nam`` and the like: year or tick stands in the column of the gender.

    Marks decide here: folded, "Nam" (man) and "Năm" (year) are one word.
    """
    words = _PUNCTUATION.sub(" ", clean(" ".join(parts)).lower()).split()
    gender = _GENDERS.get(words[-1]) if words else None
    if gender is None:
        return ""
    if len(words) == 1:
        return f"ngay_sinh:{gender}"
    upper = _field(folded_label(" ".join(words[:-1])))
    return f"{upper}:{gender}" if upper in ("ngay_sinh", "gioi_tinh") else ""


def _field(wording: str) -> str:
    if wording in EXACT:
        return EXACT[wording]
    if not wording or len(wording) > 60:
        return ""
    return next((key for pattern, key in PATTERNS if pattern.search(wording)), "")


def _figure(folded: list[str]) -> str:
    """``CODE:tu_so`` or ``CODE:mau_so`` where the heading names an indicator and a side."""
    if any(RATES.search(part) for part in folded[-1:]):
        return ""
    for upper, side in _sides(folded):
        code = INDICATOR_WORDS.get(upper) or _contained(upper)
        if code:
            return f"{code}:{side}"
    return ""


def _sides(folded: list[str]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    if len(folded) > 1 and folded[-1] in _SIDES:
        pairs.append((" ".join(folded[:-1]), _SIDES[folded[-1]]))
    match = _BY_SIDE.fullmatch(" ".join(folded))
    if match is not None:
        what = match["what"] or match["what2"]
        pairs.append((what, _SIDES[match["side"] or match["side2"]]))
    return pairs


def _contained(wording: str) -> str:
    """The indicator named first in a longer heading, by code or wording, as whole words."""
    padded = f" {wording} "
    found = [
        (-padded.index(f" {words} "), len(words), code)
        for words, code in INDICATOR_WORDS.items()
        if f" {words} " in padded
    ]
    return max(found)[2] if found else ""
