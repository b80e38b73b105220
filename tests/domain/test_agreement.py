"""How a value of a list stands to the register's, and which digits of two numbers are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.agreement import UNSEEN, agreement, masked_apart


@pytest.mark.parametrize(
    ("field", "listed", "known", "stands"),
    [
        ("ho_ten", "NGUYỄN VĂN HẢI", "Nguyễn Văn Hải", "same"),
        ("ho_ten", "Lê Thị Hoà", "Lê Thị Hòa", "same"),
        ("ho_ten", "Nguyễn Văn Hải", "Nguyễn Văn Hài", "differs"),
        ("ngay_sinh", "1990-03-05", "1990", "same"),
        ("ngay_sinh", "1991", "1990-03-05", "differs"),
        ("ngay_sinh", "1990-03-05", "1990-05-03", "differs"),
        ("dien_thoai", "0912345678", None, "adds"),
        ("dien_thoai", "", "0912345678", "lacks"),
        ("dien_thoai", None, "", "silent"),
        ("gioi_tinh", "nam", "Nam", "same"),
    ],
)
def test_agreement(field: str, listed: str | None, known: str | None, stands: str) -> None:
    assert agreement(field, listed, known) == stands


DIGITS = st.text("0123456789", min_size=12, max_size=12)


@given(DIGITS, DIGITS)
def test_only_ends_and_differing_digits_are_seen(one: str, other: str) -> None:
    shown = masked_apart(one, other)
    assert len(shown) == len(one)
    for place in range(3, 8):
        assert shown[place] == (UNSEEN if one[place] == other[place] else one[place])
    assert masked_apart(one, one) == masked_apart(one, None) == f"{one[:3]}•••••{one[-4:]}"
