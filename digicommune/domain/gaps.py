"""What a village still lacks to pass a set, exactly, and the way that lacks least.

It reads verdicts and judges nothing; where a figure is missing it says so and counts no guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from digicommune.domain.criteria import (
    CriteriaSet,
    Criterion,
    CriterionKind,
    CriterionResult,
    Verdict,
    VillageVerdict,
)

# What is lacking: people, houses, models …; an answer, a figure, a proof, a threshold, parts.
Lack = Literal["units", "answer", "figure", "proof", "threshold", "parts"]
TaskState = Literal["open", "doing", "done"]


class Cost(NamedTuple):
    """How much closes a gap: figures nobody knows weigh more than any number of units."""

    unknown: int = 0
    units: int = 0
    gaps: int = 0

    def __add__(self, other: object) -> Cost:
        """Part by part."""
        if not isinstance(other, Cost):
            return NotImplemented
        return Cost(*(a + b for a, b in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class GapPlace:
    """Where a gap is."""

    set_code: str
    period: str
    village_id: int
    criterion: str


@dataclass(frozen=True, slots=True)
class GapTask:
    """Who closes a gap, by when, and how far they say it is; ``version`` 0 is not kept yet.

    The verdict alone says whether the gap is closed: a task that is "done" claims it.
    """

    owner: str = ""
    due_on: date | None = None
    state: TaskState = "open"
    note: str = ""
    version: int = 0

    def overdue(self, on: date) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < on


@dataclass(frozen=True, slots=True)
class Gap:
    """One criterion a village does not meet.

    ``short_by`` counts ``unit``; None where it cannot be told. A proof that is lacking besides is
    ``lacks_proof``. ``on_way`` tells whether it lies on the way that lacks least.
    """

    criterion: str
    name: str
    kind: CriterionKind
    verdict: Verdict
    lacks: Lack
    short_by: int | None
    unit: str
    indicator: str | None = None
    mandatory: bool = True
    lacks_proof: bool = False
    on_way: bool = False
    parts: tuple[Gap, ...] = ()  # of ``k_of_n``: its parts that are not met, cheapest first

    @property
    def cost(self) -> Cost:
        """What closing it takes."""
        if self.lacks == "parts":
            spent = sum((one.cost for one in self.parts if one.on_way), Cost())
            return Cost(spent.unknown, spent.units + self.lacks_proof, 1)
        if self.short_by is None:
            return Cost(1, int(self.lacks_proof), 1)
        besides = self.lacks_proof and self.lacks != "proof"
        return Cost(0, self.short_by + besides, 1)

    @property
    def leaves(self) -> tuple[Gap, ...]:
        """What there is to do: itself, or the parts it is made of."""
        if self.lacks != "parts":
            return (self,)
        parts = tuple(
            replace(one, on_way=one.on_way and self.on_way, mandatory=self.mandatory)
            for one in self.parts
        )
        proof = (replace(self, lacks="proof", short_by=1, unit="minh chứng", parts=()),)
        return (*parts, *(proof if self.lacks_proof else ()))


@dataclass(frozen=True, slots=True)
class VillageGaps:
    """Everything a village lacks; ``way`` are the criteria that let it pass with the least.

    ``reachable`` is false where no closing of gaps passes it (a set without criteria or points).
    """

    village_id: int
    passed: bool
    gaps: tuple[Gap, ...]
    way: tuple[str, ...]
    reachable: bool = True

    @property
    def cost(self) -> Cost:
        """What the way takes; nothing of a village that passes."""
        return sum((one.cost for one in self.gaps if one.on_way), Cost())


def gaps_of(criteria_set: CriteriaSet, verdict: VillageVerdict) -> VillageGaps:
    """What a village lacks, and its cheapest way."""
    results = {one.code: one for one in verdict.criteria}
    known = {one.code: one for one in criteria_set.criteria}
    gaps = tuple(
        _gap(one, results[one.code], (known, results))
        for one in criteria_set.standing
        if one.code in results and results[one.code].verdict != "met"
    )
    if verdict.passed:
        return VillageGaps(verdict.village_id, passed=True, gaps=gaps, way=())
    way = _way(criteria_set, gaps, verdict)
    if way is None:
        return VillageGaps(verdict.village_id, False, gaps, (), reachable=False)
    marked = tuple(replace(one, on_way=one.criterion in way) for one in gaps)
    return VillageGaps(verdict.village_id, False, marked, way)


Known = tuple[Mapping[str, Criterion], Mapping[str, CriterionResult]]


def _gap(one: Criterion, result: CriterionResult, known: Known) -> Gap:
    lacks, short, unit = _lacking(one, result)
    found = Gap(
        criterion=one.code,
        name=one.name,
        kind=one.kind,
        verdict=result.verdict,
        lacks=lacks,
        short_by=short,
        unit=unit,
        indicator=one.indicator,
        mandatory=one.mandatory,
        lacks_proof=result.lacks_proof,
    )
    return replace(found, parts=_parts(one, result, known)) if lacks == "parts" else found


def _lacking(one: Criterion, result: CriterionResult) -> tuple[Lack, int | None, str]:
    if one.kind == "k_of_n" and result.short_by:
        return "parts", result.short_by, result.unit or "nội dung"
    if result.verdict == "no_evidence":
        return "proof", 1, "minh chứng"
    if one.kind == "ratio":
        return _lacking_of_ratio(result)
    if one.kind == "count":
        least = result.short_by or max(1, int(result.threshold or "1"))
        lack: Lack = "answer" if result.verdict == "no_data" else "units"
        return lack, least, one.unit or "đơn vị"
    if result.verdict == "no_data":
        return "answer", 1, "câu trả lời"
    return "units", 1, "văn bản" if one.kind == "document" else "nội dung"


def _lacking_of_ratio(result: CriterionResult) -> tuple[Lack, int | None, str]:
    if result.threshold is None:
        return "threshold", None, "ngưỡng"
    if result.verdict == "no_data":
        return "figure", None, "số liệu"
    return "units", result.short_by, result.unit or "đơn vị"


def _parts(one: Criterion, result: CriterionResult, known: Known) -> tuple[Gap, ...]:
    criteria, results = known
    found = [
        _gap(criteria[code], results[code], known)
        for code in one.parts
        if results[code].verdict != "met"
    ]
    found.sort(key=lambda each: each.cost)
    needed = result.short_by or 0
    return tuple(replace(each, on_way=place < needed) for place, each in enumerate(found))


# --- the way that lacks least ---


def _way(
    criteria_set: CriteriaSet, gaps: Sequence[Gap], verdict: VillageVerdict
) -> tuple[str, ...] | None:
    """Codes of the criteria to close, in the set's order; None where nothing makes it pass."""
    if not criteria_set.standing:
        return None
    must = [one for one in gaps if one.mandatory]
    may = [one for one in gaps if not one.mandatory]
    chosen = _chosen(criteria_set, may, must, verdict)
    if chosen is None:
        return None
    wanted = {one.criterion for one in must} | chosen
    return tuple(one.criterion for one in gaps if one.criterion in wanted)


def _chosen(
    criteria_set: CriteriaSet, may: Sequence[Gap], must: Sequence[Gap], verdict: VillageVerdict
) -> set[str] | None:
    rule = criteria_set.passing
    if rule.kind == "mandatory_and_optional":
        optional = sum(not one.mandatory for one in criteria_set.standing)
        lacking = max(0, rule.optional - (optional - len(may)))
        cheapest = sorted(may, key=lambda one: one.cost)[:lacking]
        return {one.criterion for one in cheapest} if len(cheapest) == lacking else None
    if rule.kind == "points":
        weights = {one.code: Decimal(one.weight or "0") for one in criteria_set.standing}
        sure = sum((weights[one.criterion] for one in must), Decimal(verdict.points or "0"))
        need = Decimal(rule.points or "0") - sure
        return _cheapest_points([(weights[one.criterion], one) for one in may], need)
    return set()


def _cheapest_points(may: Iterable[tuple[Decimal, Gap]], need: Decimal) -> set[str] | None:
    """The gaps whose weights reach ``need`` at the least cost; every sum of weights is tried once.

    Sums above the need are one state, so the table stays as small as the points asked for.
    """
    if need <= 0:
        return set()
    best: dict[Decimal, tuple[Cost, tuple[str, ...]]] = {Decimal(0): (Cost(), ())}
    for weight, gap in may:
        for reached, (cost, codes) in list(best.items()):
            total = min(need, reached + weight)
            found = (cost + gap.cost, (*codes, gap.criterion))
            if total != reached and (total not in best or found < best[total]):
                best[total] = found
    return set(best[need][1]) if need in best else None


def nearest(villages: Iterable[VillageGaps]) -> tuple[VillageGaps, ...]:
    """Those that do not pass, nearest first: by criteria lacking, then figures, then units."""

    def distance(one: VillageGaps) -> tuple[bool, int, int, int, int]:
        cost = one.cost
        return (not one.reachable, cost.gaps, cost.unknown, cost.units, one.village_id)

    return tuple(sorted((one for one in villages if not one.passed), key=distance))
