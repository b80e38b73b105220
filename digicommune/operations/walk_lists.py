"""Prints whom a team has yet to visit in a village; the print is noted, the list is not kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digicommune.documents import walk_list
from digicommune.documents.pdf import render_pdf
from digicommune.domain.people import mask_tail
from digicommune.domain.people_cards import born
from digicommune.domain.periods import parse_period
from digicommune.domain.progress import PRINTING, SCALE, Progress, no_progress, stage
from digicommune.domain.walk_lists import WalkList, WalkPerson, by_house, lane_of
from digicommune.operations.figures import find_indicator, find_village
from digicommune.operations.people import without
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.people import Resident
    from digicommune.domain.people_cards import Without

KIND = walk_list.KIND


@dataclass(frozen=True, slots=True)
class WalkRequest:
    """Whose list; ``village`` by its name, or by its id as the window knows it (0: not known)."""

    period: str
    indicator: str
    village: str | int


def make(store: Store, request: WalkRequest, progress: Progress = no_progress) -> MadeDocument:
    """The list of a village as PDF; the journal keeps who printed how many people of what.

    Raises ``UserError`` ``village_unknown``, ``indicator_unknown``, ``indicator_of_no_people``.
    """
    progress(0, SCALE, "Tìm người chưa có")
    walk = _walk(store, request)
    progress(PRINTING[0], SCALE, "Dàn trang")
    words = walk_list.shipped_words()
    described = walk_list.compose(walk, words)
    pdf = render_pdf(described, stage(progress, PRINTING))
    title = f"{words.title} {walk.village} {walk.indicator} {walk.counted_on:%Y-%m-%d}"
    with store.unit() as unit:
        unit.journal.note(
            "print",
            f"{KIND}:{walk.indicator}:{walk.village}",
            after={"kind": KIND, "period": request.period, "people": len(walk.people)},
        )
    return MadeDocument(0, title, file_name(title), pdf, described)


def _walk(store: Store, request: WalkRequest) -> WalkList:
    lacking = without(store, request.period, request.indicator)
    with store.glance() as unit:
        place, name = _village(unit, request.village)
        indicator = find_indicator(unit, request.indicator)
        found = next((one for one in lacking if one.village_id == place), None)
        commune = unit.office.commune()
        return WalkList(
            commune.name,
            commune.kind,
            name,
            indicator.code,
            indicator.name,
            _counted_on(lacking, request.period),
            today(),
            _people(unit, found),
        )


def _village(unit: Unit, wanted: str | int) -> tuple[int, str]:
    if isinstance(wanted, str):
        found = find_village(unit, wanted)
        return found.village_id, found.name
    known = {one.village_id: one.name for one in unit.villages.all()}
    return wanted, known.get(wanted, "Chưa rõ thôn")


def _counted_on(lacking: tuple[Without, ...], period_code: str) -> date:
    return lacking[0].counted_on if lacking else parse_period(period_code).end


def _people(unit: Unit, found: Without | None) -> tuple[WalkPerson, ...]:
    numbers = [one.number for one in found.people] if found else []
    heads = {one.number: one.household for one in unit.people.findable()} if numbers else {}
    people = unit.people.get(numbers).values()
    return by_house(walker(one, heads.get(one.resident_id, "")) for one in people)


def walker(one: Resident, head: str) -> WalkPerson:
    """A person as a list names them; ``head``: of the household, left out where it is the same."""
    return WalkPerson(
        one.full_name,
        born(one),
        mask_tail(one.cccd or one.cmnd),
        one.lane or lane_of(one.address or ""),
        one.address or "",
        "" if head == one.full_name else head,
        one.residence == "away",
        one.resident_id,
    )
