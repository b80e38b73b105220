"""Snapshot figures in Vietnamese words and table cells; it computes no figure of its own."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from digicommune.domain.numbers import percentage, percentage_beside, short_by, vi_decimal, vi_int

if TYPE_CHECKING:
    from digicommune.domain.snapshot import (
        Part,
        ReportSnapshot,
        SnapshotIndicator,
        SnapshotVillage,
    )

NO_DATA = "-"
NOT_APPLICABLE = "KAD"
UNKNOWN_VILLAGE = 0
# Kinds of village a name may carry itself: "Thôn 1", "Tổ dân phố 3", "Vệ Thôn", "Lương Làng".
_KINDS_BEFORE = frozenset(
    ("thôn", "bản", "khu", "tổ", "xóm", "làng", "ấp", "phố", "tiểu", "buôn", "khóm", "khối", "sóc")
)
_KINDS_AFTER = frozenset(("thôn", "bản", "xóm", "làng", "ấp", "phố", "khu", "trang", "trại"))


def day(value: date) -> str:
    """ "14/3/2026": the short form of running text and tables (dd/mm, months 1 and 2 padded)."""
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


def quantity(count: int) -> str:
    """A count in running text: 01..09 padded as offices write it, thousands by dots."""
    return f"{count:02d}" if 0 < count < 10 else vi_int(count)


def counted(part: Part | None) -> bool:
    """Whether there is a number to print."""
    return part is not None and part.status == "value" and part.numerator is not None


def share(part: Part | None) -> Fraction | None:
    """The exact share; None where a part is missing or the denominator is 0."""
    if part is None or not counted(part) or not part.denominator:
        return None
    return Fraction(part.numerator or 0, part.denominator)


def percent(part: Part | None, indicator: SnapshotIndicator) -> str:
    """The percentage in words without sign; on its own side of the target; "" where none."""
    if part is None or share(part) is None:
        return ""
    top, bottom = part.numerator or 0, part.denominator or 0
    if indicator.target is None:
        value = percentage(top, bottom, indicator.decimals)
    else:
        value = percentage_beside(top, bottom, indicator.decimals, Decimal(indicator.target))
    return "" if value is None else vi_decimal(value)


def counts(part: Part) -> str:
    """ "45.158/53.571", or the numerator alone where no denominator is known."""
    top = vi_int(part.numerator or 0)
    return f"{top}/{vi_int(part.denominator)}" if part.denominator is not None else top


def number(value: int | None) -> str:
    """A table cell of a count."""
    return NO_DATA if value is None else vi_int(value)


def cell(part: Part | None, indicator: SnapshotIndicator) -> str:
    """A village's cell: "412/520 (79,23%)"; blank, zero and not applicable are three things."""
    if part is not None and part.status == "not_applicable":
        return NOT_APPLICABLE
    if part is None or not counted(part):
        return NO_DATA
    shown = percent(part, indicator)
    return f"{counts(part)} ({shown}%)" if shown else counts(part)


def target_words(indicator: SnapshotIndicator) -> str:
    """ "80%", or "" without a target."""
    return "" if indicator.target is None else f"{decimal_words(indicator.target)}%"


def exact_target(indicator: SnapshotIndicator) -> Fraction | None:
    """The target as a share of 1."""
    return None if indicator.target is None else Fraction(Decimal(indicator.target)) / 100


def decimal_words(text: str) -> str:
    """Decimal text of the snapshot as printed: "69.98" is 69,98."""
    return vi_decimal(Decimal(text))


def target_gap(indicator: SnapshotIndicator) -> int | None:
    """Units missing to the target, 0 where it is met; None where nothing can be judged."""
    part = indicator.total
    if indicator.target is None or share(part) is None:
        return None
    return short_by(part.numerator or 0, part.denominator or 0, Decimal(indicator.target))


def village_labels(villages: Iterable[SnapshotVillage]) -> dict[int, str]:
    """Names by id; where two share a name the former commune tells them apart."""
    listed = tuple(villages)
    often = Counter(one.name.casefold() for one in listed)
    return {one.village_id: _label(one, often[one.name.casefold()] > 1) for one in listed}


def _label(village: SnapshotVillage, ambiguous: bool) -> str:
    if ambiguous and village.former_commune:
        return f"{village.name} ({village.former_commune})"
    return village.name


def spoken(village: str) -> str:
    """A village in a sentence: "thôn Duyên Hy", but "Thôn 1" and "Vệ Thôn" as they are.

    What stands in brackets behind the name (the former commune) does not count.
    """
    own = unicodedata.normalize("NFC", village).casefold().partition("(")[0].split()
    if len(own) > 1 and (own[0] in _KINDS_BEFORE or own[-1] in _KINDS_AFTER):
        return village
    return f"thôn {village}"


def known_villages(snapshot: ReportSnapshot) -> tuple[SnapshotVillage, ...]:
    """The real villages, without the row of what has no village yet."""
    return tuple(one for one in snapshot.villages if one.village_id != UNKNOWN_VILLAGE)


def population(villages: Iterable[SnapshotVillage], base: str) -> int | None:
    """The sum over villages, or None where no village has given it."""
    known = [one.population[base] for one in villages if base in one.population]
    return sum(known) if known else None
