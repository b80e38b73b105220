"""Chooses how openly a section is set, so that no nearly empty page ends it; it draws nothing."""

from __future__ import annotations

from math import ceil

from digicommune.documents.press.flow import ROOMY, Cluster, Flow, Piece, Spacing, clusters
from digicommune.documents.press.sheet import Format

# Each within Decree 30/2020 (lines at least single), the most open first.
TIGHTER = (Spacing(1.08, 2.0), Spacing(1.04, 1.5), Spacing(1.0, 1.0))
# A last page filled to less than this part looks like a mistake.
NEARLY_EMPTY = 0.35
# In longer sections a page less is no gain.
LONGEST = 12


class Trial:
    """Paper that takes everything and keeps only the number of pages and where it ended."""

    def __init__(self, form: Format) -> None:
        self._form = form
        self.pages = 1
        self.foot = form.height - form.top

    @property
    def form(self) -> Format:
        """The section's paper and margins."""
        return self._form

    def turn(self) -> None:
        """One page more."""
        self.pages += 1

    def show(self, piece: Piece, top: float, /) -> None:
        """Only how far down it reaches."""
        self.foot = top - piece.height

    @property
    def filled(self) -> float:
        """The part of the last page's depth that is used."""
        return (self._form.height - self._form.top - self.foot) / self._form.depth


def fitted(pieces: list[Piece], end: Piece | None, form: Format) -> list[Cluster]:
    """The section ready to be placed: as openly as it is made, or tighter where that saves a page.

    Only a nearly empty last page is worth tightening for, and only if it disappears.
    """
    return _fitted(pieces, end, form)[0]


def spacing_of(pieces: list[Piece], end: Piece | None, form: Format) -> Spacing:
    """How openly the section is set when it is placed, for those who set it by other means."""
    return _fitted(pieces, end, form)[1]


def lines_over(pieces: list[Piece], end: Piece | None, form: Format, line: float) -> int:
    """How many lines of ``line`` points stand beyond the first page, set as tightly as may be.

    0 where the section is of one page as ``fitted`` sets it.
    """
    if _tried(fitted(pieces, end, form), form).pages == 1:
        return 0
    tried = _tried(clusters([piece.spaced(TIGHTER[-1]) for piece in pieces], end), form)
    beyond = (tried.pages - 2) * form.depth + tried.filled * form.depth
    return max(1, ceil(beyond / line))


def _fitted(pieces: list[Piece], end: Piece | None, form: Format) -> tuple[list[Cluster], Spacing]:
    roomy = clusters(pieces, end)
    tried = _tried(roomy, form)
    if not 1 < tried.pages <= LONGEST or tried.filled > NEARLY_EMPTY:
        return roomy, ROOMY
    for spacing in TIGHTER:
        tighter = clusters([piece.spaced(spacing) for piece in pieces], end)
        if _tried(tighter, form).pages < tried.pages:
            return tighter, spacing
    return roomy, ROOMY


def _tried(placed: list[Cluster], form: Format) -> Trial:
    trial = Trial(form)
    flow = Flow(trial)
    for cluster in placed:
        flow.place(cluster)
    return trial
