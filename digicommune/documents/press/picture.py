"""A chart or a photo with its caption below; it chooses no figures and no colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
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
    slight: bool = False
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
    grey = chart_image(chart, width)
    deep = width * grey.height / grey.width
    return Picture(ImageReader(grey), width, deep, _caption(chart.caption, width))


@lru_cache(maxsize=4)
def chart_image(chart: Chart, width: float) -> Any:
    """The chart as a grey image at 300 dpi, drawn for a width in points."""
    high, wide, _ = (drawn := pixels(figure(chart.values, PRINT, width / 72), DPI)).shape
    return Image.frombuffer("RGBA", (wide, high), drawn, "raw", "RGBA", 0, 1).convert("L")


def photo(block: Photo, width: float) -> Picture:
    """A photo across the text block at most, upright ones no higher than half a page."""
    wide, high = photo_size(block, width)
    image = ImageReader(_printable(block.content))
    return Picture(image, wide, high, _caption(block.caption, width), (width - wide) / 2)


def _printable(content: bytes) -> Any:
    """The file as it is where it is grey or RGB; else its picture on white, in RGB.

    An archive file has one colour space for all (no CMYK), and paper shows nothing through.
    """
    opened = Image.open(BytesIO(content))
    if opened.format == "JPEG" and opened.mode in ("L", "RGB"):
        return BytesIO(content)
    if not opened.has_transparency_data:
        return opened.convert("RGB")
    seen = opened.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")


def photo_size(block: Photo, width: float) -> tuple[float, float]:
    """Width and height of a photo on paper, in points."""
    with Image.open(BytesIO(block.content)) as opened:
        wide, high = opened.size
    scale = min(width / wide, _HIGHEST / high, _LARGEST)
    return wide * scale, high * scale


def _caption(text: str, width: float) -> tuple[str, ...]:
    return balanced(clean(text), faces().italic, CAPTION_SIZE, width * 0.9)
