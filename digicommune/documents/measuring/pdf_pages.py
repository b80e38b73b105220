"""The pages of a PDF as they are seen, read by pdfminer: letters, lines and boxes, places in mm.

Locked, broken and endless files are refused. No script, action or attachment is looked at.
"""

from __future__ import annotations

import logging
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, override

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFNoValidXRef
from pdfminer.pdfexceptions import PDFException, PDFObjectNotFound
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdfpage import PDFPage as FilePage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException
from pdfminer.utils import apply_matrix_pt

from digicommune.documents.measuring.pdf_fonts import Face, Fonts, letter_of
from digicommune.documents.measuring.pdf_limits import (
    MOST_BYTES,
    BoundedParser,
    PdfBroken,
    seconds_for,
    within,
)

MM = 72 / 25.4
MOST_PAGES = 3_000
_BOX = "mlllh"
# What a library meets in a file made to break it.
MET = (
    PDFException, PSException, ArithmeticError, AssertionError, AttributeError, EOFError,
    LookupError, MemoryError, OSError, RuntimeError, TypeError, ValueError, struct.error,
)  # fmt: skip
# It tells what it meets in words of the file, which are nobody's but the reader's.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter: left and right edge, baseline, size in points, face, colour."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: Face
    colour: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line or the edge of a box, in mm from the lower left."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it lies across."""
        return abs(self.y0 - self.y1) < 0.1 < abs(self.x1 - self.x0)

    @property
    def length(self) -> float:
        """Its length across."""
        return abs(self.x1 - self.x0)

    @property
    def middle(self) -> float:
        """Its middle across."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class PdfPage:
    """A page: its size in mm, its letters, strokes and boxes."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    boxes: list[Stroke] = field(default_factory=list)  # lower left to upper right


class _File(PDFDocument):
    """A file read by its table of objects; ``missed`` where the table led to nothing."""

    missed = False

    @override
    def getobj(self, objid: int) -> object:
        try:
            return super().getobj(objid)
        except PDFObjectNotFound:
            self.missed = True
            raise


class _Searched(_File):
    """A file whose objects are searched for, its table not believed."""

    @override
    def find_xref(self, parser: PDFParser) -> int:
        raise PDFNoValidXRef("not asked")


def opened(data: bytes) -> PDFDocument:
    """A file by its table of objects; raises ``PdfBroken`` where it is locked."""
    return _unlocked(_File, data)


def pages_of(data: bytes) -> list[PdfPage]:
    """All pages; raises ``PdfBroken`` on what is no PDF, is locked, too large or takes too long."""
    if b"%PDF-" not in data[:1024] or len(data) > MOST_BYTES:
        raise PdfBroken("no PDF")
    with within(seconds_for(len(data))):
        found, missed = _tried(_File, data)
        if found and not missed:
            return found
        found = _tried(_Searched, data)[0] or found
    if not found:
        raise PdfBroken("no pages")
    return found


def _tried(kind: type[_File], data: bytes) -> tuple[list[PdfPage], bool]:
    """The pages, none where they cannot be read; whether an object was missed."""
    try:
        file = _unlocked(kind, data)
        return _pages(file), file.missed
    except MET:
        return [], True


def _unlocked[Kind: _File](kind: type[Kind], data: bytes) -> Kind:
    file = kind(BoundedParser(BytesIO(data)))
    if file.encryption is not None:
        raise PdfBroken("locked")
    return file


def _pages(file: _File) -> list[PdfPage]:
    file.catalog.pop("PageLabels", None)  # names of pages; a check has no use for them
    fonts = Fonts()
    seen = _Seen(fonts)
    follow = PDFPageInterpreter(fonts, seen)
    for place, page in enumerate(FilePage.create_pages(file), start=1):
        if place > MOST_PAGES:
            raise PdfBroken("pages")
        follow.process_page(page)
    return seen.pages


class _Seen(PDFTextDevice):
    """Notes what pdfminer finds drawn."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__(fonts)
        self._fonts = fonts
        self.pages: list[PdfPage] = []

    @override
    def begin_page(self, page: FilePage, ctm: Matrix) -> None:
        left, bottom, right, top = page.mediabox
        wide, high = (right - left) / MM, (top - bottom) / MM
        turned = page.rotate in (90, 270)
        self.pages.append(PdfPage(high, wide) if turned else PdfPage(wide, high))

    @override
    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: PDFGraphicState,
    ) -> float:
        wide = font.char_width(cid) * fontsize * scaling
        across = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
        high = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        left = matrix[4] / MM
        glyph = Glyph(
            letter_of(font, cid),
            left,
            left + wide * across / MM,
            (matrix[5] + rise * high) / MM,
            fontsize * high,
            self._fonts.face(font),
            _colour(graphicstate.ncolor),
        )
        self.pages[-1].glyphs.append(glyph)
        return wide

    @override
    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[Any],
    ) -> None:
        part: list[Any] = []
        for one in path:
            if one[0] == "m":
                self._part(part)
                part = []
            part.append(one)
        self._part(part)

    def _part(self, part: list[Any]) -> None:
        """One line of a path: a box where it goes round, or its straight pieces."""
        places = [self._place(one[-2:]) for one in part if one[0] != "h"]
        page = self.pages[-1]
        if "".join(one[0] for one in part) != _BOX:
            for at, one in enumerate(part[: len(places)]):
                if at and one[0] == "l":
                    page.strokes.append(Stroke(*places[at - 1], *places[at]))
            return
        box = Stroke(*places[0], *places[2])
        if min(abs(box.x1 - box.x0), abs(box.y1 - box.y0)) < 1.0:
            # Word draws its rules as thin filled boxes.
            page.strokes.append(Stroke(box.x0, box.y0, box.x1, box.y0))
        else:
            page.boxes.append(box)

    def _place(self, point: Any) -> tuple[float, float]:
        x, y = apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), point)
        return x / MM, y / MM


def _colour(told: Any) -> tuple[float, ...]:
    """Parts of a colour; none of a pattern."""
    parts = told if isinstance(told, tuple | list) else (told,)
    return tuple(float(one) for one in parts if isinstance(one, int | float))
