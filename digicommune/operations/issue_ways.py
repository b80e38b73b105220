"""How the office numbers its papers: looked at and changed; numbers given before stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.issued import Numbering, counted_with
from digicommune.errors import UserError
from digicommune.operations.issue_numbers import code_printed, key_of, next_number, numbering_of
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

USUAL = ("BC", "QĐ", "TTR", "KH", "GM")  # series an office has, issued here or not yet
LAST = 99_999


@dataclass(frozen=True, slots=True)
class Series:
    """A series of numbers in a year: how many papers it has, the last number and the next."""

    code: str
    papers: int
    last: int
    following: int


@dataclass(frozen=True, slots=True)
class Ways:
    """The office's ways of numbering in a year."""

    numbering: Numbering
    code_printed: bool
    year: int
    series: tuple[Series, ...]


def ways(store: Store, year: int | None = None) -> Ways:
    """How the office numbers, and where each series stands in a year (this one)."""
    asked = year or today().year
    with store.glance() as unit:
        chosen = numbering_of(unit)
        known = {one.series for one in unit.issued.all(asked)}
        codes = (*USUAL, *sorted(known.difference(USUAL)))
        codes = ("",) if chosen == "common" else codes
        lines = tuple(_series(unit, one, asked) for one in codes)
        return Ways(chosen, code_printed(unit), asked, lines)


def _series(unit: Unit, code: str, year: int) -> Series:
    series = counted_with(code, numbering_of(unit))
    papers = [one for one in unit.issued.all(year) if series in (None, one.series)]
    last = unit.issued.last_number(series, year)
    return Series(code, len(papers), last, next_number(unit, code, year))


def set_next(store: Store, code: str, year: int, number: int) -> None:
    """Lets a series go on from a number, as the office's paper register has come so far.

    Raises ``UserError`` ``number_behind`` below a number given already, ``number_range``.
    """
    if not 1 <= number <= LAST:
        raise UserError(
            "number_range",
            f"Số tiếp theo {number} không hợp lệ.",
            f"Ghi một số từ 1 đến {LAST}.",
            number=number,
        )
    with store.unit() as unit:
        series = counted_with(code, numbering_of(unit))
        last = unit.issued.last_number(series, year)
        if number <= last:
            raise UserError(
                "number_behind",
                f"Năm {year} đã cấp đến số {last:02d}.",
                f"Số tiếp theo phải từ {last + 1:02d} trở lên.",
                last=last,
                year=year,
            )
        key = key_of(series, year)
        before = unit.office.setting(key)
        unit.office.set_setting(key, str(number))
        unit.journal.note("numbering", "office", {key: before}, {key: str(number)})
