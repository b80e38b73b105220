"""Judges a village by a criteria set, on exact numbers; it knows no village but the one given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from decimal import Decimal

from digicommune.domain.criteria import (
    CriteriaSet,
    Criterion,
    CriterionResult,
    ManualAnswer,
    Verdict,
    VillageVerdict,
)
from digicommune.domain.figures import Figure
from digicommune.domain.numbers import percentage_beside, short_by

SHOWN_DECIMALS = 2
NO_THRESHOLD = "Bộ tiêu chí chưa nhập ngưỡng."
NO_CRITERIA = "Bộ tiêu chí mới có khung, chưa nhập tiêu chí nào: chưa đánh giá được."


@dataclass(frozen=True, slots=True)
class Given:
    """What a village is judged on: figures, answers and proofs by criterion code, its group."""

    figures: Mapping[str, Figure]
    answers: Mapping[str, ManualAnswer]
    group: str = ""  # the commune's or the village's, where the set has thresholds by group
    proofs: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # those that count


@dataclass(frozen=True, slots=True)
class Held:
    """What one criterion of one village is judged on; ``proofs`` are numbers of files on file."""

    figure: Figure | None = None
    answer: ManualAnswer | None = None
    proofs: tuple[int, ...] = ()

    @property
    def proven(self) -> bool:
        """Whether a file is there, or words that say where the proof is."""
        said = self.answer is not None and self.answer.evidence.strip() != ""
        return said or bool(self.proofs)


def judge_village(criteria_set: CriteriaSet, village_id: int, given: Given) -> VillageVerdict:
    """Judges a village by the whole set; parts of others are judged and not counted."""
    results: dict[str, CriterionResult] = {}
    for one in sorted(criteria_set.criteria, key=lambda each: each.kind == "k_of_n"):
        asked = replace(one, threshold=one.threshold_for(given.group))
        held = Held(
            given.figures.get(one.code),
            given.answers.get(one.code),
            given.proofs.get(one.code, ()),
        )
        if one.kind == "k_of_n":
            judged = _judge_parts(asked, [results[part] for part in one.parts])
            results[one.code] = _without_proof(asked, held, judged)
        else:
            results[one.code] = judge(asked, held)
    met = {code for code, one in results.items() if one.verdict == "met"}
    standing = criteria_set.standing
    return VillageVerdict(
        village_id,
        passes(criteria_set, met),
        sum(one.code in met for one in standing),
        len(standing),
        tuple(results[one.code] for one in criteria_set.criteria),
        *_points(criteria_set, met),
    )


def passes(criteria_set: CriteriaSet, met: Set[str]) -> bool:
    """Whether a village that meets these criteria passes the set."""
    rule, standing = criteria_set.passing, criteria_set.standing
    if not standing:
        return False  # a frame nobody has filled in passes no village
    if not all(one.code in met for one in standing if one.mandatory):
        return False
    if rule.kind == "mandatory_and_optional":
        return sum(one.code in met for one in standing if not one.mandatory) >= rule.optional
    if rule.kind == "points":
        return _weight(criteria_set, met) >= Decimal(rule.points or "0")
    return True


def _points(criteria_set: CriteriaSet, met: Set[str]) -> tuple[str | None, str | None]:
    """Points reached and needed, of a set that counts points."""
    if criteria_set.passing.kind != "points":
        return None, None
    return str(_weight(criteria_set, met)), criteria_set.passing.points or "0"


def _weight(criteria_set: CriteriaSet, met: Set[str]) -> Decimal:
    weights = (one.weight or "0" for one in criteria_set.standing if one.code in met)
    return sum((Decimal(one) for one in weights), Decimal(0))


def _judge_parts(criterion: Criterion, parts: Sequence[CriterionResult]) -> CriterionResult:
    """So many of its parts: met as soon as enough are, without data while it cannot be told."""
    least = int(criterion.threshold or len(parts))
    met = sum(one.verdict == "met" for one in parts)
    open_parts = sum(one.verdict == "no_data" for one in parts)
    unproven = sum(one.verdict == "no_evidence" for one in parts)
    if met >= least:
        verdict: Verdict = "met"
    elif met + unproven >= least:
        verdict = "no_evidence"
    elif met + unproven + open_parts >= least:
        verdict = "no_data"
    else:
        verdict = "not_met"
    return CriterionResult(
        criterion.code,
        verdict,
        value=str(met),
        threshold=str(least),
        numerator=met,
        short_by=max(0, least - met),
        unit=criterion.unit or "nội dung",
    )


def judge(criterion: Criterion, held: Held) -> CriterionResult:
    """Judges one criterion on exact numbers, never on rounded ones."""
    if criterion.kind == "ratio":
        result = _judge_ratio(criterion, held.figure)
    elif criterion.kind == "count":
        result = _judge_count(criterion, held.answer)
    else:
        result = _judge_answer(criterion, held)
    return _without_proof(criterion, held, result)


def _judge_ratio(criterion: Criterion, figure: Figure | None) -> CriterionResult:
    if figure is None or not figure.complete or criterion.threshold is None:
        note = NO_THRESHOLD if criterion.threshold is None else ""
        return CriterionResult(
            criterion.code, "no_data", threshold=criterion.threshold, unit=criterion.unit, note=note
        )
    threshold = Decimal(criterion.threshold)
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


def _judge_answer(criterion: Criterion, held: Held) -> CriterionResult:
    """A document on file is there, though nobody has answered; a "no" stands before it."""
    answer = held.answer
    if answer is None or answer.answer is None:
        on_file = criterion.kind == "document" and bool(held.proofs)
        return CriterionResult(criterion.code, "met" if on_file else "no_data")
    verdict: Verdict = "met" if answer.answer else "not_met"
    return CriterionResult(criterion.code, verdict, note=answer.note)


def _without_proof(criterion: Criterion, held: Held, result: CriterionResult) -> CriterionResult:
    lacks = criterion.evidence and not held.proven
    judged = replace(result, proofs=held.proofs, lacks_proof=lacks)
    return replace(judged, verdict="no_evidence") if lacks and result.verdict == "met" else judged
