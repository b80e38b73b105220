"""A report with its chart against an empty page and the chart alone, drawn anew each time."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Final

from pypdf import PdfReader

from benchmarks.measure import Claim, Ratio, seconds, turn_about, turn_about_timed
from digicommune.documents.description import Chart, Document, LetterHead, Title
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.pdf import render_pdf
from digicommune.documents.press.picture import chart_image
from digicommune.documents.press.sheet import FORMATS
from tests.documents.offices import office

KIND: Final = "bao-cao-chuyen-doi-so"
# Letterhead and nothing else: what every file costs, its fonts and its frame.
EMPTY: Final = Document(
    header=LetterHead(("ỦY BAN NHÂN DÂN", "XÃ HOẰNG CHÂU"), "Hoằng Châu"),
    number=None,
    title=Title("", ()),
    blocks=(),
    dated=False,
)


def measure() -> list[Ratio]:
    """The whole against page and chart, and a page of it without the chart against an empty one."""
    snapshot, wording = office(4), shipped_wording(KIND)

    def report() -> Document:
        made = compose_document(KIND, snapshot, wording)
        return replace(made, annexes=made.annexes[:2])

    (chart,) = [block for block in report().every_block if isinstance(block, Chart)]
    pages = len(PdfReader(BytesIO(render_pdf(report()))).pages)
    assert pages == 5, pages

    def drawn() -> None:
        chart_image.cache_clear()
        render_pdf(report())

    def page_and_chart() -> None:
        chart_image.cache_clear()
        chart_image(chart, FORMATS[report().orientation].measure)
        render_pdf(EMPTY)

    whole = Claim("report of 5 pages, chart / an empty page and the chart", 3, rounds=9)
    page = Claim("a page of it without the chart / an empty page", 3, rounds=9)
    plain = _without_charts(report())
    return [
        turn_about(whole, drawn, page_and_chart),
        turn_about_timed(
            page, lambda: seconds(lambda: render_pdf(plain)) / pages, lambda: seconds(_empty)
        ),
    ]


def _empty() -> None:
    render_pdf(EMPTY)


def _without_charts(document: Document) -> Document:
    left = tuple(block for block in document.blocks if not isinstance(block, Chart))
    return replace(document, blocks=left)
