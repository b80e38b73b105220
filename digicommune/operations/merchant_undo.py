"""Takes the newest edit of a shop back, or does it again, where it still stands as it left it.

Taking back is an edit like any other: it is journalled, and taking that back does the first again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from digicommune.domain.merchants import Visit
from digicommune.errors import UserError
from digicommune.operations.merchant_edits import told
from digicommune.operations.register_keeping import (
    TakenBack,
    newest,
    read_noted,
    still_so,
    values_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.merchants import Merchant
    from digicommune.domain.registers import JournalEntry
    from digicommune.operations.register_keeping import Noted

__all__ = ["take_back"]

DAYS: Final = frozenset({"closed_on", "qr_on", "qr_checked_on", "visit_on"})
OF_STEP: Final = frozenset({"visit_id", "step", "held_on", "reason"})


def take_back(store: Store, number: int) -> TakenBack:
    """Undoes the newest edit of a shop: card, step of a round, or trash.

    Raises ``UserError`` ``nothing_to_take_back``, ``changed_since``.
    """
    with store.unit() as unit:
        entry = newest(unit, f"merchant:{number}", WAYS)
        shop = unit.merchants.get([number]).get(number)
        if entry is None or shop is None:
            raise UserError(
                "nothing_to_take_back",
                "Không có thay đổi nào của hộ này để lấy lại.",
                "Xem lịch sử ở phiếu của hộ.",
                merchant=number,
            )
        WAYS[entry.action](unit, shop, entry)
        there = number not in {one.merchant_id for one in unit.merchants.in_trash()}
    return TakenBack(f"Đã lấy lại thay đổi của {shop.name}.", there)


def _card(unit: Unit, shop: Merchant, entry: JournalEntry) -> None:
    before, after = read_noted(entry.before), read_noted(entry.after)
    if not before:
        _into_trash(unit, shop, entry)  # the edit was the entering of this shop
        return
    _put(unit, shop, before, after)
    unit.journal.note("merchant", f"merchant:{shop.merchant_id}", after, before)


def _step(unit: Unit, shop: Merchant, entry: JournalEntry) -> None:
    before, after = read_noted(entry.before), read_noted(entry.after)
    _put(unit, shop, before, _values(after))
    unit.merchants.remove_visit(shop.merchant_id, after["visit_id"])
    unit.journal.note("visit taken back", f"merchant:{shop.merchant_id}", after, before)


def _step_again(unit: Unit, shop: Merchant, entry: JournalEntry) -> None:
    before, after = read_noted(entry.before), read_noted(entry.after)
    _put(unit, shop, _values(before), after)
    held_on = date.fromisoformat(before["held_on"])
    made = Visit(shop.merchant_id, before["visit_id"], before["step"], held_on, before["reason"])
    unit.merchants.add_visit(made)
    unit.journal.note("visit", f"merchant:{shop.merchant_id}", after, before)


def _values(noted: Noted) -> Noted:
    """What a step changed of the shop, without the step itself."""
    return {key: value for key, value in noted.items() if key not in OF_STEP}


def _put(unit: Unit, shop: Merchant, before: Noted, after: Noted) -> None:
    if not still_so(told(shop), after):
        raise UserError(
            "changed_since",
            f"{shop.name} đã được sửa tiếp, không lấy lại được thay đổi trước.",
            "Xem lịch sử ở phiếu của hộ rồi sửa tay.",
            merchant=shop.merchant_id,
        )
    unit.merchants.update(replace(shop, **values_of(before, DAYS)))


def _into_trash(unit: Unit, shop: Merchant, _entry: JournalEntry) -> None:
    unit.merchants.put_away([shop.merchant_id])
    unit.journal.note("trash", f"merchant:{shop.merchant_id}")


def _out_of_trash(unit: Unit, shop: Merchant, _entry: JournalEntry) -> None:
    unit.merchants.put_back([shop.merchant_id])
    unit.journal.note("restore", f"merchant:{shop.merchant_id}")


WAYS: dict[str, Callable[[Unit, Merchant, JournalEntry], None]] = {
    "merchant": _card,
    "visit": _step,
    "visit taken back": _step_again,
    "trash": _out_of_trash,
    "restore": _into_trash,
}
