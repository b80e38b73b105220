"""Decisions, minutes, công văn, invitations: where their own elements stand, measured."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest
from PIL import Image
from pypdf import PdfReader

from digicommune.documents.description import (
    Document,
    DocumentNumber,
    Heading,
    Photo,
    SignatureBlock,
    paragraph,
)
from digicommune.documents.pdf import render_pdf, render_pdf_many
from digicommune.errors import Cancelled
from tests.documents.office_papers import decision, invitation, letter_about, minutes
from tests.documents.papers import SENTENCE, annex, letter, villages
from tests.documents.reading import MM, Page, pages

BOLD, ITALIC, PLAIN = "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif"


def first(document: Document) -> Page:
    """The first page, read back."""
    return pages(render_pdf(document))[0]


def test_a_decision_names_its_authority_before_the_bases_and_enacts_after_them() -> None:
    page = first(decision())
    order = ("ỦY BAN NHÂN DÂN XÃ HOẰNG CHÂU", "Căn cứ Luật", "Theo đề nghị", "QUYẾT ĐỊNH:")
    found = [page.line(start) for start in (*order, "Điều 1.", "Điều 3.")]
    depths = [one.baseline for one in found]
    assert depths == sorted(depths, reverse=True)
    authority, law, proposal, enacting = found[:4]
    assert (authority.font, authority.size) == (enacting.font, enacting.size) == (BOLD, 14)
    assert authority.middle == pytest.approx(110, abs=0.3)
    assert enacting.middle == pytest.approx(110, abs=0.3)
    assert law.font == proposal.font == ITALIC
    assert law.text.endswith(";")
    assert proposal.text.endswith(".")


def test_an_article_has_its_number_bold_and_a_titled_one_its_whole_line() -> None:
    page = first(decision())
    letters = [one for one in page.letters if one["text"].strip()]
    plain = page.line("Điều 1.")
    row = [
        one for one in letters if one["matrix"][5] / MM == pytest.approx(plain.baseline, abs=0.05)
    ]
    bold = "".join(one["text"] for one in row if one["fontname"].endswith(BOLD))
    assert bold == "Điều1."
    titled = page.line("Điều 2. Trách nhiệm thi hành")
    assert titled.font == BOLD
    assert titled.left == pytest.approx(42.7, abs=0.3)
    assert page.line("1. Thôn giữ vững").left == pytest.approx(42.7, abs=0.3)


def test_an_article_of_level_two_may_be_the_first_entry_of_the_outline() -> None:
    reader = PdfReader(BytesIO(render_pdf(decision())))
    assert len(reader.outline) == 2


def test_minutes_have_no_place_and_date_and_the_village_under_its_commune() -> None:
    page = first(minutes())
    assert "Hoằng Châu, ngày" not in page.text
    assert "Số:" not in page.text
    commune, village = page.line("UBND XÃ HOẰNG CHÂU"), page.line("HỔ THÔN")
    assert (commune.font, village.font) == (PLAIN, BOLD)
    assert commune.middle == pytest.approx(village.middle, abs=0.3)
    title = page.line("BIÊN BẢN")
    assert 8 < village.baseline - title.baseline < 20


@pytest.mark.parametrize(
    ("signers", "middles"),
    [
        (("THƯ KÝ", "CHỦ TỌA"), (70, 150)),
        (("THƯ KÝ", "ĐẠI DIỆN", "CHỦ TỌA"), (30 + 160 / 6, 110, 190 - 160 / 6)),
    ],
)
def test_signatures_stand_abreast_and_recipients_below(
    signers: tuple[str, ...], middles: tuple[float, ...]
) -> None:
    page = first(minutes(*signers))
    for place, (signer, middle) in enumerate(zip(signers, middles, strict=True), start=1):
        capacity, name = page.line(signer), page.line(f"Người ký {place}")
        assert capacity.middle == pytest.approx(middle, abs=0.3)
        assert name.middle == pytest.approx(middle, abs=0.3)
        assert 25 < capacity.baseline - name.baseline < 45
    capacities = {page.line(signer).baseline for signer in signers}
    assert len(capacities) == 1
    assert page.line("Nơi nhận:").baseline < page.line("Người ký 1").baseline
    hints = [one for one in page.lines if one.text == "(Ký, ghi rõ họ tên)"]
    assert [one.font for one in hints] == [ITALIC] * len(signers)


def test_names_are_level_where_one_capacity_is_longer() -> None:
    two = (
        SignatureBlock(("THƯ KÝ",), "Người Ghi"),
        SignatureBlock(("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), "Người Chủ", office="CHỦ TỊCH UBND XÃ"),
    )
    page = first(replace(minutes(), signatures=two))
    assert page.line("Người Ghi").baseline == page.line("CHỦ TỊCH UBND XÃ").baseline
    assert page.line("Người Chủ").baseline < page.line("CHỦ TỊCH UBND XÃ").baseline


def test_four_signatures_stand_in_two_rows() -> None:
    page = first(minutes("A", "B", "C", "D"))
    upper, lower = page.line("Người ký 1"), page.line("Người ký 3")
    assert upper.baseline == page.line("Người ký 2").baseline
    assert lower.baseline == page.line("Người ký 4").baseline
    assert upper.baseline - lower.baseline > 35


def test_a_signed_table_has_rows_high_enough_for_a_signature() -> None:
    page = first(minutes())
    gap = page.line("Lê Thị Na").baseline - page.line("Trịnh Văn Sáu").baseline
    assert 10 <= gap <= 15


def test_a_cong_van_has_its_subject_under_the_number_and_no_kind() -> None:
    page = first(letter_about())
    assert "CÔNG VĂN" not in page.text
    number, about = page.line("Số: 112/UBND-VHXH"), page.line("V/v rà soát")
    assert (about.font, about.size) == (PLAIN, 13)
    assert about.middle == pytest.approx(number.middle, abs=0.5)
    assert 4 < number.baseline - about.baseline < 9
    assert page.line("Kính gửi:").baseline < about.baseline


def test_the_urgency_stamp_is_a_red_box_of_the_decree_s_size_below_the_subject() -> None:
    data = render_pdf(letter_about())
    page = pages(data)[0]
    word = page.line("HỎA TỐC")
    with pdfplumber.open(BytesIO(data)) as opened:
        (box,) = opened.pages[0].rects
    assert box["width"] / MM == pytest.approx(30, abs=0.1)
    assert box["height"] / MM == pytest.approx(8, abs=0.1)
    assert box["x0"] / MM == pytest.approx(30, abs=0.1)
    assert box["stroking_color"] == (1, 0, 0)
    assert word.middle == pytest.approx(45, abs=0.3)
    assert box["y0"] / MM < word.baseline < box["y1"] / MM
    assert word.baseline < page.line("toán quý IV").baseline
    red = {one["non_stroking_color"] for one in page.letters if one["text"] == "Ỏ"}
    assert red == {(1, 0, 0)}
    others = [one for one in page.letters if one["matrix"][5] / MM < word.baseline - 3]
    assert all(one["non_stroking_color"] != (1, 0, 0) for one in others)


def test_the_address_stands_at_the_foot_of_the_first_page_only() -> None:
    long = replace(letter_about(), blocks=tuple(paragraph(SENTENCE) for _ in range(60)))
    printed = pages(render_pdf(long))
    foot = printed[0].line("Địa chỉ:")
    assert foot.size == 11
    assert foot.left == pytest.approx(30, abs=0.3)
    assert printed[0].line("Điện thoại:").baseline >= 20
    rule = next(one for one in printed[0].rules if one.length == pytest.approx(160, abs=0.3))
    assert 0 < rule.height - foot.baseline < 8
    body = [one.baseline for one in printed[0].lines if one.size == 14]
    assert min(body) > rule.height
    assert "Địa chỉ:" not in printed[1].text
    assert min(one.baseline for one in printed[1].lines) < rule.height


def test_a_subheading_stands_in_the_middle_and_never_last_on_a_page() -> None:
    page = first(invitation("Ông Lê Văn Bảy"))
    upper, lower = page.line("Chương trình"), page.line("HỘI NGHỊ SƠ KẾT")
    assert upper.font == lower.font == BOLD
    assert upper.middle == pytest.approx(110, abs=0.3)
    assert lower.middle == pytest.approx(110, abs=0.3)


def test_another_word_than_kinh_gui_may_address() -> None:
    page = first(letter(addressees=("Ông Lê Văn Bảy",), addressed="Kính mời:"))
    assert "Kính mời: Ông Lê Văn Bảy" in page.text


def test_photos_keep_their_shape_and_their_caption() -> None:
    data = BytesIO()
    Image.new("RGB", (800, 1200), (90, 140, 90)).save(data, "JPEG")
    block = Photo(data.getvalue(), "Ảnh 1. Nhà văn hóa thôn")
    printed = render_pdf(letter(paragraph(SENTENCE), block, paragraph(SENTENCE)))
    with pdfplumber.open(BytesIO(printed)) as opened:
        found = [one for page in opened.pages for one in page.images]
    (picture,) = found
    assert picture["width"] / picture["height"] == pytest.approx(800 / 1200, rel=0.01)
    assert (picture["x0"] + picture["x1"]) / 2 / MM == pytest.approx(110, abs=0.3)
    assert any("Ảnh 1. Nhà văn hóa thôn" in one.text for one in pages(printed))


# --- many in one file ---


def test_many_documents_each_number_their_own_pages_and_have_a_bookmark() -> None:
    body = tuple(paragraph(SENTENCE) for _ in range(30))
    long = letter(Heading("I. MỘT"), *body, annexes=(annex(villages(3)),))
    documents = [long, invitation("Ông Lê Văn Bảy"), letter_about(), invitation("Bà Na")]
    data = render_pdf_many(documents, "Hồ sơ công nhận Hổ Thôn")
    printed = pages(data)
    numbers = [page.lines[0].text for page in printed]
    main = next(i for i, page in enumerate(printed) if page.width > page.height)
    assert numbers[1:main] == [str(i) for i in range(2, main + 1)]
    reader = PdfReader(BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == "Hồ sơ công nhận Hổ Thôn"
    top = [entry for entry in reader.outline if not isinstance(entry, list)]
    titles = [str(entry.title) for entry in top]
    assert titles == [
        "BÁO CÁO Kết quả thực hiện chuyển đổi số quý I năm 2026",
        "Giấy mời: Ông Lê Văn Bảy",
        "CÔNG VĂN rà soát, cập nhật số liệu tài khoản thanh toán quý IV năm 2026",
        "Giấy mời: Bà Na",
    ]
    leads = [reader.get_destination_page_number(entry) for entry in top]
    assert leads == [0, main + 1, main + 2, main + 3]


def test_one_document_of_many_is_drawn_as_it_is_alone() -> None:
    alone, many = decision(), [minutes(), decision()]
    drawn = pages(render_pdf_many(many, "Hai văn bản"))[1]
    assert drawn.lines == first(alone).lines
    assert drawn.rules == first(alone).rules


def test_progress_of_many_rises_to_its_end_and_may_stop_the_work() -> None:
    told: list[tuple[int, int]] = []
    documents = [invitation(f"Người {place}") for place in range(8)]
    render_pdf_many(documents, "Giấy mời", lambda done, total, _what: told.append((done, total)))
    assert told == sorted(told)
    assert len(told) > 8
    assert told[-1][0] == told[-1][1]

    def stop(done: int, _total: int, _what: str) -> None:
        if done > 300:
            raise Cancelled

    with pytest.raises(Cancelled):
        render_pdf_many(documents, "Giấy mời", stop)
    with pytest.raises(ValueError, match="no documents"):
        render_pdf_many([], "Giấy mời")


def test_a_blank_number_of_minutes_may_still_have_its_line() -> None:
    page = first(replace(minutes(), number=DocumentNumber("BB-UBND", "3")))
    assert page.line("Số: 03/BB-UBND").middle == pytest.approx(61, abs=0.5)
    assert "ngày 09 tháng" in page.text
    assert "Hoằng Châu, ngày" not in page.text
