"""Looks through the shops' codes: which may be paid by, which have to be seen again and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.domain.registers import MerchantQuery
from digicommune.domain.shop_codes import CodeDoubt, doubt_of
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digicommune.db.store import Store
    from digicommune.domain.merchants import Merchant

EVERY = 100_000  # more shops than any commune has
TWICE, CLOSED = "same_as_other", "closed_with_code"


@dataclass(frozen=True, slots=True)
class ShopDoubt:
    """A shop whose code has to be looked at again."""

    merchant: Merchant
    village: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ShopsChecked:
    """The shops of the office or a village: how many stand, pay, and have to be seen again."""

    shops: int
    closed: int
    active: int
    in_use: int
    without: int
    doubts: tuple[ShopDoubt, ...]
    changed: int  # shops whose state this look changed


def check_shops(store: Store, village_id: int | None = None) -> ShopsChecked:
    """Judges every kept code anew and keeps what comes of it, in one transaction.

    A code that was doubted and is in order now counts again; codes whose text nobody has are left
    as they are. The journal notes each shop whose state changed.
    """
    with store.unit() as unit:
        names = {one.village_id: one.name for one in unit.villages.all()}
        every = unit.merchants.list(MerchantQuery(limit=EVERY))
        often = Counter(one.qr_text for one in every if one.qr_text and one.state == "active")
        judged = {one.merchant_id: _doubt(one, often) for one in every}
        changed = [
            new
            for one in every
            if one.qr_text and (new := _judged(one, judged[one.merchant_id])) != one
        ]
        unit.merchants.update_many(changed)
        for one in changed:
            after = {"qr_state": one.qr_state, "why": one.qr_problem}
            unit.journal.note("qr check", f"merchant:{one.merchant_id}", None, after)
        now = {one.merchant_id: one for one in every} | {one.merchant_id: one for one in changed}
    here = [one for one in now.values() if village_id in (None, one.village_id)]
    return _told(here, judged, names, len(changed))


def _doubt(one: Merchant, often: Mapping[str, int]) -> CodeDoubt | None:
    if not one.qr_text or one.state != "active":
        return None
    found = doubt_of(one.qr_text, one.owner, one.name)
    if found is None and often[one.qr_text] > 1:
        return CodeDoubt(TWICE, "Hai hộ dùng chung một mã QR; xem lại mã của hộ nào.")
    return found


def _judged(one: Merchant, doubt: CodeDoubt | None) -> Merchant:
    if one.state != "active" or one.qr_state == "none":
        return one
    if doubt is not None:
        return replace(one, qr_state="doubtful", qr_problem=doubt.message)
    if one.qr_state == "doubtful":
        return replace(one, qr_state="in_use", qr_problem=None, qr_checked_on=today())
    return one


def _told(
    here: list[Merchant],
    judged: Mapping[int, CodeDoubt | None],
    names: Mapping[int, str],
    changed: int,
) -> ShopsChecked:
    active = [one for one in here if one.state == "active"]
    doubts = []
    for one in active:
        if one.qr_state != "doubtful":
            continue
        doubt = judged[one.merchant_id]
        why = doubt.message if doubt else one.qr_problem or "Mã đã được đánh dấu cần xem lại."
        code = doubt.code if doubt else "marked"
        doubts.append(ShopDoubt(one, names.get(one.village_id or 0, ""), code, why))
    states = Counter(one.qr_state for one in active)
    return ShopsChecked(
        len(here),
        len(here) - len(active),
        len(active),
        states["in_use"],
        states["none"],
        tuple(doubts),
        changed,
    )
