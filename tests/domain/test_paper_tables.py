"""Which cells of a paper are numbers: those beyond doubt, and none that counts nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.numbers import vi_decimal, vi_int
from digicommune.domain.paper_tables import PaperNumber, number_in, share_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", PaperNumber(Decimal(0))),
        ("403", PaperNumber(Decimal(403))),
        ("3.412", PaperNumber(Decimal(3412))),
        ("1.234.567", PaperNumber(Decimal(1234567))),
        ("-5", PaperNumber(Decimal(-5))),
        ("90,06", PaperNumber(Decimal("90.06"), 2)),
        ("0,5", PaperNumber(Decimal("0.5"), 1)),
        ("90,06%", PaperNumber(Decimal("0.9006"), 2, percent=True)),
        ("100%", PaperNumber(Decimal(1), 0, percent=True)),
        (" 12 ", PaperNumber(Decimal(12))),
    ],
)
def test_what_counts_is_read(text: str, number: PaperNumber) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "KAD", "2026", "0912345678", "038", "038072001234", "01", "6/6", "1/4 thôn",
        "14/3/2026", "2026-Q1", "12.34", "1.2345", "1,234,567", "1.234,", "5 người", "=1+1",
        "1e5", "٣", "1.1.1", "09:30", "+84912345678", "970436", "--5", "00",
    ],
)  # fmt: skip
def test_codes_years_phones_and_marks_stay_text(text: str) -> None:
    assert number_in(text) is None


@given(st.integers(-(10**14), 10**14))
def test_every_whole_number_as_paper_writes_it_comes_back(value: int) -> None:
    assert number_in(vi_int(value)) == PaperNumber(Decimal(value))


@given(st.decimals("0", "99999999", places=2))
def test_every_decimal_as_paper_writes_it_comes_back(value: Decimal) -> None:
    assert number_in(vi_decimal(value)) == PaperNumber(value, 2)


def test_a_share_is_three_numbers() -> None:
    assert share_in("1.032/1.131 (91,25%)") == (
        PaperNumber(Decimal(1032)),
        PaperNumber(Decimal(1131)),
        PaperNumber(Decimal("0.9125"), 2, percent=True),
    )
    for other in ("6/6", "1032/1131 (91,25%)", "-", "1/2 (50%) người", "./. (1%)"):
        assert share_in(other) is None
