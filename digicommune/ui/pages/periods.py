"""The bar of a period: its state, the steps it may take, what came late; it moves none itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import column, row
from digicommune.ui.words_entry import period_state

if TYPE_CHECKING:
    from digicommune.domain.entry_sheet import EntrySheet
    from digicommune.domain.periods import PeriodState

STEPS: dict[PeriodState, tuple[str, ...]] = {
    "open": ("submit", "lock"),
    "submitted": ("approve", "reopen", "lock"),
    "approved": ("lock", "reopen"),
    "locked": ("unlock",),
}
ASKS_WHY: dict[PeriodState, tuple[str, ...]] = {"approved": ("reopen",), "locked": ("unlock",)}


class PeriodBar(QFrame):
    """``asked`` tells a step and its reason; ``late`` that one wants to see what came late."""

    asked = Signal(str, str)
    late = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = chip("", "muted")
        self._since = plain.label("", "soft")
        self.late_button = plain.button("", "waiting", tr("Xem các dòng đến sau khi khóa sổ"))
        self.late_button.clicked.connect(lambda _checked: self.late.emit())
        self.steps = self._buttons()
        self._now: PeriodState = "open"
        self._step = ""
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Lý do mở lại, sẽ ghi vào nhật ký"))
        self.reason.setMaxLength(300)
        self.reason.setAcceptDrops(False)  # a dropped file is a list to import, not a text
        plain.named(self.reason, tr("Lý do"))
        self.reason.returnPressed.connect(self._answer)
        self.go = plain.button(tr("Mở khóa"), "main")
        self.go.clicked.connect(lambda _checked: self._answer())
        self._why = self._why_row()
        line = row(self.state, self._since, self.late_button, 1, *self.steps.values())
        self.setLayout(column(line, self._why, gap=8))

    def show_sheet(self, sheet: EntrySheet) -> None:
        """Shows a period's state and offers the steps it may take."""
        self._now = sheet.line.state
        set_chip(self.state, *period_state(self._now))
        self._since.setText(plain.cut(_since(sheet)))
        late = sum(one.units for one in sheet.late.values())
        self.late_button.setText(tr("Phát sinh sau chốt: {count}").format(count=words.count(late)))
        self.late_button.setVisible(late > 0)
        for step, made in self.steps.items():
            made.setVisible(step in STEPS[self._now])
        self._why.hide()

    def _buttons(self) -> dict[str, QPushButton]:
        texts = {
            "submit": (tr("Nộp"), tr("Chuyển lãnh đạo duyệt; số liệu không sửa được nữa")),
            "approve": (tr("Duyệt"), tr("Lãnh đạo đồng ý với số liệu")),
            "reopen": (tr("Mở lại"), tr("Trả về để sửa")),
            "lock": (tr("Khóa sổ"), tr("Số liệu giữ nguyên từ nay, dù sau này có thêm dòng")),
            "unlock": (tr("Mở khóa…"), tr("Sửa lại kỳ đã khóa; phải ghi lý do")),
        }
        made = {}
        for step, (text, tip) in texts.items():
            made[step] = plain.button(text, "", tip)
            made[step].clicked.connect(partial(self._ask, step))
            made[step].hide()
        return made

    def _ask(self, step: str, _checked: bool = False) -> None:
        if step not in ASKS_WHY.get(self._now, ()):
            self.asked.emit(step, "")
            return
        self._step = step
        self._why.show()
        self.reason.clear()
        self.reason.setFocus()

    def _answer(self) -> None:
        if self.reason.text().strip():
            self.asked.emit(self._step, self.reason.text().strip())
        else:
            self.reason.setFocus()

    def _why_row(self) -> QWidget:
        leave = plain.button(tr("Thôi"), "flat")
        leave.clicked.connect(lambda _checked: self._why.hide())
        made = QFrame()
        layout = row(plain.label(tr("Lý do"), "strong"), self.reason, self.go, leave)
        layout.setStretch(1, 1)
        made.setLayout(layout)
        made.hide()
        return made


def _since(sheet: EntrySheet) -> str:
    line = sheet.line
    days = tr("từ {start} đến {end}").format(
        start=words.day(sheet.period.start), end=words.day(sheet.period.end)
    )
    if line.state == "locked" and line.locked_at:
        days += tr(", khóa lúc {at}").format(at=words.moment(line.locked_at))
    elif line.unlocked_at and line.reason:
        days += tr(", đã mở khóa: {why}").format(why=line.reason)
    return days
