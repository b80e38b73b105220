"""An office in which nothing is issued, for windows whose test is about something else."""

from __future__ import annotations

from digicommune.operations.issuing import DraftState
from digicommune.ui.pages.issue_calls import IssueCalls


def issue_calls() -> IssueCalls:
    """Every document is a draft that takes no number; the register is empty."""
    none = DraftState("draft", (), None, "", 0)

    def nothing(*_given: object) -> object:
        raise AssertionError("no paper was to be issued")

    return IssueCalls(
        state=lambda _number: none,
        check=nothing,  # type: ignore[arg-type]
        issue=nothing,  # type: ignore[arg-type]
        register=lambda: (),
        reprint=nothing,  # type: ignore[arg-type]
        verify=nothing,  # type: ignore[arg-type]
    )
