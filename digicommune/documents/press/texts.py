"""Texts made fit for drawing: cleaned, escaped, broken into lines; it draws nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from xml.sax.saxutils import escape

from digicommune.documents.description import Run
from digicommune.documents.press.typefaces import Face, undrawn

WORD_LIMIT = 2_000
NBSP = "\u00a0"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn"})
# Spaces no line may be broken at: between a number and its unit (not the parts of a date, nor
# a fraction so long that the line before it would gape), in
# dates and references, and before what must not begin a line: "%", ";", "–", "(*)".
_BOUND = re.compile(
    r"(?<![^\s(“])(?P<number>\d[\d.,/]{0,8})(?<![.,/])(?<!năm \d{4})(?<!/\d{4})"
    r" (?!ngày|tháng|năm|của|và|đến|trên|theo)(?=[^\W\d_])"
    r"|\b(?P<word>[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|[Ss]ố:?|[Đđ]iều|[Kk]hoản|[Pp]hụ lục|độ|[Tt]hôn"
    r"|[Bb]ản|[Xx]óm|[Kk]hu(?: phố)?|[Tt]ổ(?: dân phố)?)"
    r" (?=\d|[IVX]+\b)"
    r"| (?=[-–—](?: |$)|[%;:,.!?)\]”]|\(\*\))"
)


def clean(text: str) -> str:
    """A text as it is printed: ``composed``, with "□" for what the typeface cannot draw.

    A letter without a shape would be the font's own empty box, which no reader can copy or search
    and no archive file may hold (ISO 19005-2, 6.2.11.8).
    """
    return undrawn().sub("□", composed(text))


def composed(text: str) -> str:
    """NFC without invisible or control characters; words over 2,000 characters are cut.

    Decomposed marks would be drawn beside their letters (no shaping), so NFC is made here, at the
    boundary, whatever came in.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text) and len(text) <= WORD_LIMIT:
        return text
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(_visible(character) for character in composed)
    return " ".join(_capped(word) for word in seen.split(" "))


def _visible(character: str) -> str:
    if character in "\t\n\r\v\f\u2028\u2029\x85":
        return " "
    return "" if unicodedata.category(character) in _UNSEEN else character


def _capped(word: str) -> str:
    return word if len(word) <= WORD_LIMIT else f"{word[: WORD_LIMIT - 1]}…"


def bound(text: str) -> str:
    """The text with no-break spaces where a line must not be broken; a blank stays a blank."""
    return _BOUND.sub(_unbroken, text)


def _unbroken(found: re.Match[str]) -> str:
    kept = found["number"] or found["word"] or ""
    return f"{kept.replace(' ', NBSP)}{NBSP}"


def markup(runs: Iterable[Run]) -> str:
    """Runs as ReportLab paragraph markup; nothing of the texts themselves is taken as markup."""
    return "".join(_marked(run) for run in runs)


def _marked(run: Run) -> str:
    text = escape(bound(clean(run.text)))
    text = f"<b>{text}</b>" if run.bold else text
    return f"<i>{text}</i>" if run.italic else text


def lines_of(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    """The text broken into lines of at most ``width`` points; words too long are broken."""
    space = face.width(" ", size)
    lines: list[str] = []
    line, used = "", 0.0
    for word in _words(text, face, size, width):
        wide = face.width(word, size)
        if line and used + space + wide <= width:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            lines.append(line)
        *full, line = broken(word, face, size, width) if wide > width else (word,)
        lines.extend(full)
        used = face.width(line, size)
    return (*lines, line)


def _words(text: str, face: Face, size: float, width: float) -> Iterable[str]:
    """Words that stay whole; what is bound together comes apart where it is too wide."""
    for word in bound(text).split(" "):
        if NBSP in word and face.width(word, size) > width:
            yield from word.split(NBSP)
        else:
            yield word


def broken(word: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    """One over-long word in pieces of at most ``width`` points, at least a character each."""
    pieces: list[str] = []
    piece, used = "", 0.0
    for character in word:
        wide = face.width(character, size)
        if piece and used + wide > width:
            pieces.append(piece)
            piece, used = "", 0.0
        piece, used = piece + character, used + wide
    return (*pieces, piece)


def balanced(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    """As few lines as ``lines_of`` needs, of about the same length, as titles are set."""
    fewest = lines_of(text, face, size, width)
    low, high, best = width / len(fewest) / 2, width, fewest
    while len(fewest) > 1 and high - low > 1:
        middle = (low + high) / 2
        tried = lines_of(text, face, size, middle)
        if len(tried) <= len(fewest):
            high, best = middle, tried
        else:
            low = middle
    return best
