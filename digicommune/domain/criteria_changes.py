"""What a criteria set says otherwise than before, in words an officer reads; it changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain.numbers import vi_decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digicommune.domain.criteria import CriteriaSet, Criterion, PassRule

_HEAD = {
    "title": "Tên bộ",
    "legal_basis": "Căn cứ",
    "region": "Nơi áp dụng",
    "valid_from": "Hiệu lực từ",
    "valid_to": "Hiệu lực đến",
    "follows": "Thay cho bộ",
    "note": "Ghi chú",
    "proof_months": "Hạn kiểm tra minh chứng (tháng)",
}
_CRITERION = {
    "name": "tên",
    "requirement": "nội dung",
    "kind": "loại",
    "indicator": "chỉ tiêu",
    "base": "cơ sở tính",
    "threshold": "ngưỡng",
    "unit": "đơn vị",
    "mandatory": "bắt buộc",
    "evidence": "cần minh chứng",
    "weight": "điểm",
    "by_group": "ngưỡng theo nhóm",
    "parts": "nội dung con",
}
KINDS = {
    "ratio": "tỷ lệ",
    "count": "số lượng",
    "yes_no": "có/không",
    "document": "văn bản",
    "k_of_n": "k trong n",
}


def changes(before: CriteriaSet, after: CriteriaSet) -> tuple[str, ...]:
    """One sentence a change; nothing where both say the same."""
    return (*_head(before, after), *_criteria(before, after))


def _head(before: CriteriaSet, after: CriteriaSet) -> Iterator[str]:
    for key, name in _HEAD.items():
        then, now = getattr(before, key), getattr(after, key)
        if then != now:
            yield f"{name}: {_said(then)} → {_said(now)}"
    if before.frame != after.frame:
        yield "Trở thành khung chưa đủ nội dung" if after.frame else "Không còn là khung"
    if before.verified != after.verified:
        yield "Đánh dấu đã đối chiếu" if after.verified else "Trở lại “chưa đối chiếu”"
    elif _checked(before) != _checked(after):
        yield "Người, văn bản hoặc ngày đối chiếu đã khác"
    if before.passing != after.passing:
        yield f"Điều kiện đạt: {rule(before.passing)} → {rule(after.passing)}"


def _checked(one: CriteriaSet) -> tuple[object, ...]:
    return one.checked_by, one.checked_against, one.checked_on


def rule(passing: PassRule) -> str:
    """When a village passes, in a few words."""
    if passing.kind == "points":
        return f"mọi tiêu chí bắt buộc và từ {_said(passing.points)} điểm"
    if passing.kind == "mandatory_and_optional":
        return f"mọi tiêu chí bắt buộc và {passing.optional} tiêu chí tự chọn"
    return "mọi tiêu chí bắt buộc"


def _criteria(before: CriteriaSet, after: CriteriaSet) -> Iterator[str]:
    past = {one.code: one for one in before.criteria}
    now = {one.code: one for one in after.criteria}
    yield from (
        f"Bỏ tiêu chí {one.code} ({one.name})" for one in past.values() if one.code not in now
    )
    for code, one in now.items():
        if code not in past:
            yield f"Thêm tiêu chí {code} ({one.name})"
        elif past[code] != one:
            yield f"{code}: {'; '.join(_criterion(past[code], one))}"
    kept = [code for code in past if code in now]
    if kept != [code for code in now if code in past]:
        yield "Thứ tự các tiêu chí đã đổi"


def _criterion(before: Criterion, after: Criterion) -> Iterator[str]:
    for key, name in _CRITERION.items():
        then, now = getattr(before, key), getattr(after, key)
        if then != now:
            yield f"{name} {_said(then)} → {_said(now)}"


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, tuple):
        return ", ".join(_group(one) for one in value) or "để trống"
    if value is None or value == "":
        return "để trống"
    text = str(value)
    if text.replace(".", "", 1).isdecimal():
        return vi_decimal_text(text)
    return KINDS.get(text, f"“{text}”" if " " in text else text)


def _group(one: object) -> str:
    group, value = getattr(one, "group", None), getattr(one, "value", None)
    return str(one) if group is None else f"{group} {_said(value)}"


def copied(target: CriteriaSet, source: CriteriaSet) -> CriteriaSet:
    """``target`` with the criteria and the rule of ``source``: to be mended by its own text.

    It stays unverified, and a frame stays one, so that nobody is judged by it unasked.
    """
    note = f"Tiêu chí và ngưỡng chép từ bộ {source.code}, chưa đối chiếu văn bản của bộ này."
    kept = target.note.strip()
    told = kept if note in kept else f"{kept} {note}".strip()
    return replace(
        target,
        criteria=source.criteria,
        passing=source.passing,
        verified=False,
        checked_by="",
        checked_against="",
        checked_on=None,
        follows=target.follows or (source.code if source.code != target.code else None),
        note=told,
    )
