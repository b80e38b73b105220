"""The fair table against a second counting, straight from the rule's words, on random accounts."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.campaign_calendar import clashes, hour_of, week_of
from digicommune.domain.campaign_shares import (
    STANDINGS,
    Opening,
    people_who,
    share_table,
    standings,
)
from digicommune.domain.campaigns import Session

BANKS = ("970405", "970436", "970418")
DAY = date(2026, 3, 7)


@st.composite
def opened(draw: st.DrawFn) -> list[Opening]:
    """Accounts of a few people; each has one of the campaign at least."""
    count = draw(st.integers(1, 24))
    people = [draw(st.integers(1, 6)) for _ in range(count)]
    found = [
        Opening(
            person,
            draw(st.sampled_from(BANKS)),
            draw(st.none() | st.integers(0, 4).map(lambda n: DAY + timedelta(n))),
            draw(st.booleans()),
            number,
        )
        for number, person in enumerate(people, start=1)
    ]
    holding = {one.resident_id for one in found if one.inside}
    return [one for one in found if one.resident_id in holding]


def slowly(rows: list[Opening], person: int, bank: str) -> str:
    """The rule read again, one account against another, without the table's own helpers."""
    mine = [o for o in rows if o.resident_id == person and o.inside and o.bank == bank]
    strangers = [o for o in rows if o.resident_id == person and not o.inside]
    rivals = [o for o in rows if o.resident_id == person and o.inside and o.bank != bank]

    def was_there(old: Opening, new: Opening) -> bool:
        both = old.opened_on is not None and new.opened_on is not None
        if both and old.opened_on != new.opened_on:
            return bool(old.opened_on < new.opened_on)  # type: ignore[operator]
        return old.account_id < new.account_id

    preceded = [[old for old in strangers if was_there(old, new)] for new in mine]
    if all(preceded):
        at = {old.bank for some in preceded for old in some}
        return "same_bank" if at == {bank} else "elsewhere"
    days = sorted(o.opened_on for o in mine if o.opened_on)
    theirs: dict[str, list[date]] = {o.bank: [] for o in rivals}
    for o in rivals:
        if o.opened_on:
            theirs[o.bank].append(o.opened_on)
    if days and any(found and min(found) < days[0] for found in theirs.values()):
        return "elsewhere"
    if rivals and (not days or any(not f or min(f) == days[0] for f in theirs.values())):
        return "shared"
    return "first"


@given(opened())
def test_each_person_stands_as_the_rule_says(rows: list[Opening]) -> None:
    found = standings(rows)
    assert found == {
        (one.resident_id, one.bank): slowly(rows, one.resident_id, one.bank)
        for one in rows
        if one.inside
    }


@given(opened())
def test_the_table_adds_up_to_the_person(rows: list[Opening]) -> None:
    table = share_table(rows, BANKS[:2])
    inside = [one for one in rows if one.inside]
    assert table.accounts == len(inside) == sum(one.accounts for one in table.banks)
    assert table.people == len({one.resident_id for one in inside})
    assert table.people == table.people_first + table.people_before
    for line in table.banks:
        assert line.people == sum(line.standings.values())
        for how in STANDINGS:
            assert line.standings[how] == len(people_who(rows, line.bank, how))
    alone = sum(line.standings["first"] for line in table.banks)
    # Nobody is a new customer of two banks: whom two claim is shared by both, and counted once.
    assert table.people_first == alone + table.people_shared
    assert table.people == len(people_who(rows, None, None))


def test_700_and_420_with_120_in_both() -> None:
    rows = [Opening(n, BANKS[0], DAY, True, n) for n in range(1, 701)]
    rows += [Opening(n, BANKS[1], DAY, True, n + 1_000) for n in range(581, 1_001)]
    table = share_table(rows, BANKS[:2])
    assert (table.people, table.accounts, table.several_banks) == (1_000, 1_120, 120)
    assert [one.standings["first"] for one in table.banks] == [580, 300]
    assert [one.standings["shared"] for one in table.banks] == [120, 120]
    assert (table.people_first, table.people_shared) == (1_000, 120)


def test_what_a_bank_told_names_nobody() -> None:
    told = {BANKS[0]: {"da-co": 7, "giay-to": 2, "khac": 1}}
    table = share_table([], BANKS[:2], told, frozenset({"da-co"}))
    first = table.banks[0]
    assert (first.told_had_one, first.refused, first.people) == (7, 3, 0)
    assert table.people == 0


def session(number: int, day: date = DAY, **facts: object) -> Session:
    given: dict[str, object] = {"village_id": 1, "place": "Nhà văn hóa thôn", "bank_bin": BANKS[0]}
    return Session(number, 1, held_on=day, **{**given, **facts})  # type: ignore[arg-type]


def test_the_same_officers_cannot_be_at_two_halls() -> None:
    one = session(1, officers="Nguyễn Thị Lan (0912 345 678); Trần Văn Bình", starts_at="08:00")
    other = session(2, officers="nguyễn thị lan", village_id=2, starts_at="09:30")
    afternoon = session(3, officers="Nguyễn Thị Lan", village_id=3, starts_at="14:00")
    found = clashes([one, other, afternoon])
    assert [(c.kind, c.first, c.second, c.what) for c in found] == [
        ("officers", 1, 2, "Nguyễn Thị Lan")
    ]
    elsewhere = session(4, officers="Nguyễn Thị Lan", village_id=2, bank_bin=BANKS[1])
    assert clashes([one, elsewhere]) == ()


def test_one_hall_holds_one_session() -> None:
    one, other = session(1, starts_at="08:00"), session(2, bank_bin=BANKS[1])
    assert [c.kind for c in clashes([one, other])] == ["place"]
    assert clashes([one, session(3, village_id=2)]) == ()
    assert clashes([one, session(4, day=DAY + timedelta(1))]) == ()


def test_hours_as_they_are_typed() -> None:
    typed = ("8h", "8 giờ 30", "08:05", "14h00", "", "25:00", "sáng")
    assert [hour_of(one) for one in typed] == ["08:00", "08:30", "08:05", "14:00", "", None, None]


def test_weeks_begin_on_monday() -> None:
    assert week_of(date(2026, 3, 8)) == week_of(DAY) == date(2026, 3, 2)
    assert week_of(date(2026, 3, 9)) == date(2026, 3, 9)
