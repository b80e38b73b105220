"""What saving a list did, in numbers, and where to go on; it undoes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from digicommune.ui import plain, style, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.views.frames import card, column, empty_layout, row

if TYPE_CHECKING:
    from digicommune.operations.intake import ImportDone


class DonePanel(QWidget):
    """``again`` when the officer wants to import another list."""

    again = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        sign = plain.label()
        sign.setPixmap(style.sign("check", "good", 32))
        self._title = plain.label("", "heading", wrap=True)
        self.message = plain.label("", wrap=True)
        self._numbers = row(gap=12)
        more = plain.button(tr("Nhập danh sách khác"), "main")
        more.clicked.connect(self.again)
        today = plain.button(tr("Xem số liệu hôm nay"))
        today.clicked.connect(lambda: desk.open_page("overview"))
        head = row(sign, gap=12)
        head.addWidget(self._title, 1)
        body = card(head, self.message, self._numbers, row(more, today, 1), gap=16, edge=24)
        self.setLayout(column(body, 1))

    def show_done(self, file: str, done: ImportDone) -> None:
        """Shows what one import did."""
        nothing = done.import_id is None
        self._title.setText(
            tr("{file}: không có gì mới để lưu").format(file=file)
            if nothing
            else tr("Đã lưu {file}").format(file=file)
        )
        self.message.setText(plain.cut(done.message))
        empty_layout(self._numbers)
        numbers = (
            (tr("Thêm vào sổ"), done.created),
            (tr("Tài khoản, mã QR, số liệu"), done.facts),
            (tr("Dòng cập nhật"), done.updated),
            (tr("Đã có từ trước"), done.counts.get("known", 0)),
            (tr("Nghi trùng, chưa tính"), done.counts.get("doubtful", 0)),
            (tr("Dòng sai"), done.counts.get("rejected", 0)),
        )
        for name, number in numbers:
            self._numbers.addWidget(_number(name, number), 1)


def _number(name: str, number: int) -> QFrame:
    return card(
        plain.label(words.count(number), "figure_small"),
        plain.label(name, "small", wrap=True),
        1,
        gap=2,
        edge=12,
    )
