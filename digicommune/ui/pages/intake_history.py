"""What was imported before: which file, when, by whom, with what counts; it changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import EmptyState, column
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.operations.intake import ImportLine


class HistoryPanel(QWidget):
    """A table, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(_columns(), tr("Các lần nhập"))
        self.table.sort_on_click()
        self._empty = EmptyState(
            "clock",
            tr("Chưa nhập danh sách nào"),
            tr("Mỗi lần nhập được ghi lại ở đây với tệp, giờ và người nhập."),
        )
        layout = column()
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        self.setLayout(layout)
        self.show_lines(())

    def show_lines(self, lines: tuple[ImportLine, ...]) -> None:
        """Shows the imports."""
        self.table.show_rows(sorted(lines, key=lambda one: -one.import_id))
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)


def _columns() -> tuple[Column[ImportLine], ...]:
    return (
        Column(
            tr("Lần"),
            lambda one: str(one.import_id),
            sort=lambda one: one.import_id,
            number=True,
            width=56,
        ),
        Column(tr("Lúc"), lambda one: words.moment(one.at), sort=lambda one: one.at, width=160),
        Column(tr("Tệp"), lambda one: one.file),
        Column(tr("Loại danh sách"), lambda one: words.list_kind_short(one.kind), width=144),
        _count(tr("Mới"), "new"),
        _count(tr("Đã có"), "known"),
        _count(tr("Nghi trùng"), "doubtful", 92),
        _count(tr("Sai"), "rejected"),
        Column(tr("Người nhập"), lambda one: one.who, width=104),
        Column(
            tr("Trạng thái"),
            lambda one: words.import_state(one.state)[0],
            tone=lambda one: words.import_state(one.state)[1],
            width=112,
        ),
    )


def _count(heading: str, key: str, width: int = 64) -> Column[ImportLine]:
    return Column(
        heading,
        lambda one: words.count(one.counts.get(key, 0)),
        sort=lambda one: one.counts.get(key, 0),
        number=True,
        width=width,
    )
