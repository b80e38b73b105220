"""Villages are judged on exact numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digicommune.domain.criteria import (
    CriteriaSet,
    Criterion,
    GroupThreshold,
    ManualAnswer,
    PassRule,
)
from digicommune.domain.criteria_judging import Given, Held, judge, judge_village
from digicommune.domain.figures import Figure

RATIO = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", threshold="70", unit="người")
YES = Criterion("TC1", "Hạ tầng", "có", "yes_no")
COUNT = Criterion("TC3", "Mô hình", "≥ 1", "count", threshold="1", unit="mô hình")


def skills(numerator: int, denominator: int) -> Figure:
    return Figure("KNS", 1, numerator, denominator, "lao_dong")


def test_one_person_short() -> None:
    result = judge(RATIO, Held(skills(2_799, 4_000)))
    assert (result.verdict, result.value, result.short_by) == ("not_met", "69.98", 1)
    assert (result.numerator, result.denominator, result.threshold) == (2_799, 4_000, "70")


def test_exactly_at_the_threshold_is_met() -> None:
    assert judge(RATIO, Held(skills(2_800, 4_000))).verdict == "met"


@pytest.mark.parametrize("figure", [None, Figure("KNS", 1, None, 10, "b"), skills(0, 0)])
def test_without_numbers_there_is_no_verdict(figure: Figure | None) -> None:
    assert judge(RATIO, Held(figure)).verdict == "no_data"


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
    assert judge(criterion, Held(answer=answer)).verdict == verdict


def test_numbers_without_proof_are_not_met() -> None:
    asking = replace(RATIO, evidence=True)
    assert judge(asking, Held(skills(9, 10))).verdict == "no_evidence"
    proven = ManualAnswer("TC4", 1, evidence="Danh sách 12/2025")
    assert judge(asking, Held(skills(9, 10), proven)).verdict == "met"
    on_file = judge(asking, Held(skills(9, 10), proofs=(7,)))
    assert (on_file.verdict, on_file.proofs) == ("met", (7,))


def test_a_document_on_file_is_there_until_somebody_says_no() -> None:
    paper = replace(YES, kind="document", evidence=True)
    assert judge(paper, Held()).verdict == "no_data"
    assert judge(paper, Held(proofs=(1,))).verdict == "met"
    no_answer = ManualAnswer("TC1", 1, answer=False)
    assert judge(paper, Held(answer=no_answer, proofs=(1,))).verdict == "not_met"
    assert judge(replace(YES), Held(proofs=(1,))).verdict == "no_data"


def test_so_many_of_several_need_their_own_proof_where_it_is_asked() -> None:
    rules = CriteriaSet("x", "X", "", (replace(SOME, evidence=True), *PARTS))
    bare = judge_village(rules, 1, Given({}, yes("P1", "P2")))
    assert {one.code: one.verdict for one in bare.criteria}["K"] == "no_evidence"
    assert judge_village(rules, 1, Given({}, yes("P1", "P2"), proofs={"K": (3,)})).passed


def test_a_village_passes_when_every_mandatory_criterion_is_met() -> None:
    extra = replace(YES, code="TC9", mandatory=False)
    rules = CriteriaSet("x", "X", "", (YES, RATIO, extra))
    yes = {"TC1": ManualAnswer("TC1", 1, answer=True)}
    passed = judge_village(rules, 1, Given({"TC4": skills(8, 10)}, yes))
    assert (passed.passed, passed.met, passed.of) == (True, 2, 3)
    failed = judge_village(rules, 1, Given({"TC4": skills(6, 10)}, yes))
    assert (failed.passed, failed.met) == (False, 1)


PARTS = tuple(replace(YES, code=f"P{n}") for n in (1, 2, 3))
SOME = Criterion("K", "Nội dung", "ít nhất 2 trong 3", "k_of_n", threshold="2",
                 parts=("P1", "P2", "P3"))  # fmt: skip


def yes(*codes: str) -> dict[str, ManualAnswer]:
    return {code: ManualAnswer(code, 1, answer=True) for code in codes}


def no(*codes: str) -> dict[str, ManualAnswer]:
    return {code: ManualAnswer(code, 1, answer=False) for code in codes}


@pytest.mark.parametrize(
    ("answers", "verdict", "short"),
    [
        (yes("P1", "P3"), "met", 0),
        (yes("P1") | no("P2", "P3"), "not_met", 1),
        (yes("P1"), "no_data", 1),
        (no("P1", "P2"), "not_met", 2),
    ],
)
def test_so_many_of_several(answers: dict[str, ManualAnswer], verdict: str, short: int) -> None:
    rules = CriteriaSet("x", "X", "", (SOME, *PARTS))
    judged = judge_village(rules, 1, Given({}, answers))
    found = {one.code: one for one in judged.criteria}["K"]
    assert (found.verdict, found.short_by, judged.of) == (verdict, short, 1)
    assert judged.passed == (verdict == "met")


def test_mandatory_and_some_of_the_others() -> None:
    others = tuple(replace(one, mandatory=False) for one in PARTS)
    rules = CriteriaSet(
        "x", "X", "", (YES, *others), passing=PassRule("mandatory_and_optional", optional=2)
    )
    assert judge_village(rules, 1, Given({}, yes("TC1", "P1", "P3"))).passed
    assert not judge_village(rules, 1, Given({}, yes("TC1", "P1"))).passed
    assert not judge_village(rules, 1, Given({}, yes("P1", "P2", "P3"))).passed


def test_points_are_added_exactly() -> None:
    weighed = tuple(
        replace(one, mandatory=False, weight=weight)
        for one, weight in zip(PARTS, ("33.3", "33.3", "33.4"), strict=True)
    )
    rules = CriteriaSet("x", "X", "", weighed, passing=PassRule("points", points="66.7"))
    judged = judge_village(rules, 1, Given({}, yes("P1", "P3")))
    assert (judged.passed, judged.points, judged.points_of) == (True, "66.7", "66.7")
    assert judge_village(rules, 1, Given({}, yes("P1", "P2"))).points == "66.6"
    assert not judge_village(rules, 1, Given({}, yes("P1", "P2"))).passed


def test_the_threshold_of_a_group() -> None:
    lower = replace(RATIO, by_group=(GroupThreshold("vùng cao", "50"),))
    rules = CriteriaSet("x", "X", "", (lower,))
    figures = {"TC4": skills(55, 100)}
    assert rules.groups == ("vùng cao",)
    assert judge_village(rules, 1, Given(figures, {}, "vùng cao")).passed
    assert not judge_village(rules, 1, Given(figures, {}, "đồng bằng")).passed


def test_a_frame_passes_nobody() -> None:
    assert not judge_village(CriteriaSet("x", "X", "", (), frame=True), 1, Given({}, {})).passed
    open_threshold = CriteriaSet("x", "X", "", (replace(RATIO, threshold=None),), frame=True)
    (found,) = judge_village(open_threshold, 1, Given({"TC4": skills(9, 10)}, {})).criteria
    assert (found.verdict, found.note) == ("no_data", "Bộ tiêu chí chưa nhập ngưỡng.")
