"""The fonts of a PDF, made by pdfminer of what a check needs; endless tables are refused.

A font's shapes are not read: only whether they are in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, override

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, num_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name

from digicommune.documents.measuring.pdf_limits import PdfBroken

# No font has more codes than two bytes tell.
_MOST_CODES = 70_000
_KEPT = ("Type", "Subtype", "BaseFont", "Encoding", "FirstChar", "CIDSystemInfo", "FontMatrix")
_SHAPES = ("FontFile", "FontFile2", "FontFile3")


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface as a page uses it."""

    name: str
    embedded: bool


class _Letters(FileUnicodeMap):
    """A table of letters that ends."""

    _count = 0

    @override
    def add_cid2unichr(self, cid: int, code: PSLiteral | bytes | int) -> None:
        self._count += 1
        if self._count > _MOST_CODES:
            raise PdfBroken("codes")
        super().add_cid2unichr(cid, code)


class Fonts(PDFResourceManager):
    """The fonts of one file, each made once."""

    def __init__(self) -> None:
        super().__init__(caching=False)
        self._faces: dict[PDFFont, Face] = {}
        self._known: dict[object, PDFFont] = {}

    def face(self, font: PDFFont) -> Face:
        """The typeface of a font made here."""
        return self._faces[font]

    @override
    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """A font of its dictionary."""
        if objid not in self._known:
            wide = literal_name(resolve1(spec.get("Subtype"))) == "Type0"
            font = super().get_font(None, spec) if wide else self._made(spec)
            if objid is None:
                return font
            self._known[objid] = font
        return self._known[objid]

    def _made(self, spec: Mapping[str, Any]) -> PDFFont:
        descriptor = dict_value(spec.get("FontDescriptor"))
        letters = resolve1(spec.get("ToUnicode"))
        plain = _plain(spec, descriptor)
        if isinstance(letters, PSLiteral):
            plain["ToUnicode"] = letters
        font = super().get_font(None, plain)
        if isinstance(letters, PDFStream) and isinstance(font, PDFCIDFont | PDFSimpleFont):
            font.unicode_map = _Letters()
            CMapParser(font.unicode_map, BytesIO(letters.get_data())).run()
        name = literal_name(resolve1(spec.get("BaseFont", ""))).rpartition("+")[2]
        self._faces[font] = Face(name, any(key in descriptor for key in _SHAPES))
        return font


def letter_of(font: PDFFont, code: int) -> str:
    """What a code stands for; the replacement character where the file does not say."""
    try:
        return font.to_unichr(code)
    except PDFUnicodeNotDefined:
        return "\ufffd"


def _plain(spec: Mapping[str, Any], descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """A font's dictionary without shapes and references, its tables no longer than may be."""
    plain = {key: resolve1(spec[key]) for key in _KEPT if key in spec}
    plain["FontDescriptor"] = {
        "FontBBox": [0, 0, 0, 0],
        "MissingWidth": num_value(descriptor.get("MissingWidth", 0)),
    }
    plain["W"] = _widths(spec.get("W"))
    plain["DW"] = num_value(spec.get("DW", 1000))
    if "Widths" in spec:
        plain["Widths"] = _widths(spec["Widths"])
    return plain


def _widths(told: Any) -> list[Any]:
    """Widths and rows of widths, as the library reads them."""
    found: list[Any] = []
    count = 0
    for value in map(resolve1, list_value(told)):
        row = [num_value(one) for one in value] if isinstance(value, list) else num_value(value)
        count += len(row) if isinstance(row, list) else 1
        if count > 4 * _MOST_CODES or (not isinstance(row, list) and row > _MOST_CODES):
            raise PdfBroken("widths")
        found.append(row)
    return found
