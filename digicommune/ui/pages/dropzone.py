"""The place where a list is dropped or chosen, with what the officer knows of it; it reads none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QLineEdit, QVBoxLayout, QWidget

from digicommune.ui import plain, style, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, holder, row


class DropZone(QFrame):
    """``dropped`` tells a path; ``asked`` that one wants to choose a file."""

    dropped = Signal(Path)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self.setMinimumHeight(216)
        sign = plain.label()
        sign.setPixmap(style.sign("sheet", "main", 48))
        title = plain.label(tr("Thả tệp Excel vào đây"), "empty_title")
        note = plain.label(
            tr("Nhận .xlsx, .xls, .xlsb, .ods; tệp gốc của ngân hàng, không cần sửa trước."),
            "soft",
        )
        choose = plain.button(tr("Chọn tệp…"), "main", tr("Chọn tệp trên máy (Ctrl+O)"))
        choose.clicked.connect(self.asked)
        for part in (sign, title, note):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(1, sign, title, note, row(1, choose, 1), 1, gap=10))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Shows that a file may be let go here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            plain.set_kind(self, "over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """As before."""
        plain.set_kind(self, "")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes one file; several go to the window, which refuses them with words."""
        plain.set_kind(self, "")
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()
            self.dropped.emit(Path(urls[0].toLocalFile()))
        else:
            event.ignore()


class ListChoices(QWidget):
    """What the officer says of the list: its kind, bank, campaign, and a password if it has one."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = _box(tr("Loại danh sách"))
        for code, name in words.list_kinds():
            self.kind.addItem(name, code)
        self.bank = _box(tr("Ngân hàng"))
        self.campaign = _box(tr("Chiến dịch"))
        self.password = QLineEdit()
        self.password.setAcceptDrops(False)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(tr("Mật khẩu của tệp"))
        plain.named(self.password, tr("Mật khẩu của tệp"))
        self.again = plain.button(tr("Mở tệp"), "main")
        self._secret = holder(_under(tr("Tệp có mật khẩu"), row(self.password, self.again)))
        self._secret.hide()
        layout = row(gap=16)
        for title, box in (
            (tr("Loại danh sách"), self.kind),
            (tr("Ngân hàng (khi tệp không ghi)"), self.bank),
            (tr("Thuộc chiến dịch"), self.campaign),
        ):
            layout.addLayout(_under(title, box), 1)
        layout.addWidget(self._secret, 1)
        self.setLayout(layout)
        self.show_banks({})
        self.show_campaigns(())

    def show_banks(self, names: dict[str, str]) -> None:
        """Banks by name."""
        pairs = sorted(names.items(), key=lambda one: one[1].casefold())
        _fill(self.bank, tr("Theo cột trong tệp"), tuple(pairs))

    def show_campaigns(self, campaigns: tuple[tuple[str, str], ...]) -> None:
        """Campaigns by code and name."""
        _fill(self.campaign, tr("Không thuộc chiến dịch nào"), campaigns)

    def ask_password(self, on: bool) -> None:
        """Shows the password's field, ready to type."""
        self._secret.setVisible(on)
        self.password.clear()
        if on:
            self.password.setFocus()


def _box(name: str) -> QComboBox:
    made = QComboBox()
    plain.named(made, name)
    made.setMinimumContentsLength(14)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _under(title: str, part: QWidget | QLayout) -> QVBoxLayout:
    return column(plain.label(title, "caps"), part, gap=4)


def _fill(box: QComboBox, first: str, choices: tuple[tuple[str, str], ...]) -> None:
    kept = box.currentData()
    box.clear()
    box.addItem(first, None)
    for code, name in choices:
        box.addItem(plain.cut(name), code)
    box.setCurrentIndex(max(0, box.findData(kept)))
