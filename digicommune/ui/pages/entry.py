"""The page of figures: the sheet one types into, its period, who owes, what is behind a cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from digicommune.domain.edits import key_of
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.entry_owing import OwingBar
from digicommune.ui.pages.entry_panel import CellPanel
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save, workbooks
from digicommune.ui.pages.periods import PeriodBar
from digicommune.ui.pages.periods_calendar import CalendarView
from digicommune.ui.tasks import Task
from digicommune.ui.views.entry_grid import EntryGrid
from digicommune.ui.views.frames import EmptyState, column, page_layout, row
from digicommune.ui.views.trace import TraceDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from digicommune.domain.edits import Applied, Edit
    from digicommune.domain.entry_sheet import CellsSet, EntrySheet, NewCell
    from digicommune.domain.figures import TraceRow
    from digicommune.domain.periods import Period
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.entry_calls import EntryCalls

Edits = tuple["Edit", ...]
REST_MS = 90  # on a cell before its story is asked


class EntryPage(QWidget):
    """Saves by itself: there is no button for it, and Ctrl+Z takes back."""

    def __init__(self, desk: Desk, calls: EntryCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._sent = 0  # saves so far: each is a task of its own
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REST_MS)
        self._later.timeout.connect(self._ask_story)
        self._back: list[Edits] = []
        self._forth: list[Edits] = []
        self.saved = plain.label("", "soft")
        self.bar, self.owing, self.panel = PeriodBar(), OwingBar(), CellPanel()
        self.grid = EntryGrid()
        self.calendar = CalendarView(desk, calls.periods)
        self._stack = QStackedWidget()
        self.tabs = self._tab_buttons()
        self._empty = self._empty_state()
        self._connect()
        self._lay_out()

    @property
    def sheet(self) -> EntrySheet | None:
        """The sheet on screen."""
        return self.grid.cells.sheet

    @property
    def shown(self) -> str | None:
        """The period on screen: what is typed goes there, also while another is being asked."""
        return self.sheet.period.code if self.sheet is not None else None

    def refresh(self, period: str | None) -> None:
        """Asks the sheet of a period, and the calendar where it is seen."""
        self._period = period
        if self._stack.currentIndex() == 1:
            self.calendar.refresh()
        if period is not None:
            ask = partial(self._calls.sheet, period, self.sheet)
            self._read(ask, self._show, "sheet")

    def open_place(self, place: str) -> None:
        """ "calendar" shows the report calendar, anything else the sheet."""
        self._open_tab(1 if place == "calendar" else 0)

    # --- showing

    def _show(self, sheet: EntrySheet) -> None:
        if sheet.period.code != self.shown:
            self._back.clear()
            self._forth.clear()
            self.saved.clear()
        anew = self.grid.cells.show_sheet(sheet)
        self.bar.show_sheet(sheet)
        self.owing.show_missing(sheet.missing)
        empty = not sheet.villages
        self._empty.setVisible(empty)
        for part in (self.grid, self.panel, self.owing):
            part.setVisible(not empty)
        if anew and not empty:
            self.grid.fit_names()
            self.grid.go_to(self.grid.cells.index(1, 0))
            self.grid.setFocus()
        self._show_cell()

    def _show_cell(self) -> None:
        index = self.grid.currentIndex()
        key, column_of = self.grid.cells.key_at(index), self.grid.cells.column_at(index)
        if key is None or column_of is None or self.shown is None:
            return
        place = self.grid.cells.row_name(index.row())
        target = self.sheet.target(column_of.indicator, key[1]) if self.sheet else None
        self.panel.show_cell(place, column_of, self.grid.cells.cell(key), target)
        self.panel.set_editable(self.grid.cells.editable)
        waits = self.grid.cells.waiting.get(key)
        self.panel.show_trouble(waits.verdict if waits is not None else None)
        self._later.start()

    def _ask_story(self) -> None:
        """Asked when one rests on a cell: whoever walks through the table waits for nothing."""
        key = self.grid.cells.key_at(self.grid.currentIndex())
        if key is not None and self.shown is not None:
            ask = partial(self._calls.story, self.shown, *key)
            self._read(ask, self.panel.show_story, "story")

    # --- saving

    def _take(self, cells: tuple[NewCell, ...]) -> None:
        """Saves what was typed; several saves may be under way, each settles its own cells."""
        if self.shown is None:
            return
        waiting = self.grid.cells.waiting
        sent = {(one.indicator, one.village_id): None for one in cells}
        mine = {key: waiting.get(key) for key in sent}
        save = partial(self._calls.set_cells, self.shown, cells)
        self._save(save, partial(self._settle, mine))

    def _settle(self, sent: Any, done: CellsSet) -> None:
        self.grid.cells.settle(sent, done)
        if done.edits and key_of(done.edits[0].subject).period == self.shown:
            self._back.append(done.edits)
            self._forth.clear()
        self._say_saved(len(done.edits))
        self._show_cell()

    def _say_saved(self, count: int) -> None:
        open_cells = self.grid.cells.unsettled()
        noted = [one for one in open_cells if one.outcome == "needs_note"]
        said = tr("✓ Đã lưu")
        if count > 1:
            said = tr("✓ Đã lưu {count} ô").format(count=words.count(count))
        if noted:
            said = tr("! {count} ô chờ ghi chú").format(count=words.count(len(noted)))
        if len(open_cells) > len(noted):
            wrong = words.count(len(open_cells) - len(noted))
            said = tr("✗ {count} ô chưa lưu được").format(count=wrong)
        self.saved.setText(said)

    def undo(self) -> None:
        """Takes the last edit back, if what it left still stands."""
        if self._back:
            edits = self._back.pop()
            self._forth.append(edits)
            self._save(lambda: self._calls.undo(edits), self._applied)

    def redo(self) -> None:
        """Does the edit taken back last again."""
        if self._forth:
            edits = self._forth.pop()
            self._back.append(edits)
            self._save(lambda: self._calls.redo(edits), self._applied)

    def _applied(self, applied: Applied) -> None:
        self._say_saved(len(applied.done))
        if applied.stale:
            self._desk.say(
                tr("{count} ô đã được sửa sau đó, giữ nguyên.").format(count=len(applied.stale))
            )

    def _note(self, note: str) -> None:
        key = self.grid.cells.key_at(self.grid.currentIndex())
        if key is not None:
            self.grid.cells.note(key, note)
            self.grid.setFocus()

    def _drop(self) -> None:
        key = self.grid.cells.key_at(self.grid.currentIndex())
        if key is not None:
            self.grid.cells.forget(key)
            self._show_cell()

    # --- periods, reminders, forms, rows

    def _move(self, step: str, reason: str) -> None:
        if self.shown is not None:
            move = partial(self._calls.periods.move, step, self.shown, reason)
            self._save(move, lambda _period: self.saved.setText(tr("✓ Đã lưu")))

    def _remind(self) -> None:
        if self.shown is not None:
            ask = partial(self._calls.remind, self.shown)
            self._read(ask, self._copied, "remind")

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.say(tr("Đã chép lời nhắc, dán vào nhóm Zalo bằng Ctrl+V."))

    def _form_out(self) -> None:
        if self.shown is None or self.sheet is None:
            return
        name = tr("Biểu số liệu {period}").format(period=self.sheet.period.code)
        write = partial(self._calls.form, self.shown)
        ask_and_save(
            self,
            self._desk,
            Outgoing(tr("Xuất biểu cho thôn"), f"{name}.xlsx", workbooks()[:1], write),
        )

    def _trace(self) -> None:
        index = self.grid.currentIndex()
        key, column_of = self.grid.cells.key_at(index), self.grid.cells.column_at(index)
        if key is None or column_of is None or self.shown is None:
            return
        cell = self.grid.cells.cell(key)
        title = f"{column_of.indicator.name} – {self.grid.cells.row_name(index.row())}"
        self._rows_of(
            title,
            words.fraction(cell.numerator, cell.denominator),
            partial(self._calls.trace, self.shown, *key),
        )

    def _late(self) -> None:
        sheet = self.sheet
        if sheet is None or not sheet.late:
            return
        names = {one.indicator.code: one.indicator.name for one in sheet.columns}
        counts = [
            f"{names.get(code, code)}: {words.count(late.units)}"
            for code, late in sheet.late.items()
        ]
        calls = [
            partial(self._calls.periods.late_rows, sheet.period.code, code) for code in sheet.late
        ]
        self._rows_of(
            tr("Phát sinh sau chốt – {counts}").format(counts="; ".join(counts)),
            tr("Không tính vào kỳ đã khóa, được tính vào kỳ sau"),
            lambda: tuple(row for call in calls for row in call()),
        )

    def _rows_of(self, title: str, figure: str, ask: Callable[[], tuple[TraceRow, ...]]) -> None:
        dialog = TraceDialog(self, title, figure)
        dialog.show()
        self._desk.run(
            Task(call=lambda _p: ask(), done=dialog.show_rows, owner=dialog, topic="trace")
        )

    # --- furniture

    def _read(self, call: Callable[[], Any], done: Callable[[Any], None], topic: str) -> None:
        self._desk.run(Task(call=lambda _progress: call(), done=done, owner=self, topic=topic))

    def _save(self, call: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._sent += 1
        self.saved.setText(tr("Đang lưu…"))
        self._desk.run(
            Task(
                call=lambda _progress: call(),
                done=done,
                owner=self,
                topic=f"save{self._sent}",
                failed=self._failed,
                writes=True,
            )
        )

    def _failed(self, error: Exception) -> None:
        self.saved.setText(tr("✗ Chưa lưu được"))
        self.grid.cells.waiting.clear()
        self._desk.alert(error)
        self.refresh(self._period)

    def _chose(self, period: Period) -> None:
        self._open_tab(0)
        self._desk.open_period(period.code, period.title)

    def _connect(self) -> None:
        self.grid.cells.take_with(self._take)
        self.grid.picked.connect(self._show_cell)
        self.grid.told.connect(self._desk.say)
        self.panel.noted.connect(self._note)
        self.panel.traced.connect(self._trace)
        self.panel.dropped.connect(self._drop)
        self.bar.asked.connect(self._move)
        self.bar.late.connect(self._late)
        self.owing.remind.connect(self._remind)
        self.owing.form_out.connect(self._form_out)
        self.owing.form_back.connect(lambda: self._desk.open_page("intake"))
        self.calendar.chosen.connect(self._chose)
        for keys, step in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(step)

    def _tab_buttons(self) -> tuple[QPushButton, ...]:
        group = QButtonGroup(self)
        made = []
        for place, text in enumerate((tr("Bảng số liệu"), tr("Lịch báo cáo"))):
            one = plain.button(text, "tab")
            one.setCheckable(True)
            one.setChecked(place == 0)
            one.clicked.connect(partial(self._open_tab, place))
            group.addButton(one)
            made.append(one)
        return tuple(made)

    def _open_tab(self, place: int, _checked: bool = False) -> None:
        self.tabs[place].setChecked(True)
        self._stack.setCurrentIndex(place)
        if place == 1:
            self.calendar.refresh()

    def _empty_state(self) -> EmptyState:
        made = EmptyState(
            "sheet",
            tr("Chưa có thôn nào"),
            tr("Nhập danh sách thôn trước, rồi gõ hoặc dán số liệu từng thôn vào đây."),
        )
        made.offer(tr("Nhập danh sách thôn"), lambda: self._desk.open_page("intake"))
        made.hide()
        return made

    def _lay_out(self) -> None:
        body = row(gap=12)
        body.addWidget(self.grid, 1)
        body.addWidget(self.panel)
        sheet = QWidget()
        inside = column(self.bar, self.owing, gap=8)
        inside.addLayout(body, 1)
        inside.addWidget(self._empty, 1)
        sheet.setLayout(inside)
        self._stack.addWidget(sheet)
        self._stack.addWidget(self.calendar)
        layout = page_layout(self, gap=10)
        head = row(plain.label(tr("Số liệu"), "title"), gap=20)
        for one in self.tabs:
            head.addWidget(one)
        head.addStretch(1)
        head.addWidget(self.saved)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
