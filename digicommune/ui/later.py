"""Does things one after another between what the officer does; it decides none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 12  # between two things: keys and clicks get their turn
ROOMS = ("digicommune.ui.views", "digicommune.ui.pages")


def one_by_one(owner: QObject, steps: Iterable[Callable[[], object]], after: int = 0) -> None:
    """Calls ``steps`` on the window's thread, the first ``after`` milliseconds.

    What is left when ``owner`` goes is not done; an error ends them.
    """
    left = iter(steps)
    timer = QTimer(owner)
    timer.setInterval(PAUSE_MS)

    def step() -> None:
        timer.stop()  # a step that fails is not followed by the next
        todo = next(left, None)
        if todo is not None:
            todo()
            timer.start()

    timer.timeout.connect(step)
    QTimer.singleShot(after, timer, timer.start)


def load_pages(owner: QObject) -> None:
    """Loads the code of all pages, a module at a time, so that opening one only builds it.

    On the window's thread: Qt's classes are made when first named, and not by two threads.
    """
    one_by_one(owner, _loads())


def _loads() -> Iterator[Callable[[], object]]:
    for room in ROOMS:
        for one in iter_modules(import_module(room).__path__, f"{room}."):
            yield partial(import_module, one.name)
