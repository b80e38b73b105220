"""What the villages still lack as a to-do list, who is nearest, and what if; it judges nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from digicommune.domain.gaps import GapTask
from digicommune.settings import today
from digicommune.ui import plain, words, words_criteria
from digicommune.ui.language import tr
from digicommune.ui.pages.criteria_walk import open_lacking
from digicommune.ui.pages.criteria_what_if import WhatIfBox
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save, workbooks
from digicommune.ui.pages.pack_fields import choice
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Column, Table
from digicommune.ui.views.typed_fields import DayError, day_in

if TYPE_CHECKING:
    from digicommune.domain.gaps import TaskState, VillageGaps
    from digicommune.domain.villages import Village
    from digicommune.operations.gaps import GapLine, GapSheet
    from digicommune.operations.what_if import Footing
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.criteria_calls import GapCalls
    from digicommune.ui.style import Tone

Ranked = tuple["Village", "VillageGaps", bool]  # whether it stands recognised already
SIDE = 304


class GapsTab(QWidget):
    """``cell_asked`` tells village and criterion whose cell is wanted."""

    cell_asked = Signal(int, str)

    def __init__(self, desk: Desk, calls: GapCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self.sheet: GapSheet | None = None
        self.table = Table(_columns(), tr("Việc còn thiếu"))
        self.table.sort_on_click()
        self.table.edit_in_place()
        self.table.rows.edited.connect(self._typed)
        self.table.chosen.connect(self._fit_line)
        self.table.doubleClicked.connect(lambda index: self._open_line(index.column()))
        self.ranking = Table(_ranking_columns(), tr("Thôn gần đạt nhất"))
        self.ranking.setFixedWidth(SIDE)
        self.ranking.chosen.connect(self._ask_footing)
        self.what_if = WhatIfBox(desk, calls)
        self.what_if.setFixedWidth(SIDE)
        self.what_if.hide()
        self.search = SearchBox(tr("Tìm việc, thôn, người phụ trách…"))
        self.search.searched.connect(self.table.rows.search)
        self.villages = choice()
        self.villages.setMinimumContentsLength(16)
        self.villages.activated.connect(lambda _at: self._show_lines())
        self.late = plain.button(tr("Quá hạn"), "filter")
        self.late.setCheckable(True)
        self.count = plain.label("", "soft")
        self.hint = plain.label(
            tr("Bấm đúp vào ô Người phụ trách hoặc Hạn để ghi."), "small", wrap=True
        )
        self.buttons = _buttons()
        self._connect()
        self._lay_out()

    def show_sheet(self, sheet: GapSheet) -> None:
        """Shows what the villages lack; the line one reads stays."""
        self.sheet = sheet
        chosen = self.villages.currentData()
        self.villages.clear()
        self.villages.addItem(tr("Mọi thôn"), 0)
        for one in sheet.villages:
            self.villages.addItem(plain.cut(one.name), one.village_id)
        self.villages.setCurrentIndex(max(0, self.villages.findData(chosen)))
        named = {one.village_id: one for one in sheet.villages}
        ranked: list[Ranked] = [
            (named[one.village_id], one, recognised)
            for group, recognised in ((sheet.ranking, False), (sheet.recognised, True))
            for one in group
        ]
        self.ranking.show_rows(ranked)
        self._show_lines()
        if ranked and self.ranking.current() is None:
            self.ranking.selectRow(0)
        self.what_if.setVisible(bool(ranked))

    def start_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()

    # --- showing

    def _show_lines(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        village, on = self.villages.currentData(), today()
        lines = [
            one
            for one in sheet.lines
            if village in {0, None, one.village.village_id}
            and (not self.late.isChecked() or one.task.overdue(on))
        ]
        current: GapLine | None = self.table.current()
        self.table.show_rows(lines)
        if current is not None:
            self.table.choose(lambda one: one.place == current.place)
        overdue = sum(one.task.overdue(on) for one in sheet.lines)
        told = tr("{count} việc còn thiếu").format(count=words.count(len(sheet.lines)))
        if overdue:
            told += tr(", ✗ {count} việc quá hạn").format(count=words.count(overdue))
        self.count.setText(told)
        self._fit_line(self.table.current())

    def _fit_line(self, one: GapLine | None) -> None:
        counted = one is not None and one.gap.kind == "ratio" and one.gap.indicator is not None
        self.buttons["walk"].setEnabled(counted)
        for key in ("doing", "done", "cell"):
            self.buttons[key].setEnabled(one is not None)

    def _ask_footing(self, ranked: Ranked) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        village, gaps, _recognised = ranked
        code, period = sheet.criteria_set.code, sheet.period.code

        def show(footing: Footing) -> None:
            self.what_if.show_village(footing, gaps)

        self._desk.run(
            Task(
                call=lambda _progress: self._calls.footing(code, period, village.village_id),
                done=show,
                owner=self,
                topic="footing",
            )
        )

    # --- writing

    def _typed(self, line: GapLine, text: str) -> None:
        """What was typed in a cell; which one shows by what it begins with."""
        column_at = self.table.currentIndex().column()
        if column_at == OWNER:
            self._assign(line, replace(line.task, owner=text.strip()))
            return
        try:
            day = day_in(text)
        except DayError:
            self._desk.say(tr("“{text}” không phải ngày, ví dụ 27/06/2024.").format(text=text))
            return
        self._assign(line, replace(line.task, due_on=day))

    def _state(self, state: TaskState) -> None:
        line: GapLine | None = self.table.current()
        if line is not None:
            again = line.task.state == state
            self._assign(line, replace(line.task, state="open" if again else state))

    def _assign(self, line: GapLine, task: GapTask) -> None:
        ask = partial(self._calls.assign, line.place, task)
        self._desk.run(
            Task(
                call=lambda _progress: ask(),
                done=lambda _task: self._desk.say(tr("Đã ghi việc.")),
                owner=self,
                topic="assign",
                writes=True,
            )
        )

    # --- leading on

    def _open_line(self, column_at: int) -> None:
        if column_at not in {OWNER, DUE}:
            self._open_cell()

    def _open_cell(self) -> None:
        line: GapLine | None = self.table.current()
        if line is not None:
            self.cell_asked.emit(line.village.village_id, line.gap.criterion)

    def _walk(self) -> None:
        line: GapLine | None = self.table.current()
        if line is not None and line.gap.indicator is not None:
            where = (line.place.period, line.gap.indicator, line.village.village_id)
            open_lacking(self, self._desk, self._calls, where)

    def _export(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        code, period = sheet.criteria_set.code, sheet.period.code
        ask_and_save(
            self,
            self._desk,
            Outgoing(
                tr("Xuất danh sách việc còn thiếu"),
                f"viec-con-thieu-{period}.xlsx",
                workbooks(),
                lambda path: self._calls.export(code, period, path),
                tr("Đã lưu {count} việc vào {path}"),
            ),
        )

    # --- laying out

    def _connect(self) -> None:
        plain.named(self.villages, tr("Thôn"))
        self.late.toggled.connect(lambda _on: self._show_lines())
        for key, step in (
            ("doing", lambda: self._state("doing")),
            ("done", lambda: self._state("done")),
            ("walk", self._walk),
            ("cell", self._open_cell),
            ("export", self._export),
        ):
            self.buttons[key].clicked.connect(lambda _on, step=step: step())

    def _lay_out(self) -> None:
        buttons = self.buttons
        tools = row(self.villages, self.late, self.count, 1, self.search, gap=12)
        foot = row(buttons["doing"], buttons["done"], buttons["walk"], buttons["cell"], 1)
        foot.addWidget(buttons["export"])
        left = column(tools, gap=12)
        left.addWidget(self.table, 1)
        left.addWidget(self.hint)
        left.addLayout(foot)
        right = column(gap=12)
        right.addWidget(self.ranking, 2)
        right.addWidget(self.what_if, 3)
        body = row(gap=16)
        body.addLayout(left, 1)
        body.addLayout(right)
        self.setLayout(body)


def _buttons() -> dict[str, QPushButton]:
    return {
        "doing": plain.button(tr("Đang làm")),
        "done": plain.button(tr("Báo đã xong")),
        "walk": plain.button(tr("Còn những ai")),
        "cell": plain.button(tr("Mở ô trong ma trận")),
        "export": plain.button(tr("Xuất danh sách…")),
    }


OWNER, DUE = 4, 5  # columns one may type into


def _columns() -> tuple[Column[GapLine], ...]:
    return (
        Column(tr("Thôn"), lambda one: one.village.name, width=136),
        Column(tr("Mã"), lambda one: one.gap.criterion, width=64, tip=lambda one: one.gap.name),
        Column(
            tr("Việc cần làm"),
            lambda one: words_criteria.gap(one.gap),
            sort=lambda one: one.gap.short_by,
            least=150,
            tip=lambda one: f"{one.gap.name}: {words_criteria.gap(one.gap)}",
        ),
        Column(
            tr("Tình trạng"),
            lambda one: _state(one)[0],
            tone=lambda one: _state(one)[1],
            width=104,
        ),
        Column(
            tr("Phụ trách"),
            lambda one: one.task.owner or tr("chưa giao"),
            typed=lambda one: one.task.owner,
            tip=lambda one: one.task.owner,
            width=132,
        ),
        Column(
            tr("Hạn"),
            lambda one: words.day(one.task.due_on) if one.task.due_on else "–",
            sort=lambda one: one.task.due_on,
            typed=lambda one: words.day(one.task.due_on) if one.task.due_on else "",
            width=112,
        ),
    )


def _state(one: GapLine) -> tuple[str, Tone]:
    if one.task.overdue(today()):
        return tr("✗ Quá hạn"), "bad"
    known: dict[str, tuple[str, Tone]] = {
        "open": (tr("– Chưa làm"), "muted"),
        "doing": (tr("+ Đang làm"), "info"),
        "done": (tr("! Báo xong"), "warn"),
    }
    return known[one.task.state]


def _ranking_columns() -> tuple[Column[Ranked], ...]:
    return (
        Column(
            tr("Gần đạt nhất"),
            lambda one: (
                tr("{village} (đã công nhận)").format(village=one[0].name)
                if one[2]
                else one[0].name
            ),
            least=124,
        ),
        Column(tr("Còn thiếu"), lambda one: _distance(one[1]), width=160, tip=_distance_tip),
    )


def _distance(one: VillageGaps) -> str:
    """How much the cheapest way takes: "1 tiêu chí, 12 đơn vị"."""
    if not one.reachable:
        return tr("không tính được")
    cost = one.cost
    told = tr("{count} tiêu chí").format(count=cost.gaps)
    if cost.unknown:
        told += tr(", {count} chưa rõ").format(count=cost.unknown)
    elif cost.units:
        told += tr(", {count} đơn vị").format(count=words.count(cost.units))
    return told


def _distance_tip(ranked: Ranked) -> str:
    way = [one for one in ranked[1].gaps if one.on_way]
    return "; ".join(f"{one.criterion}: {words_criteria.gap(one)}" for one in way)
