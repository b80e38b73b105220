"""When figures are due, and what reminds the villages of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.calendar import REGULAR, SendBy, calendar, due_of, working_days_after
from digicommune.domain.periods import parse_period, previous_period
from digicommune.domain.reminders import Missing, MissingVillage, reminder
from digicommune.errors import UserError
from digicommune.packs.entry import shipped_entry

RULE = SendBy(villages=1, commune=2)


@pytest.mark.parametrize(
    ("day", "count", "due"),
    [
        (date(2026, 4, 14), 2, date(2026, 4, 16)),  # Tuesday
        (date(2026, 8, 14), 2, date(2026, 8, 18)),  # Friday
        (date(2026, 3, 14), 2, date(2026, 3, 17)),  # Saturday: Monday is the first
        (date(2026, 3, 14), 0, date(2026, 3, 16)),
    ],
)
def test_working_days(day: date, count: int, due: date) -> None:
    assert working_days_after(day, count) == due


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2090, 1, 1)), st.integers(0, 30))
def test_a_due_day_is_a_working_day_and_never_before(day: date, count: int) -> None:
    due = working_days_after(day, count)
    assert due >= day
    assert due.weekday() < 5


def test_the_calendar_tells_what_is_still_to_be_sent_the_nearest_first() -> None:
    states = {"2026-02": "locked", "2026-03": "submitted"}
    found = calendar(date(2026, 3, 16), RULE, states, REGULAR)  # type: ignore[arg-type]
    codes = [one.period.code for one in found]
    assert codes[:2] == ["2026-Q1", "2026-04"]
    assert "2026-03" not in codes
    first = found[0]
    assert (first.commune_on, first.days_left) == (date(2026, 3, 17), 1)


def test_late_is_counted_in_days() -> None:
    due = due_of(parse_period("2026-03"), RULE, "open", date(2026, 3, 20))
    assert due.days_left == -3


def test_a_free_period_names_its_days_and_follows_the_one_before() -> None:
    week = parse_period("2026-03-02..2026-03-08")
    assert (week.kind, week.start, week.end) == ("free", date(2026, 3, 2), date(2026, 3, 8))
    assert week.title == "từ ngày 02/03/2026 đến ngày 08/03/2026"
    assert previous_period(week).code == "2026-02-23..2026-03-01"
    assert parse_period(week.code) == week


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("2026-03-08..2026-03-02", "period_backwards"),
        ("2026-01-01..2028-01-01", "period_too_long"),
        ("2026-02-30..2026-03-02", "period_unknown"),
    ],
)
def test_free_periods_that_are_none(code: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_period(code)
    assert refused.value.code == why


def test_the_reminder_names_who_lacks_what_and_by_when() -> None:
    villages = (
        MissingVillage(1, "Hổ Thôn", ("Hồ sơ trực tuyến",), 2),
        MissingVillage(2, "Vệ Thôn", ("a", "b"), 2),
    )
    owed = Missing("tháng 3 năm 2026", date(2026, 3, 16), -2, villages, 4)
    text = reminder(shipped_entry().reminder, owed, "xã Hoằng Mẫu")
    lines = text.splitlines()
    assert "tháng 3 năm 2026" in lines[0]
    assert "16/03/2026" in lines[0]
    assert "quá hạn 2 ngày" in lines[0]
    assert lines[1] == "- Hổ Thôn: còn thiếu Hồ sơ trực tuyến"
    assert lines[2] == "- Vệ Thôn: chưa gửi số liệu"
