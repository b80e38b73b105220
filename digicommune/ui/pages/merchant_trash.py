"""The trash of shops: what one put away, and putting it back; it removes nothing for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.pages.register_trash import RegisterTrashDialog, Trash
from digicommune.ui.views.table import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from digicommune.domain.merchants import Merchant
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.merchant_calls import MerchantCalls


class MerchantTrashDialog(RegisterTrashDialog):
    """Shops, one a row."""

    def __init__(self, parent: QWidget, desk: Desk, calls: MerchantCalls) -> None:
        trash = Trash(
            title=tr("Hộ kinh doanh đã bỏ vào thùng rác"),
            table=tr("Hộ trong thùng rác"),
            take=tr("Lấy lại hộ đang chọn"),
            count=tr("{count} hộ; không hộ nào trong đây được tính vào số liệu."),
            columns=_columns(),
            rows=calls.in_trash,
            number=lambda one: one.merchant_id,
            restore=calls.restore,
        )
        super().__init__(parent, desk, trash)


def _columns() -> tuple[Column[Merchant], ...]:
    return (
        Column(tr("Tên hộ kinh doanh"), lambda one: one.name),
        Column(tr("Chủ hộ"), lambda one: one.owner or "", width=170),
        Column(tr("Ngành hàng"), lambda one: one.line or "", width=120),
        Column(tr("Mã QR"), lambda one: words.qr_state(one.qr_state)[0], width=150),
    )
