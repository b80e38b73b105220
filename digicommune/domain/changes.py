"""What changed between two figures on one base: exact points of percent and units; no words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.snapshot import Part


@dataclass(frozen=True, slots=True)
class Change:
    """Units more (less: negative), and points of percent where both have a share, both exact."""

    units: int
    points: Fraction | None = None


def change(now: Part, before: Part | None) -> Change | None:
    """From ``before`` to ``now``, which stand on one base; None where either has no figure.

    Points are told only where both have a denominator: a share is never compared with a count.
    """
    if before is None or not _known(now) or not _known(before):
        return None
    if (now.denominator is None) != (before.denominator is None):
        return None
    units = (now.numerator or 0) - (before.numerator or 0)
    if now.denominator is None:
        return Change(units)
    if not now.denominator or not before.denominator:
        return None
    points = Fraction((now.numerator or 0) * 100, now.denominator)
    return Change(units, points - Fraction((before.numerator or 0) * 100, before.denominator))


def _known(part: Part) -> bool:
    return part.status == "value" and part.numerator is not None


def rounded_size(points: Fraction, decimals: int) -> Decimal:
    """How large a change is, without its sign, rounded half up."""
    scaled = abs(points) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(units).scaleb(-decimals)
