"""Faults of every page: paper, margins, typefaces, colour, page numbers (Annex I, Mục I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digicommune.documents.measuring.lines import Line, lines_of
from digicommune.documents.measuring.pdf_pages import PdfPage
from digicommune.domain.paper_faults import PaperFault

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
SLACK = 0.6
_A4 = (210.0, 297.0)
_TYPEFACES = re.compile(r"times\s?new\s?roman|liberation\s?serif|tinos|nimbusroman", re.IGNORECASE)
_RED = (1.0, 0.0, 0.0)
_MARGINS = {
    "left": (30.0, 35.0),
    "right": (15.0, 20.0),
    "top": (20.0, 25.0),
    "bottom": (20.0, 25.0),
}
_FULL_LINE = 150.0  # mm: longer than an indented line can be
# Boxed in the top margin of a first page (box 11).
_CIRCULATION = frozenset({"XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"})
_SMALL_PRINT = 9.0  # a check code or file name in the bottom margin is no part of the text


@dataclass(frozen=True, slots=True)
class Seen:
    """A page with its lines, the number at its head apart."""

    place: int
    page: PdfPage
    lines: tuple[Line, ...]
    number: Line | None
    begins: bool

    @property
    def wide(self) -> bool:
        """Whether it lies across."""
        return self.page.width > self.page.height


def seen_of(pages: list[PdfPage]) -> list[Seen]:
    """The pages with what is known of each before anything is judged."""
    return [_seen(place, page) for place, page in enumerate(pages, start=1)]


def _seen(place: int, page: PdfPage) -> Seen:
    lines = lines_of(page)
    head = [one for one in lines if one.baseline > page.height - _MARGINS["top"][0]]
    number = next((one for one in head if one.plain.isdecimal()), None)
    rest = tuple(
        one
        for one in lines
        if one is not number
        and not (one in head and one.plain in _CIRCULATION)
        and not (one.size <= _SMALL_PRINT and one.baseline < _MARGINS["bottom"][0])
    )
    return Seen(place, page, rest, number, _begins(rest))


def _begins(lines: tuple[Line, ...]) -> bool:
    """Whether a document or an annex begins: the country's name, or "Phụ lục" first."""
    if any(COUNTRY in one.plain for one in lines[:8]):
        return True
    return bool(lines) and re.match(r"Phụ lục( [IVXL]+)?$", lines[0].plain) is not None


def sheet_faults(seen: list[Seen]) -> Iterator[PaperFault]:
    """What is wrong with the pages as sheets."""
    for one in seen:
        yield from _paper(one)
        yield from _margins(one)
        yield from _letters(one)
    yield from _numbers(seen)


def _paper(one: Seen) -> Iterator[PaperFault]:
    size = sorted((one.page.width, one.page.height))
    if any(abs(got - wanted) > 1 for got, wanted in zip(size, _A4, strict=True)):
        got = f"{one.page.width:.0f} × {one.page.height:.0f} mm"
        yield PaperFault("paper_size", one.place, f"Khổ giấy {got}; cần A4 (210 × 297 mm).")


def _margins(one: Seen) -> Iterator[PaperFault]:
    if not one.lines:
        return
    page = one.page
    ascent = one.lines[0].size * 0.662 * 25.4 / 72  # capitals of Times reach so high
    edges = {
        "left": min(line.left for line in one.lines),
        "right": page.width - max(line.right for line in one.lines),
        "top": page.height - one.lines[0].baseline - ascent,
        "bottom": min(line.baseline for line in one.lines),
    }
    names = {"left": "trái", "right": "phải", "top": "trên", "bottom": "dưới"}
    for side, (least, most) in _MARGINS.items():
        if edges[side] < least - SLACK:
            said = f"Lề {names[side]} {edges[side]:.1f} mm; cần {least:.0f}–{most:.0f} mm."
            yield PaperFault(f"margin_{side}", one.place, said)
    # Only lines as wide as the text tell how wide the left margin is meant to be.
    full = [line.left for line in one.lines if line.length > _FULL_LINE]
    if full and not one.wide and min(full) > _MARGINS["left"][1] + SLACK:
        said = f"Lề trái {min(full):.1f} mm; cần 30–35 mm."
        yield PaperFault("margin_left", one.place, said)


def _letters(one: Seen) -> Iterator[PaperFault]:
    fonts = {glyph.font.name: glyph.font for glyph in one.page.glyphs if glyph.text.strip()}
    for name, font in sorted(fonts.items()):
        if not font.embedded:
            said = f"Phông {name} không nằm trong tệp; máy khác sẽ in bằng phông khác."
            yield PaperFault("font_not_embedded", one.place, said)
        if not _TYPEFACES.search(name.replace("-", "")):
            said = f"Có chữ phông {name}; cần Times New Roman."
            yield PaperFault("typeface", one.place, said)
    coloured = [line for line in one.lines if not _is_black(line) and not _is_stamp(line)]
    if coloured:
        said = f"Chữ “{coloured[0].plain[:40]}” không phải màu đen."
        yield PaperFault("colour", one.place, said)


def _is_black(line: Line) -> bool:
    if len(line.colour) == 4:
        return line.colour[3] > 0.9 or all(one > 0.9 for one in line.colour[:3])
    return all(one < 0.1 for one in line.colour)


def _is_stamp(line: Line) -> bool:
    return line.colour == _RED and line.plain in ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")


def _numbers(seen: list[Seen]) -> Iterator[PaperFault]:
    expected = 1
    for one in seen:
        expected = 1 if one.begins or one.place == 1 else expected + 1
        if expected == 1:
            if one.number is not None:
                said = "Trang đầu của văn bản hoặc phụ lục không đánh số."
                yield PaperFault("page_number_first", one.place, said)
            continue
        yield from _number(one, expected)


def _number(one: Seen, expected: int) -> Iterator[PaperFault]:
    number = one.number
    if number is None:
        said = f"Thiếu số trang {expected} ở giữa lề trên."
        yield PaperFault("page_number_missing", one.place, said)
        return
    if number.plain != str(expected):
        said = f"Số trang ghi {number.plain}; cần {expected}."
        yield PaperFault("page_number_wrong", one.place, said)
    left, right = _block(one)
    if abs(number.middle - (left + right) / 2) > 3:
        yield PaperFault("page_number_place", one.place, "Số trang không nằm giữa lề trên.")
    if not 13 <= number.size <= 14 or number.bold or number.italic:
        said = f"Số trang cỡ {number.size:g}; cần 13–14, kiểu đứng."
        yield PaperFault("page_number_size", one.place, said)


def _block(one: Seen) -> tuple[float, float]:
    """The text block: its left edge is the text's, its right the smallest margin or the text's."""
    left = min((line.left for line in one.lines), default=_MARGINS["left"][0])
    strokes = [stroke for stroke in one.page.strokes if stroke.level]
    right = max(
        [*(line.right for line in one.lines), *(max(s.x0, s.x1) for s in strokes)],
        default=one.page.width - 20,
    )
    return min(left, 35.0), max(right, one.page.width - 20)
