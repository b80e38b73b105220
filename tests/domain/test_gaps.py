"""A gap says exactly what is lacking, and the way to pass is the one that lacks least."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from digicommune.domain.criteria import CriteriaSet, Criterion, ManualAnswer, PassRule
from digicommune.domain.criteria_judging import Given, judge_village
from digicommune.domain.gap_words import said, way_words
from digicommune.domain.gaps import Cost, Gap, VillageGaps, gaps_of, nearest
from digicommune.domain.what_if import as_supposed, closing
from tests.domain.criteria_rules import known_of, sets, skills, yes

RATIO = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", threshold="70", unit="người")
YES = Criterion("TC1", "Hạ tầng", "có", "yes_no")
COUNT = Criterion("TC3", "Mô hình", "≥ 2", "count", threshold="2", unit="mô hình")


def lacking(rules: CriteriaSet, given_: Given, village: int = 1) -> VillageGaps:
    return gaps_of(rules, judge_village(rules, village, given_))


def only(rules: CriteriaSet, given_: Given) -> Gap:
    (found,) = lacking(rules, given_).gaps
    return found


def test_one_person_is_lacking() -> None:
    found = only(CriteriaSet("x", "X", "", (RATIO,)), Given({"TC4": skills(2_799, 4_000)}, {}))
    assert (found.lacks, found.short_by, found.unit) == ("units", 1, "người")
    assert (found.indicator, found.on_way, said(found)) == ("KNS", True, "thiếu 1 người")


def test_every_kind_of_lack_has_its_words() -> None:
    paper = Criterion("TC9", "Quyết định", "có", "document", evidence=True)
    none = Given({}, {})
    for rule, given_, lacks, words in (
        (RATIO, none, "figure", "chưa có số liệu"),
        (replace(RATIO, threshold=None), none, "threshold", "bộ tiêu chí chưa nhập ngưỡng"),
        (YES, none, "answer", "chưa trả lời"),
        (YES, Given({}, {"TC1": ManualAnswer("TC1", 1, answer=False)}), "units", "chưa có"),
        (COUNT, none, "answer", "chưa trả lời (cần ít nhất 2 mô hình)"),
        (COUNT, Given({}, {"TC3": ManualAnswer("TC3", 1, count=1)}), "units", "thiếu 1 mô hình"),
        (paper, Given({}, yes("TC9")), "proof", "thiếu minh chứng"),
        (paper, none, "answer", "chưa trả lời và thiếu minh chứng"),
    ):
        found = only(CriteriaSet("x", "X", "", (rule,)), given_)
        assert (found.lacks, said(found)) == (lacks, words)


def test_the_cheapest_parts_are_named_first() -> None:
    parts = (RATIO, COUNT, YES)
    codes = tuple(one.code for one in parts)
    kind = Criterion("K", "Nội dung", "", "k_of_n", threshold="2", parts=codes)
    rules = CriteriaSet("x", "X", "", (kind, *parts))
    figures = {"TC4": skills(60, 100)}
    found = lacking(rules, Given(figures, {"TC3": ManualAnswer("TC3", 1, count=0)}))
    (gap,) = found.gaps
    assert gap.cost == Cost(0, 3, 1)
    words = "cần thêm 2 nội dung: TC1 chưa trả lời, TC3 thiếu 2 mô hình (hoặc TC4)"
    assert said(gap) == words
    assert [one.criterion for one in gap.leaves if one.on_way] == ["TC1", "TC3"]


def test_a_part_of_what_is_not_needed_is_not_needed() -> None:
    parts = (YES, replace(YES, code="TC2"))
    kind = Criterion("K", "Nội dung", "", "k_of_n", threshold="1", parts=("TC1", "TC2"))
    optional = [replace(one, mandatory=False) for one in (kind, COUNT)]
    passing = PassRule("mandatory_and_optional", optional=1)
    rules = CriteriaSet("x", "X", "", (*optional, *parts), passing=passing)
    answers = {"TC3": ManualAnswer("TC3", 1, count=2)}
    (gap,) = lacking(rules, Given({}, answers)).gaps
    assert [(one.criterion, one.on_way, one.mandatory) for one in gap.leaves] == [
        ("TC1", False, False), ("TC2", False, False),
    ]  # fmt: skip


def test_a_proof_besides_costs_one_more() -> None:
    paper = replace(RATIO, evidence=True)
    held = Given({"TC4": skills(60, 100)}, {})
    assert only(CriteriaSet("x", "X", "", (paper,)), held).cost == Cost(0, 11, 1)
    proven = replace(held, proofs={"TC4": (1,)})
    assert only(CriteriaSet("x", "X", "", (paper,)), proven).cost == Cost(0, 10, 1)


def test_of_the_optional_ones_the_cheapest_are_the_way() -> None:
    optional = [replace(one, mandatory=False) for one in (YES, COUNT, RATIO)]
    must = replace(YES, code="TC0")
    passing = PassRule("mandatory_and_optional", optional=2)
    rules = CriteriaSet("x", "X", "", (must, *optional), passing=passing)
    found = lacking(rules, Given({"TC4": skills(69, 100)}, {}))
    assert (found.way, found.cost) == (("TC0", "TC1", "TC4"), Cost(0, 3, 3))


def test_points_are_reached_with_the_fewest_units() -> None:
    # 40 points by one criterion that lacks 10 people, or by two that lack one answer each.
    weighed = (
        replace(RATIO, mandatory=False, weight="40"),
        replace(YES, mandatory=False, weight="20.5"),
        replace(YES, code="TC2", mandatory=False, weight="19.5"),
    )
    rules = CriteriaSet("x", "X", "", weighed, passing=PassRule("points", points="40"))
    cheap = lacking(rules, Given({"TC4": skills(60, 100)}, {}))
    assert cheap.way == ("TC1", "TC2")
    assert way_words(rules, cheap) == (
        "Để đủ 40 điểm và đủ tiêu chí bắt buộc, ít việc nhất là: TC1 chưa trả lời;"
        " TC2 chưa trả lời; không cần đến TC4."
    )
    assert lacking(rules, Given({"TC4": skills(69, 100)}, {})).way == ("TC4",)


def test_a_village_that_cannot_pass_is_said_so() -> None:
    frame = lacking(CriteriaSet("x", "X", "", (), frame=True), Given({}, {}))
    assert (frame.reachable, frame.way) == (False, ())


def test_the_nearest_to_pass_stands_first() -> None:
    rules = CriteriaSet("x", "X", "", (RATIO, YES))
    far = lacking(rules, Given({"TC4": skills(70, 100)}, {}), 1)
    farther = lacking(rules, Given({"TC4": skills(1, 100)}, yes("TC1")), 2)
    unknown = lacking(rules, Given({}, yes("TC1")), 3)
    two = lacking(rules, Given({"TC4": skills(69, 100)}, {}), 4)
    passed = lacking(rules, Given({"TC4": skills(70, 100)}, yes("TC1")), 5)
    order = [one.village_id for one in nearest((passed, two, unknown, farther, far))]
    assert order == [1, 2, 3, 4]


@settings(max_examples=300)
@given(st.data())
def test_whoever_closes_the_way_passes(data: st.DataObject) -> None:
    rules = data.draw(sets())
    held = data.draw(known_of(rules))
    found = lacking(rules, held)
    if found.passed:
        assert found.way == ()
        return
    supposed = closing(found)
    assert supposed is not None
    assert judge_village(rules, 1, as_supposed(rules, held, supposed)).passed


@settings(max_examples=150)
@given(st.data())
def test_no_other_choice_of_criteria_lacks_less(data: st.DataObject) -> None:
    rules = data.draw(sets())
    held = data.draw(known_of(rules))
    found = lacking(rules, held)
    verdict = judge_village(rules, 1, held)
    if found.passed:
        return
    met = {one.code for one in verdict.criteria if one.verdict == "met"}
    closed = [
        sum((one.cost for one in chosen), Cost())
        for size in range(len(found.gaps) + 1)
        for chosen in combinations(found.gaps, size)
        if _passes(rules, met | {one.criterion for one in chosen})
    ]
    assert found.cost == min(closed)


def _passes(rules: CriteriaSet, met: set[str]) -> bool:
    """By hand, from the words of docs/packs.md."""
    must = [one for one in rules.standing if one.mandatory]
    if any(one.code not in met for one in must):
        return False
    if rules.passing.kind == "points":
        weights = (int(one.weight or "0") for one in rules.standing if one.code in met)
        return sum(weights) >= int(rules.passing.points or "0")
    extra = sum(one.code in met for one in rules.standing if not one.mandatory)
    return extra >= rules.passing.optional
