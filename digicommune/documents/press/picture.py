"""A chart or a photo with its caption below; it chooses no figures and no colours."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader

from digicommune.charts.figures import PRINT, figure
from digicommune.charts.pixels import pixels
from digicommune.documents.description import Chart, Photo
from digicommune.documents.press.flow import Piece, Spacing
from digicommune.documents.press.sheet import Sheet
from digicommune.documents.press.texts import balanced, clean
from digicommune.documents.press.typefaces import ASCENT, SINGLE, faces

DPI = 300
CAPTION_SIZE = 12
_LINE = CAPTION_SIZE * SINGLE
_CAPTION_GAP = 4.0
# A photo is at most so high, in points, and is not blown up beyond 72 pixels an inch.
_HIGHEST = 330.0
_LARGEST = 1.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of so many points in the middle of the text block, and its caption."""

    image: Any
    width: float
    deep: float
    caption: tuple[str, ...]
    inset: float = 0.0
    gap: float = 10.0
    keeps_next: bool = False
    steps: int = 1

    @property
    def height(self) -> float:
        """Chart and caption."""
        return self.deep + _CAPTION_GAP + len(self.caption) * _LINE + 4

    def divide(self, _room: float, _leave: int, /) -> tuple[Piece, Piece] | None:
        """Never."""
        return None

    def draw(self, sheet: Sheet, top: float) -> None:
        """Chart first, caption centred in italics below."""
        left = sheet.form.left + self.inset
        sheet.canvas.drawImage(self.image, left, top - self.deep, self.width, self.deep)
        baseline = top - self.deep - _CAPTION_GAP - CAPTION_SIZE * ASCENT
        for line in self.caption:
            style = (faces().italic, float(CAPTION_SIZE))
            sheet.centred(left + self.width / 2, baseline, line, style)
            baseline -= _LINE

    def spaced(self, _spacing: Spacing, /) -> Piece:
        """Itself."""
        return self


def picture(chart: Chart, width: float) -> Picture:
    """The chart drawn in greys at 300 dpi across the text block."""
    drawn = figure(chart.values, PRINT, width / 72)
    grey = _grey(pixels(drawn, DPI))
    deep = width * grey.height / grey.width
    caption = balanced(clean(chart.caption), faces().italic, CAPTION_SIZE, width * 0.9)
    return Picture(ImageReader(grey), width, deep, caption)


def photo(block: Photo, width: float) -> Picture:
    """A photo across the text block at most, upright ones no higher than half a page."""
    image = ImageReader(BytesIO(block.content))
    wide, high = image.getSize()
    scale = min(width / wide, _HIGHEST / high, _LARGEST)
    caption = balanced(clean(block.caption), faces().italic, CAPTION_SIZE, width * 0.9)
    inset = (width - wide * scale) / 2
    return Picture(image, wide * scale, high * scale, caption, inset)


def _grey(drawn: Any) -> Any:
    high, wide, _ = drawn.shape
    return Image.frombuffer("RGBA", (wide, high), drawn, "raw", "RGBA", 0, 1).convert("L")
