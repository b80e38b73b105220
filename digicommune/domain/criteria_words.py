"""A verdict of one criterion in Vietnamese words, for every kind of rule; it judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from digicommune.domain.numbers import vi_decimal_text, vi_int

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, Criterion, CriterionResult, VillageVerdict

VERDICT_WORDS: Final = {
    "met": "Đạt",
    "not_met": "Chưa đạt",
    "no_data": "Chưa có số liệu",
    "no_evidence": "Đủ số liệu, thiếu minh chứng",
}
NO_DATA: Final = "chưa có số liệu"
NO_PROOF: Final = "đủ số liệu, thiếu minh chứng"


def reached(criterion: Criterion, result: CriterionResult) -> str:
    """What was reached: "69,98% (2.799/4.000 người)", "2 mô hình", "1/3 nội dung", "Có".

    Empty where nothing is known.
    """
    if result.verdict == "no_data":
        return ""
    unit = result.unit or criterion.unit
    if criterion.kind == "ratio" and result.denominator is not None:
        counts = f"{vi_int(result.numerator or 0)}/{vi_int(result.denominator)} {unit}".rstrip()
        return f"{vi_decimal_text(result.value)}% ({counts})" if result.value else counts
    if criterion.kind == "k_of_n":
        return f"{result.numerator or 0}/{len(criterion.parts)} {unit}".rstrip()
    if criterion.kind == "count":
        return f"{vi_int(result.numerator or 0)} {unit}".rstrip()
    return "Có" if result.verdict in {"met", "no_evidence"} else "Chưa có"


def threshold_words(criterion: Criterion, result: CriterionResult | None = None) -> str:
    """The threshold it is judged by: "≥ 70%", "≥ 1 mô hình", "≥ 2/3 nội dung", "Có"."""
    if criterion.kind in {"yes_no", "document"}:
        return "Có"
    held = result.threshold if result is not None else None
    least = held or criterion.threshold
    if criterion.kind == "k_of_n":
        of = len(criterion.parts)
        return f"≥ {least or of}/{of} {criterion.unit or 'nội dung'}"
    if least is None:
        return ""
    said = vi_decimal_text(least)
    if criterion.kind == "ratio":
        return f"{said}%" if least.partition(".")[0] == "100" else f"≥ {said}%"
    return f"≥ {said} {criterion.unit}".rstrip()


def clause(criterion: Criterion, result: CriterionResult, verdict: VillageVerdict) -> str:
    """Why a criterion is not met, as it was judged; empty where it is met.

    "TC5 Tài khoản thanh toán điện tử: 48,00% (240/500 người), mức ≥ 50%, thiếu 10 người".
    """
    if result.verdict == "met":
        return ""
    name = f"{criterion.code} {criterion.name}"
    if result.verdict == "no_evidence":
        return f"{name}: {NO_PROOF}"
    if result.verdict == "no_data":
        said = f"{result.note[:1].lower()}{result.note[1:]}"
        return f"{name}: {said or NO_DATA}"
    told = [f"{name}: {reached(criterion, result)[:1].lower()}{reached(criterion, result)[1:]}"]
    if criterion.kind in {"ratio", "count", "k_of_n"}:
        told.append(f"mức {threshold_words(criterion, result)}")
        told.append(
            f"thiếu {vi_int(result.short_by or 0)} {result.unit or criterion.unit}".rstrip()
        )
    if criterion.kind == "k_of_n":
        told.append(f"chưa đạt: {', '.join(_open_parts(criterion, verdict))}")
    return ", ".join(told)


def _open_parts(criterion: Criterion, verdict: VillageVerdict) -> list[str]:
    return [
        one.code for one in verdict.criteria if one.code in criterion.parts and one.verdict != "met"
    ]


def clauses(criteria_set: CriteriaSet, verdict: VillageVerdict) -> tuple[str, ...]:
    """Why a village does not meet its criteria, one clause a criterion; parts through the whole.

    Several without any figure are told in one clause, last.
    """
    known = {one.code: one for one in criteria_set.standing}
    results = [one for one in verdict.criteria if one.code in known and one.verdict != "met"]
    silent = [one.code for one in results if one.verdict == "no_data"]
    together = len(silent) > 1
    found = [
        clause(known[one.code], one, verdict)
        for one in results
        if not (together and one.verdict == "no_data")
    ]
    return (*found, f"{', '.join(silent)}: {NO_DATA}") if together else tuple(found)
