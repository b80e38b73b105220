"""Dates: day first, never a guess."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.dates import DateError, read_date

DAYS = st.dates(date(1910, 1, 1), date(2063, 12, 31))


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y 00:00:00",
                              "ngày %d tháng %m năm %Y", " %d / %m / %Y "]))  # fmt: skip
def test_text_reads_as_the_day_it_names(day: date, form: str) -> None:
    assert read_date(day.strftime(form)).iso == day.isoformat()


@given(DAYS)
def test_serial_and_real_dates_agree(day: date) -> None:
    serial = float((day - date(1899, 12, 30)).days)
    read = read_date(serial)
    assert (read.iso, read.note) == (day.isoformat(), "date_from_serial")
    assert read_date(day).iso == day.isoformat()
    assert read_date(datetime.combine(day, time(8, 30))).iso == day.isoformat()


@given(st.integers(1900, 2100))
def test_years_are_years(year: int) -> None:
    for cell in (year, float(year), str(year), f"năm {year}", date(1899, 12, 30) + timedelta(year)):
        read = read_date(cell)
        assert (read.iso, read.year, read.note) == (None, year, "year_only")


@given(st.integers(1, 12), st.integers(1900, 2100))
def test_month_and_year(month: int, year: int) -> None:
    read = read_date(f"{month}/{year}")
    assert (read.iso, read.year, read.note) == (None, year, "month_year_only")


@given(st.integers(1, 12), st.integers(13, 31))
def test_the_month_is_never_taken_from_the_first_place(month: int, day: int) -> None:
    with pytest.raises(DateError):
        read_date(f"{month:02d}/{day:02d}/1990")


@pytest.mark.parametrize(
    "cell",
    ["30/02/1990", "31/04/1990", "29/02/1900", "1/1/90", "13/1990", "01/01/1899", "x", "1/2/3/1990",
     3_000_000.0, -5.0, 2500.0, float("nan"), float("inf"), time(0, 0), None, True, "0/0/0"],
)  # fmt: skip
def test_what_is_no_date(cell: object) -> None:
    with pytest.raises(DateError):
        read_date(cell)


@given(st.text(max_size=20) | st.floats() | st.integers())
def test_every_cell_is_a_possible_date_or_none(cell: object) -> None:
    try:
        read = read_date(cell)
    except DateError:
        return
    assert 1900 <= read.year <= 2100
    assert read.iso is None or date.fromisoformat(read.iso).year == read.year
