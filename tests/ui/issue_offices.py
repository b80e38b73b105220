"""An office in which nothing is issued, for windows whose test is about something else."""

from __future__ import annotations

from typing import Any

from digicommune.operations.issuing import DraftState
from digicommune.ui.pages.issue_calls import IssueCalls


def _nobody(*_given: Any) -> Any:
    raise AssertionError("no paper was to be issued")


def issue_calls() -> IssueCalls:
    """Every document is a draft that takes no number; the register is empty."""
    none: dict[str, Any] = dict.fromkeys(IssueCalls.__slots__, _nobody)
    draft = DraftState("draft", (), None, "", 0)
    none.update(state=lambda _number, _year: draft, register=lambda: ())
    return IssueCalls(**none)
