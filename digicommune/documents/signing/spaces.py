"""Where on a paper somebody signs: told by the file itself, else measured; it draws nothing."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.reader import PdfFileReader

from digicommune.documents.measuring.lines import Line, lines_of
from digicommune.documents.measuring.pdf_pages import PdfPage, pages_of
from digicommune.documents.press.sheet import MM, SIGNED_AT

if TYPE_CHECKING:
    from pyhanko.pdf_utils.generic import Reference

# A space for hand and seal is some 28 mm high; less than this between two lines is none.
_LEAST_FREE = 20.0
_MOST_FREE = 45.0
_WIDTH = 80.0
_APART = 2.0


@dataclass(frozen=True, slots=True)
class Box:
    """An upright box on a page (counted from 0), edges in points from the lower left."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """Its middle across."""
        return (self.left + self.right) / 2

    @property
    def level(self) -> float:
        """Its middle upwards."""
        return (self.bottom + self.top) / 2

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.top - self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two cover a common part of one page."""
        beside = self.right <= other.left or other.right <= self.left
        apart = self.top <= other.bottom or other.top <= self.bottom
        return self.page == other.page and not beside and not apart

    @property
    def whole(self) -> tuple[int, int, int, int]:
        """The edges rounded to whole points, as a field of a signature is given them."""
        return round(self.left), round(self.bottom), round(self.right), round(self.top)


def spaces_of(content: bytes) -> tuple[Box, ...]:
    """The places to sign from left to right, row by row; none where nobody signs.

    A paper printed before the press named them is measured: two lines about one middle, with a
    free space of a hand's height between them.
    """
    return _named(content) or _measured(content)


def _named(content: bytes) -> tuple[Box, ...]:
    reader = PdfFileReader(BytesIO(content), strict=False)
    root = reader.root
    named: Any = root["/Dests"] if "/Dests" in root else {}  # noqa: SIM401 -- get follows nothing
    pages = {_page(reader, at): at for at in range(int(reader.root["/Pages"]["/Count"]))}
    found: list[Box] = []
    for number in count(1):
        name = f"/{SIGNED_AT}{number}"
        if name not in named:
            return tuple(found)
        told: Any = named[name]
        page = pages.get(told.raw_get(0).reference)
        if page is not None:
            found.append(Box(page, *(float(told[edge]) for edge in range(2, 6))))
    return ()


def fields_in(content: bytes) -> tuple[Box, ...]:
    """Where the signatures of a file are seen; none of those that show nothing."""
    reader = PdfFileReader(BytesIO(content), strict=False)
    found: list[Box] = []
    for at in range(int(reader.root["/Pages"]["/Count"])):
        untyped: Any = reader
        page: Any = untyped.find_page_for_modification(at)[0].get_object()
        widgets = page["/Annots"] if "/Annots" in page else ()  # noqa: SIM401
        for entry in widgets:
            one = entry.get_object()
            edges = [float(edge) for edge in one["/Rect"]]
            if str(one["/Subtype"]) == "/Widget" and edges[2] - edges[0] > 1:
                found.append(Box(at, *edges))
    return tuple(found)


def _page(reader: PdfFileReader, at: int) -> Reference:
    untyped: Any = reader
    found: Reference = untyped.find_page_for_modification(at)[0].reference
    return found


def _measured(content: bytes) -> tuple[Box, ...]:
    pages = pages_of(content)
    for at in range(len(pages) - 1, -1, -1):
        found = _spaces(pages[at], at)
        if found:
            return found
    return ()


def _spaces(page: PdfPage, at: int) -> tuple[Box, ...]:
    lines = [line for line in lines_of(page) if line.bold]
    found = []
    for above in lines:
        below = [one for one in lines if _about(above, one) and one.baseline < above.baseline]
        if below and _LEAST_FREE < above.baseline - below[0].baseline < _MOST_FREE:
            found.append(_between(above, below[0], at))
    return tuple(sorted(found, key=lambda box: (-box.top, box.left)))


def _about(one: Line, other: Line) -> bool:
    return abs(one.middle - other.middle) < _APART


def _between(above: Line, below: Line, at: int) -> Box:
    size = below.size * 0.891
    return Box(
        at,
        (above.middle - _WIDTH / 2) * MM,
        below.baseline * MM + size,
        (above.middle + _WIDTH / 2) * MM,
        above.baseline * MM - above.size * 0.216,
    )
