"""The forms of a team's diary: a round, a training; what is refused is told in the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from digicommune.domain.teams import Helped, Round, Team, Training
from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, holder, row, scrolled
from digicommune.ui.views.typed_fields import DayError, day_in, line_field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from digicommune.domain.teams import Service

MOST = 1_000_000


class DiaryForm(QDialog):
    """``filled`` tells what was typed; whoever saves it closes the form or tells what is wrong."""

    filled = Signal(object)

    def __init__(self, parent: QWidget, title: str, made: Callable[[date], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._made = made
        self.fields: dict[str, QLineEdit] = {"day": line_field(tr("Ngày"), words.day(today()))}
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.save = plain.button(tr("Lưu"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _checked: self._tell())

    def refuse(self, title: str, advice: str) -> None:
        """Shows what an operation refused."""
        self.problem.setText(plain.cut(f"{title} {advice}"))
        self.problem.show()
        self.save.setEnabled(True)

    def _tell(self) -> None:
        self.problem.hide()
        try:
            day = day_in(self.fields["day"].text())
        except DayError:
            day = None
        if day is None:
            self.refuse(tr("Ngày không đúng."), tr("Ghi đủ ngày/tháng/năm, ví dụ 05/03/2026."))
            return
        self.save.setEnabled(False)
        self.filled.emit(self._made(day))

    def lay_out(self, *parts: tuple[str, QWidget]) -> None:
        """The day and these fields under each other, the buttons below."""
        grid = QGridLayout()
        for at, (said, field) in enumerate(((tr("Ngày"), self.fields["day"]), *parts)):
            grid.addWidget(plain.label(said, "soft"), at, 0)
            grid.addWidget(field, at, 1)
        grid.setColumnStretch(1, 1)
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        layout = column(grid, self.problem, 1, row(1, leave, self.save), gap=16)
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)


def round_form(parent: QWidget, team: Team, services: Sequence[Service]) -> DiaryForm:
    """A round whose people are only counted: who was helped is known by a list alone."""
    who = {one.member_id: plain.check(one.full_name) for one in team.standing(today())}
    helped = {one.code: _number(one.name) for one in services}
    place, note = line_field(tr("Ngõ, xóm"), most=300), line_field(tr("Ghi chú"), most=300)
    households = _number(tr("Số hộ đã đến"))

    def made(day: date) -> Round:
        return Round(
            0,
            team.team_id,
            day,
            place.text().strip(),
            _value(households),
            tuple(number for number, tick in who.items() if tick.isChecked()),
            tuple(Helped(code, n) for code, box in helped.items() if (n := _value(box))),
            note=note.text().strip(),
        )

    form = DiaryForm(parent, tr("Ghi lượt đi – {team}").format(team=team.name), made)
    form.fields.update(helped, place=place, households=households, note=note)
    form.resize(560, 620)
    form.lay_out(
        (tr("Ngõ, xóm"), place),
        (tr("Ai đi"), holder(column(*who.values(), gap=2))),
        (tr("Số hộ đã đến"), households),
        (tr("Số người được giúp"), scrolled(_counts(services, helped))),
        (tr("Ghi chú"), note),
    )
    return form


def _counts(services: Sequence[Service], helped: dict[str, QLineEdit]) -> QWidget:
    grid = QGridLayout()
    for at, one in enumerate(services):
        grid.addWidget(plain.label(one.name), at, 0)
        grid.addWidget(helped[one.code], at, 1)
    grid.setColumnStretch(0, 1)
    return holder(grid)


def training_form(parent: QWidget, team: Team) -> DiaryForm:
    """A training of the team."""
    subject, place = line_field(tr("Nội dung"), most=300), line_field(tr("Địa điểm"), most=300)
    present, note = _number(tr("Số thành viên dự")), line_field(tr("Ghi chú"), most=300)

    def made(day: date) -> Training:
        return Training(
            0,
            team.team_id,
            day,
            subject.text().strip(),
            place.text().strip(),
            _value(present),
            note.text().strip(),
        )

    form = DiaryForm(parent, tr("Ghi buổi tập huấn – {team}").format(team=team.name), made)
    form.fields.update(subject=subject, place=place, present=present, note=note)
    form.resize(480, 340)
    form.lay_out(
        (tr("Nội dung"), subject),
        (tr("Địa điểm"), place),
        (tr("Số thành viên dự"), present),
        (tr("Ghi chú"), note),
    )
    return form


def _number(name: str) -> QLineEdit:
    made = line_field(name)
    made.setFixedWidth(88)
    made.setValidator(QIntValidator(0, MOST, made))
    return made


def _value(box: QLineEdit) -> int | None:
    return int(box.text()) if box.text().strip() else None
