"""Who signs for the office: names typed in place, forms added and taken away; kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from digicommune.domain.signers import OfficeSigner
from digicommune.errors import UserError
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import card, column, row
from digicommune.ui.views.table import Column, Table
from digicommune.ui.views.typed_fields import line_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.ui.page import Desk
    from digicommune.ui.pages.signer_calls import SignerCalls, Signers

MOST_LINES = 4  # of a capacity: more no paper has room for


class SignersDialog(QDialog):
    """``changed`` tells all forms after each change."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, calls: SignerCalls) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Người ký văn bản"))
        self.resize(1040, 690)
        self._desk, self._calls = desk, calls
        self.table = Table(_columns(), tr("Các thể thức ký"))
        self.table.rows.edited.connect(self.rename)
        self.table.chosen.connect(self._choose)
        self.title = line_field(tr("Tên gọi"), most=80)
        self.name = line_field(tr("Họ và tên"), most=50)
        self.office = line_field(tr("Chức vụ ghi trên họ tên"), most=80)
        self.capacity = QPlainTextEdit()
        self.capacity.setAcceptDrops(False)  # a dropped file is a list to import, not a text
        self.capacity.setTabChangesFocus(True)
        self.capacity.setFixedHeight(80)
        self.capacity.setPlaceholderText(tr("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"))
        plain.named(self.capacity, tr("Dòng quyền hạn, chức vụ"))
        self.add = plain.button(tr("Thêm thể thức"))
        self.add.clicked.connect(lambda _checked: self.add_form())
        self.remove = plain.button(tr("Bỏ thể thức đang chọn"), "flat")
        self.remove.clicked.connect(lambda _checked: self.remove_form())
        self.problem = plain.label("", "bad", wrap=True)
        self.problem.hide()
        self._lay_out()
        self._ask(self._calls.lines, writes=False)

    def rename(self, line: OfficeSigner, name: str) -> None:
        """The name typed into the table."""
        if name.strip() != line.name:
            self._ask(lambda: self._calls.name(line.role, name))

    def add_form(self) -> None:
        """The form typed below the table."""
        lines = self.capacity.toPlainText().splitlines()[:MOST_LINES]
        new = OfficeSigner(
            "", self.title.text(), tuple(lines), self.name.text(), self.office.text()
        )
        self._ask(lambda: self._calls.add(new), done=self._clear)

    def remove_form(self) -> None:
        """The form chosen, where the office added it."""
        line: OfficeSigner | None = self.table.current()
        if line is not None:
            self._ask(lambda: self._calls.remove(line.role))

    def _ask(
        self,
        step: Callable[[], Signers],
        done: Callable[[], None] | None = None,
        *,
        writes: bool = True,
    ) -> None:
        self.problem.hide()

        def answered(signers: Signers) -> None:
            self._show(signers)
            if writes:
                self.changed.emit(signers)
            if done is not None:
                done()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self.problem.setText(plain.cut(" ".join(self._desk.word(error))))
                self.problem.show()
            else:
                self._desk.alert(error)

        self._desk.run(
            Task(
                call=lambda _progress: step(),
                done=answered,
                failed=failed,
                owner=self,
                topic="signers",
                writes=writes,
            )
        )

    def _show(self, signers: Signers) -> None:
        self.table.show_rows(signers)
        self._choose(self.table.current())

    def _choose(self, line: OfficeSigner | None) -> None:
        self.remove.setEnabled(line is not None and line.own)

    def _clear(self) -> None:
        for field in (self.title, self.name, self.office):
            field.clear()
        self.capacity.clear()

    def _lay_out(self) -> None:
        said = tr("Bấm đúp ô họ tên để sửa. Văn bản đã lập giữ nguyên người ký của nó.")
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        typed = row(
            column(_caps(self.title), self.title, _caps(self.name), self.name, gap=4),
            column(_caps(self.capacity), self.capacity, _caps(self.office), self.office, gap=4),
            gap=16,
        )
        new = card(plain.label(tr("Thêm thể thức của văn phòng"), "strong"), typed, gap=8, edge=12)
        layout = column(
            plain.label(tr("Người ký văn bản"), "heading"), plain.label(said, "soft", wrap=True)
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(new)
        layout.addWidget(self.problem)
        layout.addLayout(row(self.add, self.remove, 1, close))
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)


def _caps(field: QWidget) -> QWidget:
    return plain.label(field.accessibleName(), "caps")


def _columns() -> tuple[Column[OfficeSigner], ...]:
    return (
        Column(tr("Thể thức ký"), lambda one: one.title, width=340, tip=lambda one: one.title),
        Column(tr("Dòng ghi trên chữ ký"), lambda one: " / ".join(one.capacity), least=260),
        Column(
            tr("Họ và tên"),
            lambda one: one.name,
            width=180,
            typed=lambda one: one.name,
            heading_tip=tr("Để trống thì chừa chỗ ghi tay"),
        ),
    )
