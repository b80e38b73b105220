"""The door to PDF: a document in, its bytes out; ReportLab is loaded only when it is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Final

from digicommune.documents.description import Document
from digicommune.domain.progress import SCALE, Progress, no_progress

# The press registers fonts once for the whole process and ReportLab fills them while it draws.
_ONE_AT_A_TIME = Lock()
# Seconds between two reports of one that waits; it may be stopped at each.
_BEAT: Final = 0.05


@contextmanager
def _in_turn(progress: Progress) -> Iterator[None]:
    """The press alone; a paper of thousands of pages may have it before."""
    while not _ONE_AT_A_TIME.acquire(timeout=_BEAT):
        progress(0, SCALE, "Đang chờ văn bản khác dàn trang xong")
    try:
        yield
    finally:
        _ONE_AT_A_TIME.release()


def render_pdf(document: Document, progress: Progress = no_progress) -> bytes:
    """The document as PDF 1.7; the same document gives the same bytes, in any process.

    Laid out after Decree 30/2020, Annex I. Raises ``UserError`` ``fonts_missing`` where the
    program was installed without its fonts, and whatever ``progress`` raises to cancel.
    """
    from digicommune.documents.press.printing import print_document

    with _in_turn(progress):
        return print_document(document, progress)


def beyond_one_page(document: Document) -> int:
    """How many lines of its text one page does not take; 0 where it is a paper of one page."""
    from digicommune.documents.press.printing import beyond_one_page as beyond

    with _in_turn(no_progress):
        return beyond(document)


def render_annex(document: Document, place: int, progress: Progress = no_progress) -> bytes:
    """One annex (counted from 0) as a PDF of its own, which an office signs apart from the paper.

    Its first page leaves the top margin clear for that. Raises what ``render_pdf`` does.
    """
    from digicommune.documents.press.printing import print_annex

    with _in_turn(progress):
        return print_annex(document, place, progress)


def render_pdf_many(
    documents: Sequence[Document], named: str, progress: Progress = no_progress
) -> bytes:
    """Documents in one PDF called ``named``, each with its own page numbers and bookmark.

    For a dossier printed whole and for invitations, one letter an addressee. A document's bookmark
    is its ``outline``, or its kind and trích yếu. Raises what ``render_pdf`` does, and
    ``ValueError`` where there is no document (a bug of the caller).
    """
    from digicommune.documents.press.printing import print_many

    if not documents:
        raise ValueError("no documents to print")
    with _in_turn(progress):
        return print_many(documents, named, progress)
