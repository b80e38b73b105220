"""Charts and photos of a Word file, in line with the text; it draws no chart itself."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import quoteattr

from digicommune.documents.description import Chart, Photo
from digicommune.documents.press.picture import chart_image, photo_size
from digicommune.documents.press.texts import composed
from digicommune.documents.word.marks import Look, Set, para, run
from digicommune.documents.word.package import Parts

_EMU = 12700  # to a point
_CAPTION = Look(12, italic=True)


def chart(block: Chart, width: float, parts: Parts) -> str:
    """The chart as a picture across the text, its caption below."""
    drawn = chart_image(block, width)
    written = BytesIO()
    drawn.save(written, "PNG")
    size = width, width * drawn.height / drawn.width
    return _shown(written.getvalue(), block.caption, size, parts)


def photo(block: Photo, width: float, parts: Parts) -> str:
    """The photo as it was brought, its caption below."""
    return _shown(block.content, block.caption, photo_size(block, width), parts)


def _shown(content: bytes, caption: str, size: tuple[float, float], parts: Parts) -> str:
    key = parts.picture(content)
    number = len(parts.pictures)
    wide, high = (round(one * _EMU) for one in size)
    told = quoteattr(composed(caption))
    kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    drawing = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name="Picture {number}"'
        f' descr={told}/><a:graphic><a:graphicData uri="{kind}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}" descr={told}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return para(drawing, Set("center", before=10, keep_next=True)) + para(
        run(caption, _CAPTION), Set("center", before=4, after=4)
    )
