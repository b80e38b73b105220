"""How each kind of column is read into fields and warnings; one reader per column, made once.

A reader takes the cell, the fields of the row and its warnings, and returns the code for which the
row must be refused, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from digicommune.domain import amounts, dates, findings, identity, phones
from digicommune.domain.banks import BankDirectory
from digicommune.domain.joined_fields import BIRTH_PARTS
from digicommune.domain.person_facts import HELD, read_held
from digicommune.domain.rows import Value
from digicommune.domain.text import clean, fold

Fields = dict[str, Value]
ReadCell = Callable[[object, Fields, list[str]], str | None]

KEY_FIELDS: Final = frozenset({"ho_ten", "ho_dem", "ten", "ngay_sinh", "cccd", "cmnd", "cccd|cmnd"})
COUNTS: Final = frozenset(
    {"so_ho", "nhan_khau", "nguoi_truong_thanh", "nguoi_15", "lao_dong", "so_nha", "so_ho_kd"}
)
MONEY: Final = frozenset({"so_du", "so_tien"})
_TICKS: Final = frozenset({"ma_qr", "co_giao_dich", "loa_bao"})
_DAYS: Final = frozenset({"ngay_mo", "ngay_cap_ma"})
_NOT_APPLICABLE: Final = frozenset(
    {"khong ap dung", "x", "-", "–", "—", "na", "n/a", "kad", "k/a", "khong"}
)
_NOT_GIVEN = re.compile(
    r"(?:chua|khong|ko|k)(?: (?:co|cap|duoc cap|lam|ro|biet|den tuoi))?"
    r"(?: (?:cccd|so|the|can cuoc))?"
    r"|dang (?:lam|cap|cho cap)(?: lai| cccd| the)?|tre em|con nho|moi sinh"
)
# Names, villages and goods repeat: a known cell is not cleaned again.
_MEMO_LIMIT: Final = 50_000
_FORMULA_CHARS: Final = ("=", "+", "-", "@")


def column_reader(key: str, banks: BankDirectory) -> ReadCell | None:
    """The reader of a column with this meaning; none where the column is only looked at (STT)."""
    base, _, part = key.partition(":")
    if base == "stt":
        return None
    if base in ("ngay_sinh", "nam_sinh"):
        return _text_reader(key) if key in BIRTH_PARTS else _birth_reader(part)
    if base == "gioi_tinh" and part:
        return _gender_tick_reader(part)
    if part == HELD or (part or base) in ("tu_so", "mau_so"):
        return _held_reader(key) if part == HELD else _figure_reader(key)
    if base == "ngan_hang":
        return _bank_reader(banks)
    return _by_key(base)


def _by_key(key: str) -> ReadCell:
    readers: dict[str, ReadCell] = {
        "gioi_tinh": _read_gender, "cccd": _read_identity, "cmnd": _read_identity,
        "cccd|cmnd": _read_identity, "dien_thoai": _read_phone, "so_tai_khoan": _read_account,
        "ma_so_thue": _read_tax_code,
    }  # fmt: skip
    if key in readers:
        return readers[key]
    if key in COUNTS or key in MONEY:
        return _amount_reader(key)
    if key in _TICKS:
        return _tick_reader(key)
    return _day_reader(key) if key in _DAYS else _text_reader(key)


def _text_reader(key: str) -> ReadCell:
    seen: dict[object, str] = {}

    def read(value: object, fields: Fields, warnings: list[str]) -> str | None:
        text = seen.get(value)
        if text is None:
            text = clean(value) if isinstance(value, str) else _plain(value)
            text = "" if amounts.is_blank_mark(text) else text
            if len(seen) < _MEMO_LIMIT:
                seen[value] = text
        if text:
            if text[0] == "#" and findings.is_excel_error(text):
                warnings.append(findings.ERROR_VALUE)
                return findings.ERROR_VALUE if key in KEY_FIELDS else None
            fields[key] = text
            if text[0] in _FORMULA_CHARS:
                warnings.append(findings.FORMULA_CHAR)
        return None

    return read


def _plain(value: object) -> str:
    """A number or date cell as text, as Excel would show it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "x" if value else ""
    try:
        reading = dates.read_date(value)
    except dates.DateError:
        return clean(str(value))
    return "/".join(reversed(reading.iso.split("-"))) if reading.iso else str(reading.year)


def _birth_reader(gender: str) -> ReadCell:
    read_date = dates.read_date

    def read(value: object, fields: Fields, warnings: list[str]) -> str | None:
        try:
            reading = read_date(value)
        except dates.DateError:
            text = clean(value) if isinstance(value, str) else None
            if text is not None and amounts.is_blank_mark(text):
                return None
            if gender:
                fields["gioi_tinh"] = gender
            ticked = gender and text is not None and text.lower() in ("x", "v", "✓")
            return None if ticked else dates.INVALID
        if gender:
            fields["gioi_tinh"] = gender
        if reading.iso is not None:
            fields["ngay_sinh"] = reading.iso
            if dates.YEAR_ONLY in warnings:
                warnings.remove(dates.YEAR_ONLY)
        elif "ngay_sinh" in fields:
            return None
        fields["nam_sinh"] = reading.year
        if reading.note is not None:
            warnings.append(reading.note)
        return None

    return read


def _day_reader(key: str) -> ReadCell:
    def read(value: object, fields: Fields, warnings: list[str]) -> str | None:
        try:
            reading = dates.read_date(value)
        except dates.DateError:
            blank = isinstance(value, str) and amounts.is_blank_mark(clean(value))
            return None if blank else dates.INVALID
        if reading.iso is not None:
            fields[key] = reading.iso
        if reading.note is not None:
            warnings.append(reading.note)
        return None

    return read


def _held_reader(key: str) -> ReadCell:
    def read(value: object, fields: Fields, _warnings: list[str]) -> str | None:
        held = read_held(value)
        if held is not None:
            fields[key] = held
        return None

    return read


def _gender_tick_reader(gender: str) -> ReadCell:
    def read(value: object, fields: Fields, _warnings: list[str]) -> str | None:
        if amounts.read_tick(value):
            fields["gioi_tinh"] = gender
        return None

    return read


def _read_gender(value: object, fields: Fields, _warnings: list[str]) -> str | None:
    if value in ("Nam", "Nữ"):
        fields["gioi_tinh"] = str(value)
    elif (gender := amounts.read_gender(value)) is not None:
        fields["gioi_tinh"] = gender
    return None


def _read_identity(value: object, fields: Fields, warnings: list[str]) -> str | None:
    if isinstance(value, str) and identity.is_plain_cccd(value):
        fields["cccd"] = value
        return None
    if isinstance(value, str) and (_is_masked(value) or amounts.is_blank_mark(clean(value))):
        return None
    try:
        key, number, notes = identity.read_identity(value)
    except identity.IdentityError as error:
        return None if _says_none(value) else error.code
    fields[key] = number
    if notes:
        warnings.extend(notes)
    return None


def _says_none(value: object) -> bool:
    """Whether words say that there is no number yet, as of small children: that is no mistake."""
    return isinstance(value, str) and _NOT_GIVEN.fullmatch(fold(clean(value))) is not None


def _is_masked(value: object) -> bool:
    """Whether the number stands as this program hands lists out: it tells nothing."""
    return isinstance(value, str) and "•" in value


def _read_phone(value: object, fields: Fields, warnings: list[str]) -> str | None:
    if _is_masked(value):
        return None
    number, notes = phones.read_phone(value)
    if number is not None:
        fields["dien_thoai"] = number
    elif isinstance(value, str) and amounts.is_blank_mark(clean(value)):
        return None
    if notes:
        warnings.extend(notes)
    return None


def _read_account(value: object, fields: Fields, warnings: list[str]) -> str | None:
    account, notes = amounts.read_account(value)
    if account is not None:
        fields["so_tai_khoan"] = account
    elif isinstance(value, str) and amounts.is_blank_mark(clean(value)):
        return None
    if notes:
        warnings.extend(notes)
    return None


def _read_tax_code(value: object, fields: Fields, warnings: list[str]) -> str | None:
    if isinstance(value, str) and (_is_masked(value) or amounts.is_blank_mark(clean(value))):
        return None
    fields["ma_so_thue"], notes = amounts.read_tax_code(value)
    warnings.extend(notes)
    return None


def _bank_reader(banks: BankDirectory) -> ReadCell:
    find = banks.find
    seen: dict[object, tuple[str, str | None]] = {}

    def read(value: object, fields: Fields, _warnings: list[str]) -> str | None:
        known = seen.get(value)
        if known is None:
            text = clean(value) if isinstance(value, str) else _plain(value)
            bank = find(text)
            known = seen[value] = (text, bank.bin if bank else None)
        if known[0] and not amounts.is_blank_mark(known[0]):
            fields["ngan_hang"] = known[0]
            if known[1] is not None:
                fields["ngan_hang_bin"] = known[1]
        return None

    return read


def _amount_reader(key: str) -> ReadCell:
    def read(value: object, fields: Fields, warnings: list[str]) -> str | None:
        if isinstance(value, str) and amounts.is_blank_mark(clean(value)):
            return None
        try:
            fields[key] = amounts.read_amount(value)
        except amounts.AmountError:
            warnings.append(findings.AMOUNT_INVALID)
        return None

    return read


def _figure_reader(key: str) -> ReadCell:
    """A figure of a village: a whole number; "không áp dụng", x or a dash is ``na``."""
    read_amount = _amount_reader(key)

    def read(value: object, fields: Fields, warnings: list[str]) -> str | None:
        if isinstance(value, str) and fold(clean(value)) in _NOT_APPLICABLE:
            fields[key] = "na"
            return None
        return read_amount(value, fields, warnings)

    return read


def _tick_reader(key: str) -> ReadCell:
    def read(value: object, fields: Fields, _warnings: list[str]) -> str | None:
        text = clean(value) if isinstance(value, str) else ""
        if key == "ma_qr" and text.startswith("000201"):
            fields["qr_text"] = text
        fields[key] = amounts.read_tick(value)
        return None

    return read
