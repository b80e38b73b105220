"""Word and Excel beside the PDF, by command: from one print, refused before any work."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
from pypdf import PdfReader

from tests.cli.conftest import Ask
from tests.cli.test_main_line import Office, villages


def test_a_report_is_written_as_word_and_excel_too(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    word, excel = tmp_path / "bc.docx", tmp_path / "bc.xlsx"
    made = office(
        "report", "bao-cao-chuyen-doi-so", "--period", "2026", "--number", "45",
        "--out", tmp_path / "bc.pdf", "--docx", word, "--xlsx", excel, "--json", "-",
    )  # fmt: skip
    assert made.status == 0, made.err
    assert (made.data["docx"], made.data["xlsx"]) == (str(word), str(excel))
    cells = [
        cell.text for table in docx.Document(str(word)).tables for cell in table.columns[0].cells
    ]
    assert any("45/BC-UBND" in one for one in cells)
    book = openpyxl.load_workbook(excel)
    assert "Phụ lục I" in book.sheetnames
    values = [cell.value for row in book["Phụ lục II"].iter_rows() for cell in row]
    assert 1_700 in values
    assert "45/BC-UBND" in PdfReader(tmp_path / "bc.pdf").pages[0].extract_text()
    lines = office("documents", "list").out
    assert "bao-cao-chuyen-doi-so" in lines


def test_a_village_s_papers_are_written_so_too(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    word = tmp_path / "phieu.docx"
    made = office(
        "report", "village-card", "--period", "2026", "--village", "Duyên Hy",
        "--out", tmp_path / "phieu.pdf", "--docx", word,
    )  # fmt: skip
    assert made.status == 0, made.err
    assert "PHIẾU THÔN" in "\n".join(one.text for one in docx.Document(str(word)).paragraphs)


def test_a_whole_dossier_is_one_word_file_and_one_workbook(office: Office, tmp_path: Path) -> None:
    villages(office, tmp_path)
    word, excel = tmp_path / "hs.docx", tmp_path / "hs.xlsx"
    made = office(
        "report", "ho-so-cong-nhan", "--period", "2026", "--village", "Duyên Hy",
        "--out", tmp_path / "hs.pdf", "--docx", word, "--xlsx", excel,
    )  # fmt: skip
    assert made.status == 0, made.err
    file = docx.Document(str(word))
    said = "\n".join(one.text for one in file.paragraphs)
    for kind in ("BIÊN BẢN", "TỜ TRÌNH", "QUYẾT ĐỊNH"):
        assert kind in said
    assert len(file.sections) > 7
    names = openpyxl.load_workbook(excel).sheetnames
    assert names[0] == "1. Bảng"
    assert "2. Phụ lục" in names


def test_places_are_looked_at_before_anything_is_made(office: Office, tmp_path: Path) -> None:
    out = tmp_path / "bc.pdf"
    words = ("report", "bao-cao-chuyen-doi-so", "--period", "2026", "--out", out)
    lost = office(*words, "--docx", tmp_path / "nowhere" / "bc.docx", "--json", "-")
    assert (lost.status, lost.data["error"]["code"]) == (1, "folder_missing")
    twice = office(*words, "--xlsx", out, "--json", "-")
    assert (twice.status, twice.data["error"]["code"]) == (1, "same_file_twice")
    assert not out.exists()


def test_the_demo_writes_all_three(ask: Ask, tmp_path: Path) -> None:
    made = ask("demo", "--dir", tmp_path, "--no-window", "--json", "-")
    assert made.status == 0, made.err
    for ending in ("pdf", "docx", "xlsx"):
        written = [Path(one) for one in made.data[ending]]
        assert len(written) >= 3
        assert all(one.suffix == f".{ending}" and one.stat().st_size > 4_000 for one in written)
        assert {one.parent for one in written} == {tmp_path / "out"}
