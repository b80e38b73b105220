"""Bring Vietnamese phone numbers to one form; it never guesses the operator.

Mobile numbers have 10 digits since 2018; the old 11-digit prefixes are mapped (intake.md 4.4).
"""

from __future__ import annotations

import re
from typing import Final

from digicommune.domain.identity import is_whole
from digicommune.domain.text import clean

ZERO_RESTORED: Final = "phone_zero_restored"
ELEVEN_TO_TEN: Final = "phone_11_to_10"
INVALID: Final = "phone_invalid"

_OLD_PREFIXES: Final = {
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076",
    "0128": "078", "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")
_NOISE = re.compile(r"[\s.\-()'’+_\u2013]+")
_SEVERAL = re.compile(r"[/;,\n|&]|\s-\s|\shoặc\s")
_WHOLE_FLOAT = re.compile(r"(\d+)\.0+")


def read_phone(value: object) -> tuple[str | None, tuple[str, ...]]:
    """The number as 0xxxxxxxxx and warning codes; ``None`` with ``phone_invalid`` if unreadable.

    Where a cell holds several numbers the first valid one is taken.
    """
    if isinstance(value, str):
        if _MOBILE.fullmatch(value):
            return value, ()
        parts = [clean(part) for part in _SEVERAL.split(value) if part.strip()]
    elif isinstance(value, int | float) and 0 < value < 1e15 and is_whole(value):
        parts = [str(int(value))]
    else:
        parts = []
    for part in parts:
        number, notes = _read_one(part)
        if number is not None:
            return number, notes
    return None, (INVALID,)


def _read_one(text: str) -> tuple[str | None, tuple[str, ...]]:
    whole = _WHOLE_FLOAT.fullmatch(text.strip())
    digits = whole.group(1) if whole else _NOISE.sub("", text)
    if not (digits.isascii() and digits.isdigit()):
        return None, ()
    digits, notes = _national(digits)
    if len(digits) == 11 and digits[:4] in _OLD_PREFIXES:
        digits = _OLD_PREFIXES[digits[:4]] + digits[4:]
        notes = (ELEVEN_TO_TEN, *notes)
    valid = _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits)
    return (digits if valid else None), notes


def _national(digits: str) -> tuple[str, tuple[str, ...]]:
    """The digits with the trunk 0 in front, and whether a zero lost in Excel was put back."""
    for country in ("0084", "84"):
        if digits.startswith(country) and len(digits) >= len(country) + 9:
            return "0" + digits[len(country) :].lstrip("0"), ()
    if digits.startswith("0"):
        return digits, ()
    if len(digits) == 9 or (len(digits) == 10 and digits[0] in "12"):
        return "0" + digits, (ZERO_RESTORED,)
    return digits, ()
