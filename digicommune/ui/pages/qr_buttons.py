"""The two buttons of the page of merchants that open the dialogs about payment codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.ui import plain
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

    from digicommune.ui.page import Desk
    from digicommune.ui.pages.qr_calls import CodeCalls


def qr_buttons(
    page: QWidget, desk: Desk, calls: CodeCalls, villages: Callable[[], dict[int, str]]
) -> tuple[QPushButton, QPushButton]:
    """Check codes, print stands; the dialogs load when first opened."""

    def check() -> None:
        from digicommune.ui.pages.qr_check import QrCheckDialog

        QrCheckDialog(page, desk, calls, villages().items()).show()

    def stands() -> None:
        from digicommune.ui.pages.qr_stands import QrStandsDialog

        QrStandsDialog(page, desk, calls, villages().items()).show()

    first = plain.button(tr("Kiểm tra mã QR…"), "", tr("Soát mã dán vào, ảnh, danh sách, cả sổ"))
    first.clicked.connect(lambda _checked: check())
    second = plain.button(tr("In biển QR…"), "", tr("Biển để bàn A5, A6 của các hộ có mã đúng"))
    second.clicked.connect(lambda _checked: stands())
    return first, second
