"""The trash of shops: what one put away, and putting it back; it removes nothing for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.merchants import Merchant
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.merchant_calls import MerchantCalls


class MerchantTrashDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(self, parent: QWidget, desk: Desk, calls: MerchantCalls) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Thùng rác"))
        self.resize(760, 480)
        self._desk, self._calls = desk, calls
        self.table = Table(_columns(), tr("Hộ trong thùng rác"))
        self._count = plain.label("", "soft")
        self.restore = plain.button(tr("Lấy lại hộ đang chọn"), "main")
        self.restore.clicked.connect(lambda _checked: self._restore())
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        title = plain.label(tr("Hộ kinh doanh đã bỏ vào thùng rác"), "heading")
        layout = column(title, self._count, gap=8)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.restore, 1, close))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)
        self._ask()

    def _ask(self) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.in_trash(),
                done=self._show,
                owner=self,
                topic="trash",
            )
        )

    def _show(self, shops: tuple[Merchant, ...]) -> None:
        self.table.show_rows(shops)
        said = tr("{count} hộ; không hộ nào trong đây được tính vào số liệu.")
        self._count.setText(
            said.format(count=words.count(len(shops))) if shops else tr("Thùng rác trống.")
        )
        self.restore.setEnabled(bool(shops))
        if shops and self.table.current() is None:
            self.table.selectRow(0)

    def _restore(self) -> None:
        shop = self.table.current()
        if shop is None:
            return
        number = shop.merchant_id

        self._desk.run(
            Task(
                call=lambda _progress: self._calls.restore([number]),
                done=lambda _done: self._ask(),
                owner=self,
                topic="restore",
                writes=True,
            )
        )


def _columns() -> tuple[Column[Merchant], ...]:
    return (
        Column(tr("Tên hộ kinh doanh"), lambda one: one.name),
        Column(tr("Chủ hộ"), lambda one: one.owner or "", width=170),
        Column(tr("Ngành hàng"), lambda one: one.line or "", width=120),
        Column(tr("Mã QR"), lambda one: words.qr_state(one.qr_state)[0], width=150),
    )
