"""The first step: where lists are dropped or chosen, and forms to send out; it reads none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from digicommune.ui import plain, style, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import card, column, row


class DropZone(QFrame):
    """``dropped`` tells paths; ``asked`` that one wants to choose files."""

    dropped = Signal(list)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self.setMinimumHeight(216)
        sign = plain.label()
        sign.setPixmap(style.sign("sheet", "main", 48))
        title = plain.label(tr("Thả danh sách vào đây, một hay nhiều tệp"), "empty_title")
        note = plain.label(
            tr("Nhận .xlsx, .xls, .xlsb, .ods, .csv; tệp gốc nơi gửi, không cần sửa trước."),
            "soft",
        )
        self.choose = plain.button(tr("Chọn tệp…"), "main", tr("Chọn tệp trên máy (Ctrl+O)"))
        self.choose.clicked.connect(self.asked)
        for part in (sign, title, note):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(1, sign, title, note, row(1, self.choose, 1), 1, gap=10))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Shows that files may be let go here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            plain.set_kind(self, "over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """As before."""
        plain.set_kind(self, "")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes all files of this machine; where there is none the window says why."""
        plain.set_kind(self, "")
        paths = [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
        else:
            event.ignore()


class FormsBar(QFrame):
    """``asked`` tells the kind of list an empty form is wanted for."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        plain.named(self.kind, tr("Biểu mẫu của loại danh sách"))
        for code, name in words.list_kinds()[1:]:
            self.kind.addItem(name, code)
        self.kind.setMinimumWidth(320)
        self.take = plain.button(tr("Tải biểu mẫu…"))
        self.take.clicked.connect(lambda: self.asked.emit(self.kind.currentData()))
        texts = column(
            plain.label(tr("Chưa có danh sách?"), "strong"),
            plain.label(
                tr("Gửi biểu mẫu trống cho ngân hàng hoặc thôn: có sẵn tên thôn, cách ghi."),
                "soft",
                wrap=True,
            ),
            gap=2,
        )
        whole = row(gap=16)
        whole.addLayout(texts, 1)
        whole.addWidget(self.kind)
        whole.addWidget(self.take)
        inside: QWidget = card(whole)
        layout = column(inside)
        self.setLayout(layout)


class FirstStep(QWidget):
    """Dropping above, forms below."""

    def __init__(self) -> None:
        super().__init__()
        self.zone = DropZone()
        self.forms = FormsBar()
        self.setLayout(column(self.zone, self.forms, gap=16))
        layout = self.layout()
        assert layout is not None
        layout.setStretchFactor(self.zone, 1)  # type: ignore[attr-defined]
