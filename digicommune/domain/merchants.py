"""Merchants (hộ kinh doanh), their payment QR codes and the rounds that visit them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from digicommune.domain.people import SourceRow
from digicommune.domain.text import fold

MerchantState = Literal["active", "closed"]
QrState = Literal["none", "issued", "in_use", "doubtful"]
QrKind = Literal["static", "dynamic"]
QrService = Literal["transfer", "payment"]  # a VietQR transfer; a merchant payment
RevenueBand = Literal["unknown", "to_500m", "500m_to_1b", "from_1b"]
Stall = Literal["unknown", "fixed", "market"]
VisitState = Literal[
    "not_visited", "visited", "agreed", "registered", "issued", "in_use", "refused"
]
# How far a shop has come; a refusal is no step of the way.
WAY: tuple[VisitState, ...] = (
    "not_visited", "visited", "agreed", "registered", "issued", "in_use",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Merchant:
    """A household business. ``qr_state`` "in_use" has a QR and accepts payment by it.

    ``has_transactions`` None means nobody has said; "has QR" and "has transactions" are two
    figures. ``qr_problem`` tells why a code is doubtful; ``qr_works`` is what the last check on
    ``qr_checked_on`` found. ``visit`` is what the round last noted; ``stands_at`` says how far the
    shop has come.
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
    stall: Stall = "unknown"
    provider: str | None = None
    qr_kind: QrKind | None = None
    qr_service: QrService | None = None
    qr_text: str | None = None
    qr_checked_on: date | None = None
    qr_checked_by: str | None = None
    qr_works: bool | None = None
    qr_problem: str | None = None
    sound_box: bool | None = None
    visit: VisitState = "not_visited"
    visit_on: date | None = None

    @property
    def stands_at(self) -> VisitState:
        """How far the shop has come: what the round noted, or its code where that says more.

        A code in use outweighs a refusal: a bank's list came after it.
        """
        if self.qr_state == "in_use":
            return "in_use"
        further = self.visit in WAY and WAY.index(self.visit) >= WAY.index("issued")
        return "issued" if self.qr_state == "issued" and not further else self.visit


class Visit(NamedTuple):
    """One step of a shop on the way to payment by QR, noted by the round."""

    merchant_id: int
    visit_id: int
    state: VisitState
    held_on: date
    note: str = ""  # of a refusal: the reason
    who: str = ""


# "Đang hoạt động" holds the word "động": only whole phrases tell that a shop is closed.
CLOSED = re.compile(
    r"\b(?:da dong|dong cua|dong ma|ngung|nghi|giai the|tam dung|da dung|dung hoat dong"
    r"|dung kinh doanh|khong|chua hoat dong|cham dut|bo nghe|closed|inactive)\b|^(?:dong|dung)$"
)


def state_from_words(said: str) -> MerchantState:
    """What a list's words mean: "Tạm nghỉ", "Đã đóng cửa", "không" are closed, all else active."""
    return "closed" if CLOSED.search(fold(said).strip()) else "active"
