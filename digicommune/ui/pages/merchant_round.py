"""What a round notes of a shop: a day, a step or a closing; it saves nothing itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.merchant_words import bare_step, steps
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.typed_fields import DayError, day_in

if TYPE_CHECKING:
    from datetime import date

    from digicommune.domain.merchants import Merchant

ABREAST = 3


class RoundBox(QWidget):
    """``stepped`` tells step, day and reason; ``closed`` a day; ``reopened`` nothing."""

    stepped = Signal(str, object, str)
    closed = Signal(object)
    reopened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.day = QLineEdit()
        self.day.setAcceptDrops(False)
        self.day.setFixedWidth(112)
        plain.named(self.day, tr("Ngày vận động"))
        self.note = QLineEdit()
        self.note.setAcceptDrops(False)
        self.note.setMaxLength(200)
        self.note.setPlaceholderText(tr("Ghi chú; lý do nếu từ chối"))
        plain.named(self.note, tr("Ghi chú; lý do nếu từ chối"))
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.steps: dict[str, QPushButton] = {}
        self._stands_at = ""
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        for at, code in enumerate(one for one in steps() if one != "not_visited"):
            made = plain.button(bare_step(code), "filter")
            made.setCheckable(True)
            made.clicked.connect(partial(self._step, code))
            self.steps[code] = made
            self._grid.addWidget(made, at // ABREAST, at % ABREAST)
        self.close_shop = plain.button(
            tr("Đã nghỉ kinh doanh"), "link", tr("Không tính vào mẫu số từ ngày ghi ở trên")
        )
        self.close_shop.clicked.connect(lambda _checked: self._close())
        self.reopen = plain.button(tr("Hoạt động lại"), "link")
        self.reopen.clicked.connect(lambda _checked: self.reopened.emit())
        self._lay_out()

    def show_shop(self, shop: Merchant) -> None:
        """Begins anew for a shop: today, no reason."""
        self.day.setText(words.day(today()))
        self.note.clear()
        self.problem.hide()
        trading = shop.state == "active"
        for code, button in self.steps.items():
            button.setEnabled(trading)
            button.setChecked(code == shop.stands_at)
        self._stands_at = shop.stands_at
        self.close_shop.setVisible(trading)
        self.reopen.setVisible(not trading)

    def refuse(self, said: str) -> None:
        """Tells what was refused."""
        self.problem.setText(plain.cut(said))
        self.problem.show()

    def _step(self, code: str, _checked: bool = False) -> None:
        self.steps[code].setChecked(code == self._stands_at)  # until it is kept
        on = self._day()
        if on is not None:
            self.stepped.emit(code, on, self.note.text().strip())

    def _close(self) -> None:
        on = self._day()
        if on is not None:
            self.closed.emit(on)

    def _day(self) -> date | None:
        try:
            found = day_in(self.day.text())
        except DayError:
            found = None
        if found is None:
            self.refuse(tr("Ghi đủ ngày/tháng/năm, ví dụ 05/03/2026."))
        return found

    def _lay_out(self) -> None:
        head = row(plain.label(tr("Vận động"), "caps"), 1, self.close_shop, self.reopen)
        layout = column(head, row(self.day, self.note), self._grid, self.problem, gap=6)
        self.setLayout(layout)
