"""QR stands for counters, several to a sheet with lines to cut along; it checks no code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from digicommune.documents.wording import read_words
from digicommune.domain.progress import Progress, no_progress
from digicommune.settings import resources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.documents.press.typefaces import Face
    from digicommune.documents.qr_codes import Matrix

Size = Literal["a5", "a6"]
MM = 72 / 25.4
# Sheet width and height, columns and rows of stands: A6 four to an A4, A5 two to an A4 on its side.
SHEETS: dict[Size, tuple[float, float, int, int]] = {
    "a6": (210 * MM, 297 * MM, 2, 2),
    "a5": (297 * MM, 210 * MM, 2, 1),
}
QUIET = 4  # modules around a code that stay white (ISO/IEC 18004)


@dataclass(frozen=True, slots=True)
class StandWords:
    """The words on a stand."""

    code: str
    title: str
    language: str
    heading: str
    account: str
    holder: str
    check: str
    issued: str
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """One shop's stand; ``account`` masked, ``holder`` as the code has it."""

    shop: str
    bank: str
    account: str
    holder: str
    village: str
    commune: str
    code: Matrix


def shipped_words() -> StandWords:
    """The words that come with the program; raises ``UserError`` ``bad_pack``."""
    return read_words(resources() / "packs" / "wording" / "qr_stands.toml", StandWords)


def render_stands(stands: Sequence[Stand], size: Size, progress: Progress = no_progress) -> bytes:
    """The stands as PDF; the same stands give the same bytes."""
    from digicommune.documents.press.archive import archive_canvas, save_archived
    from digicommune.documents.press.facts import FileFacts

    wide, high, columns, rows = SHEETS[size]
    words, out = shipped_words(), BytesIO()
    communes = {stand.commune for stand in stands}
    author = communes.pop() if len(communes) == 1 else ""
    facts = FileFacts(words.title, author, "vi-VN", subject=words.title)
    canvas = archive_canvas(out, (wide, high), facts)
    each = columns * rows
    for at, stand in enumerate(stands):
        progress(at, len(stands), "Vẽ biển QR")
        place = at % each
        if at and not place:
            canvas.showPage()
        if not place:
            _cut_lines(canvas, size)
        left = place % columns * wide / columns
        bottom = high - (place // columns + 1) * high / rows
        _draw(_Card(canvas, left, bottom, wide / columns, high / rows), stand, words)
    canvas.showPage()
    save_archived(canvas, facts)
    return out.getvalue()


def _cut_lines(canvas: Any, size: Size) -> None:
    wide, high, columns, rows = SHEETS[size]
    canvas.saveState()
    canvas.setDash(2, 4)
    canvas.setLineWidth(0.4)
    canvas.setStrokeGray(0.55)
    for at in range(1, columns):
        canvas.line(at * wide / columns, 0, at * wide / columns, high)
    for at in range(1, rows):
        canvas.line(0, at * high / rows, wide, at * high / rows)
    canvas.restoreState()


@dataclass(frozen=True, slots=True)
class _Card:
    """Where one stand is drawn; sizes follow its width, so that A5 is A6 made larger."""

    canvas: Any
    left: float
    bottom: float
    width: float
    height: float

    @property
    def unit(self) -> float:
        """1 on a card 105 mm wide."""
        return self.width / (105 * MM)

    @property
    def middle(self) -> float:
        """Across."""
        return self.left + self.width / 2

    def line(self, text: str, from_top: float, style: tuple[Face, float]) -> None:
        """A centred line, its baseline so many millimetres below the top; long ones set smaller."""
        face, size = style
        size *= self.unit
        room = self.width - 14 * MM * self.unit
        size = min(size, size * room / max(1.0, face.width(text, size)))
        self.canvas.setFont(face.name, size)
        wide = face.width(text, size)
        baseline = self.bottom + self.height - from_top * MM * self.unit
        self.canvas.drawString(self.middle - wide / 2, baseline, text)


def _draw(card: _Card, stand: Stand, words: StandWords) -> None:
    from digicommune.documents.press.texts import clean
    from digicommune.documents.press.typefaces import faces

    bold, regular, italic = faces().bold, faces().regular, faces().italic
    card.line(words.heading, 16, (bold, 15))
    room = (card.width - 14 * MM * card.unit) / card.unit
    size, names = _name_lines(clean(stand.shop), bold, room)
    for at, text in enumerate(names):
        card.line(text, 25 + (3 - len(names)) * 2 + size * 0.4 * at, (bold, size))
    _code(card, stand.code, 37, 70)
    put = partial(card.line, style=(regular, 12))
    account = words.account.format_map({"bank": stand.bank, "account": stand.account})
    card.line(clean(account), 116, (bold, 12))
    if stand.holder:
        put(clean(words.holder.format_map({"holder": stand.holder})), 123)
    card.line(words.check, 131, (italic, 9))
    issued = words.issued.format_map({"village": stand.village, "commune": stand.commune})
    card.line(clean(issued.strip(", ")), 137, (regular, 9))


def _name_lines(name: str, face: Face, room: float) -> tuple[float, tuple[str, ...]]:
    """The shop's name in as large a size as three lines hold; beyond that its first three."""
    from digicommune.documents.press.texts import balanced

    lines: tuple[str, ...] = ()
    for size, most in ((18, 1), (15, 2), (12, 3), (10, 3)):
        lines = balanced(name, face, size, room)
        if len(lines) <= most:
            return size, lines
    return 10, lines[:3]


def _code(card: _Card, code: Matrix, from_top: float, side: float) -> None:
    """The dark modules as vectors, run by run; ``side`` with its quiet zone, in millimetres."""
    canvas = card.canvas
    side_points = side * MM * card.unit
    module = side_points / (len(code) + 2 * QUIET)
    left = card.middle - side_points / 2 + QUIET * module
    top = card.bottom + card.height - from_top * MM * card.unit - QUIET * module
    path = canvas.beginPath()
    for row, cells in enumerate(code):
        start = None
        for column, dark in enumerate((*cells, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                bottom = top - (row + 1) * module
                path.rect(left + start * module, bottom, (column - start) * module, module)
                start = None
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
