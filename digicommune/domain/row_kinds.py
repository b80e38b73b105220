"""Tell which rows of a list are no records (sections, totals, notes, signatures); parses no values.

Words are compared with their marks where a name could fold to the same letters (Tống, Công).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from digicommune.domain.grids import is_empty
from digicommune.domain.header_labels import EXACT
from digicommune.domain.text import clean, fold

RECORD: Final = "record"
BLANK: Final = "blank"
COLUMN_NUMBERS: Final = "column_numbers"
REPEATED_HEADER: Final = "repeated_header"
SECTION: Final = "section"
SUBTOTAL: Final = "subtotal"
TOTAL: Final = "total"
SUMMARY: Final = "summary"
NOTE: Final = "note"
SIGNATURE: Final = "signature"
TITLE: Final = "title"

_LABEL_MARKS = re.compile(r"[^a-z0-9]+")
_NUMBERED = re.compile(r"[(\[]?(\d{1,2})[a-z]?[)\]]?(?:\s*=.*)?")
_LETTERED = re.compile(r"[(\[]?[A-E][)\]]?")
_ORDINAL = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,4}(?:\.\d+)?)[.)]?")
_TOTAL = re.compile(
    r"^(?:[ivx]+[.)]\s*)?(?:tổng\s*(?:cộng|số|hợp)?\b|tong (?:cong|so)\b"
    r"|(?:toàn|cả)\s+(?:xã|phường|thị trấn|đặc khu|khu vực)\b"
    r"|\(?\s*(?:ấn định\s+)?(?:danh sách|ds)\s.*\b(?:gồm|có)\b.*\d)"
)
_SUBTOTAL = re.compile(
    r"^(?:cộng|cong)\b(?!\s+(?:thị|văn|hòa|hoà)\b)|^(?:tổng\s+)?(?:số\s+)?tiểu\s+cộng"
)
_OF_A_PART = re.compile(
    r"^(?:[ivx]+[.)]\s*)?(?:tổng\s*)?(?:cộng|số)?\s*(?:số\s*)?(?:của\s*)?"
    r"(?:thôn|bản|tổ|tdp|khu|khối|xóm|ấp|làng|phố|trang|nhóm|mục|phần)\b(?!\s*[:=])"
)
_NOTE = re.compile(
    r"^(?:\(?\*+\)?|ghi\s*chú|ghi chu|lưu ý|chú thích|chú ý|nơi nhận|nguồn\b|\(?\s*bằng chữ"
    r"|\(?\s*số tiền bằng chữ|\(?bang chu|ghi\s*:|n\.b)"
)
_SUMMARY = re.compile(
    r"^(?:-\s*)?(?:trong đó|tổng hợp|thống kê|chia theo|chia ra|tóm tắt|theo ngân hàng)"
)
_COUNT_OF = re.compile(
    r"[^:]+:\s*\d[\d.]*\s*(?:người|hộ|khách(?: hàng)?|kh|tài khoản|tk|trường hợp|mã(?: qr)?)?\s*\.?"
)
_SIGNATURE = re.compile(
    r"ngày\s*[\d….\s_]*\s*tháng\s*[\d….\s_]*\s*năm|^(?:tm|kt|tl|tuq|q)\s*\.|ký,?\s*(?:ghi|họ|tên|đóng)"
    r"|ghi rõ họ tên|^người\s+(?:lập|kiểm|duyệt|tổng hợp|giao|nhận|báo cáo)|^lập (?:biểu|bảng)\b"
    r"|^(?:phó\s+)?(?:chủ tịch|bí thư|giám đốc|trưởng (?:thôn|bản|ban|phòng)|tổ trưởng|tổ phó)\b"
    r"|^(?:kế toán|thủ quỹ|thủ trưởng|cán bộ|công chức|đại diện|giao dịch viên|kiểm soát viên)\b"
    r"|^(?:xác nhận|phê duyệt|ubnd|ủy ban|uỷ ban|văn phòng)\b|^nguoi lap|^ky ten"
)
_PLACE_WORDS: Final = (
    "thôn|bản|tổ dân phố|tdp|khu phố|khu dân cư|tiểu khu|khu|xóm|ấp|làng|buôn|phum|sóc|khối phố"
    "|khối|phố|tổ|cụm|chợ"
)
_PLACE = re.compile(rf"^(?:{_PLACE_WORDS})\b", re.IGNORECASE)
_COMMUNE = re.compile(r"^(?:(?:xã|phường|thị trấn)\b|tt\.)\s*:?\s*(?=\w)", re.IGNORECASE)
_FORMER = re.compile(r"\s*\(?\s*(?:cũ|trước (?:khi )?sáp nhập|trước đây)\s*\)?\s*$", re.IGNORECASE)
_PLACE_COLON = re.compile(rf"^(?:tên\s+)?(?:{_PLACE_WORDS})\s*:\s*", re.IGNORECASE)
_NO_PLACE = re.compile(
    r"^(?:đợt|lần|khách hàng|kh\b|ngân hàng|\w*bank\b|bidv\b|nhóm|đối tượng|diện\b|danh sách"
    r"|hộ (?:nghèo|cận nghèo|kinh doanh|chính sách)|phần|mục|trang\b|những|các|chưa|đã|không|người"
    r"|ngành|nghề\b|mặt hàng|loại|lĩnh vực|cá nhân|tổ chức|bổ sung|(?:nam|nữ)(?: giới)?\W*$"
    r"|(?:tháng|quý|năm|ngày|tuần)\s*(?:\d|[IV]+\b)|(?:trên|dưới|từ)\s+(?:đủ\s+)?\d)",
    re.IGNORECASE,
)
_ENUMERATION = re.compile(r"^(?:[IVXLC]{1,6}|[A-Z]|\d{1,3})\s*[.)/:\-–]+\s*")
_ROMAN = re.compile(r"[IVXLC]{1,6}\s*[.)/:\-–]\s*\S")
_COUNT_BEHIND = re.compile(
    r"\s*[:\-–(]*\s*(?:(?:có|gồm|tổng\s*(?:số|cộng)?)\s*:?\s*)?\d+\s*(?:người|hộ|nhân khẩu|khẩu|kh"
    r"|khách hàng|tài khoản|trường hợp|mã)\b.*$",
    re.IGNORECASE,
)
_COUNT_CELL = re.compile(r"\(?\d+\s*(?:người|hộ|nhân khẩu|khẩu|kh|khách hàng|tài khoản|tk)\)?")
_PERSON = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){1,5}")
_COUNTED = re.compile(
    r"(\d[\d.\s]*)\s*(?:người|hộ|nhân khẩu|khẩu|kh\b|khách|tài khoản|tk\b|trường hợp|mã|thôn"
    r"|nguoi|ho\b|tai khoan|công dân|tiểu thương|cơ sở|dòng|nhà)",
    re.IGNORECASE,
)
_FIRST_COLON = re.compile(r"^[^:=\d]*[:=]\s*(\d[\d.]*)\b")
_AFTER_COLON = re.compile(r"[:=]\s*(\d[\d.]*)\s*\.?\s*$")
_BEYOND: Final = 10_000_000
# A smaller number in an id, date or phone column is a count of a summary.
_LEAST_NUMBER: Final = 1000


@dataclass(frozen=True, slots=True)
class Shape:
    """What the row classifier needs to know of a list: columns by their part in a record."""

    name: int
    order: int | None
    evidence: tuple[int, ...]
    fields: tuple[int, ...]
    labels: dict[int, frozenset[str]]
    lists_places: bool = False


@dataclass(slots=True)
class Place:
    """Where in the list the reading stands."""

    seen_records: int = 0
    sections: int = 0
    after_total: bool = False
    signing: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a row is, its leading text, and the count it declares."""

    kind: str
    text: str = ""
    declared: int | None = None


def classify(row: list[object], merged: bool, shape: Shape, place: Place) -> Verdict:
    """What one row is; ``merged`` tells that its first cell covers most of the width."""
    cells = filled_cells(row)
    if not cells or (len(cells) == 1 and cells[0][0] == shape.order and _ordinal(cells[0][1])):
        return Verdict(BLANK)
    words = [text for _, text in cells]
    if _is_column_numbers(words, shape):
        return Verdict(COLUMN_NUMBERS, " ".join(words))
    if _is_repeated_header(cells, shape):
        return Verdict(REPEATED_HEADER, " ".join(words))
    lead = next((text for text in words if not _ordinal(text)), words[0])
    strong = has_evidence(row, shape)
    spoken = _by_words(lead, cells, strong, place)
    if spoken is not None:
        return spoken
    return _by_shape(cells, lead, (merged, strong), shape, place)


def filled_cells(row: list[object]) -> list[tuple[int, str]]:
    """The cells of a row that hold something to read, by column."""
    cells = [(i, _shown(value)) for i, value in enumerate(row) if not is_empty(value)]
    return [(i, text) for i, text in cells if text]


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))


def _ordinal(text: str) -> bool:
    return _ORDINAL.fullmatch(text) is not None


def _is_column_numbers(words: list[str], shape: Shape) -> bool:
    """(1) (2) (3) …, also with A, B in front, under most columns of the header."""
    if len(words) < max(2, (len(shape.fields) + 1) // 2):
        return False
    numbers = [int(m.group(1)) for word in words if (m := _NUMBERED.fullmatch(word))]
    letters = [word for word in words if _LETTERED.fullmatch(word)]
    in_order = all(a < b for a, b in pairwise(numbers))
    return len(numbers) + len(letters) == len(words) and in_order and numbers[:1] in ([0], [1], [2])


def repeats_header(cells: list[tuple[int, str]], shape: Shape) -> bool:
    """Whether most cells of a row are the heading of their own column."""
    same = sum(1 for column, text in cells if fold(text) in shape.labels.get(column, ()))
    return same >= 2 and same * 2 > len(cells)


def _is_repeated_header(cells: list[tuple[int, str]], shape: Shape) -> bool:
    if repeats_header(cells, shape):
        return True
    known = sum(1 for _, text in cells if _LABEL_MARKS.sub(" ", fold(text)).strip() in EXACT)
    return known >= 3 and known * 2 > len(cells)


def has_evidence(row: list[object], shape: Shape) -> bool:
    """Whether an id, date, phone or account column holds what only a record holds."""
    return any(_is_evidence(row[i]) for i in shape.evidence if not is_empty(row[i]))


def _is_evidence(value: object) -> bool:
    if isinstance(value, int | float):
        return value >= _LEAST_NUMBER
    if not isinstance(value, str):
        return True
    digits = sum(char.isdigit() for char in value)
    letters = sum(char.isalpha() for char in value)
    return digits >= 4 and letters <= 2


def _by_words(
    lead: str, cells: list[tuple[int, str]], strong: bool, place: Place
) -> Verdict | None:
    """Rows that say themselves what they are."""
    low = lead.lower()
    whole = _TOTAL.match(low) is not None and not _SUMMARY.match(low)
    if whole or (_SUBTOTAL.match(low) and not strong):
        if _OF_A_PART.match(low) or (not whole and place.sections):
            return Verdict(SUBTOTAL, lead, declared(lead, cells))
        return Verdict(TOTAL, lead, declared(lead, cells))
    if strong:
        return None
    counted = place.seen_records and _COUNT_OF.fullmatch(low) and not names_place(lead)
    for found, kind in ((_NOTE.match(low), NOTE), (_SUMMARY.match(low) or counted, SUMMARY)):
        if found:
            return Verdict(kind, lead)
    if place.seen_records and any(_SIGNATURE.search(text.lower()) for _, text in cells):
        return Verdict(SIGNATURE, lead)
    return Verdict(SIGNATURE, lead) if place.signing else None


def is_of_a_part(text: str) -> bool:
    """Whether a total says only "cộng": of the whole list it would stand last."""
    return _SUBTOTAL.match(text.lower()) is not None


def declared(lead: str, cells: list[tuple[int, str]]) -> int | None:
    """The count a total row declares: a number with its unit, or the only number of the row."""
    joined = " ".join(text for _, text in cells)
    for pattern in (_COUNTED, _FIRST_COLON, _AFTER_COLON):
        if match := pattern.search(joined):
            number = int(re.sub(r"\D", "", match.group(1)))
            return number if number < _BEYOND else None
    numbers = [text for _, text in cells if text.isdecimal()]
    in_lead = re.findall(r"\d+", lead)
    alone = numbers or in_lead
    return int(alone[0]) if len(alone) == 1 and int(alone[0]) < _BEYOND else None


def _by_shape(
    cells: list[tuple[int, str]], lead: str, signs: tuple[bool, bool], shape: Shape, place: Place
) -> Verdict:
    """Rows told by which cells are filled."""
    _, strong = signs
    at = dict(cells)
    others = [i for i in shape.fields if i in at and i not in (shape.name, shape.order)]
    ordered = shape.order in at and at[shape.order].rstrip(".").isdigit()
    if _is_section(cells, lead, signs, (shape, place)):
        words = [text for _, text in cells]
        return Verdict(SECTION, " ".join(words[: words.index(lead) + 1]))
    told = ordered or (not place.after_total and (others or _PERSON.fullmatch(lead) is not None))
    if strong or (shape.name in at and told) or (others and ordered):
        return Verdict(RECORD)
    if place.after_total and any(any(map(str.isdigit, text)) for _, text in cells):
        return Verdict(SUMMARY, lead)
    return Verdict(NOTE, lead)


def names_place(text: str) -> bool:
    """Whether a text starts with thôn, bản, tổ dân phố …, numbered, or says "xã … cũ"."""
    bare = _ENUMERATION.sub("", text)
    former = _COMMUNE.match(bare) is not None and _FORMER.search(bare) is not None
    return former or _PLACE.match(bare) is not None


def _is_section(
    cells: list[tuple[int, str]], lead: str, signs: tuple[bool, bool], where: tuple[Shape, Place]
) -> bool:
    """One text alone in its row (an ordinal before it, a count behind it): a village or a group."""
    (merged, strong), (shape, place) = signs, where
    place_named, commune = names_place(lead), section_commune(lead)
    if place_named and not (shape.lists_places or strong):
        return next(column for column, text in cells if text == lead) <= shape.name
    rest = cells[1:] if len(cells) > 1 and _ordinal(cells[0][1]) else cells
    rest = rest[:-1] if len(rest) > 1 and _counts(rest[-1][1]) else rest
    if len(rest) != 1 or not any(map(str.isalpha, lead)):
        return False
    if place_named or commune:
        return bool(commune) or len(cells) == 1 or not shape.lists_places
    if place.after_total or len(cells) > 1:
        lettered = len(rest) < len(cells) and cells[0][1].rstrip(".)").isalpha()
        return lettered and not place.after_total
    heads = merged or _ROMAN.match(lead) is not None or cells[0][0] < shape.name
    return heads and not lead.startswith("(")


def _counts(text: str) -> bool:
    """Whether a cell behind a section's name only counts its rows: "35", "(35 hộ)"."""
    return text.isdecimal() or _COUNT_CELL.fullmatch(text) is not None


def section_village(text: str) -> str:
    """The village a section row names: "I. Thôn Đông (5 hộ)" → "Thôn Đông", "Thôn: X" → "X".

    Nothing where the words say that another kind of group begins ("Đợt 2", "Khách hàng cá nhân").
    """
    bare = _without_number(text)
    if _NO_PLACE.match(bare) or section_commune(text):
        return ""
    bare = _PLACE_COLON.sub("", bare)
    return _COUNT_BEHIND.sub("", bare).strip(" .:;,-–")


def section_commune(text: str) -> str:
    """The former commune a section row names: "A. Xã Hoằng A (cũ)" → "Xã Hoằng A", else nothing."""
    bare = _COUNT_BEHIND.sub("", _without_number(text)).strip(" .:;,-–")
    return _FORMER.sub("", bare) if _COMMUNE.match(bare) else ""


def _without_number(text: str) -> str:
    """A section's words without the number or letter in front."""
    words = text.split(" ", 1)
    if len(words) == 2 and _ORDINAL.fullmatch(words[0]) and not _PLACE.match(text):
        text = words[1]
    return _ENUMERATION.sub("", text)
