"""Text that would break a careless page: markup, marks apart, endless words, unseen letters."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from digicommune.charts.values import Bar, VillageBars
from digicommune.documents.description import (
    Align,
    Chart,
    Column,
    Heading,
    LetterHead,
    Row,
    Run,
    Table,
    bullet,
    paragraph,
)
from digicommune.documents.description import Paragraph as Text
from digicommune.documents.pdf import render_pdf
from digicommune.documents.press.texts import WORD_LIMIT, clean, lines_of, markup
from digicommune.documents.press.typefaces import faces
from tests.documents.papers import annex, letter
from tests.documents.reading import pages

HOSTILE = (
    '<b>đậm</b> & <font color="red"> <img src="file:///etc/passwd"/> %s {x} \\ $a_1$',
    "</para></para><a href='javascript:1'>x</a>",
    "dòng 1\ndòng 2\ttab\x00\x07\u200b\u202ex",
    "\ud800 lẻ",
    "🙂 漢字 ☑",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_text_everywhere(text: str) -> None:
    table = Table((Column(text), Column("Số", Align.RIGHT)), (Row((text, text)),), unit=text)
    document = letter(
        Heading(text),
        paragraph(text),
        bullet(text),
        table,
        header=LetterHead(("ỦY BAN", text), text, text),
        addressees=(text, text),
        bases=(text,),
        recipients=(text,),
        annexes=(annex(table),),
    )
    written = PdfReader(BytesIO(render_pdf(document))).pages[0].extract_text()
    assert "ỦY BAN" in written


def test_markup_is_not_taken_as_markup() -> None:
    page = pages(render_pdf(letter(paragraph("a <b>không đậm</b> & <i>x</i>"))))[0]
    assert "a <b>không đậm</b> & <i>x</i>./." in page.text


def test_bold_and_italic_runs_have_their_faces() -> None:
    block = Text((Run("đậm ", bold=True), Run("nghiêng ", italic=True), Run("cả hai", True, True)))
    page = pages(render_pdf(letter(block)))[0]
    fonts = {one["fontname"].partition("+")[2] for one in page.letters if one["text"] in "gđả"}
    assert {"LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"} <= fonts


def test_decomposed_text_is_drawn_composed() -> None:
    name = "Nguyễn Thị Hường, thôn Đồng Tình"
    apart = unicodedata.normalize("NFD", name)
    table = Table((Column("Họ và tên"),), (Row((apart,)),))
    composed = Table((Column("Họ và tên"),), (Row((name,)),))
    assert render_pdf(letter(paragraph(apart), table)) == render_pdf(
        letter(paragraph(name), composed)
    )
    assert name in pages(render_pdf(letter(paragraph(apart), table)))[0].text


def test_words_without_end_are_cut_and_broken() -> None:
    page = pages(render_pdf(letter(paragraph("ă" * 50_000))))
    letters = sum(one["text"] == "ă" for sheet in page for one in sheet.letters)
    assert WORD_LIMIT - 10 <= letters <= WORD_LIMIT + 10
    assert max(line.right for sheet in page for line in sheet.lines) <= 190.5


def test_a_paragraph_longer_than_a_page_runs_on() -> None:
    words = " ".join(f"từ{i}" for i in range(3_000))
    text = " ".join(page.text for page in pages(render_pdf(letter(paragraph(words)))))
    assert "từ0 " in text
    assert "từ2999" in text


def test_a_dollar_in_a_village_name_is_a_dollar() -> None:
    bars = VillageBars("Thôn $x^2$", (Bar("Thôn $\\frac{1}{2}$ & <b>", None, ""),), None)
    assert render_pdf(letter(Chart(bars, "Hình $1$"), paragraph("Hết."))).startswith(b"%PDF-1.7")


@given(st.text(max_size=300))
@settings(max_examples=80)
def test_cleaning_leaves_composed_visible_text(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {"Cc", "Cf", "Cs"} & {unicodedata.category(one) for one in cleaned}
    assert clean(cleaned) == cleaned
    markup((Run(text, True, True),)).encode("utf-8")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=200).map(clean),
    st.floats(20, 300),
)
def test_broken_lines_lose_nothing_and_fit(text: str, width: float) -> None:
    face = faces().regular
    lines = lines_of(text, face, 12, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(face.width(line, 12) <= width or len(line) == 1 for line in lines)
