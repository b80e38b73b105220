"""Keeps the registers of villages, merchants and banks: lists and ordinary edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.registers import MerchantQuery
from digicommune.domain.villages import VillageLine
from digicommune.settings import today

if TYPE_CHECKING:
    from datetime import date

    from digicommune.db.store import Store
    from digicommune.domain.merchants import Merchant
    from digicommune.domain.villages import Village


def villages(store: Store, on: date | None = None) -> tuple[VillageLine, ...]:
    """The villages of a day with their newest population figures."""
    day = on or today()
    with store.glance() as unit:
        population = unit.villages.population(day)
        return tuple(
            VillageLine(one, population.get(one.village_id, {})) for one in unit.villages.all(day)
        )


def save_village(store: Store, village: Village) -> Village:
    """Keeps a village as edited; raises ``UserError`` where another clerk was faster."""
    with store.unit() as unit:
        saved = unit.villages.save(village)
        unit.journal.note("village", f"village:{saved.village_id}", before=None, after=saved.name)
    return saved


def merchants(store: Store, query: MerchantQuery | None = None) -> tuple[Merchant, ...]:
    """The merchants a query asks for, by name."""
    with store.glance() as unit:
        return unit.merchants.list(query or MerchantQuery())


def base_names(store: Store) -> dict[str, str]:
    """Base code -> its name in words."""
    with store.glance() as unit:
        return {one.code: one.name for one in unit.indicators.bases()}


def bank_names(store: Store) -> dict[str, str]:
    """BIN -> short name."""
    with store.glance() as unit:
        return {one.bin: one.short_name for one in unit.banks.all()}
