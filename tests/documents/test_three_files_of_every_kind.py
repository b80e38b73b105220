"""PDF, Word and Excel of every paper the office prints: the same figures, made by the command."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.documents.paper_pictures import DAY, PAPERS, Paper, made, sample_office
from tests.documents.reading import pages
from tests.documents.test_docx import said
from tests.documents.test_three_files import figures, shown


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample office, made once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIGICOMMUNE_TODAY", DAY)
        return sample_office(tmp_path_factory.mktemp("office"))


def in_word(path: Path) -> str:
    file = docx.Document(str(path))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    heads = [
        text.text
        for section in file.sections
        for part in (section.first_page_footer, section.footer)
        for text in part.paragraphs
    ]
    return said(" ".join([*(one.text for one in file.paragraphs), *cells, *heads]))


def in_excel(path: Path) -> set[str]:
    found: set[str] = set()
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    found.add(shown(cell.value, cell.number_format))
                elif cell.value:
                    found.update(figures(str(cell.value)))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS, ids=lambda one: one.name)
def test_the_three_files_of_a_paper_have_the_same_figures(
    office: str, paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGICOMMUNE_TODAY", DAY)
    word, book = tmp_path / "a.docx", tmp_path / "a.xlsx"
    (one,) = made(office, tmp_path, (paper,), ("--docx", str(word), "--xlsx", str(book)))
    read = pages(one.pdf.read_bytes())
    paper_text = said(" ".join(page.text for page in read))
    word_text = in_word(word)
    assert set(figures(word_text)) == set(figures(paper_text))
    numbers = set(re.findall(r"\d+", paper_text)) - set(re.findall(r"\d+", word_text))
    assert numbers <= {str(page) for page in range(2, len(read) + 1)}  # a field counts the pages
    wide = {
        figure for page in read if page.width > page.height for figure in figures(said(page.text))
    }
    assert wide <= in_excel(book)
