"""A printed walk-list as it was given out, and what the team brings back for each line of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Outcome = Literal["done", "had_already", "later", "absent", "refused"]
KEYS: dict[str, Outcome] = {
    "1": "done",
    "2": "later",
    "3": "absent",
    "4": "refused",
    "5": "had_already",
}
HOLDS: frozenset[Outcome] = frozenset({"done", "had_already"})


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A person on a printed list: its line, and the services they were without that day."""

    position: int  # the number printed in front of the line, from 1
    resident_id: int
    lacking: tuple[str, ...]  # service codes


@dataclass(frozen=True, slots=True)
class WalkSheet:
    """A list as printed; its number stands on the paper, so that results find their people."""

    sheet_id: int
    village_id: int
    period: str
    services: tuple[str, ...]
    lanes: tuple[str, ...]  # empty: the whole village
    printed_at: str
    who: str
    rows: tuple[SheetRow, ...] = ()


@dataclass(frozen=True, slots=True)
class WalkResult:
    """What came of one service for one line; ``fact_set``: the person's fact came from here."""

    sheet_id: int
    position: int
    service: str
    outcome: Outcome
    round_id: int
    held_on: date
    fact_set: bool = False
