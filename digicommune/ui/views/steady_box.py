"""Combo boxes that neither the wheel nor a long name upsets; what they hold is the page's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip

from digicommune.ui import plain


class CutBox(QComboBox):
    """Takes the room it is given: words that do not fit end in "…", the tip says them whole."""

    def __init__(self, least: int = 12) -> None:
        super().__init__()
        self.setMinimumContentsLength(least)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._cut = False

    def event(self, event: QEvent) -> bool:
        """Says words that were cut, where the page gave no tip of its own."""
        if isinstance(event, QHelpEvent) and self._cut and not self.toolTip():
            QToolTip.showText(event.globalPos(), plain.tip(self.currentText()), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box as the style draws it, around the words as far as they fit."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        shown = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - 4
        )
        self._cut = shown != option.currentText
        option.currentText = shown
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class SteadyBox(CutBox):
    """Choices with a name for screen readers, which the wheel does not change by accident."""

    def __init__(self, name: str, width: int = 220) -> None:
        super().__init__(8)
        plain.named(self, name)
        self.setMinimumWidth(width)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to whoever scrolls."""
        event.ignore()
