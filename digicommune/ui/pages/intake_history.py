"""What was imported before: the imports, their rows, those that wait, taking one back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_history_card import PastCard
from digicommune.ui.pages.intake_history_rows import ALL, PastRows
from digicommune.ui.pages.intake_history_undo import UndoPanel
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save, workbooks
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import EmptyState, column, holder, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.operations.past_lists import PastLine
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.past_calls import PastCalls


class HistoryPanel(QWidget):
    """A table, newest first, one import below it; its rows and its undoing in its place."""

    def __init__(self, desk: Desk, calls: PastCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._lines: tuple[PastLine, ...] = ()
        self.search = SearchBox(tr("Tìm tệp, ngày, người nhập…"))
        self.search.setMinimumWidth(300)
        self.waiting = plain.button(
            "", "waiting", tr("Đến các dòng nghi trùng và dòng sai của mọi lần nhập")
        )
        self.waiting.clicked.connect(self.open_waiting)
        self.table = Table(_columns(), tr("Các lần nhập"))
        self.table.sort_on_click()
        self.search.searched.connect(self.table.rows.search)
        self.table.chosen.connect(self._show_line)
        self.table.doubleClicked.connect(lambda _index: self._act("rows"))
        self.card = PastCard()
        self.card.asked.connect(self._act)
        self.rows = PastRows(desk, calls)
        self.rows.left.connect(self._back)
        self.undoing = UndoPanel(desk, calls)
        self.undoing.left.connect(self._back)
        self._empty = EmptyState(
            "clock",
            tr("Chưa nhập danh sách nào"),
            tr("Mỗi lần nhập được ghi lại ở đây với tệp, giờ và người nhập."),
        )
        self._levels = QStackedWidget()
        self._lay_out()

    def refresh(self) -> None:
        """Asks the imports again, and the rows on screen where they are others now."""
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.lines(),
                done=self.show_lines,
                owner=self,
                topic="history",
            )
        )

    def start_search(self) -> None:
        """Puts the cursor into the search box that is seen."""
        box = self.rows.search if self.level is self.rows else self.search
        box.setFocus()
        box.selectAll()

    @property
    def level(self) -> QWidget | None:
        """What is seen: the imports, the rows, or undoing."""
        return self._levels.currentWidget()

    def show_lines(self, lines: tuple[PastLine, ...]) -> None:
        """Shows the imports."""
        kept = self.table.current()
        self._lines = lines
        self.table.show_rows(lines)
        number = kept.import_id if kept else 0
        self.table.choose(lambda one: one.import_id == number)
        if kept is None and lines:
            self.table.selectRow(0)
        for part in (self.table, self.card, self.search):
            part.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._tell_waiting()
        self._refresh_rows()

    def open_rows(self, import_id: int, wanted: str = ALL) -> None:
        """Shows the rows of an import, those of one verdict first."""
        line = self._line(import_id)
        if line is not None:
            self.rows.open_import(line.import_id, line.file, wanted)
            self._levels.setCurrentWidget(self.rows)

    def open_waiting(self) -> None:
        """Shows the rows of all imports that wait for a decision or are wrong."""
        self.rows.open_waiting()
        self._levels.setCurrentWidget(self.rows)
        self.rows.table.setFocus()

    def open_undo(self, import_id: int) -> None:
        """Shows what undoing an import would do."""
        line = self._line(import_id)
        if line is not None:
            self._levels.setCurrentWidget(self.undoing)
            self.undoing.ask(line)

    def _line(self, import_id: int) -> PastLine | None:
        return next((one for one in self._lines if one.import_id == import_id), None)

    def _back(self) -> None:
        self._levels.setCurrentIndex(0)
        self.table.setFocus()

    def _tell_waiting(self) -> None:
        open_rows = self._open_rows()
        waiting, wrong = open_rows["doubtful"], open_rows["rejected"]
        text = tr("{count} dòng chờ: ? {waiting} nghi trùng, ✗ {wrong} sai").format(
            count=words.count(waiting + wrong),
            waiting=words.count(waiting),
            wrong=words.count(wrong),
        )
        self.waiting.setText(plain.doubled(text))
        self.waiting.setAccessibleName(text)
        self.waiting.setVisible(waiting + wrong > 0)

    def _open_rows(self) -> dict[str, int]:
        stand = [one for one in self._lines if one.state == "active"]
        return {code: sum(one.counts[code] for one in stand) for code in ("doubtful", "rejected")}

    def _refresh_rows(self) -> None:
        if self.level is not self.rows:
            return
        if self.rows.import_id is None:
            stands = self.rows.stands_as(self._open_rows())
        else:
            line = self._line(self.rows.import_id)
            stands = line is not None and self.rows.stands_as(line.counts)
        if not stands:
            self.rows.load()

    # --- one import

    def _show_line(self, line: PastLine) -> None:
        self.card.show_line(line)
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.reading(line.import_id),
                done=partial(self.card.show_reading, line),
                owner=self,
                topic="reading",
            )
        )

    def _act(self, code: str) -> None:
        line: PastLine | None = self.table.current()
        if line is None:
            return
        if code == "rows":
            self.open_rows(line.import_id)
        elif code == "undo":
            self.open_undo(line.import_id)
        else:
            ask_and_save(self, self._desk, self.outgoing(code, line))

    def outgoing(self, code: str, line: PastLine) -> Outgoing:
        """What leaves the office of an import: "original", "mark" or "export"."""
        from digicommune.operations.outgoing import safe_name
        from digicommune.operations.outgoing_past import name_and_ending

        stem, ending = name_and_ending(line.file)
        number = line.import_id
        if code == "original":
            kinds = (tr("Mọi tệp (*)"),)
            save = partial(self._calls.save_original, number)
            return Outgoing(tr("Lưu tệp gốc"), safe_name(stem, ending), kinds, save)
        if code == "mark":
            name = safe_name(tr("{file} - đánh dấu").format(file=stem))
            said = tr("Đã lưu {path}: {count} ô được đánh dấu")
            mark = partial(self._calls.mark, number)
            return Outgoing(tr("Lưu bản đánh dấu lỗi"), name, workbooks()[:1], mark, said)
        name = safe_name(tr("{file} - các dòng").format(file=stem))
        export = partial(self._calls.export, number)
        return Outgoing(tr("Xuất các dòng đã nhập"), name, workbooks(), export)

    def _lay_out(self) -> None:
        first = column(row(self.search, 1, self.waiting), gap=12)
        first.addWidget(self.table, 1)
        first.addWidget(self.card)
        first.addWidget(self._empty, 1)
        for level in (holder(first), self.rows, self.undoing):
            self._levels.addWidget(level)
        layout = column()
        layout.addWidget(self._levels, 1)
        self.setLayout(layout)
        self.show_lines(())
        for text in ("Return", "Enter"):
            key = QShortcut(QKeySequence(text), self.table)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(partial(self._act, "rows"))
        back = QShortcut(QKeySequence("Backspace"), self.rows)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._back)


def _columns() -> tuple[Column[PastLine], ...]:
    return (
        Column(
            tr("Lần"),
            lambda one: str(one.import_id),
            sort=lambda one: one.import_id,
            number=True,
            width=48,
        ),
        Column(tr("Lúc"), lambda one: words.moment(one.at), sort=lambda one: one.at, width=146),
        Column(tr("Tệp"), lambda one: one.file, least=136),
        Column(tr("Loại danh sách"), lambda one: words.list_kind_short(one.kind), width=124),
        Column(tr("Ngân hàng"), lambda one: one.bank, width=118),
        _count(tr("Mới"), "new", 64),
        _count(tr("Đã có"), "known", 68),
        _count(tr("Chờ"), "doubtful", 52),
        _count(tr("Sai"), "rejected", 64),
        Column(tr("Người nhập"), lambda one: one.who, width=96),
        Column(
            tr("Trạng thái"),
            lambda one: words.import_state(one.state)[0],
            tone=lambda one: words.import_state(one.state)[1],
            width=114,
        ),
    )


def _count(heading: str, key: str, width: int) -> Column[PastLine]:
    return Column(
        heading,
        lambda one: words.count(one.counts.get(key, 0)),
        sort=lambda one: one.counts.get(key, 0),
        number=True,
        width=width,
    )
