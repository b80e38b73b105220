"""PDF files made to hang or to fill the memory: each is refused, and soon."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable

import pytest

from digicommune.documents.measuring import pdf_pages
from digicommune.documents.measuring.checking import measured
from digicommune.documents.measuring.pdf_limits import PdfBroken, seconds_for, within
from digicommune.errors import UserError

CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
SHOW = b"BT /F 12 Tf 10 10 Td <00010002> Tj ET"


def pdf(*objects: str | bytes) -> bytes:
    """A file of these objects, numbered from 1, the first its root; its table is sound."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        text = one if isinstance(one, bytes) else one.encode("ascii")
        out += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n" % (len(objects) + 1, len(out))
    return out + table + end + b"%%EOF"


def stream(data: bytes, facts: str = "") -> bytes:
    head = f"<< /Length {len(data)} {facts} >>\nstream\n".encode("ascii")
    return head + data + b"\nendstream"


def page(content: bytes, resources: str = "<< >>") -> tuple[str, str, str, bytes]:
    facts = "<< /Type /Page /MediaBox [0 0 595 842] /Contents 4 0 R /Resources"
    return CATALOG, PAGES, f"{facts} {resources} >>", content


def font(widths: str = "[]", letters: bytes = b"") -> bytes:
    """A page that writes two letters in a font with these tables."""
    whole = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H"
    inner = f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W {widths} >>"
    return pdf(
        *page(stream(SHOW), "<< /Font << /F 5 0 R >> >>"),
        f"{whole} /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        inner,
        stream(letters),
    )


def forms(depth: int) -> bytes:
    """Forms each drawing the next ten times."""
    kind = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    drawn = [
        stream(b"/A Do " * 10, f"{kind} /Resources << /XObject << /A {6 + at} 0 R >> >>")
        for at in range(depth)
    ]
    last = stream(b"0 0 m 5 5 l S", kind)
    return pdf(*page(stream(b"/A Do"), "<< /XObject << /A 5 0 R >> >>"), *drawn, last)


def bomb() -> bytes:
    machine = zlib.compressobj(9)
    packed = b"".join(machine.compress(bytes(1 << 20)) for _ in range(256)) + machine.flush()
    return pdf(*page(stream(packed, "/Filter /FlateDecode")))


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a stream of 256 MB": bomb,
    "letters for four thousand million codes": lambda: font(
        letters=b"1 beginbfrange <00000000> <FFFFFFFF> <00000000> endbfrange"
    ),
    "widths for four thousand million codes": lambda: font("[0 4000000000 500]"),
    "widths told 20,000 times": lambda: font(f"[{'0 69000 500 ' * 20_000}]"),
    "references in a ring": lambda: pdf(CATALOG, "3 0 R", "2 0 R"),
    "forms in forms": lambda: forms(12),
    "brackets without end": lambda: pdf(*page(stream(b"(" * 3_000_000))),
    "pages in pages": lambda: pdf(CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] >>"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_made_to_hang_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = HOSTILE[kind]()
    monkeypatch.setattr(pdf_pages, "seconds_for", lambda _size: 2.0)
    begun = time.monotonic()
    with pytest.raises(UserError) as caught:
        measured(data, "a.pdf")
    assert caught.value.code == "paper_not_measured"
    assert time.monotonic() - begun < 20


def test_the_same_font_with_sound_tables_is_measured() -> None:
    assert measured(font("[1 [500 500]]", b"1 beginbfchar <0001> <0041> endbfchar")).pages == 1


def test_a_table_that_leads_nowhere_is_not_believed() -> None:
    data = font("[1 [500 500]]", b"1 beginbfrange <0001> <0002> <0041> endbfrange")
    at = data.index(b"0000000009 00000 n")
    astray = data[:at] + b"0000000031" + data[at + 10 :]
    texts = [[glyph.text for glyph in one.glyphs] for one in pdf_pages.pages_of(astray)]
    assert texts == [["A", "B"]]


def for_ever(seconds: float) -> None:
    with within(seconds):
        while True:
            pass


def test_time_is_for_the_block_alone() -> None:
    with pytest.raises(PdfBroken):
        for_ever(0.05)
    with within(60.0):
        done = sum(range(1_000))
    assert done == 499_500
    assert seconds_for(0) == 30.0
    assert seconds_for(1 << 40) == 600.0
