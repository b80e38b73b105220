"""Merchants (hộ kinh doanh) and their payment QR codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from digicommune.domain.people import SourceRow
from digicommune.domain.text import fold

MerchantState = Literal["active", "closed"]
QrState = Literal["none", "issued", "in_use", "doubtful"]
RevenueBand = Literal["unknown", "to_500m", "500m_to_1b", "from_1b"]


@dataclass(frozen=True, slots=True)
class Merchant:
    """A household business. ``qr_state`` "in_use" has a QR and accepts payment by it.

    ``has_transactions`` None means nobody has said; "has QR" and "has transactions" are two
    figures.
    """

    merchant_id: int
    name: str
    owner: str | None = None
    village_id: int | None = None
    tax_code: str | None = None
    cccd: str | None = None
    phone: str | None = None
    address: str | None = None
    line: str | None = None
    state: MerchantState = "active"
    closed_on: date | None = None
    qr_state: QrState = "none"
    qr_bank_bin: str | None = None
    qr_on: date | None = None
    has_transactions: bool | None = None
    revenue: RevenueBand = "unknown"
    source: SourceRow | None = None
    qr_source: SourceRow | None = None
    version: int = 1
    note: str | None = None


# "Đang hoạt động" holds the word "động": only whole phrases tell that a shop is closed.
CLOSED = re.compile(
    r"\b(?:da dong|dong cua|dong ma|ngung|nghi|giai the|tam dung|da dung|dung hoat dong"
    r"|dung kinh doanh|khong|chua hoat dong|cham dut|bo nghe|closed|inactive)\b|^(?:dong|dung)$"
)


def state_from_words(said: str) -> MerchantState:
    """What a list's words mean: "Tạm nghỉ", "Đã đóng cửa", "không" are closed, all else active."""
    return "closed" if CLOSED.search(fold(said).strip()) else "active"
