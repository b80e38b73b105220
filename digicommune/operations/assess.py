"""Judges villages by a criteria set and keeps the commune's own answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain.criteria import Judged
from digicommune.domain.criteria_comparing import VillageCompared, changed_criteria, compare
from digicommune.domain.periods import parse_period
from digicommune.errors import UserError
from digicommune.operations.evaluations import keep
from digicommune.operations.judging import Matrix, all_names, find_criterion, find_set, judge_all
from digicommune.operations.locking import refuse_closed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet, Criterion, ManualAnswer
    from digicommune.domain.periods import Period

__all__ = [
    "Comparison",
    "Matrix",
    "answer",
    "carry_answers",
    "comparison",
    "evaluate",
    "matrix",
    "sets",
]


def sets(store: Store) -> tuple[CriteriaSet, ...]:
    """The criteria sets of the office: whole ones first, the newest of them before all others."""
    with store.glance() as unit:
        newest = sorted(
            unit.criteria.sets(), key=lambda one: one.valid_from or date.min, reverse=True
        )
    return tuple(sorted(newest, key=lambda one: one.frame))


def matrix(store: Store, set_code: str, period_code: str) -> Matrix:
    """How every village stands now, or stood when the period was locked; nothing is kept."""
    with store.glance() as unit:
        return judge_all(unit, find_set(unit, set_code), parse_period(period_code))


def evaluate(store: Store, set_code: str, period_code: str) -> Matrix:
    """Judges every village and keeps the verdicts with the set they were judged by.

    A locked period says what was kept with the lock, and nothing is added to it.
    """
    with store.unit() as unit:
        found = judge_all(unit, find_set(unit, set_code), parse_period(period_code))
        if found.kept_at is not None:
            return found
        keep(unit, found)
        subject = f"evaluation:{found.criteria_set.code}:{found.period.code}"
        passed = sum(one.passed for one in found.verdicts.values())
        unit.journal.note("evaluate", subject, before=None, after={"passed": passed})
    return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two periods by one set: each village's trend, and the criteria that ask another thing now."""

    before: Matrix
    after: Matrix
    villages: dict[int, VillageCompared]  # by village id
    changed: Mapping[str, str]  # criterion code -> why it is not compared


def comparison(store: Store, set_code: str, before: str, after: str) -> Comparison:
    """Two periods side by side, each by the set as it stood for it."""
    with store.glance() as unit:
        asked = find_set(unit, set_code)
        found = [judge_all(unit, asked, parse_period(code)) for code in (before, after)]
    then, now = (
        Judged(one.criteria_set, one.period.code, tuple(one.verdicts.values())) for one in found
    )
    return Comparison(
        found[0],
        found[1],
        {one.village_id: one for one in compare(then, now)},
        changed_criteria(then.criteria_set, now.criteria_set),
    )


def carry_answers(store: Store, set_code: str, before: str, period_code: str) -> int:
    """Takes over what was answered in an earlier period where nothing is answered yet.

    A yes of last month still has to be looked at: each says which period it comes from. Merged and
    split villages are asked anew, as are criteria the set no longer has. Returns how many;
    refuses a closed period.
    """
    period, earlier = parse_period(period_code), parse_period(before)
    with store.unit() as unit:
        refuse_closed(unit, period.code)
        found = find_set(unit, set_code)
        fresh = _to_carry(unit, found, (earlier, period))
        for one in fresh:
            unit.criteria.set_answer(found.code, period.code, one)
        subject = f"answers:{found.code}:{period.code}"
        told = {"from": earlier.code, "count": len(fresh)}
        unit.journal.note("carry_answers", subject, None, told)
    return len(fresh)


def _to_carry(unit: Unit, found: CriteriaSet, between: tuple[Period, Period]) -> list[ManualAnswer]:
    earlier, period = between
    changes = unit.villages.successions()
    standing = {one.village_id for one in unit.villages.all(period.end)}
    given = {
        (one.village_id, one.criterion) for one in unit.criteria.answers(found.code, period.code)
    }
    known = {one.code: one for one in found.criteria}
    carried = []
    for one in unit.criteria.answers(found.code, earlier.code):
        here = next(iter(all_names(changes, one.village_id) & standing), None)
        asked = known.get(one.criterion)
        if here is None or asked is None or not _fits(asked, one):
            continue
        if (here, one.criterion) not in given:
            note = one.note or f"Theo {earlier.title}."
            carried.append(replace(one, village_id=here, note=note, version=1))
    return carried


def answer(store: Store, set_code: str, period_code: str, given: ManualAnswer) -> None:
    """Keeps the commune's answer for one criterion of one village; refuses a closed period.

    Raises ``criterion_unknown``, ``changed_meanwhile``, ``answer_kind`` for a number where the set
    asks yes or no, and the like.
    """
    period = parse_period(period_code)
    with store.unit() as unit:
        refuse_closed(unit, period.code)
        found = find_set(unit, set_code)
        asked = find_criterion(found, given.criterion)
        _refuse_kind(asked, given)
        given = replace(given, criterion=asked.code)
        unit.criteria.set_answer(found.code, period.code, given)
        subject = f"answer:{found.code}:{period.code}:{given.village_id}:{given.criterion}"
        after = {"answer": given.answer, "count": given.count, "evidence": given.evidence}
        unit.journal.note("answer", subject, before=None, after=after)


ASKED = {
    "ratio": "được tính từ số liệu của chỉ tiêu, không trả lời bằng tay",
    "count": "cần một số đếm",
    "yes_no": "cần trả lời có hoặc không",
    "document": "cần trả lời có hoặc không",
    "k_of_n": "được tính từ các nội dung con, không trả lời bằng tay",
}


def _fits(one: Criterion, given: ManualAnswer) -> bool:
    """Whether an answer is of the kind its criterion asks; words alone fit every kind."""
    if given.answer is not None and one.kind not in {"yes_no", "document"}:
        return False
    return given.count is None or (one.kind == "count" and given.count >= 0)


def _refuse_kind(one: Criterion, given: ManualAnswer) -> None:
    if not _fits(one, given):
        raise UserError(
            "answer_kind",
            f"Tiêu chí {one.code} {ASKED[one.kind]}.",
            "Xem loại của tiêu chí ở trang “Bộ tiêu chí” rồi trả lời lại.",
            criterion=one.code,
            kind=one.kind,
        )
