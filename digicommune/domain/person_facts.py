"""Which columns of a list of people tell what is known of each, and how such a cell is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from digicommune.domain import amounts, dates
from digicommune.domain.rows import Value
from digicommune.domain.text import fold

HELD: Final = "co"  # "VNEID2:co": the day it holds since, or YES where the list names none
YES: Final = "x"
HEADS: Final = frozenset({"quan_he", "chu_ho"})  # the columns that tell who heads a household
# Accounts and cards are registers and numbers of their own.
OF_EACH_PERSON: Final = frozenset({"VNEID2", "CKS", "TTKDTM", "VSSID", "HSSK", "KNS", "DTTM"})


def is_fact(key: str) -> bool:
    """Whether a field tells what is known of a person."""
    return key.endswith(f":{HELD}")


def read_held(value: object) -> str | None:
    """A cell of such a column: an ISO day, ``x`` for yes, nothing for no or nothing said."""
    if not amounts.read_tick(value):
        return None
    try:
        reading = dates.read_date(value)
    except dates.DateError:
        return YES
    return reading.iso or YES


def facts_of(fields: Mapping[str, Value]) -> Iterable[tuple[str, date | None]]:
    """What a row says is known of its person: indicator and day."""
    for key, value in fields.items():
        if is_fact(key):
            day = None if value == YES else date.fromisoformat(str(value))
            yield key.partition(":")[0], day


def is_head(fields: Mapping[str, Value]) -> bool:
    """Whether a row's person heads the household: says so, or bears the head's own name."""
    told = fold(str(fields.get("quan_he", "")))
    if told:
        return told in {"chu ho", "ban than chu ho", "la chu ho", "ch"}
    head = fields.get("chu_ho")
    return head is not None and fold(str(head)) == fold(str(fields.get("ho_ten", "")))
