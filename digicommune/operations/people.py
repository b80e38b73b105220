"""Looks people up: who is there, one person's card, who lacks what; every number shown is noted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from digicommune.domain.people_cards import PersonCard, PersonLine, Without, line_of
from digicommune.domain.people_search import Findable
from digicommune.domain.periods import parse_period
from digicommune.domain.village_changes import places
from digicommune.errors import UserError
from digicommune.operations.figures import find_indicator
from digicommune.operations.ledger import ages_of, counted_now, figures_of, live_ledger
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.people import Resident

__all__ = ["PersonCard", "PersonLine", "Without", "card", "findable", "lines", "reveal", "without"]

Shown = Literal["cccd", "cmnd", "phone"]
NAMES: dict[Shown, str] = {"cccd": "số CCCD", "cmnd": "số CMND", "phone": "số điện thoại"}


def findable(store: Store) -> tuple[Findable, ...]:
    """Everyone as they are looked for, in the order offices sort; searched in memory."""
    with store.glance() as unit:
        return unit.people.findable()


def lines(store: Store, numbers: Iterable[int]) -> tuple[PersonLine, ...]:
    """These people as lines of a list, in the order asked for; unknown ones are left out."""
    wanted = list(numbers)
    with store.glance() as unit:
        found = _lines(unit, unit.people.get(wanted).values())
    return tuple(found[number] for number in wanted if number in found)


def _lines(unit: Unit, people: Iterable[Resident]) -> dict[int, PersonLine]:
    listed = list(people)
    numbers = [one.resident_id for one in listed]
    villages = _named_today(unit)
    accounts = Counter(one.resident_id for one in unit.accounts.of_many(numbers))
    facts: dict[int, list[str]] = {}
    for fact in unit.facts.of_many(numbers):
        facts.setdefault(fact.resident_id, []).append(fact.fact)
    return {
        one.resident_id: line_of(
            one,
            villages.get(one.village_id or 0, ""),
            accounts[one.resident_id],
            tuple(facts.get(one.resident_id, ())),
        )
        for one in listed
    }


def _named_today(unit: Unit) -> dict[int, str]:
    """Village of the register -> the name of the one it is in today, where that can be told."""
    every = unit.villages.all()
    names = {one.village_id: one.name for one in every}
    where = places(every, unit.villages.successions(), today())
    return {number: names[where.get(number) or number] for number in names}


def card(store: Store, number: int) -> PersonCard:
    """A person's card; raises ``UserError`` ``person_unknown``."""
    with store.glance() as unit:
        person = found_person(unit, number)
        accounts, facts = unit.accounts.of(number), unit.facts.of(number)
        villages = _named_today(unit)
        others = unit.people.of_household(person)
        sources = {one.import_id: one.file for one in unit.imports.all()}
        return PersonCard(
            person,
            villages.get(person.village_id or 0, ""),
            accounts,
            facts,
            tuple(_lines(unit, others).values()),
            unit.journal.of(f"person:{number}"),
            sources,
        )


def found_person(unit: Unit, number: int) -> Resident:
    """A person of the register; raises ``UserError`` ``person_unknown``."""
    person = unit.people.get([number]).get(number)
    if person is None:
        raise UserError(
            "person_unknown",
            f"Không còn người số {number} trong sổ.",
            "Tải lại danh sách rồi chọn lại.",
            person=number,
        )
    return person


def reveal(store: Store, number: int, what: Shown) -> str:
    """A personal number in full; the journal keeps who looked at whose (Luật 91/2025/QH15)."""
    with store.unit() as unit:
        person = found_person(unit, number)
        unit.journal.note("reveal", f"person:{number}", after={"what": NAMES[what]})
    return getattr(person, what) or ""


def without(store: Store, period_code: str, indicator_code: str) -> tuple[Without, ...]:
    """Who of an indicator's base is in the register and does not count yet, by village.

    They are those the walk-lists lead to: the base's people less the counted ones, on the same
    day. Where the register does not hold everyone, there are fewer of them than the figure lacks.
    """
    period = parse_period(period_code)
    with store.glance() as unit:
        ledger = live_ledger(unit, period)
        indicator = find_indicator(unit, indicator_code)
        if not indicator.counts_people:
            raise UserError(
                "indicator_of_no_people",
                f"Chỉ tiêu {indicator.code} không đếm theo từng người.",
                "Chọn chỉ tiêu về người dân, ví dụ tài khoản ngân hàng hoặc chữ ký số.",
                indicator=indicator.code,
            )
        base = figures_of(ledger, indicator).base
        counted = counted_now(ledger, indicator, base)
        everyone = unit.counting.everyone(ages_of(ledger, base))
        lacking: dict[int, list[int]] = {}
        for number, village in everyone.items():
            if number not in counted:
                place = ledger.places.get(village or 0) or 0
                lacking.setdefault(place, []).append(number)
        people = _lines(
            unit, unit.people.get(n for each in lacking.values() for n in each).values()
        )
        names = [(one.village_id, one.name) for one in ledger.villages] + [(0, "Chưa rõ thôn")]
        return tuple(
            Without(indicator.code, name, key, tuple(people[n] for n in lacking[key]), period.end)
            for key, name in names
            if key in lacking
        )
