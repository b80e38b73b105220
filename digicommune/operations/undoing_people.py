"""Takes back what an import brought to the residents' register and to accounts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.people import Account, SourceRow
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
    changed = work.changed()
    touched = [who for who, changes in changed.items() if _counts(changes)]
    for account in work.unit.accounts.of_many(touched):
        yield Counted(account.opened_on)


def _counts(changes: Sequence[Change]) -> bool:
    return any(one.field in COUNTED_FIELDS for one in changes)


def undo_people(work: Undoing) -> None:
    """Accounts first, then the values of known people, then the people it made."""
    targets = {one.target_id for one in work.rows if one.target_id is not None}
    residents = work.unit.people.get(sorted(targets))
    _undo_accounts(work, residents)
    _undo_values(work, residents)
    _remove_people(work, residents)


def _undo_accounts(work: Undoing, residents: dict[int, Resident]) -> None:
    unit, number = work.unit, work.record.import_id
    here = {one.account_id: one for one in unit.accounts.from_import(number)}
    corrected: dict[int, tuple[Account, Account]] = {}
    for row, kept in work.beside("account"):
        before = _account(kept, row.target_id or 0)
        now = here.pop(before.account_id, None)
        if now is None:
            person = residents.get(row.target_id or 0)
            label = person.full_name if person else f"dòng {row.row}"
            work.keep(label, VALUE_CHANGED.format(what="tài khoản"))
            continue
        here[before.account_id] = before  # an earlier row may have corrected it too
        corrected[before.account_id] = (corrected.get(before.account_id, (now, now))[0], before)
    brought = [one for one in here.values() if one.account_id not in corrected]
    unit.accounts.remove_many(brought)
    unit.accounts.change_many(list(corrected.values()))
    work.facts += len(brought)
    work.restored += len(corrected)


def _account(kept: list[object], holder: int) -> Account:
    number, bank, digits, day, source, note = kept
    return Account(
        number,  # type: ignore[arg-type]  # as the row's saving wrote them
        holder,
        bank,  # type: ignore[arg-type]
        digits,  # type: ignore[arg-type]
        date.fromisoformat(str(day)) if day else None,
        None,
        SourceRow(*source) if source else None,  # type: ignore[misc]
        note,  # type: ignore[arg-type]
    )


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


def _remove_people(work: Undoing, residents: dict[int, Resident]) -> None:
    number = work.record.import_id
    made = [one for one in residents.values() if one.source and one.source.import_id == number]
    holding = {one.resident_id for one in work.unit.accounts.of_many(p.resident_id for p in made)}
    later = work.later("person")
    rows = {one.row: one for one in work.rows}
    going = []
    for person in made:
        source = person.source.row if person.source else 0
        if person.resident_id in holding:
            work.keep(person.full_name, HOLDS_MORE)
        elif person.resident_id in later:
            work.keep(person.full_name, SEEN_LATER.format(file=later[person.resident_id]))
        elif _edited(work, person, rows[source]):
            work.keep(person.full_name, EDITED)
        else:
            going.append(person.resident_id)
    work.removed += work.unit.people.remove_many(going)


def _edited(work: Undoing, person: Resident, row: ImportRowRecord) -> bool:
    """Whether the person is no longer as the row made them; edited and put back is not."""
    if person.version == 1:
        return False
    fields = msgspec.json.decode(row.fields)
    village = work.villages.find(fields.get("thon"))
    problems = tuple(tuple(one) for one in msgspec.json.decode(row.problems))
    one = PreviewRow(row.row, "new", fields, problems=problems, village_id=village)
    noted = work.record.kind == "residents"
    made = resident_of(one, person.resident_id, SourceRow(work.record.import_id, row.row), noted)
    return replace(made, version=person.version) != person
