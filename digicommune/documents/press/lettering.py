"""Words as operators of a page's content, each character looked up once; it lays nothing out."""

from __future__ import annotations

from typing import Any, Final

from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase import pdfmetrics

from digicommune.documents.press.typefaces import Face

# ReportLab's own leading where none is said; no operator of ours goes by it.
_LEADING: Final = 1.2
_FIRST: Final = 0


class Lettering:
    """One face in one file: what the library works out anew for every word is remembered here.

    The operators are the library's own (``textOut``), so a page drawn either way is the same.
    """

    def __init__(self, face: Face, document: Any) -> None:
        self._font: Any = pdfmetrics.getFont(face.name)
        self._document = document
        # Characters of the first subset, which nearly always holds all there are.
        self._known: dict[str, str] = {}

    def block(self, size: float) -> Block:
        """Words of one size, to be put on the page together."""
        return Block(self, size)

    def select(self, subset: int, size: float) -> str:
        """The operators that choose the font."""
        name = self._font.getSubsetInternalName(subset, self._document)
        return f"{name} {fp_str(size)} Tf {fp_str(size * _LEADING)} TL"

    def coded(self, text: str) -> list[tuple[int, str]]:
        """The text in stretches of one subset, as the inside of PDF strings."""
        try:
            return [(_FIRST, "".join(map(self._known.__getitem__, text)))]
        except KeyError:
            return self._learned(text)

    def _learned(self, text: str) -> list[tuple[int, str]]:
        parts = self._font.splitString(text, self._document)
        if [subset for subset, _ in parts] == [_FIRST]:
            codes = parts[0][1]
            self._known.update(
                (character, escapePDF(bytes((code,))))
                for character, code in zip(text, codes, strict=True)
            )
        return [(subset, escapePDF(codes)) for subset, codes in parts]


class Block:
    """The words of one face and size on one page."""

    def __init__(self, lettering: Lettering, size: float) -> None:
        self._lettering = lettering
        self._size = size
        self._subset = -1
        self._code = ["BT", "1 0 0 1 0 0 Tm"]

    def put(self, place: str, text: str) -> None:
        """Words from a place ("x y" in points) on."""
        self._code.append(f"1 0 0 1 {place} Tm")
        for subset, coded in self._lettering.coded(text):
            if subset != self._subset:
                self._code.append(self._lettering.select(subset, self._size))
                self._subset = subset
            self._code.append(f"({coded}) Tj")

    @property
    def operators(self) -> str:
        """The whole, closed."""
        return " ".join((*self._code, "ET"))


def placed(value: float) -> str:
    """A coordinate of an A4 sheet to a hundredth of a point, in the digits of the library."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def ruled(edges: tuple[float, ...], heights: list[float]) -> str:
    """The lines of a grid from its first to its last edge and height, as one path."""
    across, down = [fp_str(edge) for edge in edges], [fp_str(height) for height in heights]
    upright = [f"{x} {down[0]} m {x} {down[-1]} l" for x in across]
    level = [f"{across[0]} {y} m {across[-1]} {y} l" for y in down]
    return "\n".join(("n", *upright, *level, "S"))
