"""The door to Word: a document in, the bytes of a .docx out; nothing of it is signed or issued."""

from __future__ import annotations

from digicommune.documents.description import Document
from digicommune.domain.progress import Progress, no_progress


def render_docx(document: Document, progress: Progress = no_progress) -> bytes:
    """The document as a Word file laid out as its PDF is; the same document, the same bytes.

    Charts are pictures, the page number is a field, headings are Word's own, so that the office
    goes on working in it. Raises ``UserError`` ``fonts_missing`` as ``render_pdf`` does.
    """
    from digicommune.documents.word.writing import write_document

    return write_document(document, progress)
