"""The two figures of shops above their list, each with what it counts; they compute nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from digicommune.domain.numbers import percentage
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import card, column, empty_layout, row

if TYPE_CHECKING:
    from digicommune.domain.merchant_cards import MerchantFigure

DECIMALS = 2


class MerchantFigures(QWidget):
    """``asked`` tells the figure whose shops are wanted."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.links: dict[str, QPushButton] = {}
        self._cards = row(gap=12)
        self.setLayout(self._cards)

    def show_figures(self, figures: tuple[MerchantFigure, ...]) -> None:
        """Shows them side by side."""
        empty_layout(self._cards)
        self.links.clear()
        for one in figures:
            self._cards.addWidget(self._card(one), 1)

    def _card(self, one: MerchantFigure) -> QWidget:
        counts = words.fraction(one.numerator, one.denominator)
        link = plain.button(counts, "link", tr("Xem từng hộ đứng sau con số"))
        plain.named(link, f"{one.name}: {counts}")
        link.clicked.connect(partial(self._ask, one))
        self.links[one.code] = link
        said = tr("{counts} / {base}").format(counts=one.counts, base=one.of)
        if one.typed:
            said = tr("{said} · số gõ tay").format(said=said)
        value = plain.label(share(one), "figure_small")
        top = row(gap=12)
        top.addWidget(plain.label(one.name, "strong", wrap=True), 1)
        top.addWidget(link)
        top.addWidget(value)
        return card(column(top, plain.label(said, "small", wrap=True), gap=2), edge=10)

    def _ask(self, one: MerchantFigure, _checked: bool = False) -> None:
        self.asked.emit(one)


def share(one: MerchantFigure) -> str:
    """The figure as a percentage; a dash where there is none."""
    if one.numerator is None or not one.denominator:
        return words.percent(None)
    return words.percent(percentage(one.numerator, one.denominator, DECIMALS))
