"""A sheet's cells as they were found, with what only the file knows of them; it reads no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A merged block, 0-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Marks:
    """Findings by 0-based position that the values alone do not show."""

    hidden_rows: frozenset[int] = frozenset()
    decoded_rows: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    encoding: str | None = None

    def rows(self) -> frozenset[int]:
        """Every row that carries any mark: the others take the fast way."""
        cells = {row for row, _ in (*self.struck, *self.errors, *self.uncomputed)}
        return self.hidden_rows | self.decoded_rows | cells


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet from A1 on: ``rows[i][j]`` is row i+1, column j+1; an empty cell is ``""``."""

    name: str
    rows: Sequence[list[object]]
    spans: tuple[Span, ...] = ()
    marks: Marks = field(default_factory=Marks)

    def width(self) -> int:
        """Columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)


def column_letters(index: int) -> str:
    """The Excel name of a 0-based column (0 → A, 27 → AB)."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def is_empty(value: object) -> bool:
    """Whether a cell holds nothing to read."""
    return value is None or (isinstance(value, str) and not value.strip())
