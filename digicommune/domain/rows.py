"""What a reading of a list yields: records, wrong rows, rows that are no records; no judging here.

Field keys, warning and rejection codes are those of the shared ``samples/README.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be taken: a stable code, where, and a Vietnamese sentence how to mend it."""

    code: str
    field: str | None
    column: str | None
    message: str
    shown: str = ""  # what stands in the cell


class Record(NamedTuple):
    """One accepted row under its real Excel row number (1-based), values ready for JSON.

    A tuple and not a dataclass: 50,000 of them are made, sent and taken apart at a time.
    """

    row: int
    fields: dict[str, Value]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """One row that is a record but cannot be taken, with what could still be read of it."""

    row: int
    problems: tuple[Problem, ...]
    fields: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Skipped:
    """One row that is no record (title, section, total, signature …) and the count it declares."""

    row: int
    kind: str
    text: str
    declared: int | None


@dataclass(frozen=True, slots=True)
class ListReading:
    """Everything one sheet says: how it was understood, and every row accounted for."""

    sheet: str
    header_rows: tuple[int, ...]
    columns: dict[str, str]
    kind: str
    records: tuple[Record, ...]
    rejected: tuple[Rejected, ...]
    skipped: tuple[Skipped, ...]
    declared_total: int | None
    headings: dict[str, str] = field(default_factory=dict)  # column letters -> as written
    samples: dict[str, tuple[str, ...]] = field(default_factory=dict)  # letters -> first values
