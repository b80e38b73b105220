"""Keeps which group of thresholds the commune, or one village, is judged by; it judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.errors import UserError
from digicommune.operations.judging import GROUP

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

__all__ = ["choose", "chosen"]


def chosen(store: Store, village_id: int | None = None) -> str:
    """The group noted of the commune, or of one village alone; empty where none is."""
    with store.glance() as unit:
        return _kept(unit, village_id)


def choose(store: Store, group: str, village_id: int | None = None) -> str:
    """Notes the group of the commune, or of one village, which stands before it; "" takes it out.

    Returns it as the sets write it. Open periods are judged by it from now on, locked ones stay as
    they were kept. Raises ``group_unknown`` for a group no set of the office knows.
    """
    with store.unit() as unit:
        known = dict.fromkeys(name for one in unit.criteria.sets() for name in one.groups)
        wanted = _as_written(group, tuple(known))
        before = _kept(unit, village_id)
        if before != wanted:
            _keep(unit, wanted, village_id)
            subject = f"village:{village_id}" if village_id else "office"
            unit.journal.note("criteria_group", subject, {GROUP: before}, {GROUP: wanted})
    return wanted


def _as_written(group: str, known: tuple[str, ...]) -> str:
    wanted = " ".join(group.casefold().split())
    found = [one for one in known if " ".join(one.casefold().split()) == wanted]
    if not wanted or found:
        return found[0] if found else ""
    names = ", ".join(known)
    raise UserError(
        "group_unknown",
        f"Không bộ tiêu chí nào có ngưỡng riêng cho nhóm “{group}”.",
        f"Dùng một trong các nhóm: {names}." if known else "Chưa bộ nào có ngưỡng theo nhóm.",
        group=group,
        known=names,
    )


def _kept(unit: Unit, village_id: int | None) -> str:
    if village_id is None:
        return unit.office.setting(GROUP) or ""
    return unit.villages.profile(village_id).get(GROUP, "")


def _keep(unit: Unit, group: str, village_id: int | None) -> None:
    if village_id is None:
        unit.office.set_setting(GROUP, group)
    else:
        unit.villages.set_profile(village_id, {GROUP: group})
