"""The signed copies of one issued paper: brought back, made here, looked at; the paper stays."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.issue_words import paper_name
from digicommune.ui.pages.paper_saving import PaperSaver
from digicommune.ui.pages.signing_words import origin, signers, standing, story
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.progress import ProgressPanel
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from digicommune.domain.issued import IssuedPaper
    from digicommune.domain.progress import Progress
    from digicommune.domain.signed_copies import SignedCopy
    from digicommune.domain.signing_keys import SigningWays
    from digicommune.operations.reports import MadeDocument
    from digicommune.operations.signed_copies import CopyFile
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.paper_saving import Write
    from digicommune.ui.pages.sign_form import SignForm
    from digicommune.ui.pages.signing_calls import SigningCalls


class SignedCopiesDialog(QDialog):
    """Opens beside the paper; ``changed`` tells that there is one copy more."""

    changed = Signal()

    def __init__(
        self, parent: QWidget, desk: Desk, calls: tuple[SigningCalls, Write], issued: MadeDocument
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Ký số, bản đã ký"))
        self.resize(980, 560)
        self._desk, (self._calls, self._write) = desk, calls
        self._issued = issued
        self._paper: IssuedPaper | None = None
        self.form: SignForm | None = None
        self.table = Table(_columns(), tr("Các bản đã ký"))
        self.said = plain.label("", "soft", wrap=True)
        self.about = plain.label("", "small", wrap=True)
        self.progress = ProgressPanel()
        self.saver = PaperSaver(self, desk, self._write)
        self.clean = plain.button(tr("Lưu bản sạch để ký…"))
        self.bring = plain.button(tr("Nhận bản đã ký…"), "main")
        self.sign = plain.button(tr("Ký tại đây…"))
        self.look = plain.button(tr("Xem, lưu bản đã ký…"))
        self.ways = plain.button(tr("Cách ký số…"), "link")
        self._connect()
        self._lay_out()

    def show_paper(self, paper: IssuedPaper) -> None:
        """Asks the copies of a paper and how the office signs."""
        self._paper = paper
        self.setWindowTitle(tr("Ký số {name}").format(name=paper_name(paper)))
        self.refresh()

    def refresh(self) -> None:
        """Asks again."""
        if self._paper is None:
            return
        number = self._paper.issue_id
        self._run("copies", lambda _progress: self._calls.copies(number), self._show)
        self._run("ways", lambda _progress: self._calls.ways(), self._show_ways)

    # --- steps

    def save_clean(self) -> None:
        """The stored bytes, for the office's own signing tool."""
        self.saver.ask(self._issued, "pdf")

    def start_bring(self) -> None:
        """Asks for the file the signing tool made."""
        dialog = QFileDialog(self, tr("Nhận bản đã ký"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("Tệp PDF (*.pdf)"))
        dialog.fileSelected.connect(lambda name: self.bring_file(Path(name)))
        dialog.open()

    def bring_file(self, path: Path) -> None:
        """Checks and keeps it."""
        if self._paper is None:
            return
        number = self._paper.issue_id

        def done(copy: SignedCopy) -> None:
            self._tell(standing(copy)[1], f"{standing(copy)[0]}. {story(copy)}")
            self._renew()

        self._run(
            "attach",
            lambda progress: self._calls.attach(number, path, progress),
            done,
            said=tr("Đang kiểm tra chữ ký"),
        )

    def open_sign(self) -> SignForm | None:
        """The form of signing here."""
        from digicommune.ui.pages.sign_form import SignForm

        if self._paper is None:
            return None
        form = self.form = SignForm(self, self._paper.issue_id)
        form.filled.connect(partial(self._sign, form))
        form.open()
        return form

    def _sign(self, form: SignForm, request: object) -> None:
        def done(_signed: object) -> None:
            form.accept()
            self._desk.say(tr("Đã ký; bản đã ký được giữ trong sổ."))
            self._renew()

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                form.refuse(*self._desk.word(error))
            else:
                form.reject()
                self._desk.alert(error)

        self._desk.run(
            Task(
                call=lambda progress: self._calls.sign(request, progress),  # type: ignore[arg-type]
                done=done,
                failed=failed,
                owner=self,
                topic="sign",
                writes=True,
            )
        )

    def open_copy(self) -> None:
        """The copy chosen as it was signed, to be looked at, printed or saved."""
        line: SignedCopy | None = self.table.current()
        if line is not None:
            number = line.copy_id
            self._run("copy", lambda _progress: self._calls.copy(number), self._show_copy)

    def _show_copy(self, found: CopyFile) -> None:
        from digicommune.ui.pages.people_paper import PaperDialog

        PaperDialog(self, self._desk, found.document, self._write).show()

    def open_ways(self) -> None:
        """How the office signs."""
        from digicommune.ui.pages.signing_ways import SigningWaysDialog

        dialog = SigningWaysDialog(self, self._desk, self._calls)
        dialog.kept.connect(self.refresh)
        dialog.open()

    # --- inside

    def _show(self, copies: tuple[SignedCopy, ...]) -> None:
        self.table.show_rows(copies)
        if copies and self.table.current() is None:
            self.table.selectRow(len(copies) - 1)
        self._choose(self.table.current())

    def _choose(self, line: SignedCopy | None) -> None:
        self.look.setEnabled(line is not None)
        self.about.setText(plain.cut(story(line)) if line else tr("Chưa có bản đã ký nào."))

    def _show_ways(self, ways: SigningWays) -> None:
        self.sign.setVisible(ways.allowed)

    def _renew(self) -> None:
        self.refresh()
        self.changed.emit()

    def _tell(self, kind: str, said: str) -> None:
        plain.set_kind(self.said, kind)
        self.said.setText(plain.cut(said))
        self.said.show()

    def _run[Answer](
        self,
        topic: str,
        call: Callable[[Progress], Answer],
        done: Callable[[Answer], None],
        said: str = "",
    ) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self._tell("bad", " ".join(self._desk.word(error)))
            else:
                self._desk.alert(error)

        if said:
            self.progress.start(said)
        self._desk.run(
            Task(
                call=call,
                done=done,
                failed=failed,
                owner=self,
                topic=topic,
                progress=self.progress.advance if said else None,
                ended=self.progress.hide if said else None,
                writes=topic in {"attach", "copy"},
            )
        )

    def _connect(self) -> None:
        for button, step in (
            (self.clean, self.save_clean),
            (self.bring, self.start_bring),
            (self.look, self.open_copy),
            (self.ways, self.open_ways),
        ):
            button.clicked.connect(partial(_call, step))
        self.sign.clicked.connect(lambda _checked: self.open_sign())
        self.table.chosen.connect(self._choose)
        self.table.doubleClicked.connect(lambda _index: self.open_copy())

    def _lay_out(self) -> None:
        how = tr(
            "Lưu bản sạch, ký bằng phần mềm ký số của cơ quan (VGCA…), rồi nhận lại tệp đã ký:"
        )
        rest = tr("chương trình so với bản lưu và kiểm từng chữ ký. Bản phát hành không đổi.")
        self.said.hide()
        self.sign.hide()
        close = plain.button(tr("Đóng"))
        close.clicked.connect(self.close)
        layout = column(
            row(plain.label(tr("Ký số, bản đã ký"), "heading"), 1, self.ways),
            plain.label(f"{how} {rest}", "soft", wrap=True),
            self.progress,
            self.saver,
            gap=10,
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(self.about)
        layout.addWidget(self.said)
        layout.addLayout(row(self.clean, self.sign, 1, close, self.look, self.bring))
        layout.setContentsMargins(24, 20, 24, 16)
        self.setLayout(layout)


def _call(step: Callable[[], object], _checked: bool = False) -> None:
    step()


def _columns() -> tuple[Column[SignedCopy], ...]:
    return (
        Column(tr("Lúc"), lambda one: words.moment(one.kept_at), width=150),
        Column(tr("Cách có"), origin, width=100),
        Column(tr("Người ký"), signers, least=220, tip=story),
        Column(
            tr("Tình trạng"),
            lambda one: standing(one)[0],
            tone=lambda one: standing(one)[1],
            width=290,
        ),
    )
