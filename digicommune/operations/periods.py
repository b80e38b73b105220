"""Locks and opens reporting periods, with a reason kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.periods import Period, parse_period
from digicommune.errors import UserError

if TYPE_CHECKING:
    from digicommune.db.store import Store


def lock(store: Store, code: str) -> Period:
    """Locks a period: its figures can no longer be changed."""
    period = parse_period(code)
    with store.unit() as unit:
        unit.periods.set_state(period.code, "locked", "")
        unit.journal.note("lock", f"period:{period.code}", before=None, after=None)
    return period


def unlock(store: Store, code: str, reason: str) -> Period:
    """Opens a locked period; a reason is asked and kept."""
    period = parse_period(code)
    if not reason.strip():
        raise UserError(
            "reason_missing",
            f"Chưa ghi lý do mở khóa kỳ {period.code}.",
            "Ghi lý do rồi mở khóa lại.",
            period=period.code,
        )
    with store.unit() as unit:
        unit.periods.set_state(period.code, "open", reason.strip())
        unit.journal.note("unlock", f"period:{period.code}", before=None, after={"reason": reason})
    return period
