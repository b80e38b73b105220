"""What a list's words say of a shop."""

from __future__ import annotations

import pytest

from digicommune.domain.merchants import state_from_words


@pytest.mark.parametrize(
    "said", ["Đang hoạt động", "Hoạt động", "x", "Có", "đang kinh doanh", "ĐANG HĐ"]
)
def test_open_shops(said: str) -> None:
    assert state_from_words(said) == "active"


@pytest.mark.parametrize(
    "said",
    ["Đã đóng cửa", "Đóng", "Ngừng hoạt động", "Tạm nghỉ", "giải thể", "Không hoạt động", "Dừng"],
)
def test_closed_shops(said: str) -> None:
    assert state_from_words(said) == "closed"
