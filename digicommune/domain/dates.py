"""Read the dates of lists, day first always; it never guesses month first nor a century."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Final

from digicommune.domain.text import clean

INVALID: Final = "date_invalid"
YEAR_ONLY: Final = "year_only"
MONTH_YEAR_ONLY: Final = "month_year_only"
FROM_SERIAL: Final = "date_from_serial"

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
_EPOCH: Final = date(1899, 12, 30)
_SERIALS: Final = range(3001, 60000)
# A year typed into a cell with a date format shows as a day of 1905 (serial 1900 to 2100).
_TYPED_YEARS: Final = (date(1905, 3, 14), date(1905, 9, 30))
_MEMO_LIMIT: Final = 100_000

_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/\-.,\s]\s*(\d{1,2})\s*[/\-.,\s]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/\-.,\s]\s*(\d{4})")
_PLAIN_NUMBER = re.compile(r"(\d{4,8})(?:[.,]0+)?")
_WORDS = re.compile(r"\b(?:ngày|tháng|năm|thg|sinh|ns|sn)\b[:.]?", re.IGNORECASE)
_TIME = re.compile(
    r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:am|pm|sa|ch))?$", re.IGNORECASE
)


class DateError(ValueError):
    """The cell holds no possible date."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a cell says: an ISO day where the day is known, the year, and how it was told."""

    iso: str | None
    year: int
    note: str | None = None


_MEMO: dict[str | date, DateReading] = {}


def read_date(value: object) -> DateReading:
    """The date of one cell (date, serial number, year or text); raises ``DateError``."""
    if isinstance(value, str | date):
        known = _MEMO.get(value)
        if known is None:
            known = _from_text(value) if isinstance(value, str) else _from_date(value)
            if len(_MEMO) >= _MEMO_LIMIT:
                _MEMO.clear()
            _MEMO[value] = known
        return known
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    raise DateError(str(value))


def _from_date(day: date) -> DateReading:
    if isinstance(day, datetime):
        day = day.date()
    if _TYPED_YEARS[0] <= day <= _TYPED_YEARS[1]:
        return DateReading(None, (day - _EPOCH).days, YEAR_ONLY)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DateError(str(day))
    return DateReading(day.isoformat(), day.year)


def _from_number(number: float) -> DateReading:
    whole = int(number) if isfinite(number) and abs(number) < 1e9 else -1
    if FIRST_YEAR <= whole <= LAST_YEAR and whole == number:
        return DateReading(None, whole, YEAR_ONLY)
    if whole in _SERIALS:
        day = _EPOCH + timedelta(days=whole)
        return DateReading(day.isoformat(), day.year, FROM_SERIAL)
    if whole == number and 1_000_000 < whole < 100_000_000:
        return _from_digits(str(whole).zfill(8))
    raise DateError(str(number))


def _from_digits(digits: str) -> DateReading:
    try:
        return _day(digits[:2], digits[2:4], digits[4:])
    except DateError:
        return _day(digits[6:], digits[4:6], digits[:4])


def _from_text(text: str) -> DateReading:
    match = _DAY_FIRST.fullmatch(text)
    if match is None:
        text = clean(_WORDS.sub(" ", clean(text).lstrip("'")))
        text = _TIME.sub("", text).strip(" .,;")
        match = _DAY_FIRST.fullmatch(text)
    if match is not None:
        return _day(*match.groups())
    if year_first := _YEAR_FIRST.fullmatch(text):
        year, month, day = year_first.groups()
        return _day(day, month, year)
    if month_year := _MONTH_YEAR.fullmatch(text):
        return _day("0", *month_year.groups())
    if number := _PLAIN_NUMBER.fullmatch(text):
        digits = number.group(1)
        return _from_digits(digits) if len(digits) == 8 else _from_number(int(digits))
    raise DateError(text)


def _day(day: str, month: str, year: str) -> DateReading:
    """A day of the calendar; day 00 means the month only, month 00 the year only."""
    d, m, y = int(day), int(month), int(year)
    if not FIRST_YEAR <= y <= LAST_YEAR or m > 12 or (m == 0 and d > 0):
        raise DateError(f"{day}/{month}/{year}")
    if d == 0:
        return DateReading(None, y, MONTH_YEAR_ONLY if m else YEAR_ONLY)
    try:
        return DateReading(date(y, m, d).isoformat(), y)
    except ValueError as error:
        raise DateError(f"{day}/{month}/{year}") from error
