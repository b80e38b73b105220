"""Texts of payment codes for made-up shops, right and spoilt; no account in them is anybody's."""

from __future__ import annotations

from datetime import date

from benchmarks.lists.people import Maker
from benchmarks.lists.sheet import Cell
from digicommune.domain.vietqr_making import QrOrder, build

BINS = {
    "Agribank": "970405",
    "NH Nông nghiệp": "970405",  # Agribank under its own name
    "Vietcombank": "970436",
    "VietinBank": "970415",
}
FIRST = "34072059"  # digits every account begins with


def code(bank: str, holder: str, number: int) -> str:
    """The text of the code of one shop."""
    return build(QrOrder(BINS[bank], f"{FIRST}{number + 1:05d}", holder, "THANH HOA"))


def misread(text: str) -> str:
    """A digit of the account as a hand copies it wrong: the checksum no longer fits."""
    at = text.index(FIRST) + len(FIRST) + 1
    return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]


def issued(maker: Maker, tax: str | None) -> tuple[Cell, ...]:
    """Bank, tax code, day, and whether somebody has paid by it."""
    bank = maker.random.choice(("Agribank", "Vietcombank", "NH Nông nghiệp", "VietinBank"))
    given = maker.day(date(2026, 3, 7), date(2026, 10, 20))
    trades = "x" if maker.random.random() < 0.55 else None
    return bank, tax, given, "Có", trades
