"""Words put on a page by our own hand are exactly what the library would have put there."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from digicommune.documents.press.lettering import Lettering, placed, ruled
from digicommune.documents.press.typefaces import faces

EVERY_LETTER = "".join(
    map(chr, (*range(0x20, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00)))
)
STRETCHES = [EVERY_LETTER[at : at + 30] for at in range(0, len(EVERY_LETTER), 17)]
WORDS = [
    "Nguyễn Văn Hải",
    "(a\\b) \\(c",
    "gắn\u00a0liền",
    "中文 lẫn chữ",
    "😀",
    *STRETCHES,
    "Nguyễn Văn Hải",
]


def canvas() -> Any:
    faces()
    return Canvas(BytesIO(), invariant=1)


@pytest.mark.parametrize("size", [8.5, 12, 13.0])
def test_the_operators_are_those_of_the_library(size: float) -> None:
    by_library, by_hand = canvas(), canvas()
    text = by_library.beginText()
    text.setFont(faces().bold.name, size)
    block = Lettering(faces().bold, by_hand._doc).block(size)
    for at, words in enumerate(WORDS):
        left, baseline = 85.0394 + at / 7, 538.125 - at * 1.05
        text.setTextOrigin(round(left, 2), round(baseline, 2))
        text.textOut(words)
        block.put(f"{placed(left)} {placed(baseline)}", words)
    assert block.operators == text.getCode()


def test_the_lines_are_those_of_the_library() -> None:
    drawn = canvas()
    edges, heights = (85.04, 99.999999, 170.5, 800.0), [538.1, 519.300001, 0.25]
    begun = len(drawn._code)
    drawn.grid(edges, heights)
    assert ruled(edges, heights).split("\n") == drawn._code[begun:]
