"""What the office itself did in a period: asked by freezing; it counts nobody of a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.snapshot import (
    ReportForm,
    SnapshotDue,
    SnapshotOwing,
    SnapshotPaper,
    SnapshotTeams,
)
from digicommune.operations.entry_owing import owing
from digicommune.operations.ledger import open_ledger
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.periods import Period


def usual_form(period: Period) -> ReportForm:
    """Months, quarters and free periods are reported short; 6 and 9 months and years whole."""
    return "full" if period.kind in {"half", "nine_months", "year"} else "short"


def teams_of(unit: Unit, period: Period) -> SnapshotTeams | None:
    """The teams that stand at the period's end, and what is in their diary of it.

    None of an office that keeps no teams: it says nothing of them, not that there are none.
    """
    standing = [one for one in unit.teams.all() if one.active(period.end)]
    if not standing:
        return None
    rounds = unit.teams.rounds(period.start, period.end)
    trainings = unit.teams.trainings(period.start, period.end)
    return SnapshotTeams(
        teams=len(standing),
        members=sum(len(one.standing(period.end)) for one in standing),
        rounds=len(rounds),
        households=sum(one.households or 0 for one in rounds),
        people=sum(each.people for one in rounds for each in one.helped),
        trainings=len(trainings),
        attended=sum(one.present or 0 for one in trainings),
    )


def targets_of(unit: Unit, year: int) -> dict[str, str]:
    """The commune's own targets of a year, by indicator."""
    kept = unit.indicators.targets(year)
    return {one.indicator: one.percent for one in kept if not one.village_id}


def papers_of(unit: Unit, period: Period) -> tuple[SnapshotPaper, ...]:
    """The papers issued within the period that stand and have their number."""
    years = range(period.start.year, period.end.year + 1)
    issued = [one for year in years for one in unit.issued.all(year)]
    return tuple(
        SnapshotPaper(one.full_number, one.issued_on, one.title)
        for one in issued
        if one.standing == "issued" and period.start <= one.issued_on <= period.end
    )


def owing_of(unit: Unit, period: Period) -> SnapshotDue:
    """Which villages owe which figures, and whether their day is past today."""
    found = owing(open_ledger(unit, period))
    villages = tuple(SnapshotOwing(one.name, one.lacks, one.of) for one in found.villages)
    return SnapshotDue(found.due, found.late, villages, found.expected)


def late_tasks(unit: Unit, period: Period, chosen: CriteriaSet | None) -> tuple[str, ...]:
    """Tasks of closing a gap whose day is past and that nobody says are done."""
    if chosen is None:
        return ()
    known = {one.village_id: one.name for one in unit.villages.all()}
    tasks = unit.gaps.tasks(chosen.code, period.code)
    late = [(place, one) for place, one in tasks.items() if one.overdue(today())]
    return tuple(
        f"{known.get(village, '')}, {criterion}: {one.owner or 'chưa giao'},"
        f" hạn {one.due_on:%d/%m/%Y}"
        for (village, criterion), one in sorted(late, key=lambda each: str(each[1].due_on))
        if one.state != "done"
    )
