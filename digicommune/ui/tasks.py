"""Carries slow calls to worker threads and their answers back to the window's thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from digicommune.domain.progress import Progress
from digicommune.errors import Cancelled

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

BEAT = 0.05  # seconds between two progress reports; more would drown the window's thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Task[Answer]:
    """A slow call and who waits for it.

    ``call`` runs on a worker and gets the progress to tell; ``done``, ``failed``, ``progress`` and
    ``ended`` run on the window's thread. ``failed`` left out: the error is shown by the alerts;
    ``Cancelled`` is told to ``ended`` only. A later task of the same ``owner`` and ``topic`` makes
    the answer of an earlier one stale: it is dropped. ``writes``: one at a time, in order, and
    ``changed`` follows. ``call`` must not touch widgets.
    """

    call: Callable[[Progress], Answer]
    done: Callable[[Answer], None]
    owner: QObject
    topic: str
    failed: Callable[[Exception], None] | None = None
    progress: Callable[[int, int, str], None] | None = None
    ended: Callable[[], None] | None = None
    writes: bool = False


class Ticket:
    """A task under way: it can be asked to stop."""

    def __init__(self, task: Task[Any]) -> None:
        self.task = task
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Asks the call to stop at its next report of progress; what it wrote rolls back."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()


@dataclass(frozen=True, slots=True)
class _Answer:
    ticket: Ticket
    value: Any = None
    error: BaseException | None = None


class Tasks(QObject):
    """One worker for writes and two for reads; this one long-lived object owns all signals."""

    changed = Signal()  # something was written: whoever is visible asks again
    failed = Signal(object)  # an error nobody else took
    busy = Signal(bool)

    _answered = Signal(object)
    _advanced = Signal(object, int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: dict[bool, ThreadPoolExecutor] = {}  # by whether they write
        self._newest: dict[tuple[int, str], Ticket] = {}
        self._open: set[Ticket] = set()
        self._closed = False
        self._answered.connect(self._deliver)
        self._advanced.connect(self._report)

    def run(self, task: Task[Any]) -> Ticket:
        """Starts ``task`` and returns its ticket; must be called on the window's thread."""
        ticket = Ticket(task)
        if self._closed:
            return ticket
        self._supersede(ticket)
        self._open.add(ticket)
        self._pool(task.writes).submit(self._work, ticket).add_done_callback(_raise_bug)
        if len(self._open) == 1:
            self.busy.emit(True)
        return ticket

    def _pool(self, writes: bool) -> ThreadPoolExecutor:
        """The workers, made with the first task: the window is painted before."""
        if writes not in self._pools:
            from concurrent.futures import ThreadPoolExecutor

            name = "digicommune-write" if writes else "digicommune-read"
            self._pools[writes] = ThreadPoolExecutor(1 if writes else 2, name)
        return self._pools[writes]

    def _supersede(self, ticket: Ticket) -> None:
        key = (id(ticket.task.owner), ticket.task.topic)
        earlier = self._newest.get(key)
        if earlier is not None and not earlier.task.writes:
            earlier.cancel()
        self._newest[key] = ticket

    @property
    def idle(self) -> bool:
        """Whether no task is under way and every answer was delivered."""
        return not self._open

    @property
    def writing(self) -> bool:
        """Whether a write is under way: closing the window would cancel it."""
        return any(one.task.writes for one in self._open)

    def shut_down(self) -> None:
        """Cancels what runs, waits for the workers, drops every answer still under way."""
        self._closed = True
        for ticket in tuple(self._open):
            ticket.cancel()
        for workers in self._pools.values():
            workers.shutdown(wait=True, cancel_futures=True)
        self._open.clear()
        self._newest.clear()

    def _work(self, ticket: Ticket) -> None:
        try:
            if ticket.cancelled:
                raise Cancelled
            value = ticket.task.call(self._teller(ticket))
            answer = _Answer(ticket, value)
        except BaseException as error:  # noqa: BLE001  # whatever it is, the window must know
            answer = _Answer(ticket, error=error)
        if not self._closed:
            self._answered.emit(answer)

    def _teller(self, ticket: Ticket) -> Progress:
        last = 0.0

        def tell(done: int, total: int, what: str) -> None:
            nonlocal last
            if ticket.cancelled:
                raise Cancelled
            now = time.monotonic()
            if not self._closed and (now - last >= BEAT or done >= total):
                last = now
                self._advanced.emit(ticket, done, total, what)

        return tell

    def _report(self, ticket: Ticket, done: int, total: int, what: str) -> None:
        progress = ticket.task.progress
        if progress is not None and self._wanted(ticket) and not ticket.cancelled:
            progress(done, total, what)

    def _deliver(self, answer: _Answer) -> None:
        ticket = answer.ticket
        if self._closed:
            return
        wanted = self._wanted(ticket)
        self._open.discard(ticket)
        if wanted:
            self._newest.pop((id(ticket.task.owner), ticket.task.topic), None)
        try:
            self._hand_over(answer, wanted)
        finally:
            self._finish(answer)

    def _hand_over(self, answer: _Answer, wanted: bool) -> None:
        task = answer.ticket.task
        if wanted and task.ended is not None:
            task.ended()
        if answer.error is None:
            if wanted:
                task.done(answer.value)
        elif not isinstance(answer.error, Cancelled) and (wanted or task.writes):
            self._fail(task, answer.error, wanted)

    def _fail(self, task: Task[Any], error: BaseException, wanted: bool) -> None:
        if wanted and task.failed is not None and isinstance(error, Exception):
            task.failed(error)
        else:
            self.failed.emit(error)

    def _finish(self, answer: _Answer) -> None:
        if answer.error is None and answer.ticket.task.writes:
            self.changed.emit()
        if not self._open:
            self.busy.emit(False)

    def _wanted(self, ticket: Ticket) -> bool:
        task = ticket.task
        newest = self._newest.get((id(task.owner), task.topic)) is ticket
        return newest and isValid(task.owner)


def _raise_bug(future: Future[None]) -> None:
    if not future.cancelled():
        future.result()
