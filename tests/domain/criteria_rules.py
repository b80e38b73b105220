"""Criteria, figures and answers as rules are tested on; shrinking keeps them readable."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from digicommune.domain.criteria import (
    CriteriaSet,
    Criterion,
    CriterionKind,
    ManualAnswer,
    PassRule,
)
from digicommune.domain.criteria_judging import Given
from digicommune.domain.figures import Figure

THRESHOLDS = ("0", "33.3", "50", "66.67", "70", "99.99", "100")
NEVER_ALONE: tuple[CriterionKind, ...] = ("ratio", "count", "yes_no", "document")


def skills(numerator: int, denominator: int, indicator: str = "KNS") -> Figure:
    """A figure of one village."""
    return Figure(indicator, 1, numerator, denominator, "lao_dong")


@st.composite
def criteria(draw: st.DrawFn, code: str) -> Criterion:
    """A criterion of any kind but k_of_n; a ratio has an indicator of its own."""
    kind = draw(st.sampled_from(NEVER_ALONE))
    threshold = None
    if kind == "ratio":
        threshold = draw(st.sampled_from(THRESHOLDS))
    elif kind == "count":
        threshold = str(draw(st.integers(1, 5)))
    return Criterion(
        code,
        f"Tiêu chí {code}",
        "",
        kind,
        indicator=f"CT-{code}" if kind == "ratio" else None,
        threshold=threshold,
        unit="người",
        mandatory=draw(st.booleans()),
        evidence=draw(st.booleans()),
        weight=str(draw(st.integers(0, 30))),
    )


@st.composite
def sets(draw: st.DrawFn) -> CriteriaSet:
    """A set with any passing rule it can pass by, one of its criteria made of parts perhaps."""
    plain = [draw(criteria(f"T{n}")) for n in range(draw(st.integers(1, 5)))]
    whole: list[Criterion] = [*plain]
    if draw(st.booleans()):
        parts = [draw(criteria(f"P{n}")) for n in range(draw(st.integers(2, 4)))]
        least = str(draw(st.integers(1, len(parts))))
        codes = tuple(one.code for one in parts)
        kind = Criterion("K", "Nội dung", "", "k_of_n", threshold=least, parts=codes, weight="20")
        whole += [kind, *parts]
    found = CriteriaSet("x", "X", "", tuple(whole))
    optional = sum(not one.mandatory for one in found.standing)
    points = sum(int(one.weight or "0") for one in found.standing)
    rules = [PassRule(), PassRule("points", points=str(draw(st.integers(0, points))))]
    if optional:
        rules.append(PassRule("mandatory_and_optional", optional=draw(st.integers(1, optional))))
    return CriteriaSet("x", "X", "", tuple(whole), passing=draw(st.sampled_from(rules)))


@st.composite
def known_of(draw: st.DrawFn, criteria_set: CriteriaSet) -> Given:
    """Figures for every ratio, answers and proofs for some criteria."""
    figures: dict[str, Figure] = {}
    answers: dict[str, ManualAnswer] = {}
    proofs: dict[str, tuple[int, ...]] = {}
    for one in criteria_set.criteria:
        if one.kind == "ratio":
            denominator = draw(st.integers(1, 5_000))
            numerator = draw(st.integers(0, denominator))
            figures[one.code] = skills(numerator, denominator, one.indicator or "")
        elif one.kind == "count" and draw(st.booleans()):
            answers[one.code] = ManualAnswer(one.code, 1, count=draw(st.integers(0, 6)))
        elif one.kind in {"yes_no", "document"} and draw(st.booleans()):
            answers[one.code] = ManualAnswer(one.code, 1, answer=draw(st.booleans()))
        if draw(st.booleans()):
            proofs[one.code] = (1,)
    return Given(figures, answers, proofs=proofs)


def yes(*codes: str) -> Mapping[str, ManualAnswer]:
    """All of them answered with yes."""
    return {code: ManualAnswer(code, 1, answer=True) for code in codes}
