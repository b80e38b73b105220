"""What a criteria set must hold to be judged by; each fault says where it is and why.

It mends nothing: a pack file and the window's editor both show the faults where they stand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, Criterion

MOST_CRITERIA = 500
LONGEST_CODE, LONGEST_NAME, LONGEST_TEXT = 40, 200, 2_000
_LIMITS = {"code": LONGEST_CODE, "name": LONGEST_NAME, "unit": LONGEST_CODE}


class Fault(NamedTuple):
    """A reason a set cannot be used; ``place`` is where, as a pack file's keys name it."""

    place: str  # "criteria[2].threshold"
    reason: str
    criterion: str = ""  # the code of the criterion it is a fault of


def faults(pack: CriteriaSet) -> Iterator[Fault]:
    """Every fault of a set, in its order."""
    yield from _faults_of_head(pack)
    kinds = {one.code: one.kind for one in pack.criteria}
    twins = _twins(one.code for one in pack.criteria)
    owned = _owned_twice(pack)
    for place in sorted(twins):
        one = pack.criteria[place]
        yield Fault(f"criteria[{place}].code", f"trùng mã {one.code}", one.code)
    for place, one in enumerate(pack.criteria):
        for key, reason in _faults_of(one, kinds, frame=pack.frame):
            yield Fault(f"criteria[{place}].{key}", reason, one.code)
        for part in owned.get(place, ()):
            yield Fault(f"criteria[{place}].parts", f"mã {part} đã thuộc tiêu chí khác", one.code)
    yield from _faults_of_passing(pack)


def _faults_of_head(pack: CriteriaSet) -> Iterator[Fault]:
    for key, text, most in (
        ("code", pack.code, LONGEST_CODE),
        ("title", pack.title, LONGEST_NAME),
        ("legal_basis", pack.legal_basis, LONGEST_TEXT),
    ):
        reason = _text(text, most)
        if reason:
            yield Fault(key, reason)
    if pack.valid_from and pack.valid_to and pack.valid_to < pack.valid_from:
        yield Fault("valid_to", "ngày hết hiệu lực đứng trước ngày có hiệu lực")
    if pack.follows == pack.code:
        yield Fault("follows", "bộ này kế tiếp chính nó")
    if pack.proof_months is not None and not 1 <= pack.proof_months <= 600:
        yield Fault("proof_months", f"cần từ 1 đến 600 tháng, gặp {pack.proof_months}")
    if not pack.criteria and not pack.frame:
        yield Fault("criteria", "không có tiêu chí nào")
    if len(pack.criteria) > MOST_CRITERIA:
        yield Fault("criteria", f"có {len(pack.criteria)} tiêu chí, nhiều nhất {MOST_CRITERIA}")


def _text(text: str, most: int) -> str:
    if not text.strip():
        return "còn để trống"
    if len(text) > most:
        return f"dài {len(text)} chữ, nhiều nhất {most}"
    if any(unicodedata.category(one) == "Cc" and one not in "\n\t" for one in text):
        return "có ký tự điều khiển"
    return ""


def _twins(codes: Iterable[str]) -> set[int]:
    """Places of codes that stand before already; small and capital letters are one."""
    seen: set[str] = set()
    found = set()
    for place, code in enumerate(codes):
        folded = code.strip().casefold()
        if folded and folded in seen:
            found.add(place)
        seen.add(folded)
    return found


def _owned_twice(pack: CriteriaSet) -> Mapping[int, tuple[str, ...]]:
    """By place of a whole: its parts that belong to a whole before it."""
    owned: set[str] = set()
    found = {}
    for place, one in enumerate(pack.criteria):
        again = tuple(part for part in dict.fromkeys(one.parts) if part in owned)
        if again:
            found[place] = again
        owned.update(one.parts)
    return found


def _faults_of(
    one: Criterion, kinds: Mapping[str, str], *, frame: bool
) -> Iterator[tuple[str, str]]:
    for key, text in (("code", one.code), ("name", one.name), ("requirement", one.requirement)):
        reason = _text(text, _LIMITS.get(key, LONGEST_TEXT))
        if reason:
            yield key, reason
    if len(one.unit) > LONGEST_CODE:
        yield "unit", f"dài {len(one.unit)} chữ, nhiều nhất {LONGEST_CODE}"
    yield from _of_kind(one, kinds, frame=frame)
    again = _twins(each.group for each in one.by_group)
    for place, each in enumerate(one.by_group):
        if not each.group.strip() or place in again:
            yield f"by_group[{place}].group", "tên nhóm để trống hoặc nhắc hai lần"
    if one.weight is not None and _decimal(one.weight) is None:
        yield "weight", f"cần số điểm từ 0 trở lên, gặp “{one.weight}”"


def _of_kind(one: Criterion, kinds: Mapping[str, str], *, frame: bool) -> Iterator[tuple[str, str]]:
    if one.kind == "ratio":
        yield from _ratio(one, frame=frame)
    elif one.indicator or one.base:
        yield "indicator" if one.indicator else "base", "chỉ dùng cho loại tỷ lệ (ratio)"
    if one.kind == "count":
        yield from _count(one, frame=frame)
    if one.kind == "k_of_n":
        yield from _parts(one, kinds)
    elif one.parts:
        yield "parts", "chỉ dùng cho loại k trong n (k_of_n)"
    if one.kind in {"yes_no", "document"} and (one.threshold is not None or one.by_group):
        key = "threshold" if one.threshold is not None else "by_group"
        yield key, "loại có/không và văn bản không có ngưỡng"


def _ratio(one: Criterion, *, frame: bool) -> Iterator[tuple[str, str]]:
    if not one.indicator:
        yield "indicator", "là tỷ lệ nhưng thiếu chỉ tiêu"
    if one.threshold is None and not one.by_group and not frame:
        yield "threshold", "là tỷ lệ nhưng thiếu ngưỡng"
    for key, value in _thresholds(one):
        percent = _decimal(value)
        if percent is None or percent > 100:
            yield key, f"cần phần trăm từ 0 đến 100, gặp “{value}”"


def _count(one: Criterion, *, frame: bool) -> Iterator[tuple[str, str]]:
    if one.threshold is None and not one.by_group and not frame:
        yield "threshold", "là số lượng nhưng thiếu số ít nhất"
    for key, value in _thresholds(one):
        if not _whole(value):
            yield key, f"cần số nguyên từ 1 trở lên, gặp “{value}”"


def _thresholds(one: Criterion) -> Iterator[tuple[str, str]]:
    if one.threshold is not None:
        yield "threshold", one.threshold
    for place, each in enumerate(one.by_group):
        yield f"by_group[{place}].value", each.value


def _parts(one: Criterion, kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if len(set(one.parts)) < 2:
        yield "parts", "cần từ hai mã trở lên"
    for part in one.parts:
        if part == one.code:
            yield "parts", "nhắc đến chính nó"
        elif part not in kinds:
            yield "parts", f"nhắc đến mã {part} không có trong bộ"
        elif kinds[part] == "k_of_n":
            yield "parts", f"gồm {part}, cũng là loại k trong n"
    for key, least in _thresholds(one):
        if not (_whole(least) and int(least) <= len(one.parts)):
            yield key, f"cần từ 1 đến {len(one.parts)} nội dung, gặp “{least}”"


def _whole(text: str) -> bool:
    """Written in digits 0 to 9 and at least 1; other scripts' digits are no threshold."""
    return text.isascii() and text.isdecimal() and len(text) < 10 and int(text) > 0


def _faults_of_passing(pack: CriteriaSet) -> Iterator[Fault]:
    rule, standing = pack.passing, pack.standing
    if not standing and pack.frame:
        return
    optional = sum(not one.mandatory for one in standing)
    if rule.kind == "mandatory_and_optional" and not 0 < rule.optional <= optional:
        reason = f"cần từ 1 đến {optional} tiêu chí tự chọn, gặp {rule.optional}"
        if not optional:
            reason = "bộ này không có tiêu chí tự chọn nào (mandatory = false)"
        yield Fault("passing.optional", reason)
    if rule.kind != "points":
        return
    needed = _decimal(rule.points or "")
    if needed is None:
        yield Fault("passing.points", "cần số điểm phải đạt")
        return
    weights = [_decimal(one.weight or "0") or Decimal(0) for one in standing]
    if sum(weights, Decimal(0)) < needed:
        told = f"{needed}".replace(".", ",")
        yield Fault("passing.points", f"cần {told} điểm nhưng các tiêu chí cộng lại không đủ")


def _decimal(text: str) -> Decimal | None:
    """A number from 0 up as packs write it: digits and a point, nothing else."""
    digits = text.replace(".", "", 1)
    if not (digits.isascii() and digits.isdecimal() and len(text) <= 20):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
