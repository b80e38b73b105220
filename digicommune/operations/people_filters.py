"""What people are filtered by: village, residence, what somebody lacks; it tells numbers alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.periods import parse_period
from digicommune.domain.village_changes import places
from digicommune.operations.figures import find_indicator
from digicommune.operations.ledger import ages_of, counted_now, figures_of, live_ledger
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.domain.people import Residence
    from digicommune.domain.villages import Village


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can be known of a person: an indicator that counts people by it."""

    code: str
    name: str
    from_accounts: bool = False  # counted from bank accounts, not noted by hand


@dataclass(frozen=True, slots=True)
class Filters:
    """Whom each choice leaves; villages are those of today, 0 those whose village is not known."""

    villages: tuple[Village, ...]
    in_village: dict[int, list[int]]
    residing: dict[Residence, list[int]]
    facts: tuple[Fact, ...]


def load(store: Store) -> Filters:
    """The villages of today with their people, everyone by residence, and what can be known."""
    day = today()
    with store.glance() as unit:
        every = unit.villages.all()
        where = places(every, unit.villages.successions(), day)
        in_village: dict[int, list[int]] = {}
        residing: dict[Residence, list[int]] = {}
        for number, village, residence in unit.people.whereabouts():
            in_village.setdefault(where.get(village or 0) or 0, []).append(number)
            residing.setdefault(residence, []).append(number)
        facts = tuple(
            Fact(one.code, one.name, one.register == "accounts")
            for one in unit.indicators.definitions()
            if one.counts_people
        )
        standing = tuple(one for one in every if one.stands_on(day))
    return Filters(standing, in_village, residing, facts)


def lacking(store: Store, period_code: str, indicator_code: str) -> tuple[int, ...]:
    """The numbers of those ``people.without`` names, where only the numbers are wanted."""
    with store.glance() as unit:
        ledger = live_ledger(unit, parse_period(period_code))
        indicator = find_indicator(unit, indicator_code)
        base = figures_of(ledger, indicator).base
        counted = counted_now(ledger, indicator, base)
        everyone = unit.counting.everyone(ages_of(ledger, base))
    return tuple(number for number in everyone if number not in counted)
