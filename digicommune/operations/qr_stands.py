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
from digicommune.errors import UserError
from digicommune.operations.qr_codes import banks
from digicommune.operations.reports import MadeDocument, file_name

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
    """The stands as PDF; the journal notes the print. Raises ``UserError`` ``no_stands``."""
    with store.glance() as unit:
        every = unit.merchants.list(MerchantQuery(village_id=request.village_id, limit=EVERY))
        names = {one.village_id: one.name for one in unit.villages.all()}
        commune = unit.office.commune().title
    active = [
        one
        for one in every
        if one.state == "active" and (not request.merchants or one.merchant_id in request.merchants)
    ]
    fit = [(one, qr) for one in active if (qr := _code_of(one)) is not None]
    chosen = fit[max(0, request.first - 1) :]
    if not chosen:
        raise UserError(
            "no_stands",
            "Không có hộ nào có nội dung mã QR dùng được để in biển.",
            "Nhập danh sách có cột “Nội dung mã QR”, hoặc soát lại mã của các hộ.",
        )
    stands = [_stand(one, qr, names.get(one.village_id or 0, ""), commune) for one, qr in chosen]
    pdf = qr_stands.render_stands(stands, request.size, progress)
    with store.unit() as unit:
        after = {"stands": len(stands), "size": request.size, "first": request.first}
        unit.journal.note("print", "qr-stands", after=after)
    words = qr_stands.shipped_words()
    made = MadeDocument(0, words.title, file_name(words.title), pdf)
    done = {one.merchant_id for one, _ in fit}
    left = [one for one in active if one.merchant_id not in done]
    return MadeStands(
        made,
        len(stands),
        tuple(one.name for one in left if not one.qr_text),
        tuple(one.name for one in left if one.qr_text),
    )


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
