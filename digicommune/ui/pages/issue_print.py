"""Prints a paper whole or in part, and takes a print that stopped up again; it makes no paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFrame, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.tasks import Task, Ticket
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.progress import ProgressPanel

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from digicommune.domain.progress import Progress
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk


class PaperPrinter(QFrame):
    """How far a print has come, to be put above the preview; hidden while nothing prints."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__()
        self._page, self._desk = page, desk
        self._ticket: Ticket | None = None
        self._document: MadeDocument | None = None
        self._first, self._last = 1, 1  # the pages chosen
        self.reached = 0  # the page a print that stopped is to go on from
        self.progress = ProgressPanel()
        self.progress.cancelled.connect(self._cancel)
        self._said = plain.label("", "warn", wrap=True)
        self.again = plain.button(tr("In tiếp…"), "main")
        self.again.clicked.connect(lambda _checked: self.take_up())
        self.leave = plain.button(tr("Bỏ qua"), "flat")
        self.leave.clicked.connect(lambda _checked: self._rest())
        self._stopped = QFrame()
        self._stopped.setProperty("kind", "notice")
        inside = row(self._said, self.leave, self.again, gap=12)
        inside.setStretch(0, 1)
        inside.setContentsMargins(12, 8, 12, 8)
        self._stopped.setLayout(inside)
        self._stopped.hide()
        self.setLayout(column(self.progress, self._stopped, gap=0))
        self.hide()

    def ask(self, document: MadeDocument, pages: int, first: int = 1) -> QPrintDialog:
        """Opens the print dialog beside the window; ``first`` is offered as the page to begin."""
        from PySide6.QtPrintSupport import QPrintDialog

        from digicommune.ui.printing import new_printer

        printer = new_printer(document.title)
        dialog = QPrintDialog(printer, self._page)
        dialog.setMinMax(1, max(1, pages))
        if first > 1:
            dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
            dialog.setFromTo(first, max(first, pages))
        dialog.accepted.connect(lambda: self.print_on(document, printer))
        QDialog.open(dialog)  # QPrintDialog's own open() wants an old-style slot
        return dialog

    def print_on(self, document: MadeDocument, printer: QPrinter) -> None:
        """Prints the pages chosen; where it stops, the next page is offered."""
        from digicommune.ui.printing import print_pdf

        self._rest()
        self._document = document
        self.reached = self._first = first = max(1, printer.fromPage() or 1)

        def call(progress: Progress) -> int:
            def tell(done: int, total: int, what: str) -> None:
                self.reached, self._last = first + done, first + total - 1
                progress(done, total, what)

            pages = print_pdf(document.pdf, printer, tell)
            self.reached = 0
            return pages

        self.show()
        self.progress.start(tr("Đang in {title}").format(title=document.title))
        self._ticket = self._desk.run(
            Task(
                call=call,
                done=self._printed,
                owner=self,
                topic="print",
                progress=self.progress.advance,
                ended=self._ended,
            )
        )

    def take_up(self) -> QPrintDialog | None:
        """Asks again, from the page the print had come to."""
        if self._document is None:
            return None
        return self.ask(self._document, max(self._last, self.reached), self.reached)

    def _printed(self, pages: int) -> None:
        self._desk.say(tr("Đã in {pages} trang.").format(pages=pages))

    def _ended(self) -> None:
        self.progress.hide()
        stopped = self.reached > self._first
        self._stopped.setVisible(stopped)
        self.setVisible(stopped)
        said = tr("Việc in dừng trước trang {page}. Xem tờ cuối đã ra giấy rồi in tiếp.")
        self._said.setText(said.format(page=self.reached))

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _rest(self) -> None:
        self.reached = 0
        self._stopped.hide()
        self.hide()
