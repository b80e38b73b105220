"""Judges a village again with figures somebody supposes, exactly; it keeps and changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from digicommune.domain.criteria import CriteriaSet, CriterionResult, ManualAnswer, VillageVerdict
from digicommune.domain.criteria_judging import Given, judge_village

if TYPE_CHECKING:
    from digicommune.domain.figures import Figure
    from digicommune.domain.gaps import Gap, VillageGaps


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed: numbers to add (or take away, negative), answers and proofs to be there.

    ``numerators`` and ``denominators`` go by indicator, all others by criterion.
    """

    numerators: Mapping[str, int] = field(default_factory=dict)
    denominators: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    answers: Mapping[str, bool] = field(default_factory=dict)
    proofs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Moved:
    """A criterion whose result is another once what is supposed is so."""

    code: str
    name: str
    before: CriterionResult
    after: CriterionResult


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How a village stands now and how it would."""

    before: VillageVerdict
    after: VillageVerdict
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Beyond:
    """A supposed numerator that is no part of its denominator: 812 of 790, or below nothing."""

    code: str
    numerator: int
    denominator: int | None


def what_if(criteria_set: CriteriaSet, village_id: int, given: Given, supposed: Supposed) -> WhatIf:
    """The village judged as it is and as supposed."""
    before = judge_village(criteria_set, village_id, given)
    after = judge_village(criteria_set, village_id, as_supposed(criteria_set, given, supposed))
    pairs = zip(criteria_set.criteria, before.criteria, after.criteria, strict=True)
    moved = tuple(Moved(one.code, one.name, a, b) for one, a, b in pairs if a != b)
    return WhatIf(before, after, moved)


def as_supposed(criteria_set: CriteriaSet, given: Given, supposed: Supposed) -> Given:
    """What the village would be judged on."""
    figures, answers, proofs = dict(given.figures), dict(given.answers), dict(given.proofs)
    for one in criteria_set.criteria:
        if one.kind == "ratio" and one.code in figures and one.indicator:
            figures[one.code] = _moved(figures[one.code], one.indicator, supposed)
        more, said = supposed.counts.get(one.code), supposed.answers.get(one.code)
        held = answers.get(one.code) or ManualAnswer(one.code, 0)
        if more is not None:
            answers[one.code] = held = replace(held, count=(held.count or 0) + more)
        if said is not None:
            answers[one.code] = replace(held, answer=said)
        if one.code in supposed.proofs and not proofs.get(one.code):
            proofs[one.code] = (0,)
    return replace(given, figures=figures, answers=answers, proofs=proofs)


def _moved(figure: Figure, indicator: str, supposed: Supposed) -> Figure:
    more, wider = supposed.numerators.get(indicator, 0), supposed.denominators.get(indicator, 0)
    if not (more or wider):
        return figure
    denominator = figure.denominator
    return replace(
        figure,
        numerator=(figure.numerator or 0) + more,
        denominator=(denominator or 0) + wider if wider or denominator is not None else None,
        status="value",
    )


def beyond(criteria_set: CriteriaSet, supposed_given: Given) -> tuple[Beyond, ...]:
    """The supposed figures that cannot be: more than all of them, or less than none."""
    found = []
    for one in criteria_set.criteria:
        figure, answer = supposed_given.figures.get(one.code), supposed_given.answers.get(one.code)
        if figure is not None and figure.numerator is not None:
            too_many = figure.denominator is not None and figure.numerator > figure.denominator
            if too_many or figure.numerator < 0:
                found.append(Beyond(one.code, figure.numerator, figure.denominator))
        elif answer is not None and (answer.count or 0) < 0:
            found.append(Beyond(one.code, answer.count or 0, None))
    return tuple(found)


def least_more(verdict: VillageVerdict, criteria_set: CriteriaSet, indicator: str) -> int | None:
    """The least number more of an indicator that meets every criterion judged on it.

    None where one of them has no figure, or none is judged on it.
    """
    codes = {one.code for one in criteria_set.criteria if one.indicator == indicator}
    shorts = [one.short_by for one in verdict.criteria if one.code in codes]
    if not shorts or None in shorts:
        return None
    return max(one for one in shorts if one is not None)


def closing(gaps: VillageGaps) -> Supposed | None:
    """What would have to be so for the village to pass by its cheapest way.

    None where a figure or a threshold is lacking: nobody can say how many are needed then.
    """
    leaves = [leaf for gap in gaps.gaps if gap.on_way for leaf in _to_close(gap)]
    if not gaps.reachable or any(one.short_by is None for one in leaves):
        return None
    numerators: dict[str, int] = {}
    counts: dict[str, int] = {}
    answers: dict[str, bool] = {}
    for one in leaves:
        if one.lacks == "proof" or one.short_by is None:
            continue
        if one.kind == "ratio" and one.indicator:
            numerators[one.indicator] = max(one.short_by, numerators.get(one.indicator, 0))
        elif one.kind == "count":
            counts[one.criterion] = one.short_by
        else:
            answers[one.criterion] = True
    proofs = frozenset(one.criterion for one in leaves if one.lacks_proof)
    return Supposed(numerators=numerators, counts=counts, answers=answers, proofs=proofs)


def _to_close(gap: Gap) -> tuple[Gap, ...]:
    if gap.lacks != "parts":
        return (gap,)
    return tuple(one for one in gap.leaves if one.on_way)
