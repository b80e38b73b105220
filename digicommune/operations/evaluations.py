"""Keeps judgings for good and reads them back: asked by operations, itself none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.criteria import Judged
from digicommune.operations.judging import Matrix, judge_now
from digicommune.operations.ledger import open_ledger

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.periods import Period


def keep(unit: Unit, found: Matrix, *, by_lock: bool = False) -> int:
    """Keeps what a judging found with the set as it is now; returns its number."""
    judged = Judged(found.criteria_set, found.period.code, tuple(found.verdicts.values()))
    return unit.criteria.save_evaluation(judged, by_lock=by_lock)


def keep_all(unit: Unit, period: Period) -> None:
    """Keeps how every village stands by every set of the office, as the period is locked.

    From then on the period says this, whatever becomes of the sets, of answers and of proofs.
    """
    ledger = open_ledger(unit, period)
    for one in unit.criteria.sets():
        if one.criteria:
            keep(unit, judge_now(ledger, one), by_lock=True)
