"""A file that could not be read: its one sentence and what the officer can do; it reads none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain, style
from digicommune.ui.language import tr
from digicommune.ui.views.frames import card, column, holder, row
from digicommune.ui.views.row_box import RowBox
from digicommune.ui.views.steady_box import SteadyBox

if TYPE_CHECKING:
    from digicommune.operations.intake import IntakeRequest
    from digicommune.ui.alerts import Wording

LAST_ROW = 1_000


class BlockedPanel(QWidget):
    """``again`` when it should be read with the password or the place told; ``left`` to drop it."""

    again = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        sign = plain.label()
        sign.setPixmap(style.sign("warning", "warn", 32))
        self._file = plain.label("", "heading", wrap=True)
        self.says = plain.label("", "strong", wrap=True)
        self.advice = plain.label("", wrap=True)
        self.password = self._password_box()
        self._secret = holder(row(self.password, 1))
        self.sheet = SteadyBox(tr("Trang tính"))
        self.row = RowBox(tr("Dòng tên cột"), LAST_ROW)
        self.row.set_value(1)
        self.row.returnPressed.connect(self.again)
        self._place = holder(
            row(plain.label(tr("Trang tính")), self.sheet, plain.label(tr("tên cột ở dòng")),
                self.row, 1, gap=12)
        )  # fmt: skip
        self.retry = plain.button(tr("Đọc lại"), "main")
        self.retry.clicked.connect(self.again)
        self.leave = plain.button(tr("Bỏ tệp này"))
        self.leave.clicked.connect(self.left)
        head = row(sign, gap=12)
        head.addWidget(self._file, 1)
        body = card(head, self.says, self.advice, self._secret, self._place,
                    row(self.retry, self.leave, 1), gap=14, edge=24)  # fmt: skip
        self.setLayout(column(body, 1))

    def _password_box(self) -> QLineEdit:
        made = QLineEdit()
        made.setAcceptDrops(False)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setPlaceholderText(tr("Mật khẩu của tệp"))
        made.setMaximumWidth(320)
        plain.named(made, tr("Mật khẩu của tệp"))
        made.returnPressed.connect(self.again)
        return made

    def request(self, before: IntakeRequest) -> IntakeRequest:
        """``before`` with the password or the place of the header as told here."""
        secret = not self._secret.isHidden() and self.password.text()
        if secret:
            before = replace(before, password=self.password.text())
        if self.sheet.count():
            heads = (self.row.value(),)
            before = replace(before, sheet=self.sheet.currentData(), header_rows=heads)
        return before

    def show_error(self, file: str, error: Exception, wording: Wording) -> None:
        """Shows what is wrong; asks for a password or for the header where that would help."""
        code = error.code if isinstance(error, UserError) else ""
        told = wording(error) if isinstance(error, UserError) else (str(error), "")
        self._file.setText(plain.cut(file))
        self.says.setText(plain.cut(told[0]))
        self.advice.setText(plain.cut(told[1]))
        secret = code in ("password_required", "wrong_password")
        self._secret.setVisible(secret)
        self.password.clear()
        sheets = error.facts.get("sheets") if isinstance(error, UserError) else None
        self._place.setVisible(bool(sheets))
        self.sheet.clear()
        for name in sheets if isinstance(sheets, (tuple, list)) else ():
            self.sheet.addItem(plain.cut(str(name)), str(name))
        self.retry.setText(tr("Mở tệp") if secret else tr("Đọc lại"))
        if secret:
            self.password.setFocus()
