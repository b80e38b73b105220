"""What may be typed into a cell of figures, and what blank, 0 and "không áp dụng" mean there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.entry_rules import (
    BLANK,
    EntryRefused,
    Parts,
    SoftRules,
    check_parts,
    jumps,
    read_entry,
)
from digicommune.domain.numbers import vi_int


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", BLANK),
        ("   ", BLANK),
        ("0", Parts(0, None, "value")),
        ("1.234", Parts(1234, None, "value")),
        ("1 234", Parts(1234, None, "value")),
        (" 45.158 / 53.571 ", Parts(45158, 53571, "value")),
        ("12 hộ", Parts(12, None, "value")),
        ("12,00", Parts(12, None, "value")),
        ("-", Parts(status="not_applicable")),
        ("–", Parts(status="not_applicable")),
        ("KAD", Parts(status="not_applicable")),
        ("không áp dụng", Parts(status="not_applicable")),
    ],
)
def test_what_a_cell_says(text: str, parts: Parts) -> None:
    assert read_entry(text) == parts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12,5", "not_whole"),
        ("1.5", "not_whole"),
        ("x", "not_a_number"),
        ("chưa có", "not_a_number"),
        ("90 %", "percent"),
        ("-5", "negative"),
        ("12/x", "not_a_number"),
        ("/5", "not_a_number"),
        ("9" * 14, "too_large"),
    ],
)
def test_what_a_cell_refuses_and_why(text: str, code: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        read_entry(text)
    assert refused.value.code == code


def test_812_of_790_is_refused_and_790_of_790_is_not() -> None:
    with pytest.raises(EntryRefused) as refused:
        check_parts(Parts(812, None, "value"), 790)
    assert refused.value.code == "above_base"
    check_parts(Parts(790, None, "value"), 790)
    check_parts(Parts(812, 820, "value"), 790)  # a denominator of its own stands before
    check_parts(Parts(812, None, "value"), None)


@pytest.mark.parametrize(
    ("now", "before", "asks"),
    [
        (120, 100, False),
        (121, 100, True),
        (80, 100, False),
        (79, 100, True),
        (5, 0, False),
        (5, None, False),
        (None, 100, False),
    ],
)
def test_more_than_a_fifth_away_asks_for_a_note(
    now: int | None, before: int | None, asks: bool
) -> None:
    assert jumps(now, before, SoftRules(20)) is asks


@given(st.integers(min_value=0, max_value=10**12))
def test_every_number_reads_back_as_it_is_printed_and_never_as_a_float(number: int) -> None:
    parts = read_entry(vi_int(number))
    assert parts == Parts(number, None, "value")
    assert type(parts.numerator) is int


@given(st.text(max_size=20))
def test_no_text_makes_a_float_or_a_negative_number(text: str) -> None:
    try:
        parts = read_entry(text)
    except EntryRefused:
        return
    for part in (parts.numerator, parts.denominator):
        assert part is None or (type(part) is int and part >= 0)
