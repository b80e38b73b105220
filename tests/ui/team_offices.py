"""An office without digital teams, for windows whose test is about something else."""

from __future__ import annotations

from typing import Any

from digicommune.operations import teams
from digicommune.ui.pages.team_calls import TeamCalls


def _nobody(*_given: Any) -> Any:
    raise AssertionError("no team was asked for")


def team_calls() -> TeamCalls:
    """Says that there are no teams."""
    none: dict[str, Any] = dict.fromkeys(TeamCalls.__slots__, _nobody)
    none.update(pack=teams.pack, villages=lambda: (), lines=lambda: ())
    return TeamCalls(**none)
