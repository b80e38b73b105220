"""Ordinary edits of shops: their card, closing and reopening, the steps of a round, the trash."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from digicommune.domain.amounts import read_tax_code
from digicommune.domain.merchants import Merchant, Visit
from digicommune.domain.text import clean
from digicommune.errors import UserError
from digicommune.operations.merchants import found_merchant
from digicommune.operations.register_keeping import (
    note_change,
    note_each,
    plain_cccd,
    plain_phone,
    what_changed,
)
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.merchants import QrState, VisitState

__all__ = ["close", "in_trash", "reopen", "restore", "save", "trash", "visit"]

NOT_TOLD: Final = ("version", "source", "qr_source", "merchant_id")
CODE_FIELDS: Final = (
    "qr_bank_bin", "provider", "qr_kind", "qr_service", "qr_text", "qr_on", "qr_checked_on",
    "qr_checked_by", "qr_works", "qr_problem", "has_transactions",
)  # fmt: skip


def save(store: Store, shop: Merchant) -> Merchant:
    """Keeps a shop as edited (number 0: a new one), names and numbers in their plain form.

    Raises ``UserError`` by field: ``shop_name_missing``, ``tax_code_wrong``, ``cccd_wrong``,
    ``phone_wrong``, ``code_missing``, ``day_ahead``; ``changed_meanwhile`` where another clerk was
    faster.
    """
    tidy = _tidy(shop)
    with store.unit() as unit:
        if not tidy.merchant_id:
            tidy = replace(tidy, merchant_id=unit.ids.block("merchants", 1)[0])
            unit.merchants.add_many([tidy])
            unit.journal.note("merchant", f"merchant:{tidy.merchant_id}", None, told(tidy))
            return tidy
        return _change(unit, found_merchant(unit, tidy.merchant_id), tidy)


def _change(unit: Unit, before: Merchant, after: Merchant) -> Merchant:
    """Writes a shop and notes what became different of it."""
    if replace(before, version=after.version) == after:
        return before
    saved = unit.merchants.update(after)
    note_change(unit, f"merchant:{saved.merchant_id}", told(before), told(saved))
    return saved


def told(shop: Merchant) -> dict[str, object]:
    """A shop as the journal tells it."""
    values = asdict(shop)
    for key in NOT_TOLD:
        values.pop(key)
    return values


def _tidy(shop: Merchant) -> Merchant:
    name = clean(shop.name)
    if not any(one.isalnum() for one in name):
        raise UserError(
            "shop_name_missing",
            "Chưa ghi tên hộ kinh doanh.",
            "Ghi tên trên biển hiệu hoặc giấy đăng ký; không có thì ghi tên chủ hộ.",
        )
    _check_code(shop)
    not_ahead(shop.qr_on)
    not_ahead(shop.closed_on)
    not_ahead(shop.qr_checked_on)
    return replace(
        shop,
        name=name,
        owner=clean(shop.owner or "") or None,
        tax_code=_tax_code(shop.tax_code),
        cccd=plain_cccd(shop.cccd),
        phone=plain_phone(shop.phone),
        closed_on=shop.closed_on if shop.state == "closed" else None,
    )


def _check_code(shop: Merchant) -> None:
    """A shop without a code has nothing of one."""
    if shop.qr_state == "none" and any(getattr(shop, key) not in (None, "") for key in CODE_FIELDS):
        raise UserError(
            "code_missing",
            "Đã ghi ngân hàng, ngày cấp hoặc giao dịch mà chưa có mã QR.",
            "Chọn tình trạng mã QR, hoặc để trống các ô về mã QR.",
        )


def not_ahead(day: date | None) -> None:
    """Refuses a day after today, ``UserError`` ``day_ahead``: nothing has happened then."""
    if day is not None and day > today():
        raise UserError(
            "day_ahead",
            f"Ngày {day:%d/%m/%Y} sau ngày hôm nay.",
            "Ghi ngày việc đã làm, không sau hôm nay.",
            day=day.isoformat(),
        )


def _tax_code(text: str | None) -> str | None:
    if not text or not text.strip():
        return None
    number, faults = read_tax_code(text)
    if faults:
        raise UserError(
            "tax_code_wrong",
            f"Mã số thuế “{text.strip()}” không đúng.",
            "Xem lại giấy đăng ký: 10 số, 10 số-3 số, hoặc 12 số định danh của chủ hộ.",
            value=text.strip(),
        )
    return number


# --- closing and reopening ---


def close(store: Store, number: int, on: date) -> Merchant:
    """Notes that a shop trades no more from a day on; it stays in the register.

    Raises ``UserError`` ``day_ahead``, ``shop_closed_already``.
    """
    not_ahead(on)
    with store.unit() as unit:
        shop = found_merchant(unit, number)
        if shop.state == "closed":
            raise UserError(
                "shop_closed_already",
                f"{shop.name} đã được ghi là nghỉ.",
                "Sửa ngày nghỉ ở phiếu nếu ngày cũ sai.",
                merchant=number,
            )
        return _change(unit, shop, replace(shop, state="closed", closed_on=on))


def reopen(store: Store, number: int) -> Merchant:
    """Notes that a shop trades again; the journal keeps when it had closed."""
    with store.unit() as unit:
        shop = found_merchant(unit, number)
        return _change(unit, shop, replace(shop, state="active", closed_on=None))


# --- the round ---


def visit(store: Store, number: int, step: VisitState, on: date, note: str = "") -> Merchant:
    """Notes how far a shop has come, as seen on a day; ``note`` is the reason of a refusal.

    "Issued" and "in use" are told to its code too. Raises ``UserError`` ``day_ahead``,
    ``refusal_unexplained``, ``shop_closed_visit``.
    """
    not_ahead(on)
    reason = clean(note)
    if step == "refused" and not reason:
        raise UserError(
            "refusal_unexplained",
            "Chưa ghi lý do hộ từ chối.",
            "Ghi ngắn gọn lý do, ví dụ: khách quen trả tiền mặt.",
        )
    with store.unit() as unit:
        shop = found_merchant(unit, number)
        if shop.state == "closed":
            raise UserError(
                "shop_closed_visit",
                f"{shop.name} đã nghỉ kinh doanh.",
                "Mở lại hộ này trước khi ghi lượt vận động.",
                merchant=number,
            )
        made = Visit(number, unit.ids.block("merchant_visits", 1)[0], step, on, reason)
        unit.merchants.add_visit(made)
        newest = unit.merchants.visits(number)[0]
        after = _with_step(replace(shop, visit=newest.state, visit_on=newest.held_on), step, on)
        saved = unit.merchants.update(after)
        _note_step(unit, made, shop, saved)
    return saved


def _note_step(unit: Unit, made: Visit, shop: Merchant, saved: Merchant) -> None:
    was, now = what_changed(told(shop), told(saved))
    step = {
        "visit_id": made.visit_id,
        "step": made.state,
        "held_on": made.held_on,
        "reason": made.note,
    }
    unit.journal.note("visit", f"merchant:{shop.merchant_id}", was, step | now)


def _with_step(shop: Merchant, step: VisitState, on: date) -> Merchant:
    """What a step says of the code; a code in doubt stays so until it is looked at."""
    if step not in ("issued", "in_use") or shop.qr_state in ("doubtful", "in_use"):
        return shop
    state: QrState = "in_use" if step == "in_use" else "issued"
    return replace(shop, qr_state=state, qr_on=shop.qr_on or on)


# --- the trash ---


def trash(store: Store, numbers: Iterable[int]) -> int:
    """Takes shops out of the register; they can be put back. Returns how many."""
    listed = list(numbers)
    with store.unit() as unit:
        gone = unit.merchants.put_away(listed)
        note_each(unit, "trash", "merchant", listed)
    return gone


def restore(store: Store, numbers: Iterable[int]) -> int:
    """Puts shops back; returns how many."""
    listed = list(numbers)
    with store.unit() as unit:
        back = unit.merchants.put_back(listed)
        note_each(unit, "restore", "merchant", listed)
    return back


def in_trash(store: Store) -> tuple[Merchant, ...]:
    """What is in the trash, the last first."""
    with store.glance() as unit:
        shops: tuple[Merchant, ...] = unit.merchants.in_trash()
    return shops
