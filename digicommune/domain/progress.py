"""How slow work reports its advance; it never decides what to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

# Told (done, total, what): ``done`` of ``total`` steps of the work named ``what`` (Vietnamese, for
# the officer). It raises ``Cancelled`` where the officer asked to stop.
Progress = Callable[[int, int, str], None]


def no_progress(_done: int, _total: int, _what: str) -> None:
    """For callers that do not watch."""


# The scale long work of several stages is told on.
SCALE: Final = 1000
# What is left of it for printing, once what is printed has been read.
PRINTING: Final = (200, SCALE)


def stage(progress: Progress, part: tuple[int, int], whole: int = SCALE) -> Progress:
    """The progress of one stage as its part of the whole."""
    begin, end = part

    def told(done: int, total: int, what: str) -> None:
        progress(begin + (end - begin) * min(done, total) // max(total, 1), whole, what)

    return told


class Counted:
    """Adds up steps as they are done and tells them as progress of ``what``."""

    def __init__(self, progress: Progress, total: int, what: str) -> None:
        self._progress = progress
        self._total = total
        self._what = what
        self._done = 0

    def __call__(self, steps: int) -> None:
        """So many steps more."""
        self._done += steps
        self._progress(self._done, self._total, self._what)
