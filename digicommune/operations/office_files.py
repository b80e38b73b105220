"""Writes a document just made as Word or Excel too; the PDF alone is what is signed and issued."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digicommune.documents.docx import render_docx, render_docx_many
from digicommune.documents.paper_tables import tables_of, text_of
from digicommune.domain.progress import SCALE, Counted, Progress, no_progress, stage
from digicommune.errors import UserError
from digicommune.operations import reports
from digicommune.sheets.paper_books import write_book
from digicommune.sheets.plain_tables import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from digicommune.documents.description import Document
    from digicommune.domain.paper_tables import PaperTable
    from digicommune.operations.reports import MadeDocument

_TOLD = "Đang ghi tệp Excel"
_READING, _WRITING = (0, 200), (200, SCALE)


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


def write_excel(made: MadeDocument, path: Path, progress: Progress = no_progress) -> None:
    """Its tables as .xlsx with true numbers, a sheet a table; its text where it has no table.

    Raises ``UserError``: ``document_pdf_only``, ``file_not_written``.
    """
    papers = _papers(made)
    tables = _tables(papers, stage(progress, _READING)) or [text_of(one) for one in papers]
    write_book(tables, path, stage(progress, _WRITING))


def _tables(papers: tuple[Document, ...], progress: Progress) -> list[PaperTable]:
    """The tables of all papers; of several each is named by the place of its paper."""
    read = Counted(progress, sum(one.row_count for one in papers), _TOLD)
    if len(papers) == 1:
        return list(tables_of(papers[0], read))
    return [
        replace(table, name=f"{place}. {table.name}")
        for place, paper in enumerate(papers, start=1)
        for table in tables_of(paper, read)
    ]


def write(made: MadeDocument, path: Path, progress: Progress = no_progress) -> None:
    """The document as the name of the file asks: .docx, .xlsx, else the PDF."""
    reports.check_place(path)
    kind = path.suffix.lower()
    if kind == ".docx":
        write_word(made, path, progress)
    elif kind == ".xlsx":
        write_excel(made, path, progress)
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
