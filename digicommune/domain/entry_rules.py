"""Reads what is typed or pasted into a cell of figures and judges it; it stores nothing.

Hard rules block: no whole number, negative, numerator above denominator. A soft rule, a jump
against the period before, only asks for a note.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

from digicommune.domain.amounts import AmountError, read_amount
from digicommune.domain.text import clean, fold

if TYPE_CHECKING:
    from digicommune.domain.figures import FigureStatus, TypedFigure

Refusal = Literal[
    "not_a_number", "not_whole", "percent", "negative", "above_base", "too_large", "changed",
    "unknown",
]  # fmt: skip
Outcome = Literal["accepted", "unchanged", "refused", "needs_note"]

NOT_APPLICABLE: Final = frozenset({"-", "–", "—", "kad", "khong ap dung", "k/a"})
LARGEST: Final = 10**12  # beyond it a slip of the hand


class EntryRefused(ValueError):
    """The text cannot stand in a cell; ``code`` says why."""

    def __init__(self, code: Refusal) -> None:
        super().__init__(code)
        self.code: Refusal = code


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in a cell: nothing at all (blank), a value, or "không áp dụng"."""

    numerator: int | None = None
    denominator: int | None = None
    status: FigureStatus = "blank"
    note: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return self.status == "blank" and self.denominator is None


BLANK: Final = Parts()


@dataclass(frozen=True, slots=True)
class SoftRules:
    """From which share of the period before a change asks for a note: 20 means 20 %."""

    jump_percent: int = 20


def parts_of(typed: TypedFigure | None) -> Parts:
    """A kept figure as the parts of its cell."""
    if typed is None:
        return BLANK
    return Parts(typed.numerator, typed.denominator, typed.status, typed.note)


def read_entry(text: str) -> Parts:
    """What a cell's text says: "" blank, "-" or "kad" not applicable, "1.234", "412/520".

    Raises ``EntryRefused``. A percentage is refused: only counts make figures of a commune.
    """
    tidy = clean(text)
    if not tidy:
        return BLANK
    if fold(tidy) in NOT_APPLICABLE:
        return Parts(status="not_applicable")
    before, slash, after = tidy.partition("/")
    numerator = read_count(before)
    return Parts(numerator, read_count(after) if slash else None, "value")


def read_count(text: str) -> int:
    """A whole number from 0 as Vietnamese offices write it; raises ``EntryRefused``."""
    tidy = clean(text)
    if "%" in tidy:
        raise EntryRefused("percent")
    try:
        found = read_amount(tidy)
    except AmountError:
        raise EntryRefused("not_whole" if _is_fraction(tidy) else "not_a_number") from None
    if found < 0:
        raise EntryRefused("negative")
    if found > LARGEST:
        raise EntryRefused("too_large")
    return found


def _is_fraction(text: str) -> bool:
    whole, _mark, rest = text.replace(",", ".").rpartition(".")
    digits = whole.replace(".", "").lstrip("-")
    return digits.isdecimal() and rest.isdecimal()


def check_parts(parts: Parts, base: int | None) -> None:
    """Hard rule: the numerator lies within its denominator, typed or of the population.

    Raises ``EntryRefused`` ``above_base``.
    """
    within = base if parts.denominator is None else parts.denominator
    if parts.numerator is not None and within is not None and parts.numerator > within:
        raise EntryRefused("above_base")


def jumps(now: int | None, before: int | None, rules: SoftRules) -> bool:
    """Soft rule: whether a figure moved by more than the share; nothing is compared with 0."""
    if now is None or not before:
        return False
    return abs(now - before) > Fraction(rules.jump_percent, 100) * before
