"""What the pages about the superior's workbooks ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.sheet import FigureSheet
    from digicommune.domain.superior_books import BookFill, BookLook, BookMap, SuperiorBook
    from digicommune.domain.villages import VillageLine
    from digicommune.operations.superior_filling import FillDone


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperiorCalls:
    """Workbooks of the superior's, bound to one office."""

    books: Callable[[], tuple[SuperiorBook, ...]]
    fills: Callable[[int], tuple[BookFill, ...]]
    look: Callable[[Path], BookLook]
    save: Callable[[Path, str, BookMap], SuperiorBook]
    fill: Callable[..., FillDone]  # name, period, where to, a newer copy or None
    figures: Callable[[str], FigureSheet]
    villages: Callable[[], tuple[VillageLine, ...]]
    bases: Callable[[], dict[str, str]]
