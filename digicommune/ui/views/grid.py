"""A grid that has as many columns as fit its width; it knows nothing of what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class FlowGrid(QWidget):
    """Cards of one width, laid anew when the room changes; ``painted``: new ones are on screen."""

    painted = Signal()

    def __init__(self, least: int, gap: int = 16) -> None:
        super().__init__()
        self._least, self._gap = least, gap
        self._cards: tuple[QWidget, ...] = ()
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Replaces the cards."""
        for old in self._cards:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = tuple(cards)
        self._lay(self._fitting(), anew=True)
        if cards:
            cards[0].installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the first card painted, and looks no further."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.painted.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the cards anew where one more or one fewer fits."""
        super().resizeEvent(event)
        self._lay(self._fitting(), anew=False)

    def _fitting(self) -> int:
        return max(1, (self.width() + self._gap) // (self._least + self._gap))

    def _lay(self, across: int, *, anew: bool) -> None:
        if across == self._across and not anew:
            return
        for place in range(max(self._across, across)):
            self._grid.setColumnStretch(place, 1 if place < across else 0)
        self._across = across
        for place, one in enumerate(self._cards):
            self._grid.addWidget(one, place // across, place % across)
