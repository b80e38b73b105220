"""The buttons for what is entered of an issued paper later, and their saving; no bytes change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from digicommune.errors import UserError
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import row

if TYPE_CHECKING:
    from digicommune.domain.issued import IssuedPaper
    from digicommune.operations.issue_register import IssuedLine
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.issue_calls import IssueCalls
    from digicommune.ui.pages.issue_later_forms import Fields, LaterForm

Save = Callable[[Any], "IssuedPaper"]


class LaterSteps(QFrame):
    """Number and day, withdrawal, and its way back; ``changed`` tells that one was saved."""

    changed = Signal()

    def __init__(self, desk: Desk, calls: IssueCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._line: IssuedLine | None = None
        self._papers: tuple[IssuedLine, ...] = ()
        self.form: LaterForm | None = None
        self.number = plain.button(
            tr("Ghi số, ngày…"), tip=tr("Số, ngày phần mềm văn bản cấp cho văn bản điện tử")
        )
        self.withdraw = plain.button(tr("Thu hồi…"))
        self.take_back = plain.button(
            tr("Bỏ thu hồi…"), tip=tr("Khi đã ghi nhầm việc thu hồi văn bản này")
        )
        self.number.clicked.connect(lambda _checked: self.start_number())
        self.withdraw.clicked.connect(lambda _checked: self.start_withdrawal())
        self.take_back.clicked.connect(lambda _checked: self.start_taking_back())
        self.setLayout(row(self.number, self.withdraw, self.take_back, gap=8))
        self.show_line(None, ())

    def show_line(self, line: IssuedLine | None, papers: tuple[IssuedLine, ...]) -> None:
        """What may be entered of this paper; ``papers`` may be what withdraws it."""
        self._line, self._papers = line, papers
        gone = line is not None and line.paper.withdrawn is not None
        self.number.setEnabled(line is not None and line.paper.electronic)
        self.withdraw.setEnabled(line is not None)
        self.withdraw.setVisible(not gone)
        self.take_back.setVisible(gone)

    def start_number(self) -> None:
        """Asks number and day of an electronic paper."""
        from digicommune.ui.pages.issue_later_forms import NumberFields

        if self._line is not None:
            said = tr("Đã ghi số, ngày vào sổ.")
            self._open(NumberFields(self._line), self._calls.give_number, said)

    def start_withdrawal(self) -> None:
        """Asks why, since when and by what the paper is withdrawn."""
        from digicommune.ui.pages.issue_later_forms import WithdrawFields

        if self._line is not None:
            said = tr("Đã ghi thu hồi văn bản.")
            self._open(WithdrawFields(self._line, self._papers), self._calls.withdraw, said)

    def start_taking_back(self) -> None:
        """Asks why a withdrawal is taken back."""
        from digicommune.ui.pages.issue_later_forms import TakeBackFields

        if self._line is not None:
            said = tr("Đã bỏ việc thu hồi.")
            self._open(TakeBackFields(self._line), self._calls.take_back, said)

    def _open(self, fields: Fields, save: Callable[[int, Any], IssuedPaper], said: str) -> None:
        from digicommune.ui.pages.issue_later_forms import LaterForm

        assert self._line is not None
        number = self._line.paper.issue_id
        self.form = LaterForm(self.window(), self._line, fields)
        self.form.filled.connect(partial(self._save, partial(save, number), said))
        self.form.finished.connect(lambda _result: self._closed())
        self.form.open()

    def _closed(self) -> None:
        self.form = None

    def _save(self, save: Save, said: str, typed: object) -> None:
        form = self.form

        def done(_paper: IssuedPaper) -> None:
            if form is not None and self.form is form:
                form.accept()
            self._desk.say(said)
            self.changed.emit()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError) and form is not None and self.form is form:
                form.refuse(*self._desk.word(error))
            else:
                self._desk.alert(error)

        self._desk.run(
            Task(
                call=lambda _progress: save(typed),
                done=done,
                failed=failed,
                owner=self,
                topic="later",
                writes=True,
            )
        )
