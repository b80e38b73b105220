"""What a PDF lacks for an archive (PDF/A-2b, ISO 19005-2), as far as its structure tells.

No validator: content streams, the shapes of fonts and colours in use are not looked at, and a file
without remarks may still fail one (docs/pdfa.md). No departure from Decree 30, which asks for none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice

from pdfminer.pdfdocument import PDFDocument, PDFXRefFallback
from pdfminer.pdftypes import PDFStream, resolve1

from digicommune.documents.measuring.archive_rules import RULES, Facts, name_of, shows_through
from digicommune.documents.measuring.pdf_limits import PdfBroken, seconds_for, within
from digicommune.documents.measuring.pdf_pages import MET, opened
from digicommune.domain.paper_faults import ArchiveReport, PaperRemark

# Every code a remark may have, and what it says.
CODES = {
    "archive_actions": "Tệp có lệnh tự chạy (JavaScript, mở tệp, phát tiếng…).",
    "archive_attached": "Tệp có tệp khác đính kèm bên trong.",
    "archive_claim": "Tệp không ghi mình là PDF/A (pdfaid trong XMP).",
    "archive_colours": "Chưa khai báo không gian màu chung (OutputIntent kèm hồ sơ màu ICC).",
    "archive_filters": "Có dữ liệu nén kiểu LZW hoặc mã hóa riêng.",
    "archive_fonts": "Có phông không nằm trong tệp.",
    "archive_forms": "Tệp có biểu mẫu XFA hoặc phải vẽ lại khi mở.",
    "archive_header": "Đầu tệp không ghi %PDF-1.x và dòng đánh dấu tệp nhị phân theo sau.",
    "archive_identity": "Tệp không có số nhận dạng (ID ở cuối tệp).",
    "archive_letters": "Có phông không cho biết chữ Unicode: hình vẫn đúng, khó tìm và chép chữ.",
    "archive_metadata": "Không có siêu dữ liệu XMP (tên, cơ quan, ngày ở dạng máy đọc được).",
    "archive_notes": "Có ghi chú, ô ký hoặc ô nhập bị ẩn, không in hoặc không có hình.",
    "archive_pictures": "Có hình kiểu không được lưu trữ (nội suy, bản thay thế).",
    "archive_streams": "Có luồng dữ liệu không xuống dòng trước chữ endstream.",
    "archive_transparency": "Có hình, chữ trong suốt mà chưa khai báo không gian màu để hòa trộn.",
    "archive_unread": "Không đọc hết được cấu trúc tệp theo bảng đối tượng của nó.",
}
# No paper has so many parts; a file that tells of more is made to fill the memory.
_MOST = 300_000

_HEADER = re.compile(rb"%PDF-1\.[0-7]\r?\n?\r?%[\x80-\xff]{4}")
_UNENDED = re.compile(rb"[^\r\n]endstream\s+endobj")
_CLAIM = re.compile(r"pdfaid:(part|conformance)(?:>|\s*=\s*[\"'])\s*([0-9A-Za-z])")


def archive_report(data: bytes) -> ArchiveReport:
    """What the file says it is and what it lacks; a file that cannot be followed says so."""
    try:
        with within(seconds_for(len(data))):
            file = opened(data)
            claims, lacking = _said(file.catalog)
            lacking |= _lacking(file) | _unwritten(data)
    except (PdfBroken, *MET):
        claims, lacking = "", {"archive_unread"}
    return ArchiveReport(claims, tuple(PaperRemark(one, CODES[one]) for one in sorted(lacking)))


def _said(catalog: Facts) -> tuple[str, set[str]]:
    """ "2b" where the metadata say PDF/A-2b, nothing where they say nothing; what they lack."""
    said = _metadata(catalog)
    parts = dict(_CLAIM.findall(said))
    if "part" in parts:
        return f"{parts['part']}{parts.get('conformance', '')}".lower(), set()
    return "", {"archive_claim"} if said else {"archive_claim", "archive_metadata"}


def _metadata(catalog: Facts) -> str:
    stream = resolve1(catalog.get("Metadata"))
    if not isinstance(stream, PDFStream):
        return ""
    data = stream.get_data()
    wide = data[:2] in (b"\xfe\xff", b"\xff\xfe")
    return data.decode("utf-16" if wide else "utf-8", errors="replace")


def _unwritten(data: bytes) -> set[str]:
    """What only the bytes tell."""
    header = set() if _HEADER.match(data) else {"archive_header"}
    return header | ({"archive_streams"} if _UNENDED.search(data) else set())


def _lacking(file: PDFDocument) -> set[str]:
    if any(isinstance(table, PDFXRefFallback) for table in file.xrefs):
        raise PdfBroken("table")  # the library made one up by searching
    rules = dict(RULES)
    if not _coloured(file.catalog):
        rules["archive_transparency"] = shows_through
    found = set() if _coloured(file.catalog) else {"archive_colours"}
    if not any("ID" in table.get_trailer() for table in file.xrefs):
        found.add("archive_identity")
    for one in _dictionaries(file):
        broken = [code for code, wrong in rules.items() if _holds(wrong, one)]
        found.update(broken)
        for code in broken:
            del rules[code]
    return found


def _dictionaries(file: PDFDocument) -> Iterator[Facts]:
    """Every dictionary of the file; raises ``PdfBroken`` where there are too many."""
    count = 0
    for number in _numbers(file):
        for one in _within(file.getobj(number)):
            count += 1
            if count > _MOST:
                raise PdfBroken("dictionaries")
            yield one


def _numbers(file: PDFDocument) -> list[int]:
    """The numbers of its objects; a table may tell of more than there is room for."""
    found: set[int] = set()
    for table in file.xrefs:
        found.update(islice(table.get_objids(), _MOST))
    if len(found) >= _MOST:
        raise PdfBroken("objects")
    return sorted(found)


def _within(one: object) -> Iterator[Facts]:
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


def _holds(wrong: Callable[[Facts], bool], one: Facts) -> bool:
    """Whether it is so; what a file writes in a way nobody can read is not."""
    with suppress(*MET):
        return wrong(one)
    return False


def _coloured(catalog: Facts) -> bool:
    intents = resolve1(catalog.get("OutputIntents"))
    for one in map(resolve1, intents if isinstance(intents, list) else ()):
        if isinstance(one, dict) and name_of(one, "S") == "GTS_PDFA1":
            return isinstance(resolve1(one.get("DestOutputProfile")), PDFStream)
    return False
