"""The office's send-by rule and calendar, read from an open unit: asked by operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from digicommune.domain.calendar import REGULAR, Due, SendBy, calendar
from digicommune.packs.entry import shipped_entry

if TYPE_CHECKING:
    from datetime import date

    from digicommune.db.unit import Unit

SEND_BY: Final = "send_by"  # the setting that stands before the pack


def send_by_of(unit: Unit) -> SendBy:
    """The rule the office works with: its own, else the pack's."""
    kept = unit.office.setting(SEND_BY)
    return msgspec.json.decode(kept, type=SendBy) if kept else shipped_entry().send_by


def due_now(unit: Unit, today: date) -> tuple[Due, ...]:
    """Every regular period that is still to be sent, the nearest day first."""
    states = {one.code: one.state for one in unit.periods.list()}
    return calendar(today, send_by_of(unit), states, REGULAR)
