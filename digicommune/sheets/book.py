"""An opened list file: its sheets by name, read only when asked for; it knows no file format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from digicommune.domain.grids import Grid


@dataclass(frozen=True, slots=True)
class Book:
    """Sheet names in order, the hidden ones among them, and a reader of chosen sheets."""

    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    grids: Callable[[tuple[str, ...]], Iterable[Grid]]
    open: str = "ok"
