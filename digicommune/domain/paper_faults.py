"""What is wrong with a printed paper against Decree 30/2020, Annex I; it measures nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperFault:
    """One departure: a code, the page it is on (from 1), what is wrong and what is asked for."""

    code: str
    page: int
    said: str


@dataclass(frozen=True, slots=True)
class PaperReport:
    """What was measured of a file: how many pages, how many rules, and the faults."""

    pages: int
    rules: int
    faults: tuple[PaperFault, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.faults
