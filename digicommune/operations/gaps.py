"""What each village still lacks as a to-do list, and who closes it by when; it keeps no verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.gaps import Gap, GapPlace, GapTask, VillageGaps, gaps_of, nearest
from digicommune.domain.periods import Period, parse_period
from digicommune.domain.recognition import standing_villages
from digicommune.operations.judging import find_set, judge_all

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.villages import Village
    from digicommune.operations.judging import Matrix

__all__ = ["Gap", "GapPlace", "GapTask", "VillageGaps"]


@dataclass(frozen=True, slots=True)
class GapLine:
    """One thing to do: the gap, where it is, and who does it by when."""

    village: Village
    gap: Gap
    place: GapPlace
    task: GapTask


@dataclass(frozen=True, slots=True)
class GapSheet:
    """What all villages lack; ``ranking`` has those that do not pass, nearest first.

    Those recognised by this set at the period's end are apart: ``recognised`` lack something now.
    """

    criteria_set: CriteriaSet
    period: Period
    villages: tuple[Village, ...]
    lines: tuple[GapLine, ...]
    ranking: tuple[VillageGaps, ...]
    passed: tuple[VillageGaps, ...]
    kept_at: str | None = None  # of a locked period
    recognised: tuple[VillageGaps, ...] = ()
    standing: frozenset[int] = frozenset()  # village ids of all that are recognised

    def of(self, village_id: int) -> tuple[GapLine, ...]:
        """The lines of one village."""
        return tuple(one for one in self.lines if one.village.village_id == village_id)


def sheet(store: Store, set_code: str, period_code: str) -> GapSheet:
    """What every village lacks of a set in a period, and the tasks kept of it."""
    period = parse_period(period_code)
    with store.glance() as unit:
        found = judge_all(unit, find_set(unit, set_code), period)
        tasks = unit.gaps.tasks(found.criteria_set.code, period.code)
        standing = _standing(unit, found)
    named = {one.village_id: one for one in found.villages}
    gaps = {
        number: gaps_of(found.criteria_set, one)
        for number, one in found.verdicts.items()
        if number in named
    }
    lines = tuple(
        GapLine(
            named[number],
            leaf,
            GapPlace(found.criteria_set.code, period.code, number, leaf.criterion),
            tasks.get((number, leaf.criterion), GapTask()),
        )
        for number, each in gaps.items()
        for gap in each.gaps
        for leaf in gap.leaves
    )
    return GapSheet(
        criteria_set=found.criteria_set,
        period=period,
        villages=found.villages,
        lines=lines,
        ranking=nearest(one for number, one in gaps.items() if number not in standing),
        passed=tuple(one for one in gaps.values() if one.passed),
        kept_at=found.kept_at,
        recognised=nearest(one for number, one in gaps.items() if number in standing),
        standing=standing,
    )


def _standing(unit: Unit, found: Matrix) -> frozenset[int]:
    """The villages of the period that stand recognised by the set at its end."""
    end = found.period.end
    named = [
        one.village_id
        for one in unit.recognitions.all()
        if one.set_code == found.criteria_set.code and one.stands_on(end)
    ]
    villages = [one.village_id for one in found.villages]
    return frozenset(standing_villages(villages, unit.villages.successions(), named))


def assign(store: Store, place: GapPlace, task: GapTask) -> GapTask:
    """Keeps who closes a gap, by when and how far it is; raises ``changed_meanwhile``."""
    with store.unit() as unit:
        before = unit.gaps.tasks(place.set_code, place.period).get(
            (place.village_id, place.criterion)
        )
        saved = unit.gaps.save(place, task)
        subject = f"gap:{place.set_code}:{place.period}:{place.village_id}:{place.criterion}"
        unit.journal.note("assign", subject, _told(before), _told(saved))
    return saved


def _told(task: GapTask | None) -> dict[str, object] | None:
    if task is None:
        return None
    return {"owner": task.owner, "due_on": task.due_on, "state": task.state, "note": task.note}
