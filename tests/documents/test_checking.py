"""The checker: green on every form and on hard cases, red on each fault planted in real PDFs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from digicommune.documents.description import (
    Document,
    DocumentNumber,
    LetterHead,
    SignatureBlock,
    Title,
    note,
    paragraph,
)
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.measuring.checking import CODES, measured
from digicommune.documents.measuring.pdf_pages import MM, pages_of
from digicommune.documents.pdf import render_pdf, render_pdf_many
from digicommune.documents.press import prose
from digicommune.errors import UserError
from tests.documents import papers
from tests.documents.office_papers import decision, invitation, letter_about, minutes
from tests.documents.offices import office
from tests.documents.papers import SENTENCE, annex, villages
from tests.documents.planted_faults import LONG, PLANTED, drawn
from tests.documents.reading import pages


def report(count: int) -> Document:
    kind = "bao-cao-chuyen-doi-so"
    return compose_document(kind, office(count), shipped_wording(kind))


def codes(data: bytes) -> set[str]:
    return {fault.code for fault in measured(data).faults}


FORMS: dict[str, Callable[[], Document]] = {
    "letter": papers.letter,
    "report of 4": lambda: report(4),
    "report of 47": lambda: report(47),
    "decision": decision,
    "minutes": minutes,
    "minutes of three": lambda: minutes("THƯ KÝ", "ĐẠI DIỆN", "CHỦ TỌA"),
    "minutes of four": lambda: minutes("A", "B", "C", "D"),
    "cong van": letter_about,
    "cong van to two": lambda: letter_about("Sở A", "Sở B"),
    "invitation": lambda: invitation("Ông Lê Văn Bảy"),
    "issued": lambda: replace(papers.letter(), check_code="7Q4M-XK2P-09TD"),
    "blank number and day": lambda: papers.letter(number=DocumentNumber("BC-UBND"), date=None),
    "annex of 47 villages": lambda: papers.letter(*LONG, annexes=(annex(villages(47)),)),
    "title of nine lines": lambda: papers.letter(
        title=Title("BÁO CÁO", ("Kết quả thực hiện chuyển đổi số và thôn thông minh" * 7,))
    ),
    "forty recipients": lambda: papers.letter(
        *LONG, recipients=(*(f"Đơn vị nhận thứ {n}" for n in range(40)), "Lưu: VT")
    ),
    "forty long recipients": lambda: papers.letter(
        *LONG, recipients=(*(f"Đơn vị nhận {'rất ' * 20}dài {n}" for n in range(40)), "Lưu: VT")
    ),
    "forty addressees": lambda: letter_about(*(f"Ủy ban nhân dân xã thứ {n}" for n in range(40))),
    "a report to forty": lambda: papers.letter(
        *LONG, addressees=tuple(f"Ủy ban nhân dân xã thứ {n}" for n in range(40))
    ),
    "a place as long as a name": lambda: papers.letter(
        header=LetterHead(
            ("ỦY BAN NHÂN DÂN", "PHƯỜNG NGUYỄN THỊ MINH KHAI"), "Nguyễn Thị Minh Khai"
        )
    ),
    "long names": lambda: papers.letter(
        header=LetterHead(
            ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG VÀ CHUYỂN ĐỔI SỐ",), "Hoằng Châu", "UBND XÃ"
        ),
        signature=SignatureBlock(
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Công Tằng Tôn Nữ Nguyễn Phạm Hoàng Thị Phương Khánh Huyền",
        ),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_the_press_prints_is_sound(form: str) -> None:
    found = measured(render_pdf(FORMS[form]()))
    assert found.faults == ()
    assert found.sound


@pytest.mark.parametrize("lines", range(20, 34))
def test_pages_that_just_end_are_sound(lines: int) -> None:
    body = (*(paragraph("Một dòng ngắn.") for _ in range(lines)), paragraph(SENTENCE * 2))
    assert measured(render_pdf(papers.letter(*body))).faults == ()


def test_many_papers_in_one_file_are_sound() -> None:
    documents = [report(4), decision(), minutes(), letter_about(), invitation("Bà Na")]
    assert measured(render_pdf_many(documents, "Hồ sơ")).faults == ()


# --- faults planted ---


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(drawn()) == set()
    prose._style.cache_clear()
    plant, code = PLANTED[fault]
    found = measured(plant(monkeypatch))
    prose._style.cache_clear()
    assert code in {one.code for one in found.faults}
    assert {one.code for one in found.faults} <= set(CODES)
    told = next(one for one in found.faults if one.code == code)
    assert told.said.endswith(".")
    assert 1 <= told.page <= found.pages


# --- reading ---


@pytest.mark.parametrize("form", ["report of 4", "decision", "cong van", "minutes of three"])
def test_letters_stand_where_another_reader_sees_them(form: str) -> None:
    data = render_pdf(FORMS[form]())
    for mine, theirs in zip(pages_of(data), pages(data), strict=True):
        assert len(mine.glyphs) == len(theirs.letters)
        for glyph, letter_ in zip(mine.glyphs, theirs.letters, strict=True):
            assert glyph.text == letter_["text"]
            assert glyph.left == pytest.approx(letter_["x0"] / MM, abs=0.02)
            assert glyph.right == pytest.approx(letter_["x1"] / MM, abs=0.02)
            assert glyph.size == pytest.approx(letter_["size"], abs=0.02)


def test_a_file_whose_objects_are_packed_is_read_too() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(drawn())))
    writer.compress_identical_objects()
    packed = BytesIO()
    writer.write(packed)
    assert codes(packed.getvalue()) == set()


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(render_pdf(decision()))))
    writer.encrypt("bí mật", algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"%PDF-1.4\ntrailer << /Root 1 0 R >>", locked()],
    ids=["empty", "zip", "bare", "rootless", "locked"],
)
def test_what_cannot_be_measured_is_told(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        measured(data, "a.pdf")
    assert caught.value.code == "paper_not_measured"


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_file_is_measured_or_refused_and_never_more(data: st.DataObject) -> None:
    whole = bytearray(_DECISION)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    for damaged in (bytes(whole), bytes(whole[:cut])):
        with suppress(UserError):
            assert measured(damaged).pages >= 0


_DECISION = render_pdf(decision())


def test_a_sum_that_says_it_is_none_and_columns_of_words_are_left_alone() -> None:
    whole = villages(5)
    *rows, total = whole.rows
    said = replace(total, cells=(*total.cells[:-1], "7.000"))
    table = replace(whole, rows=(*rows, said))
    excuse = note("Dòng Tổng cộng là số liệu toàn xã, không phải tổng các dòng trên.")
    assert "total_sum" in codes(render_pdf(papers.letter(annexes=(annex(table),))))
    assert codes(render_pdf(papers.letter(annexes=(annex(table, excuse),)))) == set()
    gaps = replace(rows[0], cells=(*rows[0].cells[:-1], "-"))
    partly = replace(whole, rows=(gaps, *rows[1:], total))
    assert codes(render_pdf(papers.letter(annexes=(annex(partly),)))) == set()
