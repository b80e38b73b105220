"""The form of a team: name, decision, days, members in their order; it saves nothing itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QPushButton, QWidget

from digicommune.domain.people import mask_tail
from digicommune.domain.teams import Team, TeamMember
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, holder, row, scrolled
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.typed_fields import DayError, day_in, line_field

if TYPE_CHECKING:
    from digicommune.domain.villages import Village


def role_name(role: str) -> str:
    """What a role is called."""
    names = {"leader": tr("Tổ trưởng"), "deputy": tr("Tổ phó"), "member": tr("Thành viên")}
    return names.get(role, role)


@dataclass(frozen=True, slots=True)
class _Line:
    """The fields of one member."""

    member: TeamMember
    role: SteadyBox
    name: QLineEdit
    body: QLineEdit
    phone: QLineEdit
    gone: QPushButton

    def filled(self) -> TeamMember:
        """The member as typed; a masked phone that was left alone stays."""
        typed = self.phone.text().strip()
        kept = typed == masked(self.member)
        return replace(
            self.member,
            full_name=self.name.text().strip(),
            role=self.role.currentData(),
            body=self.body.text().strip(),
            phone=self.member.phone if kept else typed or None,
        )


def masked(member: TeamMember) -> str:
    """A member's phone as screens show it."""
    return mask_tail(member.phone, head=3, tail=3) if member.phone else ""


class TeamForm(QDialog):
    """``filled`` tells a ``Team``; whoever saves it closes the form or tells what is wrong."""

    filled = Signal(object)

    def __init__(self, parent: QWidget, team: Team, villages: tuple[Village, ...]) -> None:
        super().__init__(parent)
        self._team = team
        self._members: list[_Line] = []
        self.setWindowTitle(tr("Sửa tổ") if team.team_id else tr("Lập tổ công nghệ số"))
        self.resize(820, 600)
        self.village = SteadyBox(tr("Thôn"), 240)
        for one in villages:
            self.village.addItem(plain.cut(one.name), one.village_id)
        self.village.setCurrentIndex(max(0, self.village.findData(team.village_id)))
        self.name = line_field(tr("Tên tổ"), team.name)
        self.number = line_field(tr("Số quyết định"), team.decision_number)
        self.decided = line_field(tr("Ngày quyết định"), words.day(team.decided_on))
        self.ended = line_field(tr("Ngày thôi hoạt động"), words.day(team.active_to))
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(6)
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self.save = plain.button(tr("Lưu"), "main")
        self.save.setDefault(True)
        self.save.clicked.connect(lambda _checked: self._tell())
        for member in team.members:
            self._add(member)
        self._lay_out()
        self._show_members()

    def add_member(self) -> None:
        """A new line, with the cursor in it."""
        self._add(TeamMember(0, "", "member" if self._members else "leader"))
        self._show_members()
        self._members[-1].name.setFocus()

    def refuse(self, title: str, advice: str) -> None:
        """Shows what an operation refused."""
        self.problem.setText(plain.cut(f"{title} {advice}"))
        self.problem.show()
        self.save.setEnabled(True)

    def _tell(self) -> None:
        self.problem.hide()
        try:
            decided, ended = day_in(self.decided.text()), day_in(self.ended.text())
        except DayError:
            self.refuse(tr("Ngày không đúng."), tr("Ghi đủ ngày/tháng/năm, ví dụ 05/03/2026."))
            return
        self.save.setEnabled(False)
        self.filled.emit(
            replace(
                self._team,
                village_id=self.village.currentData(),
                name=self.name.text().strip(),
                decision_number=self.number.text().strip(),
                decided_on=decided,
                active_from=self._team.active_from or decided,
                active_to=ended,
                members=tuple(one.filled() for one in self._members),
            )
        )

    # --- members

    def _add(self, member: TeamMember) -> None:
        role = SteadyBox(tr("Vai trò"), 116)
        for code in ("leader", "deputy", "member"):
            role.addItem(role_name(code), code)
        role.setCurrentIndex(role.findData(member.role))
        line = _Line(
            member,
            role,
            line_field(tr("Họ và tên"), member.full_name),
            line_field(tr("Đơn vị, đoàn thể"), member.body),
            line_field(tr("Điện thoại"), masked(member)),
            plain.button("×", "flat", tr("Bỏ thành viên này khỏi tổ")),
        )
        line.phone.setFixedWidth(128)
        line.gone.setFixedWidth(32)
        plain.named(line.gone, tr("Bỏ thành viên này khỏi tổ"))
        line.gone.clicked.connect(partial(self._remove, line))
        self._members.append(line)

    def _remove(self, line: _Line, _checked: bool = False) -> None:
        self._members.remove(line)
        for part in (line.role, line.name, line.body, line.phone, line.gone):
            part.hide()
        self._show_members()

    def _show_members(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        heads = (tr("Vai trò"), tr("Họ và tên"), tr("Đơn vị, đoàn thể"), tr("Điện thoại"))
        for place, head in enumerate(heads):
            self._grid.addWidget(plain.label(head, "small"), 0, place)
        for at, one in enumerate(self._members, start=1):
            for place, part in enumerate((one.role, one.name, one.body, one.phone, one.gone)):
                self._grid.addWidget(part, at, place)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)

    def _lay_out(self) -> None:
        add = plain.button(tr("Thêm thành viên"))
        add.clicked.connect(lambda _checked: self.add_member())
        leave = plain.button(tr("Bỏ"))
        leave.clicked.connect(self.reject)
        top = QGridLayout()
        fields = (
            (tr("Thôn"), self.village),
            (tr("Tên tổ"), self.name),
            (tr("Quyết định số"), self.number),
            (tr("Ngày"), self.decided),
            (tr("Thôi hoạt động"), self.ended),
        )
        for at, (said, field) in enumerate(fields):
            top.addWidget(plain.label(said, "soft"), at // 2, at % 2 * 2)
            top.addWidget(field, at // 2, at % 2 * 2 + 1)
        inside = holder(column(self._grid, row(add, 1), 1, gap=12))
        layout = column(top, plain.label(tr("Thành viên"), "caps"), gap=12)
        layout.addWidget(scrolled(inside), 1)
        layout.addWidget(self.problem)
        layout.addLayout(row(1, leave, self.save))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)
