"""Looks shops up: the register as a list, one shop's card, its figures; numbers shown are noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from digicommune.domain.merchant_cards import (
    MerchantCard,
    MerchantFigure,
    MerchantRegister,
    findable_of,
    line_of,
    shown_tax_code,
)
from digicommune.domain.periods import parse_period, period_of
from digicommune.domain.registers import MerchantQuery
from digicommune.domain.village_changes import places
from digicommune.errors import UserError
from digicommune.operations.figures import find_indicator
from digicommune.operations.ledger import figures_of, open_ledger
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.merchants import Merchant
    from digicommune.domain.rows import Value

__all__ = ["EVERY", "as_rows", "card", "figures", "found_merchant", "register", "reveal"]

EVERY = 100_000  # more shops than any commune has
FIGURES = ("HKDQR", "HKDGD")
Shown = Literal["cccd", "phone", "tax_code"]
NAMES: dict[Shown, str] = {
    "cccd": "số CCCD",
    "phone": "số điện thoại",
    "tax_code": "mã số thuế",
}


def register(store: Store) -> MerchantRegister:
    """Every shop by name, numbers masked, with the villages of today and the banks."""
    with store.glance() as unit:
        shops = unit.merchants.list(MerchantQuery(limit=EVERY))
        here = villages_today(unit)
        banks = {one.bin: one.short_name for one in unit.banks.all()}
        standing = tuple((one.village_id, one.name) for one in unit.villages.all(today()))
    lines = tuple(line_of(one, _place(one, here), _bank(one, banks)) for one in shops)
    found = tuple(findable_of(one) for one in shops)
    return MerchantRegister(lines, found, standing, tuple(banks.items()))


def villages_today(unit: Unit) -> dict[int, tuple[int, str]]:
    """Village of the register -> number and name of the one it is in today."""
    every = unit.villages.all()
    names = {one.village_id: one.name for one in every}
    where = places(every, unit.villages.successions(), today())
    now = {number: where.get(number) or number for number in names}
    return {number: (place, names[place]) for number, place in now.items()}


def _place(one: Merchant, here: dict[int, tuple[int, str]]) -> tuple[int, str]:
    return here.get(one.village_id or 0, (0, ""))


def _bank(one: Merchant, banks: dict[str, str]) -> str:
    return banks.get(one.qr_bank_bin or "", one.qr_bank_bin or "")


def card(store: Store, number: int) -> MerchantCard:
    """A shop's card; raises ``UserError`` ``merchant_unknown``."""
    with store.glance() as unit:
        shop = found_merchant(unit, number)
        banks = {one.bin: one.short_name for one in unit.banks.all()}
        return MerchantCard(
            shop,
            _place(shop, villages_today(unit))[1],
            _bank(shop, banks),
            unit.merchants.visits(number),
            unit.journal.of(f"merchant:{number}"),
            {one.import_id: one.file for one in unit.imports.all()},
        )


def found_merchant(unit: Unit, number: int) -> Merchant:
    """A shop of the register; raises ``UserError`` ``merchant_unknown``."""
    shop: Merchant | None = unit.merchants.get([number]).get(number)
    if shop is None:
        raise UserError(
            "merchant_unknown",
            f"Không còn hộ kinh doanh số {number} trong sổ.",
            "Tải lại danh sách rồi chọn lại.",
            merchant=number,
        )
    return shop


def reveal(store: Store, number: int, what: Shown) -> str:
    """A number in full; the journal keeps who looked at whose (Luật 91/2025/QH15)."""
    with store.unit() as unit:
        shop = found_merchant(unit, number)
        unit.journal.note("reveal", f"merchant:{number}", after={"what": NAMES[what]})
    return getattr(shop, what) or ""


def figures(store: Store, period_code: str | None) -> tuple[MerchantFigure, ...]:
    """Shops that accept payment by QR, and those whose QR has transactions, as the report prints.

    Of this month where no period is chosen.
    """
    period = parse_period(period_code) if period_code else period_of(today(), "month")
    with store.glance() as unit:
        ledger = open_ledger(unit, period)
        told = []
        for code in FIGURES:
            one = find_indicator(unit, code)
            commune = figures_of(ledger, one).commune
            told.append(
                MerchantFigure(
                    one.code,
                    one.name,
                    commune.numerator if commune else None,
                    commune.denominator if commune else None,
                    one.numerator,
                    one.denominator,
                    commune is not None and commune.source == "typed",
                )
            )
    return tuple(told)


def as_rows(store: Store, numbers: Iterable[int]) -> dict[int, dict[str, Value]]:
    """Shops written under the keys of lists, to be set side by side; unknown ones are left out."""
    with store.glance() as unit:
        shops = unit.merchants.get(sorted(set(numbers)))
        here = villages_today(unit)
        banks = {one.bin: one.short_name for one in unit.banks.all()}
    return {
        number: _as_row(one, _place(one, here)[1], _bank(one, banks))
        for number, one in shops.items()
    }


def _as_row(one: Merchant, village: str, bank: str) -> dict[str, Value]:
    told: dict[str, Value | None] = {
        "ten_ho_kd": one.name,
        "ho_ten": one.owner,
        "ma_so_thue": shown_tax_code(one.tax_code),
        "cccd": one.cccd,
        "dien_thoai": one.phone,
        "thon": village,
        "dia_chi": one.address,
        "nganh_hang": one.line,
        "ngan_hang": bank,
        "ngay_cap_ma": one.qr_on.isoformat() if one.qr_on else None,
        "ghi_chu": one.note,
    }
    return {key: value for key, value in told.items() if value}
