"""PDF, Word and Excel of one document: the same figures in all three, none of them lost."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from digicommune.documents.description import Document
from digicommune.documents.docx import render_docx
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.paper_tables import tables_of
from digicommune.documents.pdf import render_pdf
from digicommune.domain.numbers import vi_decimal, vi_int
from digicommune.domain.paper_tables import PaperNumber
from digicommune.sheets.paper_books import write_book
from tests.documents.offices import office
from tests.documents.papers import annex, letter, villages
from tests.documents.reading import pages
from tests.documents.test_docx import said

KINDS = ("bao-cao-chuyen-doi-so", "phu-luc-thon")


def composed(kind: str, count: int) -> Document:
    return compose_document(kind, office(count, kind=kind), shipped_wording(kind))


def figures(text: str) -> list[str]:
    """Every figure with a dot or a comma in it, which no code or page number has."""
    return re.findall(r"\d+(?:\.\d{3})+(?:,\d+)?|\d+,\d+", text)


def in_excel(document: Document, folder: Path) -> set[str]:
    """Figures of the workbook, written the Vietnamese way."""
    write_book(tables_of(document), folder / "a.xlsx")
    found: set[str] = set()
    for sheet in openpyxl.load_workbook(folder / "a.xlsx"):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    found.add(shown(cell.value, cell.number_format))
                elif cell.value:
                    found.update(figures(str(cell.value)))
    return found


def shown(value: float, number_format: str) -> str:
    percent = number_format.endswith("%")
    exact = Decimal(repr(value)) * (100 if percent else 1)
    places = len(number_format.rstrip("%").partition(".")[2])
    return vi_decimal(exact.quantize(Decimal(1).scaleb(-places)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [4, 47])
def test_the_three_files_have_the_same_figures(kind: str, count: int, tmp_path: Path) -> None:
    document = composed(kind, count)
    read = pages(render_pdf(document))
    paper = " ".join(said(page.text) for page in read)
    file = docx.Document(BytesIO(render_docx(document)))
    tables = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    word = said(" ".join([*(one.text for one in file.paragraphs), *tables]))
    assert set(figures(word)) == set(figures(paper))
    excel = in_excel(document, tmp_path)
    laid = [page for page in read if page.width > page.height] or read
    printed = {one for page in laid for one in figures(said(page.text))}
    assert printed
    assert printed <= excel


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_of_a_table_is_in_the_workbook(kind: str) -> None:
    document = composed(kind, 4)
    for table in tables_of(document):
        numbers = [
            cell for row in table.rows for cell in row.cells if isinstance(cell, PaperNumber)
        ]
        assert numbers
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_shares_are_three_columns_of_numbers() -> None:
    (table,) = tables_of(composed("phu-luc-thon", 4))
    headings = [one.heading for one in table.columns]
    place = next(i for i, one in enumerate(headings) if one.endswith(": thực hiện"))
    assert headings[place + 1].endswith(": tổng số")
    assert headings[place + 2].endswith(": tỷ lệ")
    total = table.rows[-1]
    done, whole, share = total.cells[place : place + 3]
    assert (done, whole) == (PaperNumber(Decimal(3073)), PaperNumber(Decimal(3412)))
    assert share == PaperNumber(Decimal("0.9006"), 2, percent=True)
    assert total.bold


def test_tables_of_text_and_annexes_have_names_titles_units_and_notes() -> None:
    document = letter(villages(2), annexes=(annex(villages(3), villages(4)),))
    found = tables_of(document)
    assert [one.name for one in found] == ["Bảng", "Phụ lục I", "Phụ lục I (2)"]
    assert found[0].titles[0] == "BÁO CÁO"
    assert found[1].titles == (
        "Phụ lục I",
        "KẾT QUẢ THEO THÔN",
        "(Kèm theo Báo cáo số 45/BC-UBND)",
    )
    assert found[0].unit == "Đơn vị tính: hộ, người"
    assert [one.landscape for one in found] == [False, True, True]
    assert found[2].rows[-1].cells[2:] == (
        PaperNumber(Decimal(400)),
        PaperNumber(Decimal(4000)),
    )
    assert vi_int(4000) == "4.000"
    assert tables_of(letter()) == ()
