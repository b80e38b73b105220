"""Asks where a file is to go and has it written on a worker; what is in it is not its business."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from digicommune.ui.language import tr
from digicommune.ui.tasks import Task

if TYPE_CHECKING:
    from digicommune.ui.page import Desk


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file to write: what the dialog says, the name offered, and who writes it.

    ``write`` runs on a worker; what it returns, if a number, is told in ``said``.
    """

    title: str
    name: str
    kinds: tuple[str, ...]  # name filters of the dialog
    write: Callable[[Path], object]
    said: str = ""  # "Đã lưu {path}" where left out; may hold {path} and {count}


def ask_and_save(page: QWidget, desk: Desk, outgoing: Outgoing) -> QFileDialog:
    """Opens the dialog beside the window; the dialog itself asks before a file is replaced."""
    dialog = QFileDialog(page, outgoing.title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(outgoing.kinds))
    dialog.setDefaultSuffix(Path(outgoing.name).suffix.lstrip("."))
    dialog.selectFile(outgoing.name)
    dialog.fileSelected.connect(lambda name: save_to(page, desk, outgoing, Path(name)))
    dialog.open()
    return dialog


def save_to(page: QWidget, desk: Desk, outgoing: Outgoing, path: Path) -> None:
    """Writes the file on a worker and says so in the status line."""
    said = outgoing.said or tr("Đã lưu {path}")

    def tell(count: object) -> None:
        desk.say(said.format(path=path, count=count))

    desk.run(
        Task(call=lambda _progress: outgoing.write(path), done=tell, owner=page, topic="outgoing")
    )


def workbooks() -> tuple[str, ...]:
    """The kinds of files lists are written as."""
    return (tr("Sổ tính Excel (*.xlsx)"), tr("Văn bản CSV (*.csv)"))
