"""A gap in Vietnamese words for lists, paper and messages; it counts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, Criterion, CriterionResult
    from digicommune.domain.gaps import Gap, VillageGaps

_WORDS = {
    "figure": "chưa có số liệu",
    "threshold": "bộ tiêu chí chưa nhập ngưỡng",
    "answer": "chưa trả lời",
    "proof": "thiếu minh chứng",
}


def said(gap: Gap) -> str:
    """What is lacking: "thiếu 12 người", "chưa trả lời (cần ít nhất 1 mô hình)"."""
    words = _said(gap)
    if gap.lacks_proof and gap.lacks != "proof":
        words += " và thiếu minh chứng"
    return words


def no_data_reason(criterion: Criterion, result: CriterionResult) -> str:
    """Why a criterion could not be judged; empty where it was."""
    if result.verdict != "no_data":
        return ""
    if result.note:
        return result.note
    if criterion.kind == "ratio":
        return f"Kỳ này chưa có đủ số liệu của chỉ tiêu {criterion.indicator}."
    if criterion.kind == "k_of_n":
        return "Còn nội dung chưa có số liệu hoặc chưa trả lời."
    return "Chưa trả lời."


def _said(gap: Gap) -> str:
    if gap.lacks == "parts":
        return f"cần thêm {vi_int(gap.short_by or 0)} {gap.unit}: {_parts(gap)}"
    if gap.lacks != "units":
        least = f" (cần ít nhất {vi_int(gap.short_by or 1)} {gap.unit})"
        counted = gap.lacks == "answer" and gap.kind == "count"
        return _WORDS[gap.lacks] + (least if counted else "")
    if gap.kind in {"yes_no", "document"}:
        return "chưa có"
    return f"thiếu {vi_int(gap.short_by or 0)} {gap.unit}".rstrip()


def way_words(criteria_set: CriteriaSet, found: VillageGaps) -> str:
    """The way that lacks least, in one sentence; empty where the village passes."""
    if found.passed:
        return ""
    if not found.reachable:
        return "Bộ tiêu chí chưa nhập đủ để thôn nào đạt."
    told = "; ".join(f"{one.criterion} {said(one)}" for one in found.gaps if one.on_way)
    others = [one.criterion for one in found.gaps if not one.on_way and not one.mandatory]
    rule = criteria_set.passing
    least = {
        "all_mandatory": "Để đạt",
        "mandatory_and_optional": f"Để có {rule.optional} tiêu chí tự chọn và đủ tiêu chí bắt buộc",
        "points": f"Để đủ {rule.points or 0} điểm và đủ tiêu chí bắt buộc",
    }[rule.kind]
    instead = f"; không cần đến {', '.join(others)}" if others else ""
    return f"{least}, ít việc nhất là: {told}{instead}."


def _parts(gap: Gap) -> str:
    """Those that take least first; the others could stand in for them."""
    chosen = ", ".join(f"{one.criterion} {_said(one)}" for one in gap.parts if one.on_way)
    others = ", ".join(one.criterion for one in gap.parts if not one.on_way)
    return f"{chosen} (hoặc {others})" if others else chosen
