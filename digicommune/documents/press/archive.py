"""Makes what ReportLab writes fit for an archive (PDF/A-2b, ISO 19005-2); it draws nothing.

Fonts, pictures and colours are the drawer's: embedded fonts only, no glyph that a font lacks, grey
or RGB pictures without transparency. What was validated, with what and when: docs/pdfa.md.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any, override

from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFArray,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from digicommune.documents.press.facts import FileFacts
from digicommune.documents.press.packet import CREATOR, PRODUCER, packet
from digicommune.documents.press.typefaces import faces
from digicommune.settings import resources

_PROFILE = "sRGB IEC61966-2.1"


def archive_canvas(out: BytesIO, size: tuple[float, float], facts: FileFacts) -> Any:
    """A canvas for PDF 1.7 that depends on no clock and names no font that is not embedded."""
    canvas: Any = Canvas(
        out,
        pagesize=size,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=facts.language,
        initialFontName=faces().regular.name,
    )
    file = canvas._doc  # noqa: SLF001 -- there is no public way
    file.encrypt = _Ended()
    file.info = _Info(facts)
    return canvas


def save_archived(canvas: Any, facts: FileFacts) -> None:
    """Save the file, its last page shown, with its metadata and the colours it is meant for."""
    file = canvas._doc  # noqa: SLF001 -- as above
    pages = canvas.getPageNumber() - 1
    kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    file.Catalog.Metadata = PDFStream(PDFDictionary(kind), packet(facts, pages))
    file.Catalog.OutputIntents = PDFArray([_intent()])
    # ReportLab writes only the entries of a catalog that it knows.
    file.Catalog.__NoDefault__ = [*file.Catalog.__NoDefault__, "OutputIntents"]
    canvas.save()


def _intent() -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), _srgb(), [PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_PROFILE),
            "Info": PDFString(_PROFILE),
            "DestOutputProfile": profile,
        }
    )


@cache
def _srgb() -> bytes:
    return (resources() / "colour" / "srgb.icc").read_bytes()


class _Ended(NoEncryption):
    """Encrypts nothing: streams come out as they are, on a line of their own.

    ReportLab sets "endstream" right behind the bytes; ISO 19005-2, 6.1.7.1, asks for an end of
    line between them that the stream's length does not count.
    """

    @override
    def encode(self, t: bytes) -> _Line:
        return _Line(t)


class _Line(PDFObject):
    """The bytes of a stream and the end of line behind them."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __len__(self) -> int:
        return len(self._data)

    def format(self, _document: object) -> bytes:
        """What is written."""
        return self._data + b"\n"


class _Info(PDFInfo):
    """The older form of the same metadata; its only day is the paper's own."""

    producer = PRODUCER
    creator = CREATOR

    def __init__(self, facts: FileFacts) -> None:
        super().__init__()
        self.title, self.author, self.subject = facts.title, facts.author, facts.subject
        self.keywords = ", ".join(facts.keywords)
        self._day = facts.day

    @override
    def format(self, document: Any) -> bytes:
        told = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": self.keywords,
            "Creator": self.creator,
            "Producer": self.producer,
            # A day as XMP tells it: no hour and no zone, since the paper has none.
            "CreationDate": f"D:{self._day:%Y%m%d}" if self._day else "",
        }
        written = {key: PDFString(value) for key, value in told.items() if value}
        done: bytes = PDFDictionary(written).format(document)
        return done
