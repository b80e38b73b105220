"""The lines of text of a page, in the order they are read; it judges none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from digicommune.documents.measuring.pdf_pages import Glyph, PdfPage

# Letters further apart than this part of their size belong to two lines of one height.
_APART = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """Letters of one baseline: edges in mm, size in points, the face of most of them."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    face: str
    colour: tuple[float, ...]

    @property
    def middle(self) -> float:
        """Its middle across."""
        return (self.left + self.right) / 2

    @property
    def length(self) -> float:
        """Its length."""
        return self.right - self.left

    @property
    def bold(self) -> bool:
        """Whether most of it is bold."""
        return "bold" in self.face.casefold()

    @property
    def italic(self) -> bool:
        """Whether most of it is italic."""
        return "italic" in self.face.casefold()

    @property
    def plain(self) -> str:
        """Its text with ordinary blanks."""
        return " ".join(self.text.replace("\u00a0", " ").split())


def lines_of(page: PdfPage) -> list[Line]:
    """All lines from the top, those of one height from the left."""
    rows: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        rows[round(glyph.baseline * 20)].append(glyph)
    found = [
        _line(part) for row in rows.values() for part in _parted(sorted(row, key=lambda g: g.left))
    ]
    seen = [one for one in found if one.plain]
    return sorted(seen, key=lambda one: (-round(one.baseline, 1), one.left))


def _parted(row: list[Glyph]) -> list[list[Glyph]]:
    parts = [[row[0]]]
    for glyph in row[1:]:
        if glyph.left - parts[-1][-1].right > glyph.size * _APART / (72 / 25.4):
            parts.append([])
        parts[-1].append(glyph)
    return parts


def _line(glyphs: list[Glyph]) -> Line:
    inked = [one for one in glyphs if one.text.strip()] or glyphs
    faces = [one.font.name for one in inked]
    return Line(
        "".join(one.text for one in glyphs).strip(" "),
        inked[0].left,
        inked[-1].right,
        inked[0].baseline,
        round(max(one.size for one in inked), 1),
        max(set(faces), key=faces.count),
        inked[0].colour,
    )
