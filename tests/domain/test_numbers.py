"""Percentages are exact, rounded half up, and never read as met where they are not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.numbers import (
    percentage,
    percentage_beside,
    rounded_half_up,
    short_by,
    vi_decimal,
    vi_int,
    vi_percent,
)

COUNTS = st.integers(min_value=0, max_value=10**9)
BASES = st.integers(min_value=1, max_value=10**9)


@pytest.mark.parametrize(
    ("numerator", "denominator", "decimals", "printed"),
    [
        (45_158, 53_571, 1, "84,3"),
        (59_991, 164_382, 2, "36,49"),
        (265_588, 450_684, 2, "58,93"),
        (3_073, 3_412, 2, "90,06"),
        (1_000, 1_250, 1, "80,0"),
        (119, 124, 2, "95,97"),
        (1, 8, 2, "12,50"),
        (1, 800, 2, "0,13"),  # 0.125 goes up
    ],
)
def test_known_figures(numerator: int, denominator: int, decimals: int, printed: str) -> None:
    assert vi_percent(numerator, denominator, decimals) == printed


def test_nothing_over_nothing_is_no_percentage() -> None:
    assert percentage(0, 0, 2) is None
    assert percentage_beside(0, 0, 2, Decimal(70)) is None
    assert vi_percent(5, 0, 2) == ""


@given(COUNTS, BASES, st.integers(min_value=0, max_value=6))
def test_rounding_is_half_up_of_the_exact_fraction(n: int, d: int, decimals: int) -> None:
    rounded = percentage(n, d, decimals)
    assert isinstance(rounded, Decimal)
    exact = Fraction(n * 100, d)
    half = Fraction(1, 2 * 10**decimals)
    assert Fraction(rounded) - half <= exact < Fraction(rounded) + half
    assert -int(rounded.as_tuple().exponent) == decimals


@given(COUNTS, BASES, st.decimals(min_value=0, max_value=100, places=2))
def test_what_is_printed_stands_on_its_side_of_the_threshold(
    n: int, d: int, threshold: Decimal
) -> None:
    shown = percentage_beside(n, d, 1, threshold)
    assert shown is not None
    assert (shown >= threshold) == (Fraction(n * 100, d) >= Fraction(threshold))


def test_one_person_short_of_seventy_percent() -> None:
    assert percentage_beside(2_799, 4_000, 1, Decimal(70)) == Decimal("69.98")
    assert short_by(2_799, 4_000, Decimal(70)) == 1
    assert short_by(2_800, 4_000, Decimal(70)) == 0


@given(COUNTS, BASES, st.integers(min_value=0, max_value=100))
def test_short_by_is_the_least_that_reaches_the_threshold(n: int, d: int, percent: int) -> None:
    missing = short_by(n, d, Decimal(percent))
    assert Fraction((n + missing) * 100, d) >= percent
    if missing:
        assert Fraction((n + missing - 1) * 100, d) < percent


@given(st.integers(min_value=0, max_value=10**12))
def test_thousands_are_dots(value: int) -> None:
    written = vi_int(value)
    assert int(written.replace(".", "")) == value
    assert all(len(part) == 3 for part in written.split(".")[1:])


def test_vietnamese_decimals() -> None:
    assert vi_decimal(Decimal("1234567.891")) == "1.234.567,891"
    assert rounded_half_up(Decimal("2.345"), 2) == Decimal("2.35")
