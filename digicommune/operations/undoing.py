"""What taking an import back has in common, whatever it held: what it may touch, what it did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from digicommune.operations.intake_rows import Change

if TYPE_CHECKING:
    from datetime import date

    from digicommune.db.unit import Unit
    from digicommune.domain.registers import ImportRecord, ImportRowRecord
    from digicommune.operations.intake_rows import VillageNames

EDITED = "đã được sửa sau lần nhập này"
HOLDS_MORE = "có tài khoản từ danh sách khác"
SEEN_LATER = "có trong danh sách nhập sau ({file})"
VALUE_CHANGED = "giá trị {what} đã được sửa sau lần nhập này"
IN_USE = "đang được dùng ở nơi khác trong sổ"


class KeptRow(NamedTuple):
    """Something of the import that stays, and why."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did."""

    import_id: int
    removed: int  # people, merchants or villages (of a form of figures: the figures)
    restored: int  # values put back as they were before
    kept: tuple[KeptRow, ...]
    message: str
    facts: int = 0  # accounts and QR codes that went


@dataclass(slots=True)
class Undoing:
    """An import being taken back, and what has been done so far."""

    unit: Unit
    record: ImportRecord
    rows: tuple[ImportRowRecord, ...]
    villages: VillageNames
    removed: int = 0
    restored: int = 0
    facts: int = 0
    kept: list[KeptRow] = field(default_factory=list)

    def keep(self, label: str, reason: str) -> None:
        """This stays."""
        self.kept.append(KeptRow(label, reason))

    def changed(self) -> dict[int, list[Change]]:
        """Target -> what the import changed of it: the first before and the last after."""
        found: dict[int, dict[str, Change]] = {}
        for one in self.rows:
            if one.target_id is None:
                continue
            for change in changes_in(one):
                held = found.setdefault(one.target_id, {})
                first = held.get(change.field, change)
                held[change.field] = Change(change.field, first.before, change.after)
        return {target: list(held.values()) for target, held in found.items()}

    def beside(self, what: str) -> Iterator[tuple[ImportRowRecord, Any]]:
        """The rows that kept ``what`` for being undone, with it; the last first."""
        for one in reversed(self.rows):
            kept: dict[str, Any] = kept_in(one).get("@", {})
            if what in kept:
                yield one, kept[what]

    def later(self, kind: str) -> dict[int, str]:
        """What later imports speak of too: target -> the file of the last one."""
        numbers = self.unit.imports.later_targets(self.record.import_id, kind)
        files = {one.import_id: one.file for one in self.unit.imports.all()} if numbers else {}
        return {target: files[number] for target, number in numbers.items()}


class Counted(NamedTuple):
    """A fact of the import that figures count: since which day (None: ever), or typed where."""

    day: date | None = None
    period: str | None = None


def kept_in(one: ImportRowRecord) -> dict[str, Any]:
    """What a row kept of before."""
    return msgspec.json.decode(one.before) if one.before else {}


def changes_in(one: ImportRowRecord) -> tuple[Change, ...]:
    """What a row changed, before and after."""
    return tuple(Change(key, *pair) for key, pair in kept_in(one).items() if key != "@")


def still_standing(
    changes: Iterable[Change], now: dict[str, str | None]
) -> tuple[list[Change], list[Change]]:
    """The changes whose values stand as the import left them, turned round; and those that do not.

    ``now`` gives the present values as text, by field.
    """
    back, gone = [], []
    for one in changes:
        if one.field in now:
            if now[one.field] == one.after:
                back.append(one)
            else:
                gone.append(one)
    return back, gone
