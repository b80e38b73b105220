"""Read a personal number as lists hold it: CCCD of 12 digits, CMND of 9; it keeps no person.

Sources: Decree 137/2015/NĐ-CP art. 13 (structure), Law 26/2023/QH15 (12 digits). The length is a
rule; province, sex and year inside the number are hints only, and no digit checks another.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import Final

from digicommune.domain.text import clean

# The 63 province codes of birth registration; the merger of 2025 renumbered nobody.
PROVINCES: Final = {
    "001": "Hà Nội", "002": "Hà Giang", "004": "Cao Bằng", "006": "Bắc Kạn", "008": "Tuyên Quang",
    "010": "Lào Cai", "011": "Điện Biên", "012": "Lai Châu", "014": "Sơn La", "015": "Yên Bái",
    "017": "Hòa Bình", "019": "Thái Nguyên", "020": "Lạng Sơn", "022": "Quảng Ninh",
    "024": "Bắc Giang", "025": "Phú Thọ", "026": "Vĩnh Phúc", "027": "Bắc Ninh", "030": "Hải Dương",
    "031": "Hải Phòng", "033": "Hưng Yên", "034": "Thái Bình", "035": "Hà Nam", "036": "Nam Định",
    "037": "Ninh Bình", "038": "Thanh Hóa", "040": "Nghệ An", "042": "Hà Tĩnh", "044": "Quảng Bình",
    "045": "Quảng Trị", "046": "Thừa Thiên Huế", "048": "Đà Nẵng", "049": "Quảng Nam",
    "051": "Quảng Ngãi", "052": "Bình Định", "054": "Phú Yên", "056": "Khánh Hòa",
    "058": "Ninh Thuận", "060": "Bình Thuận", "062": "Kon Tum", "064": "Gia Lai", "066": "Đắk Lắk",
    "067": "Đắk Nông", "068": "Lâm Đồng", "070": "Bình Phước", "072": "Tây Ninh",
    "074": "Bình Dương", "075": "Đồng Nai", "077": "Bà Rịa - Vũng Tàu", "079": "TP. Hồ Chí Minh",
    "080": "Long An", "082": "Tiền Giang", "083": "Bến Tre", "084": "Trà Vinh", "086": "Vĩnh Long",
    "087": "Đồng Tháp", "089": "An Giang", "091": "Kiên Giang", "092": "Cần Thơ",
    "093": "Hậu Giang", "094": "Sóc Trăng", "095": "Bạc Liêu", "096": "Cà Mau",
}  # fmt: skip

NOT_12_DIGITS: Final = "cccd_not_12_digits"
INVALID: Final = "cccd_invalid"
PRECISION_LOST: Final = "cccd_precision_lost"
ZERO_RESTORED: Final = "cccd_zero_restored"
OLD_ID: Final = "old_id_cmnd"
CMND_ZERO_RESTORED: Final = "cmnd_zero_restored"

SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE]\+?\d+")
_PUNCTUATION = str.maketrans("", "", " .-'’`´\u2018\"_\u2013")
_WHOLE_FLOAT = re.compile(r"(\d+)[.,]0+")


class IdentityError(ValueError):
    """The cell holds no personal number; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def is_whole(number: float) -> bool:
    """Whether a number cell holds a finite whole number."""
    return isfinite(number) and number == int(number)


def is_plain_cccd(text: str) -> bool:
    """Whether a text cell already holds nothing but the twelve digits."""
    return len(text) == 12 and text.isascii() and text.isdecimal() and text != "000000000000"


def read_identity(value: object) -> tuple[str, str, tuple[str, ...]]:
    """Key (``cccd`` or ``cmnd``), normalised number and warning codes of one cell.

    Raises ``IdentityError`` where the number cannot be told.
    """
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    raise IdentityError(INVALID)


def _from_number(value: float) -> tuple[str, str, tuple[str, ...]]:
    if not is_whole(value) or value <= 0:
        raise IdentityError(INVALID)
    if value >= 1e15:
        raise IdentityError(PRECISION_LOST)
    digits = str(int(value))
    if len(digits) == 8:
        return "cmnd", "0" + digits, (CMND_ZERO_RESTORED, OLD_ID)
    return _from_digits(digits)


def _from_text(text: str) -> tuple[str, str, tuple[str, ...]]:
    if len(text) == 12 and text.isascii() and text.isdigit():
        return _from_digits(text)
    stripped = clean(text).lstrip("'")
    if SCIENTIFIC.fullmatch(stripped):
        raise IdentityError(PRECISION_LOST)
    whole = _WHOLE_FLOAT.fullmatch(stripped)
    digits = whole.group(1) if whole else stripped.translate(_PUNCTUATION)
    if not digits.isdecimal():
        raise IdentityError(INVALID)
    return _from_digits(digits if digits.isascii() else "".join(str(int(d)) for d in digits))


def _from_digits(digits: str) -> tuple[str, str, tuple[str, ...]]:
    length = len(digits)
    if length == 12:
        if digits.strip("0") == "":
            raise IdentityError(INVALID)
        return "cccd", digits, ()
    if length == 9:
        return "cmnd", digits, (OLD_ID,)
    padded = digits.zfill(12)
    if length in (10, 11) and padded[:3] in PROVINCES:
        return "cccd", padded, (ZERO_RESTORED,)
    raise IdentityError(NOT_12_DIGITS)


def birth_year(cccd: str) -> int:
    """The year of birth inside a 12-digit number (a hint: Circular 59/2021 has lapsed)."""
    return 1900 + 100 * (int(cccd[3]) // 2) + int(cccd[4:6])


def is_male(cccd: str) -> bool:
    """Whether the number was given to a man (a hint, as above)."""
    return int(cccd[3]) % 2 == 0
