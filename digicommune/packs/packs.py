"""The packs the program ships and those an office adds, as checked domain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain.banks import Bank
from digicommune.domain.criteria import CriteriaSet
from digicommune.domain.criteria_checks import Fault, faults
from digicommune.domain.indicators import Base, Indicator, RetirementAge
from digicommune.domain.village_cards import ProfileItem
from digicommune.packs.reading import bad_pack, line_in, read_pack
from digicommune.settings import resources

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Retirement:
    """Retirement ages by year with their legal basis."""

    legal_basis: str
    years: tuple[RetirementAge, ...]
    verified: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorPack:
    """Indicator definitions and the bases of their denominators."""

    code: str
    title: str
    legal_basis: str
    base: tuple[Base, ...]
    indicator: tuple[Indicator, ...]
    retirement: Retirement
    valid_from: date | None = None


@dataclass(frozen=True, slots=True)
class BankPackHead:
    """Where the bank table comes from and how far it is checked."""

    code: str
    kind: str
    name: str
    version: str
    source: str


@dataclass(frozen=True, slots=True)
class BankEntry:
    """A bank as the pack writes it; ``former_name`` is kept for old lists."""

    bin: str
    code: str
    short_name: str
    sources: int
    aliases: tuple[str, ...] = ()
    vietqr_status: str | None = None
    former_name: str | None = None


@dataclass(frozen=True, slots=True)
class BankPack:
    """The banks of the country by BIN."""

    pack: BankPackHead
    bank: tuple[BankEntry, ...]

    def banks(self) -> tuple[Bank, ...]:
        """The banks as lists are read against them."""
        return tuple(
            Bank(one.bin, one.code, one.short_name, one.aliases, one.sources, one.vietqr_status)
            for one in self.bank
        )


def load_indicators(path: Path) -> IndicatorPack:
    """Reads and checks an indicator pack; raises ``UserError`` ``bad_pack``."""
    pack = read_pack(path, IndicatorPack)
    _no_twins(path, "indicator", [one.code for one in pack.indicator])
    _no_twins(path, "base", [one.code for one in pack.base])
    known = {one.code for one in pack.base}
    for one in pack.indicator:
        unknown = [base for base in one.bases if base not in known]
        if unknown or not one.bases:
            raise bad_pack(path, f"chỉ tiêu {one.code} dùng cơ sở chưa khai báo {unknown}", None)
    return pack


def load_criteria(path: Path) -> CriteriaSet:
    """Reads and checks a criteria pack; raises ``UserError`` ``bad_pack``."""
    pack = read_pack(path, CriteriaSet)
    for fault in faults(pack):
        raise bad_pack(path, _told(fault), line_in(path, fault.place))
    return pack


def _told(fault: Fault) -> str:
    key = fault.place.rpartition(".")[2]
    whose = f"tiêu chí {fault.criterion} " if fault.criterion else ""
    return f"{whose}{fault.reason} (mục {key})"


def load_banks(path: Path) -> BankPack:
    """Reads and checks the bank table; raises ``UserError`` ``bad_pack``."""
    pack = read_pack(path, BankPack)
    _no_twins(path, "bank", [one.bin for one in pack.bank])
    return pack


def _no_twins(path: Path, what: str, codes: list[str]) -> None:
    twins = sorted({code for code in codes if codes.count(code) > 1})
    if twins:
        raise bad_pack(path, f"{what} trùng mã {', '.join(twins)}", None)


@dataclass(frozen=True, slots=True)
class Signer:
    """A signing capacity: the lines above the name, and the words that choose it.

    ``person`` tells whose name stands there: of several forms the same man signs, it is the same.
    ``office`` stands above the name (box 7b); ``{XA}`` in it is the commune in capitals.
    """

    role: str
    title: str
    capacity: tuple[str, ...]
    names: tuple[str, ...] = ()
    verified: bool = False
    person: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """Whom a kind of document is addressed and copied to; ``{xa}`` and ``{tinh}`` are filled in."""

    kind: str
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True)
class OfficePack:
    """Who signs and who receives."""

    code: str
    title: str
    legal_basis: str
    overview: tuple[str, ...]  # indicator codes of the first page's tiles, in order
    signer: tuple[Signer, ...]
    letter: tuple[Letter, ...]
    valid_from: date | None = None
    proof_months: int = 12  # how long a proof stands unlooked at, before it is warned of


def load_office(path: Path) -> OfficePack:
    """Reads and checks the office pack; raises ``UserError`` ``bad_pack``."""
    pack = read_pack(path, OfficePack)
    _no_twins(path, "signer", [one.role for one in pack.signer])
    return pack


def shipped_office() -> OfficePack:
    """The office pack that comes with the program."""
    return load_office(resources() / "packs" / "office.toml")


def shipped_banks() -> BankPack:
    """The bank table that comes with the program."""
    return load_banks(resources() / "packs" / "banks.toml")


@dataclass(frozen=True, slots=True)
class ProfilePack:
    """What can be noted of a village."""

    code: str
    title: str
    item: tuple[ProfileItem, ...]


def shipped_profile() -> ProfilePack:
    """The village profile that comes with the program; raises ``UserError`` ``bad_pack``."""
    path = resources() / "packs" / "village_profile.toml"
    pack = read_pack(path, ProfilePack)
    _no_twins(path, "item", [one.code for one in pack.item])
    return pack
