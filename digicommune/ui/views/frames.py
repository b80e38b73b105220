"""Cards, page heads, rows and empty states: the quiet furniture of the pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from digicommune.ui import plain, style

EDGE = 24  # around a page


def column(*parts: QWidget | QLayout | int, gap: int = 8) -> QVBoxLayout:
    """Parts under each other; a number is a stretch."""
    layout = QVBoxLayout()
    return _filled(layout, parts, gap)


def row(*parts: QWidget | QLayout | int, gap: int = 8) -> QHBoxLayout:
    """Parts beside each other; a number is a stretch."""
    layout = QHBoxLayout()
    return _filled(layout, parts, gap)


def _filled[Box: QBoxLayout](layout: Box, parts: tuple[object, ...], gap: int) -> Box:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        elif isinstance(part, int):
            layout.addStretch(part)
    return layout


def page_layout(page: QWidget, *, gap: int = 16) -> QVBoxLayout:
    """The layout of a whole page; its ground is that of the place where pages stand."""
    page.setObjectName("page")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(EDGE, 20, EDGE, 16)
    layout.setSpacing(gap)
    return layout


def card(*parts: QWidget | QLayout | int, gap: int = 8, edge: int = 16) -> QFrame:
    """A white card around its parts."""
    made = QFrame()
    made.setProperty("kind", "card")
    layout = column(*parts, gap=gap)
    layout.setContentsMargins(edge, edge, edge, edge)
    made.setLayout(layout)
    return made


def holder(layout: QLayout) -> QWidget:
    """A bare widget around a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def scrolled(inside: QWidget) -> QScrollArea:
    """``inside`` in a scroll area that shows no frame of its own."""
    inside.setObjectName("scrolled")
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setProperty("horizontalScrollBarPolicy", plain.NO_SCROLL_BAR)
    made.setViewport(QWidget())  # one that fills no ground, as Qt's own does
    made.setWidget(inside)
    return made


def empty_layout(layout: QLayout) -> None:
    """Takes everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty_layout(inner)


class EmptyState(QWidget):
    """Says why there is nothing to see and offers one next step."""

    def __init__(self, symbol: str, title: str, words: str) -> None:
        super().__init__()
        sign = plain.label()
        sign.setPixmap(style.sign(symbol, "faint", 40))
        sign.setProperty("alignment", plain.IN_MIDDLE)
        self._title = plain.label(title, "empty_title", wrap=True)
        self._words = plain.label(words, "soft", wrap=True)
        for text in (self._title, self._words):
            text.setProperty("alignment", plain.IN_MIDDLE)
            text.setMaximumWidth(480)
            text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._steps = row(1, gap=8)
        self._steps.addStretch(1)
        inside = column(sign, self._title, self._words, self._steps, gap=12)
        self.setLayout(column(1, row(1, holder(inside), 1), 2))

    def say(self, title: str, words: str) -> None:
        """Changes the words."""
        self._title.setText(plain.cut(title))
        self._words.setText(plain.cut(words))

    def offer(self, text: str, step: Callable[[], None]) -> QPushButton:
        """Adds the next step as a button."""
        made = plain.button(text, "main")
        made.clicked.connect(lambda _checked: step())
        self._steps.insertWidget(self._steps.count() - 1, made)
        return made
