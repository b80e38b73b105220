"""Phone numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.phones import read_phone

MOBILES = st.builds(
    lambda a, b: f"0{a}{b:08d}", st.sampled_from("35789"), st.integers(0, 99_999_999)
)
OLD = {
    "0162": "032", "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076",
    "0128": "078", "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip


@given(MOBILES, st.sampled_from(["{}", "+84{n}", "84{n}", "0084{n}", "(+84) {n}", " {} ", "{}.0"]))
def test_one_form_for_every_writing(mobile: str, form: str) -> None:
    text = form.format(mobile, n=mobile[1:])
    assert read_phone(text) == (mobile, ())


@given(MOBILES)
def test_the_zero_a_number_cell_lost_comes_back(mobile: str) -> None:
    assert read_phone(float(mobile)) == (mobile, ("phone_zero_restored",))
    assert read_phone(mobile[1:]) == (mobile, ("phone_zero_restored",))


@pytest.mark.parametrize("old", sorted(OLD))
def test_old_prefixes(old: str) -> None:
    assert read_phone(f"{old}1234567") == (f"{OLD[old]}1234567", ("phone_11_to_10",))
    number, notes = read_phone(int(f"{old}1234567"))
    assert number == f"{OLD[old]}1234567"
    assert set(notes) == {"phone_11_to_10", "phone_zero_restored"}


@pytest.mark.parametrize(
    "text", ["0123", "12345", "0412345678", "09123456789", "abc", "0912 34x 678"]
)
def test_unreadable(text: str) -> None:
    assert read_phone(text) == (None, ("phone_invalid",))


@pytest.mark.parametrize(
    ("text", "first"),
    [("0912345678 / 0987654321", "0912345678"), ("123; 0987654321", "0987654321"),
     ("0912345678\n0987654321", "0912345678"), ("0912 345 678 - 0987 654 321", "0912345678")],
)  # fmt: skip
def test_the_first_valid_of_several(text: str, first: str) -> None:
    assert read_phone(text)[0] == first


@given(st.text(max_size=25) | st.floats() | st.integers() | st.none())
def test_never_anything_but_a_phone_or_nothing(value: object) -> None:
    number, notes = read_phone(value)
    if number is None:
        assert notes == ("phone_invalid",)
    else:
        assert number.isdecimal()
        assert len(number) in (10, 11)
        assert number.startswith("0")
