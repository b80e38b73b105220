"""How a value of a list stands to the one in the register; it decides about nobody."""

from __future__ import annotations

from typing import Literal

from digicommune.domain.people import mask_tail
from digicommune.domain.resemblance import accents_agree
from digicommune.domain.text import clean

Agreement = Literal["same", "differs", "adds", "lacks", "silent"]
NAMES = frozenset({"ho_ten", "chu_ho", "thon", "dia_chi"})
YEAR_DIGITS = 4
UNSEEN = "•"


def agreement(field: str, listed: str | None, known: str | None) -> Agreement:
    """``adds``: only the list says it; ``lacks``: only the register; ``silent``: neither.

    Names agree whatever their capitals and the place of tone marks; of two births told with
    different precision, the years alone are compared.
    """
    if not listed:
        return "lacks" if known else "silent"
    if not known:
        return "adds"
    return "same" if _same(field, clean(str(listed)), clean(str(known))) else "differs"


def _same(field: str, listed: str, known: str) -> bool:
    if field == "ngay_sinh" and YEAR_DIGITS in (len(listed), len(known)):
        return listed[:YEAR_DIGITS] == known[:YEAR_DIGITS]
    if field in NAMES:
        return accents_agree(listed, known)
    return listed.casefold() == known.casefold()


def masked_apart(number: str, other: str | None) -> str:
    """A number masked but for the digits in which it differs from ``other``.

    038072001234 beside 038072901234 is 038•••0•1234: one can see what one is asked about.
    """
    masked = mask_tail(number)
    if not other or len(other) != len(number):
        return masked
    pairs = zip(masked, number, other, strict=True)
    return "".join(digit if digit != theirs else hidden for hidden, digit, theirs in pairs)
