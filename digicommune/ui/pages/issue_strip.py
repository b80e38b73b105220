"""How far the document on screen has come, and its next step: checked, issued; it makes none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from digicommune.errors import UserError
from digicommune.settings import today
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.issue_form import IssueForm, Offer
from digicommune.ui.pages.issue_words import paper_name, withdrawal_said
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import row

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.operations.issue_register import PaperTies
    from digicommune.operations.issuing import DraftState, IssuedDocument, IssueRequest
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.issue_calls import IssueCalls
    from digicommune.ui.pages.issue_paper import IssuedDialog


class IssueStrip(QFrame):
    """``issued`` tells the ``MadeDocument`` as it was issued."""

    issued = Signal(object)

    def __init__(self, desk: Desk, calls: IssueCalls) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk, self._calls = desk, calls
        self._document: MadeDocument | None = None
        self._state: DraftState | None = None
        self.form: IssueForm | None = None
        self.paper: IssuedDialog | None = None  # an electronic one just issued
        self.replaces: int | None = None  # the paper the next one issued is to stand for
        self.said = plain.label("", "soft", wrap=True)
        self.note = QLineEdit()
        self.note.setMaxLength(200)
        self.note.setAcceptDrops(False)
        self.note.setFixedWidth(190)
        self.note.setPlaceholderText(tr("ghi chú người soát"))
        plain.named(self.note, tr("Ghi chú của người soát"))
        self.check = plain.button(tr("Đánh dấu đã soát"))
        self.check.clicked.connect(lambda _checked: self._check())
        self.issue = plain.button(tr("Phát hành…"), "main")
        self.issue.clicked.connect(lambda _checked: self.start_issue())
        layout = row(self.said, self.note, self.check, self.issue, gap=8)
        layout.setStretch(0, 1)
        layout.setContentsMargins(16, 8, 8, 8)
        self.setLayout(layout)
        self.hide()

    def show_document(self, document: MadeDocument) -> None:
        """Asks how far this document has come; papers that are not kept have no steps."""
        self._document, self._state = document, None
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Asks again: a number may have been given, the paper withdrawn."""
        if self._document is not None and self._document.document_id:
            number = self._document.document_id
            self._desk.run(
                Task(
                    call=lambda _progress: self._calls.state(number, None),
                    done=partial(self._show_of, number),
                    owner=self,
                    topic="stands",
                )
            )

    def _show_of(self, number: int, state: DraftState) -> None:
        """Another document may have come on screen meanwhile."""
        if self._document is not None and self._document.document_id == number:
            self._show(state)

    def _show(self, state: DraftState) -> None:
        self._state = state
        for part in (self.note, self.check):
            part.setVisible(state.state == "draft")
        self.issue.setVisible(state.state == "checked")
        plain.set_kind(self.said, _kind_of(state))
        self.said.setText(plain.cut(_said(state)))
        self.setVisible(bool(state.symbol))

    def _check(self) -> None:
        document = self._document
        if document is None:
            return
        number, note = document.document_id, self.note.text().strip()

        def call(_progress: object) -> DraftState:
            self._calls.check(number, note)
            return self._calls.state(number, None)

        done = partial(self._show_of, number)
        self._desk.run(Task(call=call, done=done, owner=self, topic="check", writes=True))

    def start_issue(self) -> None:
        """Asks number and day; the way of numbering and the register are read first."""
        document = self._document
        if self._state is None or document is None:
            return
        number, replaces = document.document_id, self.replaces

        def call(_progress: object) -> Offer:
            state, ways = self._calls.state(number, today().year), self._calls.ways(None)
            return Offer(state, ways.numbering, self._calls.register(), replaces)

        self._desk.run(Task(call=call, done=self._open_form, owner=self, topic="offer"))

    def _open_form(self, offer: Offer) -> None:
        self.form = IssueForm(self.window(), offer)
        self.form.filled.connect(self._issue)
        self.form.year_changed.connect(self._ask_number)
        self.form.finished.connect(lambda _result: self._form_closed())
        self.form.show()

    def _form_closed(self) -> None:
        self.form = None

    def _ask_number(self, year: int) -> None:
        """The number another year offers."""
        document = self._document
        if document is None:
            return
        number = document.document_id

        def offer(state: DraftState) -> None:
            if self.form is not None:
                self.form.offer_number(state)

        self._desk.run(
            Task(
                call=lambda _progress: self._calls.state(number, year),
                done=offer,
                owner=self,
                topic="offer",
            )
        )

    def _issue(self, request: IssueRequest) -> None:
        document, form = self._document, self.form
        if document is None or form is None:
            return
        number = document.document_id

        def failed(error: Exception) -> None:
            if isinstance(error, UserError) and self.form is form:
                form.refuse(*self._desk.word(error))
            else:
                self._desk.alert(error)

        def call(progress: Progress) -> IssuedDocument:
            return self._calls.issue(number, request, progress)

        def advance(done: int, total: int, what: str) -> None:
            if self.form is form:
                form.advance(done, total, what)

        self._desk.run(
            Task(
                call=call,
                done=self._done,
                failed=failed,
                owner=self,
                topic="issue",
                progress=advance,
                writes=True,
            )
        )

    def _done(self, done: IssuedDocument) -> None:
        if self.form is not None:
            self.form.accept()
        self.replaces = None
        said = tr("Đã phát hành số {number}.").format(number=done.paper.full_number)
        if done.paper.number is None:
            said = tr("Đã phát hành điện tử, chờ số.")
        self._desk.say(said)
        self.issued.emit(done.document)
        if done.paper.electronic:
            self._open_waiting(done)

    def _open_waiting(self, done: IssuedDocument) -> None:
        """An electronic paper goes on to the office's system: its files are offered at once."""
        number = done.paper.issue_id

        def opened(ties: PaperTies) -> None:
            from digicommune.ui.pages.issue_paper import IssuedDialog, OpenedPaper

            found = OpenedPaper(done, ties)
            self.paper = IssuedDialog(self.window(), self._desk, self._calls, found)
            self.paper.destroyed.connect(self._paper_closed)
            self.paper.show()

        self._desk.run(
            Task(
                call=lambda _progress: self._calls.ties(number),
                done=opened,
                owner=self,
                topic="waiting",
            )
        )

    def _paper_closed(self) -> None:
        self.paper = None


def _kind_of(state: DraftState) -> str:
    if state.issued is None:
        return "soft"
    return "bad" if state.issued.standing == "withdrawn" else "good"


def _said(state: DraftState) -> str:
    paper = state.issued
    if paper is not None and paper.withdrawn is not None:
        return f"✗ {paper_name(paper)}: {withdrawal_said(paper.withdrawn)}"
    if paper is not None and paper.number is None:
        said = tr("✓ Đã phát hành điện tử ngày {day}, chờ số · mã kiểm tra {code}")
        return said.format(day=words.day(paper.issued_on), code=paper.check_code)
    if paper is not None:
        return tr("✓ Đã phát hành số {number} ngày {day} · mã kiểm tra {code}").format(
            number=paper.full_number, day=words.day(paper.issued_on), code=paper.check_code
        )
    if state.checks:
        newest = state.checks[0]
        said = tr("✓ Đã soát: {who}, {at}").format(who=newest.who, at=words.moment(newest.at))
        return f"{said} · {newest.note}" if newest.note else said
    return tr("Dự thảo: xem kỹ từng trang rồi đánh dấu đã soát.")
