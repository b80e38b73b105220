"""Today: the main figures of the period first, then one chart by village and what waits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk, Heading
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import EmptyState, column, page_layout, scrolled
from digicommune.ui.views.grid import FlowGrid
from digicommune.ui.views.tiles import tile_card

if TYPE_CHECKING:
    from digicommune.operations.overview import Overview
    from digicommune.ui.pages.overview_below import OverviewBelow
    from digicommune.ui.views.todo import TodoList

PAINTED, UNPAINTED = 30, 500  # milliseconds from the first tile's paint, and if there is none


class OverviewPage(QWidget):
    """Asks ``load`` for the period and tells the window the heading.

    What stands below the tiles is made once they are painted: the figures do not wait for it.
    """

    def __init__(self, desk: Desk, load: Callable[[str | None], Overview]) -> None:
        super().__init__()
        self._desk, self._load = desk, load
        self._subtitle = plain.label("", "subtitle")
        self._tiles = FlowGrid(240)
        self._blank = plain.label("", "quiet", wrap=True)
        self._below: OverviewBelow | None = None
        self._empty: EmptyState | None = None
        self._untold: Overview | None = None  # what the part below has yet to show
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_below)
        self._tiles.painted.connect(partial(self._soon.start, PAINTED))
        self._content = self._lay_out()

    @property
    def todo(self) -> TodoList:
        """What waits, as of the newest answer."""
        return self._show_below().todo

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
        self._show_empty(not known)
        self._untold = overview
        self._soon.start(UNPAINTED)

    def _show_below(self) -> OverviewBelow:
        if self._below is None:
            from digicommune.ui.pages.overview_below import OverviewBelow

            self._below = OverviewBelow(self._desk)
            self._content.insertWidget(self._content.count() - 1, self._below)
        if self._untold is not None:
            self._below.show_overview(self._untold)
            self._untold = None
        return self._below

    def _show_empty(self, empty: bool) -> None:
        if self._empty is None and empty:
            self._empty = self._empty_state()
            self._content.insertWidget(2, self._empty)
        if self._empty is not None:
            self._empty.setVisible(empty)

    def _empty_state(self) -> EmptyState:
        made = EmptyState(
            "intake",
            tr("Kỳ này chưa có số liệu"),
            tr("Nhập danh sách của ngân hàng hoặc danh sách hộ kinh doanh để bắt đầu."),
        )
        made.offer(tr("Nhập danh sách"), lambda: self._desk.open_page("intake"))
        made.setMinimumHeight(280)
        return made

    def _lay_out(self) -> QVBoxLayout:
        inside = QWidget()
        content = QVBoxLayout(inside)
        content.setContentsMargins(0, 0, 4, 8)
        content.setSpacing(16)
        content.addWidget(self._tiles)
        content.addWidget(self._blank)
        content.addStretch(1)
        layout = page_layout(self)
        layout.addLayout(column(plain.label(tr("Hôm nay"), "title"), self._subtitle, gap=2))
        layout.addWidget(scrolled(inside), 1)
        self._blank.hide()
        return content


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
