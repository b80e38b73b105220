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
from reportlab.pdfgen.canvas import Canvas

from digicommune.documents.description import (
    Document,
    DocumentNumber,
    LetterHead,
    Run,
    SignatureBlock,
    Title,
    paragraph,
)
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.measuring.checking import CODES, measured
from digicommune.documents.measuring.pdf_pages import MM, pages_of
from digicommune.documents.pdf import render_pdf, render_pdf_many
from digicommune.documents.press import closing, fit, flow, grid, letter, prose, sheet
from digicommune.errors import UserError
from tests.documents import papers
from tests.documents.office_papers import decision, invitation, letter_about, minutes
from tests.documents.offices import office
from tests.documents.papers import SENTENCE, annex, villages
from tests.documents.reading import pages

LONG = tuple(paragraph(SENTENCE) for _ in range(30))


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


def drawn(**more: object) -> bytes:
    """A letter of two pages with an annex, printed by the press as it stands now."""
    return render_pdf(papers.letter(*LONG, annexes=(annex(villages(3)),), **more))


def put(monkeypatch: pytest.MonkeyPatch, module: object, name: str, value: object) -> None:
    """The press goes wrong in one thing."""
    monkeypatch.setattr(module, name, value)


def wrong_margin(patch: pytest.MonkeyPatch) -> bytes:
    portrait, wide = sheet.FORMATS.values()
    forms = dict(zip(sheet.FORMATS, (replace(portrait, left=20 * MM), wide), strict=True))
    for module in (sheet, *_users("FORMATS")):
        put(patch, module, "FORMATS", forms)
    return drawn()


def _users(name: str) -> list[object]:
    from digicommune.documents.press import printing

    return [module for module in (printing,) if hasattr(module, name)]


def bottom_margin(patch: pytest.MonkeyPatch) -> bytes:
    portrait, wide = sheet.FORMATS.values()
    forms = dict(zip(sheet.FORMATS, (replace(portrait, bottom=8 * MM), wide), strict=True))
    for module in (sheet, *_users("FORMATS")):
        put(patch, module, "FORMATS", forms)
    return render_pdf(papers.letter(*(paragraph(SENTENCE * 4) for _ in range(12))))


def number_size(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, letter, "NUMBER_SIZE", 15)
    return drawn()


def unpadded_number(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, letter, "number_phrase", lambda number: f"Số: {number.number}/{number.symbol}")
    return drawn(number=DocumentNumber("BC-UBND", "5"))


def small_symbol(_patch: pytest.MonkeyPatch) -> bytes:
    return drawn(number=DocumentNumber("bc-ubnd", "45"))


def padded_month(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, letter, "date_phrase", lambda _day, _year: "ngày 05 tháng 03 năm 2026")
    return drawn()


def unpadded_day(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, letter, "date_phrase", lambda _day, _year: "ngày 5 tháng 3 năm 2026")
    return drawn()


def motto_rule(patch: pytest.MonkeyPatch) -> bytes:
    whole = letter._country

    def shortened(width: float) -> tuple[object, list[object], float]:
        lines, rules, end = whole(width)
        return lines, [replace(one, length=one.length * 0.6) for one in rules], end

    put(patch, letter, "_country", shortened)
    return drawn()


def agency_rule(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, letter, "balanced_rule", lambda widths: max(widths) * 0.9)
    return drawn()


def odd_pair(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, letter, "MOTTO_SIZE", 12)
    return drawn()


def small_text(patch: pytest.MonkeyPatch) -> bytes:
    manner = prose.Manner
    put(patch, prose, "Manner", lambda *given, **named: manner(*given, **{"size": 12, **named}))
    return drawn()


def wide_lines(patch: pytest.MonkeyPatch) -> bytes:
    manner = prose.Manner
    put(patch, prose, "Manner", lambda *given, **named: manner(*given, **{"lines": 1.7, **named}))
    put(patch, fit, "TIGHTER", ())
    return drawn()


def bases_end(patch: pytest.MonkeyPatch) -> bytes:
    from digicommune.documents.press import printing

    put(patch, printing, "listed", lambda items: tuple(item.rstrip(";") for item in items))
    return drawn()


def recipients_end(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, closing, "listed", lambda items: tuple(f"{item.rstrip('.')};" for item in items))
    return drawn()


def no_room_to_sign(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, closing, "SIGNATURE_SPACE", 8 * MM)
    return drawn()


def page_number_left(patch: pytest.MonkeyPatch) -> bytes:
    plain = Canvas.drawCentredString
    put(patch, Canvas, "drawCentredString", lambda one, x, *more: plain(one, x + 60, *more))
    return drawn()


def no_page_numbers(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, Canvas, "drawCentredString", lambda *_given: None)
    return drawn()


def another_count(patch: pytest.MonkeyPatch) -> bytes:
    plain = Canvas.drawCentredString
    put(patch, Canvas, "drawCentredString", lambda one, x, y, _text: plain(one, x, y, "9"))
    return drawn()


def numbered_first(_patch: pytest.MonkeyPatch) -> bytes:
    return _stamped(drawn(), lambda canvas: canvas.drawCentredString(110 * MM, 284 * MM, "1"))


def foreign_font(_patch: pytest.MonkeyPatch) -> bytes:
    def write(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 14)
        canvas.drawString(40 * MM, 30 * MM, "Helvetica")

    return _stamped(drawn(), write)


def _stamped(data: bytes, write: Callable[[Canvas], None]) -> bytes:
    """The first page with something more drawn over it."""
    over = BytesIO()
    canvas = Canvas(over, pagesize=(210 * MM, 297 * MM))
    write(canvas)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.pages[0].merge_page(PdfReader(over).pages[0])
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def coloured(_patch: pytest.MonkeyPatch) -> bytes:
    def write(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 1)
        canvas.drawString(40 * MM, 30 * MM, "xanh")

    return _stamped(drawn(), write)


def letter_paper(patch: pytest.MonkeyPatch) -> bytes:
    portrait, wide = sheet.FORMATS.values()
    short = replace(portrait, height=279 * MM, width=216 * MM)
    forms = dict(zip(sheet.FORMATS, (short, wide), strict=True))
    for module in (sheet, *_users("FORMATS")):
        put(patch, module, "FORMATS", forms)
    return drawn()


def district(_patch: pytest.MonkeyPatch) -> bytes:
    head = LetterHead(("ỦY BAN NHÂN DÂN", "XÃ HOẰNG CHÂU"), "Hoằng Châu", "UBND HUYỆN HOẰNG HÓA")
    return drawn(header=head)


def small_kind(_patch: pytest.MonkeyPatch) -> bytes:
    return drawn(title=Title("Báo cáo", ("Kết quả chuyển đổi số",)))


def number_without_blank(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, letter, "number_phrase", lambda number: f"Số:0{number.number}/{number.symbol}")
    return drawn(number=DocumentNumber("BC-UBND", "5"))


def party_symbol(_patch: pytest.MonkeyPatch) -> bytes:
    return drawn(number=DocumentNumber("CV-UBND", "45"))


def country_of_14(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, letter, "COUNTRY_SIZE", 14)
    return drawn()


def margin_of_25(patch: pytest.MonkeyPatch) -> bytes:
    portrait, wide = sheet.FORMATS.values()
    forms = dict(zip(sheet.FORMATS, (replace(portrait, left=25 * MM), wide), strict=True))
    for module in (sheet, *_users("FORMATS")):
        put(patch, module, "FORMATS", forms)
    return drawn()


def under_the_province(_patch: pytest.MonkeyPatch) -> bytes:
    head = LetterHead(("ỦY BAN NHÂN DÂN", "XÃ HOẰNG CHÂU"), "Hoằng Châu", "UBND TỈNH THANH HÓA")
    return drawn(header=head)


def without_end_mark(patch: pytest.MonkeyPatch) -> bytes:
    from digicommune.documents.press import printing

    put(patch, printing, "with_end_mark", lambda blocks: blocks)
    return drawn()


def nothing_filed(_patch: pytest.MonkeyPatch) -> bytes:
    return drawn(recipients=("Như trên", "Các thôn"))


def learned_signer(_patch: pytest.MonkeyPatch) -> bytes:
    capacity = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    return drawn(signature=SignatureBlock(capacity, "TS. Lê Văn Hoằng"))


def heading_at_the_foot(_patch: pytest.MonkeyPatch) -> bytes:
    def write(canvas: Canvas) -> None:
        canvas.setFont("LiberationSerif-Bold", 14)
        canvas.drawString(42 * MM, 21 * MM, "II. KẾT QUẢ THỰC HIỆN")

    return _stamped(drawn(), write)


def head_not_repeated(patch: pytest.MonkeyPatch) -> bytes:
    def bare(one: grid.Grid, page: sheet.Sheet, top: float) -> None:
        shown = one.lines[one.first : one.stop]
        grid._Drawing(one.setter, page).draw(shown, 0, top)

    put(patch, grid.Grid, "draw", bare)
    return render_pdf(papers.letter(*LONG, annexes=(annex(villages(60)),)))


def addressees_without_ends(patch: pytest.MonkeyPatch) -> bytes:
    put(patch, letter, "listed", lambda items: tuple(item.rstrip(";.") for item in items))
    return drawn(addressees=("Ủy ban nhân dân tỉnh", "Sở Khoa học và Công nghệ"))


def upright_bases(patch: pytest.MonkeyPatch) -> bytes:
    from digicommune.documents.press import printing

    put(patch, printing, "basis", lambda text, width: prose.prose((Run(text),), width))
    return drawn(bases=("Căn cứ Luật A", "Căn cứ Luật B"))


def number_at_the_foot(patch: pytest.MonkeyPatch) -> bytes:
    plain = Canvas.drawCentredString
    put(patch, Canvas, "drawCentredString", lambda one, x, _y, text: plain(one, x, 30, text))
    return drawn()


def recipients_lower(patch: pytest.MonkeyPatch) -> bytes:
    whole = closing._received

    def lower(document: Document, width: float) -> list[object]:
        return [replace(line, down=line.down + 14) for line in whole(document, width)]

    put(patch, closing, "_received", lower)
    return drawn()


def signature_alone(patch: pytest.MonkeyPatch) -> bytes:
    """The signature on a page of its own: it is not held to the text any longer."""
    whole = flow.clusters

    def apart(pieces: list[flow.Piece], end: flow.Piece | None) -> list[flow.Cluster]:
        return [*whole(pieces, None), *([flow.Cluster((), end)] if end else [])]

    put(patch, fit, "clusters", apart)
    put(patch, fit, "TIGHTER", ())
    for lines in range(18, 34):
        data = render_pdf(papers.letter(*(paragraph("Một dòng ngắn.") for _ in range(lines))))
        if len(pages(data)) == 2:
            return data
    raise AssertionError("no text ends right at the foot of a page")


PLANTED: dict[str, tuple[Callable[[pytest.MonkeyPatch], bytes], str]] = {
    "margin of 20 mm": (wrong_margin, "margin_left"),
    "foot of 8 mm": (bottom_margin, "margin_bottom"),
    "number of 15 pt": (number_size, "number_size"),
    "number 5": (unpadded_number, "number_form"),
    "symbol in small letters": (small_symbol, "number_form"),
    "tháng 03": (padded_month, "date_form"),
    "ngày 5": (unpadded_day, "date_form"),
    "short rule of the motto": (motto_rule, "motto_rule"),
    "long rule of the agency": (agency_rule, "agency_rule"),
    "motto of 12 pt": (odd_pair, "size_pair"),
    "text of 12 pt": (small_text, "body_size"),
    "lines of 1.7": (wide_lines, "line_spacing"),
    "bases without their ends": (bases_end, "bases_end"),
    "recipients without a stop": (recipients_end, "recipients_end"),
    "8 mm to sign": (no_room_to_sign, "signature_space"),
    "page number aside": (page_number_left, "page_number_place"),
    "no page numbers": (no_page_numbers, "page_number_missing"),
    "page number 9": (another_count, "page_number_wrong"),
    "first page numbered": (numbered_first, "page_number_first"),
    "Helvetica not embedded": (foreign_font, "font_not_embedded"),
    "Helvetica": (foreign_font, "typeface"),
    "blue letters": (coloured, "colour"),
    "letter paper": (letter_paper, "paper_size"),
    "a district": (district, "district_in_head"),
    "kind in small letters": (small_kind, "title_case"),
    "number without a blank": (number_without_blank, "number_form"),
    "symbol of the Party": (party_symbol, "number_form"),
    "country of 14 pt": (country_of_14, "country_size"),
    "margin of 25 mm": (margin_of_25, "margin_left"),
    "a committee under another": (under_the_province, "superior_in_head"),
    "no end mark": (without_end_mark, "end_mark"),
    "nothing filed": (nothing_filed, "recipients_file"),
    "a doctor signs": (learned_signer, "signer_title"),
    "heading at the foot": (heading_at_the_foot, "heading_alone"),
    "head of the table once": (head_not_repeated, "table_head"),
    "addressees without ends": (addressees_without_ends, "addressees_end"),
    "upright bases": (upright_bases, "bases_style"),
    "page number at the foot": (number_at_the_foot, "page_number_missing"),
    "recipients lower than the signer": (recipients_lower, "recipients_level"),
    "signature alone": (signature_alone, "signature_alone"),
}


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
