"""The words on the pages of a signed file, to tell whose it is; it measures no layout."""

from __future__ import annotations

from digicommune.documents.measuring.lines import lines_of
from digicommune.documents.measuring.pdf_limits import PdfBroken
from digicommune.documents.measuring.pdf_pages import pages_of


def words_of(content: bytes) -> str:
    """All lines of all pages with plain blanks; empty where nothing can be read."""
    try:
        return "\n".join(line.plain for page in pages_of(content) for line in lines_of(page))
    except PdfBroken:
        return ""
