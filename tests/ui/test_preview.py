"""The preview: a long paper opens in turns of the window's loop, and the last one shown stands."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfWriter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from digicommune.ui.views.pdf import SIZES_AT_ONCE, PdfPreview


def blank(pages: int) -> bytes:
    made, held = PdfWriter(), BytesIO()
    for _ in range(pages):
        made.add_blank_page(595, 842)
    made.write(held)
    return held.getvalue()


def said(preview: PdfPreview) -> str:
    return " ".join(one.text() for one in preview.findChildren(QLabel))


def test_a_short_paper_is_there_at_once(qtbot: QtBot) -> None:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.show_pdf(blank(3))
    assert "Trang 1/3" in said(preview)


def test_a_long_paper_opens_piece_by_piece(qtbot: QtBot) -> None:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.show()
    pages = 3 * SIZES_AT_ONCE
    preview.show_pdf(blank(pages))
    assert preview.page_count == pages
    assert f"Đang mở {pages} trang" in said(preview)
    qtbot.waitUntil(lambda: f"Trang 1/{pages}" in said(preview))
    preview._turn(1)
    qtbot.waitUntil(lambda: f"Trang 2/{pages}" in said(preview))


def test_another_paper_shown_meanwhile_takes_its_place(qtbot: QtBot) -> None:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.show()
    preview.show_pdf(blank(3 * SIZES_AT_ONCE))
    preview.show_pdf(blank(2))
    assert "Trang 1/2" in said(preview)
    preview.show_pdf(blank(3 * SIZES_AT_ONCE))
    preview.clear()
    qtbot.waitUntil(lambda: not preview._later.isActive())
    assert preview.page_count == 0
