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
class PaperRemark:
    """What a file lacks for an archive: a code, and in words what it is."""

    code: str
    said: str


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """What a file says of itself ("2b" for PDF/A-2b, or nothing) and what it lacks for that."""

    claims: str = ""
    lacks: tuple[PaperRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperReport:
    """What was measured of a file: how many pages, how many rules, and the faults.

    What it lacks for an archive (``archive``) is no fault: Decree 30 asks for no PDF/A.
    """

    pages: int
    rules: int
    faults: tuple[PaperFault, ...]
    archive: ArchiveReport = ArchiveReport()

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.faults
