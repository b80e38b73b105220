"""Makes documents: freezes a period into a snapshot and prints that, never the live rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of document the office can make."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What to print. ``number`` and ``dated`` left out print as blanks, never invented."""

    kind: str
    period: str
    number: str | None = None
    dated: date | None = None
    signer: str = "chairman"  # a signer role: chairman, vice_chairman, acting_chairman
    sections: dict[str, str] = field(default_factory=dict)  # "difficulties", "proposals" …


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A document just made."""

    document_id: int
    title: str
    file_name: str  # a name Windows takes
    pdf: bytes


@dataclass(frozen=True, slots=True)
class MadeLine:
    """A document made before."""

    document_id: int
    kind: str
    title: str
    period: str
    number: str | None
    dated: str | None
    made_at: str
