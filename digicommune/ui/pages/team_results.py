"""Types back what a walked list brought: one key a line, in the order of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from digicommune.domain.walk_results import HOLDS, KEYS
from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.table import Column, Table
from digicommune.ui.views.typed_fields import DayError, day_in

if TYPE_CHECKING:
    from digicommune.domain.teams import Service, Team
    from digicommune.domain.walk_results import Outcome
    from digicommune.operations.team_walks import SheetLine, SheetView
    from digicommune.ui.style import Tone


def outcome_name(outcome: Outcome) -> str:
    """What an outcome is called."""
    names: dict[Outcome, str] = {
        "done": tr("Đã làm"),
        "later": tr("Hẹn lại"),
        "absent": tr("Vắng"),
        "refused": tr("Từ chối"),
        "had_already": tr("Có từ trước"),
    }
    return names[outcome]


TONES: dict[str, Tone] = {
    "done": "good",
    "had_already": "good",
    "later": "warn",
    "absent": "muted",
    "refused": "bad",
}


class ResultsDialog(QDialog):
    """``filled`` tells a ``Walked``; whoever saves it closes the form or tells what is wrong."""

    filled = Signal(object)

    def __init__(
        self, parent: QWidget, team: Team, view: SheetView, services: tuple[Service, ...]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            tr("Kết quả danh sách số {number} – {village}").format(
                number=view.sheet.sheet_id, village=view.village
            )
        )
        self.resize(1080, 640)
        self._team, self._view = team, view
        self.marks: dict[tuple[int, str], Outcome] = {}
        self.service = SteadyBox(tr("Việc"), 300)
        for one in services:
            if one.code in view.sheet.services:
                self.service.addItem(plain.cut(one.name), one.code)
        self.service.currentIndexChanged.connect(lambda _at: self._show())
        self.day = QLineEdit(words.day(today()))
        self.day.setFixedWidth(112)
        self.day.setAcceptDrops(False)
        plain.named(self.day, tr("Ngày đi"))
        self.table = Table(self._columns(), tr("Danh sách đi từng nhà"))
        self.table.installEventFilter(self)
        self.sum = plain.label("", "soft")
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.save = plain.button(tr("Lưu kết quả"), "main")
        self.save.clicked.connect(lambda _checked: self._tell())
        self._lay_out()
        self._show()

    def mark(self, outcome: Outcome | None) -> None:
        """Marks the current line (None: takes the mark out) and goes to the next."""
        line: SheetLine | None = self.table.current()
        code = self.service.currentData()
        if line is None or self._settled(line):
            return
        if outcome is None:
            self.marks.pop((line.position, code), None)
        else:
            self.marks[line.position, code] = outcome
        at = self.table.currentIndex().row()
        self.table.viewport().update()
        self._sum()
        if outcome is not None and at + 1 < self.table.rows.rowCount():
            self.table.selectRow(at + 1)

    def refuse(self, title: str, advice: str) -> None:
        """Shows what an operation refused."""
        self.problem.setText(plain.cut(f"{title} {advice}"))
        self.problem.show()
        self.save.setEnabled(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys 1 to 5 mark the current line; Backspace or Delete takes its mark out."""
        if watched is self.table and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.text() in KEYS:
                self.mark(KEYS[event.text()])
                return True
            if pressed and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
                self.mark(None)
                return True
        return super().eventFilter(watched, event)

    def _settled(self, line: SheetLine) -> bool:
        """Whether an earlier round has done with this line's service."""
        before = line.results.get(self.service.currentData())
        return before is not None and before.outcome in HOLDS

    def _show(self) -> None:
        code = self.service.currentData()
        self.table.show_rows([one for one in self._view.lines if code in one.lacking])
        if self.table.rows.rowCount():
            self.table.selectRow(0)
        self.table.setFocus()
        self._sum()

    def _sum(self) -> None:
        done = sum(one in HOLDS for one in self.marks.values())
        self.sum.setText(
            tr("Đã ghi {count} dòng, trong đó {done} dòng có kết quả.").format(
                count=words.count(len(self.marks)), done=words.count(done)
            )
        )
        self.save.setEnabled(bool(self.marks))

    def _tell(self) -> None:
        from digicommune.operations.team_results import Mark, Walked

        self.problem.hide()
        try:
            day = day_in(self.day.text())
        except DayError:
            day = None
        if day is None:
            self.refuse(tr("Ngày không đúng."), tr("Ghi đủ ngày/tháng/năm, ví dụ 05/03/2026."))
            return
        self.save.setEnabled(False)
        marks = tuple(Mark(at, code, outcome) for (at, code), outcome in self.marks.items())
        self.filled.emit(Walked(self._view.sheet.sheet_id, self._team.team_id, day, marks))

    def _columns(self) -> tuple[Column[SheetLine], ...]:
        return (
            Column(tr("TT"), lambda one: str(one.position), number=True, width=56),
            Column(tr("Ngõ, xóm"), lambda one: one.person.lane, width=120),
            Column(tr("Số nhà"), lambda one: one.person.house, width=150),
            Column(tr("Họ và tên"), lambda one: one.person.name, least=180),
            Column(tr("Sinh"), lambda one: one.person.born, width=104),
            Column(tr("Lần trước"), self._before, width=176),
            Column(tr("Kết quả"), self._said, tone=self._tone, width=130),
        )

    def _before(self, line: SheetLine) -> str:
        before = line.results.get(self.service.currentData())
        if before is None:
            return ""
        return f"{outcome_name(before.outcome)} {words.day(before.held_on)}"

    def _said(self, line: SheetLine) -> str:
        marked = self.marks.get((line.position, self.service.currentData()))
        return outcome_name(marked) if marked else ""

    def _tone(self, line: SheetLine) -> Tone | None:
        marked = self.marks.get((line.position, self.service.currentData()))
        return TONES[marked] if marked else None

    def _lay_out(self) -> None:
        keys = ", ".join(f"{key} {outcome_name(one).lower()}" for key, one in KEYS.items())
        said = tr("Bấm số theo ô đã ghi trên giấy: {keys}; Xóa để bỏ.").format(keys=keys)
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        head = row(
            plain.label(tr("Việc"), "soft"),
            self.service,
            plain.label(tr("Ngày đi"), "soft"),
            self.day,
            1,
        )
        layout = column(head, plain.label(said, "soft", wrap=True), gap=12)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.problem)
        layout.addLayout(row(self.sum, 1, leave, self.save))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)
