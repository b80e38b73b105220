"""Faults planted in real papers: the press made to go wrong in one thing each; no test itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
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
from digicommune.documents.measuring.pdf_pages import MM
from digicommune.documents.pdf import render_pdf
from digicommune.documents.press import closing, fit, flow, grid, letter, prose, sheet
from tests.documents import papers
from tests.documents.papers import SENTENCE, annex, villages
from tests.documents.reading import pages

LONG = tuple(paragraph(SENTENCE) for _ in range(30))


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


def wrong_sum(_patch: pytest.MonkeyPatch) -> bytes:
    whole = villages(60)
    *rows, total = whole.rows
    cells = (*total.cells[:-1], "60.001")
    table = replace(whole, rows=(*rows, replace(total, cells=cells)))
    return render_pdf(papers.letter(*LONG, annexes=(annex(table),)))


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
    "a sum that is none": (wrong_sum, "total_sum"),
}
