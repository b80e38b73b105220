"""Lanes of walk-lists."""

from __future__ import annotations

from digicommune.domain.walk_lists import WalkPerson, by_house, lane_of


def test_the_lane_stands_in_the_address_where_the_register_has_none() -> None:
    told = {
        "Số 12, ngõ 3, thôn Đông": "ngõ 3",
        "Xóm Chùa – Hổ Thôn": "Xóm Chùa",
        "45 đường Lê Lợi (cạnh chợ)": "đường Lê Lợi",
        "Thôn Đông": "",
        "": "",
    }
    assert {address: lane_of(address) for address in told} == told


def test_a_household_stands_together_its_head_first_also_where_no_house_is_known() -> None:
    people = (
        WalkPerson("Trần Văn Bình", "1980", "", head="Lê Thị Yến"),
        WalkPerson("Đỗ Văn Cường", "1970", ""),
        WalkPerson("Lê Thị Yến", "1955", ""),
        WalkPerson("Đỗ Thị An", "1999", "", head="Đỗ Văn Cường"),
    )
    assert [one.name for one in by_house(people)] == [
        "Đỗ Văn Cường",
        "Đỗ Thị An",
        "Lê Thị Yến",
        "Trần Văn Bình",
    ]
