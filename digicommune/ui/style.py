"""Colours, type and icons of the window, from resources; it knows no page."""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from digicommune.settings import resources

Tone = Literal["good", "warn", "bad", "info", "muted"]

GRID = 8  # every distance is a multiple of it, or its half
COLOURS = {
    "ink": "#18242f",
    "soft": "#52616f",
    "faint": "#667482",
    "page": "#f3f5f8",
    "card": "#ffffff",
    "line": "#dbe1e8",
    "line_strong": "#b7c2cd",
    "bar": "#12304a",
    "bar_ink": "#c9d8e6",
    "bar_on": "#1f4b70",
    "main": "#1c5d9f",
    "main_dark": "#164b81",
    "main_soft": "#e7f0f9",
    "good": "#17693f",
    "good_soft": "#e3f4ea",
    "warn": "#865200",
    "warn_soft": "#fdf1d8",
    "bad": "#a92419",
    "bad_soft": "#fce8e6",
    "info": "#1c5d9f",
    "info_soft": "#e7f0f9",
    "muted": "#52616f",
    "muted_soft": "#eceff3",
    "stripe": "#f8fafc",
}
FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")
FAMILY = "Inter"


def dress(app: QApplication) -> None:
    """Gives the program its look: Fusion underneath, our palette, font and style sheet."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette())
    app.setFont(_font())
    app.setStyleSheet(_sheet())


def colour(name: str) -> QColor:
    """A colour by its name in the palette."""
    return QColor(COLOURS[name])


def brush(name: str) -> QBrush:
    """A colour to fill with; made by a palette: ``QBrush(QColor)`` would make all enums of Qt."""
    role = QPalette.ColorRole.Base
    made = QPalette()
    made.setColor(role, colour(name))
    return made.brush(role)


def icon(name: str, tint: str = "soft", tint_on: str | None = None) -> QIcon:
    """The line icon ``name`` in the colours ``tint`` and, where chosen, ``tint_on``."""
    side = 24 * _scale()
    made = QIcon(pixmap(name, tint, side))
    if tint_on:
        made.addPixmap(pixmap(name, tint_on, side), QIcon.Mode.Normal, QIcon.State.On)
    return made


def sign(name: str, tint: str, side: int) -> QPixmap:
    """The icon ``name`` for a label, ``side`` logical pixels wide, sharp on this screen."""
    made = QPixmap(pixmap(name, tint, side * _scale()))
    made.setDevicePixelRatio(_scale())
    return made


def blank(side: int) -> QPixmap:
    """Nothing, ``side`` pixels wide."""
    made = QPixmap(QSize(side, side))
    made.fill(QColor(0, 0, 0, 0))
    return made


def _scale() -> int:
    screen = QGuiApplication.primaryScreen()
    return ceil(screen.devicePixelRatio()) if screen else 1


@cache
def pixmap(name: str, tint: str, side: int) -> QPixmap:
    """The icon ``name`` drawn ``side`` pixels wide in the palette colour ``tint``."""
    from PySide6.QtSvg import QSvgRenderer

    text = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    drawn = QSvgRenderer(QByteArray(text.replace("currentColor", COLOURS[tint]).encode()))
    canvas = blank(side)
    painter = QPainter(canvas)
    drawn.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return canvas


def figures_font(points: float, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    """A font with digits of one width, so that columns of numbers stand straight."""
    font = QFont(QApplication.font())
    font.setPointSizeF(points)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _font() -> QFont:
    folder = resources() / "fonts"
    taken = [QFontDatabase.addApplicationFont(str(folder / name)) for name in FONT_FILES]
    font = QFont(FAMILY) if min(taken) >= 0 else QFont(QApplication.font())
    font.setPixelSize(14)
    return font


def _sheet() -> str:
    text = (resources() / "style" / "light.qss").read_text("utf-8")
    names = sorted(COLOURS, key=len, reverse=True)  # the longer name first: main_dark before main
    for name in names:
        text = text.replace(f"@{name}", COLOURS[name])
    return text.replace("@icons", (resources() / "icons").as_posix())


def _palette() -> QPalette:
    made = QPalette()
    pairs = {
        QPalette.ColorRole.Window: "page",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "stripe",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Highlight: "main",
        QPalette.ColorRole.HighlightedText: "card",
        QPalette.ColorRole.PlaceholderText: "faint",
        QPalette.ColorRole.Link: "main",
    }
    for role, name in pairs.items():
        made.setColor(role, colour(name))
    return made
