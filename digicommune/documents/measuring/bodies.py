"""Faults of the text, the bases, the recipients, the signature and annex headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from digicommune.documents.measuring.lines import Line
from digicommune.documents.measuring.sheets import Seen
from digicommune.domain.paper_faults import PaperFault

_SINGLE = 1.149 * 25.4 / 72  # mm a line of one point of size
_FREE_TO_SIGN = 20.0
_INDENTED = 37.0  # further right than any left margin: the first line of a paragraph
_FOOT = 26.0  # mm: a line below it is the last of its page


def body_faults(seen: list[Seen]) -> Iterator[PaperFault]:
    """What is wrong below the heads."""
    for one in seen:
        yield from _bases(one)
        yield from _spacing(one)
        yield from _received(one)
        yield from _annex(one)
    yield from _size(seen)


def _bases(one: Seen) -> Iterator[PaperFault]:
    """Căn cứ lines: italic, each ending in ";", the last in "."."""
    lines = [line for line in one.lines if line.italic and not line.bold and line.size >= 12.5]
    at = next((i for i, line in enumerate(lines) if line.plain.startswith("Căn cứ")), None)
    if at is None:
        return
    group = [lines[at]]
    for line in lines[at + 1 :]:
        if group[-1].baseline - line.baseline > 12:
            break
        group.append(line)
    indented = group[0].left - 3
    starts = [i for i, line in enumerate(group) if line.left > indented]
    for start, after in zip(starts, [*starts[1:], len(group)], strict=True):
        end, wanted = group[after - 1].plain[-1:], "." if after == len(group) else ";"
        if end != wanted:
            said = f"Căn cứ “{group[start].plain[:40]}…” kết thúc bằng “{end}”; cần “{wanted}”."
            yield PaperFault("bases_end", one.place, said)


def _prose(one: Seen) -> list[Line]:
    """Lines of the running text: upright, regular, as wide as the page allows."""
    return [
        line
        for line in one.lines
        if not line.bold and not line.italic and line.length > 100 and not one.wide
    ]


def _size(seen: list[Seen]) -> Iterator[PaperFault]:
    """Of each document and annex: remarks under a table may be smaller, most text may not."""
    sections: list[list[Seen]] = []
    for one in seen:
        if one.begins or not sections:
            sections.append([])
        sections[-1].append(one)
    for section in sections:
        sizes = [line.size for one in section for line in _prose(one)]
        if len(sizes) >= 5 and sum(12.9 <= size <= 14.1 for size in sizes) * 2 < len(sizes):
            said = f"Phần lớn nội dung cỡ {max(set(sizes), key=sizes.count):g}; cần 13–14."
            yield PaperFault("body_size", section[0].place, said)


def _spacing(one: Seen) -> Iterator[PaperFault]:
    for upper, lower in pairwise(_prose(one)):
        step = upper.baseline - lower.baseline
        single = upper.size * _SINGLE
        follows = (
            lower.left < upper.left + 0.5 and lower.left < _INDENTED and upper.size == lower.size
        )
        if follows and 0 < step < single * 1.9 and not 0.985 <= step / single <= 1.52:
            said = f"Dòng cách {step / single:.2f} lần dòng đơn; cần 1 đến 1,5."
            yield PaperFault("line_spacing", one.place, said)
            return


def _received(one: Seen) -> Iterator[PaperFault]:
    label = next((line for line in one.lines if line.plain.startswith("Nơi nhận:")), None)
    if label is None:
        return
    if not (label.bold and label.italic) or abs(label.size - 12) > 0.1:
        said = f"“Nơi nhận:” cỡ {label.size:g}; cần cỡ 12, nghiêng, đậm."
        yield PaperFault("recipients_label", one.place, said)
    items = _items(one, label)
    if any(abs(line.size - 11) > 0.1 for line in items):
        yield PaperFault("recipients_size", one.place, "Danh sách nơi nhận: cỡ 11, chữ đứng.")
    if items and items[-1].baseline < _FOOT:
        return  # the list goes on over the page
    if items and not items[-1].plain.endswith("."):
        said = f"Dòng cuối của nơi nhận “{items[-1].plain[-30:]}” phải kết thúc bằng dấu chấm."
        yield PaperFault("recipients_end", one.place, said)
    if items and not any(re.match(r"-? ?Lưu:", line.plain) for line in items):
        yield PaperFault("recipients_file", one.place, "Nơi nhận thiếu dòng “- Lưu: VT, …”.")
    beside = [
        line for line in one.lines if line.bold and line.left > label.right and line.size >= 12.5
    ]
    beside = [line for line in beside if line.baseline < label.baseline + 20]
    if beside and not any(line.baseline > label.baseline + 20 for line in beside):
        yield from _signed(one, label, beside)


def _items(one: Seen, label: Line) -> list[Line]:
    """The lines right below the label; what stands further down is the address of the office."""
    items: list[Line] = []
    above = label.baseline
    for line in one.lines:
        if line.baseline < label.baseline and abs(line.left - label.left) < 1:
            if above - line.baseline > 7:
                break
            items.append(line)
            above = line.baseline
    return items


def _signed(one: Seen, label: Line, beside: list[Line]) -> Iterator[PaperFault]:
    """Capacity lines, the space for hand and seal, the name."""
    capacity = [line for line in beside if line.plain == line.plain.upper()]
    below = [line for line in capacity if line.baseline < label.baseline + 8]
    if not below:
        return
    if abs(below[0].baseline - label.baseline) > 1.0 and not _signed_above(one, label):
        said = "“Nơi nhận:” không ngang hàng với dòng quyền hạn của người ký."
        yield PaperFault("recipients_level", one.place, said)
    last = min(below, key=lambda line: line.baseline)
    names = [line for line in beside if line.baseline < last.baseline - 1]
    if names and last.baseline - names[0].baseline < _FREE_TO_SIGN:
        free = last.baseline - names[0].baseline
        said = f"Chỗ ký và đóng dấu cao {free:.0f} mm; cần khoảng 25–30 mm."
        yield PaperFault("signature_space", one.place, said)
    text = [line for line in one.lines if line.baseline > label.baseline + 2]
    if len(text) < 2:
        said = "Chữ ký đứng một mình trên trang; phải có ít nhất hai dòng nội dung."
        yield PaperFault("signature_alone", one.place, said)


def _signed_above(one: Seen, label: Line) -> bool:
    """Whether the signatures stand above the recipients, as under a biên bản."""
    names = [line for line in one.lines if line.bold and 0 < line.baseline - label.baseline < 20]
    return any(re.match(r"[A-ZĐÀ-Ỹ][a-zđà-ỹ]", line.plain) for line in names)


def _annex(one: Seen) -> Iterator[PaperFault]:
    first = one.lines[0] if one.lines else None
    if first is None or not re.match(r"Phụ lục( [IVXL]+)?$", first.plain):
        return
    if not first.bold or abs(first.size - 14) > 0.1:
        said = f"Chữ “Phụ lục” cỡ {first.size:g}; cần cỡ 14, đậm."
        yield PaperFault("annex_heading", one.place, said)
    title = one.lines[1] if len(one.lines) > 1 else first
    if title.plain != title.plain.upper() or not title.bold:
        yield PaperFault("annex_title", one.place, "Tên phụ lục phải in hoa, đậm.")
