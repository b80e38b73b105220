"""Commands about criteria sets: criteria list, evaluate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.domain.criteria import ManualAnswer
from digicommune.domain.criteria_judging import NO_CRITERIA
from digicommune.domain.gap_words import no_data_reason
from digicommune.domain.numbers import vi_decimal_text, vi_int
from digicommune.operations import assess, figures

if TYPE_CHECKING:
    import argparse

    from digicommune.domain.criteria import CriteriaSet, CriterionResult, VillageVerdict
    from digicommune.domain.criteria_comparing import VillageCompared

WORDS = {
    "met": "Đạt",
    "not_met": "Chưa đạt",
    "no_data": "Chưa có số liệu",
    "no_evidence": "Đủ số liệu, thiếu minh chứng",
}


def criteria_list(arguments: argparse.Namespace) -> Answer:
    """The criteria sets of the office."""
    with opened(arguments) as store:
        found = assess.sets(store)
    lines = []
    for one in found:
        lines.append(f"{one.code} — {one.title}{'' if one.verified else ' (chưa đối chiếu)'}")
        lines.extend(f"  {each.code} {each.name}: {each.requirement}" for each in one.criteria)
    return Answer(lines, {"sets": [_set_data(one) for one in found]})


def _set_data(one: CriteriaSet) -> dict[str, Any]:
    return {
        "code": one.code,
        "title": one.title,
        "legal_basis": one.legal_basis,
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "verified": one.verified,
        "criteria": one.criteria,
    }


def evaluate(arguments: argparse.Namespace) -> Answer:
    """The verdict of every village."""
    with opened(arguments) as store:
        wanted = figures.village_of(store, arguments.village) if arguments.village else None
        found = assess.evaluate(store, arguments.criteria_set, arguments.period)
    names = {one.village_id: one.name for one in found.villages}
    verdicts = [
        one
        for one in found.verdicts.values()
        if wanted is None or one.village_id == wanted.village_id
    ]
    one_set = found.criteria_set
    data = {
        "set": {"code": one_set.code, "title": one_set.title, "legal_basis": one_set.legal_basis},
        "note": "" if one_set.criteria else NO_CRITERIA,
        "period": found.period.code,
        "kept_at": found.kept_at,
        "villages": [_village_data(one_set, one, names[one.village_id]) for one in verdicts],
    }
    lines = [f"{one_set.title}, {found.period.title}:"]
    if found.kept_at:
        lines.append("Kỳ đã khóa sổ: kết quả theo bộ tiêu chí và minh chứng lúc khóa.")
    if not one_set.criteria:
        return Answer([*lines, NO_CRITERIA], data)
    for one in verdicts:
        said = "Đạt" if one.passed else "Chưa đạt"
        lines.append(
            f"{names[one.village_id]}: {said} {one.met}/{one.of} tiêu chí{points_said(one)}"
        )
        reasons = _reasons(one_set, one)
        lines.extend(
            f"  {each.code}: {' – '.join(filter(None, (result_words(each), reasons[each.code])))}"
            for each in one.criteria
        )
    return Answer(lines if verdicts else [*lines, "Chưa có thôn nào."], data)


def answer(arguments: argparse.Namespace) -> Answer:
    """Keeps what the commune answers, in the place of what it answered before."""
    said, code = arguments.value, arguments.criterion
    with opened(arguments) as store:
        village = figures.village_of(store, arguments.village)
        kept = assess.matrix(store, arguments.criteria_set, arguments.period).answers
        before = next(
            (one for (number, each), one in kept.items()
             if number == village.village_id and each.casefold() == code.casefold()),
            None,
        )  # fmt: skip
        given = ManualAnswer(
            criterion=code,
            village_id=village.village_id,
            answer=said if isinstance(said, bool) else None,
            count=None if isinstance(said, bool) else said,
            note=arguments.note,
            evidence=arguments.evidence,
            version=before.version if before else 1,
        )
        assess.answer(store, arguments.criteria_set, arguments.period, given)
    told = {True: "có", False: "không"}[said] if isinstance(said, bool) else vi_int(said)
    return Answer(
        [f"{village.name}, {code}: {told}."], {"village": village.name, "criterion": code}
    )


def carry(arguments: argparse.Namespace) -> Answer:
    """Takes over the answers of an earlier period."""
    asked = (arguments.criteria_set, arguments.before, arguments.period)
    with opened(arguments) as store:
        count = assess.carry_answers(store, *asked)
    said = f"Đã lấy {vi_int(count)} câu trả lời của kỳ {arguments.before}; cần kiểm tra lại."
    return Answer([said], {"carried": count})


TRENDS = {
    "better": "tốt hơn",
    "worse": "kém hơn",
    "same": "như trước",
    "not_comparable": "không so sánh được",
    "set_changed": "không so sánh",
}


def compare(arguments: argparse.Namespace) -> Answer:
    """Two periods side by side, each by the set as it stood for it."""
    asked = (arguments.criteria_set, arguments.before, arguments.period)
    with opened(arguments) as store:
        found = assess.comparison(store, *asked)
    names = {one.village_id: one.name for one in found.after.villages}
    lines = [f"{found.after.period.title} so với {found.before.period.title}:"]
    for number, one in found.villages.items():
        lines.append(f"{names[number]}: {one.reason or TRENDS[one.trend]}")
        lines += [f"  {each.code}: {each.reason or TRENDS[each.trend]}" for each in one.criteria]
    data = {
        "set": found.after.criteria_set.code,
        "before": found.before.period.code,
        "period": found.after.period.code,
        "changed": found.changed,
        "villages": [_compared(one, names[number]) for number, one in found.villages.items()],
    }
    return Answer(lines, data)


def _compared(one: VillageCompared, name: str) -> dict[str, Any]:
    return {
        "village": name,
        "trend": one.trend,
        "reason": one.reason,
        "criteria": [
            {
                "code": each.code,
                "trend": each.trend,
                "reason": each.reason,
                "before": result_data(each.before) if each.before else None,
                "after": result_data(each.after),
            }
            for each in one.criteria
        ],
    }


def _reasons(criteria_set: CriteriaSet, one: VillageVerdict) -> dict[str, str]:
    known = {each.code: each for each in criteria_set.criteria}
    return {each.code: no_data_reason(known[each.code], each) for each in one.criteria}


def _village_data(criteria_set: CriteriaSet, one: VillageVerdict, name: str) -> dict[str, Any]:
    reasons = _reasons(criteria_set, one)
    return {
        "village": name,
        "passed": one.passed,
        "met": one.met,
        "of": one.of,
        "points": one.points,
        "points_of": one.points_of,
        "criteria": [{**result_data(each), "reason": reasons[each.code]} for each in one.criteria],
    }


def result_data(one: CriterionResult) -> dict[str, Any]:
    """A verdict as programs read it."""
    return {
        "code": one.code,
        "verdict": one.verdict,
        "value": one.value,
        "threshold": one.threshold,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "short_by": one.short_by,
        "unit": one.unit,
        "base": one.base,
        "note": one.note,
        "proofs": one.proofs,
    }


def points_said(one: VillageVerdict) -> str:
    """ ", 50/60 điểm cần có" of a set that counts points, else nothing."""
    if one.points is None or one.points_of is None:
        return ""
    return f", {vi_decimal_text(one.points)}/{vi_decimal_text(one.points_of)} điểm cần có"


def result_words(one: CriterionResult) -> str:
    """A verdict as people read it: "69,98% (2.799/4.000) – Chưa đạt – thiếu 1 người"."""
    said = WORDS[one.verdict]
    if one.value is not None and one.denominator is not None:
        counts = f"{vi_int(one.numerator or 0)}/{vi_int(one.denominator)}"
        said = f"{vi_decimal_text(one.value)}% ({counts}) – {said}"
    elif one.numerator is not None:
        said = f"{vi_int(one.numerator)} {one.unit}".rstrip() + f" – {said}"
    if one.verdict == "not_met" and one.short_by:
        said += f" – thiếu {vi_int(one.short_by)} {one.unit}".rstrip()
    return said
