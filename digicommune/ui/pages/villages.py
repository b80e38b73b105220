"""Villages with their population, each one's figures, the rows behind them and whom they lack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.people_calls import PeopleCalls
from digicommune.ui.pages.village_calls import Kind, VillageEdits
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

    villages: Callable[[date | None], tuple[VillageLine, ...]]  # of a day
    figures: Callable[[str], FigureSheet]
    trace: Callable[[str, str, int | None], tuple[TraceRow, ...]]
    bases: Callable[[], dict[str, str]]
    edits: VillageEdits
    people: PeopleCalls


@dataclass(frozen=True, slots=True)
class _Answer:
    lines: tuple[VillageLine, ...]
    sheet: FigureSheet | None
    names: dict[str, str]  # of bases
    numbers_only: bool


class VillagesPage(QWidget):
    """A table on the left; the village one picks on the right."""

    def __init__(self, desk: Desk, calls: VillageCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._sheet: FigureSheet | None = None
        self._period: str | None = None
        self._keep: int | None = None  # the village to be chosen again after it moved
        self.table = Table(_columns({}), tr("Danh sách thôn"))
        self.table.sort_on_click()
        self.table.chosen.connect(self._show_village)
        self.search = SearchBox(tr("Tìm thôn, xã cũ…"))
        self.search.searched.connect(self.table.rows.search)
        self._sum = plain.label("", "soft", wrap=True)
        self.mode = plain.check(tr("Xã chỉ dùng số liệu, không dùng danh sách người"))
        plain.set_tip(self.mode, tr("Ẩn trang Người dân và mọi tên người; không xóa ai khỏi sổ"))
        self.mode.clicked.connect(self._set_mode)
        self._name = plain.label("", "heading", wrap=True)
        self._former = plain.label("", "soft", wrap=True)
        self._figures = QGridLayout()
        self.buttons = self._make_buttons()
        self._panel = self._detail()
        self._empty = self._empty_state()
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks villages and the period's figures."""
        self._period = period

        def call(_progress: object) -> _Answer:
            sheet = None if period is None else self._calls.figures(period)
            alone = self._calls.edits.numbers_only()
            day = sheet.period.end if sheet else None  # the villages the period's papers have
            return _Answer(self._calls.villages(day), sheet, self._calls.bases(), alone)

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="villages"))

    def start_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    def _show(self, answer: _Answer) -> None:
        self._sheet = answer.sheet
        self._show_mode(answer.numbers_only)
        bases = _bases(answer.lines)
        names = {base: words.base_name(base, answer.names) for base in bases}
        self.table.set_columns(_columns(names))
        self.table.show_rows(answer.lines)
        self._empty.setVisible(not answer.lines)
        for part in (self.table, self._panel, self._sum, *self.buttons.values()):
            part.setVisible(bool(answer.lines))
        self._sum.setText(_summed(answer.lines, names))
        keep, self._keep = self._keep, None
        if keep is not None:
            self.table.choose(lambda one: one.village.village_id == keep)
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
        named = indicator.indicator.counts_people and not self.mode.isChecked()
        if named and (lacks := _lacks(figure)):
            numbers.addLayout(row(1, self._lacking_link(indicator, lacks), gap=0))
        self._figures.addLayout(column(name, base, 1, gap=0), place, 0)
        self._figures.addLayout(numbers, place, 1)

    def _lacking_link(self, indicator: IndicatorFigures, lacks: int) -> QPushButton:
        said = tr("còn {count}").format(count=words.count(lacks))
        made = plain.button(said, "link", tr("Xem còn những ai và in danh sách đi từng nhà"))
        plain.named(made, f"{indicator.indicator.name}: {said}")
        made.clicked.connect(partial(self._open_lacking, indicator))
        return made

    def _open_lacking(self, indicator: IndicatorFigures, _checked: bool = False) -> None:
        from digicommune.ui.pages.people_lacking import Asked, LackingDialog

        line = self.table.current()
        if self._period is None or line is None:
            return
        asked = Asked(self._period, indicator, line.village.village_id)
        dialog = LackingDialog(self, self._desk, self._calls.people, asked)
        dialog.picked.connect(lambda number: self._desk.open_page(f"people/{number}"))
        dialog.show()

    # --- people or figures alone

    def _show_mode(self, alone: bool) -> None:
        self.mode.setChecked(alone)
        self._desk.hide_pages(("people",) if alone else ())

    def _set_mode(self, alone: bool) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.edits.set_numbers_only(alone),
                done=lambda _none: self._show_mode(alone),
                owner=self,
                topic="mode",
                writes=True,
            )
        )

    # --- changing villages

    def open_card(self) -> None:
        """The page of the village chosen."""
        from digicommune.ui.pages.village_card import VillageDialog

        line = self.table.current()
        if line is not None and self._period is not None:
            whose = (line.village.village_id, self._period)
            VillageDialog(self, self._desk, self._calls.edits, whose).show()

    def _open_change(self, kind: Kind, _checked: bool = False) -> None:
        from digicommune.ui.pages.village_change import Change, VillageChange

        line = self.table.current()
        if line is not None:
            villages = tuple(one.village for one in self.table.rows.rows)
            change = Change(kind, villages, line.village)
            VillageChange(self, self._desk, self._calls.edits, change).show()

    def _move(self, by: int, _checked: bool = False) -> None:
        """Moves the village chosen up or down in every list and report to come."""
        line = self.table.current()
        if line is None:
            return
        order = [one.village.village_id for one in self.table.rows.rows]
        at = order.index(line.village.village_id)
        to = min(max(at + by, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        if to != at:
            self._keep = line.village.village_id
            self._desk.run(
                Task(
                    call=lambda _progress: self._calls.edits.reorder(order),
                    done=lambda _none: None,
                    owner=self,
                    topic="order",
                    writes=True,
                )
            )

    def _make_buttons(self) -> dict[str, QPushButton]:
        made = {
            "merge": plain.button(tr("Nhập thôn…"), "", tr("Nhập hai thôn trở lên thành một")),
            "split": plain.button(tr("Tách thôn…"), "", tr("Tách một thôn thành nhiều thôn")),
            "rename": plain.button(tr("Đổi tên…"), "", tr("Đổi tên thôn từ một ngày")),
            "up": plain.button("↑", "", tr("Đưa thôn lên trên trong mọi danh sách")),
            "down": plain.button("↓", "", tr("Đưa thôn xuống dưới trong mọi danh sách")),
            "card": plain.button(tr("Phiếu thôn…"), "main", tr("Hồ sơ, dân số, tiêu chí của thôn")),
        }
        for kind in get_args(Kind):
            made[kind].clicked.connect(partial(self._open_change, kind))
        for key, by in (("up", -1), ("down", 1)):
            made[key].setFixedWidth(44)
            plain.named(made[key], tr("Lên") if by < 0 else tr("Xuống"))
            made[key].clicked.connect(partial(self._move, by))
        made["card"].clicked.connect(lambda _checked: self.open_card())
        return made

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
        head = row(gap=8)
        head.addWidget(self._name, 1)
        head.addWidget(self.buttons["card"])
        made = card(column(head, self._former, hint, gap=2), scrolled(inside), gap=16)
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
        changing = [self.buttons[key] for key in ("merge", "split", "rename")]
        left.addLayout(row(*changing, 1, self.buttons["up"], self.buttons["down"]))
        left.addWidget(self.mode)
        body = row(gap=16)
        body.addLayout(left, 1)
        body.addWidget(self._panel)
        layout.addLayout(body, 1)
        layout.addWidget(self._empty, 1)


def _lacks(figure: Figure) -> int:
    """How many of the figure's base do not count yet; 0 where a part is missing."""
    if figure.numerator is None or figure.denominator is None:
        return 0
    return max(0, figure.denominator - figure.numerator)


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
