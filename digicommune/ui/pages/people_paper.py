"""A list just made, on screen, to be printed or saved; these same bytes go to both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.outgoing import Outgoing, ask_and_save
from digicommune.ui.tasks import Task
from digicommune.ui.views.frames import column
from digicommune.ui.views.pdf import PdfPreview

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk

Write = Callable[["MadeDocument", Path], None]


class PaperDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(self, parent: QWidget, desk: Desk, document: MadeDocument, write: Write) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(document.title)
        self.resize(960, 680)
        self.document = document
        self._desk, self._write = desk, write
        self.preview = PdfPreview()
        self.preview.print_asked.connect(self.start_print)
        self.preview.save_asked.connect(self.start_save)
        self.preview.word_asked.connect(self.start_word)
        self.preview.excel_asked.connect(self.start_excel)
        layout = column(plain.label(document.title, "heading", wrap=True), gap=12)
        layout.addWidget(self.preview, 1)
        layout.setContentsMargins(24, 16, 24, 16)
        self.setLayout(layout)
        if document.described is None:
            self.preview.hide_office_files()
        self.preview.show_pdf(document.pdf)

    def start_save(self) -> None:
        """Asks where to keep the PDF."""
        self._start(tr("Lưu tệp PDF"), tr("Tệp PDF (*.pdf)"), "pdf")

    def start_word(self) -> None:
        """Asks where the Word file goes."""
        self._start(tr("Lưu tệp Word"), tr("Tệp Word (*.docx)"), "docx")

    def start_excel(self) -> None:
        """Asks where the Excel file goes."""
        self._start(tr("Lưu tệp Excel"), tr("Tệp Excel (*.xlsx)"), "xlsx")

    def _start(self, title: str, kind: str, suffix: str) -> None:
        document = self.document
        name = str(Path(document.file_name).with_suffix(f".{suffix}"))
        save = Outgoing(title, name, (kind,), lambda path: self._write(document, path))
        ask_and_save(self, self._desk, save)

    def start_print(self) -> None:
        """Opens the print dialog, then prints on a worker."""
        from PySide6.QtPrintSupport import QPrintDialog

        from digicommune.ui.printing import new_printer

        printer = new_printer(self.document.title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self.preview.page_count))
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)  # QPrintDialog's own open() wants an old-style slot

    def print_on(self, printer: QPrinter) -> None:
        """Prints the pages chosen."""
        from digicommune.ui.printing import print_pdf

        pdf = self.document.pdf
        self._desk.run(
            Task(
                call=lambda progress: print_pdf(pdf, printer, progress),
                done=lambda pages: self._desk.say(tr("Đã in {pages} trang.").format(pages=pages)),
                owner=self,
                topic="print",
            )
        )
