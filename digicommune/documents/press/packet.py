"""The metadata of a file as XMP (ISO 16684-1), with Annex VI's fields; it decides no value.

Standard properties say what every archive reads; the fields of Decree 30/2020, Annex VI, that have
no standard property are under a schema of our own, described in the packet as PDF/A asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from digicommune.documents.press.facts import FileFacts

PRODUCER = "DigiCommune, ReportLab"
CREATOR = "DigiCommune"
FIELDS_OF = "urn:digicommune:nd30-2020:phu-luc-vi#"
_MOST_PAGES = 999  # PageAmount has three digits

_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "nd30": FIELDS_OF,
}
# Annex VI's names of fields, and what each is in words for a reader who does not know them.
_FIELDS = {
    "TypeName": "Tên loại văn bản",
    "CodeNumber": "Số của văn bản",
    "CodeNotation": "Ký hiệu của văn bản",
    "IssuedDate": "Ngày, tháng, năm ban hành (dd/mm/yyyy)",
    "OrganName": "Tên cơ quan, tổ chức ban hành văn bản",
    "Subject": "Trích yếu nội dung",
    "PageAmount": "Số trang của văn bản",
    "Position": "Chức vụ của người ký văn bản",
    "FullName": "Họ và tên người ký văn bản",
}


def packet(facts: FileFacts, pages: int) -> bytes:
    """The XMP packet of a PDF/A-2b file of so many pages, as UTF-8; no clock is asked."""
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
    lines = (*_standard(facts), *_fields(facts, pages))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF {names}>\n<rdf:Description rdf:about="">\n'
        + "\n".join(lines)
        + "\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    ).encode()


def _standard(facts: FileFacts) -> Iterable[str]:
    yield "<pdfaid:part>2</pdfaid:part>"
    yield "<pdfaid:conformance>B</pdfaid:conformance>"
    yield "<dc:format>application/pdf</dc:format>"
    yield _set("dc:title", "Alt", (facts.title,))
    yield _set("dc:creator", "Seq", (facts.author,))
    yield _set("dc:description", "Alt", (facts.subject,))
    yield _set("dc:language", "Bag", (facts.language,))
    yield _set("dc:type", "Bag", (facts.kind,))
    yield _set("dc:subject", "Bag", facts.keywords)
    yield _one("dc:identifier", facts.reference)
    yield _one("pdf:Keywords", ", ".join(facts.keywords))
    yield _one("pdf:Producer", PRODUCER)
    yield _one("xmp:CreatorTool", CREATOR)
    if facts.day is not None:
        yield _set("dc:date", "Seq", (facts.day.isoformat(),))
        yield _one("xmp:CreateDate", facts.day.isoformat())


def _fields(facts: FileFacts, pages: int) -> Iterable[str]:
    known = {
        "TypeName": facts.kind,
        "CodeNumber": facts.number,
        "CodeNotation": facts.symbol,
        "IssuedDate": f"{facts.day:%d/%m/%Y}" if facts.day else "",
        "OrganName": facts.author,
        "Subject": facts.subject,
        "PageAmount": str(pages) if 0 < pages <= _MOST_PAGES else "",
        "Position": facts.position,
        "FullName": facts.signer,
    }
    written = [name for name, value in known.items() if value]
    if written:
        yield from (_one(f"nd30:{name}", known[name]) for name in written)
        yield _described(written)


def _one(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _set(name: str, kind: str, values: Iterable[str]) -> str:
    """A property of several values, or of one in the language nobody asked for (``Alt``)."""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    items = "".join(f"<rdf:li{language}>{escape(one)}</rdf:li>" for one in values if one)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _described(written: Iterable[str]) -> str:
    """What the fields of our own schema are (ISO 19005-2, 6.6.2.3.3)."""
    properties = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name>"
        "<pdfaProperty:valueType>Text</pdfaProperty:valueType>"
        "<pdfaProperty:category>external</pdfaProperty:category>"
        f"<pdfaProperty:description>{_FIELDS[name]}</pdfaProperty:description>"
        "</rdf:li>"
        for name in written
    )
    return (
        '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
        "<pdfaSchema:schema>Nghị định 30/2020/NĐ-CP, Phụ lục VI</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{FIELDS_OF}</pdfaSchema:namespaceURI>"
        "<pdfaSchema:prefix>nd30</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>"
        "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
    )
