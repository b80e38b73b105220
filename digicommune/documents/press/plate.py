"""Lines, rules and a stamp set at fixed places and never divided; it decides no wording."""

from __future__ import annotations

from dataclasses import dataclass, replace

from digicommune.documents.press.flow import TALLEST, Piece, Spacing
from digicommune.documents.press.sheet import MM, Sheet
from digicommune.documents.press.typefaces import ASCENT, DESCENT, SINGLE, Face, faces

TITLE_SIZE = 14
LINE = TITLE_SIZE * SINGLE
RULE_DROP = DESCENT * TITLE_SIZE + 2
RECIPIENT_SHARE = 75 / 160

Style = tuple[Face, float]


@dataclass(frozen=True, slots=True)
class Set:
    """One line set at a place: its middle (or left edge) and baseline below the top."""

    text: str
    at: float
    down: float
    style: Style
    middle: bool = True


@dataclass(frozen=True, slots=True)
class Ruled:
    """One rule: middle, depth below the top, length."""

    at: float
    down: float
    length: float


@dataclass(frozen=True, slots=True)
class Stamp:
    """A bright red box with one word, its upper left corner at the left margin (box 10b)."""

    text: str
    down: float
    width: float
    height: float = 8 * MM

    def draw(self, sheet: Sheet, top: float) -> None:
        """Box and word; ink is black again afterwards."""
        style = (faces().bold, 13.0)
        left, bottom = sheet.form.left, top - self.down - self.height
        sheet.canvas.saveState()
        sheet.canvas.setStrokeColorRGB(1, 0, 0)
        sheet.canvas.setFillColorRGB(1, 0, 0)
        sheet.canvas.setLineWidth(1)
        sheet.canvas.rect(left, bottom, self.width, self.height)
        baseline = bottom + (self.height - 13 * (0.891 - DESCENT)) / 2
        sheet.centred(left + self.width / 2, baseline, self.text, style)
        sheet.canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Space:
    """Where somebody signs: middle, depth of its upper edge below the top, width, height."""

    at: float
    down: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Plate:
    """Lines and rules that are never divided, unless no page could hold them.

    Offsets are measured from the text block.
    """

    lines: tuple[Set, ...]
    rules: tuple[Ruled, ...]
    height: float
    gap: float = 0.0
    keeps_next: bool = False
    slight: bool = False
    steps: int = 1
    mark: str = ""
    level: int = 0
    stamp: Stamp | None = None
    spaces: tuple[Space, ...] = ()
    divides: bool = False

    def divide(self, room: float, _leave: int, /) -> tuple[Piece, Piece] | None:
        """Where it says so, or is taller than any page (forty recipients of two lines)."""
        if not self.divides and self.height <= TALLEST:
            return None
        kept = tuple(line for line in self.lines if line.down + DESCENT * line.style[1] <= room)
        moved = tuple(line for line in self.lines if line.down + DESCENT * line.style[1] > room)
        if not kept or not moved:
            return None
        shift = min(line.down for line in moved) - TITLE_SIZE * ASCENT
        rest = Plate(
            tuple(replace(line, down=line.down - shift) for line in moved),
            (),
            self.height - shift,
            keeps_next=self.keeps_next,
            steps=0,
            divides=self.divides,
        )
        return replace(self, lines=kept, height=room, keeps_next=False), rest

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw all lines and rules."""
        left = sheet.form.left
        if self.mark:
            sheet.bookmark(self.mark, self.level, top)
        for line in self.lines:
            put = sheet.centred if line.middle else sheet.written
            put(left + line.at, top - line.down, line.text, line.style)
        for rule in self.rules:
            sheet.rule(left + rule.at, top - rule.down, rule.length)
        if self.stamp is not None:
            self.stamp.draw(sheet, top)
        for space in self.spaces:
            lower = left + space.at - space.width / 2, top - space.down - space.height
            sheet.signed_in(lower, (space.width, space.height))

    def spaced(self, _spacing: Spacing, /) -> Piece:
        """Itself: its lines are single."""
        return self


def balanced_rule(widths: list[float]) -> float:
    """Length of a rule of 1/3 to 1/2 of the text, of every line of it where that is possible."""
    low, high = max(widths) / 3, min(widths) / 2
    return (low + high) / 2 if low <= high else widths[-1] * 0.42
