"""Which village a text means, where three old communes each had a "Thôn 1"."""

from __future__ import annotations

import pytest

from digicommune.domain.village_names import VillageFinder
from digicommune.domain.villages import Village

FINDER = VillageFinder(
    (
        Village(1, "Thôn 1", "Hoằng Phong"),
        Village(2, "Thôn 1", "Xã Hoằng Lưu"),
        Village(3, "Thôn 1", "Hoằng Châu"),
        Village(4, "Hổ Thôn", "Hoằng Lưu"),
        Village(5, "Duyên Hy"),
    )
)


@pytest.mark.parametrize(
    ("name", "former", "number"),
    [
        ("Thôn 1", None, None),  # which of the three is not guessed
        ("Thôn 1", "Hoằng Lưu", 2),
        ("thôn 01", "xã hoằng phong cũ", 1),
        ("Thôn 1", "Hoằng Xa", None),
        ("Thôn 1 (Hoằng Châu)", None, 3),
        ("Thôn 1 - xã Hoằng Phong", None, 1),
        ("Thôn 1, xã Hoằng Lưu (cũ)", None, None),
        ("Hổ Thôn", None, 4),
        ("Ho Thon", "Hoằng Lưu", 4),
        ("Hổ Thôn", "Hoằng Châu", None),  # noted to be of another commune: not this one
        ("Duyên Hy", "Hoằng Châu", 5),  # nothing is noted of it
        ("Xóm 1 - Thôn Đông", None, None),
    ],
)
def test_found_by_name_and_former_commune(
    name: str, former: str | None, number: int | None
) -> None:
    found = FINDER.find(name, former)
    assert (found and found.village_id) == number
