"""What no dictionary of an archive file may say (ISO 19005-2), a rule a code; it reads no file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

# Actions that run, play, send or change something (6.5.1).
_ACTIONS = {
    "Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition",
    "Trans", "GoTo3DView", "JavaScript", "SetState", "NOP", "set-state", "no-op",
}  # fmt: skip
_NAMED = {"NextPage", "PrevPage", "FirstPage", "LastPage"}
_NOTES = {"Sound", "Movie", "Screen", "3D", "RichMedia", "FileAttachment"}
_SHAPES = ("FontFile", "FontFile2", "FontFile3")
_UPRIGHT = {"WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding", "MacExpertEncoding"}
_PRINTED, _HIDDEN = 4, 1 | 2 | 32  # flags of an annotation: printed; invisible, hidden, not viewed

Facts = dict[str, Any]


def name_of(one: Facts, key: str) -> str:
    """The name a key has for its value; nothing where it is no name."""
    value = resolve1(one.get(key))
    return str(value.name) if isinstance(value, PSLiteral) else ""


def _inside(one: Facts, key: str) -> Facts:
    value = resolve1(one.get(key))
    value = value.attrs if isinstance(value, PDFStream) else value
    return value if isinstance(value, dict) else {}


def _runs(one: Facts) -> bool:
    """An action, or what starts one by itself."""
    kind, name = name_of(one, "S"), name_of(one, "N")
    if kind in _ACTIONS or (kind == "Named" and name and name not in _NAMED):
        return True
    by_field = name_of(one, "Subtype") == "Widget" and "A" in one
    return by_field or "AA" in one or "JS" in one or "JavaScript" in one


def _attaches(one: Facts) -> bool:
    return "EmbeddedFiles" in one or "EF" in one


def _fonts(one: Facts) -> Iterator[Facts]:
    """The fonts a page or form may draw with; those only a form to fill in names are no matter."""
    for told in map(resolve1, _inside(_inside(one, "Resources"), "Font").values()):
        if isinstance(told, dict):
            yield told


def _unembedded(one: Facts) -> bool:
    """Fonts whose shapes are not in the file; a composite font's are in the font below it."""
    for font in _fonts(one):
        below = resolve1(font.get("DescendantFonts")) or [font]
        for shaped in map(resolve1, below):
            if name_of(shaped, "Subtype") != "Type3" and not any(
                key in _inside(shaped, "FontDescriptor") for key in _SHAPES
            ):
                return True
    return False


def _unlettered(one: Facts) -> bool:
    return any(not _lettered(font) for font in _fonts(one))


def _lettered(font: Facts) -> bool:
    """Whether its codes lead to Unicode: by a table of its own or a standard encoding."""
    kind, coded = name_of(font, "Subtype"), name_of(font, "Encoding")
    if "ToUnicode" in font or kind == "Type0":
        return "ToUnicode" in font or not coded.startswith("Identity")
    return coded in _UPRIGHT or name_of(_inside(font, "Encoding"), "BaseEncoding") in _UPRIGHT


def _forbidden_form(one: Facts) -> bool:
    return "XFA" in one or resolve1(one.get("NeedAppearances")) is True


def _forbidden_note(one: Facts) -> bool:
    """An annotation that plays, hides itself or has no look of its own."""
    if "Rect" not in one or not (name_of(one, "Type") == "Annot" or "F" in one):
        return False
    kind, flags = name_of(one, "Subtype"), resolve1(one.get("F")) or 0
    if kind in _NOTES:
        return True
    if kind in ("", "Popup"):
        return False
    rect = [resolve1(edge) for edge in resolve1(one["Rect"])]
    unseen = rect[0] == rect[2] or rect[1] == rect[3]
    drawn = set(_inside(one, "AP"))
    looks = drawn == {"N"} or (not drawn and (kind == "Link" or unseen))
    return bool(flags & _HIDDEN) or not flags & _PRINTED or not looks


def _forbidden_filter(one: Facts) -> bool:
    told = resolve1(one.get("Filter", one.get("F")))
    names = told if isinstance(told, list) else [told]
    return bool({"LZWDecode", "LZW", "Crypt"} & {getattr(resolve1(n), "name", "") for n in names})


def _forbidden_picture(one: Facts) -> bool:
    if name_of(one, "Subtype") != "Image":
        return name_of(one, "Subtype") == "PS" or (
            "Ref" in one and name_of(one, "Subtype") == "Form"
        )
    return "Alternates" in one or "OPI" in one or resolve1(one.get("Interpolate")) is True


def shows_through(one: Facts) -> bool:
    """Whether something is blended, which an archive file may where it names its colours."""
    if name_of(one, "Subtype") == "Image":
        return "SMask" in one
    opaque = all(resolve1(one.get(key, 1)) in (1, 1.0) for key in ("ca", "CA"))
    return not opaque or (name_of(one, "SMask") != "None" and "SMask" in one)


# A rule by its code: whether a dictionary breaks it.
RULES: dict[str, Callable[[Facts], bool]] = {
    "archive_actions": _runs,
    "archive_attached": _attaches,
    "archive_filters": _forbidden_filter,
    "archive_fonts": _unembedded,
    "archive_forms": _forbidden_form,
    "archive_letters": _unlettered,
    "archive_notes": _forbidden_note,
    "archive_pictures": _forbidden_picture,
}
