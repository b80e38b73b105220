"""How far a command has come, on the terminal it was typed at; a file or a pipe gets none of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from digicommune.domain.progress import Progress, no_progress

_WIDE = 60


@contextmanager
def watching() -> Iterator[Progress]:
    """Tells on one line of stderr, which is empty again afterwards, stopped by Ctrl+C or not."""
    if not sys.stderr.isatty():
        yield no_progress
        return
    line = _Line(sys.stderr)
    try:
        yield line.tell
    finally:
        line.clear()


class _Line:
    """Rewritten only when the percent or the words change."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._told = ""

    def tell(self, done: int, total: int, what: str) -> None:
        said = f"{what}: {100 * done // max(total, 1)}%"
        if said != self._told:
            self._told = said
            self._stream.write(f"\r{said[:_WIDE]:<{_WIDE}}")
            self._stream.flush()

    def clear(self) -> None:
        if self._told:
            self._stream.write(f"\r{'':<{_WIDE}}\r")
            self._stream.flush()
