"""Reads a PDF back for the tests of the paper: where lines, letters and rules stand, in mm."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Written:
    """One line on the page; ``baseline`` and ``left``..``right`` in mm from the lower left."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str

    @property
    def middle(self) -> float:
        """Middle of the line."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule in mm from the lower left."""

    left: float
    right: float
    height: float

    @property
    def length(self) -> float:
        """Its length."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page read back: size in mm, lines of text from the top, rules, raw letters."""

    width: float
    height: float
    lines: tuple[Written, ...]
    rules: tuple[Rule, ...]
    letters: tuple[dict[str, Any], ...]

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(line.text for line in self.lines)

    def line(self, start: str) -> Written:
        """The first line that starts so."""
        return next(line for line in self.lines if line.text.startswith(start))


def pages(pdf: bytes) -> list[Page]:
    """All pages."""
    with pdfplumber.open(BytesIO(pdf)) as opened:
        return [_page(page) for page in opened.pages]


def _page(page: Any) -> Page:
    rules = tuple(
        Rule(one["x0"] / MM, one["x1"] / MM, (float(page.height) - one["top"]) / MM)
        for one in page.lines
        if abs(one["top"] - one["bottom"]) < 0.01
    )
    lines = tuple(sorted(_lines(page.chars), key=lambda one: (-one.baseline, one.left)))
    return Page(float(page.width) / MM, float(page.height) / MM, lines, rules, tuple(page.chars))


def _lines(letters: list[dict[str, Any]]) -> list[Written]:
    rows: dict[float, list[dict[str, Any]]] = defaultdict(list)
    for letter in letters:
        rows[round(letter["matrix"][5], 1)].append(letter)
    found = []
    for baseline, row in rows.items():
        row.sort(key=lambda one: one["x0"])
        found += [_written(baseline, part) for part in _parted(row)]
    return found


def _parted(row: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Letters of one baseline, parted where there is a gap without even spaces in it."""
    parts = [[row[0]]]
    for letter in row[1:]:
        if letter["x0"] - parts[-1][-1]["x1"] > letter["size"] * 0.5:
            parts.append([])
        parts[-1].append(letter)
    return parts


def _written(baseline: float, letters: list[dict[str, Any]]) -> Written:
    inked = [one for one in letters if one["text"].strip()] or letters
    return Written(
        "".join(one["text"] for one in letters).strip(),
        inked[0]["x0"] / MM,
        inked[-1]["x1"] / MM,
        baseline / MM,
        round(inked[0]["size"], 1),
        inked[0]["fontname"].partition("+")[2],
    )
