"""Many periods counted in one pass say what each says when it is counted by itself."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from digicommune.db.store import Store
from digicommune.domain.ages import age_window
from digicommune.domain.indicators import Base, RetirementAge
from digicommune.domain.people import PersonFact
from digicommune.domain.periods import parse_period
from digicommune.domain.registers import AgeWindow
from digicommune.operations.ledger_many import run_of
from tests.db.offices import account, add_accounts, add_people, add_villages, person

PERIODS = run_of(parse_period("2026-08"), 14)
SPANS = [(one.start, one.end) for one in PERIODS]
RETIRE = (RetirementAge(2025, 735, 680), RetirementAge(2026, 738, 684))
ADULT = Base("a", "", "", age_from=18)
WORKING = Base("w", "", "", age_from=15, working=True)
FIRST = date(2025, 5, 1)


def windows(base: Base | None) -> tuple[AgeWindow | None, ...]:
    return tuple(None if base is None else age_window(base, end, RETIRE) for _start, end in SPANS)


def crowd(store: Store, seed: int) -> None:
    """400 people of all ages near the bounds, with facts and accounts around the year."""
    chance = random.Random(seed)

    def day(since: date, days: int) -> date | None:
        return None if chance.random() < 0.1 else since + timedelta(days=chance.randrange(days))

    starts = [date(1963, 6, 1), date(1968, 6, 1), date(2007, 6, 1), date(1990, 1, 1)]
    years = [None, 1964, 1969, 2008]
    with store.unit() as unit:
        villages = [*add_villages(unit, "Một", "Hai", "Ba"), None]
        people = []
        for number in range(400):
            born = day(chance.choice(starts), 900)
            people.append(
                person(
                    f"Người {number}",
                    village_id=chance.choice(villages),
                    birth_date=born,
                    birth_year=chance.choice(years) if born is None else born.year,
                    sex=chance.choice(["Nam", "Nữ", None]),
                    residence=chance.choice(["present", "present", "away", "moved"]),
                )
            )
        ids = add_people(unit, people)
        for one in ids:
            facts = chance.sample(["CKS", "KNS", "HSSK"], 2)
            ends = day(FIRST, 600) if chance.random() < 0.2 else None
            unit.facts.add_many(PersonFact(one, fact, day(FIRST, 500), ends) for fact in facts)
            banks = chance.sample(["970405", "970436"], chance.randrange(3))
            held = [account(one, bank, opened_on=day(FIRST, 500)) for bank in banks]
            if held:
                add_accounts(unit, held)


@pytest.mark.parametrize("seed", [1, 2])
def test_one_pass_says_what_each_period_says(store: Store, seed: int) -> None:
    crowd(store, seed)
    wanted = {"CKS": windows(ADULT), "KNS": windows(WORKING), "HSSK": windows(None)}
    with store.glance() as unit:
        found = unit.counting.facts_of_periods(SPANS, wanted)
        for fact, ages in wanted.items():
            for at, (start, end) in enumerate(SPANS):
                alone = unit.counting.facts_by_village(fact, start, end, ages[at])
                assert found[fact][at] == alone, (fact, PERIODS[at].code)
        for base in (ADULT, WORKING, None):
            ages = windows(base)
            many = unit.counting.accounts_of_periods(SPANS, ages)
            for at, (start, end) in enumerate(SPANS):
                alone = unit.counting.accounts_by_village(start, end, ages[at])
                assert many[at] == alone, (base, PERIODS[at].code)
