"""Taking an import back: what would go and what would stay, then what did; it decides neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain, style, words
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import card, column, empty_layout, row
from digicommune.ui.views.progress import ProgressPanel
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.operations.imports import KeptRow, Undone
    from digicommune.operations.past_lists import PastLine
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.past_calls import PastCalls


class UndoPanel(QWidget):
    """``left`` when one goes back to the imports, whether it was undone or not."""

    left = Signal()

    def __init__(self, desk: Desk, calls: PastCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._line: PastLine | None = None
        self._sign = plain.label()
        self._title = plain.label("", "heading", wrap=True)
        self.message = plain.label("", wrap=True)
        self._numbers = row(gap=12)
        self._stays = plain.label("", "strong")
        self.kept = Table(_columns(), tr("Những mục giữ lại"))
        self.progress = ProgressPanel()
        self.undo = plain.button(tr("Hoàn tác lần nhập này"), "main")
        self.undo.clicked.connect(self._undo)
        self.leave = plain.button(tr("Thôi, để nguyên"))
        self.leave.clicked.connect(self.left)
        self._lay_out()

    def ask(self, line: PastLine) -> None:
        """Tries what undoing this import would do, and shows it."""
        self._line = line
        self._title.setText(
            plain.cut(tr("Hoàn tác lần {id}: {file}").format(id=line.import_id, file=line.file))
        )
        self._clear(tr("Đang xem những gì sẽ gỡ và những gì sẽ giữ lại…"))
        self.progress.start(tr("Đang xem trước, chưa thay đổi gì"), stoppable=False)
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.foresee_undo(line.import_id),
                done=self._foresee,
                failed=self._refuse,
                ended=self.progress.hide,
                owner=self,
                topic="undo",
            )
        )

    def _undo(self) -> None:
        line = self._line
        if line is None:
            return
        self.undo.setEnabled(False)
        self.leave.setEnabled(False)
        self.progress.start(tr("Đang hoàn tác"), stoppable=False)
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.undo(line.import_id),
                done=self._tell,
                failed=self._refuse,
                ended=self._ended,
                owner=self,
                topic="undo",
                writes=True,
            )
        )

    def _ended(self) -> None:
        self.progress.hide()
        self.leave.setEnabled(True)

    def _clear(self, message: str) -> None:
        self._sign.setPixmap(style.sign("warning", "warn", 32))
        self.message.setText(plain.cut(message))
        empty_layout(self._numbers)
        self._stays.hide()
        self.kept.hide()
        self.undo.show()
        self.undo.setEnabled(False)
        self.leave.setText(tr("Thôi, để nguyên"))

    def _foresee(self, undone: Undone) -> None:
        self.message.setText(
            tr(
                "Những gì tệp này đã đưa vào sổ sẽ được gỡ ra. Những mục đã được sửa tay hoặc có "
                "trong danh sách khác sẽ giữ lại. Tệp gốc và các dòng của nó vẫn được lưu."
            )
        )
        self._show(undone, done=False)
        self.undo.setEnabled(True)
        self.leave.setFocus()

    def _tell(self, undone: Undone) -> None:
        self._sign.setPixmap(style.sign("check", "good", 32))
        self._title.setText(plain.cut(undone.message))
        self.message.setText(tr("Nhật ký đã ghi việc này. Nhập lại tệp gốc bất cứ lúc nào."))
        self._show(undone, done=True)
        self.undo.hide()
        self.leave.setText(tr("Về các lần nhập"))
        self._desk.say(undone.message)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.left.emit()
            self._desk.alert(error)
            return
        self._clear("")
        self._sign.setPixmap(style.sign("warning", "bad", 32))
        self.message.setText(plain.cut(f"{error.message} {error.advice}"))
        self.leave.setText(tr("Về các lần nhập"))
        self.leave.setFocus()

    def _show(self, undone: Undone, *, done: bool) -> None:
        empty_layout(self._numbers)
        people = len({one.label for one in undone.kept})
        numbers = (
            (tr("Đã gỡ khỏi sổ") if done else tr("Sẽ gỡ khỏi sổ"), undone.removed),
            (tr("Tài khoản, mã QR gỡ theo"), undone.facts),
            (tr("Giá trị trả lại như cũ"), undone.restored),
            (tr("Giữ lại"), people),
        )
        for name, number in numbers:
            self._numbers.addWidget(_number(name, number), 1)
        self.kept.show_rows(undone.kept)
        self.kept.setVisible(bool(undone.kept))
        self._stays.setVisible(bool(undone.kept))
        stays = tr("Đã giữ lại {count} mục:") if done else tr("Sẽ giữ lại {count} mục:")
        self._stays.setText(stays.format(count=words.count(people)))

    def _lay_out(self) -> None:
        head = row(self._sign, gap=12)
        head.addLayout(column(self._title, self.message, gap=4), 1)
        steps = row(self.undo, self.leave, 1)
        parts = (head, self._numbers, self._stays, self.kept, self.progress, steps)
        self.setLayout(column(card(*parts, gap=16, edge=24), 1))
        self.kept.setMinimumHeight(180)


def _number(name: str, number: int) -> QFrame:
    return card(
        plain.label(words.count(number), "figure_small"),
        plain.label(name, "small", wrap=True),
        1,
        gap=2,
        edge=12,
    )


def _columns() -> tuple[Column[KeptRow], ...]:
    return (
        Column(tr("Giữ lại"), lambda one: one.label, width=260),
        Column(tr("Vì"), lambda one: one.reason),
    )
