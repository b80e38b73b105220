"""Residents and the bank accounts they hold; personal numbers are masked unless asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Sex = Literal["Nam", "Nữ"]
Residence = Literal["present", "away", "moved", "deceased"]


class SourceRow(NamedTuple):
    """The row of an import a fact came from; a tuple, for a list brings 50,000 of them."""

    import_id: int
    row: int


@dataclass(frozen=True, slots=True)
class Resident:
    """A person of the commune. ``birth_year`` stands alone where only the year is known."""

    resident_id: int
    full_name: str
    village_id: int | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    sex: Sex | None = None
    cccd: str | None = None
    cmnd: str | None = None
    phone: str | None = None
    household: str | None = None
    address: str | None = None
    residence: Residence = "present"
    source: SourceRow | None = None
    version: int = 1
    note: str | None = None
    lane: str | None = None  # ngõ, xóm, đường: how a walk-list goes from house to house
    is_head: bool | None = None  # chủ hộ
    residence_on: date | None = None  # since when away, moved or deceased


class PersonFact(NamedTuple):
    """What is known of a person beside accounts: an identity app, a certificate, a skill.

    ``fact`` is the code of the indicator it counts for; undated facts count in every period.
    """

    resident_id: int
    fact: str
    since: date | None = None
    until: date | None = None  # the last day it held
    source: SourceRow | None = None
    note: str | None = None


class Account(NamedTuple):
    """An account of a resident at a bank; the number is optional and masked on screen.

    An undated account counts in every period not locked before it arrived.
    """

    account_id: int
    resident_id: int
    bank_bin: str | None
    number: str | None = None
    opened_on: date | None = None
    campaign_id: int | None = None
    source: SourceRow | None = None
    note: str | None = None


def mask_tail(number: str | None, head: int = 3, tail: int = 4) -> str:
    """``038072001234`` -> ``038•••••1234``; short numbers keep their last two digits."""
    if not number:
        return ""
    if len(number) <= head + tail:
        return "•" * max(0, len(number) - 2) + number[-2:]
    return number[:head] + "•" * (len(number) - head - tail) + number[-tail:]
