"""The register of recognised villages: its lines, what endangers one; put right, revoked here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digicommune.domain.recognition import Recognition
from digicommune.errors import UserError
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.dossier_words import recognition_state, sentence, state_in_full
from digicommune.ui.pages.recognition_forms import (
    FIELDS,
    Choices,
    RegisterDialog,
    recognition_form,
    revoke_form,
)
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip, set_chip
from digicommune.ui.views.frames import EmptyState, column, empty_layout, row, scrolled
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.domain.recognition import RecognitionLine, RegisterView
    from digicommune.operations.recognitions import Authority
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.recognition_calls import RecognitionCalls

ORDER = ("at_risk", "recheck_soon", "standing", "coming", "expired", "revoked")


@dataclass(frozen=True, slots=True)
class _Answer:
    view: RegisterView
    choices: Choices


class RegisterPanel(QWidget):
    """A table on the left; the line one picks on the right. ``told`` gives the view shown."""

    told = Signal(object)
    summary_asked = Signal()

    def __init__(self, desk: Desk, calls: RecognitionCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._period: str | None = None
        self._answer: _Answer | None = None
        self._asked_state = ""  # by another page, until it is shown
        self.table = Table(_columns({}), tr("Sổ công nhận thôn thông minh"))
        self.table.sort_on_click()
        self.table.chosen.connect(self._show_line)
        self.card = LineCard()
        self.add = plain.button(tr("Nhập quyết định…"), "main")
        self.print = plain.button(tr("In bảng tổng hợp"))
        self._empty = EmptyState(
            "seal",
            tr("Sổ công nhận chưa có dòng nào"),
            tr("Quyết định lập từ hồ sơ tự vào sổ. Quyết định ký trước đây thì nhập ở đây."),
        )
        self._empty.offer(tr("Nhập quyết định…"), self.enter_new)
        self.add.clicked.connect(lambda _checked: self.enter_new())
        self.print.clicked.connect(lambda _checked: self.summary_asked.emit())
        self.card.correct.clicked.connect(lambda _checked: self.correct_line())
        self.card.revoke.clicked.connect(lambda _checked: self.revoke_line())
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks the register with the risks of the period."""
        self._period = period
        if period is None:
            return

        def call(_progress: object) -> _Answer:
            calls = self._calls
            villages = tuple(one.village for one in calls.villages())
            sets = calls.dossiers.sets()
            return _Answer(calls.register(period), Choices(villages, sets, calls.bodies()))

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="register"))

    def choose_state(self, state: str) -> None:
        """The first line of a state, now and in the register that is asked for next."""
        self._asked_state = state
        self.table.choose(lambda one: one.state == state)

    def _show(self, answer: _Answer) -> None:
        self._answer = answer
        lines = answer.view.lines
        current = self.table.current()
        keep = current.recognition.recognition_id if current else 0
        levels = _level_names(answer.choices.bodies)
        self.table.rows.columns = _columns(levels)
        self.table.show_rows(sorted(lines, key=_first))
        for part in (self.table, self.card, self.add, self.print):
            part.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        asked, self._asked_state = self._asked_state, ""
        self.table.choose(lambda one: one.recognition.recognition_id == keep)
        self.table.choose(lambda one: one.state == asked)
        if lines and self.table.current() is None:
            self.table.selectRow(0)
        if lines:
            self._show_line(self.table.current())
        self.told.emit(answer.view)

    def _show_line(self, line: RecognitionLine) -> None:
        if self._answer is not None and line is not None:
            title = self._answer.view.period.title
            self.card.show_line(line, title, _level_names(self._answer.choices.bodies))

    # --- entering, putting right, revoking

    def enter_new(self) -> None:
        """A decision made outside of the program."""
        answer = self._answer
        if answer is None or not answer.choices.villages or not answer.choices.sets:
            self._desk.open_page("villages")
            return
        choices = answer.choices
        listed = {one.recognition.village_id for one in answer.view.lines}
        free = [one for one in choices.villages if one.village_id not in listed]
        village = (free or list(choices.villages))[0].village_id
        level = choices.bodies[0].code if choices.bodies else ""
        blank = Recognition(0, village, choices.sets[0].code, "", date.min, "", level)
        self._open(recognition_form(self, blank, choices), self._calls.enter)

    def correct_line(self) -> None:
        """The line chosen, put right."""
        line = self.table.current()
        if line is not None and self._answer is not None:
            form = recognition_form(self, line.recognition, self._answer.choices)
            self._open(form, self._calls.correct)

    def revoke_line(self) -> None:
        """The line chosen, taken back by another decision."""
        line: RecognitionLine | None = self.table.current()
        if line is None:
            return
        clauses = line.risk.clauses if line.risk else ()
        form = revoke_form(self, line.village, tuple(sentence(one) for one in clauses))
        self._open(form, partial(self._calls.revoke, line.recognition))

    def _open(self, form: RegisterDialog, keep: Callable[[Any], Recognition]) -> None:
        form.filled.connect(partial(self._save, form, keep))
        form.open()

    def _save(
        self,
        form: RegisterDialog,
        keep: Callable[[Any], Recognition],
        made: Any,
    ) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                form.refuse(*self._desk.word(error), FIELDS.get(error.code, ""))
            else:
                form.reject()
                self._desk.alert(error)

        def done(_saved: Recognition) -> None:
            form.accept()
            self._desk.say(tr("Đã ghi vào sổ công nhận."))

        self._desk.run(
            Task(
                call=lambda _progress: keep(made),
                done=done,
                failed=failed,
                owner=form,
                topic="save recognition",
                writes=True,
            )
        )

    def _lay_out(self) -> None:
        body = row(gap=16)
        body.addWidget(self.table, 1)
        body.addWidget(self.card)
        layout = column(row(1, self.print, self.add, gap=8), gap=8)
        layout.addLayout(body, 1)
        layout.addWidget(self._empty, 1)
        self.setLayout(layout)
        for part in (self.table, self.card, self.add, self.print, self._empty):
            part.hide()


class LineCard(QFrame):
    """A line in full, and why it is in danger."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedWidth(248)
        self._village = plain.label("", "heading", wrap=True)
        self.state = chip("", "muted")
        self.said = plain.label("", wrap=True)
        self._clauses = QVBoxLayout()
        self._facts = QVBoxLayout()
        self._facts.setSpacing(6)
        self.correct = plain.button(tr("Sửa…"))
        self.revoke = plain.button(tr("Thu hồi…"))
        inside = QWidget()
        inside.setLayout(column(self.said, self._clauses, self._facts, 1, gap=10))
        layout = column(self._village, row(self.state, 1), gap=8)
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(row(self.correct, self.revoke, 1))
        layout.setContentsMargins(16, 14, 12, 14)
        self.setLayout(layout)

    def show_line(self, line: RecognitionLine, period: str, levels: dict[str, str]) -> None:
        """Shows a line; its danger is of ``period``."""
        self._village.setText(plain.cut(line.village))
        set_chip(self.state, *recognition_state(line.state))
        self.said.setText(plain.cut(_said(line, period)))
        empty_layout(self._clauses)
        for clause in line.risk.clauses if line.risk else ():
            self._clauses.addWidget(plain.label(f"✗ {sentence(clause)}", "bad", wrap=True))
        empty_layout(self._facts)
        for name, value in _facts(line.recognition, levels):
            if value:
                self._facts.addLayout(_fact(name, value))
        self.revoke.setVisible(line.recognition.revoked is None)


def _fact(name: str, value: str) -> QVBoxLayout:
    return column(plain.label(name, "small"), plain.label(value, wrap=True), gap=0)


def _said(line: RecognitionLine, period: str) -> str:
    said = state_in_full(line.state)
    if line.risk is not None:
        told = tr("{met}/{of} tiêu chí, {period}.").format(
            met=line.risk.met, of=line.risk.of, period=period
        )
        said = f"{said} {told}"
        if line.risk.set_changed:
            said += " " + tr("Bộ tiêu chí đã thay đổi từ khi công nhận.")
    elif line.unjudged:
        said += " " + tr("Chưa đủ số liệu {period} để xét lại.").format(period=period)
    return said


def _facts(one: Recognition, levels: dict[str, str]) -> tuple[tuple[str, str], ...]:
    revoked = one.revoked
    return (
        (tr("Quyết định"), f"{one.number}, {words.day(one.dated)}"),
        (tr("Cơ quan công nhận"), f"{one.authority} ({levels.get(one.level, one.level)})"),
        (tr("Bộ tiêu chí"), one.set_code),
        (tr("Có hiệu lực đến"), words.day(one.valid_until)),
        (tr("Ngày thẩm định lại"), words.day(one.recheck_on)),
        (
            tr("Thu hồi"),
            f"{revoked.number}, {words.day(revoked.on)}: {revoked.reason}" if revoked else "",
        ),
        (tr("Ghi chú"), one.note),
    )


def _level_names(bodies: tuple[Authority, ...]) -> dict[str, str]:
    return {one.code: one.level for one in bodies}


def _first(line: RecognitionLine) -> tuple[int, str]:
    return ORDER.index(line.state), line.village


def _columns(levels: dict[str, str]) -> tuple[Column[RecognitionLine], ...]:
    return (
        Column(tr("Thôn"), lambda one: one.village, least=92),
        Column(
            tr("Tình trạng"),
            lambda one: recognition_state(one.state)[0],
            sort=lambda one: ORDER.index(one.state),
            tone=lambda one: recognition_state(one.state)[1],
            tip=lambda one: state_in_full(one.state),
            width=150,
        ),
        Column(tr("Số quyết định"), lambda one: one.recognition.number, width=124),
        Column(
            tr("Ngày ký"),
            lambda one: words.day(one.recognition.dated),
            sort=lambda one: one.recognition.dated,
            width=104,
        ),
        Column(
            tr("Cấp"),
            lambda one: levels.get(one.recognition.level, one.recognition.level).split(" (")[0],
            tip=lambda one: one.recognition.authority,
            width=104,
        ),
        Column(
            tr("Hiệu lực đến"),
            lambda one: words.day(one.recognition.valid_until) or "–",
            sort=lambda one: one.recognition.valid_until,
            width=104,
        ),
        Column(
            tr("Thẩm định lại"),
            lambda one: words.day(one.recognition.recheck_on) or "–",
            sort=lambda one: one.recognition.recheck_on,
            width=108,
        ),
    )
