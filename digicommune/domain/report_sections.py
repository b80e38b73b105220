"""Sections of a report as officers typed them, and as they are offered; it generates no text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SectionPlace:
    """A section of a kind of document in a period."""

    kind: str
    period: str
    section: str


@dataclass(frozen=True, slots=True)
class SectionText:
    """What stands in a section; ``made_from`` is the generated text it was typed over."""

    place: SectionPlace
    text: str
    made_from: str = ""
    who: str = ""
    at: str = ""  # UTC, ISO 8601
    version: int = 0  # 0: not kept yet


@dataclass(frozen=True, slots=True)
class SectionOffer:
    """A section to be looked at: what the program words now, and what was typed over it."""

    place: SectionPlace
    title: str
    generated: str
    typed: SectionText | None = None
    before: SectionText | None = None  # of the last period, worth beginning from
    before_title: str = ""
    words: bool = False  # holds no figure

    @property
    def text(self) -> str:
        """What is printed."""
        return self.typed.text if self.typed else self.generated

    @property
    def edited(self) -> bool:
        """Whether an officer's text stands before the generated one."""
        return self.typed is not None

    @property
    def outdated(self) -> bool:
        """Whether the program would word it otherwise by now: figures changed since."""
        return self.typed is not None and self.typed.made_from != self.generated
