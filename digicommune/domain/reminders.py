"""Words that remind villages of figures still missing, ready to be pasted; it sends nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class ReminderWords:
    """Sentences of a pack. ``{xa}`` ``{ky}`` ``{han}`` ``{thon}`` ``{chi_tieu}`` ``{con_lai}``."""

    opening: str
    village: str
    whole: str  # a village without any figure
    left: str  # days left
    late: str  # days over
    closing: str = ""


@dataclass(frozen=True, slots=True)
class MissingVillage:
    """A village whose figures are not all there, and which of them (names) are missing."""

    village_id: int
    name: str
    lacks: tuple[str, ...]
    of: int  # figures asked of it


@dataclass(frozen=True, slots=True)
class Missing:
    """Who still owes figures of a period, and whether the day is past."""

    period: str  # title
    due: date
    days_left: int  # negative: late
    villages: tuple[MissingVillage, ...]
    expected: int  # villages of the period

    @property
    def late(self) -> bool:
        """Whether the day is past."""
        return self.days_left < 0


def reminder(words: ReminderWords, missing: Missing, commune: str) -> str:
    """The message: one line a village, what it lacks, by when."""
    days = words.late if missing.late else words.left
    told = {
        "xa": commune,
        "ky": missing.period,
        "han": f"{missing.due:%d/%m/%Y}",
        "con_lai": days.format(ngay=abs(missing.days_left)),
    }
    lines = [words.opening.format(**told), *_lines(words, missing.villages)]
    if words.closing:
        lines.append(words.closing.format(**told))
    return "\n".join(lines)


def _lines(words: ReminderWords, villages: Sequence[MissingVillage]) -> list[str]:
    return [
        words.whole.format(thon=one.name)
        if len(one.lacks) == one.of
        else words.village.format(thon=one.name, chi_tieu="; ".join(one.lacks))
        for one in villages
    ]
