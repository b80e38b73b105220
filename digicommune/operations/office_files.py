"""Writes a document just made as Word or Excel too; the PDF alone is what is signed and issued."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digicommune.documents.docx import render_docx, render_docx_many
from digicommune.documents.paper_tables import tables_of, text_of
from digicommune.domain.progress import Progress, no_progress
from digicommune.errors import UserError
from digicommune.operations import reports
from digicommune.sheets.paper_books import write_book
from digicommune.sheets.plain_tables import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.documents.description import Document
    from digicommune.domain.paper_tables import PaperTable
    from digicommune.operations.reports import MadeDocument


def write_word(made: MadeDocument, path: Path, progress: Progress = no_progress) -> None:
    """The document as .docx, whole or not at all.

    Raises ``UserError``: ``document_pdf_only``, ``file_not_written``.
    """
    papers = _papers(made)
    one = len(papers) == 1
    content = (
        render_docx(papers[0], progress) if one else render_docx_many(papers, made.title, progress)
    )
    with replacing(path) as part:
        part.write_bytes(content)


def write_excel(made: MadeDocument, path: Path) -> None:
    """Its tables as .xlsx with true numbers, a sheet a table; its text where it has no table.

    Raises ``UserError``: ``document_pdf_only``, ``file_not_written``.
    """
    papers = _papers(made)
    write_book(_tables(papers) or [text_of(one) for one in papers], path)


def _tables(papers: tuple[Document, ...]) -> list[PaperTable]:
    """The tables of all papers; of several each is named by the place of its paper."""
    if len(papers) == 1:
        return list(tables_of(papers[0]))
    return [
        replace(table, name=f"{place}. {table.name}")
        for place, paper in enumerate(papers, start=1)
        for table in tables_of(paper)
    ]


def write(made: MadeDocument, path: Path) -> None:
    """The document as the name of the file asks: .docx, .xlsx, else the PDF."""
    reports.check_place(path)
    kind = path.suffix.lower()
    if kind == ".docx":
        write_word(made, path)
    elif kind == ".xlsx":
        write_excel(made, path)
    else:
        reports.write(made, path)


def _papers(made: MadeDocument) -> tuple[Document, ...]:
    """What its files are written from: one paper, or all that lie in one PDF."""
    papers = (made.described,) if made.described is not None else made.papers
    if not papers:
        raise UserError(
            "document_pdf_only",
            f"“{made.title}” chỉ có bản PDF.",
            "Lưu hoặc in bản PDF; muốn có bản Word hoặc Excel thì lập lại văn bản.",
            title=made.title,
        )
    return papers
