"""The register of issued papers: looked through, opened as issued, found by their codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.people_paper import PaperDialog
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from digicommune.domain.issued import IssuedPaper
    from digicommune.operations.issuing import IssuedDocument
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.issue_calls import IssueCalls

Write = Callable[["MadeDocument", Path], None]


class RegisterDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(self, parent: QWidget, desk: Desk, calls: IssueCalls, write: Write) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Sổ văn bản đã phát hành"))
        self.resize(960, 560)
        self._desk, self._calls, self._write = desk, calls, write
        self.paper: PaperDialog | None = None
        self.table = Table(_columns(), tr("Văn bản đã phát hành"))
        self.table.doubleClicked.connect(lambda _index: self.open_paper())
        self.code = QLineEdit()
        self.code.setMaxLength(40)
        self.code.setPlaceholderText(tr("Mã kiểm tra ở chân trang, ví dụ 7Q4M-XK2P-09TD"))
        plain.named(self.code, tr("Mã kiểm tra"))
        self.code.returnPressed.connect(self.verify)
        self.said = plain.label("", "quiet", wrap=True)
        self.said.hide()
        self._lay_out()
        self._ask()

    def open_paper(self) -> None:
        """The chosen paper, byte for byte as it was issued."""
        chosen = self.table.current()
        if chosen is None:
            return
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.reprint(chosen.issue_id),
                done=self._show_paper,
                owner=self,
                topic="reprint",
                writes=True,
            )
        )

    def verify(self) -> None:
        """Which paper the typed code stands on."""
        told = self.code.text().strip()
        if told:
            self._desk.run(
                Task(
                    call=lambda _progress: self._calls.verify(told),
                    done=self._found,
                    failed=self._not_found,
                    owner=self,
                    topic="verify",
                )
            )

    def _ask(self) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.register(),
                done=self.table.show_rows,
                owner=self,
                topic="register",
            )
        )

    def _show_paper(self, done: IssuedDocument) -> None:
        self.paper = PaperDialog(self, self._desk, done.document, self._write)
        self.paper.show()

    def _found(self, paper: IssuedPaper) -> None:
        self._tell(
            tr("Mã này in trên văn bản số {number} ngày {day}: “{title}” ({state}).").format(
                number=paper.full_number,
                day=words.day(paper.issued_on),
                title=paper.title,
                state=_state(paper),
            )
        )

    def _not_found(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._tell(" ".join(self._desk.word(error)))
        else:
            self._desk.alert(error)

    def _tell(self, text: str) -> None:
        self.said.setText(plain.cut(text))
        self.said.show()

    def _lay_out(self) -> None:
        look = plain.button(tr("Tra mã"))
        look.clicked.connect(lambda _checked: self.verify())
        self.look = plain.button(tr("Mở bản đã phát hành"), "main")
        self.look.clicked.connect(lambda _checked: self.open_paper())
        leave = plain.button(tr("Đóng"))
        leave.clicked.connect(self.accept)
        search = row(self.code, look, gap=8)
        search.setStretch(0, 1)
        layout = column(search, self.said, gap=12)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(1, leave, self.look))
        layout.setContentsMargins(24, 24, 24, 16)
        self.setLayout(layout)


def _state(paper: IssuedPaper) -> str:
    return tr("đã phát hành") if paper.state == "issued" else tr("đã bị thay thế")


def _columns() -> tuple[Column[IssuedPaper], ...]:
    return (
        Column(
            tr("Số"),
            lambda one: one.full_number,
            sort=lambda one: (one.year, one.number),
            width=128,
        ),
        Column(
            tr("Ngày"),
            lambda one: words.day(one.issued_on),
            sort=lambda one: one.issued_on,
            width=104,
        ),
        Column(tr("Văn bản"), lambda one: one.title, tip=lambda one: one.title),
        Column(
            tr("Trạng thái"),
            _state,
            tone=lambda one: "good" if one.state == "issued" else "muted",
            width=144,
        ),
        Column(tr("Mã kiểm tra"), lambda one: one.check_code, width=184),
    )
