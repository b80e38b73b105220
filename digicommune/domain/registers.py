"""What the books of the office hand in and out beside the field's own values; it reads none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from digicommune.domain.criteria import VillageVerdict
from digicommune.domain.merchants import MerchantState
from digicommune.domain.periods import PeriodState
from digicommune.domain.text import name_key

ImportState = Literal["active", "undone"]
ImportVerdict = Literal["new", "known", "doubtful", "rejected"]
DocumentState = Literal["made", "issued", "replaced", "withdrawn"]
QrQuestion = Literal["qr", "transactions"]


# A resident's values in the order of the register, without number and source: name, its fold, its
# sort key, birth date as ISO text, village, birth year, sex, CCCD, CMND, phone, household, address,
# residence, note. A tuple of values and no more, for a list brings 50,000 of them.
PersonFacts = tuple[object, ...]
# An account's: key, bank, number, opening day as ISO text, note.
AccountFacts = tuple[str, str | None, str | None, str | None, str | None]


def account_key(bank_bin: str | None, number: str | None) -> str:
    """What tells a person's accounts apart: one without a number is one account at that bank."""
    return f"{bank_bin or ''}|{number or ''}"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who works at which machine, as the journal names them."""

    who: str
    workstation: str


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of the office file's examination, in Vietnamese."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class AgeWindow:
    """Which birth dates count: born on or before ``born_to``, on or after ``born_from_…``.

    A birth year alone is taken as 1 January. Where the sex is not known, the later (stricter) of
    the two lower bounds is used. ``unknown``: whether people without any birth date count.
    """

    born_to: date | None = None
    born_from_men: date | None = None
    born_from_women: date | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class PeopleQuery:
    """A page of the people's list, ordered by given name; ``search`` is folded, word by word."""

    search: str = ""
    village_id: int | None = None
    limit: int = 200
    offset: int = 0


@dataclass(frozen=True, slots=True)
class MerchantQuery:
    """A page of the merchants' list, ordered by name; ``search`` is folded, word by word."""

    search: str = ""
    village_id: int | None = None
    state: MerchantState | None = None
    limit: int = 10_000
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import as it was committed; the counts are of its rows by verdict."""

    import_id: int
    kind: str  # residents, merchants, bank-accounts, merchant-qr, village-figures
    file: str
    sha256: str
    sheet: str = ""
    bank_bin: str | None = None
    campaign_id: int | None = None
    new: int = 0
    known: int = 0
    doubtful: int = 0
    rejected: int = 0
    skipped: int = 0
    layout: str = "{}"  # JSON: header rows, columns, skipped rows
    state: ImportState = "active"
    who: str = ""
    workstation: str = ""
    made_at: str = ""  # UTC, ISO 8601; the book writes it


class ImportRowRecord(NamedTuple):
    """A row of an import, its texts JSON already; ``row`` is the sheet's own row number.

    A tuple and not a dataclass: 50,000 of them are made and stored at a time.
    """

    row: int
    verdict: str
    target_kind: str | None = None  # "person", "merchant", "village"
    target_id: int | None = None
    fields: str = "{}"
    warnings: str = "[]"
    problems: str = "[]"
    before: str | None = None  # what an update replaced, for undoing it


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """Who did what, when; ``digest`` chains it to the entry before."""

    entry_id: int
    who: str
    workstation: str
    at: str
    action: str
    subject: str
    before: str | None
    after: str | None
    digest: str


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as it was made, with the snapshot it is printed from."""

    document_id: int
    kind: str
    period: str
    title: str
    snapshot: bytes
    snapshot_sha256: str
    pdf_sha256: str | None = None
    number: str | None = None
    dated: date | None = None
    state: DocumentState = "made"
    replaces: int | None = None
    made_at: str = ""  # UTC, ISO 8601; the book writes it where it is empty


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A period somebody has moved: its state, and why it was moved last."""

    code: str
    state: PeriodState
    locked_at: str | None = None
    reason: str = ""
    unlocked_at: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The villages' verdicts as they were judged and kept."""

    evaluation_id: int
    set_code: str
    period: str
    set_sha: str
    made_at: str
    verdicts: tuple[VillageVerdict, ...]
    locked_at: str | None = None  # of one a lock kept


class PersonKeys(NamedTuple):
    """What a resident is recognised by."""

    resident_id: int
    full_name: str
    name_fold: str
    born: str | None  # ISO date
    birth_year: int | None
    cccd: str | None
    cmnd: str | None
    phone: str | None
    village_id: int | None


class MerchantKeys(NamedTuple):
    """What a merchant is recognised by."""

    merchant_id: int
    name: str
    name_fold: str
    owner_fold: str | None
    tax_code: str | None
    cccd: str | None
    phone: str | None
    village_id: int | None


def title_key(name: str) -> bytes:
    """A key that sorts villages and shops by their words in order, numbers by size."""
    words = [word.zfill(6) if word.isdigit() else word for word in name.split()]
    # name_key puts the last word first, as for people; the first word put last undoes that.
    return name_key(" ".join([*words[1:], *words[:1]]))


def _numbers(pairs: Sequence[tuple[str | None, int]]) -> dict[str, int]:
    """Number -> the one holder; a number that two hold tells nobody apart and is left out."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for number, holder in pairs:
        if number is None:
            continue
        if found.setdefault(number, holder) != holder:
            twice.add(number)
    for number in twice:
        del found[number]
    return found


@dataclass(frozen=True)
class PeopleIndex:
    """The people of the register by what a list may know of them; each view is built when asked."""

    rows: Sequence[PersonKeys] = field(repr=False)

    @cached_property
    def by_cccd(self) -> dict[str, int]:
        """Personal number -> resident."""
        return {one.cccd: one.resident_id for one in self.rows if one.cccd is not None}

    @cached_property
    def by_cmnd(self) -> dict[str, int]:
        """Old 9-digit number -> resident; one that two residents carry is left out."""
        return _numbers([(one.cmnd, one.resident_id) for one in self.rows])

    @cached_property
    def by_name_date(self) -> dict[tuple[str, str], list[int]]:
        """Folded name and ISO birth date -> residents."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for one in self.rows:
            if one.born is not None:
                found[one.name_fold, one.born].append(one.resident_id)
        return dict(found)

    @cached_property
    def by_name_year(self) -> dict[tuple[str, int], list[int]]:
        """Folded name and birth year (of the date too) -> residents."""
        found: dict[tuple[str, int], list[int]] = defaultdict(list)
        for one in self.rows:
            if one.birth_year is not None:
                found[one.name_fold, one.birth_year].append(one.resident_id)
        return dict(found)

    @cached_property
    def by_phone(self) -> dict[str, list[int]]:
        """Phone -> residents; a family may share one."""
        found: dict[str, list[int]] = defaultdict(list)
        for one in self.rows:
            if one.phone is not None:
                found[one.phone].append(one.resident_id)
        return dict(found)

    @cached_property
    def names(self) -> dict[int, str]:
        """Resident -> full name as written."""
        return {one.resident_id: one.full_name for one in self.rows}

    @cached_property
    def village(self) -> dict[int, int | None]:
        """Resident -> village."""
        return {one.resident_id: one.village_id for one in self.rows}


@dataclass(frozen=True)
class MerchantIndex:
    """The merchants of the register by what a list may know of them."""

    rows: Sequence[MerchantKeys] = field(repr=False)

    @cached_property
    def by_tax_code(self) -> dict[str, int]:
        """Tax code -> merchant; one that two merchants carry is left out."""
        return _numbers([(one.tax_code, one.merchant_id) for one in self.rows])

    @cached_property
    def by_cccd(self) -> dict[str, list[int]]:
        """Owner's personal number -> merchants; an owner may run several."""
        found: dict[str, list[int]] = defaultdict(list)
        for one in self.rows:
            if one.cccd is not None:
                found[one.cccd].append(one.merchant_id)
        return dict(found)

    @cached_property
    def by_name_village(self) -> dict[tuple[str, int | None], list[int]]:
        """Folded name and village -> merchants."""
        found: dict[tuple[str, int | None], list[int]] = defaultdict(list)
        for one in self.rows:
            found[one.name_fold, one.village_id].append(one.merchant_id)
        return dict(found)

    @cached_property
    def by_owner_village(self) -> dict[tuple[str, int | None], list[int]]:
        """Folded owner and village -> merchants."""
        found: dict[tuple[str, int | None], list[int]] = defaultdict(list)
        for one in self.rows:
            if one.owner_fold:
                found[one.owner_fold, one.village_id].append(one.merchant_id)
        return dict(found)

    @cached_property
    def by_phone(self) -> dict[str, list[int]]:
        """Phone -> merchants."""
        found: dict[str, list[int]] = defaultdict(list)
        for one in self.rows:
            if one.phone is not None:
                found[one.phone].append(one.merchant_id)
        return dict(found)

    @cached_property
    def names(self) -> dict[int, str]:
        """Merchant -> name as written."""
        return {one.merchant_id: one.name for one in self.rows}
