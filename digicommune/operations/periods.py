"""Moves reporting periods: open, submitted, approved, locked; opening again keeps the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.periods import Period, PeriodState, parse_period
from digicommune.errors import UserError
from digicommune.operations.evaluations import keep_all
from digicommune.operations.locking import keep_frozen

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.domain.registers import PeriodLine

NEXT: dict[PeriodState, tuple[PeriodState, ...]] = {
    "open": ("submitted", "locked"),
    "submitted": ("open", "approved", "locked"),
    "approved": ("open", "locked"),
    "locked": ("open",),
}
NAMES = {"open": "đang mở", "submitted": "đã nộp", "approved": "đã duyệt", "locked": "đã khóa sổ"}


def lines(store: Store) -> tuple[PeriodLine, ...]:
    """The periods somebody has moved."""
    with store.glance() as unit:
        return unit.periods.list()


def line(store: Store, code: str) -> PeriodLine:
    """How far a period has come."""
    with store.glance() as unit:
        return unit.periods.line(parse_period(code).code)


def submit(store: Store, code: str) -> Period:
    """The clerk hands the period's figures to the chairman."""
    return _move(store, code, "submitted")


def approve(store: Store, code: str) -> Period:
    """The chairman agrees to the figures as submitted."""
    return _move(store, code, "approved")


def lock(store: Store, code: str) -> Period:
    """Locks a period: its figures stand as they are now, whatever arrives later.

    Locking a locked period again changes nothing.
    """
    return _move(store, code, "locked")


def reopen(store: Store, code: str, reason: str = "") -> Period:
    """Opens a submitted or approved period again; after the approval a reason is asked."""
    return _move(store, code, "open", reason)


def unlock(store: Store, code: str, reason: str) -> Period:
    """Opens a locked period; a reason is asked and kept, and it is counted anew."""
    return _move(store, code, "open", reason, always_why=True)


def _move(
    store: Store, code: str, state: PeriodState, reason: str = "", *, always_why: bool = False
) -> Period:
    period = parse_period(code)
    reason = reason.strip()
    with store.unit() as unit:
        before = unit.periods.state(period.code)
        if before == state:
            return period
        if not reason and (always_why or (before in {"approved", "locked"} and state == "open")):
            raise _reason_missing(period)
        if state not in NEXT[before]:
            raise _out_of_turn(period, before, state)
        unit.periods.set_state(period.code, state, reason)
        if state == "locked":
            keep_frozen(unit, period)
            keep_all(unit, period)
        elif before == "locked":
            unit.periods.thaw(period.code)
        told = {"state": state, "reason": reason} if reason else {"state": state}
        unit.journal.note(_action(before, state), f"period:{period.code}", {"state": before}, told)
    return period


def _action(before: PeriodState, state: PeriodState) -> str:
    if state == "open":
        return "unlock" if before == "locked" else "reopen"
    return {"submitted": "submit", "approved": "approve", "locked": "lock"}[state]


def _reason_missing(period: Period) -> UserError:
    return UserError(
        "reason_missing",
        f"Chưa ghi lý do mở khóa kỳ {period.code}.",
        "Ghi lý do rồi mở khóa lại.",
        period=period.code,
    )


def _out_of_turn(period: Period, before: PeriodState, state: PeriodState) -> UserError:
    return UserError(
        "period_out_of_turn",
        f"Kỳ {period.code} {NAMES[before]}, chưa thể chuyển thành “{NAMES[state]}”.",
        "Đi theo thứ tự: mở, nộp, duyệt, khóa sổ.",
        period=period.code,
        before=before,
        state=state,
    )
