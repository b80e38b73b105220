"""Personal numbers as Excel leaves them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.identity import (
    PROVINCES,
    IdentityError,
    birth_year,
    is_male,
    read_identity,
)

NUMBERS = st.builds(
    lambda p, g, yy, rest: f"{p}{g}{yy:02d}{rest:06d}",
    st.sampled_from(sorted(PROVINCES)),
    st.integers(0, 9),
    st.integers(0, 99),
    st.integers(0, 999_999),
)


def test_there_are_63_provinces() -> None:
    assert len(PROVINCES) == 63
    assert PROVINCES["024"] == "Bắc Giang"
    assert PROVINCES["038"] == "Thanh Hóa"


@given(NUMBERS)
def test_a_number_comes_back_from_a_number_cell(number: str) -> None:
    lost = 12 - len(str(int(number)))
    key, read, notes = read_identity(float(number))
    assert (key, read) == ("cccd", number)
    assert notes == (("cccd_zero_restored",) if lost else ())


@given(NUMBERS, st.sampled_from([" ", ".", "-", "\u00a0"]))
def test_separators_do_not_matter(number: str, mark: str) -> None:
    spaced = mark.join((number[:3], number[3:6], number[6:9], number[9:]))
    assert read_identity(f"'{spaced} ") == ("cccd", number, ())


@given(st.text(max_size=20) | st.floats() | st.integers() | st.booleans() | st.none())
def test_every_cell_is_a_number_or_a_reason(value: object) -> None:
    key, number = _read(value)
    if key == "refused":
        assert number in ("cccd_not_12_digits", "cccd_invalid", "cccd_precision_lost")
    else:
        assert number.isdecimal()
        assert number.isascii()
        assert len(number) == {"cccd": 12, "cmnd": 9}[key]


def _read(value: object) -> tuple[str, str]:
    try:
        return read_identity(value)[:2]
    except IdentityError as error:
        return "refused", error.code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("12345678", "cccd_not_12_digits"), (3e9, "cccd_not_12_digits"),
        (99_080_000_001.0, "cccd_not_12_digits"), ("3,8E+10", "cccd_precision_lost"),
        (1e15, "cccd_precision_lost"), (float("nan"), "cccd_invalid"), ("B1234567", "cccd_invalid"),
        (True, "cccd_invalid"),
    ],
)  # fmt: skip
def test_reasons(value: object, code: str) -> None:
    with pytest.raises(IdentityError) as refused:
        read_identity(value)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("number", "year", "male"),
    [("038090000001", 1990, True), ("038190000001", 1990, False), ("038307000001", 2007, False)],
)
def test_hints_inside_the_number(number: str, year: int, male: bool) -> None:
    assert (birth_year(number), is_male(number)) == (year, male)
