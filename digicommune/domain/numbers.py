"""Exact percentages and Vietnamese number writing; no float ever passes through here."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

MOST_DECIMALS = 6


def percentage(numerator: int, denominator: int, decimals: int) -> Decimal | None:
    """``numerator / denominator`` in percent, rounded half up; None over a denominator of 0."""
    if denominator == 0:
        return None
    scale = 10**decimals
    # Half up in integers: floor(2x + 1) / 2 of x = numerator * 100 * scale / denominator.
    units = (2 * numerator * 100 * scale + denominator) // (2 * denominator)
    return Decimal(units).scaleb(-decimals)


def percentage_beside(
    numerator: int, denominator: int, decimals: int, threshold: Decimal
) -> Decimal | None:
    """The percentage with as many decimals as keep it on its own side of ``threshold``.

    2,799 of 4,000 against 70 % prints 69.98 though one decimal is set: 70.0 would read as met.
    """
    if denominator == 0:
        return None
    exact = Fraction(numerator * 100, denominator)
    for places in range(decimals, MOST_DECIMALS + 1):
        rounded = percentage(numerator, denominator, places)
        if rounded is not None and (rounded >= threshold) == (exact >= Fraction(threshold)):
            return rounded
    return _cut_down(exact, MOST_DECIMALS)


def _cut_down(exact: Fraction, decimals: int) -> Decimal:
    return Decimal(exact.numerator * 10**decimals // exact.denominator).scaleb(-decimals)


def short_by(numerator: int, denominator: int, threshold: Decimal) -> int:
    """How many more units reach ``threshold`` percent exactly; 0 where it is met."""
    needed = Fraction(threshold) * denominator / 100
    whole = -(-needed.numerator // needed.denominator)
    return max(0, whole - numerator)


def vi_int(value: int) -> str:
    """Thousands by dots: 45158 -> 45.158 (Accounting law, Art. 11)."""
    return f"{value:,}".replace(",", ".")


def vi_decimal(value: Decimal) -> str:
    """Thousands by dots, decimal comma: Decimal('1234.50') -> 1.234,50."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def vi_decimal_text(text: str) -> str:
    """A decimal text in Vietnamese writing: "69.98" -> "69,98"."""
    return vi_decimal(Decimal(text))


def vi_percent(numerator: int, denominator: int, decimals: int) -> str:
    """The rounded percentage in Vietnamese writing, without the sign; empty over 0."""
    value = percentage(numerator, denominator, decimals)
    return "" if value is None else vi_decimal(value)


def rounded_half_up(value: Decimal, decimals: int) -> Decimal:
    """``value`` to ``decimals`` places, half up."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
