"""How pieces follow each other down the pages: what is kept together, what may be divided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from digicommune.documents.description import Orientation
from digicommune.documents.press.sheet import FORMATS, Format, Sheet
from digicommune.documents.press.stages import TOLD
from digicommune.domain.progress import Progress

# Lines or rows that never stand alone at the foot or the head of a page.
TOGETHER = 2
_HAIR = 0.01
# No page is deeper: what is taller must be divided, whatever it is.
TALLEST = FORMATS[Orientation.PORTRAIT].depth


@dataclass(frozen=True, slots=True)
class Spacing:
    """How openly a section is set: lines in parts of single spacing, padding of rows in points.

    Decree 30/2020 allows the lines of the body 1 to 1.5 times single; it rules no table row.
    """

    lines: float
    row_pad: float


ROOMY = Spacing(1.12, 2.5)


class Piece(Protocol):
    """Something with a height that is drawn from a top edge down."""

    @property
    def gap(self) -> float:
        """Space above it in points, left out at the top of a page."""

    @property
    def height(self) -> float:
        """Its own height in points."""

    @property
    def keeps_next(self) -> bool:
        """Whether it must stand on the page where the next piece begins (a heading)."""

    @property
    def slight(self) -> bool:
        """Whether it is a single line: too little to stand on a page with a signature alone."""

    @property
    def steps(self) -> int:
        """How much of the work it is."""

    def divide(self, room: float, leave: int, /) -> tuple[Piece, Piece] | None:
        """A first part at most ``room`` high and the rest, of ``leave`` lines or rows at least.

        ``None`` where it cannot be divided so.
        """

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it with its upper edge at ``top``."""

    def spaced(self, spacing: Spacing, /) -> Piece:
        """The same set more or less openly; itself where it has neither lines nor rows."""


class Paper(Protocol):
    """What a flow fills: the press itself, or a trial that only counts pages."""

    @property
    def form(self) -> Format:
        """Paper and margins."""

    def turn(self) -> None:
        """Begin the next page."""

    def show(self, piece: Piece, top: float, /) -> None:
        """Take a piece with its upper edge at ``top``."""


class Press:
    """Draws what is shown to it on a sheet and tells how far the work has come."""

    def __init__(self, sheet: Sheet, progress: Progress, total: int) -> None:
        self._sheet = sheet
        self._progress = progress
        self._total = total
        self._done = 0

    @property
    def form(self) -> Format:
        """That of the section being drawn."""
        return self._sheet.form

    def turn(self) -> None:
        """A new sheet of paper."""
        self._sheet.turn()

    def show(self, piece: Piece, top: float, /) -> None:
        """Ink on paper."""
        piece.draw(self._sheet, top)
        self._done += piece.steps
        self._progress(min(self._done, self._total), self._total, TOLD)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Headings, the piece they belong to, and the signature that must not leave it."""

    leads: tuple[Piece, ...]
    body: Piece
    closing: Piece | None = None

    def height(self, fresh: bool) -> float:
        """Height of the whole, without the first gap at the top of a ``fresh`` page."""
        pieces = [*self.leads, self.body, *([self.closing] if self.closing else [])]
        total = sum(piece.gap + piece.height for piece in pieces)
        return total - (pieces[0].gap if fresh else 0)


def clusters(pieces: list[Piece], closing: Piece | None) -> list[Cluster]:
    """Pieces gathered so that headings go with what follows and the signature with the end."""
    found: list[Cluster] = []
    leads: list[Piece] = []
    for piece in pieces:
        leads.append(piece)
        if not piece.keeps_next:
            found.append(Cluster(tuple(leads[:-1]), piece))
            leads = []
    if leads:
        found.append(Cluster(tuple(leads[:-1]), leads[-1]))
    if closing is None:
        return found
    if not found:
        return [Cluster((), closing)]
    tail: list[Piece] = [closing]
    while (
        closing.height <= TALLEST
        and len(found) > 1
        and found[-1].body.slight
        and not found[-1].leads
    ):
        tail.insert(0, found.pop().body)
    last = found[-1]
    return [*found[:-1], Cluster(last.leads, last.body, Stack.of(tail))]


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces that stay together: the single lines above a signature, and the signature."""

    pieces: tuple[Piece, ...]
    keeps_next: bool = False
    slight: bool = False

    @classmethod
    def of(cls, pieces: list[Piece]) -> Piece:
        """One piece as it is, several as one."""
        return pieces[0] if len(pieces) == 1 else cls(tuple(pieces))

    @property
    def gap(self) -> float:
        """That of its first piece."""
        return self.pieces[0].gap

    @property
    def height(self) -> float:
        """All of them with the space between."""
        return sum(one.gap + one.height for one in self.pieces) - self.gap

    @property
    def steps(self) -> int:
        """Theirs together."""
        return sum(one.steps for one in self.pieces)

    def divide(self, _room: float, _leave: int, /) -> None:
        """Never."""

    def draw(self, sheet: Sheet, top: float) -> None:
        """One below the other."""
        for place, one in enumerate(self.pieces):
            top -= one.gap if place else 0
            one.draw(sheet, top)
            top -= one.height

    def spaced(self, _spacing: Spacing, /) -> Piece:
        """As it is: its lines were set before they were stacked."""
        return self


class Flow:
    """Places clusters from the top of the section's current page onwards."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._top = 0.0
        self._foot = paper.form.foot
        self.begin()

    def begin(self) -> None:
        """Go on at the top of the page the paper has just begun."""
        form = self._paper.form
        self._top = form.height - form.top

    @property
    def _room(self) -> float:
        return self._top - self._paper.form.bottom - self._foot + _HAIR

    @property
    def _fresh(self) -> bool:
        form = self._paper.form
        return self._top >= form.height - form.top - _HAIR

    def place(self, cluster: Cluster) -> None:
        """Draw a cluster, turning pages where needed."""
        rest: Cluster | None = cluster
        while rest is not None:
            if rest.height(self._fresh) <= self._room:
                self._draw_all(rest)
                return
            rest = self._place_part(rest)

    def _place_part(self, cluster: Cluster) -> Cluster | None:
        parts = self._divided(cluster)
        if parts is None:
            return self._moved(cluster)
        first, rest = parts
        for piece in (*cluster.leads, first):
            self._draw(piece)
        self._turn()
        return Cluster((), rest, cluster.closing)

    def _divided(self, cluster: Cluster) -> tuple[Piece, Piece] | None:
        above = sum(piece.gap + piece.height for piece in cluster.leads) + cluster.body.gap
        above -= (*cluster.leads, cluster.body)[0].gap if self._fresh else 0
        return cluster.body.divide(self._room - above, TOGETHER if cluster.closing else 1)

    def _moved(self, cluster: Cluster) -> Cluster | None:
        """Onto the next page; what no page can hold together is placed piece by piece."""
        if not self._fresh and not self._too_tall(cluster):
            self._turn()
            return cluster
        for piece in (*cluster.leads, cluster.body):
            self._place_alone(piece)
        return Cluster((), cluster.closing) if cluster.closing else None

    def _too_tall(self, cluster: Cluster) -> bool:
        """Whether what must stand together is taller than a whole page: forty addressees."""
        depth = self._paper.form.depth
        least = cluster.leads or (cluster.body,)
        return sum(piece.gap + piece.height for piece in least) - least[0].gap > depth

    def _place_alone(self, piece: Piece) -> None:
        """One piece over as many pages as it takes; one that nobody can divide stands as it is."""
        rest: Piece | None = piece
        while rest is not None:
            gap = 0 if self._fresh else rest.gap
            if gap + rest.height <= self._room:
                break
            parts = rest.divide(self._room - gap, 1)
            if parts is None and self._fresh:
                break
            if parts is not None:
                self._draw(parts[0])
                rest = parts[1]
            self._turn()
        if rest is not None:
            self._draw(rest)

    def _turn(self) -> None:
        self._paper.turn()
        self._foot = 0.0
        self.begin()

    def _draw_all(self, cluster: Cluster) -> None:
        for piece in (*cluster.leads, cluster.body):
            self._draw(piece)
        if cluster.closing is not None:
            self._draw(cluster.closing)

    def _draw(self, piece: Piece) -> None:
        top = self._top - (0 if self._fresh else piece.gap)
        self._paper.show(piece, top)
        self._top = top - piece.height
