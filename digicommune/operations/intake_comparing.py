"""Compares what a list says of a known person with the register, old and new side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.registers import PersonKeys
from digicommune.domain.resemblance import says_more
from digicommune.domain.text import fold
from digicommune.operations.intake_rows import Change, VillageNames

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digicommune.domain.people import Resident
    from digicommune.operations.intake_rows import FieldValue

    Fields = Mapping[str, FieldValue]

# What the register knows of people beside what they are recognised by.
BESIDE = {"gioi_tinh": "sex", "dia_chi": "address", "ho_so_ho": "household", "ghi_chu": "note"}
OF_PERSON = frozenset(BESIDE)
OF_BANK_LIST = OF_PERSON - {"ghi_chu"}  # a bank's note is about the account


def keys_of(row: int, fields: Fields, villages: VillageNames) -> PersonKeys:
    """The row as a person; until it is saved its id is its row number below zero."""
    get = fields.get
    name = str(fields["ho_ten"])
    return PersonKeys(
        -row,
        name,
        fold(name),
        get("ngay_sinh"),  # type: ignore[arg-type]  # the reader gives ISO text, int and text here
        get("nam_sinh"),  # type: ignore[arg-type]
        get("cccd"),  # type: ignore[arg-type]
        get("cmnd"),  # type: ignore[arg-type]
        get("dien_thoai"),  # type: ignore[arg-type]
        villages.find(get("thon"), get("xa_cu")),
    )


def held_keys(resident: Resident) -> PersonKeys:
    """What a resident is recognised by."""
    born = resident.birth_date
    return PersonKeys(
        resident.resident_id,
        resident.full_name,
        fold(resident.full_name),
        born.isoformat() if born else None,
        born.year if born else resident.birth_year,
        resident.cccd,
        resident.cmnd,
        resident.phone,
        resident.village_id,
    )


def key_changes(row: PersonKeys, held: PersonKeys, villages: VillageNames) -> tuple[Change, ...]:
    """What is otherwise of what people are recognised by; what the list leaves out says nothing."""
    found: list[Change] = []
    if row.born and row.born != held.born:
        found.append(Change("ngay_sinh", held.born, row.born))
    elif row.birth_year and not row.born and not held.born and row.birth_year != held.birth_year:
        before = str(held.birth_year) if held.birth_year else None
        found.append(Change("nam_sinh", before, str(row.birth_year)))
    if row.cccd and row.cccd != held.cccd:
        found.append(Change("cccd", held.cccd, row.cccd))
    if row.cmnd and row.cmnd != held.cmnd:
        found.append(Change("cmnd", held.cmnd, row.cmnd))
    if row.phone and row.phone != held.phone:
        found.append(Change("dien_thoai", held.phone, row.phone))
    if row.village_id and row.village_id != held.village_id:
        found += villages.change(held.village_id, row.village_id)
    if row.full_name != held.full_name and says_more(row.full_name, held.full_name):
        found.append(Change("ho_ten", held.full_name, row.full_name))
    return tuple(found)


def beside_changes(
    fields: Fields, resident: Resident, compared: frozenset[str]
) -> tuple[Change, ...]:
    """What is otherwise of the rest."""
    found = []
    for field in compared & fields.keys():
        given, held = fields[field], getattr(resident, BESIDE[field])
        if given and given != held:
            found.append(Change(field, held, str(given)))
    return tuple(sorted(found))


def fills_of(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Of these changes, those that fill what the register does not have."""
    return tuple(one for one in changes if one.before is None)
