"""Two periods are compared only where the set asks the same thing on the same base."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digicommune.domain.criteria import (
    CriteriaSet,
    Criterion,
    GroupThreshold,
    Judged,
    ManualAnswer,
)
from digicommune.domain.criteria_comparing import (
    NOTHING_COMPARED,
    SET_CHANGED,
    VillageCompared,
    compare,
)
from digicommune.domain.criteria_judging import Given, judge_village
from tests.domain.criteria_rules import skills, yes

RATIO = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", "lao_dong", "70", unit="người")
YES = Criterion("TC1", "Hạ tầng", "có", "yes_no")
RULES = CriteriaSet("x", "X", "", (RATIO, YES))


def judged(given: Given, rules: CriteriaSet = RULES, village: int = 1) -> Judged:
    return Judged(rules, "2026-Q1", (judge_village(rules, village, given),))


def beside(before: Judged, after: Judged) -> tuple[VillageCompared, dict[str, str]]:
    (found,) = compare(before, after)
    return found, {one.code: one.trend for one in found.criteria}


@pytest.mark.parametrize(
    ("then", "now", "trend"),
    [(700, 701, "better"), (701, 700, "worse"), (700, 700, "same"), (699, 700, "better")],
)
def test_figures_decide_where_verdicts_do_not(then: int, now: int, trend: str) -> None:
    before = judged(Given({"TC4": skills(then, 1_000)}, yes("TC1")))
    after = judged(Given({"TC4": skills(now, 1_000)}, yes("TC1")))
    _, trends = beside(before, after)
    assert trends == {"TC4": trend, "TC1": "same"}


def test_shares_are_compared_exactly() -> None:
    # 1/3 and 333,333/1,000,000 read 33,33 both.
    before = judged(Given({"TC4": skills(1, 3)}, {}))
    after = judged(Given({"TC4": skills(333_333, 1_000_000)}, {}))
    assert beside(before, after)[1]["TC4"] == "worse"


def test_a_yes_that_becomes_a_no_is_worse_and_so_is_the_village() -> None:
    good = Given({"TC4": skills(8, 10)}, yes("TC1"))
    bad = replace(good, answers={"TC1": ManualAnswer("TC1", 1, answer=False)})
    found, trends = beside(judged(good), judged(bad))
    assert (found.trend, trends["TC1"]) == ("worse", "worse")
    found, trends = beside(judged(bad), judged(good))
    assert (found.trend, trends["TC1"]) == ("better", "better")


@pytest.mark.parametrize(
    "changed",
    [
        replace(RATIO, threshold="75"),
        replace(RATIO, base="tu15"),
        replace(RATIO, indicator="CKS"),
        replace(RATIO, kind="count", threshold="1"),
        replace(RATIO, by_group=(GroupThreshold("vùng cao", "50"),)),
    ],
)
def test_no_trend_where_the_set_asks_another_thing(changed: Criterion) -> None:
    given = Given({"TC4": skills(8, 10)}, yes("TC1"))
    found, trends = beside(judged(given), judged(given, replace(RULES, criteria=(changed, YES))))
    assert trends == {"TC4": "set_changed", "TC1": "same"}
    assert (found.trend, found.reason) == ("set_changed", SET_CHANGED)
    assert found.criteria[0].reason == SET_CHANGED


def test_a_mended_name_is_no_other_set() -> None:
    given = Given({"TC4": skills(8, 10)}, yes("TC1"))
    renamed = replace(RULES, criteria=(replace(RATIO, name="Kỹ năng", requirement="…"), YES))
    found, trends = beside(judged(given), judged(given, renamed))
    assert (found.trend, trends["TC4"]) == ("same", "same")


def test_what_has_no_figure_is_not_compared() -> None:
    some, none = Given({"TC4": skills(8, 10)}, yes("TC1")), Given({}, yes("TC1"))
    for before, after in ((some, none), (none, some)):
        found, trends = beside(judged(before), judged(after))
        assert trends["TC4"] == "not_comparable"
        assert found.criteria[0].reason == "Một trong hai kỳ chưa có số liệu."
        assert (found.trend, found.reason) == ("not_comparable", "Không so sánh được TC4.")


def test_a_village_nobody_had_figures_of_got_no_better() -> None:
    # 0 of 2 without any figure is no worse standing than 2 of 2: nothing is known of it.
    found, _ = beside(judged(Given({}, {})), judged(Given({"TC4": skills(8, 10)}, yes("TC1"))))
    assert (found.trend, found.reason) == ("not_comparable", NOTHING_COMPARED)


def test_a_criterion_silent_in_both_periods_hides_no_trend_of_the_others() -> None:
    no = {"TC1": ManualAnswer("TC1", 1, answer=False)}
    found, _ = beside(judged(Given({}, no)), judged(Given({}, yes("TC1"))))
    assert (found.trend, found.reason) == ("better", "")


def test_other_bases_and_new_villages_are_not_compared() -> None:
    given = Given({"TC4": skills(8, 10)}, yes("TC1"))
    wider = Given({"TC4": replace(skills(8, 10), base="tu15")}, yes("TC1"))
    found, trends = beside(judged(given), judged(wider))
    assert trends["TC4"] == "not_comparable"
    assert found.criteria[0].reason == "Hai kỳ tính trên cơ sở khác nhau."
    found, _ = beside(judged(given), judged(given, village=2))
    assert (found.trend, found.reason) == ("not_comparable", "Kỳ trước chưa có thôn này.")


def test_a_new_criterion_says_that_it_is_new() -> None:
    given = Given({"TC4": skills(8, 10)}, yes("TC1", "TC9"))
    wider = replace(RULES, criteria=(RATIO, YES, replace(YES, code="TC9")))
    found, trends = beside(judged(given), judged(given, wider))
    assert trends["TC9"] == "set_changed"
    assert found.criteria[2].reason.startswith("Tiêu chí mới")
