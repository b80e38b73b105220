"""The two sides of the annex benchmark put the same words and lines on as many pages."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from benchmarks.annex import annex_document, raw_canvas, rows
from digicommune.documents.pdf import render_pdf


def words(data: bytes, first: int) -> list[list[str]]:
    """The words of each page from a first one on, in no order."""
    pages = PdfReader(BytesIO(data)).pages[first:]
    return [sorted(page.extract_text().split()) for page in pages]


def strokes(data: bytes, page: int) -> int:
    """Straight lines on a page."""
    content = PdfReader(BytesIO(data)).pages[page].get_contents()
    assert content is not None
    return content.get_data().count(b" l")


def test_both_sides_print_the_same() -> None:
    listed = rows(100)
    ours, raw = render_pdf(annex_document(listed)), raw_canvas(listed)
    printed, by_hand = words(ours, 1), words(raw, 0)
    assert len(printed) == len(by_hand)
    # The first page carries the heading of the annex besides.
    assert set(by_hand[0]) <= set(printed[0])
    assert printed[1:] == by_hand[1:]
    assert strokes(ours, 3) == strokes(raw, 2)
