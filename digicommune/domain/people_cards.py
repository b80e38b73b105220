"""A person as the office looks at one: a line of a list, and the whole card; numbers are masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from digicommune.domain.people import Account, PersonFact, Residence, Resident, mask_tail
from digicommune.domain.registers import JournalEntry


class PersonLine(NamedTuple):
    """A person in a list; a tuple, for a search paints hundreds of them."""

    number: int
    name: str
    born: str  # "05/03/1990" or "1990"
    sex: str
    village: str
    cccd: str  # masked
    phone: str  # masked
    household: str
    address: str
    residence: Residence
    accounts: int
    facts: tuple[str, ...]  # codes of the indicators known of the person


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything the register knows of a person, with where it came from."""

    person: Resident
    village: str
    accounts: tuple[Account, ...]
    facts: tuple[PersonFact, ...]
    household: tuple[PersonLine, ...]  # the others of the same household
    history: tuple[JournalEntry, ...]  # newest first
    sources: dict[int, str]  # import -> its file


def born(person: Resident) -> str:
    """The birth as papers write it."""
    if person.birth_date is not None:
        return f"{person.birth_date:%d/%m/%Y}"
    return str(person.birth_year or "")


def line_of(person: Resident, village: str, accounts: int, facts: tuple[str, ...]) -> PersonLine:
    """A person's line."""
    return PersonLine(
        person.resident_id,
        person.full_name,
        born(person),
        person.sex or "",
        village,
        mask_tail(person.cccd or person.cmnd),
        mask_tail(person.phone, head=3, tail=3),
        person.household or "",
        ", ".join(part for part in (person.lane, person.address) if part),
        person.residence,
        accounts,
        facts,
    )


@dataclass(frozen=True, slots=True)
class Without:
    """People of a base of whom something is not known, in a village of a period."""

    indicator: str
    village: str
    village_id: int  # 0: not known
    people: tuple[PersonLine, ...]
    counted_on: date
