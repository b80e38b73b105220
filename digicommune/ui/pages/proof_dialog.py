"""Shows one proof: a picture as large as fits, or the pages of a PDF; it changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row, scrolled

if TYPE_CHECKING:
    from digicommune.domain.proofs import Proof

SIZE = (900, 640)


class ProofDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(self, parent: QWidget, proof: Proof, content: bytes) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Minh chứng"))
        self.resize(*SIZE)
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        layout = column(plain.label(proof.name, "heading", wrap=True), gap=12)
        layout.addWidget(_picture(content) if proof.is_picture else _pages(content), 1)
        layout.addLayout(row(1, close))
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)


def _picture(content: bytes) -> QWidget:
    made = QPixmap()
    made.loadFromData(content)
    room = (SIZE[0] - 64, SIZE[1] - 140)
    if made.width() > room[0] or made.height() > room[1]:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        made = made.scaled(*room, keep, smooth.SmoothTransformation)
    shown = QLabel()
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    shown.setPixmap(made)
    plain.named(shown, tr("Ảnh minh chứng"))
    return scrolled(shown)


def _pages(content: bytes) -> QWidget:
    from digicommune.ui.views.pdf import PdfPreview

    made = PdfPreview()
    made.show_pdf(content)
    made.hide_sending()
    return made
