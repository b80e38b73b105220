"""Villages are judged on exact numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digicommune.domain.criteria import CriteriaSet, Criterion, ManualAnswer, judge, judge_village
from digicommune.domain.figures import Figure

RATIO = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", threshold="70", unit="người")
YES = Criterion("TC1", "Hạ tầng", "có", "yes_no")
COUNT = Criterion("TC3", "Mô hình", "≥ 1", "count", threshold="1", unit="mô hình")


def skills(numerator: int, denominator: int) -> Figure:
    return Figure("KNS", 1, numerator, denominator, "lao_dong")


def test_one_person_short() -> None:
    result = judge(RATIO, skills(2_799, 4_000), None)
    assert (result.verdict, result.value, result.short_by) == ("not_met", "69.98", 1)
    assert (result.numerator, result.denominator, result.threshold) == (2_799, 4_000, "70")


def test_exactly_at_the_threshold_is_met() -> None:
    assert judge(RATIO, skills(2_800, 4_000), None).verdict == "met"


@pytest.mark.parametrize("figure", [None, Figure("KNS", 1, None, 10, "b"), skills(0, 0)])
def test_without_numbers_there_is_no_verdict(figure: Figure | None) -> None:
    assert judge(RATIO, figure, None).verdict == "no_data"


@pytest.mark.parametrize(
    ("criterion", "answer", "verdict"),
    [
        (YES, None, "no_data"),
        (YES, ManualAnswer("TC1", 1, answer=True), "met"),
        (YES, ManualAnswer("TC1", 1, answer=False), "not_met"),
        (COUNT, None, "no_data"),
        (COUNT, ManualAnswer("TC3", 1, count=0), "not_met"),
        (COUNT, ManualAnswer("TC3", 1, count=2), "met"),
    ],
)
def test_answers(criterion: Criterion, answer: ManualAnswer | None, verdict: str) -> None:
    assert judge(criterion, None, answer).verdict == verdict


def test_numbers_without_proof_are_not_met() -> None:
    asking = replace(RATIO, evidence=True)
    assert judge(asking, skills(9, 10), None).verdict == "no_evidence"
    proven = ManualAnswer("TC4", 1, evidence="Danh sách 12/2025")
    assert judge(asking, skills(9, 10), proven).verdict == "met"


def test_a_village_passes_when_every_mandatory_criterion_is_met() -> None:
    extra = replace(YES, code="TC9", mandatory=False)
    rules = CriteriaSet("x", "X", "", (YES, RATIO, extra))
    yes = {"TC1": ManualAnswer("TC1", 1, answer=True)}
    passed = judge_village(rules, 1, {"TC4": skills(8, 10)}, yes)
    assert (passed.passed, passed.met, passed.of) == (True, 2, 3)
    failed = judge_village(rules, 1, {"TC4": skills(6, 10)}, yes)
    assert (failed.passed, failed.met) == (False, 1)
