"""What is short by so many passes with so many more, and with one less it does not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digicommune.domain.criteria import CriteriaSet, Criterion, ManualAnswer
from digicommune.domain.criteria_judging import Given, judge_village
from digicommune.domain.what_if import Supposed, as_supposed, beyond, least_more, what_if
from tests.domain.criteria_rules import THRESHOLDS, skills

RATIO = Criterion("TC4", "Kỹ năng số", "≥ 70 %", "ratio", "KNS", threshold="70", unit="người")
YES = Criterion("TC1", "Hạ tầng", "có", "yes_no", evidence=True)
COUNT = Criterion("TC3", "Mô hình", "≥ 2", "count", threshold="2", unit="mô hình")
RULES = CriteriaSet("x", "X", "", (RATIO, YES, COUNT))


def test_twelve_more_pass() -> None:
    held = Given({"TC4": skills(2_788, 4_000)}, {})
    rules = CriteriaSet("x", "X", "", (RATIO,))
    found = what_if(rules, 1, held, Supposed(numerators={"KNS": 12}))
    (moved,) = found.moved
    assert (found.before.passed, found.after.passed) == (False, True)
    assert (moved.before.value, moved.after.value) == ("69.70", "70.00")
    one_less = what_if(rules, 1, held, Supposed(numerators={"KNS": 11}))
    assert (one_less.after.passed, one_less.after.criteria[0].short_by) == (False, 1)
    assert least_more(found.before, rules, "KNS") == 12
    assert least_more(found.before, rules, "CKS") is None


def test_everything_may_be_supposed() -> None:
    held = Given({"TC4": skills(70, 100)}, {"TC3": ManualAnswer("TC3", 1, count=1)})
    supposed = Supposed(
        denominators={"KNS": 1}, counts={"TC3": 1}, answers={"TC1": True}, proofs=frozenset({"TC1"})
    )
    found = what_if(RULES, 1, held, supposed)
    told = {one.code: (one.before.verdict, one.after.verdict) for one in found.moved}
    assert told == {
        "TC4": ("met", "not_met"),
        "TC1": ("no_data", "met"),
        "TC3": ("not_met", "met"),
    }
    assert (held.answers["TC3"].count, found.before.met) == (1, 1)


@pytest.mark.parametrize(
    ("supposed", "codes"),
    [
        (Supposed(numerators={"KNS": 31}), ["TC4"]),
        (Supposed(numerators={"KNS": -71}), ["TC4"]),
        (Supposed(denominators={"KNS": -31}), ["TC4"]),
        (Supposed(counts={"TC3": -2}), ["TC3"]),
        (Supposed(numerators={"KNS": 30}, counts={"TC3": -1}), []),
    ],
)
def test_what_cannot_be_is_told(supposed: Supposed, codes: list[str]) -> None:
    held = Given({"TC4": skills(70, 100)}, {"TC3": ManualAnswer("TC3", 1, count=1)})
    assert [one.code for one in beyond(RULES, as_supposed(RULES, held, supposed))] == codes


@given(st.integers(1, 200_000), st.integers(0, 200_000), st.sampled_from(THRESHOLDS))
def test_short_by_is_the_least_that_passes(all_: int, some: int, threshold: str) -> None:
    some = min(some, all_)
    asks = Criterion("TC4", "Kỹ năng số", "", "ratio", "KNS", threshold=threshold)
    rules = CriteriaSet("x", "X", "", (asks,))
    held = Given({"TC4": skills(some, all_)}, {})
    (now,) = judge_village(rules, 1, held).criteria
    assert now.short_by is not None
    assert (now.verdict == "met") == (some * 100 >= Decimal(threshold) * all_)
    enough = as_supposed(rules, held, Supposed(numerators={"KNS": now.short_by}))
    assert judge_village(rules, 1, enough).passed
    assert not beyond(rules, enough)
    if now.short_by:
        less = as_supposed(rules, held, Supposed(numerators={"KNS": now.short_by - 1}))
        assert not judge_village(rules, 1, less).passed
