"""An office without workbooks of a superior's, for windows whose test is about something else."""

from __future__ import annotations

from typing import Any

from digicommune.ui.pages.superior_calls import SuperiorCalls


def _nothing(*_given: Any) -> Any:
    raise AssertionError("no workbook was asked for")


def superior_calls() -> SuperiorCalls:
    """Says that there are none."""
    none: dict[str, Any] = dict.fromkeys(SuperiorCalls.__slots__, _nothing)
    return SuperiorCalls(**{**none, "books": lambda: ()})
