"""Asks where a paper is to be kept and has it written, as PDF, Word or Excel; it makes no paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from digicommune.ui.language import tr
from digicommune.ui.tasks import Task
from digicommune.ui.views.work import WorkPanel

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.page import Desk

Write = Callable[["MadeDocument", Path, "Progress"], None]


class PaperSaver(WorkPanel):
    """How far a file has come, to be put above the preview; a stop leaves no file."""

    def __init__(self, page: QWidget, desk: Desk, write: Write) -> None:
        super().__init__(desk.run)
        self._page, self._desk, self._write = page, desk, write

    def ask(self, document: MadeDocument, suffix: str) -> QFileDialog:
        """Opens the dialog beside the window for a file of this kind ("pdf", "docx", "xlsx")."""
        title, kind = _asked(suffix)
        dialog = QFileDialog(self._page, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(str(Path(document.file_name).with_suffix(f".{suffix}")))
        dialog.fileSelected.connect(lambda name: self.save(document, Path(name)))
        dialog.open()
        return dialog

    def save(self, document: MadeDocument, path: Path) -> None:
        """Writes the document as the name of ``path`` asks and says so in the status line."""
        self.begin(
            tr("Đang lưu {path}").format(path=path.name),
            Task(
                call=lambda progress: self._write(document, path, progress),
                done=lambda _none: self._desk.say(tr("Đã lưu {path}").format(path=path)),
                owner=self,
                topic="save",
            ),
        )


def _asked(suffix: str) -> tuple[str, str]:
    """Title and name filter of the dialog."""
    kinds = {
        "pdf": (tr("Lưu tệp PDF"), tr("Tệp PDF (*.pdf)")),
        "docx": (tr("Lưu tệp Word"), tr("Tệp Word (*.docx)")),
        "xlsx": (tr("Lưu tệp Excel"), tr("Tệp Excel (*.xlsx)")),
    }
    return kinds[suffix]
