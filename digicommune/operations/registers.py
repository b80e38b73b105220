"""Keeps the registers of villages, merchants and banks: lists and ordinary edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.people import mask_tail
from digicommune.domain.registers import MerchantQuery
from digicommune.domain.villages import VillageLine
from digicommune.operations.figures import find_village
from digicommune.operations.ledger import population_at
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from digicommune.db.store import Store
    from digicommune.domain.merchants import Merchant
    from digicommune.domain.people import Account, Resident
    from digicommune.domain.rows import Value
    from digicommune.domain.villages import Village


def villages(store: Store, on: date | None = None) -> tuple[VillageLine, ...]:
    """The villages of a day with their newest population figures; a merged one has its parts'."""
    day = on or today()
    with store.glance() as unit:
        population = population_at(unit, day)
        return tuple(
            VillageLine(one, population.get(one.village_id, {})) for one in unit.villages.all(day)
        )


def save_village(store: Store, village: Village) -> Village:
    """Keeps a village as edited; raises ``UserError`` where another clerk was faster."""
    with store.unit() as unit:
        saved = unit.villages.save(village)
        unit.journal.note("village", f"village:{saved.village_id}", before=None, after=saved.name)
    return saved


def village_named(store: Store, name: str) -> Village:
    """The village of a name; raises ``UserError`` ``village_unknown``."""
    with store.glance() as unit:
        return find_village(unit, name)


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


def people_as_rows(store: Store, ids: Iterable[int]) -> dict[int, dict[str, Value]]:
    """Residents by id, written under the keys of lists, to be compared with a row of one.

    ``tai_khoan`` tells all accounts in one line, their numbers masked. Unknown ids are left out.
    """
    with store.glance() as unit:
        people = unit.people.get(sorted(set(ids)))
        villages = {one.village_id: one.name for one in unit.villages.all()}
        banks = {one.bin: one.short_name for one in unit.banks.all()}
        held: dict[int, list[str]] = {}
        for one in unit.accounts.of_many(sorted(people)):
            held.setdefault(one.resident_id, []).append(_account(one, banks))
    return {
        number: {**_as_row(one, villages), "tai_khoan": "; ".join(held.get(number, ()))}
        for number, one in people.items()
    }


def _as_row(one: Resident, villages: dict[int, str]) -> dict[str, Value]:
    told: dict[str, Value | None] = {
        "ho_ten": one.full_name,
        "ngay_sinh": one.birth_date.isoformat() if one.birth_date else None,
        "nam_sinh": one.birth_year,
        "gioi_tinh": one.sex,
        "cccd": one.cccd,
        "cmnd": one.cmnd,
        "dien_thoai": one.phone,
        "thon": villages.get(one.village_id or 0),
        "dia_chi": one.address,
        "ho_so_ho": one.household,
        "ghi_chu": one.note,
    }
    return {key: value for key, value in told.items() if value}


def _account(one: Account, banks: dict[str, str]) -> str:
    bank = banks.get(one.bank_bin or "", one.bank_bin or "")
    day = f"{one.opened_on:%d/%m/%Y}" if one.opened_on else ""
    return " ".join(part for part in (bank, mask_tail(one.number), day) if part)
