"""The boxed note in the top margin that says how a paper goes round (box 11); elsewhere nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.press.sheet import MM, Sheet
from digicommune.documents.press.typefaces import DESCENT, faces

if TYPE_CHECKING:
    from digicommune.documents.description import Circulation

SIZE = 13.0
HEIGHT = 7 * MM
_PAD = 3 * MM
_ABOVE = 3 * MM  # between the box and the text block
_SHARE = 0.7  # right of the centre, left of where an electronic signature says its time (box 14)


def note_width(note: Circulation) -> float:
    """The box, its letters and the room about them."""
    return faces().bold.width(note.value, SIZE) + 2 * _PAD


def draw_circulation(sheet: Sheet, note: Circulation | None) -> None:
    """Box and words on the current page."""
    if note is None:
        return
    form, width = sheet.form, note_width(note)
    middle = form.left + form.measure * _SHARE
    bottom = form.height - form.top + _ABOVE
    sheet.canvas.setLineWidth(1)
    sheet.canvas.rect(middle - width / 2, bottom, width, HEIGHT)
    baseline = bottom + (HEIGHT - SIZE * (0.891 - DESCENT)) / 2
    sheet.centred(middle, baseline, note.value, (faces().bold, SIZE))


def note_edges(note: Circulation, measure: float) -> tuple[float, float]:
    """How far the box stands from the left and right edges of the text block."""
    left = measure * _SHARE - note_width(note) / 2
    return left, measure - left - note_width(note)
