"""The issuer's address at the foot of a first page, under a rule (box 13); elsewhere nothing."""

from __future__ import annotations

from digicommune.documents.press.sheet import Sheet
from digicommune.documents.press.texts import clean, lines_of
from digicommune.documents.press.typefaces import ASCENT, SINGLE, faces

SIZE = 11.0
_LINE = SIZE * SINGLE
_ABOVE = 8.0
_BELOW_RULE = 3.0


def foot_height(texts: tuple[str, ...], width: float) -> float:
    """What the address takes above the bottom margin, with the space above its rule."""
    lines = foot_lines(texts, width)
    return _ABOVE + _BELOW_RULE + len(lines) * _LINE if lines else 0.0


def foot_lines(texts: tuple[str, ...], width: float) -> tuple[str, ...]:
    """The lines as they stand on paper."""
    face = faces().regular
    return tuple(line for text in texts for line in lines_of(clean(text), face, SIZE, width))


def draw_foot(sheet: Sheet, texts: tuple[str, ...]) -> None:
    """Rule and lines on the current page."""
    form = sheet.form
    lines = foot_lines(texts, form.measure)
    if not lines:
        return
    top = form.bottom + len(lines) * _LINE + _BELOW_RULE
    sheet.rule(form.left + form.measure / 2, top, form.measure)
    for i, line in enumerate(lines):
        baseline = top - _BELOW_RULE - i * _LINE - SIZE * ASCENT
        sheet.written(form.left, baseline, line, (faces().regular, SIZE))
