"""Synthetic people, shops and lists for the tests of the books; nobody in them is real."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from digicommune.db.unit import Unit
from digicommune.domain.merchants import Merchant
from digicommune.domain.people import Account, Resident, SourceRow
from digicommune.domain.registers import ImportRecord, ImportRowRecord
from digicommune.domain.villages import Commune, Village

COMMUNE = Commune(0, "Hoằng Châu", "Thanh Hóa", chairman="Lê Văn Mẫu")
SHA = "a" * 64


def add_villages(unit: Unit, *names: str) -> list[int]:
    """Villages in this order; their ids."""
    return [
        unit.villages.save(Village(0, name, order=place)).village_id
        for place, name in enumerate(names)
    ]


def add_import(unit: Unit, **changes: object) -> int:
    record = ImportRecord(0, "bank-accounts", "danh sách.xlsx", SHA, sheet="DS mở TK")
    return unit.imports.add(replace(record, **changes))  # type: ignore[arg-type]


def add_people(unit: Unit, people: Sequence[Resident]) -> list[int]:
    """The residents under fresh ids."""
    ids = unit.ids.block("residents", len(people))
    unit.people.add_many(
        [replace(one, resident_id=number) for number, one in zip(ids, people, strict=True)]
    )
    return list(ids)


def add_accounts(unit: Unit, accounts: Sequence[Account]) -> list[int]:
    ids = unit.ids.block("accounts", len(accounts))
    unit.accounts.add_many(
        [one._replace(account_id=number) for number, one in zip(ids, accounts, strict=True)]
    )
    return list(ids)


def add_merchants(unit: Unit, merchants: Sequence[Merchant]) -> list[int]:
    ids = unit.ids.block("merchants", len(merchants))
    unit.merchants.add_many(
        [replace(one, merchant_id=number) for number, one in zip(ids, merchants, strict=True)]
    )
    return list(ids)


def person(name: str, **facts: object) -> Resident:
    return replace(Resident(0, name), **facts)  # type: ignore[arg-type]


def account(of: int, bank: str | None = "970405", **facts: Any) -> Account:
    return Account(0, of, bank)._replace(**facts)


def import_whole_list(unit: Unit, people: int, batch: int, after_batch: object = None) -> int:
    """One list of ``people`` new residents with an account each, entered batch by batch."""
    number = add_import(unit, new=people)
    for start in range(0, people, batch):
        _import_batch(unit, number, start, batch)
        if callable(after_batch):
            after_batch()
    unit.journal.note("import", f"import:{number}", after={"new": people})
    return number


def _import_batch(unit: Unit, number: int, start: int, batch: int) -> None:
    ids = unit.ids.block("residents", batch)
    accounts = unit.ids.block("accounts", batch)
    unit.people.add_many(
        [
            Resident(
                one,
                f"Nguyễn Văn Mẫu {one % 97}",
                birth_date=date(1950 + one % 60, 1 + one % 12, 1 + one % 28),
                cccd=f"038{one:09d}",
                source=SourceRow(number, start + place + 8),
            )
            for place, one in enumerate(ids)
        ]
    )
    unit.accounts.add_many(
        [
            Account(key, one, "970405", f"35{key:011d}", date(2026, 1, 5), None)
            for key, one in zip(accounts, ids, strict=True)
        ]
    )
    unit.imports.add_rows(
        number,
        [
            ImportRowRecord(start + place + 8, "new", "person", one, '{"ho_ten":"Mẫu"}')
            for place, one in enumerate(ids)
        ],
    )
