"""The columns of the list of shops; numbers stand on the card alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.pages import merchant_words
from digicommune.ui.views.table import Column

if TYPE_CHECKING:
    from digicommune.domain.merchant_cards import MerchantLine
    from digicommune.ui.style import Tone


def columns() -> tuple[Column[MerchantLine], ...]:
    """Name, owner, village, code and how far the shop has come."""
    return (
        Column(tr("Tên hộ kinh doanh"), lambda one: one.name, least=156),
        Column(tr("Chủ hộ"), lambda one: one.owner, width=128),
        Column(tr("Thôn"), lambda one: one.village, width=102),
        Column(
            tr("Mã QR"),
            lambda one: words.qr_state(one.qr_state)[0],
            tone=lambda one: words.qr_state(one.qr_state)[1],
            width=140,
        ),
        Column(
            tr("Vận động"),
            lambda one: _stand(one)[0],
            tone=lambda one: _stand(one)[1],
            width=118,
        ),
    )


def _stand(one: MerchantLine) -> tuple[str, Tone]:
    """How far the shop has come; of a closed one that it is closed."""
    if one.state == "closed":
        return tr("– Đã nghỉ"), "muted"
    return merchant_words.step(one.stands_at)
