"""Faults of a document's head: country, motto, agency, number, date, title (boxes 1 to 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digicommune.documents.measuring.lines import Line
from digicommune.documents.measuring.pdf_pages import Stroke
from digicommune.documents.measuring.sheets import COUNTRY, Seen
from digicommune.domain.paper_faults import PaperFault

# Red stamps below the number (boxes 10a, 10b) are bold too, and no agency.
STAMPS = frozenset({"KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "MẬT", "TỐI MẬT", "TUYỆT MẬT"})
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_PAIRS = {(13.0, 14.0), (12.0, 13.0)}
_NUMBER = re.compile(r"Số: ?(?<=\s)(?P<number>\d+[a-z]?)?\s*/(?P<symbol>\S+)$")
_SYMBOL = re.compile(r"[A-ZĐ][A-ZĐa-zđ0-9]*(-[A-ZĐƯ0-9]+)+")
_DATE = re.compile(r"(?:(?P<place>.+?), )?ngày(?P<day>.*?)tháng(?P<month>.*?)năm(?P<year>.*)$")
_NEXT_LINE = 8.0  # mm between two lines of one name
_MONTHS = {"01", "02", *(str(month) for month in range(3, 13))}


def head_faults(one: Seen) -> Iterator[PaperFault]:
    """What is wrong with the head on a first page; nothing where no document begins."""
    country = next((line for line in one.lines[:8] if COUNTRY in line.plain), None)
    if country is None:
        return
    motto = next((line for line in one.lines if line.plain.startswith("Độc lập")), None)
    yield from _country(one, country)
    if motto is None:
        yield PaperFault("motto_missing", one.place, f"Thiếu tiêu ngữ “{MOTTO}”.")
        return
    yield from _motto(one, country, motto)
    agency = _standing_together(
        [
            line
            for line in one.lines
            if line.right < country.left + 5 and line.bold and line.plain not in STAMPS
        ]
    )
    yield from _agency(one, agency, motto)
    yield from _numbered(one, agency)
    yield from _title(one, motto)


def _standing_together(lines: list[Line]) -> list[Line]:
    """The first lines, as long as each stands right under the one above."""
    found = lines[:1]
    for line in lines[1:]:
        if found[-1].baseline - line.baseline > _NEXT_LINE:
            break
        found.append(line)
    return found


def _fault(one: Seen, code: str, said: str) -> PaperFault:
    return PaperFault(code, one.place, said)


def _country(one: Seen, line: Line) -> Iterator[PaperFault]:
    if line.plain != COUNTRY:
        yield _fault(one, "country_line", "Quốc hiệu phải đứng riêng trên một dòng.")
    if not line.bold or line.italic or not 12 <= line.size <= 13:
        said = f"Quốc hiệu cỡ {line.size:g}; cần 12–13, chữ đứng, đậm."
        yield _fault(one, "country_size", said)


def _motto(one: Seen, country: Line, motto: Line) -> Iterator[PaperFault]:
    if motto.plain != MOTTO:
        yield _fault(one, "motto_words", f"Tiêu ngữ ghi “{motto.plain}”; cần “{MOTTO}”.")
    if not motto.bold or (country.size, motto.size) not in _PAIRS:
        said = (
            f"Quốc hiệu {country.size:g}, tiêu ngữ {motto.size:g}; cần 13 và 14 hoặc 12 và 13, đậm."
        )
        yield _fault(one, "size_pair", said)
    if abs(country.middle - motto.middle) > 1:
        yield _fault(one, "motto_place", "Tiêu ngữ không nằm giữa, dưới Quốc hiệu.")
    rule = rule_below(one, motto)
    if rule is None or abs(rule.length - motto.length) > 1.0:
        got = "không có" if rule is None else f"dài {rule.length:.1f} mm"
        said = f"Đường kẻ dưới tiêu ngữ {got}; cần dài bằng dòng chữ ({motto.length:.1f} mm)."
        yield _fault(one, "motto_rule", said)


def rule_below(one: Seen, line: Line) -> Stroke | None:
    """The rule right under a line."""
    found = [
        stroke
        for stroke in one.page.strokes
        if stroke.level
        and 0 < line.baseline - stroke.y0 < 4
        and stroke.length < line.length * 1.5 + 5
        and abs(stroke.middle - line.middle) < 6
    ]
    return max(found, key=lambda stroke: stroke.y0, default=None)


def _agency(one: Seen, agency: list[Line], motto: Line) -> Iterator[PaperFault]:
    if not agency:
        yield _fault(one, "agency_missing", "Thiếu tên cơ quan ban hành ở góc trái.")
        return
    if any(not 12 <= line.size <= 13 or line.plain != line.plain.upper() for line in agency):
        yield _fault(one, "agency_size", "Tên cơ quan: chữ in hoa, đậm, cỡ 12–13.")
    last = min(agency, key=lambda line: line.baseline)
    yield from _short_rule(one, last, agency, ("agency_rule", "tên cơ quan"))
    named = " ".join(line.plain for line in one.lines if line.right < motto.left)
    if re.search(r"\b(UBND|ỦY BAN NHÂN DÂN) HUYỆN\b", named):
        said = "Còn tên cấp huyện; từ 01/7/2025 không còn cấp huyện."
        yield _fault(one, "district_in_head", said)
    yield from _superior(one, agency)


def _superior(one: Seen, agency: list[Line]) -> Iterator[PaperFault]:
    """A committee has no superior line; a section or a village of a commune has one."""
    first = max(agency, key=lambda line: line.baseline)
    above = [
        line
        for line in one.lines
        if line.baseline > first.baseline + 1 and abs(line.middle - first.middle) < 5
    ]
    if above and first.plain.startswith(("ỦY BAN NHÂN DÂN", "UBND")):
        said = f"Ủy ban nhân dân không ghi cơ quan chủ quản “{above[0].plain}” ở trên."
        yield _fault(one, "superior_in_head", said)


def _short_rule(
    one: Seen, last: Line, lines: list[Line], named: tuple[str, str]
) -> Iterator[PaperFault]:
    """A third to a half of a line it stands under, in the middle."""
    rule = rule_below(one, last)
    code, what = named
    if rule is None:
        yield _fault(one, code, f"Thiếu đường kẻ dưới {what}.")
        return
    shares = [rule.length / line.length for line in lines]
    if not any(0.32 <= share <= 0.51 for share in shares):
        said = f"Đường kẻ dưới {what} dài {shares[-1]:.0%} dòng chữ; cần 1/3 đến 1/2."
        yield _fault(one, code, said)
    if abs(rule.middle - last.middle) > 1:
        yield _fault(one, code, f"Đường kẻ dưới {what} không cân đối với dòng chữ.")


def _numbered(one: Seen, agency: list[Line]) -> Iterator[PaperFault]:
    number = next((line for line in one.lines[:14] if line.plain.startswith("Số:")), None)
    dated = next((line for line in one.lines[:14] if _is_date(line)), None)
    if number is not None:
        yield from _number(one, number, agency)
    if dated is not None:
        yield from _date(one, dated)
    if number is not None and dated is not None and abs(number.baseline - dated.baseline) > 0.6:
        yield _fault(one, "date_line", "Số và ngày tháng không cùng một dòng.")


def _is_date(line: Line) -> bool:
    """The line of place and date, which stands in the right half."""
    return line.left > 70 and _DATE.match(line.plain) is not None


def _number(one: Seen, line: Line, agency: list[Line]) -> Iterator[PaperFault]:
    found = _NUMBER.match(line.plain)
    if found is None or not _SYMBOL.fullmatch(found["symbol"]):
        yield _fault(one, "number_form", f"“{line.plain}” không đúng dạng “Số: 05/BC-UBND”.")
    elif found["symbol"].startswith("CV-"):
        said = f"“{line.plain}”: ký hiệu công văn không có chữ “CV”."
        yield _fault(one, "number_form", said)
    elif found["number"] and len(found["number"]) < 2:
        yield _fault(one, "number_form", f"“{line.plain}”: số dưới 10 phải ghi thêm số 0.")
    if abs(line.size - 13) > 0.1 or line.bold or line.italic:
        said = f"Số, ký hiệu cỡ {line.size:g}; cần cỡ 13, chữ đứng, không đậm."
        yield _fault(one, "number_size", said)
    if agency and abs(line.middle - agency[0].middle) > 3:
        yield _fault(one, "number_place", "Số, ký hiệu không nằm giữa, dưới tên cơ quan.")


def _date(one: Seen, line: Line) -> Iterator[PaperFault]:
    if not line.italic or line.bold or not 13 <= line.size <= 14:
        said = f"Địa danh, ngày tháng cỡ {line.size:g}; cần 13–14, nghiêng, không đậm."
        yield _fault(one, "date_style", said)
    found = _DATE.match(line.plain)
    if found is None:
        return
    day, month = found["day"].strip(), found["month"].strip()
    if day and not re.fullmatch(r"[0-3]\d", day):
        yield _fault(one, "date_form", f"Ngày “{day}”: ngày dưới 10 ghi thêm số 0.")
    if month and month not in _MONTHS:
        said = f"Tháng “{month}”: chỉ tháng 1, 2 ghi thêm số 0."
        yield _fault(one, "date_form", said)


def _title(one: Seen, motto: Line) -> Iterator[PaperFault]:
    """The bold centred lines below the head, and the rule under the last of them."""
    middle = _middle(one)
    below = [line for line in one.lines if line.baseline < motto.baseline - 5]
    if any(line.plain.startswith("V/v") for line in below[:8]):
        return
    start = next(
        (at for at, line in enumerate(below) if line.bold and abs(line.middle - middle) < 3), None
    )
    if start is None:
        yield _fault(one, "title_missing", "Thiếu tên loại văn bản ở giữa trang.")
        return
    lines = [below[start]]
    for line in below[start + 1 :]:
        near = lines[-1].baseline - line.baseline < 9
        if not (near and line.bold and abs(line.middle - middle) < 3):
            break
        lines.append(line)
    if any(not 13 <= line.size <= 14 for line in lines):
        said = f"Tên loại, trích yếu cỡ {lines[0].size:g}; cần 13–14, đậm."
        yield _fault(one, "title_size", said)
    if lines[0].plain != lines[0].plain.upper():
        yield _fault(one, "title_case", "Tên loại văn bản phải in hoa.")
    yield from _short_rule(one, lines[-1], lines, ("title_rule", "trích yếu"))


def _middle(one: Seen) -> float:
    return one.page.width / 2 + (7.5 if one.wide else 5.0)
