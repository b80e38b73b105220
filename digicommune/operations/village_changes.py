"""Merges, splits and renames villages on a day; older periods keep the villages they had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from digicommune.domain.periods import parse_period
from digicommune.domain.village_changes import ChangeKind, Succession
from digicommune.domain.villages import Village
from digicommune.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

__all__ = ["NewVillage", "merge", "rename", "split"]


@dataclass(frozen=True, slots=True)
class NewVillage:
    """A village as it begins on a day: its name and, where several bear it, its former commune."""

    name: str
    former_commune: str | None = None


def merge(store: Store, villages: Sequence[int], new: NewVillage, on: date) -> Village:
    """Several villages are one from ``on``: they end the day before, their people are in it.

    Raises ``UserError`` ``villages_too_few``, ``village_not_standing``, ``village_exists``,
    ``period_locked``.
    """
    if len(set(villages)) < 2:
        raise UserError(
            "villages_too_few",
            "Nhập thôn cần chọn từ hai thôn trở lên.",
            "Chọn thêm thôn được nhập.",
        )
    return _change(store, list(dict.fromkeys(villages)), [new], ("merge", on))[0]


def split(store: Store, village: int, parts: Sequence[NewVillage], on: date) -> tuple[Village, ...]:
    """One village is several from ``on``; whom each of its people belongs to has yet to be said.

    Until then they are counted for the commune under "Chưa rõ thôn". Raises like ``merge``.
    """
    if len(parts) < 2:
        raise UserError(
            "villages_too_few",
            "Tách thôn cần từ hai thôn mới trở lên.",
            "Ghi tên các thôn mới.",
        )
    return _change(store, [village], list(parts), ("split", on))


def rename(store: Store, village: int, new: NewVillage, on: date) -> Village:
    """A village bears another name from ``on``; papers of before keep the old one."""
    return _change(store, [village], [new], ("rename", on))[0]


def _change(
    store: Store, old: list[int], new: list[NewVillage], how: tuple[ChangeKind, date]
) -> tuple[Village, ...]:
    kind, on = how
    with store.unit() as unit:
        _refuse_behind_a_lock(unit, on)
        ending = [_standing(unit, number, on) for number in old]
        for one in ending:
            unit.villages.save(replace(one, end=on - timedelta(days=1)))
        order = min(one.order for one in ending)
        made = tuple(
            unit.villages.save(Village(0, one.name.strip(), one.former_commune, on, None, order))
            for one in new
        )
        unit.villages.succeed(
            Succession(before.village_id, after.village_id, kind, on)
            for before in ending
            for after in made
        )
        told = {"on": on.isoformat(), "names": [one.name for one in made]}
        subject = "village:" + ",".join(str(one.village_id) for one in ending)
        unit.journal.note(kind, subject, {"names": [one.name for one in ending]}, told)
    return made


def _standing(unit: Unit, number: int, on: date) -> Village:
    found = next((one for one in unit.villages.all(on) if one.village_id == number), None)
    if found is None or found.start == on:
        raise UserError(
            "village_not_standing",
            f"Thôn được chọn không còn, hoặc chưa có, trước ngày {on:%d/%m/%Y}.",
            "Chọn thôn đang có vào ngày đó, hoặc sửa ngày.",
            on=on.isoformat(),
        )
    return found


def _refuse_behind_a_lock(unit: Unit, on: date) -> None:
    """The villages of a locked period stay as it was locked."""
    for line in unit.periods.list():
        if line.state == "locked" and on <= parse_period(line.code).end:
            raise UserError(
                "period_locked",
                f"Kỳ {line.code} đã khóa sổ, không đổi được danh sách thôn của kỳ này.",
                "Chọn ngày sau kỳ đã khóa, hoặc mở khóa kỳ (có ghi lý do).",
                period=line.code,
                state="đã khóa sổ",
            )
