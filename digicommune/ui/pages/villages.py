"""Villages with their population, and each one's figures with the rows behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import (
    EmptyState,
    card,
    column,
    empty_layout,
    page_layout,
    row,
    scrolled,
)
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Column, Table
from digicommune.ui.views.trace import TraceDialog

if TYPE_CHECKING:
    from digicommune.domain.figures import Figure, TraceRow
    from digicommune.domain.sheet import FigureSheet, IndicatorFigures
    from digicommune.domain.villages import VillageLine

MOST_BASES = 4  # columns of population; the others are seen in the figures


@dataclass(frozen=True, slots=True)
class VillageCalls:
    """What the page asks."""

    villages: Callable[[], tuple[VillageLine, ...]]
    figures: Callable[[str], FigureSheet]
    trace: Callable[[str, str, int | None], tuple[TraceRow, ...]]
    bases: Callable[[], dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Answer:
    lines: tuple[VillageLine, ...]
    sheet: FigureSheet | None
    names: dict[str, str]  # of bases


class VillagesPage(QWidget):
    """A table on the left; the village one picks on the right."""

    def __init__(self, desk: Desk, calls: VillageCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._sheet: FigureSheet | None = None
        self._period: str | None = None
        self.table = Table(_columns({}), tr("Danh sách thôn"))
        self.table.sort_on_click()
        self.table.chosen.connect(self._show_village)
        self.search = SearchBox(tr("Tìm thôn, xã cũ…"))
        self.search.searched.connect(self.table.rows.search)
        self._sum = plain.label("", "soft")
        self._name = plain.label("", "heading", wrap=True)
        self._former = plain.label("", "soft", wrap=True)
        self._figures = QGridLayout()
        self._panel = self._detail()
        self._empty = self._empty_state()
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks villages and the period's figures."""
        self._period = period

        def call(_progress: object) -> _Answer:
            sheet = None if period is None else self._calls.figures(period)
            return _Answer(self._calls.villages(), sheet, self._calls.bases())

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="villages"))

    def start_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def _show(self, answer: _Answer) -> None:
        self._sheet = answer.sheet
        bases = _bases(answer.lines)
        names = {base: words.base_name(base, answer.names) for base in bases}
        self.table.set_columns(_columns(names))
        self.table.show_rows(answer.lines)
        self._empty.setVisible(not answer.lines)
        for part in (self.table, self._panel, self._sum):
            part.setVisible(bool(answer.lines))
        self._sum.setText(_summed(answer.lines, names))
        if answer.lines and self.table.current() is None:
            self.table.selectRow(0)
        elif answer.lines:
            self._show_village(self.table.current())

    def _show_village(self, line: VillageLine) -> None:
        village = line.village
        self._name.setText(plain.cut(village.name))
        former = village.former_commune
        self._former.setText(tr("Thuộc xã {name} cũ").format(name=former) if former else "")
        self._former.setVisible(bool(former))
        empty_layout(self._figures)
        if self._sheet is None:
            return
        known = [
            (one, one.villages[village.village_id])
            for one in self._sheet.indicators
            if village.village_id in one.villages
        ]
        for place, (indicator, figure) in enumerate(known):
            self._add_figure(place, indicator, figure)
        if not known:
            none = plain.label(tr("Kỳ này thôn chưa có số liệu."), "soft", wrap=True)
            self._figures.addWidget(none, 0, 0)

    def _add_figure(self, place: int, indicator: IndicatorFigures, figure: Figure) -> None:
        name = plain.label(indicator.indicator.name, wrap=True)
        base = plain.label(indicator.base_name, "small", wrap=True)
        percent = plain.label(
            words.percent(figure.percentage(indicator.indicator.decimals)), "strong"
        )
        percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        counts = words.fraction(figure.numerator, figure.denominator)
        link = plain.button(counts, "link", tr("Xem các dòng đứng sau con số này"))
        plain.named(link, f"{indicator.indicator.name}: {counts}")
        link.clicked.connect(partial(self._trace, indicator, figure))
        numbers = column(percent, row(1, link, gap=0), gap=0)
        self._figures.addLayout(column(name, base, 1, gap=0), place, 0)
        self._figures.addLayout(numbers, place, 1)

    def _trace(self, indicator: IndicatorFigures, figure: Figure, _checked: bool = False) -> None:
        if self._period is None:
            return
        village = self._name.text() if figure.village_id else ""
        title = " – ".join(part for part in (indicator.indicator.name, village) if part)
        percent = words.percent(figure.percentage(indicator.indicator.decimals))
        counts = words.fraction(figure.numerator, figure.denominator)
        dialog = TraceDialog(self, title, f"{counts}  =  {percent}")
        dialog.show()
        ask = partial(self._calls.trace, self._period, figure.indicator, figure.village_id)
        self._desk.run(
            Task(
                call=lambda _progress: ask(),
                done=dialog.show_rows,
                owner=dialog,
                topic="trace",
            )
        )

    def _detail(self) -> QFrame:
        self._figures.setHorizontalSpacing(12)
        self._figures.setVerticalSpacing(12)
        self._figures.setContentsMargins(0, 0, 8, 0)
        self._figures.setColumnStretch(0, 1)
        inside = QWidget()
        inside.setLayout(column(self._figures, 1))
        hint = plain.label(tr("Bấm vào số để xem từng dòng đứng sau nó."), "small", wrap=True)
        made = card(column(self._name, self._former, hint, gap=2), scrolled(inside), gap=16)
        made.setFixedWidth(360)
        return made

    def _empty_state(self) -> EmptyState:
        made = EmptyState(
            "village",
            tr("Chưa có thôn nào"),
            tr("Nhập danh sách thôn từ Excel; mỗi dòng một thôn, có nhân khẩu và số hộ."),
        )
        made.offer(tr("Nhập danh sách thôn"), lambda: self._desk.open_page("intake"))
        made.hide()
        return made

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addLayout(row(plain.label(tr("Thôn"), "title"), 1, self.search))
        left = column(gap=8)
        left.addWidget(self.table, 1)
        left.addWidget(self._sum)
        body = row(gap=16)
        body.addLayout(left, 1)
        body.addWidget(self._panel)
        layout.addLayout(body, 1)
        layout.addWidget(self._empty, 1)


def _bases(lines: tuple[VillageLine, ...]) -> tuple[str, ...]:
    found: dict[str, int] = {}
    for line in lines:
        for base in line.population:
            found[base] = found.get(base, 0) + 1
    first = ("nhan_khau", "so_ho", "lao_dong", "nguoi_15", "nguoi_truong_thanh")
    ordered = [base for base in first if base in found] + [b for b in found if b not in first]
    return tuple(ordered[:MOST_BASES])


def _columns(names: Mapping[str, str]) -> tuple[Column[VillageLine], ...]:
    fixed: tuple[Column[VillageLine], ...] = (
        Column(tr("Thôn"), lambda one: one.village.name, least=140),
        Column(tr("Xã cũ"), lambda one: one.village.former_commune or "", width=118),
    )
    return fixed + tuple(_base_column(base, name) for base, name in names.items())


def _base_column(base: str, name: str) -> Column[VillageLine]:
    return Column(
        name,
        lambda one: words.count(one.population.get(base)),
        sort=lambda one: one.population.get(base),
        number=True,
        width=104,
    )


def _summed(lines: tuple[VillageLine, ...], names: Mapping[str, str]) -> str:
    parts = [tr("{count} thôn").format(count=words.count(len(lines)))]
    for base, name in names.items():
        total = sum(one.population.get(base, 0) for one in lines)
        parts.append(f"{name}: {words.count(total)}")
    return "  ·  ".join(parts)
