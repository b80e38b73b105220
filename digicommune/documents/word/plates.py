"""The fixed elements of the page for Word, stacked from what the press sets for paper.

Lines keep the places the press gave them: what stands below another line is set off from it by
spacing, rules are borders of empty paragraphs as long as the press draws them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from digicommune.documents.press.plate import Plate, Ruled
from digicommune.documents.press.plate import Set as Line
from digicommune.documents.press.typefaces import ASCENT, SINGLE, faces
from digicommune.documents.word.marks import Look, Set, broken, para, rule, thin

_TALLEST_RULE = 6.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A column of a plate: its left edge and width, and the depth its paragraphs begin at."""

    left: float
    width: float
    top: float = 0.0

    def holds(self, at: float) -> bool:
        """Whether a middle lies in it."""
        return self.left <= at < self.left + self.width


def stacked(plate: Plate, strip: Strip, before: float = 0.0) -> str:
    """Centred lines and rules of a plate within a strip as paragraphs that keep together."""
    items: list[Line | Ruled] = [
        *(one for one in plate.lines if one.middle and strip.holds(one.at)),
        *(one for one in plate.rules if strip.holds(one.at)),
    ]
    items = [one for one in items if one.down > strip.top]
    items.sort(key=lambda one: one.down)
    return _stacked(items, strip, before)


def stacked_whole(plate: Plate, width: float, before: float = 0.0) -> str:
    """A plate as wide as the text, with the space it leaves below its last line or rule."""
    downs = [*(one.down for one in plate.lines), *(one.down for one in plate.rules)]
    left = plate.height - max(downs)
    made = stacked(plate, Strip(0, width), before)
    return made + (thin(left, keep_next=True) if left >= 1 else "")


def lines_stacked(lines: list[Line], strip: Strip) -> str:
    """Centred lines as paragraphs that keep together."""
    return _stacked(sorted(lines, key=lambda one: one.down), strip, 0.0)


def _stacked(items: list[Line | Ruled], strip: Strip, before: float) -> str:
    made: list[str] = []
    cursor = strip.top - before
    for group in _grouped(items):
        first = group[0]
        if isinstance(first, Ruled):
            made.append(_ruled(first, cursor, strip))
            cursor = first.down
            continue
        lines = [one for one in group if isinstance(one, Line)]
        size = first.style[1]
        space = max(0.0, first.down - ASCENT * size - cursor)
        how = Set(align="center", before=space, keep_next=True)
        made.append(para(broken([one.text for one in lines], look_of(first)), how))
        cursor = lines[-1].down + (SINGLE - ASCENT) * size
    return "".join(made)


def _ruled(one: Ruled, cursor: float, strip: Strip) -> str:
    height = min(_TALLEST_RULE, max(1.0, one.down - cursor))
    start = one.at - one.length / 2 - strip.left
    how = Set(
        before=max(0.0, one.down - cursor - height),
        exact=height,
        left=start,
        right=strip.width - start - one.length,
        keep_next=True,
    )
    return rule(how)


def _grouped(items: list[Line | Ruled]) -> list[list[Line | Ruled]]:
    """Lines that follow each other singly in one style are one paragraph."""
    numbered: list[tuple[int, Line | Ruled]] = []
    number = 0
    for place, one in enumerate(items):
        if place and not _goes_on(items[place - 1], one):
            number += 1
        numbered.append((number, one))
    return [[one for _, one in group] for _, group in groupby(numbered, key=lambda pair: pair[0])]


def _goes_on(before: Line | Ruled, one: Line | Ruled) -> bool:
    if isinstance(before, Ruled) or isinstance(one, Ruled) or before.style != one.style:
        return False
    return one.down - before.down < one.style[1] * SINGLE * 1.12


def look_of(line: Line) -> Look:
    """The look of a line of the press."""
    face, size = line.style
    known = faces()
    return Look(
        size,
        bold=face in (known.bold, known.bold_italic),
        italic=face in (known.italic, known.bold_italic),
    )
