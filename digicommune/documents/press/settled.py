"""Pages packed as soon as they are drawn, so that a long file does not lie unpacked in memory."""

from __future__ import annotations

from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress

from digicommune.documents.press.stages import TOLD
from digicommune.domain.progress import Progress, no_progress

# Pages written between two reports of progress.
_EVERY: Final = 20


class Settled:
    """The pages of one file that are done: packed now, told of when they are written.

    The library would pack them in its last call, all at once; the bytes are the same.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._pages = 0
        self._written = 0
        self.progress: Progress = no_progress

    def settle(self) -> None:
        """Packs the page shown last."""
        page = self._document.Pages.pages[-1]
        packed = PDFZCompress.encode(page.stream)
        page.stream = None
        page.Contents = PDFStream(content=packed, filters=[_Packed(self)])
        self._pages += 1

    def written(self) -> None:
        """One page more stands in the file."""
        self._written += 1
        if self._written % _EVERY == 0 or self._written == self._pages:
            self.progress(self._written, self._pages, TOLD)


class _Packed:
    """The filter of a stream that is packed already, in the library's words."""

    pdfname = PDFZCompress.pdfname

    def __init__(self, pages: Settled) -> None:
        self._pages = pages

    def encode(self, content: bytes) -> bytes:
        self._pages.written()
        return content
