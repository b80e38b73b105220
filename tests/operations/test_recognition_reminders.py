"""The first page names the recognised villages in danger and those to be looked at again."""

from __future__ import annotations

from datetime import date

import pytest

from digicommune.db.store import Store
from digicommune.domain.criteria import CriteriaSet, Criterion
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.overview import Todo
from digicommune.domain.periods import parse_period
from digicommune.domain.recognition import Recognition
from digicommune.operations import recognitions
from digicommune.operations.recognition_reminders import recognition_todo
from tests.db.offices import add_villages

SKILLS = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", threshold="70", unit="người")
RISK, RECHECK = "recognitions/register/at_risk", "recognitions/register/recheck_soon"


@pytest.fixture
def office(store: Store) -> Store:
    """Six villages that meet the set in 2026; in 2027 the first misses it by a person."""
    with store.unit() as unit:
        add_villages(unit, *(f"Thôn {at}" for at in range(1, 7)))
        unit.criteria.save_set(CriteriaSet("THU-2026", "Bộ thử", "Văn bản thử", (SKILLS,)))
        unit.figures.set_many(
            TypedFigure(FigureKey(period, "KNS", village), some, 4_000)
            for village in range(1, 7)
            for period, some in (("2026", 2_800), ("2027", 2_799 if village == 1 else 2_800))
        )
    return store


def recognise(office: Store, *villages: int, recheck: date | None = None) -> None:
    for village in villages:
        number = f"{village}/QĐ-UBND"
        made = (0, village, "THU-2026", number, date(2026, 3, 1), "", "")
        recognitions.enter(office, Recognition(*made, recheck_on=recheck))


def told(office: Store, period: str, day: date) -> list[Todo]:
    with office.glance() as unit:
        return list(recognition_todo(unit, parse_period(period), day))


def test_an_office_without_a_register_is_told_nothing(office: Store) -> None:
    assert told(office, "2026", date(2026, 12, 1)) == []


def test_a_village_that_falls_below_is_told_by_name(office: Store) -> None:
    recognise(office, 1, 2)
    assert told(office, "2026", date(2026, 12, 1)) == []
    assert told(office, "2027", date(2027, 6, 1)) == [
        Todo("thôn có nguy cơ bị thu hồi công nhận: Thôn 1", 1, RISK)
    ]


def test_a_recheck_is_told_two_months_before_and_until_it_is_done(office: Store) -> None:
    recognise(office, 2, recheck=date(2027, 3, 1))
    assert told(office, "2026", date(2026, 12, 30)) == []
    due = [Todo("thôn đến hạn thẩm định lại: Thôn 2 (01/03/2027)", 1, RECHECK)]
    assert told(office, "2026", date(2026, 12, 31)) == due
    assert told(office, "2026", date(2027, 4, 1)) == due


def test_one_in_danger_is_told_of_its_recheck_too(office: Store) -> None:
    recognise(office, 1, recheck=date(2027, 3, 1))
    assert [one.count for one in told(office, "2027", date(2027, 2, 1))] == [1, 1]


def test_many_villages_are_told_by_four_names_and_a_number(office: Store) -> None:
    recognise(office, *range(1, 7), recheck=date(2027, 3, 1))
    (due,) = told(office, "2026", date(2027, 2, 1))
    assert due.count == 6
    assert due.text.startswith("thôn đến hạn thẩm định lại: Thôn 1 (01/03/2027), Thôn 2")
    assert due.text.endswith("Thôn 4 (01/03/2027) và 2 thôn nữa")
