"""Read whole numbers, money, account and tax numbers, ticks and genders; no floats leave it."""

from __future__ import annotations

import re
from typing import Final

from digicommune.domain.identity import PROVINCES, SCIENTIFIC, is_whole
from digicommune.domain.text import clean, fold

STORED_AS_NUMBER: Final = "account_stored_as_number"
PRECISION_LOST: Final = "account_precision_lost"
ACCOUNT_INVALID: Final = "account_invalid"
MST_CHECKSUM: Final = "mst_checksum"

# Beyond 15 digits Excel has already replaced digits by zeros (IEEE double).
_EXACT_NUMBERS: Final = 10**15
_UNITS = re.compile(
    r"(?:vnđ|vnd|đồng|dong|₫|đ|d|người|hộ|nhà|khẩu|nhân khẩu|lượt|%)\.?$", re.IGNORECASE
)
_GROUPED = re.compile(r"\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*")
_DECIMALS = re.compile(r"[.,]0{1,2}$")
_ACCOUNT = re.compile(r"[0-9A-Za-z]{6,19}")
_ACCOUNT_NOISE = re.compile(r"[\s.\-'’_\u2013]+")
_BLANKS: Final = frozenset({"", "-", "--", "–", "—", "…", "...", "."})


def is_blank_mark(text: str) -> bool:
    """Whether clean text only marks an empty cell (a lone dash, dots)."""
    return text in _BLANKS


class AmountError(ValueError):
    """The cell holds no whole number."""


def read_amount(value: object) -> int:
    """A whole number (money in đồng, people, households) of one cell; raises ``AmountError``.

    Dots, commas and spaces group thousands as Vietnamese lists write them; 1.250.000 đ is 1250000.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not is_whole(value) or abs(value) >= _EXACT_NUMBERS:
            raise AmountError(str(value))
        return int(value)
    text = _UNITS.sub("", clean(str(value)).lstrip("'").lower()).strip()
    sign = -1 if text.startswith("-") or (text.startswith("(") and text.endswith(")")) else 1
    text = text.strip("-() ")
    if not _GROUPED.fullmatch(text):
        text = _DECIMALS.sub("", text)
    digits = re.sub(r"[.,\s]", "", text) if _GROUPED.fullmatch(text) else text
    if not (digits.isascii() and digits.isdigit()):
        raise AmountError(str(value))
    return sign * int(digits)


def read_account(value: object) -> tuple[str | None, tuple[str, ...]]:
    """A bank account of 6 to 19 letters or digits, and warning codes; unreadable ones are dropped.

    Lengths are not regulated and banks sell chosen numbers, so no bank's length is enforced.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _account_number(value)
    if isinstance(value, str) and value.isdecimal() and value.isascii():
        return (value, ()) if 6 <= len(value) <= 19 else (None, (ACCOUNT_INVALID,))
    text = clean(str(value)).lstrip("'")
    if _ACCOUNT.fullmatch(text) and not SCIENTIFIC.fullmatch(text):
        return text, ()
    if SCIENTIFIC.fullmatch(text):
        return None, (PRECISION_LOST,)
    stored = re.fullmatch(r"(\d+)[.,]0", text)
    account = stored.group(1) if stored else _ACCOUNT_NOISE.sub("", text)
    if not _ACCOUNT.fullmatch(account):
        return None, (ACCOUNT_INVALID,)
    return account, (STORED_AS_NUMBER,) if stored else ()


def _account_number(value: float) -> tuple[str | None, tuple[str, ...]]:
    if not is_whole(value) or value < 0:
        return None, (ACCOUNT_INVALID,)
    if value >= _EXACT_NUMBERS:
        return None, (PRECISION_LOST,)
    return str(int(value)), (STORED_AS_NUMBER,)


_MST_WEIGHTS: Final = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def tax_code_fits(digits: str) -> bool:
    """Whether the tenth digit of a tax code checks the nine before it."""
    total = sum(w * int(d) for w, d in zip(_MST_WEIGHTS, digits, strict=False))
    return 10 - total % 11 == int(digits[9])


def read_tax_code(value: object) -> tuple[str, tuple[str, ...]]:
    """A tax code of 10, 13 (as 10-3) or 12 digits and ``mst_checksum`` where it looks mistyped."""
    if isinstance(value, float) and is_whole(value):
        digits = _restore_tax_zero(str(int(value)))
    else:
        digits = re.sub(r"[\s.\-'’\u2013]", "", clean(str(value)))
    if not (digits.isascii() and digits.isdigit()):
        return clean(str(value)), (MST_CHECKSUM,)
    if len(digits) == 12:
        return digits, ()
    if len(digits) not in (10, 13) or not tax_code_fits(digits):
        return digits, (MST_CHECKSUM,)
    return (digits if len(digits) == 10 else f"{digits[:10]}-{digits[10:]}"), ()


def _restore_tax_zero(digits: str) -> str:
    """Digits with the zero that a number cell lost: 9 of 10, or 11 of a personal number's 12."""
    if len(digits) == 9 and tax_code_fits("0" + digits):
        return "0" + digits
    padded = digits.zfill(12)
    return padded if len(digits) in (10, 11) and _is_personal(digits, padded) else digits


def _is_personal(digits: str, padded: str) -> bool:
    return padded[:3] in PROVINCES and not (len(digits) == 10 and tax_code_fits(digits))


_NO_WORDS = re.compile(r"(?:khong|chua|k|ko|kg|no|false|n|0)\b.*|-+|–")


def read_tick(value: object) -> bool:
    """Whether a cell is ticked: x, có, đã cấp, 1, any text; not for blank, không, chưa, 0, dash."""
    if isinstance(value, bool | int | float):
        return bool(value)
    folded = fold(clean(str(value)))
    return folded != "" and _NO_WORDS.fullmatch(folded) is None


_MEN: Final = frozenset({"nam", "m", "male", "trai", "nam gioi", "ong", "1"})
_WOMEN: Final = frozenset({"nu", "f", "female", "gai", "nu gioi", "ba", "0", "2"})


def read_gender(value: object) -> str | None:
    """``Nam`` or ``Nữ``, or nothing where the cell says neither."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = fold(clean(str(value))).rstrip(".")
    if text in _MEN:
        return "Nam"
    return "Nữ" if text in _WOMEN else None
