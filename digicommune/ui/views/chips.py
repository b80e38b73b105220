"""Chips: a word with a sign on a coloured ground, so that colour never speaks alone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from digicommune.ui import plain
from digicommune.ui.style import Tone, colour

CHIP_ROLE = 0x0101  # the first of a program's own after Qt.ItemDataRole.UserRole
SIGNS: dict[str, str] = {"good": "✓", "warn": "!", "bad": "✗", "info": "+", "muted": "–"}
HEIGHT = 22


def chip(text: str, tone: Tone) -> QLabel:
    """A chip; ``text`` should bring its own sign."""
    made = plain.label(text)
    made.setProperty("chip", tone)  # before its first look, so none has to be taken off
    made.setFixedHeight(HEIGHT)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def set_chip(label: QLabel, text: str, tone: Tone) -> None:
    """Changes word and tone of a chip."""
    label.setText(plain.cut(text))
    label.setProperty("chip", tone)
    label.style().unpolish(label)
    label.style().polish(label)


class ChipDelegate(QStyledItemDelegate):
    """Draws cells that have a tone as chips, all others as they are."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one cell."""
        tone = index.data(CHIP_ROLE)
        if tone is None:
            super().paint(painter, option, index)
            return
        text = str(index.data() or "")
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        if text:
            _draw(painter, option, text, tone)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the words and the ends of the chip."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + 24, size.height())


def _draw(painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str) -> None:
    from PySide6.QtCore import Qt  # not with the module: the first tiles have chips and no cells

    font = QFont(option.font)
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    room = option.rect.adjusted(10, 0, -1, 0)
    width = min(metrics.horizontalAdvance(text) + 16, room.width())
    box = QRectF(room.left(), room.center().y() - HEIGHT / 2 + 0.5, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{tone}_soft"))
    painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
    painter.setPen(colour(tone))
    painter.setFont(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) - 8)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
