"""The sheet being drawn on: margins, sections, page numbers, bookmarks; it lays nothing out."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from digicommune.documents.description import Orientation
from digicommune.documents.press.archive import archive_canvas, save_archived
from digicommune.documents.press.facts import FileFacts
from digicommune.documents.press.lettering import Lettering
from digicommune.documents.press.settled import Settled
from digicommune.documents.press.typefaces import Face, faces
from digicommune.domain.progress import Progress

MM = 72 / 25.4
RULE = 0.75
NUMBER_SIZE = 14
# The page number's baseline: in the middle of the 20 mm top margin.
NUMBER_DEPTH = 13 * MM

# The names under which a file tells where it is signed: chu-ky-1, chu-ky-2, …
SIGNED_AT = "chu-ky-"

# The check code of an issued paper, in the bottom margin where nothing of the text stands.
MARK_SIZE, MARK_HEIGHT = 8, 10 * MM


@dataclass(frozen=True, slots=True)
class Format:
    """Paper and margins in points (Decree 30/2020, Annex I: T and B 20-25, L 30-35, R 15-20).

    ``foot`` is kept free above the bottom margin of a section's first page.
    """

    width: float
    height: float
    left: float
    right: float
    top: float = 20 * MM
    bottom: float = 20 * MM
    foot: float = 0.0

    @property
    def measure(self) -> float:
        """Width of the text block."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """Height of the text block."""
        return self.height - self.top - self.bottom


FORMATS = {
    Orientation.PORTRAIT: Format(210 * MM, 297 * MM, 30 * MM, 20 * MM),
    Orientation.LANDSCAPE: Format(297 * MM, 210 * MM, 30 * MM, 15 * MM),
}


class Sheet:
    """The current page of a PDF; every section numbers its pages anew, its first unnumbered."""

    def __init__(self, facts: FileFacts) -> None:
        self._buffer = BytesIO()
        self._facts = facts
        self.canvas: Any = archive_canvas(self._buffer, _size(FORMATS[Orientation.PORTRAIT]), facts)
        self.form = FORMATS[Orientation.PORTRAIT]
        self._page = 0
        self._marks = 0
        self._deepest = -1
        self._signed_in: list[str] = []
        self.mark = ""
        self._letterings: dict[str, Lettering] = {}
        self._settled = Settled(self.canvas._doc)  # noqa: SLF001

    def section(self, form: Format) -> None:
        """Begin a section on a new page."""
        self._end_page()
        self.form = form
        self._page = 0
        self.turn()

    def turn(self) -> None:
        """Begin the next page of the section; from its second on the page is numbered."""
        self._end_page()
        self.canvas.setPageSize(_size(self.form))
        self._page += 1
        if self._page > 1:
            middle = self.form.left + self.form.measure / 2
            baseline = self.form.height - NUMBER_DEPTH
            self.canvas.setFont(faces().regular.name, NUMBER_SIZE)
            self.canvas.drawCentredString(middle, baseline, str(self._page))
        if self.mark:
            self.canvas.setFont(faces().regular.name, MARK_SIZE)
            self.canvas.drawString(self.form.left, MARK_HEIGHT, self.mark)

    def _end_page(self) -> None:
        if self._page:
            self.canvas.showPage()
            self._settled.settle()

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Put an entry into the outline that leads to this height of the page."""
        self._marks += 1
        key = f"m{self._marks}"
        # An entry may be one step below the one before it, never two.
        level = self._deepest = min(level, self._deepest + 1)
        self.canvas.bookmarkHorizontal(key, 0, top)
        # Searched and read aloud: the blanks that only bind words on paper are plain ones here.
        self.canvas.addOutlineEntry(title.replace("\u00a0", " "), key, level, closed=0)

    def signed_in(self, lower: tuple[float, float], size: tuple[float, float]) -> None:
        """Names the place of a signature: seen by nobody, found by who signs the file later."""
        name = f"{SIGNED_AT}{len(self._signed_in) + 1}"
        self._signed_in.append(name)
        left, bottom, right, top = (
            round(edge, 2) for edge in (*lower, lower[0] + size[0], lower[1] + size[1])
        )
        self.canvas.bookmarkPage(name, "FitR", left=left, bottom=bottom, right=right, top=top)

    def centred(self, middle: float, baseline: float, text: str, style: tuple[Face, float]) -> None:
        """One line of text about a middle."""
        face, size = style
        self.canvas.setFont(face.name, size)
        self.canvas.drawString(middle - face.width(text, size) / 2, baseline, text)

    def written(self, left: float, baseline: float, text: str, style: tuple[Face, float]) -> None:
        """One line of text from a left edge."""
        face, size = style
        self.canvas.setFont(face.name, size)
        self.canvas.drawString(left, baseline, text)

    def rule(self, middle: float, height: float, length: float) -> None:
        """A solid rule about a middle."""
        self.canvas.setLineWidth(RULE)
        self.canvas.line(middle - length / 2, height, middle + length / 2, height)

    def lettering(self, face: Face) -> Lettering:
        """What of a face is known for this file."""
        if face.name not in self._letterings:
            self._letterings[face.name] = Lettering(face, self.canvas._doc)  # noqa: SLF001
        return self._letterings[face.name]

    def finish(self, progress: Progress) -> bytes:
        """The bytes of the whole file; nothing can be drawn afterwards."""
        self._settled.progress = progress
        self.canvas.showOutline()
        self._end_page()
        self._name_places()
        save_archived(self.canvas, self._facts)
        return self._buffer.getvalue()

    def _name_places(self) -> None:
        """ReportLab writes no named destinations by itself."""
        if self._signed_in:
            from reportlab.pdfbase.pdfdoc import PDFDictionary

            bound = self.canvas._destinations  # noqa: SLF001 -- there is no public way
            named = {name: bound[name] for name in self._signed_in}
            self.canvas._doc.Catalog.Dests = PDFDictionary(named)  # noqa: SLF001


def _size(form: Format) -> tuple[float, float]:
    return form.width, form.height
