"""A figure's last periods as small bars, the newest to the right; it reads none itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from digicommune.ui import plain, style, words
from digicommune.ui.language import tr

if TYPE_CHECKING:
    from digicommune.domain.entry_sheet import PastValue

HEIGHT, FOOT, HEAD = 104, 18, 16


class PastBars(QWidget):
    """Bars from 0; a period without a figure has a dot on the ground, which is not 0."""

    def __init__(self) -> None:
        super().__init__()
        self._past: tuple[PastValue, ...] = ()
        self.setFixedHeight(HEIGHT)
        plain.named(self, tr("12 kỳ gần nhất"))

    def show_past(self, past: tuple[PastValue, ...]) -> None:
        """Replaces the bars; the tooltip lists all of them in words."""
        self._past = past
        lines = [f"{one.period.title}: {_value(one)}" for one in past]
        self.setToolTip(plain.tip("\n".join(lines)).replace("\n", "<br>"))
        self.setAccessibleDescription("; ".join(lines))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints bars, the last value above the last one, first and last period below."""
        if not self._past:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = [one.figure.numerator or 0 for one in self._past if one.figure is not None]
        most = max(known, default=0) or 1
        wide = self.width() / len(self._past)
        for place, one in enumerate(self._past):
            self._bar(painter, one, QRectF(place * wide + 2, HEAD, wide - 4, 0), most)
        self._feet(painter)
        painter.end()

    def _bar(self, painter: QPainter, one: PastValue, at: QRectF, most: int) -> None:
        room = HEIGHT - FOOT - HEAD
        painter.setPen(Qt.PenStyle.NoPen)
        last = one is self._past[-1]
        painter.setBrush(style.colour("main" if last else "line_strong"))
        if one.figure is None or one.figure.numerator is None:
            painter.drawEllipse(QRectF(at.center().x() - 1.5, HEAD + room - 3, 3, 3))
            return
        tall = max(2, room * one.figure.numerator // most)
        painter.drawRoundedRect(QRectF(at.left(), HEAD + room - tall, at.width(), tall), 2, 2)
        if last:
            painter.setPen(style.colour("ink"))
            painter.setFont(_small(self.font()))
            box = QRectF(0, HEAD + room - tall - 16, self.width(), 15)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, _value(one))

    def _feet(self, painter: QPainter) -> None:
        painter.setPen(style.colour("soft"))
        painter.setFont(_small(self.font()))
        box = QRectF(0, HEIGHT - FOOT + 2, self.width(), FOOT - 2)
        first, last = self._past[0].period, self._past[-1].period
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, first.code[:10])
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, last.code[:10])


def _value(one: PastValue) -> str:
    return words.count(one.figure.numerator if one.figure is not None else None)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(11)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
