"""Decode TCVN3 and VNI cells in place, by their font where it is known; never by a hunch alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from digicommune.domain import legacy

# Letters only Unicode text has: such a cell was typed in Unicode, whatever its font says.
_UNICODE = re.compile("[\u1e00-\u1eff]")
_SAMPLE_ROWS: Final = 200
_SAMPLE_TEXTS: Final = 400


def decode_cells(
    rows: Sequence[list[object]], fonts: Mapping[tuple[int, int], str]
) -> frozenset[int]:
    """Decode the cells whose font is a legacy one; the 0-based rows that changed."""
    changed: set[int] = set()
    for (row, column), font in fonts.items():
        encoding = legacy.font_encoding(font)
        if encoding is None or row >= len(rows) or column >= len(rows[row]):
            continue
        text = rows[row][column]
        if isinstance(text, str) and text and not _UNICODE.search(text):
            decoded = legacy.decode(text, encoding, font)
            rows[row][column] = decoded
            if decoded != text and not text.isascii():
                changed.add(row)
    return frozenset(changed)


def encoding_of(fonts: Mapping[tuple[int, int], str]) -> str | None:
    """The encoding most of these fonts stand for."""
    found = [legacy.font_encoding(font) for font in fonts.values()]
    return max(set(found), key=found.count) if found else None


def decode_by_reading(rows: Sequence[list[object]]) -> tuple[str | None, frozenset[int]]:
    """Where no font helps: decode the odd texts if nearly all then read as Vietnamese."""
    encoding = legacy.guess_encoding(_sample(rows))
    if encoding is None:
        return None, frozenset()
    changed: set[int] = set()
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            if isinstance(text, str) and not text.isascii() and legacy.reads_better(text, encoding):
                row[column] = legacy.decode(text, encoding)
                changed.add(index)
    return encoding, frozenset(changed)


def _sample(rows: Sequence[list[object]]) -> list[str]:
    texts = [
        cell
        for row in rows[:_SAMPLE_ROWS]
        for cell in row
        if isinstance(cell, str) and cell and not cell.isascii()
    ]
    return texts[:_SAMPLE_TEXTS]
