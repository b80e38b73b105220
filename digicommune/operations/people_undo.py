"""Takes the newest edit of a person back, or does it again, where it still stands as it left it.

Taking back is an edit like any other: it is journalled, and taking that back does the first again.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from digicommune.domain.people import PersonFact
from digicommune.errors import UserError
from digicommune.operations.register_keeping import (
    TakenBack,
    day_of,
    newest,
    read_noted,
    still_so,
    values_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.people import Resident
    from digicommune.domain.registers import JournalEntry

__all__ = ["take_back"]

DAYS = frozenset({"birth_date", "residence_on"})


def take_back(store: Store, number: int) -> TakenBack:
    """Undoes the newest edit of a person: card, fact or trash.

    Raises ``UserError`` ``nothing_to_take_back``, ``changed_since``.
    """
    with store.unit() as unit:
        entry = newest(unit, f"person:{number}", WAYS)
        person = unit.people.get([number]).get(number)
        if entry is None or person is None:
            raise UserError(
                "nothing_to_take_back",
                "Không có thay đổi nào của người này để lấy lại.",
                "Xem lịch sử ở phiếu của người ấy.",
                person=number,
            )
        WAYS[entry.action](unit, person, entry)
        there = number not in {one.resident_id for one in unit.trash.people()}
    return TakenBack(f"Đã lấy lại thay đổi của {person.full_name}.", there)


def _card(unit: Unit, person: Resident, entry: JournalEntry) -> None:
    before, after = read_noted(entry.before), read_noted(entry.after)
    if not before:
        _into_trash(unit, person, entry)  # the edit was the entering of this person
        return
    if not still_so(asdict(person), after):
        raise _changed_since(person)
    unit.people.update(replace(person, **values_of(before, DAYS)))
    unit.journal.note("person", f"person:{person.resident_id}", after, before)


def _fact(unit: Unit, person: Resident, entry: JournalEntry) -> None:
    before, after = read_noted(entry.before), read_noted(entry.after)
    code, number = after["fact"], person.resident_id
    stands = next((one for one in unit.facts.of(number) if one.fact == code), None)
    left = PersonFact(number, code, day_of(after["since"])) if "since" in after else None
    if (stands and stands.since) != (left and left.since) or bool(stands) != bool(left):
        raise _changed_since(person)
    if before:
        unit.facts.set(PersonFact(number, code, day_of(before.get("since"))))
    else:
        unit.facts.remove(number, code)
    unit.journal.note("fact", f"person:{number}", after if left else None, before or {"fact": code})


def _into_trash(unit: Unit, person: Resident, _entry: JournalEntry) -> None:
    unit.trash.put([person.resident_id])
    unit.journal.note("trash", f"person:{person.resident_id}")


def _out_of_trash(unit: Unit, person: Resident, _entry: JournalEntry) -> None:
    unit.trash.restore([person.resident_id])
    unit.journal.note("restore", f"person:{person.resident_id}")


WAYS: dict[str, Callable[[Unit, Resident, JournalEntry], None]] = {
    "person": _card,
    "fact": _fact,
    "trash": _out_of_trash,
    "restore": _into_trash,
}


def _changed_since(person: Resident) -> UserError:
    return UserError(
        "changed_since",
        f"{person.full_name} đã được sửa tiếp, không lấy lại được thay đổi trước.",
        "Xem lịch sử ở phiếu của người ấy rồi sửa tay.",
        person=person.resident_id,
    )
