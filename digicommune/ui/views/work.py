"""Runs one slow piece of work and shows it, with a button to stop, once it takes a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QTimer

from digicommune.ui.tasks import Task, Ticket
from digicommune.ui.views.progress import ProgressPanel

Run = Callable[[Task[Any]], Ticket]
# Milliseconds: work done sooner shows nothing, so that the page does not jump.
PATIENCE: Final = 300


class WorkPanel(ProgressPanel):
    """To be laid above what the work is about; hidden while nothing runs."""

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._ticket: Ticket | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PATIENCE)
        self._soon.timeout.connect(self.show)
        self.cancelled.connect(self.stop)

    def begin(self, what: str, task: Task[Any]) -> Ticket:
        """Starts ``task``, called ``what`` until it tells its own progress."""
        self.start(what)
        self.hide()
        self._soon.start()

        def ended() -> None:
            self._soon.stop()
            self.hide()
            if task.ended is not None:
                task.ended()

        self._ticket = self._run(replace(task, progress=self.advance, ended=ended))
        return self._ticket

    def stop(self) -> None:
        """Asks the work to stop at its next report."""
        if self._ticket is not None:
            self._ticket.cancel()
