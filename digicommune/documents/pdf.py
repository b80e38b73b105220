"""The door to PDF: a document in, its bytes out; ReportLab is loaded only when it is called."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from digicommune.documents.description import Document
from digicommune.domain.progress import Progress, no_progress

# The press registers fonts once for the whole process and ReportLab fills them while it draws.
_ONE_AT_A_TIME = Lock()


def render_pdf(document: Document, progress: Progress = no_progress) -> bytes:
    """The document as PDF 1.7; the same document gives the same bytes, in any process.

    Laid out after Decree 30/2020, Annex I. Raises ``UserError`` ``fonts_missing`` where the
    program was installed without its fonts, and whatever ``progress`` raises to cancel.
    """
    from digicommune.documents.press.printing import print_document

    with _ONE_AT_A_TIME:
        return print_document(document, progress)


def beyond_one_page(document: Document) -> int:
    """How many lines of its text one page does not take; 0 where it is a paper of one page."""
    from digicommune.documents.press.printing import beyond_one_page as beyond

    with _ONE_AT_A_TIME:
        return beyond(document)


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
    with _ONE_AT_A_TIME:
        return print_many(documents, named, progress)
