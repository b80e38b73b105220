"""Takes a list in: reads, judges each row against the registers, and saves all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.domain.rows import ListReading, Skipped

Verdict = Literal["new", "known", "doubtful", "rejected"]
Decision = Literal["same", "new", "later"]
FieldValue = str | int | bool


@dataclass(frozen=True, slots=True)
class IntakeRequest:
    """What is to be read, as what; ``kind`` "auto" lets the columns tell."""

    kind: str = "auto"
    sheet: str | None = None
    password: str | None = None
    bank_bin: str | None = None
    campaign: str | None = None  # its code


@dataclass(frozen=True, slots=True)
class Change:
    """A value of the registers beside the one the list brings."""

    field: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the list: its verdict against the registers and why."""

    row: int
    verdict: Verdict
    fields: dict[str, FieldValue]
    warnings: tuple[str, ...] = ()
    problems: tuple[tuple[str | None, str, str], ...] = ()  # (field, code, message)
    target: int | None = None  # the resident or merchant it belongs to (or seems to)
    target_label: str = ""
    changes: tuple[Change, ...] = ()
    new_target: bool = False  # the person or merchant itself is not yet in the register
    new_fact: bool = False  # it brings an account, QR code or figure not yet recorded


@dataclass(frozen=True, slots=True)
class Preview:
    """A list judged but not yet saved."""

    path: Path
    file: str
    sha256: str
    opened: str  # "ok", "html_as_xls"
    kind: str
    request: IntakeRequest
    reading: ListReading
    rows: tuple[PreviewRow, ...]  # records and rejected, by row number
    skipped: tuple[Skipped, ...]
    hidden_sheets: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    imported_before: int | None = None  # the import that had the same content
    imported_before_on: str | None = None
    total_differs: bool = False  # the list's own total is not the number of its rows
    counts: dict[str, int] = field(default_factory=dict)  # read new known doubtful rejected skipped


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What saving a list did."""

    import_id: int | None  # None: nothing was new, nothing was written
    counts: dict[str, int]
    created: int  # people or merchants
    facts: int  # accounts, QR codes or figures
    updated: int
    message: str  # one sentence for the officer


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import in the history."""

    import_id: int
    file: str
    kind: str
    at: str
    who: str
    counts: dict[str, int]
    state: str
