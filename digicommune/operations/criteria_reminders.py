"""What of proofs and gaps waits for somebody on the first page: asked by overview, itself none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.gaps import gaps_of
from digicommune.domain.overview import Todo
from digicommune.domain.proofs import age_warning
from digicommune.operations.judging import judge_all
from digicommune.operations.proof_ages import months_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.periods import Period

PAGE = "criteria"


def criteria_todo(unit: Unit, period: Period, day: date) -> Iterator[Todo]:
    """Gaps somebody should have closed by now, and proofs nobody looked at for long."""
    sets = unit.criteria.sets()
    late = sum(_overdue(unit, one, period, day) for one in sets)
    if late:
        yield Todo("việc còn thiếu của thôn đã quá hạn", late, PAGE)
    old = sum(_old(unit, one, day) for one in sets)
    if old:
        yield Todo("minh chứng cần kiểm tra lại", old, PAGE)


def _old(unit: Unit, one: CriteriaSet, day: date) -> int:
    proofs = unit.proofs.of(one.code)
    if not proofs:
        return 0
    limit = months_allowed(unit, one)
    return sum(bool(age_warning(proof, day, limit)) for proof in proofs)


def _overdue(unit: Unit, one: CriteriaSet, period: Period, day: date) -> int:
    """Tasks past their day whose gap is still there; villages are judged only where one is."""
    late = {
        place
        for place, task in unit.gaps.tasks(one.code, period.code).items()
        if task.overdue(day) and task.state != "done"
    }
    if not late:
        return 0
    found = judge_all(unit, one, period)
    still = {
        (number, leaf.criterion)
        for number, verdict in found.verdicts.items()
        for gap in gaps_of(found.criteria_set, verdict).gaps
        for leaf in gap.leaves
    }
    return len(late & still)
