"""The trash of people: whom one put away, and putting them back; it removes nobody for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.people_cards import PersonLine
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.people_calls import PeopleCalls


class TrashDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(self, parent: QWidget, desk: Desk, calls: PeopleCalls) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Thùng rác"))
        self.resize(760, 480)
        self._desk, self._calls = desk, calls
        self.table = Table(_columns(), tr("Người trong thùng rác"))
        self._count = plain.label("", "soft")
        self.restore = plain.button(tr("Lấy lại người đang chọn"), "main")
        self.restore.clicked.connect(lambda _checked: self._restore())
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        title = plain.label(tr("Người đã bỏ vào thùng rác"), "heading")
        layout = column(title, self._count, gap=8)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.restore, 1, close))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)
        self._ask()

    def _ask(self) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.in_trash(),
                done=self._show,
                owner=self,
                topic="trash",
            )
        )

    def _show(self, lines: tuple[PersonLine, ...]) -> None:
        self.table.show_rows(lines)
        self._count.setText(
            tr("{count} người; không ai trong đây được tính vào số liệu.").format(
                count=words.count(len(lines))
            )
            if lines
            else tr("Thùng rác trống.")
        )
        self.restore.setEnabled(bool(lines))
        if lines and self.table.current() is None:
            self.table.selectRow(0)

    def _restore(self) -> None:
        line = self.table.current()
        if line is None:
            return
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.restore([line.number]),
                done=lambda _count: self._ask(),
                owner=self,
                topic="restore",
                writes=True,
            )
        )


def _columns() -> tuple[Column[PersonLine], ...]:
    return (
        Column(tr("Họ và tên"), lambda one: one.name),
        Column(tr("Sinh"), lambda one: one.born, width=104),
        Column(tr("Thôn"), lambda one: one.village, width=132),
        Column(tr("Số CCCD"), lambda one: one.cccd, width=140),
    )
