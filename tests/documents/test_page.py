"""The page of Decree 30/2020, measured: elements, sizes, faces, rules, margins, numbers."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from digicommune.documents.description import (
    DocumentNumber,
    LetterHead,
    Orientation,
    SignatureBlock,
    paragraph,
)
from digicommune.documents.pdf import render_pdf
from tests.documents.papers import SENTENCE, annex, letter, villages
from tests.documents.reading import Page, pages

BOLD, ITALIC, PLAIN = "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif"


@pytest.fixture(scope="module")
def first() -> Page:
    return pages(render_pdf(letter()))[0]


@pytest.mark.parametrize(
    ("start", "size", "font"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, BOLD),
        ("Độc lập - Tự do - Hạnh phúc", 14, BOLD),
        ("ỦY BAN NHÂN DÂN", 13, BOLD),
        ("XÃ HOẰNG CHÂU", 13, BOLD),
        ("Số: 45/BC-UBND", 13, PLAIN),
        ("Hoằng Châu, ngày 05 tháng 3 năm 2026", 14, ITALIC),
        ("BÁO CÁO", 14, BOLD),
        ("Kết quả thực hiện", 14, BOLD),
        ("Kính gửi:", 14, PLAIN),
        ("Căn cứ Luật thứ nhất;", 14, ITALIC),
        ("Căn cứ Luật thứ hai.", 14, ITALIC),
        ("I. KẾT QUẢ", 14, BOLD),
        ("Ủy ban nhân dân xã đã", 14, PLAIN),
        ("Nơi nhận:", 12, "LiberationSerif-BoldItalic"),
        ("- Như trên;", 11, PLAIN),
        ("- Lưu: VT, VHXH.", 11, PLAIN),
        ("TM. ỦY BAN NHÂN DÂN", 14, BOLD),
        ("CHỦ TỊCH", 14, BOLD),
        ("Lê Văn Hoằng", 14, BOLD),
    ],
)
def test_every_element_has_its_size_and_face(first: Page, start: str, size: int, font: str) -> None:
    line = first.line(start)
    assert (line.size, line.font) == (size, font)


def test_the_sheet_is_a4_and_nothing_leaves_the_margins(first: Page) -> None:
    assert (round(first.width), round(first.height)) == (210, 297)
    assert min(line.left for line in first.lines) == pytest.approx(30, abs=0.3)
    assert max(line.right for line in first.lines) <= 190.3
    assert max(line.baseline for line in first.lines) <= 277
    assert min(line.baseline for line in first.lines) >= 20


def test_number_and_date_share_a_baseline(first: Page) -> None:
    assert first.line("Số:").baseline == first.line("Hoằng Châu,").baseline


def test_the_motto_is_underlined_in_its_own_length(first: Page) -> None:
    motto = first.line("Độc lập")
    rule = min(first.rules, key=lambda one: abs(one.length - (motto.right - motto.left)))
    assert rule.length == pytest.approx(motto.right - motto.left, abs=1)
    assert rule.middle == pytest.approx(motto.middle, abs=0.5)
    assert 0.5 < motto.baseline - rule.height < 3


@pytest.mark.parametrize("text", ["XÃ HOẰNG CHÂU", "quý I năm 2026"])
def test_agency_and_subject_have_a_rule_of_a_third_to_a_half(first: Page, text: str) -> None:
    line = first.line(text)
    below = [one for one in first.rules if 0 < line.baseline - one.height < 4]
    rule = min(below, key=lambda one: abs(one.middle - line.middle))
    assert 1 / 3 <= rule.length / (line.right - line.left) <= 1 / 2
    assert rule.middle == pytest.approx(line.middle, abs=0.5)


def test_agency_is_left_and_country_right(first: Page) -> None:
    assert first.line("ỦY BAN NHÂN DÂN").middle == pytest.approx(61, abs=1)
    assert first.line("CỘNG HÒA").middle == pytest.approx(141, abs=1)
    assert first.line("BÁO CÁO").middle == pytest.approx(110, abs=0.5)


def test_addressees_stand_under_the_colon(first: Page) -> None:
    label, one = first.line("Kính gửi:"), first.line("- Ủy ban nhân dân tỉnh;")
    other = first.line("- Sở Khoa học và Công nghệ.")
    assert one.left == other.left
    assert one.left == pytest.approx(label.right, abs=1.5)
    assert one.baseline < label.baseline


def test_one_addressee_stands_on_the_line_itself() -> None:
    page = pages(render_pdf(letter(addressees=("Ủy ban nhân dân tỉnh",))))[0]
    label, name = page.line("Kính gửi:"), page.text
    assert "Kính gửi: Ủy ban nhân dân tỉnh" in name
    assert label.middle == pytest.approx(110, abs=3)


def test_body_is_indented_justified_and_spaced() -> None:
    page = pages(render_pdf(letter(paragraph(SENTENCE), paragraph(SENTENCE))))[0]
    body = [one for one in page.lines if one.size == 14 and one.font == PLAIN][3:-1]
    starts = [one for one in body if one.text.startswith("Ủy ban nhân dân xã đã")]
    assert all(one.left == pytest.approx(42.7, abs=0.3) for one in starts)
    full = [one for one, after in pairwise(body) if after not in starts]
    assert all(one.right == pytest.approx(190, abs=0.3) for one in full)
    leading = (full[0].baseline - body[1].baseline) * 72 / 25.4
    assert 14 * 1.149 <= leading <= 14 * 1.149 * 1.5
    between = body[body.index(starts[1]) - 1].baseline - starts[1].baseline
    assert between * 72 / 25.4 - leading >= 5.9


def test_the_end_mark_is_attached_once_to_the_last_sentence(first: Page) -> None:
    assert first.text.count("./.") == 1
    assert "trên địa bàn./." in first.text


def test_recipients_are_level_with_the_capacity_and_space_is_left_to_sign(first: Page) -> None:
    capacity, office = first.line("TM. ỦY BAN NHÂN DÂN"), first.line("CHỦ TỊCH")
    assert first.line("Nơi nhận:").baseline == capacity.baseline
    assert first.line("Nơi nhận:").left == pytest.approx(30, abs=0.3)
    name = first.line("Lê Văn Hoằng")
    free = office.baseline - name.baseline - (14 * 0.891 * 25.4 / 72)
    assert 25 <= free <= 30
    assert name.middle == pytest.approx(office.middle, abs=0.3)
    assert name.middle > 110


def test_unknown_number_and_date_stay_blank_for_the_clerk() -> None:
    blank = letter(number=DocumentNumber("BC-UBND"), date=None)
    page = pages(render_pdf(blank))[0]
    stroke = next(one for one in page.letters if one["text"] == "/")
    colon = next(one for one in page.letters if one["text"] == ":")
    assert 12 <= (stroke["x0"] - colon["x1"]) * 25.4 / 72 <= 15
    line = next(one for one in page.lines if "ngày" in one.text and one.font == ITALIC)
    assert line.text.split() == ["Hoằng", "Châu,", "ngày", "tháng", "năm", "2026"]
    row = sorted(
        (one for one in page.letters if abs(one["matrix"][5] / 72 * 25.4 - line.baseline) < 0.1),
        key=lambda one: one["x0"],
    )
    inked = [one for one in row if one["text"].strip() and one["x0"] > 110 * 72 / 25.4]
    wide = [(b["x0"] - a["x1"]) * 25.4 / 72 for a, b in pairwise(inked)]
    assert [8 <= gap <= 10 for gap in wide if gap > 4] == [True, True]


def test_a_long_place_is_set_smaller_but_stays_in_its_column() -> None:
    head = LetterHead(("ỦY BAN NHÂN DÂN", "PHƯỜNG 1"), "Phường có tên rất dài đến mức khó tin")
    page = pages(render_pdf(letter(header=head)))[0]
    line = page.line("Phường có tên")
    assert line.right <= 190.3
    assert line.left >= 92 - 0.3


def test_a_long_agency_wraps_within_its_column() -> None:
    name = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG VÀ CHUYỂN ĐỔI SỐ"
    page = pages(
        render_pdf(letter(header=LetterHead((name,), "Hoằng Châu", "UBND XÃ HOẰNG CHÂU")))
    )[0]
    superior = page.line("UBND XÃ HOẰNG CHÂU")
    assert superior.font == PLAIN
    agency = [one for one in page.lines if one.font == BOLD and one.middle < 75 and one.size == 13]
    assert len(agency) > 1
    assert max(one.right for one in agency) <= 92


def test_pages_are_numbered_from_the_second_and_annexes_anew() -> None:
    body = tuple(paragraph(SENTENCE) for _ in range(30))
    printed = pages(render_pdf(letter(*body, annexes=(annex(villages(47)), annex(villages(3))))))
    numbers = [page.lines[0].text for page in printed]
    letters = [page.height > page.width for page in printed]
    main = letters.count(True)
    assert numbers[1:main] == [str(i) for i in range(2, main + 1)]
    assert main >= 2
    assert numbers[main] == "Phụ lục I"
    assert numbers[main + 1 : -1] == [str(i) for i in range(2, len(printed) - main)]
    assert numbers[-1] == "Phụ lục I"
    second = printed[1].lines[0]
    assert second.size == 14
    assert 277 < second.baseline < 297
    assert second.middle == pytest.approx(110, abs=0.5)
    wide = printed[main + 1].lines[0]
    assert wide.middle == pytest.approx(30 + 252 / 2, abs=0.5)


def test_annex_heading_is_centred_with_its_reference_and_a_rule() -> None:
    page = pages(render_pdf(letter(annexes=(annex(villages(2)),))))[-1]
    name, reference = page.line("Phụ lục I"), page.line("(Kèm theo")
    assert (name.size, name.font) == (14, BOLD)
    assert (reference.size, reference.font) == (14, ITALIC)
    assert name.middle == pytest.approx(reference.middle, abs=0.3)
    rule = max(page.rules, key=lambda one: one.height)
    assert 1 / 3 <= rule.length / (reference.right - reference.left) <= 1 / 2


def test_portrait_annexes_keep_the_portrait_margins() -> None:
    upright = annex(villages(2), orientation=Orientation.PORTRAIT)
    page = pages(render_pdf(letter(annexes=(upright,))))[-1]
    assert page.height > page.width
    assert min(one.left for one in page.rules) == pytest.approx(30, abs=0.2)
    assert max(one.right for one in page.rules) == pytest.approx(190, abs=0.2)


@pytest.mark.parametrize("lines", range(34))
def test_the_signature_never_stands_alone(lines: int) -> None:
    body = (*(paragraph("Một dòng ngắn.") for _ in range(lines)), paragraph(SENTENCE * 2))
    for page in pages(render_pdf(letter(*body))):
        if "Nơi nhận:" in page.text:
            capacity = page.line("TM. ỦY BAN NHÂN DÂN")
            above = [
                one
                for one in page.lines
                if one.baseline > capacity.baseline and one.font == PLAIN and one.size == 14
            ]
            assert len([one for one in above if not one.text.isdecimal()]) >= 2
            assert page.line("Lê Văn Hoằng").baseline >= 20


def test_the_signer_may_be_a_deputy() -> None:
    signature = SignatureBlock(
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Phạm Thị Lan"
    )
    page = pages(render_pdf(letter(signature=signature)))[0]
    order = [page.line(text).baseline for text in (*signature.capacity, signature.name)]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("day", [1, 9, 10])
def test_days_below_ten_and_months_one_and_two_are_padded(month: int, day: int) -> None:
    from digicommune.documents.phrases import date_phrase

    shown = {1: "01", 2: "02"}.get(month, str(month))
    assert date_phrase(date(2026, month, day)) == f"ngày {day:02d} tháng {shown} năm 2026"


def test_a_long_place_stands_above_its_date_and_the_number_is_level_with_the_date() -> None:
    head = LetterHead(("ỦY BAN NHÂN DÂN", "XÃ NGUYỄN THỊ MINH KHAI"), "Nguyễn Thị Minh Khai Thượng")
    (first, *_) = pages(render_pdf(letter(header=head)))
    place = next(line for line in first.lines if line.text.startswith("Nguyễn Thị Minh"))
    dated = next(line for line in first.lines if line.text.startswith("ngày 05 tháng 3"))
    number = next(line for line in first.lines if line.text.startswith("Số:"))
    assert place.baseline > dated.baseline == pytest.approx(number.baseline, abs=0.1)
    assert place.size == pytest.approx(14)
