"""Reporting windows of Nghị định 09/2019/NĐ-CP."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.periods import (
    PeriodKind,
    choices,
    parse_period,
    period_of,
    previous_period,
)
from digicommune.errors import UserError


@pytest.mark.parametrize(
    ("code", "start", "end", "title"),
    [
        ("2026-03", date(2026, 2, 15), date(2026, 3, 14), "tháng 3 năm 2026"),
        ("2026-01", date(2025, 12, 15), date(2026, 1, 14), "tháng 1 năm 2026"),
        ("2026-Q1", date(2025, 12, 15), date(2026, 3, 14), "quý I năm 2026"),
        ("2026-q4", date(2026, 9, 15), date(2026, 12, 14), "quý IV năm 2026"),
        ("2026-H1", date(2025, 12, 15), date(2026, 6, 14), "6 tháng đầu năm 2026"),
        ("2026-9M", date(2025, 12, 15), date(2026, 9, 14), "9 tháng đầu năm 2026"),
        ("2026", date(2025, 12, 15), date(2026, 12, 14), "năm 2026"),
    ],
)
def test_windows(code: str, start: date, end: date, title: str) -> None:
    period = parse_period(code)
    assert (period.start, period.end, period.title) == (start, end, title)


@pytest.mark.parametrize("code", ["", "2026-13", "2026-Q5", "26-03", "2026/03", "quý I", "2026-H2"])
def test_what_is_no_period_is_refused_with_the_forms_to_use(code: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_period(code)
    assert refused.value.code == "period_unknown"
    assert "2026-Q1" in refused.value.advice


DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2099, 12, 31))


@given(DAYS, st.sampled_from(["month", "quarter", "year"]))
def test_every_day_lies_in_one_period_and_periods_join(day: date, kind: PeriodKind) -> None:
    period = period_of(day, kind)
    assert period.start <= day <= period.end
    before = previous_period(period)
    assert before.kind == kind
    assert before.end + timedelta(days=1) == period.start


@pytest.mark.parametrize(("code", "before"), [("2026-H1", "2025-H1"), ("2026-9M", "2025-9M")])
def test_half_and_nine_months_are_compared_with_the_year_before(code: str, before: str) -> None:
    assert previous_period(parse_period(code)).code == before


def test_the_running_periods_are_offered_first() -> None:
    codes = [one.code for one in choices(date(2026, 11, 24))]
    assert codes[:3] == ["2026-12", "2026-Q4", "2026"]
    assert len(codes) == len(set(codes))
