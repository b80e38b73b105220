"""Which number a paper gets next: asked by operations of an open unit; it gives none away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.issued import Numbering, counted_with

if TYPE_CHECKING:
    from digicommune.db.unit import Unit

NUMBERING = "issue_numbering"
PRINT_CODE = "issue_check_code"
NO = "0"
ALL = "*"  # the one series of an office that numbers all types together


def numbering_of(unit: Unit) -> Numbering:
    """Whether each type has its own series or all share one; per type until the office says."""
    return "common" if unit.office.setting(NUMBERING) == "common" else "per_type"


def code_printed(unit: Unit) -> bool:
    """Whether papers carry their check code at the foot."""
    return unit.office.setting(PRINT_CODE) != NO


def next_number(unit: Unit, symbol: str, year: int) -> int:
    """One after the last given, but not below what the office's paper register has come to."""
    series = counted_with(symbol, numbering_of(unit))
    return max(unit.issued.last_number(series, year) + 1, first_of(unit, series, year))


def first_of(unit: Unit, series: str | None, year: int) -> int:
    """The number a series goes on from in a year; 1 where the office has said nothing."""
    return int(unit.office.setting(key_of(series, year)) or 1)


def key_of(series: str | None, year: int) -> str:
    """The setting that keeps it."""
    return f"issue_from:{series or ALL}:{year}"
