"""What the pages about people ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from digicommune.domain.people import Resident
    from digicommune.domain.people_cards import PersonCard, PersonLine, Without
    from digicommune.domain.people_search import Findable
    from digicommune.domain.progress import Progress
    from digicommune.domain.rows import Value
    from digicommune.operations.people import Shown
    from digicommune.operations.people_filters import Filters
    from digicommune.operations.register_keeping import TakenBack
    from digicommune.operations.reports import MadeDocument
    from digicommune.operations.walk_lists import WalkRequest


class SetFact(Protocol):
    """Notes that something holds of a person since a day, or that it does not."""

    def __call__(self, number: int, fact: str, since: date | None, *, has: bool = True) -> None:
        """The person's number, the indicator's code, the day (None: not known)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleCalls:
    """The operations on people, bound to one office; each may be called on any thread."""

    findable: Callable[[], tuple[Findable, ...]]
    filters: Callable[[], Filters]
    lacking: Callable[[str, str], tuple[int, ...]]
    lines: Callable[[Iterable[int]], tuple[PersonLine, ...]]
    card: Callable[[int], PersonCard]
    reveal: Callable[[int, Shown], str]
    save: Callable[[Resident], Resident]
    set_fact: SetFact
    trash: Callable[[Iterable[int]], int]
    restore: Callable[[Iterable[int]], int]
    take_back: Callable[[int], TakenBack]
    in_trash: Callable[[], tuple[PersonLine, ...]]
    twins: Callable[[], tuple[tuple[PersonLine, ...], ...]]
    merge: Callable[[int, int], Resident]
    as_rows: Callable[[Iterable[int]], Mapping[int, Mapping[str, Value]]]
    banks: Callable[[], Mapping[str, str]]
    without: Callable[[str, str], tuple[Without, ...]]
    walk_list: Callable[[WalkRequest, Progress], MadeDocument]
    write: Callable[[MadeDocument, Path, Progress], None]
