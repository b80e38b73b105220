"""A combo box that the wheel does not change: one scrolls past it without choosing by accident."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from digicommune.ui import plain


class SteadyBox(QComboBox):
    """Choices with a name for screen readers, as wide as its layout wants."""

    def __init__(self, name: str, width: int = 220) -> None:
        super().__init__()
        plain.named(self, name)
        self.setMinimumWidth(width)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to whoever scrolls."""
        event.ignore()
