"""Tables of a printed document as values a spreadsheet takes; it reads no document itself.

What is no number beyond doubt stays text: a code, a year, a phone number is never counted with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# Thousands by dots, so that a bare "2026" or "0912345678" is no number; a decimal comma; a sign.
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:\.\d{3}){0,4})(?:,(?P<part>\d{1,6}))?(?P<percent>%?)")

_SHARE = re.compile(r"([\d.]+)/([\d.]+) \(([\d.,]+%)\)")


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """A true number; ``decimals`` places are shown, of a ``percent`` of its hundredth part."""

    value: Decimal
    decimals: int = 0
    percent: bool = False


PaperCell = str | PaperNumber


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A heading, and whether its cells stand "left", "center" or "right"."""

    heading: str
    align: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """The cells of a row; totals and group rows are bold."""

    cells: tuple[PaperCell, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table with what is written above and below it, under the ``name`` of its sheet."""

    name: str
    titles: tuple[str, ...]
    unit: str
    columns: tuple[PaperColumn, ...]
    rows: tuple[PaperRow, ...]
    notes: tuple[str, ...] = ()
    numbered: bool = False
    landscape: bool = False


def share_in(text: str) -> tuple[PaperNumber, PaperNumber, PaperNumber] | None:
    """The three numbers of "108/112 (96,43%)"; None where a cell is anything else."""
    found = _SHARE.fullmatch(text.strip())
    if found is None:
        return None
    part, whole, percent = (number_in(one) for one in found.groups())
    if part is None or whole is None or percent is None:
        return None
    return part, whole, percent


def number_in(text: str) -> PaperNumber | None:
    """The number a cell writes in the Vietnamese way; None where it might be anything else.

    "3.412" is 3412, "90,06%" is 0.9006 shown with two decimals, "5" is 5; "2026" and "038" are not
    read, since a year and a code look so.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    value = Decimal(text.strip().rstrip("%").replace(".", "").replace(",", "."))
    percent = bool(found["percent"])
    return PaperNumber(value / 100 if percent else value, len(found["part"] or ""), percent)
