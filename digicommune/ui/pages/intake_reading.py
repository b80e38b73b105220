"""Reads the files of the queue one after the other on a worker; it judges and shows none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from digicommune.ui.language import tr
from digicommune.ui.page import Desk
from digicommune.ui.pages.intake_fields import missing
from digicommune.ui.pages.intake_look import Look, first_look, look_again, look_told
from digicommune.ui.pages.intake_queue import Entry
from digicommune.ui.tasks import Task, Ticket
from digicommune.ui.words_progress import stage_name

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.ui.pages.intake_look import LookCalls
    from digicommune.ui.views.progress import ProgressPanel


class Reader(Protocol):
    """Who is told how reading a file ended."""

    def read(self, entry: Entry) -> None:
        """It was read."""

    def refused(self, entry: Entry, error: Exception) -> None:
        """It could not be read."""

    def stopped(self, entry: Entry) -> None:
        """The officer stopped it."""


class Reading(QObject):
    """One file at a time: the other worker stays free for the pages."""

    def __init__(self, tab: Reader, desk: Desk, calls: LookCalls, progress: ProgressPanel) -> None:
        super().__init__()
        self._tab, self._desk, self._calls, self._progress = tab, desk, calls, progress
        self._entry: Entry | None = None
        self._ticket: Ticket | None = None

    def go_on(self, entries: Sequence[Entry], current: Entry | None) -> None:
        """Starts the next file that waits, the one on screen first, unless one is being read."""
        if self._ticket is not None:
            return
        first = [current] if current is not None and current in entries else []
        for one in [*first, *entries]:
            if one.state == "waiting":
                self._start(one)
                return

    def restart(self, entry: Entry) -> None:
        """Where this file is being read already, that reading is stopped."""
        if self._entry is entry:
            self.stop()

    def stop(self) -> None:
        """Stops the reading under way."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _start(self, entry: Entry) -> None:
        look, path = self._way(entry), entry.path
        entry.state, self._entry = "reading", entry
        self._progress.start(tr("Đang đọc {file}").format(file=path.name))
        self._ticket = self._desk.run(
            Task(
                call=look,
                done=partial(self._looked, entry),
                owner=self,
                topic="read",
                failed=partial(self._tab.refused, entry),
                progress=partial(self._advance, path.name),
                ended=partial(self._ended, entry),
            )
        )

    def _way(self, entry: Entry) -> Callable[[Progress], Look]:
        """How the file is to be looked at, bound to what is known of it now."""
        calls, request, path, before = self._calls, entry.request, entry.path, entry.look
        if before is not None and not entry.changed:
            seen = before.preview
            return lambda progress: look_again(calls, seen, request, progress)
        look = first_look if _untold(entry) else look_told
        return lambda progress: look(calls, path, request, progress)

    def _advance(self, file: str, done: int, total: int, what: str) -> None:
        self._progress.advance(done, total, f"{file} · {stage_name(what)}")

    def _ended(self, entry: Entry) -> None:
        ticket, self._ticket, self._entry = self._ticket, None, None
        self._progress.hide()
        if ticket is not None and ticket.cancelled:
            self._tab.stopped(entry)

    def _looked(self, entry: Entry, look: Look) -> None:
        if entry.state != "reading":
            return
        before = entry.look
        if before is not None and look.sender is None:
            look = replace(look, sender=before.sender)
        entry.look, entry.request, entry.changed = look, look.preview.request, False
        entry.settled = entry.settled or _complete(look)
        entry.typed = {}
        asked = {one.row for one in look.preview.rows if one.verdict == "doubtful"}
        entry.decisions = {at: one for at, one in entry.decisions.items() if at in asked}
        entry.order = [at for at in entry.order if at in asked]
        self._tab.read(entry)


def _complete(look: Look) -> bool:
    """Whether a known sender's list still has all it had: nobody need look at its columns."""
    preview = look.preview
    lacks = missing(preview.kind, preview.reading.columns.values(), preview.request.bank_bin)
    return look.sender is not None and not lacks


def _untold(entry: Entry) -> bool:
    """Whether nobody has said anything of the file yet but its password."""
    request = entry.request
    settled = request.headings or request.header_rows or request.mended or request.sheet
    return entry.look is None and not settled and request.kind == "auto"
