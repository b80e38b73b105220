"""A shop as the office looks at one: a line of the list, the whole card; numbers are masked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from digicommune.domain.merchants import Merchant, MerchantState, QrKind, QrState, Visit, VisitState
from digicommune.domain.people import mask_tail
from digicommune.domain.people_search import Findable
from digicommune.domain.registers import JournalEntry, MerchantKeys

CLUES = ("tax_code", "phone", "name")
PERSONAL_TAX_CODE = 12  # digits: the owner's personal number since 1 July 2025 (intake.md 4.3)


class MerchantLine(NamedTuple):
    """A shop in a list; a tuple, for a filter goes through thousands of them."""

    number: int
    name: str
    owner: str
    village: str
    village_id: int  # that of today; 0: not known
    address: str
    line: str
    phone: str  # masked
    state: MerchantState
    qr_state: QrState
    qr_kind: QrKind | None
    bank: str  # or the provider that is no bank
    stands_at: VisitState
    look: bool  # somebody has to look at it again


@dataclass(frozen=True, slots=True)
class MerchantRegister:
    """All shops of the register with what they are found and filtered by."""

    lines: tuple[MerchantLine, ...]
    findable: tuple[Findable, ...]
    villages: tuple[tuple[int, str], ...]  # those of today
    banks: tuple[tuple[str, str], ...]  # BIN, short name


@dataclass(frozen=True, slots=True)
class MerchantCard:
    """Everything the register knows of a shop, with where it came from."""

    merchant: Merchant
    village: str
    bank: str
    visits: tuple[Visit, ...]  # the last first
    history: tuple[JournalEntry, ...]  # newest first
    sources: dict[int, str]  # import -> its file


@dataclass(frozen=True, slots=True)
class MerchantFigure:
    """One of the two figures of shops at the end of a period, with what both its sides count."""

    code: str
    name: str
    numerator: int | None
    denominator: int | None
    counts: str
    of: str
    typed: bool  # a figure somebody typed stands before what the register counts


@dataclass(frozen=True, slots=True)
class Twins:
    """Shops that are perhaps one, the oldest entry first, and what they share."""

    numbers: tuple[int, ...]
    shared: tuple[str, ...]  # "tax_code", "phone", "name"


def needs_look(one: Merchant) -> bool:
    """Whether somebody has to look at a shop again: its code is doubtful or did not work."""
    if one.state != "active":
        return False
    return one.qr_state == "doubtful" or bool(one.qr_problem) or one.qr_works is False


def shown_tax_code(code: str | None) -> str:
    """A tax code to be shown; one that is a personal number is masked."""
    if code and len(code) == PERSONAL_TAX_CODE and code.isdigit():
        return mask_tail(code)
    return code or ""


def line_of(one: Merchant, village: tuple[int, str], bank: str) -> MerchantLine:
    """A shop's line; ``village`` is its number today and its name."""
    return MerchantLine(
        one.merchant_id,
        one.name,
        one.owner or "",
        village[1],
        village[0],
        one.address or "",
        one.line or "",
        mask_tail(one.phone, head=3, tail=3),
        one.state,
        one.qr_state,
        one.qr_kind,
        bank or one.provider or "",
        one.stands_at,
        needs_look(one),
    )


def findable_of(one: Merchant) -> Findable:
    """A shop as it is looked for: its own name first, then owner, goods and place."""
    numbers = (one.tax_code, one.cccd, one.phone)
    beside = " ".join(part for part in (one.owner, one.line, one.address) if part)
    return Findable(one.merchant_id, one.name, tuple(n for n in numbers if n), beside)


def twins_among(shops: Iterable[MerchantKeys]) -> tuple[Twins, ...]:
    """Shops of one tax code, of one phone, or of one name, owner and village; it only asks.

    Where two clues lead from shop to shop, all of them stand in one group.
    """
    clues: dict[tuple[str, object], list[int]] = defaultdict(list)
    for one in shops:
        for clue in _clues(one):
            clues[clue].append(one.merchant_id)
    groups: dict[int, set[int]] = {}
    for numbers in clues.values():
        if len(numbers) > 1:
            joined = set(numbers).union(*(groups.get(number, ()) for number in numbers))
            groups |= dict.fromkeys(joined, joined)
    shared: dict[int, set[str]] = defaultdict(set)
    for (kind, _), numbers in clues.items():
        if len(numbers) > 1:
            shared[min(groups[numbers[0]])].add(kind)
    found = {min(group): group for group in groups.values()}
    return tuple(
        Twins(tuple(sorted(found[first])), tuple(one for one in CLUES if one in shared[first]))
        for first in sorted(found)
    )


def _clues(one: MerchantKeys) -> Iterable[tuple[str, object]]:
    if one.tax_code:
        yield "tax_code", one.tax_code
    if one.phone:
        yield "phone", one.phone
    yield "name", (one.name_fold, one.owner_fold, one.village_id)


class Printed(NamedTuple):
    """A shop as the printed list names it: nobody's number stands in it."""

    name: str
    owner: str
    address: str
    line: str
    tax_code: str  # of a business; left out where it is a personal number
    has_qr: bool
    bank: str
    sound_box: bool
    issued_on: date | None
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class PrintedVillage:
    """The shops of a village on the printed list; only active ones are on it."""

    name: str
    shops: tuple[Printed, ...]

    @property
    def with_qr(self) -> int:
        """How many accept payment by a code."""
        return sum(one.has_qr for one in self.shops)


@dataclass(frozen=True, slots=True)
class PrintedRegister:
    """The list of shops with payment codes of a commune on a day."""

    commune_kind: str
    commune_name: str
    villages: tuple[PrintedVillage, ...]
    as_of: date
    printed_on: date
    chairman: str = ""
