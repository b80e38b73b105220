"""The lists a team walks by, kept under the number printed on them; it keeps no results."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.walk_lists import WalkPerson, by_house
from digicommune.domain.walk_results import SheetRow, WalkResult, WalkSheet
from digicommune.errors import UserError
from digicommune.operations.people import without
from digicommune.operations.walk_lists import walker
from digicommune.packs.teams import shipped_teams

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit

NOWHERE = ""  # people whose lane nobody noted


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """Whom to list: a village's people without some of the services, in some lanes or in all."""

    village_id: int
    period: str
    services: tuple[str, ...]
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of a list on screen; numbers are masked."""

    position: int
    person: WalkPerson
    lacking: tuple[str, ...]
    results: dict[str, WalkResult]  # by service


@dataclass(frozen=True, slots=True)
class SheetView:
    """A printed list with what has come back for it."""

    sheet: WalkSheet
    village: str
    lines: tuple[SheetLine, ...]


# --- who is to be visited ---


def lanes(store: Store, request: SheetRequest) -> dict[str, int]:
    """How many people to visit in each lane of a village ("" where none is noted)."""
    found = _lacking(store, request)
    with store.glance() as unit:
        people = walkers(unit, found)
    counted = Counter(one.lane for one in people)
    return {one.lane: counted[one.lane] for one in people}


def _lacking(store: Store, request: SheetRequest) -> dict[int, list[str]]:
    """Person -> the services they are without, of those asked for that the register can tell."""
    found: dict[int, list[str]] = {}
    for service in shipped_teams().service:
        if service.code not in request.services or service.indicator is None:
            continue
        for place in without(store, request.period, service.indicator):
            if place.village_id == request.village_id:
                for one in place.people:
                    found.setdefault(one.number, []).append(service.code)
    return found


def walkers(unit: Unit, numbers: Iterable[int]) -> tuple[WalkPerson, ...]:
    """These people in the order one walks."""
    wanted = list(numbers)
    heads = {one.number: one.household for one in unit.people.findable()} if wanted else {}
    people = unit.people.get(wanted).values()
    return by_house(walker(one, heads.get(one.resident_id, "")) for one in people)


def prepare(store: Store, request: SheetRequest) -> SheetView:
    """Keeps a new list under a number of its own, to be printed and walked by.

    Raises ``UserError`` ``nobody_to_visit``, ``services_missing``.
    """
    if not request.services:
        raise UserError(
            "services_missing", "Chưa chọn việc nào.", "Chọn ít nhất một việc cần giúp người dân."
        )
    found = _lacking(store, request)
    with store.unit() as unit:
        people = walkers(unit, found)
        chosen = [one for one in people if not request.lanes or one.lane in request.lanes]
        if not chosen:
            raise UserError(
                "nobody_to_visit",
                "Không còn ai cần đến theo các việc và ngõ đã chọn.",
                "Chọn việc khác hoặc ngõ khác.",
            )
        rows = tuple(
            SheetRow(position, one.number, tuple(found[one.number]))
            for position, one in enumerate(chosen, start=1)
        )
        sheet = WalkSheet(
            0, request.village_id, request.period, request.services, request.lanes, "", "", rows
        )
        number = unit.walks.add(sheet)
        after = {"sheet": number, "people": len(rows), "services": request.services}
        unit.journal.note("print", f"walk-sheet:{number}", after=after)
        return _view(unit, number)


def sheets(store: Store, village_id: int | None = None) -> tuple[WalkSheet, ...]:
    """The lists printed before, newest first, without their lines."""
    with store.glance() as unit:
        return unit.walks.sheets(village_id)


def view(store: Store, sheet_id: int) -> SheetView:
    """A printed list, lines as on paper; raises ``UserError`` ``sheet_unknown``."""
    with store.glance() as unit:
        return _view(unit, sheet_id)


def _view(unit: Unit, sheet_id: int) -> SheetView:
    sheet = found_sheet(unit, sheet_id)
    people = {one.number: one for one in walkers(unit, (row.resident_id for row in sheet.rows))}
    known = {(one.position, one.service): one for one in unit.walks.results(sheet_id)}
    names = {one.village_id: one.name for one in unit.villages.all()}
    lines = tuple(
        SheetLine(
            row.position,
            people[row.resident_id],
            row.lacking,
            {
                code: known[row.position, code]
                for code in row.lacking
                if (row.position, code) in known
            },
        )
        for row in sheet.rows
        if row.resident_id in people
    )
    return SheetView(sheet, names.get(sheet.village_id, ""), lines)


def found_sheet(unit: Unit, sheet_id: int) -> WalkSheet:
    """A printed list; raises ``UserError`` ``sheet_unknown``."""
    sheet = unit.walks.sheet(sheet_id)
    if sheet is None:
        raise UserError(
            "sheet_unknown",
            f"Không có danh sách đi từng nhà số {sheet_id}.",
            "Xem số in ở đầu danh sách rồi gõ lại.",
            sheet=sheet_id,
        )
    return sheet
