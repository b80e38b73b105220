"""What the pages about digital teams ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.domain.teams import Round, Team, Training
    from digicommune.domain.villages import VillageLine
    from digicommune.domain.walk_results import WalkSheet
    from digicommune.operations.reports import MadeDocument
    from digicommune.operations.team_papers import MadeSheet
    from digicommune.operations.team_results import RoundUndone, Walked
    from digicommune.operations.team_walks import SheetRequest, SheetView
    from digicommune.operations.teams import TeamCard, TeamLine, TeamPack


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCalls:
    """Teams, their diary and the lists they walk by, bound to one office."""

    pack: Callable[[], TeamPack]
    villages: Callable[[], tuple[VillageLine, ...]]
    lines: Callable[[], tuple[TeamLine, ...]]
    card: Callable[[int], TeamCard]
    save: Callable[[Team], Team]
    reveal: Callable[[int, int], str]
    save_training: Callable[[Training], Training]
    remove_training: Callable[[Training], None]
    save_round: Callable[[Round], Round]
    undo_round: Callable[[int], RoundUndone]
    lanes: Callable[[SheetRequest], dict[str, int]]
    new_sheet: Callable[[SheetRequest, Progress], MadeSheet]
    sheets: Callable[[int], tuple[WalkSheet, ...]]
    view: Callable[[int], SheetView]
    sheet_again: Callable[[int, Progress], MadeDocument]
    save_results: Callable[[Walked], Round]
    summary: Callable[[str, Progress], MadeDocument]
    message: Callable[[str], str]
    write: Callable[[MadeDocument, Path, Progress], None]
