"""The four faces of Liberation Serif and the widths of texts in them; no other font is used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from digicommune.errors import UserError
from digicommune.settings import resources

# Times metrics (hhea): ascent, descent and single line spacing, in parts of the size.
ASCENT = 0.891
DESCENT = 0.216
SINGLE = 1.149

# Streams stay binary: a fifth smaller and faster than ASCII-85, and every reader takes them.
rl_config.useA85 = 0


class Advances(dict[str, float]):
    """The width of each character in thousandths; ``missing`` that of one the face lacks."""

    def __init__(self, known: dict[int, float], missing: float) -> None:
        super().__init__((chr(code), float(wide)) for code, wide in known.items())
        self._missing = missing

    def __missing__(self, _character: str) -> float:
        return self._missing


@dataclass(frozen=True, slots=True)
class Face:
    """One registered face and its widths."""

    name: str
    advances: Advances

    def width(self, text: str, size: float) -> float:
        """Width of a text in points."""
        return sum(map(self.advances.__getitem__, text)) * size / 1000


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of the page."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face


@cache
def faces() -> Faces:
    """The four faces, registered with ReportLab on the first call.

    Raises ``UserError`` ``fonts_missing`` where a font file is not there or cannot be read.
    """
    found = [_register(style) for style in ("Regular", "Bold", "Italic", "BoldItalic")]
    family = found[0].name
    for bold, italic in ((0, 0), (1, 0), (0, 1), (1, 1)):
        addMapping(family, bold, italic, found[bold + 2 * italic].name)
    return Faces(*found)


@cache
def undrawn() -> re.Pattern[str]:
    """Finds what one of the four faces has no shape for."""
    four = faces()
    known = (one.advances for one in (four.regular, four.bold, four.italic, four.bold_italic))
    both = set.intersection(*(set(codes) for codes in known)) - {chr(0xFFFF)}
    return re.compile(f"[^{re.escape(''.join(sorted(both)))}]")


def _register(style: str) -> Face:
    name = f"LiberationSerif-{style}"
    path = font_file(style)
    try:
        font = TTFont(name, str(path))
    except (TTFError, OSError) as error:
        raise UserError(
            "fonts_missing",
            f"Không đọc được phông chữ {path.name} trong thư mục {path.parent}.",
            "Hãy cài lại chương trình để có đủ phông chữ in văn bản.",
        ) from error
    pdfmetrics.registerFont(font)
    face = font.face
    return Face(name, Advances(face.charWidths, float(face.defaultWidth)))


def font_file(style: str) -> Path:
    """Where the face of this style lies."""
    return resources() / "fonts" / f"LiberationSerif-{style}.ttf"
