"""paper check: every kind of document the office can make is sound, faults are told by page."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest

from digicommune.documents.description import DocumentNumber
from digicommune.documents.pdf import render_pdf
from tests.cli.conftest import Ask
from tests.documents.papers import letter

PERIOD = "2026"


@pytest.mark.slow
def test_every_kind_of_the_sample_office_is_sound(ask: Ask, tmp_path: Path) -> None:
    made = ask("demo", "--dir", tmp_path, "--no-window", "--json", "-")
    assert made.status == 0, made.err
    files: list[object] = [*made.data["pdf"]]
    kinds = ask("--db", made.data["db"], "documents", "list", "--json", "-").data["documents"]
    for kind in (one["code"] for one in kinds):
        out, word, excel = (tmp_path / f"{kind}.{ending}" for ending in ("pdf", "docx", "xlsx"))
        written = ask(
            "--db", made.data["db"], "report", kind, "--period", PERIOD, "--village", "Hổ Thôn",
            "--indicator", "TKNH", "--campaign", "TK-2026",
            "--out", out, "--docx", word, "--xlsx", excel,
        )  # fmt: skip
        assert written.status == 0, (kind, written.err)
        assert docx.Document(str(word)).paragraphs, kind
        sheets = openpyxl.load_workbook(excel).worksheets
        assert all(one.max_row > 1 for one in sheets), kind
        files.append(out)
    assert len(files) > 8
    checked = ask("paper", "check", *files, "--json", "-")
    assert [one["faults"] for one in checked.data["files"]] == [[] for _ in files]
    assert checked.status == 0
    archives = [one["archive"] for one in checked.data["files"]]
    assert archives == [{"claims": "2b", "lacks": []} for _ in files]


def test_faults_are_told_with_page_and_code(ask: Ask, tmp_path: Path) -> None:
    wrong = tmp_path / "sai.pdf"
    wrong.write_bytes(render_pdf(letter(number=DocumentNumber("bc-ubnd", "45"))))
    told = ask("paper", "check", wrong)
    assert told.status == 3
    assert f"{wrong}: trang 1:" in told.out
    assert "[number_form]" in told.out
    right = tmp_path / "dung.pdf"
    right.write_bytes(render_pdf(letter()))
    found = ask("paper", "check", wrong, right, "--json", "-").data["files"]
    assert [len(one["faults"]) for one in found] == [1, 0]
    assert found[0]["faults"][0]["page"] == 1


def test_what_a_file_lacks_for_the_archive_is_told_and_is_no_fault(
    ask: Ask, tmp_path: Path
) -> None:
    old, ours = tmp_path / "cu.pdf", tmp_path / "moi.pdf"
    ours.write_bytes(render_pdf(letter()))
    old.write_bytes(ours.read_bytes().replace(b"pdfaid:part", b"pdfaid:tarp"))
    told = ask("paper", "check", old, ours)
    assert told.status == 0
    assert f"{old}: đúng thể thức Nghị định 30 (1 trang)." in told.out
    assert "  Lưu trữ (PDF/A-2b): Tệp không ghi mình là PDF/A" in told.out
    assert "[archive_claim]" in told.out
    assert "  Lưu trữ: tệp ghi PDF/A-2b; không thấy thiếu gì" in told.out
    found = ask("paper", "check", old, ours, "--json", "-").data["files"]
    assert [one["archive"]["claims"] for one in found] == ["", "2b"]
    assert [len(one["archive"]["lacks"]) for one in found] == [1, 0]


def test_what_is_no_pdf_is_refused(ask: Ask, tmp_path: Path) -> None:
    for name, code in (("no.pdf", "pdf_not_read"), ("text.pdf", "paper_not_measured")):
        (tmp_path / "text.pdf").write_text("không phải PDF", encoding="utf-8")
        refused = ask("paper", "check", tmp_path / name, "--json", "-")
        assert (refused.status, refused.data["error"]["code"]) == (1, code)
