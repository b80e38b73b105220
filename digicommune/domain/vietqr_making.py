"""Builds the text of a VietQR from bank, account and name; it draws no picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from digicommune.domain.text import fold
from digicommune.domain.vietqr import (
    ACCOUNT_LONGEST,
    COUNTRY,
    CURRENCY,
    LIMITS,
    NAPAS,
    SERVICES,
    QrFault,
    Service,
    crc16,
)

_UNFIT = re.compile(r"[^A-Z0-9 &'.,()/-]+")
PURPOSE_LONGEST = 25
ACCOUNT_SHORTEST = 6  # banks sell chosen numbers of 6 and more; shorter ones are slips of typing


class QrOrderError(Exception):
    """What was asked for cannot be put into a code; ``fault`` says why."""

    def __init__(self, fault: QrFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class QrOrder:
    """What a code is to say; ``name`` and ``city`` as people write them."""

    bin: str
    account: str
    name: str = ""
    city: str = ""
    amount: Decimal | None = None  # whole đồng
    purpose: str = ""
    service: Service = "QRIBFTTA"


def plain_name(name: str, longest: int = LIMITS["59"]) -> str:
    """A name as codes carry it: capitals without marks, whole words up to a length.

    "Cửa hàng tạp hóa Mẫu" -> "CUA HANG TAP HOA MAU".
    """
    text = " ".join(_UNFIT.sub(" ", fold(name).upper()).split())
    if len(text) <= longest:
        return text
    cut = text[: longest + 1].rsplit(" ", 1)[0] if " " in text[: longest + 1] else text
    return cut[:longest].strip()


def build(order: QrOrder) -> str:
    """The text of a code; raises ``QrOrderError`` where something does not fit."""
    _refuse(order)
    whose = _tag("00", order.bin) + _tag("01", order.account)
    inner = _tag("00", NAPAS) + _tag("01", whose) + _tag("02", order.service)
    purpose = plain_name(order.purpose, PURPOSE_LONGEST)
    parts = [
        _tag("00", "01"),
        _tag("01", "12" if order.amount is not None else "11"),
        _tag("38", inner),
        _tag("53", CURRENCY),
        _tag("54", str(int(order.amount))) if order.amount is not None else "",
        _tag("58", COUNTRY),
        _tag("59", plain_name(order.name)),
        _tag("60", plain_name(order.city, LIMITS["60"])),
        _tag("62", _tag("08", purpose)) if purpose else "",
        "6304",
    ]
    text = "".join(parts)
    return text + crc16(text.encode())


def _tag(tag: str, value: str) -> str:
    return f"{tag}{len(value):02d}{value}" if value else ""


def _refuse(order: QrOrder) -> None:
    if not re.fullmatch(r"[0-9]{6}", order.bin):
        raise _unfit("bad_bin", f"Mã ngân hàng phải đủ 6 chữ số, gặp “{order.bin}”.")
    if not re.fullmatch(rf"[0-9A-Za-z]{{{ACCOUNT_SHORTEST},{ACCOUNT_LONGEST}}}", order.account):
        raise _unfit(
            "bad_account",
            f"Số tài khoản “{order.account}” phải có {ACCOUNT_SHORTEST} đến {ACCOUNT_LONGEST}"
            " chữ số hoặc chữ cái.",
        )
    if order.service not in SERVICES:
        raise _unfit("bad_service", f"Không có dịch vụ “{order.service}” trong VietQR.")
    if order.amount is not None and not _payable(order.amount):
        raise _unfit("bad_amount", f"Số tiền {order.amount} phải là số đồng nguyên, lớn hơn 0.")


def _payable(amount: Decimal) -> bool:
    most = 10 ** LIMITS["54"]
    return amount.is_finite() and 0 < amount < most and amount == amount.to_integral_value()


def _unfit(code: str, message: str) -> QrOrderError:
    return QrOrderError(QrFault(code, message))
