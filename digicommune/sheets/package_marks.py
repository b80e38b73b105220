"""Find in the XML of a sheet what calamine does not tell: hidden rows, errors, fonts, merges.

Plain byte searches come first, so that a clean sheet costs next to nothing; it reads no values.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET  # the guard has refused every DTD before

from digicommune.domain import legacy
from digicommune.domain.grids import Span

_P: Final = rb"(?:\w+:)?"
_HIDDEN_ROW = re.compile(
    rb"<" + _P + rb"row\b(?=[^>]*\bhidden=[\"'](?:1|true)[\"'])[^>]*?\br=[\"'](\d+)[\"']"
)
_CELL_REF = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_ERROR_CELL = re.compile(
    rb"<" + _P + rb"c\b([^>]*?\bt=[\"']e[\"'][^>]*)>(.*?)</" + _P + rb"c>", re.DOTALL
)
_VALUE = re.compile(rb"<" + _P + rb"v>([^<]*)</")
_FORMULA_CELL = re.compile(
    rb"<" + _P + rb"c\b([^>]*[^/>])>\s*<" + _P + rb"f\b(?:[^>]*/>|[^>]*>[^<]*</" + _P + rb"f>)\s*"
    rb"(?:<" + _P + rb"v>([^<]*)</" + _P + rb"v>)?"
)
_STYLED_CELL = re.compile(rb"<" + _P + rb"c\b([^>]*[^/>])>")
_STYLE = re.compile(rb"\bs=[\"'](\d+)[\"']")
_MERGE = re.compile(
    rb"<" + _P + rb"mergeCell\b[^>]*?\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"
)
_TYPE_STRING = re.compile(rb"\bt=[\"']str[\"']")


@dataclass(frozen=True, slots=True)
class FontUse:
    """Which cell styles are struck through, and which use a font of a legacy encoding."""

    struck: frozenset[int] = frozenset()
    fonts: tuple[tuple[int, str], ...] = ()

    def telling(self) -> bool:
        """Whether any style says something."""
        return bool(self.struck or self.fonts)


def sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Sheet name → name of its part, as the workbook lists them."""
    book = next((name for name in parts if re.fullmatch(r"xl/workbook\d*\.xml", name)), "")
    rels = parts.get(f"xl/_rels/{posixpath.basename(book)}.rels")
    if not book or rels is None:
        return {}
    targets = {r.get("Id"): r.get("Target", "") for r in ET.fromstring(rels)}  # noqa: S314
    found: dict[str, str] = {}
    for node in ET.fromstring(parts[book]).iter():  # noqa: S314
        if node.tag.rpartition("}")[2] == "sheet":
            rid = next((v for k, v in node.attrib.items() if k.endswith("}id")), "")
            target = targets.get(rid) or ""
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            found[node.get("name", "")] = posixpath.normpath(path).lower()
    return found


def font_use(styles: bytes | None) -> FontUse:
    """The telling fonts of styles.xml; broken styles tell nothing."""
    if styles is None or not re.search(rb"strike|\.?vn|vni", styles, re.IGNORECASE):
        return FontUse()
    try:
        root = ET.fromstring(styles)  # noqa: S314
    except ET.ParseError:
        return FontUse()
    fonts = [_font(node) for node in _children(root, "fonts")]
    used = [int(xf.get("fontId", "0")) for xf in _children(root, "cellXfs")]
    known = [(i, fonts[f]) for i, f in enumerate(used) if f < len(fonts)]
    return FontUse(
        frozenset(i for i, (_, struck) in known if struck),
        tuple((i, name) for i, (name, _) in known if legacy.font_encoding(name)),
    )


def _children(root: ET.Element, tag: str) -> list[ET.Element]:
    return [node for child in root if child.tag.rpartition("}")[2] == tag for node in child]


def _font(node: ET.Element) -> tuple[str, bool]:
    name, struck = "", False
    for child in node:
        tag = child.tag.rpartition("}")[2]
        if tag == "name":
            name = child.get("val", "")
        elif tag == "strike":
            struck = child.get("val", "1") not in ("0", "false")
    return name, struck


def column_index(letters: bytes) -> int:
    """0-based column of Excel letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _position(attributes: bytes) -> tuple[int, int] | None:
    match = _CELL_REF.search(attributes)
    return None if match is None else (int(match[2]) - 1, column_index(match[1]))


def hidden_rows(xml: bytes) -> frozenset[int]:
    """0-based rows hidden by hand or by a filter."""
    if b"hidden=" not in xml:
        return frozenset()
    return frozenset(int(number) - 1 for number in _HIDDEN_ROW.findall(xml))


def error_cells(xml: bytes) -> dict[tuple[int, int], str]:
    """Cells holding #N/A, #REF! … (calamine shows them as empty)."""
    if b't="e"' not in xml and b"t='e'" not in xml:
        return {}
    found: dict[tuple[int, int], str] = {}
    for match in _ERROR_CELL.finditer(xml):
        at, value = _position(match[1]), _VALUE.search(match[2])
        if at is not None:
            found[at] = value[1].decode("ascii", "replace") if value else "#N/A"
    return found


def uncomputed_cells(xml: bytes) -> frozenset[tuple[int, int]]:
    """Formulas whose result was never stored; an empty text result is a result."""
    if b"f>" not in xml:
        return frozenset()
    cells = (
        _position(match[1])
        for match in _FORMULA_CELL.finditer(xml)
        if not match[2] and not _TYPE_STRING.search(match[1])
    )
    return frozenset(at for at in cells if at is not None)


def merged_spans(xml: bytes) -> tuple[Span, ...]:
    """The merged blocks of the sheet."""
    if b"mergeCell " not in xml:
        return ()
    return tuple(
        Span(int(top) - 1, column_index(left), int(bottom) - 1, column_index(right))
        for left, top, right, bottom in _MERGE.findall(xml)
    )


def styles_at(xml: bytes, wanted: frozenset[int]) -> dict[tuple[int, int], int]:
    """Position → style of the filled cells that use one of these styles."""
    found: dict[tuple[int, int], int] = {}
    for match in _STYLED_CELL.finditer(xml):
        style = _STYLE.search(match[1])
        number = int(style[1]) if style else 0
        if number in wanted and (at := _position(match[1])) is not None:
            found[at] = number
    return found
