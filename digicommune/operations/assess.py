"""Judges villages by a criteria set and keeps the commune's own answers."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.periods import parse_period
from digicommune.operations.judging import Matrix, find_set, judge_all
from digicommune.operations.locking import refuse_closed

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.domain.criteria import CriteriaSet, ManualAnswer

__all__ = ["Matrix", "answer", "evaluate", "matrix", "sets"]


def sets(store: Store) -> tuple[CriteriaSet, ...]:
    """The criteria sets of the office: whole ones first, the newest of them before all others."""
    with store.glance() as unit:
        newest = sorted(
            unit.criteria.sets(), key=lambda one: one.valid_from or date.min, reverse=True
        )
    return tuple(sorted(newest, key=lambda one: one.frame))


def matrix(store: Store, set_code: str, period_code: str) -> Matrix:
    """How every village stands now; nothing is kept."""
    with store.glance() as unit:
        return judge_all(unit, find_set(unit, set_code), parse_period(period_code))


def evaluate(store: Store, set_code: str, period_code: str) -> Matrix:
    """Judges every village and keeps the verdicts with the set they were judged by."""
    with store.unit() as unit:
        found = judge_all(unit, find_set(unit, set_code), parse_period(period_code))
        sha = hashlib.sha256(msgspec.json.encode(found.criteria_set)).hexdigest()
        verdicts = list(found.verdicts.values())
        unit.criteria.save_evaluation(found.criteria_set.code, found.period.code, verdicts, sha)
        subject = f"evaluation:{found.criteria_set.code}:{found.period.code}"
        passed = sum(one.passed for one in verdicts)
        unit.journal.note("evaluate", subject, before=None, after={"passed": passed})
    return found


def answer(store: Store, set_code: str, period_code: str, given: ManualAnswer) -> None:
    """Keeps the commune's answer for one criterion of one village; refuses a closed period."""
    period = parse_period(period_code)
    with store.unit() as unit:
        refuse_closed(unit, period.code)
        found = find_set(unit, set_code)
        unit.criteria.set_answer(found.code, period.code, given)
        subject = f"answer:{found.code}:{period.code}:{given.village_id}:{given.criterion}"
        after = {"answer": given.answer, "count": given.count, "evidence": given.evidence}
        unit.journal.note("answer", subject, before=None, after=after)
