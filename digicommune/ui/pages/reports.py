"""Reports: chosen, made, seen as they will be printed, then printed or kept as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QWidget

from digicommune.domain.periods import parse_period
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.issue_calls import IssueCalls
from digicommune.ui.pages.issue_print import PaperPrinter
from digicommune.ui.pages.issue_strip import IssueStrip
from digicommune.ui.pages.paper_saving import PaperSaver
from digicommune.ui.pages.report_form import ReportForm
from digicommune.ui.pages.report_sections import SectionDialog
from digicommune.ui.pages.section_calls import SectionCalls
from digicommune.ui.pages.signer_calls import SignerCalls, Signers
from digicommune.ui.pages.superior_calls import SuperiorCalls
from digicommune.ui.tasks import Task, Ticket
from digicommune.ui.views.frames import card, column, page_layout, row, scrolled
from digicommune.ui.views.pdf import PdfPreview
from digicommune.ui.views.progress import ProgressPanel
from digicommune.ui.views.table import Column, Table

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from digicommune.domain.progress import Progress
    from digicommune.domain.report_sections import SectionOffer, SectionText
    from digicommune.operations.reports import KindLine, MadeDocument, MadeLine, ReportRequest
    from digicommune.ui.pages.issue_register import Correction
    from digicommune.ui.pages.signers import SignersDialog


@dataclass(frozen=True, slots=True)
class ReportCalls:
    """What the page asks; ``reopen`` prints a document anew from its own snapshot."""

    kinds: Callable[[], tuple[KindLine, ...]]
    make: Callable[[ReportRequest, Progress], MadeDocument]
    made: Callable[[], tuple[MadeLine, ...]]
    reopen: Callable[[int, Progress], MadeDocument]
    write: Callable[[MadeDocument, Path, Progress], None]
    superior: SuperiorCalls
    sections: SectionCalls
    issuing: IssueCalls
    signers: SignerCalls


@dataclass(frozen=True, slots=True)
class _Answer:
    kinds: tuple[KindLine, ...]
    made: tuple[MadeLine, ...]
    signers: Signers


class ReportsPage(QWidget):
    """The form on the left, the document on the right."""

    def __init__(self, desk: Desk, calls: ReportCalls) -> None:
        super().__init__()
        self._desk, self._calls = desk, calls
        self._ticket: Ticket | None = None
        self._period: str | None = None
        self.document: MadeDocument | None = None
        self.form = ReportForm()
        self.form.asked.connect(self._make)
        self.form.changed.connect(self._ask_sections)
        self.form.sections.opened.connect(self.open_sections)
        self.form.signers.clicked.connect(lambda _checked: self.open_signers())
        self._offers: tuple[SectionOffer, ...] = ()
        self.sections: SectionDialog | None = None
        self.table = Table(_columns(), tr("Văn bản đã lập"))
        self.table.setMinimumHeight(150)
        self.table.setProperty("kind", "bare")
        self.table.doubleClicked.connect(lambda _index: self._reopen())
        self.preview = PdfPreview()
        self.preview.print_asked.connect(self.start_print)
        self.preview.save_asked.connect(self.start_save)
        self.preview.word_asked.connect(self.start_word)
        self.preview.excel_asked.connect(self.start_excel)
        self.printer = PaperPrinter(self, desk)
        self.saver = PaperSaver(self, desk, calls.write)
        self.strip = IssueStrip(desk, calls.issuing)
        self.strip.issued.connect(self._show_issued)
        self.progress = ProgressPanel()
        self.progress.cancelled.connect(self._cancel)
        self._lay_out()

    def refresh(self, period: str | None) -> None:
        """Asks kinds and documents made; a document on screen stays."""
        self._period = period
        self.form.set_period(period)
        self.strip.refresh()

        def call(_progress: object) -> _Answer:
            return _Answer(self._calls.kinds(), self._calls.made(), self._calls.signers.lines())

        self._desk.run(Task(call=call, done=self._show, owner=self, topic="reports"))

    def start_print(self) -> None:
        """Ctrl+P: opens the print dialog beside the window, then prints on a worker."""
        if self.document is not None:
            self.printer.ask(self.document, self.preview.page_count)

    def print_on(self, printer: QPrinter) -> None:
        """Prints the document shown."""
        if self.document is not None:
            self.printer.print_on(self.document, printer, self.preview.page_count)

    def start_save(self) -> None:
        """Asks where to keep the PDF."""
        self._ask_place("pdf")

    def start_word(self) -> None:
        """Asks where the Word file goes."""
        self._ask_place("docx")

    def start_excel(self) -> None:
        """Asks where the Excel file goes."""
        self._ask_place("xlsx")

    def _ask_place(self, suffix: str) -> None:
        if self.document is not None:
            self.saver.ask(self.document, suffix)

    def save_to(self, path: Path) -> None:
        """Writes the document shown to ``path``, as its name asks."""
        if self.document is not None:
            self.saver.save(self.document, path)

    def open_superior(self) -> None:
        """The superior's workbooks, for the period on screen."""
        from digicommune.ui.pages.superior import SuperiorDialog

        if self._period is not None:
            SuperiorDialog(self, self._desk, self._calls.superior, self._period).show()

    def open_signers(self) -> SignersDialog:
        """Who signs for the office."""
        from digicommune.ui.pages.signers import SignersDialog

        dialog = SignersDialog(self, self._desk, self._calls.signers)
        dialog.changed.connect(self.form.show_signers)
        dialog.show()
        return dialog

    def open_register(self) -> None:
        """The papers issued so far."""
        from digicommune.ui.pages.issue_register import RegisterDialog

        dialog = RegisterDialog(self, self._desk, self._calls.issuing)
        dialog.correction.connect(self.correct)
        dialog.show()

    def correct(self, wanted: Correction) -> None:
        """The next document issued here is offered to stand for an issued paper."""
        at = self.form.kind.findData(wanted.kind)
        if at < 0:
            said = tr("Lập lại văn bản này ở nơi đã lập, phát hành rồi chọn “Thay thế” {name}.")
        else:
            said = tr("Đang đính chính {name}: sửa số liệu, lập lại, soát rồi phát hành.")
            self._desk.open_period(wanted.period, parse_period(wanted.period).title)
            self.form.kind.setCurrentIndex(at)
        self.strip.replaces = wanted.issue_id
        self.correction.setText(plain.cut(said.format(name=wanted.name)))
        self.correction.show()
        self.drop.show()

    def open_sections(self, place: int = 0) -> None:
        """The text of the paper, section by section; what is typed is kept at once."""
        if not self._offers:
            return
        self.sections = SectionDialog(self, self._offers, place)
        self.sections.typed.connect(self._keep_section)
        self.sections.destroyed.connect(self._sections_closed)
        self.sections.show()

    def _sections_closed(self) -> None:
        self.sections = None

    def _ask_sections(self) -> None:
        request = self.form.request()
        if request is None:
            return
        self._desk.run(
            Task(
                call=lambda progress: self._calls.sections.offered(request, progress),
                done=self._show_sections,
                owner=self,
                topic="sections",
            )
        )

    def _show_sections(self, offers: tuple[SectionOffer, ...]) -> None:
        self._offers = offers
        self.form.sections.show_offers(offers)
        if self.sections is not None:
            self.sections.show_offers(offers)

    def _keep_section(self, typed: SectionText) -> None:
        self._desk.run(
            Task(
                call=lambda _progress: self._calls.sections.save(typed),
                done=lambda _kept: self._desk.say(tr("Đã giữ lời văn của mục.")),
                owner=self,
                topic=f"section {typed.place.section}",
                ended=self._ask_sections,
                writes=True,
            )
        )

    def _make(self, request: ReportRequest) -> None:
        self.form.enable(False)
        self.progress.start(tr("Đang lập văn bản"))
        self._ticket = self._desk.run(
            Task(
                call=lambda progress: self._calls.make(request, progress),
                done=self._show_document,
                owner=self,
                topic="document",
                progress=self.progress.advance,
                ended=self._ended,
                writes=True,
            )
        )

    def _reopen(self) -> None:
        line = self.table.current()
        if line is None:
            return
        self.progress.start(tr("Đang mở {title}").format(title=line.title))
        self._ticket = self._desk.run(
            Task(
                call=lambda progress: self._calls.reopen(line.document_id, progress),
                done=self._show_document,
                owner=self,
                topic="document",
                progress=self.progress.advance,
                ended=self.progress.hide,
            )
        )

    def _ended(self) -> None:
        self.progress.hide()
        self.form.enable(True)

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _show_document(self, document: MadeDocument) -> None:
        self.document = document
        self.preview.show_pdf(document.pdf)
        self.strip.show_document(document)
        said = tr("Đã lập {title}").format(title=document.title)
        self._desk.say(" ".join((f"{said}.", *document.remarks)) if document.remarks else said)

    def _drop_correction(self) -> None:
        """What is issued next stands for no other paper, unless the form says so."""
        self.strip.replaces = None
        self.correction.hide()
        self.drop.hide()

    def _show_issued(self, document: MadeDocument) -> None:
        self._drop_correction()
        self.document = document
        self.preview.show_pdf(document.pdf)
        self.strip.show_document(document)

    def _show(self, answer: _Answer) -> None:
        self.form.show_kinds(answer.kinds)
        self.form.show_signers(answer.signers)
        self._ask_sections()
        self.table.show_rows(sorted(answer.made, key=lambda one: -one.document_id))

    def _correcting(self) -> QLayout:
        """Which paper is being corrected, and the way out of it."""
        self.correction = plain.label("", "notice", wrap=True)
        self.drop = plain.button(tr("Thôi đính chính"), "flat")
        self.drop.clicked.connect(lambda _checked: self._drop_correction())
        beside = row(self.correction, self.drop, gap=8)
        beside.setStretch(0, 1)
        self._drop_correction()
        return beside

    def _lay_out(self) -> None:
        made = card(plain.label(tr("Văn bản đã lập"), "heading"), gap=8, edge=12)
        layout = made.layout()
        if layout is not None:
            layout.addWidget(self.table)
        inside = QWidget()
        left = column(self.form, gap=16)
        left.addWidget(made, 1)
        left.setContentsMargins(0, 0, 4, 0)
        inside.setLayout(left)
        area = scrolled(inside)
        area.setFixedWidth(396)
        above = (self.progress, self.printer, self.saver)
        right = column(*above, self._correcting(), self.strip, gap=12)
        right.addWidget(self.preview, 1)
        body = row(area, gap=16)
        body.addLayout(right, 1)
        page = page_layout(self)
        self.superior = plain.button(tr("Biểu Excel của cấp trên…"))
        self.superior.clicked.connect(lambda _checked: self.open_superior())
        self.register = plain.button(tr("Sổ phát hành…"))
        self.register.clicked.connect(lambda _checked: self.open_register())
        title = plain.label(tr("Báo cáo"), "title")
        page.addLayout(row(title, 1, self.register, self.superior))
        page.addLayout(body, 1)


def _columns() -> tuple[Column[MadeLine], ...]:
    return (
        Column(
            tr("Lập lúc"),
            lambda one: words.moment(one.made_at)[:10],
            sort=lambda one: one.made_at,
            width=112,
            tip=lambda one: words.moment(one.made_at),
        ),
        Column(tr("Số"), lambda one: one.number or "", width=64),
        Column(tr("Văn bản"), lambda one: one.title),
    )
