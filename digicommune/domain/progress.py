"""How slow work reports its advance; it never decides what to show."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told how far slow work has come; raises ``Cancelled`` where the officer asked to stop."""

    def __call__(self, done: int, total: int, what: str) -> None:
        """``done`` of ``total`` steps of the work named ``what`` (Vietnamese, for the officer)."""


def no_progress(done: int, total: int, what: str) -> None:
    """For callers that do not watch."""
