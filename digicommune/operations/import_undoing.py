"""Takes one import back inside an open unit: what it brought goes, what it changed is restored.

Whatever somebody has touched since stays and is named; under a lock nothing is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from digicommune.domain.periods import parse_period
from digicommune.errors import UserError
from digicommune.operations.undoing import Counted, KeptRow, Undoing, Undone
from digicommune.operations.undoing_merchants import counted_merchants, undo_merchants
from digicommune.operations.undoing_people import counted_people, undo_people
from digicommune.operations.undoing_villages import (
    counted_figures,
    counted_villages,
    undo_figures,
    undo_villages,
)

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.registers import ImportRecord, PeriodLine
    from digicommune.operations.intake_rows import VillageNames

__all__ = ["KeptRow", "Undone", "undone"]

MOST_NAMED = 20


class _Kind(NamedTuple):
    """How a kind of list is taken back, and what of it figures count."""

    undo: Callable[[Undoing], None]
    counted: Callable[[Undoing], Iterator[Counted]]


KINDS = {
    "residents": _Kind(undo_people, counted_people),
    "bank-accounts": _Kind(undo_people, counted_people),
    "merchants": _Kind(undo_merchants, counted_merchants),
    "merchant-qr": _Kind(undo_merchants, counted_merchants),
    "villages": _Kind(undo_villages, counted_villages),
    "village-figures": _Kind(undo_figures, counted_figures),
}


def undone(unit: Unit, record: ImportRecord, villages: VillageNames) -> Undone:
    """Takes the import back; raises ``UserError`` ``undo_locked``."""
    work = Undoing(unit, record, unit.imports.rows(record.import_id), villages)
    kind = KINDS[record.kind]
    _refuse_locked(work, kind)
    kind.undo(work)
    unit.imports.set_state(record.import_id, "undone")
    done = Undone(
        record.import_id, work.removed, work.restored, tuple(work.kept), _said(work), work.facts
    )
    unit.journal.note(
        "undo",
        f"import:{record.import_id}",
        before={"file": record.file, "kind": record.kind, "made_at": record.made_at},
        after={
            "removed": done.removed,
            "facts": done.facts,
            "restored": done.restored,
            "kept": [f"{one.label}: {one.reason}" for one in done.kept],
        },
    )
    return done


def _refuse_locked(work: Undoing, kind: _Kind) -> None:
    """Figures of a locked period stay as they were locked; what arrived later does not count."""
    locked = [
        one for one in work.unit.periods.list() if one.state == "locked" and _came_before(work, one)
    ]
    if not locked:
        return
    facts = set(kind.counted(work))
    for period in locked:
        if any(_counts_in(one, period) for one in facts):
            raise _locked(work.record, period)


def _came_before(work: Undoing, period: PeriodLine) -> bool:
    """Whether the import was there when the period was locked: the journal keeps the order.

    Both may have happened within one second, which their times cannot tell apart.
    """
    imported = work.unit.journal.last("import", f"import:{work.record.import_id}")
    locked = work.unit.journal.last("lock", f"period:{period.code}")
    if imported is None or locked is None:
        return work.record.made_at <= (period.locked_at or "9")
    return imported.entry_id < locked.entry_id


def _counts_in(fact: Counted, period: PeriodLine) -> bool:
    if fact.period is not None:
        return fact.period == period.code
    return fact.day is None or fact.day <= parse_period(period.code).end


def _locked(record: ImportRecord, period: PeriodLine) -> UserError:
    day = "/".join(reversed((period.locked_at or "")[:10].split("-")))
    return UserError(
        "undo_locked",
        f"Kỳ {period.code} đã khóa sổ ngày {day} và tính cả lần nhập {record.import_id}"
        f" ({record.file}).",
        "Mở khóa kỳ (có ghi lý do) rồi hoàn tác.",
        period=period.code,
        import_id=record.import_id,
        file=record.file,
    )


def _said(work: Undoing) -> str:
    parts = [f"Đã hoàn tác lần nhập {work.record.import_id} ({work.record.file})"]
    if work.removed:
        parts.append(f"gỡ {_dotted(work.removed)} mục")
    if work.facts:
        parts.append(f"{_dotted(work.facts)} tài khoản hoặc mã QR")
    if work.restored:
        parts.append(f"trả lại {_dotted(work.restored)} giá trị cũ")
    said = ", ".join(parts)
    if not work.kept:
        return f"{said}."
    names = list(dict.fromkeys(one.label for one in work.kept))
    more = f" và {len(names) - MOST_NAMED} mục khác" if len(names) > MOST_NAMED else ""
    return f"{said}; giữ lại {_dotted(len(names))}: {', '.join(names[:MOST_NAMED])}{more}."


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
