"""The files waiting to be imported: what is known of each and how it stands; it reads none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from digicommune.ui import plain, style
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column

if TYPE_CHECKING:
    from digicommune.operations.intake import Chosen, Decision, ImportDone, IntakeRequest
    from digicommune.ui.pages.intake_look import Look
    from digicommune.ui.style import Tone

State = Literal["waiting", "reading", "needs", "ready", "saving", "saved", "failed"]
WIDTH, HEIGHT = 224, 56
STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(slots=True, eq=False)
class Entry:
    """One file of the queue: what the officer settled of it and what was read."""

    path: Path
    request: IntakeRequest
    state: State = "waiting"
    look: Look | None = None
    settled: bool = False  # its columns are known or were looked at
    stale: bool = False  # the registers have changed since it was judged
    changed: bool = False  # the file itself has changed since it was read
    decisions: dict[int, Decision | Chosen] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)  # rows in the order they were decided
    typed: dict[int, dict[str, str]] = field(default_factory=dict)  # mends not yet judged
    notice: str = ""  # why it was judged again when it was to be saved
    error: Exception | None = None
    done: ImportDone | None = None

    @property
    def open(self) -> bool:
        """Whether it can still be saved."""
        return self.state not in ("saved", "failed")


def state_word(state: State) -> tuple[str, Tone]:
    """How a file stands, with its sign."""
    known: dict[str, tuple[str, Tone]] = {
        "waiting": (tr("… Chờ đọc"), "muted"),
        "reading": (tr("⟳ Đang đọc"), "info"),
        "needs": (tr("! Cần bạn xem"), "warn"),
        "ready": (tr("→ Sẵn sàng lưu"), "info"),
        "saving": (tr("⟳ Đang lưu"), "info"),
        "saved": (tr("✓ Đã lưu"), "good"),
        "failed": (tr("✗ Không đọc được"), "bad"),
    }
    return known[state]


class QueuePanel(QFrame):
    """The files under each other; ``chosen`` tells the place of the one picked."""

    chosen = Signal(int)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedWidth(WIDTH)
        self._title = plain.label("", "caps")
        self.list = QListWidget()
        self.list.setObjectName("queue")
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        plain.named(self.list, tr("Các tệp đang chờ nhập"))
        self.list.currentRowChanged.connect(self._tell)
        self.clear: QPushButton = plain.button(tr("Bỏ các tệp đã xong"), "flat")
        self.clear.clicked.connect(self.cleared)
        layout = column(self._title, self.list, self.clear, gap=8)
        layout.setContentsMargins(12, 12, 8, 8)
        self.setLayout(layout)
        self.hide()

    def show_entries(self, entries: Sequence[Entry], current: Entry | None) -> None:
        """Shows the files and marks the one on screen; one file alone needs no list."""
        self.list.blockSignals(True)
        while self.list.count() > len(entries):
            self.list.takeItem(self.list.count() - 1)
        for place, one in enumerate(entries):
            item = self.list.item(place) or QListWidgetItem(self.list)
            word, tone = state_word(one.state)
            item.setText(plain.cut(one.path.name))
            item.setData(STATE_ROLE, (word, tone))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.path.name}: {word}")
            item.setToolTip(plain.tip(f"{one.path.name}\n{_reason(one)}".strip()))
        if current is not None and current in entries:
            self.list.setCurrentRow(list(entries).index(current))
        else:
            self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        over = sum(one.state == "saved" for one in entries)
        self._title.setText(tr("Đã lưu {done}/{all} tệp").format(done=over, all=len(entries)))
        self.clear.setVisible(any(not one.open for one in entries))
        self.setVisible(len(entries) > 1)

    def _tell(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(place)


def _reason(one: Entry) -> str:
    return str(getattr(one.error, "message", "")) if one.error else ""


Index = QModelIndex | QPersistentModelIndex


class _EntryDelegate(QStyledItemDelegate):
    """Draws a file's name over its state."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, name, state in its colour with its sign."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        word, tone = index.data(STATE_ROLE)
        box = option.rect.adjusted(1, 1, -2, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(style.colour("main" if focused else "line"))
        if not (selected or focused):
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("main_soft" if selected else "card"))
        painter.drawRoundedRect(box, 6, 6)
        upper = box.adjusted(10, 6, -8, -box.height() // 2)
        lower = box.adjusted(10, box.height() // 2, -8, -4)
        font = QFont(option.font)
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(style.colour("ink"))
        elided = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, upper.width()
        )
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, elided)
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(style.colour(tone))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, word)
        painter.restore()
