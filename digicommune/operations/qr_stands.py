"""Prints QR stands of shops whose codes are in order; a doubted code is never printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.documents import qr_codes, qr_stands
from digicommune.domain.people import mask_tail
from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.registers import MerchantQuery
from digicommune.domain.shop_codes import doubt_of
from digicommune.domain.vietqr import VietQr, read
from digicommune.domain.village_changes import places
from digicommune.errors import UserError
from digicommune.operations.qr_codes import banks
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.documents.qr_stands import Size, Stand
    from digicommune.domain.merchants import Merchant

EVERY = 100_000  # more shops than any commune has


@dataclass(frozen=True, slots=True)
class StandRequest:
    """Whose stands; ``first`` counts from 1 and takes up where a printer stopped."""

    village_id: int | None = None
    size: Size = "a6"
    first: int = 1
    merchants: tuple[int, ...] = ()  # these shops alone; empty: all of them


@dataclass(frozen=True, slots=True)
class MadeStands:
    """The stands just made, and the active shops that got none and why."""

    document: MadeDocument
    stands: int
    without_text: tuple[str, ...]  # shops whose code nobody has as text
    doubted: tuple[str, ...]


def make(store: Store, request: StandRequest, progress: Progress = no_progress) -> MadeStands:
    """The stands as PDF; the journal notes the print.

    Raises ``UserError`` ``no_stands``, ``no_stands_left``.
    """
    shops = _shops(store, request)
    fit = [(one, qr) for one in shops.active if (qr := _code_of(one)) is not None]
    stands = []
    for at, (one, qr) in enumerate(chosen := _taken_up(fit, request.first)):
        progress(at, 2 * len(chosen), "Vẽ mã và đọc lại")
        stands.append(_stand(one, qr, shops.village_of(one), shops.commune))

    def drawing(done: int, total: int, what: str) -> None:
        progress(total + done, 2 * total, what)

    pdf = qr_stands.render_stands(stands, request.size, drawing)
    with store.unit() as unit:
        after = {"stands": len(stands), "size": request.size, "first": request.first}
        unit.journal.note("print", "qr-stands", after=after)
    words = qr_stands.shipped_words()
    made = MadeDocument(0, words.title, file_name(words.title), pdf)
    done = {one.merchant_id for one, _ in fit}
    left = [one for one in shops.active if one.merchant_id not in done]
    return MadeStands(
        made,
        len(stands),
        tuple(one.name for one in left if not one.qr_text),
        tuple(one.name for one in left if one.qr_text),
    )


@dataclass(frozen=True, slots=True)
class _Shops:
    """The active shops asked for, with what their stands say beside the code."""

    active: tuple[Merchant, ...]
    villages: dict[int, str]  # of then -> name of the one of today
    commune: str

    def village_of(self, one: Merchant) -> str:
        """The name of the village a shop is in today."""
        return self.villages.get(one.village_id or 0, "")


def _shops(store: Store, request: StandRequest) -> _Shops:
    with store.glance() as unit:
        every = unit.merchants.list(MerchantQuery(limit=EVERY))
        villages = unit.villages.all()
        where = places(villages, unit.villages.successions(), today())
        commune = unit.office.commune().title
    names = {one.village_id: one.name for one in villages}
    active = tuple(
        one
        for one in every
        if one.state == "active"
        and request.village_id in (None, where.get(one.village_id or 0))
        and (not request.merchants or one.merchant_id in request.merchants)
    )
    shown = {number: names.get(place or 0, "") for number, place in where.items()}
    return _Shops(active, shown, commune)


def _taken_up(fit: list[tuple[Merchant, VietQr]], first: int) -> list[tuple[Merchant, VietQr]]:
    """The stands from a number on; refuses where there are none."""
    if not fit:
        raise UserError(
            "no_stands",
            "Không có hộ nào có nội dung mã QR dùng được để in biển.",
            "Nhập danh sách có cột “Nội dung mã QR”, hoặc soát lại mã của các hộ.",
        )
    if first > len(fit):
        raise UserError(
            "no_stands_left",
            f"Chỉ có {len(fit)} biển, không có biển thứ {first}.",
            "Ghi số thứ tự của biển cần in tiếp, đếm từ 1.",
            stands=len(fit),
            first=first,
        )
    return fit[max(0, first - 1) :]


def _code_of(one: Merchant) -> VietQr | None:
    """The shop's code where it is in order."""
    if not one.qr_text or one.qr_state == "doubtful" or doubt_of(one.qr_text, one.owner, one.name):
        return None
    return read(one.qr_text).qr


def _stand(one: Merchant, qr: VietQr, village: str, commune: str) -> Stand:
    known = banks().find(qr.bin)
    return qr_stands.Stand(
        one.name,
        known.short_name if known else qr.bin,
        mask_tail(qr.account, head=0, tail=4),
        qr.holder,
        village,
        commune,
        qr_codes.matrix(one.qr_text or ""),
    )
