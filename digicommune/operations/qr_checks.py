"""Looks through the shops' codes: which may be paid by, which have to be seen again and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.domain.registers import MerchantQuery
from digicommune.domain.shop_codes import CodeDoubt, doubt_of, same_holder
from digicommune.domain.vietqr import read
from digicommune.domain.village_changes import places
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
        villages = unit.villages.all()
        where = places(villages, unit.villages.successions(), today())
        names = {one.village_id: one.name for one in villages}
        every = unit.merchants.list(MerchantQuery(limit=EVERY))
        accounts = _accounts(every)
        judged = {one.merchant_id: _doubt(one, accounts) for one in every}
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
    here = [one for one in now.values() if village_id in (None, where.get(one.village_id or 0))]
    shown = {number: names.get(place or 0, "") for number, place in where.items()}
    return _told(here, judged, shown, len(changed))


def _accounts(every: Iterable[Merchant]) -> dict[str, list[Merchant]]:
    """Code text -> the active shops whose codes pay into the same account."""
    found: dict[tuple[str, str], list[Merchant]] = defaultdict(list)
    texts: dict[str, tuple[str, str]] = {}
    for one in every:
        if not one.qr_text or one.state != "active":
            continue
        if one.qr_text not in texts:
            qr = read(one.qr_text).qr
            texts[one.qr_text] = (qr.bin, qr.account) if qr else ("", one.qr_text)
        found[texts[one.qr_text]].append(one)
    return {text: found[account] for text, account in texts.items()}


def _doubt(one: Merchant, accounts: Mapping[str, Sequence[Merchant]]) -> CodeDoubt | None:
    """What speaks against a shop's code, also beside the others; shops of one owner may share."""
    if not one.qr_text or one.state != "active":
        return None
    found = doubt_of(one.qr_text, one.owner, one.name)
    others = [each for each in accounts[one.qr_text] if not _one_owner(each, one)]
    if found is None and others:
        told = ", ".join(each.name for each in others[:3])
        return CodeDoubt(TWICE, f"Cùng một tài khoản nhận tiền với {told}; xem lại mã của hộ nào.")
    return found


def _one_owner(left: Merchant, right: Merchant) -> bool:
    if left.merchant_id == right.merchant_id:
        return True
    if not left.owner or not right.owner:
        return False
    if left.cccd and right.cccd:
        return left.cccd == right.cccd
    return same_holder(left.owner, right.owner)


def _judged(one: Merchant, doubt: CodeDoubt | None) -> Merchant:
    if one.state != "active" or one.qr_state == "none":
        return one
    if doubt is not None:
        return replace(one, qr_state="doubtful", qr_problem=doubt.message)
    if one.qr_state == "doubtful" and one.qr_works is not False:  # somebody tried it in the shop
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
