"""Check codes and series: a code reads back however it is typed, and tells papers apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.issued import check_code, counted_with, read_code, series_of


@given(st.binary(max_size=200))
def test_a_code_has_twelve_letters_and_reads_back(content: bytes) -> None:
    code = check_code(content)
    assert len(code) == 14
    assert code.count("-") == 2
    assert read_code(code) == code
    assert read_code(code.lower().replace("-", " ")) == code
    assert read_code(code.replace("-", "").replace("0", "O").replace("1", "l")) == code


@given(st.binary(max_size=50), st.integers(0, 400))
def test_one_bit_changed_is_another_code(content: bytes, at: int) -> None:
    changed = bytearray(content or b"x")
    changed[at % len(changed)] ^= 1
    assert check_code(bytes(changed)) != check_code(bytes(content or b"x"))


def test_the_code_is_the_same_on_every_machine() -> None:
    # sha256("") begins e3b0c44298fc1c1, in groups of five bits 28 14 24 12 8 16 20 24 31 16 14 1.
    assert check_code(b"") == "WERC-8GMR-ZGE1"


@pytest.mark.parametrize(
    "text", ["", "7Q4M", "7Q4M-XK2P-09T", "7Q4M-XK2P-09TDX", "7Q4M-XK2P-09TU", "Hổ Thôn năm 2026"]
)
def test_what_is_no_code_is_not_read(text: str) -> None:
    assert read_code(text) == ""


def test_the_series_is_that_of_the_type_or_one_for_all() -> None:
    assert series_of("BC-UBND") == counted_with("BC-UBND", "per_type") == "BC"
    assert series_of("QĐ-UBND") == counted_with("QĐ-UBND", "per_type") == "QĐ"
    assert counted_with("BC-UBND", "common") is None
