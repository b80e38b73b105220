"""Find in an OpenDocument sheet hidden rows and merges, which calamine does not tell; no values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree import ElementTree as ET  # the guard has refused every DTD before
from xml.parsers import expat

from digicommune.domain.grids import Span
from digicommune.sheets.guard import MAX_MERGES

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CONTENT: Final = "content.xml"
_MOST_ROWS: Final = 1_048_576
_SIGNS: Final = (b"table:visibility", b"-spanned")


def is_whole(parts: Mapping[str, bytes]) -> bool:
    """Whether every tag of the sheets closes."""
    try:
        expat.ParserCreate().Parse(parts.get(CONTENT, b""), True)
    except expat.ExpatError:
        return False
    return True


def marks(content: bytes, sheet: str) -> tuple[frozenset[int], tuple[Span, ...]]:
    """0-based rows of a sheet hidden by hand or by a filter, and its merged blocks."""
    if not any(sign in content for sign in _SIGNS):
        return frozenset(), ()
    try:
        root = ET.fromstring(content)  # noqa: S314
    except ET.ParseError:
        return frozenset(), ()
    table = next((t for t in root.iter(f"{_TABLE}table") if t.get(f"{_TABLE}name") == sheet), None)
    hidden: set[int] = set()
    spans: list[Span] = []
    row = 0
    for line in table.iter(f"{_TABLE}table-row") if table is not None else ():
        times = _times(line, "rows-repeated")
        if line.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            hidden.update(range(row, min(row + times, _MOST_ROWS)))
        if len(spans) < MAX_MERGES:
            spans.extend(_spans(line, row))
        row += times
    return frozenset(hidden), tuple(spans)


def _spans(line: ET.Element, row: int) -> Iterator[Span]:
    column = 0
    for cell in line:
        across, down = _times(cell, "columns-spanned"), _times(cell, "rows-spanned")
        if across > 1 or down > 1:
            yield Span(row, column, row + down - 1, column + across - 1)
        column += _times(cell, "columns-repeated")


def _times(node: ET.Element, what: str) -> int:
    text = node.get(f"{_TABLE}number-{what}", "1")
    return int(text) if text.isdecimal() and len(text) < 8 else 1
