"""Judges lists of people: residents, and bank lists of accounts; it writes nothing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from digicommune.domain.matching import Match, Roster, clues_of
from digicommune.domain.people import mask_tail
from digicommune.operations.intake_accounts import Accounts, Asked, Correction
from digicommune.operations.intake_comparing import (
    OF_BANK_LIST,
    OF_PERSON,
    beside_changes,
    fills_of,
    key_changes,
    keys_of,
)
from digicommune.operations.intake_ready import ready_account, ready_row
from digicommune.operations.intake_rows import (
    Candidate,
    Change,
    Origins,
    PreviewRow,
    VillageNames,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digicommune.db.unit import Unit
    from digicommune.domain.matching import Likely
    from digicommune.domain.people import Resident
    from digicommune.domain.registers import AccountFacts, PersonKeys
    from digicommune.domain.rows import ListReading, Record
    from digicommune.operations.intake_rows import Decision, FieldValue, IntakeRequest

    Fields = Mapping[str, FieldValue]

REASONS = {
    "same_id_other_name": "Trùng số định danh với “{name}” nhưng khác tên.",
    "name_and_date": "Trùng họ tên và ngày sinh với “{name}” nhưng chưa chắc là một người.",
    "phone_and_name": "Trùng số điện thoại và tên gần giống “{name}”.",
    "name_and_year": "Trùng họ tên và năm sinh với “{name}”, chưa đủ căn cứ là một người.",
    "near_id": "Số định danh chỉ lệch một chữ số với “{name}”, tên gần giống.",
    "alike": "Gần giống “{name}” trong sổ, chưa đủ căn cứ là một người.",
}


class _Open(NamedTuple):
    """A row that means, or may mean, somebody known: judged when the list is read to its end."""

    place: int
    record: Record
    keys: PersonKeys
    match: Match
    fresh: bool
    decided: Decision | None


class PeopleJudge:
    """Judges residents' lists and bank lists, portion by portion."""

    def __init__(self, unit: Unit, request: IntakeRequest, kind: str) -> None:
        self._unit = unit
        self._villages = VillageNames(unit)
        self._people = unit.people.match_index().rows
        self._roster = Roster(self._people)
        self._roster.prepare()  # nothing is lost: the reader has only begun to open the file
        self._accounts = Accounts(unit, request) if kind == "bank-accounts" else None
        self._compared = OF_PERSON if self._accounts is None else OF_BANK_LIST
        self._rows: list[PreviewRow | None] = []
        self._open: list[_Open] = []

    def take(self, records: Sequence[Record]) -> None:
        """Matches these records; strangers are judged at once."""
        for record in records:
            keys = keys_of(record.row, record.fields, self._villages)
            match = self._roster.match(keys, self._holder(record))
            decided = None
            if match.outcome == "doubtful":
                match, decided = self._remembered(record, keys, match)
                if decided == "new" and match.reason == "same_id_other_name":
                    keys = keys._replace(cccd=None)  # the number is somebody else's
            if match.outcome == "new":
                self._roster.add(keys)
                self._rows.append(self._stranger(record, keys, decided))
            else:
                self._rows.append(self._met(record, keys, (match, decided)))

    def _holder(self, record: Record) -> PersonKeys | None:
        if self._accounts is None or not self._accounts.recorded:
            return None
        holder = self._accounts.holder(record)
        return self._by_id[holder] if holder else None

    @cached_property
    def _by_id(self) -> dict[int, PersonKeys]:
        return {one.resident_id: one for one in self._people}

    @cached_property
    def _decisions(self) -> dict[str, dict[int, str]]:
        return self._unit.imports.decisions()

    def _remembered(
        self, record: Record, keys: PersonKeys, match: Match
    ) -> tuple[Match, Decision | None]:
        """A doubtful row as it was decided before; one new candidate, and it is asked again."""
        told = self._decisions and self._decisions.get(digest_of(record.fields, keys))
        if not told:
            return match, None
        for one in match.candidates:
            if told.get(one.person.resident_id) == "same":
                return Match("same", one.person, match.reason), "same"
        if all(told.get(one.person.resident_id) == "new" for one in match.candidates):
            return Match("new", reason=match.reason), "new"
        return match, None

    def _stranger(self, record: Record, keys: PersonKeys, decided: Decision | None) -> PreviewRow:
        account = None
        if self._accounts is not None:
            account = self._accounts.facts(record)
            self._accounts.bring(keys.resident_id, account)
        return PreviewRow(
            record.row,
            "new",
            record.fields,
            record.warnings,
            target=keys.resident_id,
            new_target=True,
            new_fact=account is not None,
            village_id=keys.village_id,
            decided=decided,
            ready=ready_row(record.fields, keys, account),
        )

    def _met(
        self, record: Record, keys: PersonKeys, found: tuple[Match, Decision | None]
    ) -> PreviewRow | None:
        """The verdict of a row that means somebody, where it can be told at once."""
        match, decided = found
        person = match.person or keys
        fresh = False
        if self._accounts is not None:
            who = person.resident_id
            facts = self._accounts.facts_for(record, who)
            if match.outcome == "doubtful":
                fresh = self._accounts.lacks(who, facts)
            else:
                fresh = self._accounts.take(who, facts)
                simple = fresh and who > 0 and not self._accounts.has_any(who)
                if simple and self._says_nothing_else(record, keys, (person, decided)):
                    return _brings_account(record, keys, (person, facts, decided))
        self._open.append(_Open(len(self._rows), record, keys, match, fresh, decided))
        return None

    def _says_nothing_else(
        self, record: Record, keys: PersonKeys, known: tuple[PersonKeys, Decision | None]
    ) -> bool:
        person, decided = known
        if not self._compared.isdisjoint(record.fields):
            return False
        changes = key_changes(keys, person, self._villages)
        return not (fills_of(changes) if decided else changes)

    def rows(self, reading: ListReading) -> list[PreviewRow]:
        """All verdicts; those who were known before are compared with the register now."""
        self.take(reading.records[len(self._rows) :])
        corrections = self._corrections(len(reading.records))
        residents = self._residents(corrections)
        judge = _Known(self._villages, Origins(self._unit), residents, self._compared)
        for one in self._open:
            self._rows[one.place] = judge.judged(one, corrections.get(one.place))
        return [one for one in self._rows if one is not None]

    def _residents(self, corrections: Mapping[int, Correction]) -> dict[int, Resident]:
        """Of those met, the ones of whom the row says, or must tell, more than recognises them."""
        wanted = {
            one.match.person.resident_id
            for one in self._open
            if one.match.person and self._needs_resident(one, corrections.get(one.place))
        }
        return self._unit.people.get([one for one in wanted if one > 0])

    def _needs_resident(self, one: _Open, correction: Correction | None) -> bool:
        if self._accounts is None or not self._compared.isdisjoint(one.record.fields):
            return True
        told_by_account = correction is not None and correction.account is not None
        return one.match.outcome == "same" and not one.fresh and not told_by_account

    def _corrections(self, read: int) -> dict[int, Correction]:
        if self._accounts is None:
            return {}
        accounts = self._accounts
        known = [
            (one.place, Asked(one.record, accounts.spoken(one.record, who), one.fresh))
            for one in self._open
            if one.match.outcome == "same"
            and (who := (one.match.person or one.keys).resident_id) > 0
        ]
        found = accounts.corrections([one for _, one in known], read)
        return {place: each for (place, _), each in zip(known, found, strict=True)}


def digest_of(fields: Fields, keys: PersonKeys) -> str:
    """What the row says of the person, as decisions are remembered by it."""
    return clues_of(keys, str(fields.get("thon", "")))


def _brings_account(
    record: Record,
    keys: PersonKeys,
    known: tuple[PersonKeys, AccountFacts, Decision | None],
) -> PreviewRow:
    """A row that says nothing new of somebody known, but brings an account."""
    person, facts, decided = known
    return PreviewRow(
        record.row,
        "new",
        record.fields,
        record.warnings,
        target=person.resident_id,
        target_label=person.full_name,
        new_fact=True,
        village_id=keys.village_id,
        decided=decided,
        ready=ready_account(record.fields, facts),
    )


class _Known(NamedTuple):
    """What rows of known people are compared with."""

    villages: VillageNames
    origins: Origins
    residents: Mapping[int, Resident]
    compared: frozenset[str]

    def judged(self, one: _Open, correction: Correction | None) -> PreviewRow:
        """The verdict of one row."""
        person = one.match.person or one.keys
        if one.match.outcome == "doubtful":
            return self._doubtful(one, person)
        resident = self.residents.get(person.resident_id)
        changes = self._changes(one, person, resident) if person.resident_id > 0 else ()
        account = correction.account if correction else None
        corrected = bool(correction and correction.changes)
        if correction:
            changes += correction.changes
        fresh = one.fresh and not corrected
        source = account.source if account else resident.source if resident else None
        told = "" if fresh else self.origins.told(source, person.resident_id)
        return PreviewRow(
            one.record.row,
            "new" if fresh else "known",
            one.record.fields,
            one.record.warnings,
            target=person.resident_id,
            target_label=person.full_name,
            changes=changes,
            new_fact=fresh,
            village_id=one.keys.village_id,
            decided=one.decided,
            seen_in=told,
            account=account.account_id if account and corrected else None,
        )

    def _changes(
        self, one: _Open, person: PersonKeys, resident: Resident | None
    ) -> tuple[Change, ...]:
        found = key_changes(one.keys, person, self.villages)
        if resident is not None:
            found += beside_changes(one.record.fields, resident, self.compared)
        # Without certain evidence the register stands; the list only fills what it lacks.
        return found if one.decided is None else fills_of(found)

    def _doubtful(self, one: _Open, person: PersonKeys) -> PreviewRow:
        message = REASONS[one.match.reason].format(name=person.full_name)
        return PreviewRow(
            one.record.row,
            "doubtful",
            one.record.fields,
            one.record.warnings,
            problems=(("ho_ten", one.match.reason, message),),
            target=person.resident_id,
            target_label=person.full_name,
            new_fact=one.fresh,
            village_id=one.keys.village_id,
            candidates=tuple([self._candidate(each) for each in one.match.candidates]),
        )

    def _candidate(self, one: Likely) -> Candidate:
        return candidate_of(one, self.villages)


def candidate_of(one: Likely, villages: VillageNames) -> Candidate:
    """A candidate as the officer sees it: year, village, masked number."""
    person = one.person
    told = (
        str(person.birth_year or ""),
        villages.name(person.village_id) or "",
        mask_tail(person.cccd or person.cmnd),
        f"dòng {-person.resident_id} của tệp này" if person.resident_id < 0 else "",
    )
    detail = " · ".join(part for part in told if part)
    return Candidate(person.resident_id, person.full_name, detail, one.score)
