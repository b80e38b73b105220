"""The dialog that leads a figure back to its rows: file, sheet and row of each unit counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.search import SearchBox
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.figures import TraceRow


class TraceDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(self, parent: QWidget, title: str, figure: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Nguồn của số liệu"))
        self.resize(960, 560)
        self.table = Table(_columns(), tr("Các dòng đứng sau con số"))
        self.table.sort_on_click()
        self._count = plain.label(tr("Đang tìm các dòng…"), "soft")
        box = SearchBox(tr("Tìm tên, tệp, ngày…"))
        box.searched.connect(self.table.rows.search)
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        head = column(plain.label(title, "heading", wrap=True), plain.label(figure, "figure_small"))
        layout = column(head, row(self._count, 1, box), gap=12)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(1, close))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)

    def show_rows(self, rows: tuple[TraceRow, ...]) -> None:
        """Shows the rows found."""
        self.table.show_rows(rows)
        files = len({one.file for one in rows if one.file})
        self._count.setText(
            tr("{rows} dòng từ {files} tệp").format(rows=words.count(len(rows)), files=files)
            if rows
            else tr("Không có dòng nào đứng sau con số này.")
        )


def _columns() -> tuple[Column[TraceRow], ...]:
    return (
        Column(tr("Tên"), lambda one: one.label, width=210),
        Column(tr("Thôn"), lambda one: one.village or "", width=120),
        Column(tr("Chi tiết"), lambda one: one.detail),
        Column(tr("Nguồn"), _source),
        Column(tr("Trang tính"), lambda one: one.sheet or "", width=120),
        Column(
            tr("Dòng"),
            lambda one: "" if one.row is None else str(one.row),
            sort=lambda one: one.row,
            number=True,
            width=72,
        ),
    )


def _source(one: TraceRow) -> str:
    if one.file:
        return one.file
    who = one.typed_by or tr("không rõ")
    return tr("Nhập tay: {who}, {at}").format(who=who, at=words.moment(one.at))
