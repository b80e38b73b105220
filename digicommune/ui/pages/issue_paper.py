"""An issued paper as it was issued, to be printed in whole or in part; none is drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.issue_print import PaperPrinter
from digicommune.ui.pages.issue_words import paper_name
from digicommune.ui.pages.paper_saving import PaperSaver
from digicommune.ui.views.chips import chip
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.pdf import PdfPreview

if TYPE_CHECKING:
    from digicommune.operations.issuing import IssuedDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.issue_calls import IssueCalls


class IssuedDialog(QDialog):
    """Opens beside the register without blocking it."""

    def __init__(
        self, parent: QWidget, desk: Desk, calls: IssueCalls, issued: IssuedDocument
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paper, self.document = issued.paper, issued.document
        self.setWindowTitle(paper_name(paper))
        self.resize(960, 690)
        self.saver = PaperSaver(self, desk, calls.write)
        self.preview = PdfPreview()
        self.preview.hide_office_files()
        self.preview.print_asked.connect(self.start_print)
        self.preview.save_asked.connect(self.start_save)
        self.printer = PaperPrinter(self, desk)
        whole = chip(tr("✓ Bản lưu nguyên từng byte"), "good")
        code = tr("Mã kiểm tra: {code}").format(code=paper.check_code)
        layout = column(
            plain.label(paper.title, "heading", wrap=True),
            row(plain.label(paper_name(paper), "strong"), plain.label(code, "soft"), whole, 1),
            self.printer,
            self.saver,
            gap=10,
        )
        layout.addWidget(self.preview, 1)
        layout.setContentsMargins(24, 16, 24, 16)
        self.setLayout(layout)
        self.preview.show_pdf(self.document.pdf)

    def start_print(self) -> None:
        """Whole or a range of pages."""
        self.printer.ask(self.document, self.preview.page_count)

    def start_save(self) -> None:
        """Asks where the PDF goes."""
        self.saver.ask(self.document, "pdf")
