"""The list of what waits to be done: a number, a sentence, an arrow; it does none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from digicommune.ui import plain, style, words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.operations.overview import Todo

Index = QModelIndex | QPersistentModelIndex
COUNT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PAGE_ROLE = COUNT_ROLE + 1
HEIGHT, NUMBER, ARROW = 56, 56, 32
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class TodoList(QListWidget):
    """``opened`` tells the page where the line one clicks (or Enter on it) is done."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_TodoDelegate(self))
        self.setObjectName("todo")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        plain.named(self, tr("Việc cần làm"))
        self.itemClicked.connect(self._open)
        self.itemActivated.connect(self._open)

    def show_lines(self, lines: tuple[Todo, ...]) -> None:
        """Replaces the lines; none is said in words."""
        self.clear()
        for one in lines:
            item = QListWidgetItem(plain.cut(one.text))
            item.setData(COUNT_ROLE, words.count(one.count) if one.count else "")
            item.setData(PAGE_ROLE, one.page)
            item.setToolTip(plain.tip(one.text))
            self.addItem(item)
        if not lines:
            item = QListWidgetItem(tr("Không có việc nào đang chờ."))
            item.setData(COUNT_ROLE, "✓")
            self.addItem(item)
        self.setMinimumHeight(min(4, self.count()) * HEIGHT + 2)

    def _open(self, item: QListWidgetItem) -> None:
        page = item.data(PAGE_ROLE)
        if page:
            self.opened.emit(page)


class _TodoDelegate(QStyledItemDelegate):
    """Draws a line as a card."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines of words fit."""
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Frame, number, words, arrow."""
        hover = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        page = bool(index.data(PAGE_ROLE))
        box = option.rect.adjusted(1, 1, -2, -8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colour("main" if hover and page else "line"), 1))
        painter.setBrush(style.colour("main_soft" if hover and page else "card"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setClipRect(box.adjusted(2, 2, -2, -2))
        _draw_words(painter, option, index, box)
        if page:
            painter.drawPixmap(
                box.right() - ARROW + 4,
                box.center().y() - 9,
                style.sign("chevron_right", "faint", 20),
            )
        painter.restore()


def _draw_words(painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRect) -> None:
    number = str(index.data(COUNT_ROLE) or "")
    left = box.left() + 12
    painter.setPen(style.colour("ink"))
    if number:
        font = QFont(option.font)
        font.setPixelSize(17)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        width = max(NUMBER - 16, QFontMetrics(font).horizontalAdvance(number))
        painter.drawText(QRect(left, box.top(), width, box.height()), WRAPPED, number)
        left += width + 8
    painter.setFont(option.font)
    room = QRect(left, box.top(), box.right() - ARROW - left, box.height())
    painter.drawText(room, WRAPPED, str(index.data() or ""))
