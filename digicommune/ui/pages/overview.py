"""Today: the main figures of the period, one chart by village, and what waits to be done."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk, Heading
from digicommune.ui.tasks import Task
from digicommune.ui.views.chart import ChartView
from digicommune.ui.views.frames import (
    EmptyState,
    card,
    column,
    page_layout,
    row,
    scrolled,
)
from digicommune.ui.views.grid import FlowGrid
from digicommune.ui.views.tiles import tile_card
from digicommune.ui.views.todo import TodoList

if TYPE_CHECKING:
    from digicommune.charts.values import VillageBars
    from digicommune.operations.overview import Overview, OverviewChart


class OverviewPage(QWidget):
    """Asks ``load`` for the period and tells the window the heading."""

    def __init__(self, desk: Desk, load: Callable[[str | None], Overview]) -> None:
        super().__init__()
        self._desk, self._load = desk, load
        self._subtitle = plain.label("", "subtitle")
        self._tiles = FlowGrid(240)
        self._blank = plain.label("", "quiet", wrap=True)
        self._chart = ChartView(desk)
        self._chart_title = plain.label("", "heading", wrap=True)
        self._chart_card = card(self._chart_title, self._chart, 1, gap=4)
        self.todo = TodoList()
        self.todo.opened.connect(desk.open_page)
        self._todo_card = self._todo_frame()
        self._empty = self._empty_state()
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks the overview of the period."""
        self._desk.run(
            Task(
                call=lambda _progress: self._load(period),
                done=self._show,
                owner=self,
                topic="overview",
            )
        )

    def _show(self, overview: Overview) -> None:
        self._desk.tell_heading(_heading(overview))
        start, end = words.day(overview.period.start), words.day(overview.period.end)
        title = overview.period.title
        self._subtitle.setText(
            tr("Số liệu {title}, từ {start} đến {end}").format(title=title, start=start, end=end)
        )
        known = [one for one in overview.tiles if one.state != "no_data"]
        blank = [one.title for one in overview.tiles if one.state == "no_data"]
        self._tiles.show_cards([tile_card(one) for one in known])
        self._blank.setText(
            plain.cut(tr("Kỳ này chưa có số liệu: {names}.").format(names="; ".join(blank)))
        )
        self._blank.setVisible(bool(blank) and bool(known))
        self._tiles.setVisible(bool(known))
        self._empty.setVisible(not known)
        self._show_chart(overview.chart)
        self.todo.show_lines(overview.todo)
        self._todo_card.show()

    def _show_chart(self, chart: OverviewChart | None) -> None:
        self._chart_card.setVisible(chart is not None)
        if chart is not None:
            self._chart_title.setText(plain.cut(chart.title))
            self._chart.show_values(bars_of(chart))

    def _empty_state(self) -> EmptyState:
        made = EmptyState(
            "intake",
            tr("Kỳ này chưa có số liệu"),
            tr("Nhập danh sách của ngân hàng hoặc danh sách hộ kinh doanh để bắt đầu."),
        )
        made.offer(tr("Nhập danh sách"), lambda: self._desk.open_page("intake"))
        made.setMinimumHeight(280)
        made.hide()
        return made

    def _todo_frame(self) -> QFrame:
        made = card(plain.label(tr("Việc cần làm"), "heading"), self.todo, gap=12)
        made.setMinimumWidth(300)
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        below = row(gap=16)
        below.addWidget(self._chart_card, 5)
        below.addWidget(self._todo_card, 3)
        content = QVBoxLayout(inside)
        content.setContentsMargins(0, 0, 4, 8)
        content.setSpacing(16)
        content.addWidget(self._tiles)
        content.addWidget(self._blank)
        content.addWidget(self._empty)
        content.addLayout(below)
        content.addStretch(1)
        layout = page_layout(self)
        layout.addLayout(column(plain.label(tr("Hôm nay"), "title"), self._subtitle, gap=2))
        layout.addWidget(scrolled(inside), 1)
        for part in (self._chart_card, self._blank, self._todo_card):
            part.hide()


def _heading(overview: Overview) -> Heading:
    commune = overview.commune
    return Heading(
        office=f"UBND {commune.title}",
        note=tr("Tỉnh {province}").format(province=commune.province),
        periods=tuple((one.code, _capital(one.title)) for one in overview.periods),
        period=overview.period.code,
        hidden=("people",) if overview.numbers_only else (),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def bars_of(chart: OverviewChart) -> VillageBars:
    """The chart's values; a bar is judged on its exact counts where its label brings them."""
    from digicommune.charts.values import Bar, VillageBars

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
