"""The Word file: opened by python-docx, laid out as the PDF, the same words and the same bytes."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from lxml import etree
from PIL import Image

from digicommune.charts.values import Bar, VillageBars
from digicommune.documents.description import (
    Chart,
    Document,
    DocumentNumber,
    Heading,
    Photo,
    paragraph,
)
from digicommune.documents.docx import render_docx, render_docx_many
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.pdf import render_pdf
from digicommune.documents.word.spool import Spool
from digicommune.errors import Cancelled
from tests.documents.office_papers import decision, invitation, letter_about, minutes
from tests.documents.offices import office
from tests.documents.papers import SENTENCE, annex, letter, villages
from tests.documents.reading import pages

KIND = "bao-cao-chuyen-doi-so"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(document: Document) -> Opened:
    """The file as python-docx reads it."""
    return docx.Document(BytesIO(render_docx(document)))


def report() -> Document:
    """The report of twelve villages."""
    return compose_document(KIND, office(12), shipped_wording(KIND))


def said(text: str) -> str:
    """Words only: blanks that bind and breaks of lines are plain ones."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\u00a0", " ")).split())


def paragraphs(file: Opened) -> Iterator[Any]:
    """All paragraphs, those inside tables too, in order."""
    yield from file.element.body.iter(f"{W}p")


def written(one: Any) -> str:
    """The text of one paragraph."""
    parts = one.iter(f"{W}t", f"{W}br")
    return "".join(" " if part.tag == f"{W}br" else part.text or "" for part in parts)


def words(file: Opened) -> str:
    """Everything that is written, in order, the footer of the first page too."""
    texts = [written(one) for one in paragraphs(file)]
    texts += [one.text for one in file.sections[0].first_page_footer.paragraphs]
    return said(" ".join(texts))


FORMS: dict[str, Callable[[], Document]] = {
    "report": report,
    "letter": letter,
    "decision": decision,
    "minutes": minutes,
    "three": lambda: minutes("THƯ KÝ", "ĐẠI DIỆN", "CHỦ TỌA"),
    "cong van": lambda: letter_about("Sở A", "Sở B"),
    "invitation": lambda: invitation("Ông Lê Văn Bảy"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_word_of_the_pdf_is_in_the_word_file(form: str) -> None:
    document = FORMS[form]()
    have = words(opened(document)).split()
    printed = [word for page in pages(render_pdf(document)) for word in said(page.text).split()]
    numbers = [word for word in printed if word.isdecimal()]
    missing = [word for word in printed if word not in have and word not in numbers]
    # The labels of a chart are part of its picture in both; nothing else may be missing.
    assert not missing


@pytest.mark.parametrize("form", FORMS)
def test_every_part_is_well_formed_and_the_bytes_are_the_same_again(form: str) -> None:
    data = render_docx(FORMS[form]())
    assert data == render_docx(FORMS[form]())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def test_sheet_and_margins_are_those_of_the_pdf_and_annexes_are_turned() -> None:
    main, first, *_ = opened(report()).sections
    for section, width, right in ((main, 210, 20), (first, 297, 15)):
        assert section.page_width is not None
        assert round(section.page_width / Mm(1)) == width
        margins = (section.top_margin, section.bottom_margin, section.left_margin)
        assert [round((one or 0) / Mm(1)) for one in margins] == [20, 20, 30]
        assert round((section.right_margin or 0) / Mm(1)) == right
        assert section.different_first_page_header_footer
    assert (main.orientation, first.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)


def test_pages_are_numbered_by_a_field_anew_in_every_section() -> None:
    file = opened(report())
    header = file.sections[0].header
    assert "PAGE" in etree.tostring(header._element).decode()
    for section in file.sections:
        starts = section._sectPr.find(f"{W}pgNumType")
        assert starts is not None
        assert starts.get(f"{W}start") == "1"
    assert all(section.header.is_linked_to_previous for section in list(file.sections)[1:])


def test_one_typeface_and_the_sizes_of_the_decree() -> None:
    data = render_docx(letter())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        styles = archive.read("word/styles.xml").decode()
        body = archive.read("word/document.xml").decode()
    assert styles.count('="Times New Roman"') == 4
    assert "rFonts" not in body
    assert 'w:lang w:val="vi-VN"' in styles
    file = docx.Document(BytesIO(data))
    sizes = {
        run.text: run.font.size.pt
        for table in file.tables
        for cell in table._cells
        for one in cell.paragraphs
        for run in one.runs
        if run.font.size is not None
    }
    assert sizes["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] == 13
    assert sizes["Độc lập - Tự do - Hạnh phúc"] == 14
    assert sizes["Nơi nhận:"] == 12
    assert sizes["- Như trên;"] == 11
    assert sizes["CHỦ TỊCH"] == 14


def test_headings_are_word_s_own() -> None:
    file = opened(letter(Heading("I. MỘT"), paragraph(SENTENCE), Heading("1. Hai", 2)))
    styles = {one.text: one.style.name for one in file.paragraphs if one.style is not None}
    assert styles["I. MỘT"] == "Heading 1"
    assert styles["1. Hai"] == "Heading 2"


def test_table_heads_repeat_rows_stay_whole_and_the_signature_too() -> None:
    body = opened(letter(paragraph(SENTENCE), villages(60))).element.body
    head, table, closing = body.findall(f"{W}tbl")
    rows = table.findall(f"{W}tr")
    repeated = [one.find(f"{W}trPr/{W}tblHeader") is not None for one in rows]
    assert repeated == [True, True, *[False] * 61]
    assert all(
        one.find(f"{W}trPr/{W}cantSplit") is not None for one in (*rows, *closing.findall(f"{W}tr"))
    )
    keeps = [one.find(f"{W}pPr/{W}keepNext") is not None for one in table.iter(f"{W}p")]
    assert keeps[-8:] == [True] * 8  # two rows of four stay with the signature
    assert not any(keeps[16:-8])
    assert head.find(f"{W}tblPr/{W}tblBorders") is None
    assert table.find(f"{W}tblPr/{W}tblBorders") is not None


def test_the_last_paragraph_stays_with_the_signature() -> None:
    body = opened(letter(paragraph(SENTENCE))).element.body
    last = [one for one in body.findall(f"{W}p") if SENTENCE[:30] in written(one)]
    assert last[-1].find(f"{W}pPr/{W}keepNext") is not None


def rule_lengths(document: Document) -> list[float]:
    """Lengths of all rules in mm, from the top."""
    root = opened(document).element.body
    found = []
    for one in root.iter(f"{W}p"):
        if one.find(f"{W}pPr/{W}pBdr/{W}bottom") is None or written(one):
            continue
        indent = one.find(f"{W}pPr/{W}ind")
        cell = next((each for each in one.iterancestors(f"{W}tc")), None)
        wide = 160 * 1440 / 25.4
        if cell is not None:
            wide = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
        length = wide - int(indent.get(f"{W}left")) - int(indent.get(f"{W}right"))
        found.append(length * 25.4 / 1440)
    return found


def test_rules_are_as_long_as_those_on_paper() -> None:
    document = letter()
    page = pages(render_pdf(document))[0]
    drawn = sorted(one.length for one in page.rules)
    assert sorted(rule_lengths(document)) == pytest.approx(drawn, abs=0.1)


def test_the_stamp_is_red_in_a_box() -> None:
    body = opened(letter_about()).element.body
    (stamp,) = [one for one in body.findall(f"{W}p") if written(one) == "HỎA TỐC"]
    borders = stamp.findall(f"{W}pPr/{W}pBdr/*")
    assert {one.get(f"{W}color") for one in borders} == {"FF0000"}
    assert len(borders) == 4
    assert stamp.find(f"{W}r/{W}rPr/{W}color").get(f"{W}val") == "FF0000"


def test_the_address_is_in_the_footer_of_the_first_page_only() -> None:
    document = replace(letter_about(), annexes=(annex(villages(2)),))
    main, turned = opened(document).sections
    assert "Điện thoại" in main.first_page_footer.paragraphs[1].text
    assert "Điện thoại" not in "".join(one.text for one in turned.first_page_footer.paragraphs)
    assert not turned.first_page_footer.is_linked_to_previous


def test_charts_and_photos_are_pictures_with_their_captions() -> None:
    content = BytesIO()
    Image.new("RGB", (800, 600), (90, 140, 90)).save(content, "JPEG")
    bars = VillageBars("TK", (Bar("Hổ Thôn", None, "chưa có"),))
    file = opened(letter(Chart(bars, "Hình 1"), Photo(content.getvalue(), "Ảnh “cổng thôn”")))
    shapes = file.inline_shapes
    assert len(shapes) == 2
    assert round(shapes[0].width / Mm(1)) == 160
    assert shapes[1].width / shapes[1].height == pytest.approx(800 / 600, rel=0.01)
    kept = [one.blob for one in file.part.package.iter_parts() if "/media/" in one.partname]
    assert content.getvalue() in kept
    assert "Ảnh “cổng thôn”" in words(file)


def test_markup_and_unseen_letters_are_only_text() -> None:
    nasty = "<w:b/> & \x0b \u200b “Hổ” ]]> \ufffe hết"
    file = opened(letter(paragraph(nasty), number=DocumentNumber("BC<&>UBND", "1")))
    assert "<w:b/> & “Hổ” ]]> hết" in words(file)
    assert "BC<&>UBND" in words(file)


def test_title_and_author_are_told() -> None:
    core = opened(letter()).core_properties
    assert core.title == "BÁO CÁO Kết quả thực hiện chuyển đổi số quý I năm 2026"
    assert core.author == "ỦY BAN NHÂN DÂN XÃ HOẰNG CHÂU"


def test_many_papers_in_one_file_number_their_pages_apart_and_keep_their_feet() -> None:
    documents = (decision(), letter_about(), replace(letter(), annexes=(annex(villages(2)),)))
    data = render_docx_many(documents, "Hồ sơ Hổ Thôn")
    file = docx.Document(BytesIO(data))
    assert file.core_properties.title == "Hồ sơ Hổ Thôn"
    assert len(file.sections) == 4
    feet = [
        " ".join(one.text for one in section.first_page_footer.paragraphs)
        for section in file.sections
    ]
    assert ["Điện thoại" in foot for foot in feet] == [False, True, False, False]
    assert all(section.different_first_page_header_footer for section in file.sections)
    have = words(file)
    for document in documents:
        assert words(opened(replace(document, foot=()))) in have
    assert render_docx_many(documents, "Hồ sơ Hổ Thôn") == data
    with pytest.raises(ValueError, match="no documents"):
        render_docx_many((), "Hồ sơ")


def test_it_may_be_stopped() -> None:
    def stop(_done: int, _total: int, _what: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        render_docx(report(), stop)


def test_three_thousand_rows_are_written_telling_their_way_and_stop_anywhere() -> None:
    document = letter(annexes=(annex(villages(3300)),))
    told: list[int] = []
    data = render_docx(document, lambda done, _total, _what: told.append(done))
    assert len(docx.Document(BytesIO(data)).tables[-1].rows) == 3303
    assert told == sorted(told)
    # A report each 200 rows written, then one each megabyte packed.
    assert len([one for one in told if one <= 500]) >= 3300 // 200
    assert told[-1] == 1000
    for least in (200, 499, 501):

        def stop(done: int, _total: int, _what: str, least: int = least) -> None:
            if done >= least:
                raise Cancelled

        with pytest.raises(Cancelled):
            render_docx(document, stop)
    assert render_docx(document) == data


def test_a_long_text_is_kept_packed_and_comes_back_in_small_pieces() -> None:
    spool = Spool()
    texts = [f"Thôn thứ {place}, " * 5_000 for place in range(40)]
    for text in texts:
        spool.add(text)
    chunks = list(spool.chunks())
    assert b"".join(chunks).decode() == "".join(texts)
    assert spool.length == sum(map(len, chunks))
    assert max(map(len, chunks)) <= 1 << 20
