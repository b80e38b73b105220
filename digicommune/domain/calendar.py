"""When a period's figures are to be sent; working days without public holidays, which move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from digicommune.domain.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digicommune.domain.periods import Period, PeriodKind, PeriodState

REGULAR: Final[tuple[PeriodKind, ...]] = ("month", "quarter", "half", "nine_months", "year")
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class SendBy:
    """How many working days after a period's last day villages, then the commune, send figures.

    ``verified`` False reads "chưa đối chiếu": the circular that fixes it could not be read.
    """

    villages: int
    commune: int
    legal_basis: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A period with the days by which it is to be sent, and how far it has come."""

    period: Period
    villages_on: date
    commune_on: date
    state: PeriodState
    days_left: int  # to ``commune_on``; negative: late


def working_days_after(day: date, count: int) -> date:
    """The ``count``-th Monday-to-Friday after ``day``; for 0 ``day`` itself, or the next one."""
    found, left = day, count
    while left or found.weekday() >= SATURDAY:
        found += timedelta(days=1)
        left -= left > 0 and found.weekday() < SATURDAY
    return found


def due_of(period: Period, rule: SendBy, state: PeriodState, today: date) -> Due:
    """When a period is to be sent, seen from ``today``."""
    commune = working_days_after(period.end, rule.commune)
    villages = working_days_after(period.end, rule.villages)
    return Due(period, villages, commune, state, (commune - today).days)


def calendar(
    today: date, rule: SendBy, states: Mapping[str, PeriodState], kinds: Iterable[PeriodKind]
) -> tuple[Due, ...]:
    """The running period of each kind and the one that ended last, by the day they are due.

    A period that ended and is submitted, approved or locked is no longer waited for.
    """
    found: dict[str, Due] = {}
    for kind in kinds:
        for day in (today, today - timedelta(days=31)):
            try:
                period = period_of(day, kind)
            except ValueError:  # 6 and 9 months leave days of the year out
                continue
            due = due_of(period, rule, states.get(period.code, "open"), today)
            if due.state == "open":
                found[period.code] = due
    return tuple(sorted(found.values(), key=lambda one: (one.commune_on, one.period.code)))
