"""How slow work reports its advance; it never decides what to show."""

from __future__ import annotations

from collections.abc import Callable

# Told (done, total, what): ``done`` of ``total`` steps of the work named ``what`` (Vietnamese, for
# the officer). It raises ``Cancelled`` where the officer asked to stop.
Progress = Callable[[int, int, str], None]


def no_progress(_done: int, _total: int, _what: str) -> None:
    """For callers that do not watch."""
