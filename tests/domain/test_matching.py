"""Rows become known people by evidence, and strangers or doubts without it."""

from __future__ import annotations

import pytest

from digicommune.domain.matching import Roster, accents_agree
from digicommune.domain.registers import PersonKeys
from digicommune.domain.text import fold


def person(number: int, name: str, **known: object) -> PersonKeys:
    born = known.get("born")
    year = known.get("year") or (int(str(born)[:4]) if born else None)
    return PersonKeys(
        number,
        name,
        fold(name),
        born,  # type: ignore[arg-type]
        year,  # type: ignore[arg-type]
        known.get("cccd"),  # type: ignore[arg-type]
        known.get("cmnd"),  # type: ignore[arg-type]
        known.get("phone"),  # type: ignore[arg-type]
        None,
    )


HAI = person(1, "Nguyễn Văn Hải", cccd="038090000001", born="1990-03-05", phone="0912345678")


@pytest.mark.parametrize(
    ("row", "outcome", "reason"),
    [
        (person(-2, "NGUYEN VAN HAI", cccd="038090000001"), "same", "id"),
        (person(-2, "Trần Thị Bích", cccd="038090000001"), "doubtful", "same_id_other_name"),
        (person(-2, "Nguyễn Văn Hải", born="1990-03-05"), "same", "name_and_date"),
        (person(-2, "NGUYEN VAN HAI", born="1990-03-05"), "same", "name_and_date"),
        (person(-2, "Nguyễn Văn Hài", born="1990-03-05"), "doubtful", "name_and_date"),
        (person(-2, "Nguyễn Văn Hải", phone="0912345678"), "same", "phone_and_name"),
        (person(-2, "Nguyễn Thị Lan", phone="0912345678"), "new", ""),
        (person(-2, "Nguyễn Văn Hải", year=1990), "doubtful", "name_and_year"),
        (person(-2, "Nguyễn Văn Hải", year=1991), "new", ""),
        (person(-2, "Nguyễn Văn Hải"), "new", ""),
        # another personal number is another person, whatever else agrees
        (person(-2, "Nguyễn Văn Hải", cccd="038090777777", born="1990-03-05"), "new", ""),
        (person(-2, "Nguyễn Văn Hải", cccd="038090777777", phone="0912345678"), "new", ""),
        # unless a slip of the hand explains it
        (
            person(-2, "Nguyễn Văn Hải", cccd="038090000007", born="1990-03-05"),
            "doubtful",
            "near_id",
        ),
        (person(-2, "Nguyễn Văn Hải", cccd="030890000001", year=1990), "doubtful", "near_id"),
        (person(-2, "Nguyễn Văn Hải", cccd="038090000007", year=1970), "new", ""),
    ],
)
def test_evidence(row: PersonKeys, outcome: str, reason: str) -> None:
    found = Roster([HAI]).match(row)
    assert (found.outcome, found.reason) == (outcome, reason)
    assert (found.person is HAI) == (outcome != "new")


def test_two_of_the_same_name_and_date_leave_it_to_the_officer() -> None:
    twin = person(2, "Nguyễn Văn Hải", born="1990-03-05")
    row = person(-1, "Nguyễn Văn Hải", born="1990-03-05")
    assert Roster([person(1, "Nguyễn Văn Hải", born="1990-03-05"), twin]).match(row).outcome == (
        "doubtful"
    )


def test_one_person_twice_in_one_list_is_one() -> None:
    roster = Roster()
    first = person(-7, "Lê Thị Mai", born="1985-01-02")
    assert roster.match(first).outcome == "new"
    roster.add(first)
    again = roster.match(person(-9, "LÊ THỊ MAI", born="1985-01-02"))
    assert (again.outcome, again.person) == ("same", first)


def test_neighbours_in_one_list_are_not_doubted_by_name_and_year() -> None:
    roster = Roster()
    roster.add(person(-7, "Lê Thị Mai", year=1985))
    assert roster.match(person(-8, "Lê Thị Mai", year=1985)).outcome == "new"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Hoà", "Hòa", True),
        ("HẢI", "Hải", True),
        ("Hai", "Hải", True),
        ("Hải", "Hài", False),
        ("Đức", "Duc", True),
        ("Hân", "Hấn", False),
        ("Lê Hoa", "Lê Thị Hoa", False),
    ],
)
def test_accents(one: str, other: str, agree: bool) -> None:
    assert accents_agree(one, other) is agree
