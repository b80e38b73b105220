"""Who signs and who receives: one signer beside the recipients, or several side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from digicommune.documents.description import Document, SignatureBlock
from digicommune.documents.phrases import listed
from digicommune.documents.press.plate import LINE, RECIPIENT_SHARE, TITLE_SIZE, Plate, Set, Space
from digicommune.documents.press.sheet import MM
from digicommune.documents.press.texts import balanced, clean, lines_of
from digicommune.documents.press.typefaces import DESCENT, SINGLE, Face, faces

SIGNATURE_SPACE = 28 * MM
FIRST = TITLE_SIZE * 0.891
_GAP = 12.0
# Signatures in one row; more than these stand in rows of two.
_ABREAST = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a signature stands: the middle of its column and the width of it."""

    middle: float
    room: float


def closing(document: Document, width: float) -> Plate | None:
    """The end of a document, never divided; ``None`` where nobody signs and nobody receives."""
    if document.signatures:
        return _abreast(document, width)
    if document.signature is None and not document.recipients:
        return None
    return _beside(document, width)


def _beside(document: Document, width: float) -> Plate:
    """Nơi nhận level with the capacity line, 28 mm for signature and seal, the name."""
    block = document.signature
    room = width * (1 - RECIPIENT_SHARE)
    place = Place(width - room / 2, room)
    right = _signed(block, place, _depth(block, place)) if block is not None else []
    left = _received(document, width * RECIPIENT_SHARE)
    height = max(line.down for line in (*left, *right)) + DESCENT * TITLE_SIZE
    spaces = (_space(block, place, _depth(block, place)),) if block is not None else ()
    return Plate((*left, *right), (), height, gap=_GAP, spaces=spaces)


def _abreast(document: Document, width: float) -> Plate:
    """Rows of signatures, names level with each other; Nơi nhận below them (Mẫu 1.9)."""
    blocks = document.signatures
    count = len(blocks) if len(blocks) <= _ABREAST else 2
    lines: list[Set] = []
    spaces: list[Space] = []
    top = 0.0
    for start in range(0, len(blocks), count):
        row, signed = _row(blocks[start : start + count], width / count)
        lines += [replace(line, down=line.down + top) for line in row]
        spaces += [replace(space, down=space.down + top) for space in signed]
        top = max(line.down for line in lines) + LINE
    below = _received(document, width)
    lines += [replace(line, down=line.down + top) for line in below]
    height = max(line.down for line in lines) + DESCENT * TITLE_SIZE
    return Plate(tuple(lines), (), height, gap=_GAP, spaces=tuple(spaces))


def _row(blocks: tuple[SignatureBlock, ...], share: float) -> tuple[list[Set], list[Space]]:
    places = [Place(share * (at + 0.5), share - 2 * MM) for at in range(len(blocks))]
    pairs = list(zip(blocks, places, strict=True))
    deepest = max(_depth(block, place) for block, place in pairs)
    lines = [line for block, place in pairs for line in _signed(block, place, deepest)]
    return lines, [_space(block, place, deepest) for block, place in pairs]


def _space(block: SignatureBlock, place: Place, named: float) -> Space:
    """What is free between the last capacity line and the name."""
    top = FIRST + (len(_capacity(block, place)) - 1) * LINE + DESCENT * TITLE_SIZE
    return Space(place.middle, top, place.room, named - FIRST - top)


def _capacity(block: SignatureBlock, place: Place) -> list[tuple[str, Face]]:
    bold, italic = faces().bold, faces().italic
    lines = [(t, bold) for line in block.capacity for t in _lines(line, bold, place)]
    return lines + [(t, italic) for t in _lines(block.hint, italic, place) if t]


def _lines(text: str, face: Face, place: Place) -> tuple[str, ...]:
    return balanced(clean(text), face, TITLE_SIZE, place.room)


def _depth(block: SignatureBlock, place: Place) -> float:
    """How deep the first line below the signature stands."""
    return FIRST + (len(_capacity(block, place)) - 1) * LINE + SIGNATURE_SPACE + FIRST


def _signed(block: SignatureBlock, place: Place, named: float) -> list[Set]:
    bold = faces().bold
    lines = [
        Set(text, place.middle, FIRST + i * LINE, (face, TITLE_SIZE))
        for i, (text, face) in enumerate(_capacity(block, place))
    ]
    office = _lines(block.office, bold, place) if block.office else ()
    below = (*office, *_lines(block.name, bold, place))
    return lines + [
        Set(text, place.middle, named + i * LINE, (bold, TITLE_SIZE))
        for i, text in enumerate(below)
    ]


def _received(document: Document, width: float) -> list[Set]:
    """Nơi nhận, and at its lower right who drafted it (boxes 9b and 12)."""
    if not document.recipients:
        return []
    lines = [Set("Nơi nhận:", 0, FIRST, (faces().bold_italic, 12), middle=False)]
    down = FIRST + 12 * SINGLE
    face = faces().regular
    for item in listed(document.recipients):
        for text in lines_of(clean(f"- {item}"), face, 11, width - 6 * MM):
            lines.append(Set(text, 0, down, (face, 11), middle=False))
            down += 11 * SINGLE
    if document.drafted:
        drafted = clean(document.drafted)
        edge = width - 6 * MM - face.width(drafted, 11)
        lines.append(Set(drafted, max(0.0, edge), down, (face, 11), middle=False))
    return lines
