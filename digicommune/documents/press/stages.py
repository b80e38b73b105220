"""How far a long paper has come, told in stages on one scale; it works nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from digicommune.domain.progress import Progress

# Told of a number of rows just laid out.
Laid = Callable[[int], None]

SCALE: Final = 1000
TOLD: Final = "Đang dàn trang văn bản"
# Parts of the scale, as the work was measured on tables of 50,000 rows.
LAYING, DRAWING = (0, 300), (300, 950)
WRITING = (950, SCALE)


def unseen(_rows: int) -> None:
    """For callers that do not watch."""


def stage(progress: Progress, part: tuple[int, int], whole: int = SCALE) -> Progress:
    """The progress of one stage as its part of the whole."""
    begin, end = part

    def told(done: int, total: int, what: str) -> None:
        progress(begin + (end - begin) * min(done, total) // max(total, 1), whole, what)

    return told


class Counted:
    """Adds up rows as they are done and tells them as progress of ``what``."""

    def __init__(self, progress: Progress, total: int, what: str = TOLD) -> None:
        self._progress = progress
        self._total = total
        self._what = what
        self._done = 0

    def __call__(self, rows: int) -> None:
        """So many rows more."""
        self._done += rows
        self._progress(self._done, self._total, self._what)
