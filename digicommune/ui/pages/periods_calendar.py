"""The report calendar: what is due when, the send-by rule, free periods; it sends nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QSpinBox, QWidget

from digicommune.domain.calendar import SendBy
from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import card, column, row
from digicommune.ui.views.table import Column, Table
from digicommune.ui.views.typed_fields import day_field, day_of
from digicommune.ui.words_entry import days_left, due_tone, period_state

if TYPE_CHECKING:
    from digicommune.domain.calendar import Due
    from digicommune.domain.periods import Period
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.entry_calls import PeriodCalls


class CalendarView(QWidget):
    """``chosen`` tells the period one wants to work in."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, calls: PeriodCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._rule: SendBy | None = None
        self.table = Table(_columns(), tr("Lịch báo cáo"))
        self.table.activated.connect(lambda _index: self._open())
        self.open = plain.button(tr("Mở kỳ này"))
        self.open.clicked.connect(lambda _checked: self._open())
        self.villages, self.commune = QSpinBox(), QSpinBox()
        self.basis = QLineEdit()
        self._checked_note = plain.label("", "small", wrap=True)
        self.save = plain.button(tr("Lưu quy định"))
        self.save.clicked.connect(lambda _checked: self._save())
        self.first, self.last = day_field(today()), day_field(today())
        self.add = plain.button(tr("Mở kỳ tự chọn"))
        self.add.clicked.connect(lambda _checked: self._add())
        self._lay_out()

    def refresh(self) -> None:
        """Asks the calendar and the rule."""

        def call(_progress: object) -> tuple[tuple[Due, ...], SendBy]:
            return self._calls.upcoming(), self._calls.rule()

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="calendar"))

    def _show(self, answer: tuple[tuple[Due, ...], SendBy]) -> None:
        due, self._rule = answer
        self.table.show_rows(due)
        if due and self.table.current() is None:
            self.table.selectRow(0)
        self.villages.setValue(self._rule.villages)
        self.commune.setValue(self._rule.commune)
        if not self.basis.hasFocus():
            self.basis.setText(self._rule.legal_basis)
            self.basis.setCursorPosition(0)
        self._checked_note.setText("" if self._rule.verified else tr("! Chưa đối chiếu văn bản"))

    def _save(self) -> None:
        if self._rule is None:
            return
        days = (self.villages.value(), self.commune.value())
        new = replace(SendBy(*days), legal_basis=" ".join(self.basis.text().split()), verified=True)
        self._write(lambda: self._calls.set_rule(new), lambda _none: self._desk.say(tr("Đã lưu")))

    def _add(self) -> None:
        days = (day_of(self.first), day_of(self.last))
        self._write(lambda: self._calls.add_free(*days), self._made)

    def _made(self, period: Period) -> None:
        self.chosen.emit(period)

    def _open(self) -> None:
        due = self.table.current()
        if due is not None:
            self.chosen.emit(due.period)

    def _write(self, call: Any, done: Any) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: call(),
                done=done,
                owner=self,
                topic="calendar-write",
                writes=True,
            )
        )

    def _lay_out(self) -> None:
        left = column(self.table, row(1, self.open), gap=12)
        left.setStretch(0, 1)
        right = column(self._rule_card(), self._free_card(), 1, gap=16)
        layout = row(gap=16)
        layout.addLayout(left, 1)
        layout.addLayout(right)
        self.setLayout(layout)

    def _rule_card(self) -> QFrame:
        for box in (self.villages, self.commune):
            box.setRange(0, 60)
            box.setProperty("kind", "bare")
            box.lineEdit().setTextMargins(8, 0, 0, 0)
            box.setSuffix(tr(" ngày làm việc"))
        plain.named(self.villages, tr("Thôn gửi sau ngày cuối kỳ"))
        plain.named(self.commune, tr("Xã gửi sau ngày cuối kỳ"))
        self.basis.setAcceptDrops(False)  # a dropped file is a list to import, not a text
        plain.named(self.basis, tr("Căn cứ của hạn gửi"))
        made = card(
            plain.label(tr("Hạn gửi"), "heading"),
            plain.label(tr("Thôn gửi sau ngày cuối kỳ"), "soft"),
            self.villages,
            plain.label(tr("Xã gửi sau ngày cuối kỳ"), "soft"),
            self.commune,
            plain.label(tr("Căn cứ"), "soft"),
            self.basis,
            self._checked_note,
            row(1, self.save),
        )
        made.setFixedWidth(316)
        return made

    def _free_card(self) -> QFrame:
        plain.named(self.first, tr("Từ ngày"))
        plain.named(self.last, tr("Đến ngày"))
        made = card(
            plain.label(tr("Kỳ tự chọn"), "heading"),
            plain.label(tr("Cho chiến dịch theo tuần, đợt cao điểm."), "small", wrap=True),
            row(plain.label(tr("Từ ngày"), "soft"), 1, self.first),
            row(plain.label(tr("Đến ngày"), "soft"), 1, self.last),
            row(1, self.add),
        )
        made.setFixedWidth(316)
        return made


def _columns() -> tuple[Column[Due], ...]:
    return (
        Column(tr("Kỳ"), lambda one: _capital(one.period.title), least=180),
        Column(tr("Thôn gửi trước"), lambda one: words.day(one.villages_on), width=126),
        Column(tr("Xã gửi trước"), lambda one: words.day(one.commune_on), width=126),
        Column(tr("Thời hạn"), lambda one: days_left(one.days_left), tone=due_tone, width=140),
        Column(
            tr("Trạng thái"),
            lambda one: period_state(one.state)[0],
            tone=lambda one: period_state(one.state)[1],
            width=130,
        ),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
