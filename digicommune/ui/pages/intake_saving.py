"""Saves a file of the queue, or takes an import back, on the writing worker; it shows no step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.intake_queue import Entry
from digicommune.ui.tasks import Task, Ticket

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.operations.imports import Undone
    from digicommune.operations.intake import ImportDone, Preview
    from digicommune.operations.intake_rows import Decisions
    from digicommune.ui.views.progress import ProgressPanel

    Commit = Callable[[Preview, Decisions, Progress], ImportDone]
    Undo = Callable[[int], Undone]


class Saver(Protocol):
    """Who is told how saving a file ended."""

    def unsaved(self, entry: Entry) -> None:
        """Saving has ended; unless ``saved`` follows, nothing was written."""

    def saved(self, entry: Entry, done: ImportDone) -> None:
        """It is in the registers."""

    def not_saved(self, entry: Entry, error: Exception) -> None:
        """It could not be saved."""

    def taken_back(self, undone: Undone) -> None:
        """An import was undone."""


class Saving(QObject):
    """One file at a time; stopping it rolls everything back."""

    def __init__(
        self, tab: Saver, desk: Desk, calls: tuple[Commit, Undo], progress: ProgressPanel
    ) -> None:
        super().__init__()
        self._tab, self._desk, self._progress = tab, desk, progress
        self._commit, self._undo = calls
        self._ticket: Ticket | None = None

    def save(self, entry: Entry) -> None:
        """Saves a file with what was decided of its rows."""
        if entry.look is None or self._ticket is not None:
            return
        entry.state = "saving"
        preview, decisions = entry.look.preview, dict(entry.decisions)
        self._progress.start(tr("Đang lưu {file}").format(file=preview.file))
        self._ticket = self._desk.run(
            Task(
                call=lambda progress: self._commit(preview, decisions, progress),
                done=partial(self._tab.saved, entry),
                owner=self,
                topic="save",
                failed=partial(self._tab.not_saved, entry),
                progress=self._progress.advance,
                ended=partial(self._ended, entry),
                writes=True,
            )
        )

    def stop(self) -> bool:
        """Stops the saving under way; False where there is none."""
        if self._ticket is None:
            return False
        self._ticket.cancel()
        return True

    def undo(self, import_id: int) -> None:
        """Takes an import back."""
        self._desk.run(
            Task(
                call=lambda _progress: self._undo(import_id),
                done=self._tab.taken_back,
                owner=self,
                topic="undo",
                writes=True,
            )
        )

    def _ended(self, entry: Entry) -> None:
        self._ticket = None
        self._progress.hide()
        entry.state = "ready"
        self._tab.unsaved(entry)
