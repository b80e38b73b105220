"""The commune's figure is the ratio of sums, on one base."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.figures import Figure, total
from digicommune.domain.sheet import chosen_base
from digicommune.domain.villages import Village


def figure(numerator: int | None, denominator: int | None, **other: object) -> Figure:
    return Figure("X", 1, numerator, denominator, "nhan_khau", **other)  # type: ignore[arg-type]


def test_ratio_of_sums_not_mean_of_ratios() -> None:
    found = total([figure(412, 520), figure(388, 480)])
    assert found is not None
    assert str(found.percentage(2)) == "80.00"


def test_blank_zero_and_not_applicable_are_three_things() -> None:
    blank, zero = figure(None, 100), figure(0, 100)
    nothing = figure(None, None, status="not_applicable")
    assert blank.percentage(2) is None
    assert str(zero.percentage(2)) == "0.00"
    assert nothing.percentage(2) is None
    assert total([blank, nothing]) is None
    found = total([zero, blank, nothing])
    assert found is not None
    assert (found.numerator, found.denominator) == (0, 100)


def test_two_bases_are_never_added() -> None:
    other = Figure("X", 2, 1, 2, "nguoi_15")
    with pytest.raises(ValueError, match="different bases"):
        total([figure(1, 2), other])


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1))
def test_the_sum_over_villages_is_the_communes(parts: list[tuple[int, int]]) -> None:
    found = total([figure(n, d) for n, d in parts])
    assert found is not None
    assert (found.numerator, found.denominator) == tuple(map(sum, zip(*parts, strict=True)))
    assert not isinstance(found.percentage(2), float)


def test_one_base_for_all_villages() -> None:
    villages = [Village(1, "A"), Village(2, "B")]
    held = {1: {"nguoi_15": 5, "nhan_khau": 9}, 2: {"nhan_khau": 8}}
    assert chosen_base(("nguoi_15", "nhan_khau"), villages, held) == "nhan_khau"
    assert chosen_base(("nguoi_15", "nhan_khau"), villages, {}) == "nguoi_15"
