"""An office without payment codes, for windows whose test is about something else."""

from __future__ import annotations

from typing import Any

from digicommune.ui.pages.qr_calls import CodeCalls


def _nothing(*_given: Any) -> Any:
    raise AssertionError("no code was asked for")


def code_calls() -> CodeCalls:
    """Answers nothing."""
    none: dict[str, Any] = dict.fromkeys(CodeCalls.__slots__, _nothing)
    return CodeCalls(**none)
