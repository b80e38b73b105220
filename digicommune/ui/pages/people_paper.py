"""A list just made, on screen, to be printed or saved; these same bytes go to both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain
from digicommune.ui.pages.issue_print import PaperPrinter
from digicommune.ui.pages.paper_saving import PaperSaver, Write
from digicommune.ui.views.frames import column
from digicommune.ui.views.pdf import PdfPreview

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk


class PaperDialog(QDialog):
    """Opens beside the page without blocking it."""

    def __init__(self, parent: QWidget, desk: Desk, document: MadeDocument, write: Write) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(document.title)
        self.resize(960, 680)
        self.document = document
        self.printer = PaperPrinter(self, desk)
        self.saver = PaperSaver(self, desk, write)
        self.preview = PdfPreview()
        self.preview.print_asked.connect(self.start_print)
        self.preview.save_asked.connect(self.start_save)
        self.preview.word_asked.connect(self.start_word)
        self.preview.excel_asked.connect(self.start_excel)
        heading = plain.label(document.title, "heading", wrap=True)
        layout = column(heading, self.printer, self.saver, gap=12)
        layout.addWidget(self.preview, 1)
        layout.setContentsMargins(24, 16, 24, 16)
        self.setLayout(layout)
        if document.described is None:
            self.preview.hide_office_files()
        self.preview.show_pdf(document.pdf)

    def start_save(self) -> None:
        """Asks where to keep the PDF."""
        self.saver.ask(self.document, "pdf")

    def start_word(self) -> None:
        """Asks where the Word file goes."""
        self.saver.ask(self.document, "docx")

    def start_excel(self) -> None:
        """Asks where the Excel file goes."""
        self.saver.ask(self.document, "xlsx")

    def start_print(self) -> None:
        """Opens the print dialog, then prints on a worker."""
        self.printer.ask(self.document, self.preview.page_count)

    def print_on(self, printer: QPrinter) -> None:
        """Prints the pages chosen."""
        self.printer.print_on(self.document, printer, self.preview.page_count)
