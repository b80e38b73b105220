"""A set written as a pack file reads back equal, whatever stands in its texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from digicommune.domain.criteria import CriteriaSet, Criterion, GroupThreshold, PassRule
from digicommune.domain.criteria_checks import faults
from digicommune.packs.criteria_writing import criteria_text
from digicommune.packs.packs import load_criteria
from digicommune.settings import resources
from tests.packs.sets import EVERY_KIND

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"),
    min_size=1,
    max_size=60,
).filter(lambda one: one.strip() != "")
PERCENT = st.decimals(0, 100, places=2, allow_nan=False, allow_infinity=False).map(str)
WHOLE = st.integers(1, 999).map(str)
FREE = {
    "name": WORDS,
    "requirement": WORDS,
    "unit": st.text("người hộ", max_size=8),
    "mandatory": st.booleans(),
    "evidence": st.booleans(),
    "weight": st.none() | PERCENT,
}


def groups(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[GroupThreshold, ...]]:
    one = st.builds(GroupThreshold, WORDS, values)
    return st.lists(one, max_size=3, unique_by=lambda each: each.group).map(tuple)


RATIO = st.builds(
    Criterion,
    code=st.just("?"),
    kind=st.just("ratio"),
    indicator=WORDS,
    base=st.none() | WORDS,
    threshold=PERCENT,
    by_group=groups(PERCENT),
    **FREE,
)
COUNT = st.builds(
    Criterion,
    code=st.just("?"),
    kind=st.just("count"),
    threshold=WHOLE,
    by_group=groups(WHOLE),
    **FREE,
)
SAID = st.builds(Criterion, code=st.just("?"), kind=st.sampled_from(["yes_no", "document"]), **FREE)
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))


@st.composite
def sets(draw: st.DrawFn) -> CriteriaSet:
    """A set of up to five rules and a k of n over two of its own."""
    from dataclasses import replace

    rules = draw(st.lists(RATIO | COUNT | SAID, min_size=2, max_size=5))
    coded = [replace(one, code=f"{draw(WORDS)[:8]}{place}") for place, one in enumerate(rules)]
    if draw(st.booleans()):
        parts = (coded[0].code, coded[1].code)
        least = draw(st.sampled_from(["1", "2"]))
        whole = draw(SAID)
        coded.append(replace(whole, code="K", kind="k_of_n", threshold=least, parts=parts))
    return CriteriaSet(
        code=draw(WORDS)[:40],
        title=draw(WORDS),
        legal_basis=draw(WORDS),
        criteria=tuple(coded),
        region=draw(st.text("Thanh Hóa", max_size=9)),
        valid_from=draw(DAYS),
        verified=draw(st.booleans()),
        note=draw(st.just("") | WORDS),
        passing=draw(st.sampled_from([PassRule(), PassRule("points", points="0")])),
        proof_months=draw(st.none() | st.integers(1, 600)),
        checked_by=draw(st.just("") | WORDS),
        checked_on=draw(DAYS),
    )


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=sets())
def test_what_is_written_reads_back_equal(tmp_path: Path, one: CriteriaSet) -> None:
    assume(not list(faults(one)))
    path = tmp_path / "bo.toml"
    path.write_bytes(criteria_text(one).encode())
    assert load_criteria(path) == one


def test_every_kind_and_every_shipped_set_goes_out_and_comes_in(tmp_path: Path) -> None:
    by_hand = tmp_path / "bang-tay.toml"
    by_hand.write_text(EVERY_KIND, encoding="utf-8")
    shipped = sorted((resources() / "packs" / "criteria").glob("*.toml"))
    for path in (by_hand, *shipped):
        out = tmp_path / "ra.toml"
        out.write_bytes(criteria_text(load_criteria(path)).encode())
        assert load_criteria(out) == load_criteria(path)


@pytest.mark.parametrize("text", ['"""', "\\", "#", "[[criteria]]", "a\nb", "é\u0301", "=", "'"])
def test_signs_of_the_format_stay_text(tmp_path: Path, text: str) -> None:
    one = CriteriaSet(text, text, text, (Criterion(text, text, text, "yes_no"),), note=text)
    path = tmp_path / "bo.toml"
    path.write_bytes(criteria_text(one).encode())
    assert load_criteria(path) == one
