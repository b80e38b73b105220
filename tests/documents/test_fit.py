"""Sections are set tighter only where that saves a nearly empty last page, within the decree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digicommune.documents.description import Heading, note, paragraph
from digicommune.documents.pdf import render_pdf
from digicommune.documents.press.fit import TIGHTER
from digicommune.documents.press.flow import ROOMY
from tests.documents.papers import SENTENCE, annex, letter, villages
from tests.documents.reading import MM, Page, pages

SINGLE = 14 * 1.149


def _body(count: int) -> list[Page]:
    told = [paragraph(SENTENCE) for _ in range(count)]
    return pages(render_pdf(letter(Heading("I. KẾT QUẢ"), *told)))


def _leading(page: Page) -> float:
    """Points from the first line of a paragraph to its second."""
    first = next(i for i, one in enumerate(page.lines) if one.text.startswith("Ủy ban nhân dân xã"))
    return (page.lines[first].baseline - page.lines[first + 1].baseline) * MM


def _filled(page: Page) -> float:
    """The part of the text block's 257 mm used on a page."""
    return (277 - min(line.baseline for line in page.lines)) / 257


def test_every_spacing_is_legal_and_tighter_than_the_one_before() -> None:
    lines = [one.lines for one in (ROOMY, *TIGHTER)]
    assert lines == sorted(lines, reverse=True)
    assert lines[-1] >= 1
    assert lines[0] <= 1.5


def test_a_short_rest_comes_to_the_page_before_and_no_more_than_needed() -> None:
    found = {count: _body(count) for count in range(4, 20)}
    set_tighter = [one for one in found.values() if _leading(one[0]) < SINGLE * 1.11]
    assert set_tighter
    for one in found.values():
        assert SINGLE - 0.01 <= _leading(one[0]) <= SINGLE * 1.121
    for one in set_tighter:
        assert _filled(one[-1]) > 0.7
    lengths = [len(one) for one in found.values()]
    assert lengths == sorted(lengths)


def test_body_gaps_never_fall_below_six_points() -> None:
    for count in range(8, 12):
        page = _body(count)[0]
        starts = [i for i, o in enumerate(page.lines) if o.text.startswith("Ủy ban nhân dân xã")]
        for i in starts[1:]:
            down = (page.lines[i - 1].baseline - page.lines[i].baseline) * MM
            assert down >= _leading(page) + 5.9


@pytest.mark.parametrize("count", range(10, 24))
def test_no_annex_ends_in_a_page_of_one_line_that_tighter_rows_would_hold(count: int) -> None:
    blocks = (villages(count), note("Ghi chú."), note("Chưa đối chiếu."))
    whole = pages(render_pdf(letter(annexes=(annex(*blocks),))))[1:]
    if len(whole) > 1:
        assert whole[-1].lines[0].text == "2"
        assert any("Tổng cộng" in line.text for line in whole[-1].lines)


def test_the_blank_and_the_signature_space_are_kept_in_a_tight_letter() -> None:
    for count in range(8, 14):
        last = _body(count)[-1]
        office, name = last.line("CHỦ TỊCH"), last.line("Lê Văn Hoằng")
        assert office.baseline - name.baseline >= 28


def test_an_unknown_name_leaves_its_place_blank() -> None:
    document = letter()
    assert document.signature is not None
    blank = replace(document, signature=replace(document.signature, name=""))
    page = pages(render_pdf(blank))[-1]
    assert "Lê Văn Hoằng" not in page.text
    assert page.line("CHỦ TỊCH").baseline - 28 > 20


@pytest.mark.parametrize("count", [13, 25, 40, 90])
def test_many_addressees_begin_on_the_first_page_and_none_is_lost(count: int) -> None:
    names = [f"Ủy ban nhân dân xã thứ {n}" for n in range(count)]
    read = pages(render_pdf(letter(*(paragraph(SENTENCE),) * 4, addressees=tuple(names))))
    on_paper = [line.text for page in read for line in page.lines if line.text.startswith("- Ủy")]
    assert [one.strip("-;. ") for one in on_paper] == names
    assert any("thứ 0;" in line.text for line in read[0].lines)
    assert all(min(line.baseline for line in page.lines) > 19 for page in read)


def test_recipients_of_more_than_a_page_are_all_printed_inside_the_margins() -> None:
    names = [f"Đơn vị nhận thứ {n} có tên dài hơn một dòng của cột nơi nhận" for n in range(70)]
    read = pages(render_pdf(letter(*(paragraph(SENTENCE),) * 4, recipients=tuple(names))))
    text = " ".join(line.text for page in read for line in page.lines)
    assert all(f"Đơn vị nhận thứ {n} " in text for n in range(70))
    assert all(min(line.baseline for line in page.lines) > 19 for page in read)
