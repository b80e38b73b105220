"""What the history of imports asks of an office; it calls nothing by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.rows import Value
    from digicommune.operations.imports import Undone
    from digicommune.operations.intake import Chosen, Decision
    from digicommune.operations.past_lists import Likely, PastLine, PastList, PastRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCalls:
    """The operations on past imports, each bound to the office and free to run on any thread."""

    lines: Callable[[], tuple[PastLine, ...]]
    reading: Callable[[int], PastList]
    rows: Callable[[int], tuple[PastRow, ...]]
    row: Callable[[int, int], PastRow]
    waiting: Callable[[], tuple[PastRow, ...]]
    likely: Callable[[Sequence[PastRow]], Likely]
    people: Callable[[Sequence[int]], dict[int, dict[str, Value]]]
    settle: Callable[[int, int, Decision | Chosen], str]
    foresee_undo: Callable[[int], Undone]
    undo: Callable[[int], Undone]
    save_original: Callable[[int, Path], None]
    mark: Callable[[int, Path], int]
    export: Callable[[int, Path], None]
