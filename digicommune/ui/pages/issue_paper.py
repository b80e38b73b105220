"""An issued paper as it was issued, to be printed in whole or in part; none is drawn anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLayout, QWidget

from digicommune.errors import UserError
from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.issue_print import PaperPrinter
from digicommune.ui.pages.issue_words import paper_name, standing_said, warning_of
from digicommune.ui.pages.paper_saving import PaperSaver
from digicommune.ui.tasks import Task
from digicommune.ui.views.chips import chip
from digicommune.ui.views.frames import column, row
from digicommune.ui.views.pdf import PdfPreview

if TYPE_CHECKING:
    from digicommune.operations.issue_register import PaperTies
    from digicommune.operations.issuing import IssuedDocument
    from digicommune.ui.page import Desk
    from digicommune.ui.pages.issue_calls import IssueCalls
    from digicommune.ui.pages.signed_copies import SignedCopiesDialog


@dataclass(frozen=True, slots=True)
class OpenedPaper:
    """A paper's stored bytes, and what became of it."""

    issued: IssuedDocument
    ties: PaperTies


def open_paper(calls: IssueCalls, issue_id: int) -> OpenedPaper:
    """Asks both; on a worker."""
    return OpenedPaper(calls.reprint(issue_id), calls.ties(issue_id))


class IssuedDialog(QDialog):
    """Opens beside the register without blocking it.

    Whether the paper waits, is withdrawn or replaced is said above its pages.
    """

    def __init__(self, parent: QWidget, desk: Desk, calls: IssueCalls, opened: OpenedPaper) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._calls, self.issued = desk, calls, opened.issued
        paper, self.document = opened.ties.paper, opened.issued.document
        self.setWindowTitle(paper_name(paper))
        self.resize(960, 690)
        self.saver = PaperSaver(self, desk, calls.write)
        self.preview = self._previewed()
        self.printer = PaperPrinter(self, desk)
        self.apart = plain.button(
            tr("Lưu từng tệp…"), tip=tr("Văn bản chính và từng phụ lục, mỗi phần một tệp PDF")
        )
        self.apart.clicked.connect(lambda _checked: self.start_apart())
        self.apart.setVisible(bool(opened.issued.parts))
        self.copies: SignedCopiesDialog | None = None
        self.signed = plain.button(tr("Ký số, bản đã ký…"))
        self.signed.clicked.connect(lambda _checked: self.open_copies())
        self.notice = plain.label(warning_of(opened.ties), "notice", wrap=True)
        self.notice.setVisible(bool(self.notice.text()))
        self.said = plain.label("", "good", wrap=True)
        self.said.hide()
        title = row(plain.label(paper.title, "heading", wrap=True), self.apart, self.signed)
        title.setStretch(0, 1)
        layout = column(
            title,
            self._head(opened.ties),
            self.notice,
            self.said,
            self.printer,
            self.saver,
            gap=10,
        )
        layout.addWidget(self.preview, 1)
        layout.setContentsMargins(24, 16, 24, 16)
        self.setLayout(layout)
        self.preview.show_pdf(self.document.pdf)

    def _previewed(self) -> PdfPreview:
        made = PdfPreview()
        made.hide_office_files()
        made.print_asked.connect(self.start_print)
        made.save_asked.connect(self.start_save)
        return made

    def _head(self, ties: PaperTies) -> QLayout:
        """Which paper this is and how it stands."""
        paper = ties.paper
        whole = chip(tr("✓ Bản lưu nguyên từng byte"), "good")
        code = plain.label(tr("Mã kiểm tra: {code}").format(code=paper.check_code), "soft")
        said, tone = standing_said(paper.standing)
        stands = chip(said, tone)
        stands.setVisible(paper.standing != "issued")
        name = plain.label(paper_name(paper), "strong")
        return row(name, code, whole, stands, 1)

    def open_copies(self) -> SignedCopiesDialog:
        """The signed copies of this paper, and signing."""
        from digicommune.ui.pages.signed_copies import SignedCopiesDialog

        calls = (self._calls.signing, self._calls.write)
        self.copies = SignedCopiesDialog(self, self._desk, calls, self.document)
        self.copies.show_paper(self.issued.paper)
        self.copies.show()
        return self.copies

    def start_print(self) -> None:
        """Whole or a range of pages."""
        self.printer.ask(self.document, self.preview.page_count)

    def start_save(self) -> None:
        """Asks where the PDF goes."""
        self.saver.ask(self.document, "pdf")

    def start_apart(self) -> QFileDialog:
        """Asks into which folder the files of its parts go."""
        dialog = QFileDialog(self, tr("Chọn thư mục lưu từng tệp"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.save_apart(Path(name)))
        dialog.open()
        return dialog

    def save_apart(self, folder: Path) -> None:
        """Main text and annexes, into a folder of the paper's own: no other paper's are lost."""
        place = folder / f"{Path(self.document.file_name).stem}-{self.issued.paper.check_code}"

        def saved(files: tuple[Path, ...]) -> None:
            said = tr("Đã lưu {count} tệp vào {folder}")
            self._tell("good", said.format(count=len(files), folder=place))

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                self._tell("bad", " ".join(self._desk.word(error)))
            else:
                self._desk.alert(error)

        self._desk.run(
            Task(
                call=lambda _progress: self._calls.write_parts(self.issued, place),
                done=saved,
                owner=self,
                topic="parts",
                failed=failed,
            )
        )

    def _tell(self, kind: str, said: str) -> None:
        plain.set_kind(self.said, kind)
        self.said.setText(plain.cut(said))
        self.said.show()
