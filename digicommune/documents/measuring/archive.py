"""What a PDF lacks for an archive (PDF/A-2b, ISO 19005-2), as far as its structure tells.

No validator: content streams, the shapes of fonts and colours in use are not looked at, and a file
without remarks may still fail one (docs/pdfa.md). No departure from Decree 30, which asks for none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdocument import PDFXRefFallback
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from digicommune.documents.measuring.pdf_limits import PdfBroken, seconds_for, within
from digicommune.documents.measuring.pdf_pages import MET, opened
from digicommune.domain.paper_faults import ArchiveReport, PaperRemark

# Every code a remark may have.
CODES = (
    "archive_actions", "archive_attached", "archive_claim", "archive_colours", "archive_filters",
    "archive_fonts", "archive_forms", "archive_header", "archive_identity", "archive_letters",
    "archive_metadata", "archive_notes", "archive_pictures", "archive_streams",
    "archive_transparency", "archive_unread",
)  # fmt: skip

_HEADER = re.compile(rb"%PDF-1\.[0-7]\r?\n?\r?%[\x80-\xff]{4}")
_UNENDED = re.compile(rb"[^\r\n]endstream\s+endobj")
_CLAIM = re.compile(r"pdfaid:(part|conformance)(?:>|\s*=\s*[\"'])\s*([0-9A-Za-z])")
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


@dataclass(frozen=True, slots=True)
class _Whole:
    """The whole of a file: its bytes, catalog, last trailers and every dictionary in it."""

    data: bytes
    catalog: Facts
    trailers: tuple[Facts, ...]
    found: tuple[Facts, ...]


def archive_report(data: bytes) -> ArchiveReport:
    """What the file says it is and what it lacks; a file that cannot be followed says so."""
    try:
        with within(seconds_for(len(data))):
            whole = _whole(data)
            said = _metadata(whole.catalog)
            claims = _claims(said)
            remarks = tuple(_remarks(whole, claims))
    except (PdfBroken, *MET):
        unread = "Không đọc hết được cấu trúc tệp theo bảng đối tượng của nó."
        return ArchiveReport("", (PaperRemark("archive_unread", unread),))
    if not said:
        missing = "Không có siêu dữ liệu XMP (tên, cơ quan, ngày ở dạng máy đọc được)."
        remarks = (PaperRemark("archive_metadata", missing), *remarks)
    return ArchiveReport(claims, tuple(sorted(remarks, key=lambda one: one.code)))


def _whole(data: bytes) -> _Whole:
    file = opened(data)
    if any(isinstance(table, PDFXRefFallback) for table in file.xrefs):
        raise PdfBroken("table")  # the library made one up by searching
    numbers = sorted({number for table in file.xrefs for number in table.get_objids()})
    found: list[Facts] = []
    for number in numbers:
        found += _dictionaries(file.getobj(number))
    trailers = tuple(table.get_trailer() for table in file.xrefs)
    return _Whole(data, file.catalog, trailers, tuple(found))


def _dictionaries(one: object) -> Iterator[Facts]:
    """An object's dictionary and those written inside it; what it refers to comes by itself."""
    waiting = [one]
    while waiting:
        now = waiting.pop()
        facts = now.attrs if isinstance(now, PDFStream) else now
        if isinstance(facts, dict):
            yield facts
            waiting += facts.values()
        elif isinstance(facts, list):
            waiting += facts


def _metadata(catalog: Facts) -> str:
    stream = resolve1(catalog.get("Metadata"))
    if not isinstance(stream, PDFStream):
        return ""
    data = stream.get_data()
    wide = data[:2] in (b"\xfe\xff", b"\xff\xfe")
    return data.decode("utf-16" if wide else "utf-8", errors="replace")


def _claims(said: str) -> str:
    """ "2b" for PDF/A-2b; nothing where the file says nothing."""
    parts = dict(_CLAIM.findall(said))
    return f"{parts['part']}{parts.get('conformance', '')}".lower() if "part" in parts else ""


def _remarks(whole: _Whole, claims: str) -> Iterator[PaperRemark]:
    if not claims:
        yield PaperRemark("archive_claim", "Tệp không ghi mình là PDF/A (pdfaid trong XMP).")
    coloured = _coloured(whole.catalog)
    if not coloured:
        said = "Chưa khai báo không gian màu chung (OutputIntent kèm hồ sơ màu ICC)."
        yield PaperRemark("archive_colours", said)
    if not _HEADER.match(whole.data):
        said = "Đầu tệp không ghi %PDF-1.x và dòng đánh dấu tệp nhị phân theo sau."
        yield PaperRemark("archive_header", said)
    if not any("ID" in trailer for trailer in whole.trailers):
        yield PaperRemark("archive_identity", "Tệp không có số nhận dạng (ID ở cuối tệp).")
    if _UNENDED.search(whole.data):
        said = "Có luồng dữ liệu không xuống dòng trước chữ endstream."
        yield PaperRemark("archive_streams", said)
    for code, (said, wrong) in _RULES.items():
        if any(_holds(wrong, one) for one in whole.found):
            yield PaperRemark(code, said)
    if not coloured and any(_holds(_shows_through, one) for one in whole.found):
        said = "Có hình hoặc chữ trong suốt mà tệp chưa khai báo không gian màu để hòa trộn."
        yield PaperRemark("archive_transparency", said)


def _holds(wrong: Callable[[Facts], bool], one: Facts) -> bool:
    """Whether it is so; what a file writes in a way nobody can read is not."""
    with suppress(*MET):
        return wrong(one)
    return False


def _coloured(catalog: Facts) -> bool:
    intents = resolve1(catalog.get("OutputIntents"))
    for one in map(resolve1, intents if isinstance(intents, list) else ()):
        if isinstance(one, dict) and _name(one, "S") == "GTS_PDFA1":
            return isinstance(resolve1(one.get("DestOutputProfile")), PDFStream)
    return False


def _name(one: Facts, key: str) -> str:
    value = resolve1(one.get(key))
    return str(value.name) if isinstance(value, PSLiteral) else ""


def _inside(one: Facts, key: str) -> Facts:
    value = resolve1(one.get(key))
    value = value.attrs if isinstance(value, PDFStream) else value
    return value if isinstance(value, dict) else {}


def _runs(one: Facts) -> bool:
    """An action, or what starts one by itself."""
    kind, name = _name(one, "S"), _name(one, "N")
    if kind in _ACTIONS or (kind == "Named" and name and name not in _NAMED):
        return True
    by_field = _name(one, "Subtype") == "Widget" and "A" in one
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
            if _name(shaped, "Subtype") != "Type3" and not any(
                key in _inside(shaped, "FontDescriptor") for key in _SHAPES
            ):
                return True
    return False


def _unlettered(one: Facts) -> bool:
    return any(not _lettered(font) for font in _fonts(one))


def _lettered(font: Facts) -> bool:
    """Whether its codes lead to Unicode: by a table of its own or a standard encoding."""
    kind, coded = _name(font, "Subtype"), _name(font, "Encoding")
    if "ToUnicode" in font or kind == "Type0":
        return "ToUnicode" in font or not coded.startswith("Identity")
    return coded in _UPRIGHT or _name(_inside(font, "Encoding"), "BaseEncoding") in _UPRIGHT


def _forbidden_form(one: Facts) -> bool:
    return "XFA" in one or resolve1(one.get("NeedAppearances")) is True


def _forbidden_note(one: Facts) -> bool:
    """An annotation that plays, hides itself or has no look of its own."""
    if "Rect" not in one or not (_name(one, "Type") == "Annot" or "F" in one):
        return False
    kind, flags = _name(one, "Subtype"), resolve1(one.get("F")) or 0
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
    if _name(one, "Subtype") != "Image":
        return _name(one, "Subtype") == "PS" or ("Ref" in one and _name(one, "Subtype") == "Form")
    return "Alternates" in one or "OPI" in one or resolve1(one.get("Interpolate")) is True


def _shows_through(one: Facts) -> bool:
    if _name(one, "Subtype") == "Image":
        return "SMask" in one
    opaque = all(resolve1(one.get(key, 1)) in (1, 1.0) for key in ("ca", "CA"))
    return not opaque or (_name(one, "SMask") != "None" and "SMask" in one)


# A rule by its code: what it says, and what of a single dictionary breaks it.
_RULES: dict[str, tuple[str, Callable[[Facts], bool]]] = {
    "archive_actions": ("Tệp có lệnh tự chạy (JavaScript, mở tệp, phát tiếng…).", _runs),
    "archive_attached": ("Tệp có tệp khác đính kèm bên trong.", _attaches),
    "archive_filters": ("Có dữ liệu nén kiểu LZW hoặc mã hóa riêng.", _forbidden_filter),
    "archive_fonts": ("Có phông không nằm trong tệp.", _unembedded),
    "archive_forms": ("Tệp có biểu mẫu XFA hoặc phải vẽ lại khi mở.", _forbidden_form),
    "archive_letters": (
        "Có phông không cho biết chữ Unicode: mở lại vẫn đúng hình, nhưng khó tìm và chép chữ.",
        _unlettered,
    ),
    "archive_notes": ("Có ghi chú, ô ký hoặc ô nhập bị ẩn, không in hoặc không có hình.",
                      _forbidden_note),
    "archive_pictures": ("Có hình kiểu không được lưu trữ (nội suy, bản thay thế).",
                         _forbidden_picture),
}  # fmt: skip
