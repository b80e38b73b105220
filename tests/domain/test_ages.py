"""Which births a base counts."""

from __future__ import annotations

from datetime import date

from digicommune.domain.ages import age_window, months_before
from digicommune.domain.indicators import Base, RetirementAge

AGES = (RetirementAge(2025, 735, 680), RetirementAge(2026, 738, 684))


def test_adults_are_born_eighteen_years_before_the_day() -> None:
    window = age_window(Base("x", "x", "người", age_from=18), date(2026, 3, 14), AGES)
    assert window is not None
    assert window.born_to == date(2008, 3, 14)
    assert window.born_from_men is None


def test_working_age_ends_with_the_retirement_age_of_the_year() -> None:
    base = Base("lao_dong", "x", "người", age_from=15, working=True)
    window = age_window(base, date(2026, 3, 14), AGES)
    assert window is not None
    assert window.born_from_men == date(1964, 9, 14)  # 61 years 6 months
    assert window.born_from_women == date(1969, 3, 14)  # 57 years


def test_a_base_without_ages_has_no_window() -> None:
    assert age_window(Base("so_ho", "hộ", "hộ"), date(2026, 3, 14), AGES) is None


def test_the_day_a_month_lacks_becomes_its_last() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert months_before(date(2026, 1, 15), 13) == date(2024, 12, 15)
