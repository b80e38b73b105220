"""What an indicator counts, over which base, and where its figure comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Origin = Literal["registers", "typed"]
Register = Literal["accounts", "facts", "merchants_qr", "merchants_transactions"]


@dataclass(frozen=True, slots=True)
class RetirementAge:
    """Retirement age of a year in months, men and women (NĐ 135/2020, from the pack)."""

    year: int
    men: int
    women: int


@dataclass(frozen=True, slots=True)
class Base:
    """What a denominator counts: residents of an age, households, houses, merchants, files.

    ``age_from`` in years limits residents; ``working`` bounds them by retirement age too.
    """

    code: str
    name: str  # "người từ 15 tuổi trở lên"
    unit: str  # "người"
    age_from: int | None = None
    working: bool = False
    legal_basis: str = ""
    verified: bool = False
    own: bool = False  # the office's own, not a pack's


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator's definition as dated in a pack."""

    code: str
    name: str
    unit: str  # what is counted: người, tài khoản, hồ sơ, hộ, nhà
    numerator: str  # its meaning in words
    denominator: str
    bases: tuple[str, ...]  # base codes in order of preference
    decimals: int = 2
    register: Register | None = None  # counted from a register, else typed
    target: str | None = None  # percent, decimal text
    legal_basis: str = ""
    source: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = False
    own: bool = False  # made or changed by the office itself, not by a pack

    @property
    def counts_people(self) -> bool:
        """Whether a register of people counts it: its denominator is a population figure."""
        return self.register in {"accounts", "facts"}


@dataclass(frozen=True, slots=True)
class Target:
    """What the office aims at in a year: percent as decimal text; village 0: the commune."""

    indicator: str
    year: int
    village_id: int
    percent: str
    basis: str = ""  # the plan that sets it
