"""Judges what bank lists say of accounts: new ones, known ones, and corrections of known ones.

A number corrected in a row otherwise the same is no second account; where anything speaks against
it, it is one. It writes nothing.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from digicommune.domain.registers import account_key
from digicommune.operations.intake_rows import Change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digicommune.db.unit import Unit
    from digicommune.domain.people import Account, SourceRow
    from digicommune.domain.registers import AccountFacts
    from digicommune.domain.rows import Record
    from digicommune.operations.intake_rows import FieldValue, IntakeRequest

    Fields = Mapping[str, FieldValue]

OF_NUMBER = frozenset({"so_tai_khoan"})
OF_BANK = frozenset({"ngan_hang", "ngan_hang_bin"})
OF_DAY = frozenset({"ngay_mo"})
LOOSE = frozenset({"ghi_chu"})  # a note differs without the row being another


class Correction(NamedTuple):
    """The recorded account a row is about, and what becomes otherwise of it."""

    account: Account | None = None
    changes: tuple[Change, ...] = ()


class Spoken(NamedTuple):
    """The account a row speaks of: the person, the bank and the number."""

    person: int
    bank: str | None
    number: str | None

    @property
    def key(self) -> str:
        """What tells it from the person's other accounts."""
        return account_key(self.bank, self.number)


class Asked(NamedTuple):
    """A row of a known person, its account, and whether the register lacks that."""

    record: Record
    spoken: Spoken
    fresh: bool


class Accounts:
    """The accounts already recorded, and those this list has brought so far."""

    def __init__(self, unit: Unit, request: IntakeRequest) -> None:
        self._unit, self._request = unit, request
        self.recorded = unit.accounts.known()
        self._here: set[tuple[int, str]] = set()
        self._banks: set[tuple[int, str]] = {
            (one.resident_id, one.bank_bin or "") for one in self.recorded.values()
        }
        self._holders: dict[tuple[str | None, str], int] = {
            (one.bank_bin, one.number): one.resident_id
            for one in self.recorded.values()
            if one.number
        }
        self._named: set[int] = set()  # recorded accounts that rows of this list are about

    def spoken(self, record: Record, person: int) -> Spoken:
        """The account a record speaks of, as one of this person."""
        get = record.fields.get
        bank, number = get("ngan_hang_bin") or self._request.bank_bin, get("so_tai_khoan")
        if number and not bank:
            bank = self._bank_of(person, str(number))
        return Spoken(person, str(bank) if bank else None, str(number) if number else None)

    def _bank_of(self, person: int, number: str) -> str | None:
        """The bank of a person's recorded account: a list that names none means the same one."""
        return next(
            (one.bank_bin for one in self._of.get(person, ()) if one.number == number), None
        )

    def holder(self, record: Record) -> int | None:
        """Who holds the record's account, where the register has it."""
        one = self.spoken(record, 0)
        return self._holders.get((one.bank, one.number)) if one.number else None

    def has_any(self, person: int) -> bool:
        """Whether an account of the person is recorded."""
        return bool(self.recorded) and person in self._of

    def lacks(self, person: int, facts: AccountFacts) -> bool:
        """Whether the person does not yet have this account."""
        key, bank, number, _, _ = facts
        if not number and (person, bank or "") in self._banks:
            return False
        place = person, key
        return place not in self.recorded and place not in self._here

    def facts(self, record: Record) -> AccountFacts:
        """The account a stranger's record brings, as the register takes it."""
        get = record.fields.get
        bank, number = get("ngan_hang_bin") or self._request.bank_bin, get("so_tai_khoan")
        key = f"{bank or ''}|{number or ''}"  # domain.registers.account_key, called 50,000 times
        # The reader gives texts for all of them.
        return key, bank, number, get("ngay_mo"), get("ghi_chu")  # type: ignore[return-value]

    def facts_for(self, record: Record, person: int) -> AccountFacts:
        """As ``facts``; a number the person has at a bank is that one, where no bank is named."""
        found = self.facts(record)
        _, bank, number, day, note = found
        if bank or not number or not self.has_any(person):
            return found
        known = self._bank_of(person, number)
        return (account_key(known, number), known, number, day, note) if known else found

    def bring(self, person: int, facts: AccountFacts) -> None:
        """The person brings this account; the next row asking finds it."""
        key, bank, _, _, _ = facts
        self._here.add((person, key))
        self._banks.add((person, bank or ""))

    def take(self, person: int, facts: AccountFacts) -> bool:
        """Whether the person lacked this account; the next row asking finds it."""
        place = person, facts[0]
        if place in self.recorded:
            self._named.add(self.recorded[place].account_id)
            return False
        if not self.lacks(person, facts):
            return False
        self.bring(person, facts)
        return True

    def recorded_as(self, one: Spoken) -> Account | None:
        """The recorded account a row is about; without a number, the only one at the bank."""
        found = self.recorded.get((one.person, one.key))
        if found is not None or one.number:
            return found
        there = [each for each in self._of.get(one.person, ()) if each.bank_bin == one.bank]
        return there[0] if len(there) == 1 else None

    @cached_property
    def _of(self) -> dict[int, list[Account]]:
        found: dict[int, list[Account]] = {}
        for one in self.recorded.values():
            found.setdefault(one.resident_id, []).append(one)
        return found

    def corrections(self, rows: Sequence[Asked], read: int) -> list[Correction]:
        """What each of these rows of known people corrects; ``read`` is the length of the list."""
        meant = [self._meant(one) for one in rows]
        judge = _Correcting(
            self._earlier(rows, meant), self._copied(rows, read), self._bank_names()
        )
        found = []
        for one, candidates in zip(rows, meant, strict=True):
            free = [each for each in candidates if each.account_id not in self._named]
            allowed = free if one.fresh else candidates
            correction = judge.corrected(one.record, one.spoken, allowed)
            if one.fresh and correction.account is not None:
                self._named.add(correction.account.account_id)
            found.append(correction)
        return found

    def _meant(self, one: Asked) -> Sequence[Account]:
        """The recorded accounts a row may be about."""
        if one.fresh:
            return self._of.get(one.spoken.person, ())
        exact = self.recorded_as(one.spoken)
        return (exact,) if exact else ()

    def _earlier(
        self, rows: Sequence[Asked], meant: Sequence[Sequence[Account]]
    ) -> dict[SourceRow, Fields]:
        """The rows accounts came from, where a correction hangs on them."""
        sources = {
            each.source
            for one, found in zip(rows, meant, strict=True)
            for each in found
            if each.source and (one.fresh or one.record.fields.get("ngay_mo") != _iso(each))
        }
        texts = self._unit.imports.fields_of(sources)
        decode = msgspec.json.decode
        return {
            source: decode(text, type=dict[str, str | int | bool]) for source, text in texts.items()
        }

    def _copied(self, rows: Sequence[Asked], read: int) -> frozenset[int]:
        """The imports this list is a changed copy of: most of its accounts came from them."""
        exact = [self.recorded_as(one.spoken) for one in rows if not one.fresh]
        seen = Counter(one.source.import_id for one in exact if one and one.source)
        return frozenset(number for number, count in seen.items() if 2 * count >= read)

    def _bank_names(self) -> dict[str, str]:
        return {one.bin: one.short_name for one in self._unit.banks.all()}


class _Correcting(NamedTuple):
    """What is known of the rows the recorded accounts came from."""

    earlier: Mapping[SourceRow, Fields]
    copied: frozenset[int]
    banks: Mapping[str, str]

    def corrected(self, record: Record, one: Spoken, candidates: Sequence[Account]) -> Correction:
        """The first account the row is about, with what it corrects."""
        for account in candidates:
            if self._is_about(record, one, account):
                return Correction(account, self._changes(record, one, account))
        return Correction()

    def _is_about(self, record: Record, one: Spoken, account: Account) -> bool:
        """Whether the row speaks of this very account, with something put right."""
        if account.bank_bin == one.bank and account.number == one.number:
            return True
        if account.bank_bin == one.bank:
            if account.number is None or one.number is None:
                return True
            return self._same_but(record, account, OF_NUMBER)
        if one.number and account.number == one.number:
            return self._same_but(record, account, OF_BANK)
        copy = account.source is not None and account.source.import_id in self.copied
        both_unknown = one.number is None and account.number is None
        return copy and both_unknown and self._same_but(record, account, OF_BANK)

    def _same_but(self, record: Record, account: Account, but: frozenset[str]) -> bool:
        """Whether the row is the one the account came from, but for some fields.

        In a changed copy of the list more may have been put right, but never the opening day.
        """
        if account.source is None or account.source not in self.earlier:
            return False
        fields, earlier = record.fields, self.earlier[account.source]
        if account.source.import_id in self.copied:
            return fields.get("ngay_mo") == earlier.get("ngay_mo")
        keys = (fields.keys() | earlier.keys()) - but - LOOSE
        return all(fields.get(key) == earlier.get(key) for key in keys)

    def _changes(self, record: Record, one: Spoken, account: Account) -> tuple[Change, ...]:
        get, found = record.fields.get, []
        if one.number and one.number != account.number:
            found.append(Change("so_tai_khoan", account.number, one.number))
        if one.bank and one.bank != account.bank_bin:
            before = account.bank_bin and self.banks.get(account.bank_bin, account.bank_bin)
            after = str(get("ngan_hang") or self.banks.get(one.bank, one.bank))
            found.append(Change("ngan_hang", before, after))
        day, held = get("ngay_mo"), _iso(account)
        if day and str(day) != held and (held is None or self._day_is_sure(record, one, account)):
            found.append(Change("ngay_mo", held, str(day)))
        note = get("ghi_chu")
        if note and note != account.note:
            found.append(Change("ghi_chu", account.note, str(note)))
        return tuple(found)

    def _day_is_sure(self, record: Record, one: Spoken, account: Account) -> bool:
        """Another day of an account without a number may be another account's."""
        if one.number and one.number == account.number:
            return True
        copy = account.source is not None and account.source.import_id in self.copied
        return copy or self._same_but(record, account, OF_DAY)


def _iso(account: Account) -> str | None:
    day = account.opened_on
    return None if day is None else str(day)
