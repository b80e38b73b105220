"""Read comma, semicolon or tab separated text, which also comes named .xls; all cells stay text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from digicommune.domain.grids import Grid
from digicommune.sheets import refusals
from digicommune.sheets.book import Book
from digicommune.sheets.markup import MAX_CELLS, decoded

_SEPARATORS: Final = "\t;,|"
# A first line for Excel alone, which shows it as no row: "sep=;".
_TOLD_SEPARATOR = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)
_TEXT_FORMULA = re.compile(r"\s*=\s*\"([^\"]*)\"\s*")
_LONGEST_CELL: Final = 131_072


def open_text(data: bytes, name: str) -> Book:
    """One sheet without a name; refuses text in which no separator divides the lines alike."""
    if b"\x00" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise refusals.not_a_workbook(name)
    text = decoded(data)
    told = _TOLD_SEPARATOR.match(text)
    text = text[told.end() :] if told else text
    separator = told[1] if told else _separator(text)
    if separator is None:
        raise refusals.not_a_workbook(name)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise refusals.corrupt(name) from error
    width = max(map(len, lines))
    if width * len(lines) > MAX_CELLS:
        raise refusals.too_big(name, f"{len(lines)} dòng × {width} cột")
    rows: list[list[object]] = [
        [*map(_unwrapped, line), *[""] * (width - len(line))] for line in lines
    ]
    grid = Grid("", rows)

    def grids(wanted: tuple[str, ...]) -> Iterable[Grid]:
        return [grid] if grid.name in wanted else []

    return Book(("",), (), grids)


def _unwrapped(cell: str) -> str:
    """``="038…"`` as Excel shows it: banks so keep Excel from taking digits for a number."""
    wrapped = _TEXT_FORMULA.fullmatch(cell)
    return wrapped[1] if wrapped else cell


def _separator(text: str) -> str | None:
    """The separator most lines hold, at least once each."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    if len(lines) < 2 or sum(not c.isprintable() and c not in "\t\r\n" for c in text[:2000]) > 20:
        return None
    counts = {s: sum(1 for line in lines if s in line) for s in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda s: counts[s])
    return best if counts[best] >= 2 and counts[best] * 2 >= len(lines) else None
