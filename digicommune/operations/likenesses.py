"""Describes people of the register in the fields of lists, to stand beside a row; edits none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.db.store import Store
    from digicommune.domain.people import Resident

Likeness = dict[str, str]  # field key of lists -> value as lists give it, days as ISO text


def of_people(store: Store, ids: Sequence[int]) -> dict[int, Likeness]:
    """What the register says of these people, by id; unknown ids are left out."""
    with store.glance() as unit:
        people = unit.people.get([one for one in ids if one > 0])
        villages = {one.village_id: one.name for one in unit.villages.all()}
    return {number: _described(one, villages) for number, one in people.items()}


def _described(one: Resident, villages: dict[int, str]) -> Likeness:
    born = one.birth_date.isoformat() if one.birth_date else None
    said = {
        "ho_ten": one.full_name,
        "ngay_sinh": born,
        "nam_sinh": None if born or one.birth_year is None else str(one.birth_year),
        "gioi_tinh": one.sex,
        "cccd": one.cccd,
        "cmnd": one.cmnd,
        "dien_thoai": one.phone,
        "thon": villages.get(one.village_id or 0),
        "dia_chi": one.address,
        "ho_so_ho": one.household,
        "ghi_chu": one.note,
    }
    return {key: value for key, value in said.items() if value}
