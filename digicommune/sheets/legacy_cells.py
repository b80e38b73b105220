"""Decode TCVN3 and VNI cells in place, by their font where it is known; never by a hunch alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from digicommune.domain import legacy

# Letters only Unicode text has: such a cell was typed in Unicode, whatever its font says.
_UNICODE = re.compile("[\u1e00-\u1eff]")
# Letters of Unicode text that code page 1258 can make of TCVN3 too: the reading decides.
_MAYBE_UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0]"
)
# What Vietnamese text never holds: foreign letters and signs, capitals inside a word, vowels that
# do not stand side by side.
_ODD = re.compile(
    "[\xa1-\xbf\xc4-\xc7\xcb\xce-\xd1\xd6-\xd8\xdb\xdc\xde\xdf\xe4-\xe7\xeb\xee-\xf1\xf6-\xf8\xfb\xfc"
    "\xfe\xff]|[a-z][\xc0-\xdd]|[aeAE][àáâãèéêùõÀÁÂÃÈÉÊÙÕ]|[oO][âêùõÂÊÙÕ]"
)
_LEAST_ODD: Final = 2
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
        if isinstance(text, str) and text and not _is_unicode(text):
            decoded = legacy.decode(text, encoding, font)
            rows[row][column] = decoded
            if decoded != text and not text.isascii():
                changed.add(row)
    return frozenset(changed)


def _is_unicode(text: str) -> bool:
    if _UNICODE.search(text):
        return True
    return _MAYBE_UNICODE.search(text) is not None and legacy.reads_well(text)


def encoding_of(fonts: Mapping[tuple[int, int], str]) -> str | None:
    """The encoding most of these fonts stand for."""
    found = [legacy.font_encoding(font) for font in fonts.values()]
    return max(set(found), key=found.count) if found else None


def decode_by_reading(rows: Sequence[list[object]]) -> tuple[str | None, frozenset[int]]:
    """Where no font helps: decode the odd texts if nearly all then read as Vietnamese."""
    encoding = legacy.guess_encoding(_sample(rows))
    if encoding is None:
        return _decode_odd_cells(rows)
    changed: set[int] = set()
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            if isinstance(text, str) and not text.isascii() and legacy.reads_better(text, encoding):
                row[column] = legacy.decode(text, encoding)
                changed.add(index)
    return encoding, frozenset(changed)


def _decode_odd_cells(rows: Sequence[list[object]]) -> tuple[str | None, frozenset[int]]:
    """In a sheet of Unicode: decode the cells that only read as Vietnamese when decoded."""
    odd = [
        (index, column, cell)
        for index, row in enumerate(rows)
        for column, cell in enumerate(row)
        if isinstance(cell, str) and not cell.isascii() and _ODD.search(cell)
    ]
    if len(odd) < _LEAST_ODD:
        return None, frozenset()
    found = {
        encoding: [one for one in odd if legacy.reads_only_decoded(one[2], encoding)]
        for encoding in (legacy.TCVN3, legacy.VNI)
    }
    encoding = max(found, key=lambda each: len(found[each]))
    if len(found[encoding]) < _LEAST_ODD:
        return None, frozenset()
    for index, column, text in found[encoding]:
        rows[index][column] = legacy.decode(text, encoding)
    return encoding, frozenset(index for index, _, _ in found[encoding])


def _sample(rows: Sequence[list[object]]) -> list[str]:
    texts = [
        cell
        for row in rows[:_SAMPLE_ROWS]
        for cell in row
        if isinstance(cell, str) and cell and not cell.isascii()
    ]
    return texts[:_SAMPLE_TEXTS]
