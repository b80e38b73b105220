"""Criteria sets as data and the judging of a village by them, on exact numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from digicommune.domain.figures import Figure
from digicommune.domain.numbers import percentage_beside, short_by

CriterionKind = Literal["ratio", "count", "yes_no", "document"]
Verdict = Literal["met", "not_met", "no_data", "no_evidence"]
SHOWN_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: a ratio or count against ``threshold``, a yes or no, or a document."""

    code: str
    name: str
    requirement: str
    kind: CriterionKind
    indicator: str | None = None
    base: str | None = None  # the base the rule names; None: the indicator's own
    threshold: str | None = None  # decimal text: percent of a ratio, least number of a count
    unit: str = ""
    mandatory: bool = True
    evidence: bool = False  # "met" needs a proof on file


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """A dated set of criteria with its legal basis."""

    code: str
    title: str
    legal_basis: str
    criteria: tuple[Criterion, ...]
    region: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ManualAnswer:
    """What the commune answers for a criterion of one village: yes/no or a count."""

    criterion: str
    village_id: int
    answer: bool | None = None
    count: int | None = None
    note: str = ""
    evidence: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """The verdict of one criterion, with the numbers it was judged on."""

    code: str
    verdict: Verdict
    value: str | None = None  # decimal text, as printed beside the threshold
    threshold: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    short_by: int | None = None
    unit: str = ""
    base: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class VillageVerdict:
    """How one village stands against a whole set."""

    village_id: int
    passed: bool
    met: int
    of: int
    criteria: tuple[CriterionResult, ...]


def judge_village(
    criteria_set: CriteriaSet,
    village_id: int,
    figures: Mapping[str, Figure],
    answers: Mapping[str, ManualAnswer],
) -> VillageVerdict:
    """Judges a village; ``figures`` by criterion code, ``answers`` by criterion code.

    It passes when every mandatory criterion is met.
    """
    results = tuple(
        judge(one, figures.get(one.code), answers.get(one.code)) for one in criteria_set.criteria
    )
    met = {one.code for one in results if one.verdict == "met"}
    passed = all(one.code in met for one in criteria_set.criteria if one.mandatory)
    return VillageVerdict(village_id, passed, len(met), len(results), results)


def judge(
    criterion: Criterion, figure: Figure | None, answer: ManualAnswer | None
) -> CriterionResult:
    """Judges one criterion on exact numbers, never on rounded ones."""
    if criterion.kind == "ratio":
        result = _judge_ratio(criterion, figure)
    elif criterion.kind == "count":
        result = _judge_count(criterion, answer)
    else:
        result = _judge_answer(criterion, answer)
    return _without_proof(criterion, answer, result)


def _judge_ratio(criterion: Criterion, figure: Figure | None) -> CriterionResult:
    if figure is None or not figure.complete:
        return CriterionResult(
            criterion.code, "no_data", threshold=criterion.threshold, unit=criterion.unit
        )
    threshold = Decimal(criterion.threshold or "0")
    numerator, denominator = figure.numerator or 0, figure.denominator or 0
    missing = short_by(numerator, denominator, threshold)
    shown = percentage_beside(numerator, denominator, SHOWN_DECIMALS, threshold)
    return CriterionResult(
        code=criterion.code,
        verdict="met" if missing == 0 else "not_met",
        value=None if shown is None else str(shown),
        threshold=criterion.threshold,
        numerator=numerator,
        denominator=denominator,
        short_by=missing,
        unit=criterion.unit,
        base=figure.base,
        note=figure.note,
    )


def _judge_count(criterion: Criterion, answer: ManualAnswer | None) -> CriterionResult:
    if answer is None or answer.count is None:
        return CriterionResult(
            criterion.code, "no_data", threshold=criterion.threshold, unit=criterion.unit
        )
    least = int(criterion.threshold or "1")
    missing = max(0, least - answer.count)
    return CriterionResult(
        code=criterion.code,
        verdict="met" if missing == 0 else "not_met",
        value=str(answer.count),
        threshold=criterion.threshold,
        numerator=answer.count,
        short_by=missing,
        unit=criterion.unit,
        note=answer.note,
    )


def _judge_answer(criterion: Criterion, answer: ManualAnswer | None) -> CriterionResult:
    if answer is None or answer.answer is None:
        return CriterionResult(criterion.code, "no_data")
    verdict: Verdict = "met" if answer.answer else "not_met"
    return CriterionResult(criterion.code, verdict, note=answer.note)


def _without_proof(
    criterion: Criterion, answer: ManualAnswer | None, result: CriterionResult
) -> CriterionResult:
    proven = answer is not None and answer.evidence.strip() != ""
    if result.verdict != "met" or not criterion.evidence or proven:
        return result
    return CriterionResult(
        code=result.code,
        verdict="no_evidence",
        value=result.value,
        threshold=result.threshold,
        numerator=result.numerator,
        denominator=result.denominator,
        short_by=result.short_by,
        unit=result.unit,
        base=result.base,
        note=result.note,
    )
