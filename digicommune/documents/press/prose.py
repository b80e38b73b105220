"""Body text: justified paragraphs, list items, headings and bases; it decides no page breaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph as Laid

from digicommune.documents.description import BulletItem, Heading, Note, Paragraph, Run
from digicommune.documents.press.flow import ROOMY, TOGETHER, Piece, Spacing
from digicommune.documents.press.sheet import MM, Sheet
from digicommune.documents.press.texts import clean, markup
from digicommune.documents.press.typefaces import SINGLE, faces

SIZE = 14
# Lines between single (16.1 pt) and 1.5 (24.1 pt), gaps of at least 6 pt, indent 1.27 cm (§1.1).
GAP = 6
INDENT = 12.7 * MM

_ALIGNED = {"justify": TA_JUSTIFY, "center": TA_CENTER, "left": TA_LEFT, "right": TA_RIGHT}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a stretch of prose is set."""

    align: str = "justify"
    size: float = SIZE
    indent: float = INDENT
    gap: float = GAP
    lines: float = ROOMY.lines


NOTED = Manner(size=12, gap=3)
# A remark lower than this goes with the signature, so that rows of its table stand there too.
_SHORT_NOTE = 60.0


@dataclass(frozen=True, slots=True)
class Mark:
    """The outline entry a heading makes."""

    title: str
    level: int


class Prose:
    """A paragraph laid out at a width; a heading if it carries a ``mark``."""

    steps = 1

    def __init__(self, laid: Any, width: float, mark: Mark | None = None) -> None:
        self._source: tuple[str, Manner] | None = None
        self._laid = laid
        self._width = width
        self._mark = mark
        self.keeps_next = mark is not None
        self.gap = float(laid.style.spaceBefore)
        self.height = float(laid.wrap(width, 1e9)[1])
        self.slight = mark is None and self.height < 1.5 * laid.style.leading

    @classmethod
    def of(cls, text: str, manner: Manner, width: float, mark: Mark | None = None) -> Prose:
        """Marked-up text laid out in a manner."""
        made = cls(Laid(text, _style(manner)), width, mark)
        made._source = text, manner
        return made

    def spaced(self, spacing: Spacing, /) -> Piece:
        """The same words with other line spacing; a part of a divided paragraph stays as it is."""
        if self._source is None:
            return self
        text, manner = self._source
        made = Prose.of(text, replace(manner, lines=spacing.lines), self._width, self._mark)
        made.keeps_next = self.keeps_next
        return made

    def divide(self, room: float, leave: int, /) -> tuple[Piece, Piece] | None:
        """Two lines at least on either side."""
        leading = self._laid.style.leading
        lines = round(self.height / leading)
        first = min(int(room / leading), lines - max(leave, TOGETHER))
        if first < TOGETHER:
            return None
        parts = self._laid.split(self._width, first * leading + 0.5)
        if len(parts) != 2:
            return None
        return Prose(parts[0], self._width, self._mark), Prose(parts[1], self._width)

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw its lines, and its outline entry if it is a heading."""
        self._laid.drawOn(sheet.canvas, sheet.form.left, top - self.height)
        if self._mark is not None:
            sheet.bookmark(self._mark.title, self._mark.level, top)


@cache
def _style(manner: Manner) -> Any:
    return ParagraphStyle(
        f"prose-{manner}",
        fontName=faces().regular.name,
        fontSize=manner.size,
        leading=manner.size * SINGLE * manner.lines,
        alignment=_ALIGNED[manner.align],
        firstLineIndent=manner.indent,
        spaceBefore=manner.gap,
        splitLongWords=1,
    )


def prose(runs: tuple[Run, ...], width: float, manner: Manner | None = None) -> Prose:
    """Runs as a paragraph of the body."""
    return Prose.of(markup(runs), manner or Manner(), width)


def body_text(block: Paragraph | BulletItem | Note, width: float) -> Prose:
    """A paragraph, a "- …" item, or a remark in the size of the table above it."""
    if isinstance(block, Note):
        made = prose(block.runs, width, NOTED)
        made.slight = made.height < _SHORT_NOTE
        return made
    if isinstance(block, BulletItem):
        return prose((Run("- "), *block.runs), width)
    return prose(block.runs, width)


def heading(block: Heading, width: float) -> Prose:
    """A heading that stays with what follows it and stands in the outline."""
    run = Run(block.text, bold=block.level < 3, italic=block.level >= 3)
    mark = Mark(clean(block.text), min(block.level, 3))
    return Prose.of(markup((run,)), Manner(align="left"), width, mark)


def basis(text: str, width: float) -> Prose:
    """A căn cứ line, italic, with its ";" or "." at the end."""
    return prose((Run(text, italic=True),), width)
