"""A paper just made, on screen, that may be issued from where it was made; it makes none itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from digicommune.ui.pages.issue_strip import IssueStrip
from digicommune.ui.pages.people_paper import PaperDialog

if TYPE_CHECKING:
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.issue_calls import IssueCalls


class IssuableDialog(PaperDialog):
    """The steps from draft to issued paper stand above the preview."""

    def __init__(
        self, parent: QWidget, desk: Desk, calls: IssueCalls, document: MadeDocument
    ) -> None:
        super().__init__(parent, desk, document, calls.write)
        self.strip = IssueStrip(desk, calls)
        self.strip.issued.connect(self._show_issued)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(1, self.strip)
        self.strip.show_document(document)

    def _show_issued(self, document: MadeDocument) -> None:
        self.document = document
        self.preview.show_pdf(document.pdf)
        self.strip.show_document(document)
