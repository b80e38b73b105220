"""A small field for the number of a row of a sheet; it takes digits only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit

from digicommune.ui import plain


class RowBox(QLineEdit):
    """``changed`` when another row is typed; Enter tells ``returnPressed`` as ever."""

    changed = Signal()

    def __init__(self, name: str, last: int) -> None:
        super().__init__()
        plain.named(self, name)
        self.setObjectName("row_box")
        self.setAcceptDrops(False)
        self.setFixedWidth(48)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QIntValidator(1, last, self))
        self.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> int:
        """The row; 1 where nothing is typed."""
        return max(1, int(self.text() or "1"))

    def set_value(self, row: int) -> None:
        """Shows a row; tells nobody."""
        self.setText(str(row))
