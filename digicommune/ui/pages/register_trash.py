"""The trash of a register: what one put away, and putting it back; it removes nothing for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.ui.page import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Trash:
    """What is kept there, as one register words it and asks for it."""

    title: str
    table: str  # what a screen reader calls the list
    take: str  # on the button that puts the chosen one back
    count: str  # with {count}: how many, and that none of them is counted
    columns: Sequence[Column[Any]]
    rows: Callable[[], Sequence[Any]]
    number: Callable[[Any], int]  # of a row
    restore: Callable[[list[int]], int]


class RegisterTrashDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(self, parent: QWidget, desk: Desk, trash: Trash) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Thùng rác"))
        self.resize(760, 480)
        self._desk, self._trash = desk, trash
        self.table = Table(trash.columns, trash.table)
        self._count = plain.label("", "soft")
        self.restore = plain.button(trash.take, "main")
        self.restore.clicked.connect(lambda _checked: self._restore())
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        layout = column(plain.label(trash.title, "heading"), self._count, gap=8)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.restore, 1, close))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)
        self._ask()

    def _ask(self) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._trash.rows(),
                done=self._show,
                owner=self,
                topic="trash",
            )
        )

    def _show(self, rows: Sequence[Any]) -> None:
        self.table.show_rows(rows)
        told = self._trash.count.format(count=words.count(len(rows)))
        self._count.setText(told if rows else tr("Thùng rác trống."))
        self.restore.setEnabled(bool(rows))
        if rows and self.table.current() is None:
            self.table.selectRow(0)

    def _restore(self) -> None:
        chosen = self.table.current()
        if chosen is None:
            return
        number = self._trash.number(chosen)
        self._desk.run(
            Task(
                call=lambda _progress: self._trash.restore([number]),
                done=lambda _count: self._ask(),
                owner=self,
                topic="restore",
                writes=True,
            )
        )
