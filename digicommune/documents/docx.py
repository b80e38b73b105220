"""The door to Word: a document in, the bytes of a .docx out; nothing of it is signed or issued."""

from __future__ import annotations

from collections.abc import Sequence

from digicommune.documents.description import Document
from digicommune.domain.progress import Progress, no_progress


def render_docx(document: Document, progress: Progress = no_progress) -> bytes:
    """The document as a Word file laid out as its PDF is; the same document, the same bytes.

    Charts are pictures, the page number is a field, headings are Word's own, so that the office
    goes on working in it. Raises ``UserError`` ``fonts_missing`` as ``render_pdf`` does.
    """
    from digicommune.documents.word.writing import write_document

    return write_document(document, progress)


def render_docx_many(
    documents: Sequence[Document], named: str, progress: Progress = no_progress
) -> bytes:
    """Documents in one Word file called ``named``, each numbering its pages from its own first.

    Raises ``ValueError`` where there is no document (a bug of the caller).
    """
    from digicommune.documents.word.writing import write_many

    if not documents:
        raise ValueError("no documents to write")
    return write_many(documents, named, progress)
