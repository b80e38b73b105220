"""Judges and saves lists of people: residents, and bank lists of accounts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from digicommune.domain.identity import is_male
from digicommune.domain.matching import Match, Roster, accents_agree
from digicommune.domain.people import Account, Resident, Sex, SourceRow
from digicommune.domain.registers import PersonKeys
from digicommune.domain.text import fold
from digicommune.operations.intake_rows import (
    Change,
    PreviewRow,
    Saved,
    Saving,
    VillageNames,
    row_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digicommune.db.unit import Unit
    from digicommune.domain.registers import ImportRowRecord
    from digicommune.domain.rows import ListReading, Record
    from digicommune.operations.intake_rows import IntakeRequest

SEXES: dict[str, Sex] = {"Nam": "Nam", "Nữ": "Nữ"}
REASONS = {
    "same_id_other_name": "Trùng số định danh với “{name}” nhưng khác tên.",
    "name_and_date": "Trùng họ tên và ngày sinh với “{name}” nhưng chưa chắc là một người.",
    "phone_and_name": "Trùng số điện thoại và tên gần giống “{name}”.",
    "name_and_year": "Trùng họ tên và năm sinh với “{name}”, chưa đủ căn cứ là một người.",
}


class _Open(NamedTuple):
    """A row that means, or may mean, somebody known: judged when the list is read to its end."""

    place: int
    record: Record
    keys: PersonKeys
    match: Match
    fresh: bool


class PeopleJudge:
    """Judges residents' lists and bank lists, portion by portion."""

    def __init__(self, unit: Unit, request: IntakeRequest, kind: str) -> None:
        self._unit, self._request = unit, request
        self._villages = VillageNames(unit)
        self._roster = Roster(unit.people.match_index().rows)
        self._accounts = _Accounts(unit) if kind == "bank-accounts" else None
        self._rows: list[PreviewRow | None] = []
        self._open: list[_Open] = []

    def take(self, records: Sequence[Record]) -> None:
        """Matches these records; strangers are judged at once."""
        for record in records:
            keys = _keys_of(record, self._villages)
            match = self._roster.match(keys)
            fresh = self._brings_account(record, match, keys)
            if match.outcome == "new":
                self._roster.add(keys)
                self._rows.append(_stranger(record, keys, fresh))
            else:
                self._open.append(_Open(len(self._rows), record, keys, match, fresh))
                self._rows.append(None)

    def _brings_account(self, record: Record, match: Match, keys: PersonKeys) -> bool:
        if self._accounts is None:
            return False
        person = match.person or keys
        number = record.fields.get("so_tai_khoan")
        key = person.resident_id, _bank(record, self._request), str(number) if number else None
        doubtful = match.outcome == "doubtful"
        return self._accounts.lacks(*key) if doubtful else self._accounts.take(*key)

    def rows(self, reading: ListReading) -> list[PreviewRow]:
        """All verdicts; those who were known before are compared with the register now."""
        self.take(reading.records[len(self._rows) :])
        known = {one.match.person.resident_id for one in self._open if one.match.person}
        residents = self._unit.people.get([one for one in known if one > 0])
        for one in self._open:
            person = one.match.person or one.keys
            self._rows[one.place] = _judge_known(one, residents.get(person.resident_id))
        return [one for one in self._rows if one is not None]


def _stranger(record: Record, keys: PersonKeys, fresh: bool) -> PreviewRow:
    return PreviewRow(
        record.row,
        "new",
        record.fields,
        record.warnings,
        target=keys.resident_id,
        new_target=True,
        new_fact=fresh,
        village_id=keys.village_id,
    )


def _keys_of(record: Record, villages: VillageNames) -> PersonKeys:
    """The row as a person; until it is saved its id is its row number below zero."""
    fields = record.fields
    get = fields.get
    name = str(fields["ho_ten"])
    return PersonKeys(
        -record.row,
        name,
        fold(name),
        get("ngay_sinh"),  # type: ignore[arg-type]  # the reader gives ISO text, int and text here
        get("nam_sinh"),  # type: ignore[arg-type]
        get("cccd"),  # type: ignore[arg-type]
        get("cmnd"),  # type: ignore[arg-type]
        get("dien_thoai"),  # type: ignore[arg-type]
        villages.find(get("thon")),
    )


class _Accounts:
    """The accounts already recorded, and those this list has brought so far."""

    def __init__(self, unit: Unit) -> None:
        self._known = set(unit.accounts.known())
        self._banks = {(person, key.partition("|")[0]) for person, key in self._known}

    def lacks(self, person: int, bank: str | None, number: str | None) -> bool:
        """Whether the person does not yet have this account."""
        held = not number and (person, bank or "") in self._banks
        return not held and (person, account_key(bank, number)) not in self._known

    def take(self, person: int, bank: str | None, number: str | None) -> bool:
        """The same question; the next asking finds the account known."""
        fresh = self.lacks(person, bank, number)
        if fresh:
            self._known.add((person, account_key(bank, number)))
            self._banks.add((person, bank or ""))
        return fresh


def account_key(bank: str | None, number: str | None) -> str:
    """What tells one account of a person from another."""
    return f"{bank or ''}|{number or ''}"


def _judge_known(one: _Open, resident: Resident | None) -> PreviewRow:
    _place, record, keys, match, fresh = one
    person = match.person or keys
    doubtful = match.outcome == "doubtful"
    message = REASONS.get(match.reason, "").format(name=person.full_name)
    return PreviewRow(
        record.row,
        "doubtful" if doubtful else "new" if fresh else "known",
        record.fields,
        record.warnings,
        problems=(("ho_ten", match.reason, message),) if doubtful else (),
        target=person.resident_id,
        target_label=person.full_name,
        changes=() if doubtful or resident is None else _changes(record, keys, resident),
        new_fact=fresh,
        village_id=keys.village_id,
    )


def _bank(record: Record, request: IntakeRequest) -> str | None:
    given = record.fields.get("ngan_hang_bin")
    return str(given) if given else request.bank_bin


def _changes(record: Record, keys: PersonKeys, resident: Resident) -> tuple[Change, ...]:
    """What the list knows better or otherwise than the register, old and new side by side."""
    born = resident.birth_date.isoformat() if resident.birth_date else None
    held = (
        ("ngay_sinh", born),
        ("cccd", resident.cccd),
        ("cmnd", resident.cmnd),
        ("dien_thoai", resident.phone),
        ("gioi_tinh", resident.sex),
        ("dia_chi", resident.address),
        ("ho_so_ho", resident.household),
    )
    found = [
        Change(field, before, str(record.fields[field]))
        for field, before in held
        if record.fields.get(field) and record.fields[field] != before
    ]
    if not resident.birth_date and keys.birth_year and keys.birth_year != resident.birth_year:
        before = str(resident.birth_year) if resident.birth_year else None
        found.append(Change("nam_sinh", before, str(keys.birth_year)))
    if keys.village_id and keys.village_id != resident.village_id:
        before = str(resident.village_id) if resident.village_id else None
        found.append(Change("thon", before, str(keys.village_id)))
    if not accents_agree(keys.full_name, resident.full_name):
        found.append(Change("ho_ten", resident.full_name, keys.full_name))
    return tuple(found)


def save_people(saving: Saving) -> Saved:
    """Writes new people, their accounts and the changed values; keeps every row with its target."""
    saved = Saved()
    targets = _new_people(saving, saved)
    _changed_people(saving, saved)
    accounts = _new_accounts(saving, targets) if saving.preview.kind == "bank-accounts" else []
    saving.unit.accounts.add_many(accounts)
    saved.facts = len(accounts)
    for one in saving.preview.rows:
        saved.rows.append(_row_record(saving, one, targets))
    return saved


def _row_record(saving: Saving, one: PreviewRow, targets: Mapping[int, int]) -> ImportRowRecord:
    if saving.decided(one) == "later":
        return row_record(one, None, one.verdict)
    verdict = "new" if one.new_fact or one.new_target or one.verdict == "doubtful" else "known"
    return row_record(one, ("person", _target(saving, one, targets)), verdict)


def _target(saving: Saving, one: PreviewRow, targets: Mapping[int, int]) -> int:
    """The resident a row ended at: one made from this list, or one known before."""
    if saving.decided(one) == "new":
        return targets[-one.row]
    target = one.target or 0
    return targets[target] if target < 0 else target


def _new_people(saving: Saving, saved: Saved) -> dict[int, int]:
    """Makes the residents the list brings; maps their provisional ids to the real ones."""
    fresh = [one for one in saving.preview.rows if saving.decided(one) == "new"]
    if not fresh:
        return {}
    ids = saving.unit.ids.block("residents", len(fresh))
    people = [
        _resident(one, resident_id, SourceRow(saving.import_id, one.row))
        for one, resident_id in zip(fresh, ids, strict=True)
    ]
    saving.unit.people.add_many(people)
    saved.created = len(people)
    return {-one.row: resident_id for one, resident_id in zip(fresh, ids, strict=True)}


def _resident(one: PreviewRow, resident_id: int, source: SourceRow) -> Resident:
    get = one.fields.get
    born, cccd = get("ngay_sinh"), _text(get("cccd"))
    return Resident(
        resident_id=resident_id,
        full_name=str(one.fields["ho_ten"]),
        village_id=one.village_id,
        birth_date=date.fromisoformat(str(born)) if born else None,
        birth_year=get("nam_sinh"),  # type: ignore[arg-type]  # the reader gives a whole number
        sex=_sex(_text(get("gioi_tinh")), cccd),
        cccd=cccd,
        cmnd=_text(get("cmnd")),
        phone=_text(get("dien_thoai")),
        household=_text(get("ho_so_ho")),
        address=_text(get("dia_chi")),
        source=source,
    )


def _sex(given: str | None, cccd: str | None) -> Sex | None:
    """As the list says, else as the personal number says (its fourth digit, Circular 07/2016)."""
    if given is not None and given in SEXES:
        return SEXES[given]
    if cccd is None:
        return None
    return "Nam" if is_male(cccd) else "Nữ"


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _changed_people(saving: Saving, saved: Saved) -> None:
    changed = [one for one in saving.preview.rows if one.changes and saving.decided(one) == "same"]
    ids = {one.target for one in changed if one.target and one.target > 0}
    residents = dict(saving.unit.people.get(sorted(ids)))
    for one in changed:
        if one.target in residents:
            residents[one.target] = _with_changes(residents[one.target], one.changes)
    saving.unit.people.update_many(list(residents.values()))
    saved.updated = len(residents)


def _with_changes(resident: Resident, changes: Iterable[Change]) -> Resident:
    new = {one.field: one.after for one in changes}
    born = new.get("ngay_sinh")
    year = int(born[:4]) if born else int(new.get("nam_sinh") or 0) or resident.birth_year
    return replace(
        resident,
        full_name=new.get("ho_ten", resident.full_name),
        birth_date=date.fromisoformat(born) if born else resident.birth_date,
        birth_year=year,
        cccd=new.get("cccd", resident.cccd),
        cmnd=new.get("cmnd", resident.cmnd),
        phone=new.get("dien_thoai", resident.phone),
        sex=_sex(new.get("gioi_tinh"), None) or resident.sex,
        address=new.get("dia_chi", resident.address),
        household=new.get("ho_so_ho", resident.household),
        village_id=int(new["thon"]) if "thon" in new else resident.village_id,
    )


def _new_accounts(saving: Saving, targets: Mapping[int, int]) -> list[Account]:
    bringing = [
        one
        for one in saving.preview.rows
        if saving.decided(one) == "new" or (one.new_fact and saving.decided(one) == "same")
    ]
    ids = saving.unit.ids.block("accounts", len(bringing)) if bringing else range(0)
    return [
        _account(saving, one, account_id, _target(saving, one, targets))
        for one, account_id in zip(bringing, ids, strict=True)
    ]


def _account(saving: Saving, one: PreviewRow, account_id: int, person: int) -> Account:
    get = one.fields.get
    opened = get("ngay_mo")
    return Account(
        account_id=account_id,
        resident_id=person,
        bank_bin=_text(get("ngan_hang_bin")) or saving.preview.request.bank_bin,
        number=_text(get("so_tai_khoan")),
        opened_on=date.fromisoformat(str(opened)) if opened else None,
        campaign_id=saving.campaign_id,
        source=SourceRow(saving.import_id, one.row),
    )
