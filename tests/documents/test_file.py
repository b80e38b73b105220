"""The file itself: the same bytes everywhere, its fonts inside, its language and outline."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from digicommune.documents.description import Heading, Metadata, paragraph
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.pdf import render_pdf
from digicommune.domain.progress import no_progress
from digicommune.errors import Cancelled, UserError
from tests.documents.offices import office
from tests.documents.papers import SENTENCE, annex, letter, villages

ROOT = Path(__file__).resolve().parents[2]
KIND = "bao-cao-chuyen-doi-so"
PRINT = """
import hashlib, sys
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.pdf import render_pdf
from tests.documents.offices import office
kind = "bao-cao-chuyen-doi-so"
document = compose_document(kind, office(12), shipped_wording(kind))
sys.stdout.write(hashlib.sha256(render_pdf(document)).hexdigest())
"""


def printed(count: int = 12) -> bytes:
    return render_pdf(compose_document(KIND, office(count), shipped_wording(KIND)))


def elsewhere(seed: str, home: Path) -> str:
    """The same report printed by another process with another hash seed and matplotlibrc."""
    (home / "matplotlibrc").write_text("axes.grid: True\nfont.size: 30\n", encoding="utf-8")
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT") if key in os.environ}
    environment = {**kept, "PYTHONHASHSEED": seed, "MPLCONFIGDIR": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", PRINT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_same_report_has_the_same_bytes_in_other_processes(tmp_path: Path) -> None:
    here = hashlib.sha256(printed()).hexdigest()
    printed(3)
    assert hashlib.sha256(printed()).hexdigest() == here
    assert elsewhere("1", tmp_path) == elsewhere("2", tmp_path) == here


def fonts_of(page: PageObject) -> Any:
    resources: Any = page["/Resources"]
    return resources["/Font"]


def test_every_font_is_embedded_as_a_subset_and_no_other_is_named() -> None:
    reader = PdfReader(BytesIO(printed()))
    fonts = {
        str(font["/BaseFont"]): font.get_object()
        for page in reader.pages
        for font in (one.get_object() for one in fonts_of(page).values())
    }
    assert {name.partition("+")[2] for name in fonts} == {
        f"LiberationSerif{style}" for style in ("", "-Bold", "-Italic", "-BoldItalic")
    }
    for name, font in fonts.items():
        assert name[7:9] == "+L"
        assert "/FontFile2" in font["/FontDescriptor"].get_object()
        assert "/ToUnicode" in font


def test_version_language_title_and_author() -> None:
    document = letter(metadata=Metadata("Ủy ban nhân dân xã Hoằng Châu", ("2026-Q1",)))
    data = render_pdf(document)
    reader = PdfReader(BytesIO(data))
    assert data.startswith(b"%PDF-1.7")
    assert str(reader.root_object["/Lang"]) == "vi-VN"
    assert reader.metadata is not None
    assert reader.metadata.title == "BÁO CÁO Kết quả thực hiện chuyển đổi số quý I năm 2026"
    assert reader.metadata.author == "Ủy ban nhân dân xã Hoằng Châu"
    assert not reader.is_encrypted


def test_the_outline_leads_to_title_headings_and_annexes() -> None:
    body = (Heading("I. MỘT"), paragraph(SENTENCE), Heading("1. Hai", 2), paragraph(SENTENCE))
    reader = PdfReader(BytesIO(render_pdf(letter(*body, annexes=(annex(villages(30)),)))))
    found: list[tuple[int, str, int | None]] = []

    def walk(entries: list[object], depth: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, depth + 1)
            else:
                page = reader.get_destination_page_number(entry)  # type: ignore[arg-type]
                found.append((depth, str(entry.title), page))  # type: ignore[attr-defined]

    walk(list(reader.outline), 0)
    assert [(depth, title) for depth, title, _ in found] == [
        (0, "BÁO CÁO Kết quả thực hiện chuyển đổi số quý I năm 2026"),
        (1, "I. MỘT"),
        (2, "1. Hai"),
        (0, "Phụ lục I. KẾT QUẢ THEO THÔN"),
    ]
    assert [page for *_, page in found] == [0, 0, 0, 1]


def test_progress_runs_to_its_end_and_may_stop_the_work() -> None:
    told: list[tuple[int, int]] = []
    document = letter(annexes=(annex(villages(200)),))
    render_pdf(document, lambda done, total, _what: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    def stop(done: int, total: int, what: str) -> None:
        if done > 100:
            raise Cancelled

    with pytest.raises(Cancelled):
        render_pdf(document, stop)
    assert render_pdf(document, no_progress) == render_pdf(document)


def test_a_long_paper_tells_its_way_and_stops_at_every_stage() -> None:
    """Of 3,000 rows: while they are laid out, while pages are drawn, while the file is written."""
    document = letter(annexes=(annex(villages(3_000)),))
    told: list[int] = []
    whole = render_pdf(document, lambda done, total, _what: told.append(done))
    pages = len(PdfReader(BytesIO(whole)).pages)
    # A report each 200 rows laid out, each page drawn, each 20 pages written.
    assert len([one for one in told if one <= 300]) >= 3_000 // 200
    assert len(told) >= 3_000 // 200 + pages + pages // 20
    assert told == sorted(told)
    for least in (1, 150, 301, 700, 951):

        def stop(done: int, _total: int, _what: str, least: int = least) -> None:
            if done >= least:
                raise Cancelled

        with pytest.raises(Cancelled):
            render_pdf(document, stop)
    assert render_pdf(document) == whole


def test_one_that_waits_for_the_press_may_be_stopped() -> None:
    """While another paper is drawn: the second tells that it waits, and stops without it."""
    reached, go_on = threading.Event(), threading.Event()
    done: list[bytes] = []

    def hold(_done: int, _total: int, _what: str) -> None:
        reached.set()
        go_on.wait()

    def stop(_done: int, _total: int, what: str) -> None:
        assert "chờ" in what
        raise Cancelled

    first = threading.Thread(target=lambda: done.append(render_pdf(letter(), hold)))
    first.start()
    try:
        reached.wait()
        with pytest.raises(Cancelled):
            render_pdf(letter(), stop)
    finally:
        go_on.set()
        first.join()
    assert done == [render_pdf(letter())]


def test_missing_fonts_are_told_to_the_officer(tmp_path: Path) -> None:
    from digicommune.documents.press import typefaces

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typefaces, "font_file", lambda style: tmp_path / f"{style}.ttf")
        typefaces.faces.cache_clear()
        with pytest.raises(UserError) as caught:
            render_pdf(letter())
    typefaces.faces.cache_clear()
    assert caught.value.code == "fonts_missing"
