"""When a recognition stands, and which villages of a period stand by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digicommune.domain.recognition import (
    Recognition,
    RecognitionLine,
    Revocation,
    Risk,
    standing_villages,
    with_state,
)
from digicommune.domain.village_changes import Succession

ONE = Recognition(1, 1, "THU", "145/QĐ-UBND", date(2026, 3, 1), "UBND xã", "commune")
END = date(2026, 12, 14)


@pytest.mark.parametrize(
    ("one", "stands", "state"),
    [
        (ONE, True, "standing"),
        (replace(ONE, dated=END), True, "standing"),
        (replace(ONE, dated=date(2026, 12, 15)), False, "coming"),
        (replace(ONE, valid_until=END), True, "standing"),
        (replace(ONE, valid_until=date(2026, 12, 13)), False, "expired"),
        (replace(ONE, revoked=Revocation("9", END, "…")), False, "revoked"),
        (replace(ONE, revoked=Revocation("9", date(2026, 12, 15), "…")), True, "standing"),
        (replace(ONE, recheck_on=date(2027, 1, 15)), True, "recheck_soon"),
    ],
)
def test_a_recognition_stands_between_its_days(one: Recognition, stands: bool, state: str) -> None:
    assert (one.stands_on(END), one.state_on(END)) == (stands, state)


@pytest.mark.parametrize(
    ("named", "found"),
    [({1, 2}, (3,)), ({1}, ()), ({3}, (3,)), (set(), ())],
)
def test_half_a_merged_village_is_not_recognised(named: set[int], found: tuple[int, ...]) -> None:
    day = date(2026, 7, 1)
    merger = [Succession(1, 3, "merge", day), Succession(2, 3, "merge", day)]
    assert standing_villages([3], merger, named) == found


def test_a_renamed_village_keeps_it_and_a_split_one_has_no_heir() -> None:
    day = date(2026, 7, 1)
    assert standing_villages([2], [Succession(1, 2, "rename", day)], {1}) == (2,)
    again = [Succession(1, 2, "rename", day), Succession(2, 4, "merge", day),
             Succession(3, 4, "merge", day)]  # fmt: skip
    assert standing_villages([4], again, {1, 3}) == (4,)
    split = [Succession(1, 2, "split", day), Succession(1, 3, "split", day)]
    assert standing_villages([2, 3], split, {1}) == ()


def test_only_what_stands_can_be_at_risk() -> None:
    risk = Risk(("TC4 …",), 5, 6)
    standing = RecognitionLine(ONE, "Hổ Thôn", 1, "standing")
    assert with_state(standing, risk, unjudged=False).state == "at_risk"
    revoked = replace(standing, state="revoked")
    assert with_state(revoked, risk, unjudged=False) == revoked
