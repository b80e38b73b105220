"""Whether the office keeps lists of people or works on figures alone; it removes nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

__all__ = ["is_numbers_only", "numbers_only", "set_numbers_only"]

NUMBERS_ONLY = "numbers_only"  # the setting; an office keeps people until it says otherwise
YES, NO = "1", "0"


def numbers_only(store: Store) -> bool:
    """Whether the office shows no lists of people (Luật 91/2025/QH15: least data)."""
    with store.glance() as unit:
        return is_numbers_only(unit)


def is_numbers_only(unit: Unit) -> bool:
    """The same, asked of an open unit."""
    return unit.office.setting(NUMBERS_ONLY) == YES


def set_numbers_only(store: Store, alone: bool) -> None:
    """From now on figures alone, or people too; what was kept stays kept and is only not shown."""
    with store.unit() as unit:
        before = unit.office.setting(NUMBERS_ONLY) == YES
        if before != alone:
            unit.office.set_setting(NUMBERS_ONLY, YES if alone else NO)
            unit.journal.note("mode", "office", {NUMBERS_ONLY: before}, {NUMBERS_ONLY: alone})
