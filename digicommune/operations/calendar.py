"""Keeps the report calendar: when periods are due, by which rule, and free periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.calendar import Due, SendBy
from digicommune.domain.periods import Period, choices, free_period, parse_period
from digicommune.operations.due_dates import SEND_BY, due_now, send_by_of
from digicommune.settings import today

if TYPE_CHECKING:
    from datetime import date

    from digicommune.db.store import Store

__all__ = ["Due", "SendBy", "add_free", "periods", "rule", "set_rule", "upcoming"]


def upcoming(store: Store) -> tuple[Due, ...]:
    """The periods still to be sent, the nearest day first."""
    with store.glance() as unit:
        return due_now(unit, today())


def rule(store: Store) -> SendBy:
    """The send-by rule the office works with."""
    with store.glance() as unit:
        return send_by_of(unit)


def set_rule(store: Store, new: SendBy) -> None:
    """Keeps the office's own send-by rule."""
    with store.unit() as unit:
        before = send_by_of(unit)
        unit.office.set_setting(SEND_BY, msgspec.json.encode(new).decode())
        unit.journal.note("setting", SEND_BY, msgspec.to_builtins(before), msgspec.to_builtins(new))


def add_free(store: Store, start: date, end: date) -> Period:
    """Keeps a free period, both days included, so that it can be chosen from then on."""
    period = free_period(start, end)
    with store.unit() as unit:
        known = {one.code for one in unit.periods.list()}
        if period.code not in known:
            unit.periods.set_state(period.code, "open")
            unit.journal.note("period", f"period:{period.code}", None, {"state": "open"})
    return period


def periods(store: Store) -> tuple[Period, ...]:
    """The periods to choose from: the regular ones, then the office's free ones, newest first."""
    with store.glance() as unit:
        kept = [parse_period(one.code) for one in unit.periods.list()]
    free = sorted((one for one in kept if one.kind == "free"), key=lambda one: one.end)
    return (*choices(today()), *reversed(free))
