"""An ordinary edit as a value that can be taken back or done again; it changes nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.figures import FigureKey

if TYPE_CHECKING:
    from digicommune.domain.entry_rules import Parts

FIGURE = "figure"
WHOLE = "commune"  # how a subject names the commune's own figure


@dataclass(frozen=True, slots=True)
class Edit:
    """What stood at a place before and what stands there after."""

    subject: str  # "figure:2026-03:ASXH:3"
    before: Parts
    after: Parts

    @property
    def reverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.subject, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Applied:
    """How many edits were done, and which were not: something else stands there by now."""

    done: tuple[Edit, ...]
    stale: tuple[Edit, ...]


def subject_of(key: FigureKey) -> str:
    """How the journal names a figure."""
    return f"{FIGURE}:{key.period}:{key.indicator}:{key.village_id or WHOLE}"


def key_of(subject: str) -> FigureKey:
    """The figure a subject names; raises ValueError for any other subject."""
    kind, period, indicator, village = subject.split(":")
    if kind != FIGURE:
        raise ValueError(subject)
    return FigureKey(period, indicator, None if village == WHOLE else int(village))
