"""Faults of how a text ends and goes on: end mark, signer, lone headings, heads of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from digicommune.documents.measuring.lines import Line
from digicommune.documents.measuring.pdf_pages import Stroke
from digicommune.documents.measuring.sheets import Seen
from digicommune.domain.paper_faults import PaperFault

_CAPACITY = re.compile(
    r"(TM|KT|TL|TUQ|Q)\. |(CHỦ TỊCH|TRƯỞNG|THƯ KÝ|NGƯỜI LẬP|CHỦ TỌA|TỔ TRƯỞNG)\b"
)
_DEGREE = re.compile(r"(GS|PGS|TS|ThS|CN|KS|BS|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư)\.? [A-ZĐÀ-Ỹ]")
_HEADING = re.compile(r"([IVX]+|\d+)\. \S|[a-zđ]\) \S|(Chương|Mục|Điều) ")
_TABLE = 100.0  # mm: a level line so long is a table's or the foot's
_TEXT = 12.5  # points: smaller is the address at the foot


def ending_faults(seen: list[Seen]) -> Iterator[PaperFault]:
    """What is wrong at the ends of texts and pages."""
    for one in seen:
        yield from _end_mark(one)
        yield from _signer(one)
        yield from _signature_alone(one)
        yield from _table_head(one)
        yield from _addressees(one)
        yield from _upright_bases(one)
    for one, after in pairwise(seen):
        if not after.begins:
            yield from _heading_alone(one)


def _label(one: Seen) -> Line | None:
    return next((line for line in one.lines if line.plain.startswith("Nơi nhận:")), None)


def _capacity(one: Seen) -> list[Line]:
    found = [line for line in one.lines if line.bold and _CAPACITY.match(line.plain)]
    return [line for line in found if line.plain == line.plain.upper()]


def _tables(one: Seen) -> list[Stroke]:
    """Level lines of tables, from the top; pieces of one height are one line."""
    rows: dict[int, list[Stroke]] = {}
    for stroke in one.page.strokes:
        if stroke.level:
            rows.setdefault(round(stroke.y0 * 2), []).append(stroke)
    whole = [max(row, key=lambda each: each.length) for row in rows.values() if _wide(row)]
    return sorted(whole, key=lambda each: -each.y0)


def _wide(row: list[Stroke]) -> bool:
    left = min(min(one.x0, one.x1) for one in row)
    right = max(max(one.x0, one.x1) for one in row)
    return right - left > _TABLE


def _end_mark(one: Seen) -> Iterator[PaperFault]:
    """The last sentence above the signature ends in "./."; a table has none to end in it."""
    label = _label(one)
    beside = [] if label is None else [_ for _ in _capacity(one) if _level(_, label)]
    if label is None or not beside:
        return
    above = [line for line in one.lines if line.baseline > label.baseline + 2]
    if not above:
        return
    last = min(above, key=lambda line: line.baseline)
    if any(label.baseline < stroke.y0 < last.baseline for stroke in _tables(one)):
        return
    if not last.plain.endswith("./."):
        said = f"Câu cuối “…{last.plain[-30:]}” chưa có dấu “./.” kết thúc văn bản."
        yield PaperFault("end_mark", one.place, said)


def _level(line: Line, label: Line) -> bool:
    return line.left > label.right and abs(line.baseline - label.baseline) < 20


def _signer(one: Seen) -> Iterator[PaperFault]:
    """No academic title stands before the name of who signs."""
    for line in one.lines:
        if line.bold and line.left > one.page.width / 3 and _DEGREE.match(line.plain):
            said = f"“{line.plain}”: trước họ tên người ký không ghi học hàm, học vị."
            yield PaperFault("signer_title", one.place, said)


def _signature_alone(one: Seen) -> Iterator[PaperFault]:
    """A page that opens with who signs; what has "Nơi nhận" beside it is looked at there."""
    first = _capacity(one)[:1]
    if one.begins or not first or _label(one) is not None:
        return
    above = [line for line in one.lines if line.baseline > first[0].baseline + 2]
    if len(above) < 2:
        said = "Chữ ký đứng một mình trên trang; phải có ít nhất hai dòng nội dung."
        yield PaperFault("signature_alone", one.place, said)


def _table_head(one: Seen) -> Iterator[PaperFault]:
    """A table at the top of a page shows its heading row there, again where it goes on."""
    strokes = _tables(one)
    if one.begins or len(strokes) < 2 or not one.lines:
        return
    top, below = strokes[0].y0, strokes[1].y0
    if one.lines[0].baseline > top:
        return
    head = [line for line in one.lines if below < line.baseline < top]
    if head and not any(line.bold for line in head):
        said = "Bảng sang trang không lặp lại dòng tiêu đề."
        yield PaperFault("table_head", one.place, said)


def _addressees(one: Seen) -> Iterator[PaperFault]:
    """Several addressees stand below "Kính gửi:", each ending in ";", the last in "."."""
    at = next((i for i, line in enumerate(one.lines) if line.plain == "Kính gửi:"), None)
    if at is None:
        return
    listed = one.lines[at + 1 :]
    end = next(
        (i for i, line in enumerate(listed) if line.left < one.lines[at].right - 2), len(listed)
    )
    # With nothing but the office's address below them they go on over the page.
    goes_on = all(line.size < _TEXT for line in listed[end:])
    listed = listed[:end]
    starts = [i for i, line in enumerate(listed) if line.plain.startswith("- ")]
    for start, after in pairwise([*starts, end]):
        if goes_on and after == end:
            return
        wanted = "." if after == end else ";"
        if not listed[after - 1].plain.endswith(wanted):
            said = f"Nơi kính gửi “{listed[start].plain[:40]}” phải kết thúc bằng “{wanted}”."
            yield PaperFault("addressees_end", one.place, said)


def _upright_bases(one: Seen) -> Iterator[PaperFault]:
    found = [line for line in one.lines if line.plain.startswith("Căn cứ ") and not line.italic]
    if one.begins and len(found) > 1:
        yield PaperFault("bases_style", one.place, "Căn cứ ban hành phải là chữ nghiêng.")


def _heading_alone(one: Seen) -> Iterator[PaperFault]:
    """A heading at the foot of a page, its text on the next."""
    last = min(one.lines, key=lambda line: line.baseline, default=None)
    if last is None or not last.bold or last.italic or not _HEADING.match(last.plain):
        return
    if any(stroke.y0 < last.baseline for stroke in _tables(one)):
        return
    said = f"Đề mục “{last.plain[:40]}” đứng một mình ở cuối trang."
    yield PaperFault("heading_alone", one.place, said)
