"""Prints a paper whole or in part, and takes a print that stopped up again; it makes no paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFrame, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.printing import PrintOrder, find_printers, new_printer, print_pdf
from digicommune.ui.tasks import Task, Ticket
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.progress import ProgressPanel

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from digicommune.domain.progress import Progress
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.print_form import PrintForm


class PaperPrinter(QFrame):
    """How far a print has come, to be put above the preview; hidden while nothing prints."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__()
        self._page, self._desk = page, desk
        self._ticket: Ticket | None = None
        self._document: MadeDocument | None = None
        self._pages = 1  # of the whole paper
        self._order: PrintOrder | None = None  # as chosen last; none by the system's own dialog
        self._left: tuple[int, ...] = ()  # pages a print that stopped has still to print
        self._begun = False  # whether any page went to the printer
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

    @property
    def reached(self) -> int:
        """The page a print that stopped is to go on from; 0 where none has stopped."""
        return self._left[0] if self._left and self._begun else 0

    def ask(self, document: MadeDocument, pages: int) -> PrintForm:
        """Opens the form beside the window: which printer, which pages."""
        whole = PrintOrder(printer="", first=1, last=max(1, pages))
        if self._order is not None:  # the printer chosen before, and how its sheets come out
            whole = replace(self._order, first=1, last=max(1, pages), copies=1)
        return self._open(document, pages, whole)

    def take_up(self) -> PrintForm | None:
        """Asks again, with the pages that are left."""
        if self._document is None or not self._left:
            return None
        asked = self._order or PrintOrder(printer="", first=1, last=1)
        left = replace(asked, first=min(self._left), last=max(self._left))
        return self._open(self._document, self._pages, left)

    def _open(self, document: MadeDocument, pages: int, order: PrintOrder) -> PrintForm:
        from digicommune.ui.pages.print_form import PrintForm

        form = PrintForm(self._page, document.title, max(1, pages), order)
        form.ordered.connect(partial(self._print_as, document, pages))
        form.system_asked.connect(partial(self._ask_system, document, pages))
        form.open()
        self._desk.run(
            Task(
                call=lambda _progress: find_printers(),
                done=form.show_printers,
                owner=form,
                topic="printers",
            )
        )
        return form

    def _print_as(self, document: MadeDocument, pages: int, order: PrintOrder) -> None:
        self._order, self._pages = order, pages
        self._print(document, new_printer(document.title, order))

    def _ask_system(self, document: MadeDocument, pages: int, order: PrintOrder) -> None:
        """The system's own dialog, for trays and staples; the pages chosen so far are kept."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = new_printer(document.title)
        dialog = QPrintDialog(printer, self._page)
        dialog.setMinMax(1, max(1, pages))
        if (order.first, order.last) != (1, pages):
            dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
            dialog.setFromTo(order.first, order.last)
        dialog.accepted.connect(lambda: self.print_on(document, printer, pages))
        QDialog.open(dialog)  # QPrintDialog's own open() wants an old-style slot

    def print_on(self, document: MadeDocument, printer: QPrinter, pages: int) -> None:
        """Prints on a printer set up elsewhere."""
        self._order, self._pages = None, pages
        self._print(document, printer)

    def _print(self, document: MadeDocument, printer: QPrinter) -> None:
        """Prints the pages chosen; where it stops, the pages left are offered."""
        self._rest()
        self._document = document

        def left(pages: tuple[int, ...]) -> None:
            self._begun, self._left = bool(self._left), pages

        def call(progress: Progress) -> int:
            printed = print_pdf(document.pdf, printer, progress, left)
            self._left = ()
            return printed

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

    def _printed(self, pages: int) -> None:
        self._desk.say(tr("Đã in {pages} trang.").format(pages=pages))

    def _ended(self) -> None:
        self.progress.hide()
        stopped = bool(self.reached)
        self._stopped.setVisible(stopped)
        self.setVisible(stopped)
        said = tr(
            "Việc in dừng trước trang {page}; các trang trước đó có thể chưa ra giấy hết."
            " Xem tờ cuối đã ra rồi in tiếp."
        )
        self._said.setText(said.format(page=self.reached))

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _rest(self) -> None:
        self._left, self._begun = (), False
        self._stopped.hide()
        self.hide()
