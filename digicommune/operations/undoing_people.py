"""Takes back what an import brought to the residents' register and to accounts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.people import SourceRow
from digicommune.operations.intake_people_saving import resident_of
from digicommune.operations.intake_rows import PreviewRow
from digicommune.operations.undoing import (
    EDITED,
    HOLDS_MORE,
    SEEN_LATER,
    VALUE_CHANGED,
    Counted,
    still_standing,
)
from digicommune.operations.undoing_accounts import undo_accounts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digicommune.domain.people import Resident
    from digicommune.domain.registers import ImportRowRecord
    from digicommune.operations.intake_rows import Change
    from digicommune.operations.undoing import Undoing

COUNTED_FIELDS = frozenset({"thon", "ngay_sinh", "nam_sinh", "gioi_tinh"})
FIELDS = {
    "ho_ten": "full_name",
    "cccd": "cccd",
    "cmnd": "cmnd",
    "dien_thoai": "phone",
    "gioi_tinh": "sex",
    "dia_chi": "address",
    "ho_so_ho": "household",
    "ghi_chu": "note",
}


def counted_people(work: Undoing) -> Iterator[Counted]:
    """What of the import figures count."""
    for one in work.unit.accounts.from_import(work.record.import_id):
        yield Counted(one.opened_on)
    for fact in work.unit.facts.from_import(work.record.import_id):
        yield Counted(fact.since)
    changed = work.changed()
    touched = [who for who, changes in changed.items() if _counts(changes)]
    for account in work.unit.accounts.of_many(touched):
        yield Counted(account.opened_on)


def _counts(changes: Sequence[Change]) -> bool:
    return any(one.field in COUNTED_FIELDS for one in changes)


def undo_people(work: Undoing) -> None:
    """The values of known people first, then the people it made, and the accounts it brought.

    Whoever has been edited since stays as they are, the account of their row included.
    """
    targets = {one.target_id for one in work.rows if one.target_id is not None}
    residents = work.unit.people.get(sorted(targets))
    _undo_values(work, residents)
    later = work.later("person")
    edited = _edited_people(work, residents) - later.keys()
    undo_accounts(work, residents, edited)
    for fact in work.unit.facts.from_import(work.record.import_id):
        if fact.resident_id not in edited:
            work.unit.facts.remove(fact.resident_id, fact.fact)
    _remove_people(work, residents, (edited, later))


def _undo_values(work: Undoing, residents: dict[int, Resident]) -> None:
    of_bank = work.record.kind == "bank-accounts"
    before = {row.target_id: village for row, village in work.beside("thon")}
    restored = []
    for target, changes in work.changed().items():
        person = residents.get(target)
        if person is None:
            continue
        now = _values(work, person)
        if of_bank:
            now.pop("ghi_chu")
        back, gone = still_standing(changes, now)
        if gone:
            what = ", ".join(one.field for one in gone)
            work.keep(person.full_name, VALUE_CHANGED.format(what=what))
        if back:
            residents[target] = _put_back(person, back, before.get(target))
            restored.append(residents[target])
            work.restored += len(back)
    work.unit.people.update_many(restored)


def _values(work: Undoing, person: Resident) -> dict[str, str | None]:
    now: dict[str, str | None] = {key: getattr(person, name) for key, name in FIELDS.items()}
    now["ngay_sinh"] = person.birth_date.isoformat() if person.birth_date else None
    now["nam_sinh"] = str(person.birth_year) if person.birth_year else None
    now["thon"] = work.villages.name(person.village_id)
    return now


def _put_back(person: Resident, back: list[Change], village: int | None) -> Resident:
    values: dict[str, object] = {}
    for one in back:
        if one.field in FIELDS:
            values[FIELDS[one.field]] = one.before
        elif one.field == "thon":
            values["village_id"] = village
        elif one.field == "ngay_sinh":
            values["birth_date"] = date.fromisoformat(one.before) if one.before else None
            values.setdefault("birth_year", int(one.before[:4]) if one.before else None)
        elif one.field == "nam_sinh":
            values["birth_year"] = int(one.before) if one.before else None
    return replace(person, **values)  # type: ignore[arg-type]


def _made(work: Undoing, residents: dict[int, Resident]) -> list[Resident]:
    number = work.record.import_id
    return [one for one in residents.values() if one.source and one.source.import_id == number]


def _edited_people(work: Undoing, residents: dict[int, Resident]) -> frozenset[int]:
    """The people this import made whom somebody has edited since."""
    rows = {one.row: one for one in work.rows}
    return frozenset(
        one.resident_id
        for one in _made(work, residents)
        if one.source and _edited(work, one, rows[one.source.row])
    )


def _remove_people(
    work: Undoing, residents: dict[int, Resident], staying: tuple[frozenset[int], dict[int, str]]
) -> None:
    """Takes out the people it made, but those edited since and those of later lists."""
    edited, later = staying
    made = _made(work, residents)
    holding = {one.resident_id for one in work.unit.accounts.of_many(p.resident_id for p in made)}
    going = []
    for person in made:
        if person.resident_id in later:
            work.keep(person.full_name, SEEN_LATER.format(file=later[person.resident_id]))
        elif person.resident_id in edited:
            work.keep(person.full_name, EDITED)
        elif person.resident_id in holding:
            work.keep(person.full_name, HOLDS_MORE)
        else:
            going.append(person.resident_id)
    work.removed += work.unit.people.remove_many(going)


def _edited(work: Undoing, person: Resident, row: ImportRowRecord) -> bool:
    """Whether the person is no longer as the row made them; edited and put back is not."""
    if person.version == 1:
        return False
    fields = msgspec.json.decode(row.fields)
    village = work.villages.of(fields)
    problems = tuple(tuple(one) for one in msgspec.json.decode(row.problems))
    one = PreviewRow(row.row, "new", fields, problems=problems, village_id=village)
    noted = work.record.kind == "residents"
    made = resident_of(one, person.resident_id, SourceRow(work.record.import_id, row.row), noted)
    return replace(made, version=person.version) != person
