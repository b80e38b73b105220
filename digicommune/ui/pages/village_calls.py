"""What the pages about villages ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.domain.village_cards import VillageCard
    from digicommune.domain.villages import PopulationFigure, Village
    from digicommune.operations.reports import MadeDocument
    from digicommune.operations.village_cards import CardRequest
    from digicommune.operations.village_changes import NewVillage


Kind = Literal["merge", "split", "rename"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageEdits:
    """A village's card and what changes villages, bound to one office."""

    card: Callable[[int, str], VillageCard]
    save: Callable[[Village], Village]
    save_profile: Callable[[int, Mapping[str, str]], None]
    set_population: Callable[[PopulationFigure], None]
    remove_population: Callable[[PopulationFigure], None]
    reorder: Callable[[Sequence[int]], None]
    merge: Callable[[Sequence[int], NewVillage, date], Village]
    split: Callable[[int, Sequence[NewVillage], date], tuple[Village, ...]]
    rename: Callable[[int, NewVillage, date], Village]
    paper: Callable[[CardRequest, Progress], MadeDocument]
    write: Callable[[MadeDocument, Path, Progress], None]
    numbers_only: Callable[[], bool]
    set_numbers_only: Callable[[bool], None]
