"""People looked up, edited, put away and back, made one; who lacks what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.people import Resident
from digicommune.domain.people_search import PeopleSearch
from digicommune.errors import UserError
from digicommune.operations import figures, intake, people, people_edits
from digicommune.operations.intake import IntakeRequest
from tests.operations.lists import bank_list, rows, village_list

DAY = date(2026, 3, 1)


def office(store: Store, folder: Path, count: int = 20) -> list[int]:
    """``count`` people with accounts; their numbers, as offices sort them."""
    intake.take(store, village_list(folder / "thon.xlsx", "Duyên Hy"), IntakeRequest("villages"))
    intake.take(store, bank_list(folder / "a.xlsx", rows(count)), IntakeRequest("bank-accounts"))
    return [one.number for one in people.findable(store)]


def test_found_shown_masked_and_revealed(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    numbers = office(store, tmp_path)
    found = PeopleSearch(people.findable(store)).find("nguyen")
    lines = people.lines(store, found.people)
    assert lines
    assert all(one.name.startswith("Nguyễn") and one.village == "Duyên Hy" for one in lines)
    assert all("•" in one.cccd and "•" in one.phone and one.accounts == 1 for one in lines)
    card = people.card(store, numbers[0])
    shown = people.reveal(store, numbers[0], "cccd")
    assert shown == card.person.cccd
    (noted,) = people.card(store, numbers[0]).history
    assert (noted.action, shown in (noted.after or "")) == ("reveal", False)
    with pytest.raises(UserError) as refused:
        people.card(store, 10**6)
    assert refused.value.code == "person_unknown"


def test_edited_with_history(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    number = office(store, tmp_path)[0]
    person = people.card(store, number).person
    saved = people_edits.save(store, replace(person, phone="091 234-5678", lane="Ngõ 3"))
    assert (saved.phone, saved.lane) == ("0912345678", "Ngõ 3")
    entry = people.card(store, number).history[0]
    assert (entry.action, "Ngõ 3" in (entry.after or "")) == ("person", True)
    assert people_edits.save(store, saved) == saved  # nothing changed: nothing noted
    assert len(people.card(store, number).history) == 1
    with pytest.raises(UserError) as refused:
        people_edits.save(store, replace(person, lane="Ngõ 4"))
    assert refused.value.code == "changed_meanwhile"
    for bad, code in (
        (replace(saved, full_name=" 12 "), "name_missing"),
        (replace(saved, cccd="12345"), "cccd_wrong"),
        (replace(saved, phone="123"), "phone_wrong"),
    ):
        with pytest.raises(UserError) as refused:
            people_edits.save(store, bad)
        assert refused.value.code == code
    new = people_edits.save(store, Resident(0, "Lê Thị Mới", birth_year=1980))
    assert people.card(store, new.resident_id).person.full_name == "Lê Thị Mới"


def test_facts_are_counted_and_traced(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    numbers = office(store, tmp_path)
    assert figures.show(store, "2026-Q1").of("CKS").commune is None
    for number in numbers[:3]:
        people_edits.set_fact(store, number, "CKS", DAY)
    people_edits.set_fact(store, numbers[3], "CKS", date(2026, 6, 1))
    of = figures.show(store, "2026-Q1").of("CKS")
    assert of is not None
    assert of.commune is not None
    assert (of.commune.numerator, of.commune.numerator_in_period) == (3, 3)
    assert {one.target for one in figures.trace(store, "2026-Q1", "CKS")} == {
        f"person:{number}" for number in numbers[:3]
    }
    people_edits.set_fact(store, numbers[0], "CKS", None, has=False)
    assert len(figures.trace(store, "2026-Q1", "CKS")) == 2
    assert people.lines(store, [numbers[1]])[0].facts == ("CKS",)


def test_who_lacks_it(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    numbers = office(store, tmp_path)
    for number in numbers[:13]:
        people_edits.set_fact(store, number, "CKS", DAY)
    (lacking,) = people.without(store, "2026-Q1", "CKS")
    assert (lacking.village, len(lacking.people)) == ("Duyên Hy", 7)
    assert {one.number for one in lacking.people} == set(numbers[13:])
    with pytest.raises(UserError) as refused:
        people.without(store, "2026-Q1", "HKDQR")
    assert refused.value.code == "indicator_of_no_people"


def test_the_trash_gives_back(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    numbers = office(store, tmp_path)
    assert people_edits.trash(store, numbers[:2]) == 2
    assert len(people.findable(store)) == 18
    assert len(figures.trace(store, "2026-Q1", "TKNH")) == 18
    assert {one.number for one in people_edits.in_trash(store)} == set(numbers[:2])
    # A number is free while its holder is in the trash, and taken when another bears it.
    holder = people.card(store, numbers[0]).person
    other = people_edits.save(store, Resident(0, "Người Khác", cccd=holder.cccd))
    with pytest.raises(UserError) as refused:
        people_edits.restore(store, numbers[:1])
    assert refused.value.code == "cccd_taken"
    people_edits.trash(store, [other.resident_id])
    assert people_edits.restore(store, numbers[:2]) == 2
    assert len(people.findable(store)) == 20


def test_two_entries_of_one_person_become_one(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    numbers = office(store, tmp_path)
    kept = people.card(store, numbers[0]).person
    again = people_edits.save(
        store,
        Resident(0, kept.full_name.upper(), birth_date=kept.birth_date, lane="Ngõ 5"),
    )
    people_edits.set_fact(store, again.resident_id, "CKS", DAY)
    ((one, other),) = people_edits.twins(store)
    assert {one.number, other.number} == {kept.resident_id, again.resident_id}
    people_edits.merge(store, kept.resident_id, again.resident_id)
    card = people.card(store, kept.resident_id)
    assert (card.person.lane, [fact.fact for fact in card.facts]) == ("Ngõ 5", ["CKS"])
    assert len(people.findable(store)) == 20
    assert people_edits.twins(store) == ()
    assert people_edits.in_trash(store) == ()
    assert card.history[0].action == "merge"


def test_two_numbers_are_two_people(store: Store, tmp_path: Path) -> None:
    numbers = office(store, tmp_path)
    with pytest.raises(UserError) as refused:
        people_edits.merge(store, numbers[0], numbers[1])
    assert refused.value.code == "two_numbers"
