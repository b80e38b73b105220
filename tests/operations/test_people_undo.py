"""Edits of people taken back and done again; what was edited since is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.domain.people import Resident
from digicommune.errors import UserError
from digicommune.operations import people, people_edits
from digicommune.operations.people_undo import take_back
from tests.operations.test_people import office


def test_a_card_back_and_again(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    number = office(store, tmp_path)[0]
    first = people.card(store, number).person
    changed = replace(first, lane="Ngõ 3", birth_date=date(1970, 1, 2), is_head=True)
    edited = people_edits.save(store, changed)
    take_back(store, number)
    assert replace(people.card(store, number).person, version=1) == replace(first, version=1)
    take_back(store, number)  # what was taken back is done again
    again = people.card(store, number).person
    assert replace(again, version=1) == replace(edited, version=1)
    people_edits.save(store, replace(again, lane="Ngõ 9"))
    take_back(store, number)
    assert people.card(store, number).person.lane == "Ngõ 3"


def test_facts_and_the_trash(any_store: Store, tmp_path: Path) -> None:
    store = any_store
    number = office(store, tmp_path)[0]
    people_edits.set_fact(store, number, "CKS", date(2026, 3, 1))
    people_edits.set_fact(store, number, "CKS", None, has=False)
    take_back(store, number)
    (fact,) = people.card(store, number).facts
    assert (fact.fact, fact.since) == ("CKS", date(2026, 3, 1))
    people_edits.trash(store, [number])
    take_back(store, number)
    assert number in {one.number for one in people.findable(store)}
    take_back(store, number)
    assert number not in {one.number for one in people.findable(store)}


def test_somebody_entered_goes_to_the_trash(store: Store) -> None:
    made = people_edits.save(store, Resident(0, "Lê Thị Mới", birth_year=1980))
    people.reveal(store, made.resident_id, "phone")  # looking is no edit
    take_back(store, made.resident_id)
    assert people.findable(store) == ()
    assert [one.number for one in people_edits.in_trash(store)] == [made.resident_id]


def test_what_was_changed_since_is_left(store: Store, tmp_path: Path) -> None:
    number = office(store, tmp_path)[0]
    person = people.card(store, number).person
    people_edits.save(store, replace(person, lane="Ngõ 3"))
    with store.unit() as unit:  # an import corrects it meanwhile, which is no edit of the page
        unit.people.update(replace(people.found_person(unit, number), lane="Ngõ 4"))
    with pytest.raises(UserError) as refused:
        take_back(store, number)
    assert refused.value.code == "changed_since"
    with pytest.raises(UserError) as refused:
        take_back(store, 10**6)
    assert refused.value.code == "nothing_to_take_back"
