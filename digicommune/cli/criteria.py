"""Commands about criteria sets: criteria list, evaluate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.domain.numbers import vi_decimal_text, vi_int
from digicommune.operations import assess, figures

if TYPE_CHECKING:
    import argparse

    from digicommune.domain.criteria import CriteriaSet, CriterionResult, VillageVerdict

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
        "period": found.period.code,
        "villages": [_village_data(one, names[one.village_id]) for one in verdicts],
    }
    lines = [f"{one_set.title}, {found.period.title}:"]
    for one in verdicts:
        said = "Đạt" if one.passed else "Chưa đạt"
        lines.append(f"{names[one.village_id]}: {said} {one.met}/{one.of} tiêu chí")
        lines.extend(f"  {each.code}: {_said(each)}" for each in one.criteria)
    return Answer(lines if verdicts else [*lines, "Chưa có thôn nào."], data)


def _village_data(one: VillageVerdict, name: str) -> dict[str, Any]:
    return {
        "village": name,
        "passed": one.passed,
        "met": one.met,
        "of": one.of,
        "criteria": [
            {
                "code": each.code,
                "verdict": each.verdict,
                "value": each.value,
                "threshold": each.threshold,
                "numerator": each.numerator,
                "denominator": each.denominator,
                "short_by": each.short_by,
                "unit": each.unit,
                "base": each.base,
                "note": each.note,
            }
            for each in one.criteria
        ],
    }


def _said(one: CriterionResult) -> str:
    said = WORDS[one.verdict]
    if one.value is not None and one.denominator is not None:
        counts = f"{vi_int(one.numerator or 0)}/{vi_int(one.denominator)}"
        said += f" – {vi_decimal_text(one.value)}% ({counts})"
    if one.verdict == "not_met" and one.short_by:
        said += f" – thiếu {vi_int(one.short_by)} {one.unit}".rstrip()
    return said
