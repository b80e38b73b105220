"""What a criteria pack must hold to be judged by; each fault names the criterion and the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, Criterion


class Fault(NamedTuple):
    """A reason a pack cannot be used; ``place`` is where in the file, as its keys name it."""

    place: str
    reason: str


def faults(pack: CriteriaSet) -> Iterator[Fault]:
    """Every fault of a pack, in its order."""
    if pack.valid_from and pack.valid_to and pack.valid_to < pack.valid_from:
        yield Fault("valid_to", "valid_to đứng trước valid_from")
    if not pack.criteria and not pack.frame:
        yield Fault("criteria", "không có tiêu chí nào")
    kinds = {one.code: one.kind for one in pack.criteria}
    for place, one in enumerate(pack.criteria):
        for key, reason in _faults_of(one, kinds, frame=pack.frame):
            yield Fault(f"criteria[{place}].{key}", f"tiêu chí {one.code} {reason}")
    yield from _faults_of_passing(pack)


def _faults_of(
    one: Criterion, kinds: Mapping[str, str], *, frame: bool
) -> Iterator[tuple[str, str]]:
    if one.kind == "ratio":
        yield from _ratio(one, frame=frame)
    if one.kind == "count" and one.threshold is not None and not one.threshold.isdecimal():
        yield "threshold", f"cần số nguyên ở threshold, gặp “{one.threshold}”"
    if one.kind == "k_of_n":
        yield from _parts(one, kinds)
    elif one.parts:
        yield "parts", "có parts nhưng không phải loại k_of_n"
    if one.weight is not None and _decimal(one.weight) is None:
        yield "weight", f"cần số ở weight, gặp “{one.weight}”"


def _ratio(one: Criterion, *, frame: bool) -> Iterator[tuple[str, str]]:
    if not one.indicator:
        yield "indicator", "là tỷ lệ nhưng thiếu indicator"
    if one.threshold is None and not one.by_group and not frame:
        yield "threshold", "là tỷ lệ nhưng thiếu threshold"
    given = [one.threshold] if one.threshold is not None else []
    for value in [*given, *(each.value for each in one.by_group)]:
        percent = _decimal(value)
        if percent is None or not 0 <= percent <= 100:
            yield "threshold", f"cần phần trăm từ 0 đến 100, gặp “{value}”"


def _parts(one: Criterion, kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if len(one.parts) < 2:
        yield "parts", "cần từ hai mã trở lên ở parts"
    for part in one.parts:
        if part not in kinds:
            yield "parts", f"nhắc đến mã {part} không có trong bộ"
        elif kinds[part] == "k_of_n":
            yield "parts", f"gồm {part}, cũng là loại k_of_n"
    least = one.threshold or ""
    if least and not (least.isdecimal() and 1 <= int(least) <= len(one.parts)):
        yield "threshold", f"cần từ 1 đến {len(one.parts)} nội dung, gặp “{least}”"


def _faults_of_passing(pack: CriteriaSet) -> Iterator[Fault]:
    rule, standing = pack.passing, pack.standing
    optional = sum(not one.mandatory for one in standing)
    if rule.kind == "mandatory_and_optional" and not 0 < rule.optional <= optional:
        yield Fault(
            "passing.optional", f"cần từ 1 đến {optional} tiêu chí tự chọn, gặp {rule.optional}"
        )
    if rule.kind != "points":
        return
    needed = _decimal(rule.points or "")
    if needed is None:
        yield Fault("passing.points", "cần số điểm phải đạt ở points")
        return
    weights = [_decimal(one.weight or "0") or Decimal(0) for one in standing]
    if sum(weights, Decimal(0)) < needed:
        yield Fault("passing.points", f"cần {needed} điểm nhưng các tiêu chí cộng lại không đủ")


def _decimal(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() and found >= 0 else None
