"""People who are perhaps entered twice, side by side; the officer decides, pair after pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_lines import shown_value
from digicommune.ui.pages.intake_sides import ORDER
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.side_by_side import NUMBERS, Side, SideBySide, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digicommune.domain.people_cards import PersonLine
    from digicommune.domain.rows import Value
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.people_calls import PeopleCalls

MASKED = NUMBERS | {"dien_thoai"}  # both are of the register: a look at them is noted elsewhere
Group = tuple["PersonLine", ...]


class TwinsDialog(QDialog):
    """Goes from group to group; "same" makes the chosen entry one with the first."""

    def __init__(self, parent: QWidget, desk: Desk, calls: PeopleCalls) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Người có thể bị ghi hai lần"))
        self.resize(880, 600)
        self._desk, self._calls = desk, calls
        self._left: list[Group] = []
        self._rows: Mapping[int, Mapping[str, Value]] = {}
        self._count = plain.label(tr("Đang tìm…"), "heading", wrap=True)
        self.sides = SideBySide(Wording(words.field_name, shown_value, ORDER, MASKED, _legend()))
        self.sides.decided.connect(self._decide)
        self.sides.hide()
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        layout = column(self._count, gap=12)
        layout.addWidget(self.sides, 1)
        layout.addStretch(0)
        layout.addLayout(row(1, close))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)
        self._ask()

    @property
    def groups(self) -> list[Group]:
        """The groups still to be decided, the one shown first."""
        return self._left

    def _ask(self) -> None:
        def call(_progress: object) -> tuple[list[Group], Mapping[int, Mapping[str, Value]]]:
            groups = list(self._calls.twins())
            return groups, self._calls.as_rows(one.number for each in groups for one in each)

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="twins"))

    def _show(self, found: tuple[list[Group], Mapping[int, Mapping[str, Value]]]) -> None:
        self._left, self._rows = found
        self._next()

    def _next(self) -> None:
        self.sides.setVisible(bool(self._left))
        if not self._left:
            self._count.setText(tr("Không còn ai cùng họ tên, cùng ngày sinh phải xem lại."))
            return
        self._count.setText(
            tr("Còn {count} nhóm cùng họ tên, cùng ngày sinh. Có phải một người không?").format(
                count=words.count(len(self._left))
            )
        )
        first, *others = (self._side(one) for one in self._left[0])
        self.sides.show_sides(first, others)

    def _side(self, line: PersonLine) -> Side:
        fields = self._rows.get(line.number, {})
        values = {key: str(fields[key]) for key in ORDER if fields.get(key)}
        note = tr("Phiếu số {number}").format(number=line.number)
        return Side(line.number, line.name, note, values)

    def _decide(self, decision: str, other: object) -> None:
        if not self._left:
            return
        if decision == "same" and isinstance(other, int):
            keep = self._left[0][0].number
            self._desk.run(
                Task(
                    call=lambda _progress: self._calls.merge(keep, other),
                    done=lambda _person: self._ask(),
                    owner=self,
                    topic="merge",
                    writes=True,
                )
            )
        else:
            self._left.pop(0)
            self._next()


def _legend() -> str:
    return tr("= giống   ≠ khác   + chỉ phiếu bên trái có   – chỉ phiếu bên phải có")
