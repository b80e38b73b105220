"""A tile: one indicator's percentage, its counts and how it stands against its target."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from digicommune.domain.numbers import vi_decimal
from digicommune.ui import plain, style, words
from digicommune.ui.language import tr
from digicommune.ui.views.chips import chip
from digicommune.ui.views.frames import column, row

if TYPE_CHECKING:
    from digicommune.operations.overview import Tile


class Meter(QWidget):
    """A thin bar of the percentage with a notch where the target is."""

    def __init__(self, percent: Decimal | None, target: Decimal | None, tone: str) -> None:
        super().__init__()
        self._percent, self._target, self._tone = percent, target, tone
        self.setFixedHeight(14)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground, bar and notch."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(_bar(self.width()), style.brush("muted_soft"))
        if self._percent is not None:
            tone = "main" if self._tone == "muted" else self._tone
            painter.fillPath(_bar(self._x(self._percent)), style.brush(tone))
        if self._target is not None:
            notch = QPainterPath()
            notch.addRect(min(self._x(self._target), self.width() - 2), 1, 2, 12)
            painter.fillPath(notch, style.brush("ink"))
        painter.end()

    def _x(self, percent: Decimal) -> float:
        return self.width() * min(1.0, max(0.0, float(percent) / 100))


def _bar(length: float) -> QPainterPath:
    made = QPainterPath()
    made.addRoundedRect(QRectF(0, 4, length, 6), 3, 3)
    return made


def tile_card(tile: Tile) -> QFrame:
    """The card of one indicator."""
    word, tone = words.tile_state(tile.state)
    figure = plain.label(words.percent(tile.percent), "figure")
    figure.setFont(style.figures_font(20, QFont.Weight.DemiBold))
    title = plain.label(tile.title, "strong", wrap=True)
    title.setProperty("alignment", plain.AT_TOP)
    title.setMinimumHeight(36)
    unset = tile.state == "no_target"
    judged = plain.label(tr("chưa đặt mục tiêu"), "small") if unset else chip(word, tone)
    layout = column(
        title,
        row(figure, 1, judged),
        Meter(tile.percent, tile.target, tone),
        row(plain.label(_counts(tile), "soft"), 1, plain.label(_target(tile), "small")),
        plain.label(_base(tile), "small", wrap=True),
        1,
        gap=4,
    )
    layout.setContentsMargins(16, 14, 16, 14)
    made = QFrame()
    made.setProperty("kind", "card")
    made.setLayout(layout)
    made.setMinimumWidth(200)
    plain.named(made, f"{tile.title}: {words.percent(tile.percent)}, {word}")
    return made


def _counts(tile: Tile) -> str:
    if tile.numerator is None and tile.denominator is None:
        return tr("Chưa nhập số liệu của kỳ này")
    return f"{words.fraction(tile.numerator, tile.denominator)} {tile.unit}"


def _base(tile: Tile) -> str:
    return tr("trên {base}").format(base=tile.base_name) if tile.base_name else ""


def _target(tile: Tile) -> str:
    if tile.target is None:
        return ""
    return tr("mục tiêu {target}%").format(target=vi_decimal(tile.target))
