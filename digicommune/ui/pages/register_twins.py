"""Entries of a register that are perhaps one, side by side; the officer decides, group by group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_lines import shown_value
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.side_by_side import NUMBERS, Side, SideBySide, Wording

if TYPE_CHECKING:
    from digicommune.domain.rows import Value
    from digicommune.ui.page import Desk

# All of them are of the register: a look at a number in full is noted elsewhere.
MASKED = NUMBERS | {"dien_thoai"}
Rows = Mapping[int, Mapping[str, "Value"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinEntries:
    """Groups of entries, as one register words them and asks for them."""

    title: str
    none_left: str
    order: Sequence[str]  # keys of lists; the first is the name
    heading: Callable[[str], str]  # of a key
    question: Callable[[Any, int], str]  # of the group shown, and how many groups are left
    groups: Callable[[], Iterable[Any]]
    numbers: Callable[[Any], Sequence[int]]  # of a group
    rows: Callable[[list[int]], Rows]  # the entries of these numbers under the keys of lists
    merge: Callable[[int, int], object]  # the kept one and the other


class RegisterTwinsDialog(QDialog):
    """Goes from group to group; "same" makes the chosen entry one with the first."""

    def __init__(self, parent: QWidget, desk: Desk, entries: TwinEntries) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(entries.title)
        self.resize(880, 600)
        self._desk, self._entries = desk, entries
        self._left: list[Any] = []
        self._rows: Rows = {}
        self._count = plain.label(tr("Đang tìm…"), "heading", wrap=True)
        legend = tr("= giống   ≠ khác   + chỉ phiếu bên trái có   – chỉ phiếu bên phải có")
        worded = Wording(entries.heading, shown_value, entries.order, MASKED, legend)
        self.sides = SideBySide(worded)
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
    def groups(self) -> list[Any]:
        """The groups still to be decided, the one shown first."""
        return self._left

    def _ask(self) -> None:
        entries = self._entries

        def call(_progress: object) -> tuple[list[Any], Rows]:
            groups = list(entries.groups())
            return groups, entries.rows([n for one in groups for n in entries.numbers(one)])

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="twins"))

    def _show(self, found: tuple[list[Any], Rows]) -> None:
        self._left, self._rows = found
        self._next()

    def _next(self) -> None:
        self.sides.setVisible(bool(self._left))
        if not self._left:
            self._count.setText(self._entries.none_left)
            return
        group = self._left[0]
        self._count.setText(self._entries.question(group, len(self._left)))
        first, *others = (self._side(number) for number in self._entries.numbers(group))
        self.sides.show_sides(first, others)

    def _side(self, number: int) -> Side:
        fields, order = self._rows.get(number, {}), self._entries.order
        values = {key: str(fields[key]) for key in order if fields.get(key)}
        note = tr("Phiếu số {number}").format(number=number)
        return Side(number, values.get(order[0], ""), note, values)

    def _decide(self, decision: str, other: object) -> None:
        if not self._left:
            return
        if decision != "same" or not isinstance(other, int):
            self._left.pop(0)
            self._next()
            return
        keep = self._entries.numbers(self._left[0])[0]
        self._desk.run(
            Task(
                call=lambda _progress: self._entries.merge(keep, other),
                done=lambda _kept: self._ask(),
                owner=self,
                topic="merge",
                writes=True,
            )
        )
