"""A search box that waits until one stops typing; it searches nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit

from digicommune.ui import plain, style

PAUSE = 180  # milliseconds without a key


class SearchBox(QLineEdit):
    """``searched`` tells the text once typing pauses, or at once on Enter."""

    searched = Signal(str)

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        plain.named(self, hint)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # a dropped file is a list to import, not a text
        self.setMinimumWidth(240)
        self.setMaxLength(200)
        self.addAction(style.icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._tell)

    def event(self, event: QEvent) -> bool:
        """Keeps Esc for itself while there is a text: the window has a shortcut on it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the box."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())
