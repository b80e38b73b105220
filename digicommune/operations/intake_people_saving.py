"""Writes what was judged and decided of a list of people; it judges nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain.people import Account, Resident, SourceRow
from digicommune.domain.person_facts import is_head
from digicommune.domain.registers import account_key
from digicommune.operations.intake_comparing import (
    OF_BANK_LIST,
    OF_PERSON,
    beside_changes,
    fills_of,
    held_keys,
    key_changes,
    keys_of,
)
from digicommune.operations.intake_facts import save_facts, save_heads
from digicommune.operations.intake_people import digest_of
from digicommune.operations.intake_ready import save_ready, sex_of
from digicommune.operations.intake_rows import (
    Change,
    PreviewRow,
    Saved,
    Saving,
    VillageNames,
    row_record,
    text_or_none,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digicommune.domain.registers import ImportRowRecord

OF_ACCOUNT = frozenset({"so_tai_khoan", "ngan_hang", "ngay_mo"})


def save_people(saving: Saving) -> Saved:
    """Writes new people, their accounts and the changed values; keeps every row with its target."""
    saved = Saved()
    strangers = save_ready(saving, saving.preview.rows, saved)
    rows = _with_fills(saving)
    targets = strangers | _new_people(saving, rows, saved)
    villages = _changed_people(saving, rows, saved)
    accounts = _Writing(saving, targets)
    if saving.preview.kind == "bank-accounts":
        saved.facts += accounts.add(rows)
        accounts.change(rows)
    saved.rows += [_row_record(saving, one, targets, (villages, accounts)) for one in rows]
    saved.rows.sort()
    save_facts(saving, saved)
    save_heads(saving, saved)
    _remember(saving, rows, targets)
    return saved


def _with_fills(saving: Saving) -> Sequence[PreviewRow]:
    """The rows but strangers', with what those decided to be somebody fill in the register."""
    rows = [one for one in saving.preview.rows if one.ready is None]
    asked = [one for one in rows if one.verdict == "doubtful" and saving.decided(one) == "same"]
    if not asked:
        return rows
    villages = VillageNames(saving.unit)
    compared = OF_PERSON if saving.preview.kind == "residents" else OF_BANK_LIST
    residents = saving.unit.people.get([n for one in asked if (n := saving.target(one)) > 0])
    filled = {}
    for one in asked:
        resident = residents.get(saving.target(one))
        if resident is not None:
            keys = keys_of(one.row, one.fields, villages)
            changes = key_changes(keys, held_keys(resident), villages)
            changes += beside_changes(one.fields, resident, compared)
            filled[one.row] = one._replace(
                changes=fills_of(changes), target_label=resident.full_name
            )
    return [filled.get(one.row, one) for one in rows]


def _row_record(
    saving: Saving,
    one: PreviewRow,
    targets: Mapping[int, int],
    written: tuple[Mapping[int, int | None], _Writing],
) -> ImportRowRecord:
    if saving.decided(one) == "later":
        return row_record(one, None, one.verdict)
    new = one.new_fact or one.new_target or one.verdict == "doubtful"
    villages, accounts = written
    undo: dict[str, object] = {}
    if one.changes and one.row in villages:
        undo["thon"] = villages[one.row]
    if one.row in accounts.before:
        undo["account"] = _plain(accounts.before[one.row])
    target = ("person", _target(saving, one, targets))
    return row_record(one, target, "new" if new else "known", undo)


def _plain(one: Account) -> list[object]:
    day = one.opened_on.isoformat() if one.opened_on else None
    source = list(one.source) if one.source else None
    return [one.account_id, one.bank_bin, one.number, day, source, one.note]


def _target(saving: Saving, one: PreviewRow, targets: Mapping[int, int]) -> int:
    """The resident a row ended at: one made from this list, or one known before."""
    target = saving.target(one)
    return targets[target] if target < 0 else target


# --- people ---


def _new_people(saving: Saving, rows: Sequence[PreviewRow], saved: Saved) -> dict[int, int]:
    """Makes the residents the list brings; maps their provisional ids to the real ones."""
    fresh = [one for one in rows if saving.decided(one) == "new"]
    if not fresh:
        return {}
    ids = saving.unit.ids.block("residents", len(fresh))
    noted = saving.preview.kind == "residents"
    people = [
        resident_of(one, resident_id, SourceRow(saving.import_id, one.row), noted)
        for one, resident_id in zip(fresh, ids, strict=True)
    ]
    saving.unit.people.add_many(people)
    saved.created += len(people)
    return {-one.row: resident_id for one, resident_id in zip(fresh, ids, strict=True)}


def resident_of(one: PreviewRow, resident_id: int, source: SourceRow, noted: bool) -> Resident:
    """The resident a row makes.

    Somebody decided to be another person than the holder of the same number gets no number.
    """
    get = one.fields.get
    born, cccd = get("ngay_sinh"), text_or_none(get("cccd"))
    taken = any(code == "same_id_other_name" for _, code, _ in one.problems)
    return Resident(
        resident_id,
        str(one.fields["ho_ten"]),
        one.village_id,
        date.fromisoformat(str(born)) if born else None,
        get("nam_sinh"),  # type: ignore[arg-type]  # the reader gives a whole number
        sex_of(get("gioi_tinh"), cccd),
        None if taken else cccd,
        text_or_none(get("cmnd")),
        text_or_none(get("dien_thoai")),
        text_or_none(get("ho_so_ho")),
        text_or_none(get("dia_chi")),
        source=source,
        note=text_or_none(get("ghi_chu")) if noted else None,
        is_head=True if is_head(one.fields) else None,
    )


def _changed_people(
    saving: Saving, rows: Sequence[PreviewRow], saved: Saved
) -> dict[int, int | None]:
    """Writes the changed values; row -> the village before, where the village changed."""
    changed = [one for one in rows if one.changes and saving.decided(one) == "same"]
    residents = saving.unit.people.get(sorted({n for one in changed if (n := _known(saving, one))}))
    villages: dict[int, int | None] = {}
    touched: dict[int, Resident] = {}
    for one in changed:
        number = _known(saving, one)
        saved.note(f"person:{number}", one.changes)
        changes = [each for each in one.changes if each.field not in OF_ACCOUNT]
        if saving.preview.kind == "bank-accounts":
            changes = [each for each in changes if each.field != "ghi_chu"]
        if number in residents and changes:
            if any(each.field == "thon" for each in changes):
                villages[one.row] = residents[number].village_id
            person = touched.get(number, residents[number])
            touched[number] = with_changes(person, changes, one.village_id)
    saving.unit.people.update_many(list(touched.values()))
    return villages


def _known(saving: Saving, one: PreviewRow) -> int:
    return max(0, saving.target(one))


def with_changes(resident: Resident, changes: Iterable[Change], village: int | None) -> Resident:
    """A resident with these values as they are after; ``village`` goes with a changed one."""
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
        sex=sex_of(new.get("gioi_tinh"), None) or resident.sex,
        address=new.get("dia_chi", resident.address),
        household=new.get("ho_so_ho", resident.household),
        village_id=village if "thon" in new else resident.village_id,
        note=new.get("ghi_chu", resident.note),
    )


# --- accounts ---


class _Writing:
    """Writes the accounts of a list; ``before`` keeps those it changed, by row."""

    def __init__(self, saving: Saving, targets: Mapping[int, int]) -> None:
        self._saving, self._targets = saving, targets
        self.before: dict[int, Account] = {}

    def add(self, rows: Sequence[PreviewRow]) -> int:
        """Adds what the register lacks; how many."""
        bringing = list(self._bringing(rows))
        unit = self._saving.unit
        ids = unit.ids.block("accounts", len(bringing)) if bringing else range(0)
        unit.accounts.add_many(
            [
                self._account(one, account_id, person)
                for (one, person), account_id in zip(bringing, ids, strict=True)
            ]
        )
        return len(bringing)

    def _bringing(self, rows: Sequence[PreviewRow]) -> Iterator[tuple[PreviewRow, int]]:
        saving, targets, seen = self._saving, self._targets, set()
        asked = [one for one in rows if one.verdict == "doubtful"]
        decided = [saving.target(one) for one in asked if saving.decided(one) == "same"]
        held = saving.unit.accounts.of_many([one for one in decided if one > 0])
        known = {(one.resident_id, account_key(one.bank_bin, one.number)) for one in held}
        for one in rows:
            decision = saving.decided(one)
            fact = one.new_fact or one.verdict == "doubtful"
            if not (decision == "new" or (fact and decision == "same")):
                continue
            person = _target(saving, one, targets)
            if asked:  # only what an officer decided can bring the same account twice
                place = (
                    person,
                    account_key(self._bank(one), text_or_none(one.fields.get("so_tai_khoan"))),
                )
                if place in known or place in seen:
                    continue
                seen.add(place)
            yield one, person

    def _bank(self, one: PreviewRow) -> str | None:
        return (
            text_or_none(one.fields.get("ngan_hang_bin")) or self._saving.preview.request.bank_bin
        )

    def _account(self, one: PreviewRow, account_id: int, person: int) -> Account:
        get, saving = one.fields.get, self._saving
        opened = get("ngay_mo")
        return Account(
            account_id,
            person,
            self._bank(one),
            text_or_none(get("so_tai_khoan")),
            date.fromisoformat(str(opened)) if opened else None,
            saving.campaign_id,
            SourceRow(saving.import_id, one.row),
            text_or_none(get("ghi_chu")),
        )

    def change(self, rows: Sequence[PreviewRow]) -> None:
        """Puts right the accounts that rows correct; they now come from these rows."""
        saving = self._saving
        asked = [one for one in rows if one.account is not None and one.target]
        held = {
            each.account_id: each
            for each in saving.unit.accounts.of_many([one.target or 0 for one in asked])
        }
        pairs = []
        for one in asked:
            before = held.get(one.account or 0)
            if before is None:
                continue
            after = self._corrected(before, one)
            held[before.account_id] = after
            self.before[one.row] = before
            pairs.append((before, after))
        saving.unit.accounts.change_many(pairs)

    def _corrected(self, held: Account, one: PreviewRow) -> Account:
        new = {each.field: each.after for each in one.changes}
        return held._replace(
            bank_bin=self._bank(one) if "ngan_hang" in new else held.bank_bin,
            number=new.get("so_tai_khoan", held.number),
            opened_on=date.fromisoformat(new["ngay_mo"]) if "ngay_mo" in new else held.opened_on,
            source=SourceRow(self._saving.import_id, one.row),
            note=new.get("ghi_chu", held.note),
        )


# --- decisions ---


def _remember(saving: Saving, rows: Sequence[PreviewRow], targets: Mapping[int, int]) -> None:
    """What the officer decided, so that the same row is not asked again."""
    villages = VillageNames(saving.unit)
    told: list[tuple[str, int, str]] = []
    for one in rows:
        decision = saving.decided(one) if one.verdict == "doubtful" else "later"
        if decision == "later":
            continue
        digest = digest_of(one.fields, keys_of(one.row, one.fields, villages))
        meant = _target(saving, one, targets)
        others = {targets.get(each.resident_id, each.resident_id) for each in one.candidates}
        told += [(digest, each, "new") for each in sorted(others - {meant})]
        told.append((digest, meant, "same"))
    saving.unit.imports.remember(told)
