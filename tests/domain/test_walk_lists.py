"""Lanes of walk-lists."""

from __future__ import annotations

from digicommune.domain.walk_lists import lane_of


def test_the_lane_stands_in_the_address_where_the_register_has_none() -> None:
    told = {
        "Số 12, ngõ 3, thôn Đông": "ngõ 3",
        "Xóm Chùa – Hổ Thôn": "Xóm Chùa",
        "45 đường Lê Lợi (cạnh chợ)": "đường Lê Lợi",
        "Thôn Đông": "",
        "": "",
    }
    assert {address: lane_of(address) for address in told} == told
