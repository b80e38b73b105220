"""Types a walked list's results back in: diary, marks and facts at once, or none of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain.people import PersonFact
from digicommune.domain.teams import Helped, Round, Team
from digicommune.domain.walk_results import HOLDS, Outcome, SheetRow, WalkResult
from digicommune.errors import UserError
from digicommune.operations.team_walks import found_sheet, walkers
from digicommune.operations.teams import found_team, refuse_day_to_come, told_round
from digicommune.packs.teams import shipped_teams

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

FACTS = "facts"  # the register of indicators that what is noted of people moves


@dataclass(frozen=True, slots=True)
class Mark:
    """What came of one service at one line."""

    position: int
    service: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Walked:
    """A round by a list: who went when, and a mark for each line that something came of."""

    sheet_id: int
    team_id: int
    held_on: date
    marks: tuple[Mark, ...]
    place: str = ""
    members: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoundUndone:
    """What taking a round back did: facts taken out, and people whose facts changed since."""

    facts: int
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Noting:
    """Where facts of a round go, and what they say of themselves."""

    unit: Unit
    team: Team
    kept: Round
    rows: Mapping[int, SheetRow]
    moved: Mapping[str, str]  # service -> the indicator it moves


def save(store: Store, walked: Walked) -> Round:
    """Keeps a round's results in one transaction.

    "Done" and "had already" become facts of the person where the register counts that service by
    facts; a bank account counts by the bank's own list alone. Raises ``UserError`` ``day_to_come``,
    ``round_of_nothing``, ``mark_misplaced``, ``mark_stands``.
    """
    refuse_day_to_come(walked.held_on)
    if not walked.marks:
        raise UserError(
            "round_of_nothing",
            "Chưa ghi kết quả dòng nào.",
            "Ghi kết quả ít nhất một dòng rồi lưu lại.",
        )
    with store.unit() as unit:
        team, sheet = found_team(unit, walked.team_id), found_sheet(unit, walked.sheet_id)
        rows = {row.position: row for row in sheet.rows}
        _refuse_misplaced(unit, walked, rows)
        kept = unit.teams.save_round(_round(unit, walked, rows))
        noting = _Noting(unit, team, kept, rows, _moved(unit))
        unit.walks.put([_result(noting, mark) for mark in walked.marks])
        unit.journal.note("round", f"team:{team.team_id}", None, told_round(kept))
    return kept


def _refuse_misplaced(unit: Unit, walked: Walked, rows: Mapping[int, SheetRow]) -> None:
    stands = {
        (one.position, one.service): one.held_on
        for one in unit.walks.results(walked.sheet_id)
        if one.outcome in HOLDS
    }
    for mark in walked.marks:
        row = rows.get(mark.position)
        if row is None or mark.service not in row.lacking:
            raise UserError(
                "mark_misplaced",
                f"Danh sách số {walked.sheet_id} không có ô {mark.service} ở dòng {mark.position}.",
                "Xem lại số thứ tự in trên danh sách.",
                position=mark.position,
            )
        done_on = stands.get((mark.position, mark.service))
        if done_on is not None:
            raise UserError(
                "mark_stands",
                f"Dòng {mark.position} đã ghi xong ngày {done_on:%d/%m/%Y}.",
                "Hoàn tác lượt đi ngày ấy nếu ghi nhầm.",
                position=mark.position,
            )


def _round(unit: Unit, walked: Walked, rows: Mapping[int, SheetRow]) -> Round:
    done = Counter(one.service for one in walked.marks if one.outcome == "done")
    people = walkers(unit, {rows[one.position].resident_id for one in walked.marks})
    houses = {(one.lane, one.house, one.head or one.name) for one in people}
    return Round(
        0,
        walked.team_id,
        walked.held_on,
        walked.place,
        len(houses),
        walked.members,
        tuple(Helped(code, count) for code, count in done.items()),
        walked.sheet_id,
        walked.note,
    )


def _moved(unit: Unit) -> dict[str, str]:
    """The services whose results facts of people count, with the indicator they move."""
    counted = {one.code for one in unit.indicators.definitions() if one.register == FACTS}
    return {
        one.code: one.indicator
        for one in shipped_teams().service
        if one.indicator is not None and one.indicator in counted
    }


def _result(noting: _Noting, mark: Mark) -> WalkResult:
    kept, indicator = noting.kept, noting.moved.get(mark.service)
    fact_set = mark.outcome in HOLDS and indicator is not None and _noted(noting, mark, indicator)
    return WalkResult(
        kept.sheet_id or 0,
        mark.position,
        mark.service,
        mark.outcome,
        kept.round_id,
        kept.held_on,
        fact_set,
    )


def _noted(noting: _Noting, mark: Mark, indicator: str) -> bool:
    """Notes what now holds of the person; False where it was known already."""
    unit, number = noting.unit, noting.rows[mark.position].resident_id
    if indicator in {one.fact for one in unit.facts.of(number)}:
        return False
    since = noting.kept.held_on if mark.outcome == "done" else None
    said = _said(noting.kept, noting.team, mark.position)
    unit.facts.set(PersonFact(number, indicator, since, note=said))
    unit.journal.note("fact", f"person:{number}", None, {"fact": indicator, "since": since})
    return True


def _said(kept: Round, team: Team, position: int) -> str:
    """Where a fact came from, for whoever traces a figure to it."""
    day = f"{kept.held_on:%d/%m/%Y}"
    return f"Đi từng nhà ngày {day}, {team.name}, danh sách số {kept.sheet_id}, dòng {position}"


def undo(store: Store, round_id: int) -> RoundUndone:
    """Takes a round back with the facts it noted; a fact changed since stays and is named.

    Raises ``UserError`` ``round_unknown``.
    """
    with store.unit() as unit:
        one = unit.teams.round(round_id)
        if one is None:
            raise UserError(
                "round_unknown", f"Không có lượt đi số {round_id}.", "Tải lại nhật ký của tổ."
            )
        sheet = found_sheet(unit, one.sheet_id) if one.sheet_id else None
        rows = {row.position: row for row in sheet.rows} if sheet else {}
        noting = _Noting(unit, found_team(unit, one.team_id), one, rows, _moved(unit))
        noted = [each for each in unit.walks.results_of(round_id) if each.fact_set]
        kept = [number for each in noted for number in _still_held(noting, each)]
        names = tuple(person.full_name for person in unit.people.get(kept).values())
        unit.walks.remove_of(round_id)
        unit.teams.remove_round(round_id)
        unit.journal.note("round", f"team:{one.team_id}", told_round(one), None)
    return RoundUndone(len(noted) - len(kept), names)


def _still_held(noting: _Noting, result: WalkResult) -> tuple[int, ...]:
    """Takes a fact out where it still stands as the round left it; else the person it stays of."""
    unit, number = noting.unit, noting.rows[result.position].resident_id
    indicator = noting.moved.get(result.service, result.service)
    said = _said(noting.kept, noting.team, result.position)
    stands = next((one for one in unit.facts.of(number) if one.fact == indicator), None)
    if stands is None or stands.note != said:
        return () if stands is None else (number,)
    unit.facts.remove(number, indicator)
    before = {"fact": indicator, "since": stands.since}
    unit.journal.note("fact", f"person:{number}", before, {"fact": indicator})
    return ()
