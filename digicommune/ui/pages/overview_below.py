"""Below today's figures: one indicator by village and what waits to be done; it asks nothing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from digicommune.charts.values import Bar, VillageBars
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.views.chart import ChartView
from digicommune.ui.views.frames import card, row
from digicommune.ui.views.todo import TodoList

if TYPE_CHECKING:
    from digicommune.operations.overview import Overview, OverviewChart


class OverviewBelow(QWidget):
    """A chart, where the period has one, beside the list of what waits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.todo = TodoList()
        self.todo.opened.connect(desk.open_page)
        self._chart = ChartView(desk)
        self._title = plain.label("", "heading", wrap=True)
        self._chart_card = card(self._title, self._chart, 1, gap=4)
        waits = card(plain.label(tr("Việc cần làm"), "heading"), self.todo, gap=12)
        waits.setMinimumWidth(300)
        layout = row(gap=16)
        layout.addWidget(self._chart_card, 5)
        layout.addWidget(waits, 3)
        self.setLayout(layout)

    def show_overview(self, overview: Overview) -> None:
        """The chart and the lines of this period."""
        self._chart_card.setVisible(overview.chart is not None)
        if overview.chart is not None:
            self._title.setText(plain.cut(overview.chart.title))
            self._chart.show_values(bars_of(overview.chart))
        self.todo.show_lines(overview.todo)


def bars_of(chart: OverviewChart) -> VillageBars:
    """The chart's values; a bar is judged on its exact counts where its label brings them."""
    target = None if chart.target is None else Fraction(chart.target) / 100
    bars = []
    for one in chart.bars:
        share = None if one.percent is None else (_exact(one.label) or _share(one.percent))
        met = None if share is None or target is None else share >= target
        label = f"{words.percent(one.percent)}  ({one.label})" if one.label else ""
        bars.append(Bar(one.village, share, label, met))
    return VillageBars(
        title=chart.title,
        bars=tuple(bars),
        threshold=target,
        threshold_label=""
        if chart.target is None
        else tr("Mục tiêu {target}").format(target=words.percent(chart.target)),
    )


def _share(percent: Decimal) -> Fraction:
    return Fraction(percent) / 100


def _exact(label: str) -> Fraction | None:
    parts = label.replace(".", "").split("/")
    if len(parts) != 2 or not all(part.isdigit() for part in parts) or int(parts[1]) == 0:
        return None
    return Fraction(int(parts[0]), int(parts[1]))
