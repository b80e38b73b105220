"""The parts of a Word file and their zip; the same parts give the same bytes on any day."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from digicommune.documents.word.spool import Spool
from digicommune.domain.progress import Progress

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_RELATED}" xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
    f' xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)
FONT = "Times New Roman"
PAGE_NUMBER = "rIdPageNumber"
FOOT = "rIdFoot"
NO_FOOT = f"{FOOT}1"  # the first footer is the empty one
HEAD = "rIdHead"
NO_HEAD = f"{HEAD}1"  # and so is the first header of a first page
TOLD: Final = "Đang ghi tệp Word"
# A zip knows no day before this one.
_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says of itself."""

    title: str
    author: str
    keywords: str
    language: str


@dataclass(slots=True)
class Parts:
    """What is put into the file: body, headers, footers, pictures by their names."""

    body: Spool = field(default_factory=Spool)
    feet: list[str] = field(default_factory=lambda: [""])
    heads: list[str] = field(default_factory=lambda: [""])
    pictures: dict[str, bytes] = field(default_factory=dict)

    def footer(self, content: str) -> str:
        """Keeps a footer and tells its id; nothing is kept of an empty one."""
        if not content:
            return NO_FOOT
        self.feet.append(content)
        return f"{FOOT}{len(self.feet)}"

    def header(self, content: str) -> str:
        """Keeps the header of a first page and tells its id; nothing is kept of an empty one."""
        if not content:
            return NO_HEAD
        self.heads.append(content)
        return f"{HEAD}{len(self.heads)}"

    def picture(self, content: bytes) -> str:
        """Keeps a picture and tells the id by which the body shows it."""
        kind = "jpeg" if content.startswith(b"\xff\xd8") else "png"
        name = f"picture{len(self.pictures) + 1}.{kind}"
        self.pictures[name] = content
        return _picture_id(name)


def packed(parts: Parts, facts: Facts, progress: Progress) -> bytes:
    """The whole file; ``progress`` is told of the bytes of its text."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(parts, facts, progress):
            with archive.open(_entry(name), "w") as part:
                for chunk in content:
                    part.write(chunk)
    return written.getvalue()


def _files(parts: Parts, facts: Facts, progress: Progress) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Each part's name and content, in pieces."""
    texts = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _roots(),
        "docProps/core.xml": _core(facts),
        "docProps/app.xml": _app(),
    }
    yield from ((name, (text.encode(),)) for name, text in texts.items())
    yield "word/document.xml", _document(parts.body, progress)
    texts = {
        "word/styles.xml": _styles(facts.language),
        "word/settings.xml": _settings(),
        "word/header1.xml": _page_number(),
        **{f"word/head{at}.xml": _header(one) for at, one in enumerate(parts.heads, start=1)},
        **{f"word/footer{at}.xml": _footer(one) for at, one in enumerate(parts.feet, start=1)},
        "word/_rels/document.xml.rels": _relations(parts),
    }
    yield from ((name, (text.encode(),)) for name, text in texts.items())
    yield from ((f"word/media/{name}", (content,)) for name, content in parts.pictures.items())


def _document(body: Spool, progress: Progress) -> Iterator[bytes]:
    yield f"{_XML}<w:document {NAMES}><w:body>".encode()
    done = 0
    for chunk in body.chunks():
        yield chunk
        done += len(chunk)
        progress(done, body.length, TOLD)
    yield b"</w:body></w:document>"


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # the same on Windows and Linux
    return entry


def _picture_id(name: str) -> str:
    return "rId" + name.partition(".")[0].capitalize()


def _types(parts: Parts) -> str:
    extensions = sorted({name.rpartition(".")[2] for name in parts.pictures})
    pictures = "".join(
        f'<Default Extension="{one}" ContentType="image/{one}"/>' for one in extensions
    )
    kinds = (
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("header1", "header"),
        *((f"head{at}", "header") for at, _ in enumerate(parts.heads, start=1)),
        *((f"footer{at}", "footer") for at, _ in enumerate(parts.feet, start=1)),
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{overrides}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _related(entries: list[tuple[str, str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, kind, target in entries
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _roots() -> str:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _related(
        [
            ("rId1", f"{_RELATED}/officeDocument", "word/document.xml"),
            ("rId2", core, "docProps/core.xml"),
            ("rId3", f"{_RELATED}/extended-properties", "docProps/app.xml"),
        ]
    )


def _relations(parts: Parts) -> str:
    fixed = [
        ("rIdStyles", f"{_RELATED}/styles", "styles.xml"),
        ("rIdSettings", f"{_RELATED}/settings", "settings.xml"),
        (PAGE_NUMBER, f"{_RELATED}/header", "header1.xml"),
        *(
            (f"{HEAD}{at}", f"{_RELATED}/header", f"head{at}.xml")
            for at, _ in enumerate(parts.heads, start=1)
        ),
        *(
            (f"{FOOT}{at}", f"{_RELATED}/footer", f"footer{at}.xml")
            for at, _ in enumerate(parts.feet, start=1)
        ),
    ]
    pictures = [
        (_picture_id(name), f"{_RELATED}/image", f"media/{name}") for name in parts.pictures
    ]
    return _related([*fixed, *pictures])


def _core(facts: Facts) -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(facts.title)}</dc:title><dc:creator>{escape(facts.author)}</dc:creator>"
        f"<cp:keywords>{escape(facts.keywords)}</cp:keywords>"
        f"<dc:language>{facts.language}</dc:language></cp:coreProperties>"
    )


def _app() -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{_XML}<Properties xmlns="{kind}"><Application>DigiCommune</Application></Properties>'


def _settings() -> str:
    return (
        f'{_XML}<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _page_number() -> str:
    """The number of the page, centred, 14 pt; Word leaves it out on a section's first page."""
    look = '<w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
    field = (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r>{look}<w:t>2</w:t></w:r><w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )
    return _header(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field}</w:p>')


def _header(content: str) -> str:
    return f"{_XML}<w:hdr {NAMES}>{content or '<w:p/>'}</w:hdr>"


def _footer(content: str) -> str:
    return f"{_XML}<w:ftr {NAMES}>{content or '<w:p/>'}</w:ftr>"


def _styles(language: str) -> str:
    fonts = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    headings = "".join(_heading(level) for level in (1, 2, 3))
    return (
        f"{_XML}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{headings}</w:styles>"
    )


def _heading(level: int) -> str:
    look = "<w:b/><w:bCs/>" if level < 3 else "<w:i/><w:iCs/>"
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )
