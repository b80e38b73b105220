"""What the codes of a PDF font stand for: letters, widths, whether its shapes are in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from digicommune.documents.measuring.pdf_objects import PdfFile, Scanner, Word

_TO_UNICODE_LIMIT = 70_000


@dataclass(frozen=True, slots=True)
class PdfFont:
    """A font as a page uses it; ``wide`` fonts have codes of two bytes."""

    name: str
    embedded: bool
    wide: bool
    widths: dict[int, float]
    missing: float
    letters: dict[int, str]

    def codes(self, text: bytes) -> list[int]:
        """The codes of a string."""
        if self.wide:
            return [int.from_bytes(text[at : at + 2]) for at in range(0, len(text) - 1, 2)]
        return list(text)

    def letter(self, code: int) -> str:
        """What a code stands for; the replacement character where the file does not say."""
        if code in self.letters:
            return self.letters[code]
        return "\ufffd" if self.wide else bytes([code]).decode("cp1252", "replace")

    def width(self, code: int) -> float:
        """Width of a code in thousandths of the size."""
        return self.widths.get(code, self.missing)


def font_of(file: PdfFile, value: Any) -> PdfFont:
    """The font of a dictionary."""
    facts = file.facts(value)
    wide = facts.get("Subtype") == "Type0"
    below = file.get(facts.get("DescendantFonts")) if wide else None
    inner = file.facts(below[0]) if isinstance(below, list) and below else facts
    descriptor = file.facts(inner.get("FontDescriptor"))
    embedded = any(key in descriptor for key in ("FontFile", "FontFile2", "FontFile3"))
    widths = _wide_widths(file, inner) if wide else _plain_widths(file, facts)
    missing = inner.get("DW", 1000) if wide else descriptor.get("MissingWidth", 500)
    name = str(facts.get("BaseFont", "")).rpartition("+")[2]
    letters = _letters(file.content(facts.get("ToUnicode")))
    return PdfFont(name, embedded, wide, widths, float(missing), letters)


def _plain_widths(file: PdfFile, facts: dict[str, Any]) -> dict[int, float]:
    first = file.get(facts.get("FirstChar")) or 0
    found = file.get(facts.get("Widths")) or []
    return {first + at: float(file.get(one) or 0) for at, one in enumerate(found)}


def _wide_widths(file: PdfFile, inner: dict[str, Any]) -> dict[int, float]:
    """ "c [w w …]" and "first last w" in turns."""
    told = list(file.get(inner.get("W")) or [])
    widths: dict[int, float] = {}
    while len(told) >= 2:
        first, second = told.pop(0), file.get(told.pop(0))
        if isinstance(second, list):
            widths |= {first + at: float(one) for at, one in enumerate(second)}
        elif told:
            width = float(told.pop(0))
            widths |= dict.fromkeys(range(first, min(second, first + 70_000) + 1), width)
    return widths


def _letters(table: bytes) -> dict[int, str]:
    """The ToUnicode table."""
    scanner, pending = Scanner(table), list[Any]()
    letters: dict[int, str] = {}
    while (value := scanner.value()) is not None and len(letters) < _TO_UNICODE_LIMIT:
        if not isinstance(value, Word):
            pending.append(value)
            continue
        if value == b"endbfchar":
            for code, letter in zip(pending[::2], pending[1::2], strict=False):
                letters[_code(code)] = _text(letter)
        elif value == b"endbfrange":
            for first, last, start in zip(*(iter(pending),) * 3, strict=False):
                letters |= _range(_code(first), _code(last), start)
        pending = []
    return letters


def _range(first: int, last: int, start: Any) -> dict[int, str]:
    if isinstance(start, list):
        return {first + at: _text(one) for at, one in enumerate(start)}
    base = _text(start)
    codes = range(first, min(last, first + 65_535) + 1)
    return {code: base[:-1] + chr(ord(base[-1]) + code - first) for code in codes} if base else {}


def _code(value: Any) -> int:
    return int.from_bytes(value) if isinstance(value, bytes) else 0


def _text(value: Any) -> str:
    return value.decode("utf-16-be", "replace") if isinstance(value, bytes) else ""
