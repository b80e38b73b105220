"""Two periods judged by a set, side by side; it draws no trend where the set says another thing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digicommune.domain.criteria import (
        CriteriaSet,
        Criterion,
        CriterionResult,
        Judged,
        Verdict,
        VillageVerdict,
    )

Trend = Literal["better", "worse", "same", "not_comparable", "set_changed"]

NOTHING_COMPARED = "Chưa có tiêu chí nào so sánh được."
NEW_CRITERION = "Tiêu chí mới, kỳ trước chưa có: không so sánh."
NO_SUCH_VILLAGE = "Kỳ trước chưa có thôn này."
NOT_JUDGED = "Kỳ trước chưa đánh giá thôn này."
NO_FIGURES = "Một trong hai kỳ chưa có số liệu."
OTHER_BASE = "Hai kỳ tính trên cơ sở khác nhau."
UNSURE = "Không so sánh được "  # before the codes
SET_CHANGED = "Bộ tiêu chí đã thay đổi: không so sánh."
_RANK: dict[Verdict, int] = {"not_met": 0, "no_evidence": 1, "met": 2}


@dataclass(frozen=True, slots=True)
class Compared:
    """One criterion of one village in two periods; ``reason`` says why it is not compared."""

    code: str
    trend: Trend
    before: CriterionResult | None
    after: CriterionResult
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VillageCompared:
    """One village in two periods, as a whole and by criterion."""

    village_id: int
    trend: Trend
    before: VillageVerdict | None
    after: VillageVerdict
    criteria: tuple[Compared, ...]
    reason: str = ""


def compare(before: Judged, after: Judged) -> tuple[VillageCompared, ...]:
    """Every village of the later judging beside what was said of it before."""
    past = {one.village_id: one for one in before.verdicts}
    changed = changed_criteria(before.criteria_set, after.criteria_set)
    standing = None
    if _same_rule(before.criteria_set, after.criteria_set):
        standing = tuple(one.code for one in after.criteria_set.standing)
    return tuple(
        _village(past.get(one.village_id), one, changed, standing) for one in after.verdicts
    )


def changed_criteria(before: CriteriaSet, after: CriteriaSet) -> Mapping[str, str]:
    """Code -> why it is not compared, of the later set's criteria that ask another thing."""
    past = {one.code: one for one in before.criteria}
    found = {}
    for one in after.criteria:
        if one.code not in past:
            found[one.code] = NEW_CRITERION
        elif _asks(past[one.code]) != _asks(one):
            found[one.code] = SET_CHANGED
    return found


def _asks(one: Criterion) -> tuple[object, ...]:
    """What a criterion asks; its name and wording may be mended without asking another thing."""
    return (one.kind, one.indicator, one.base, one.threshold, one.by_group, one.parts, one.evidence)


def _same_rule(before: CriteriaSet, after: CriteriaSet) -> bool:
    """Whether both pass a village by the same rule on the same criteria."""

    def rule(one: CriteriaSet) -> tuple[object, ...]:
        standing = {each.code: (each.mandatory, each.weight) for each in one.standing}
        return one.code, one.passing, standing

    return rule(before) == rule(after) and not changed_criteria(before, after)


def _village(
    before: VillageVerdict | None,
    after: VillageVerdict,
    changed: Mapping[str, str],
    standing: tuple[str, ...] | None,
) -> VillageCompared:
    """``standing``: the criteria that count by themselves; None where the sets pass otherwise."""
    past = {one.code: one for one in before.criteria} if before else {}
    criteria = tuple(_criterion(past.get(one.code), one, changed) for one in after.criteria)
    counted = [one for one in criteria if standing is not None and one.code in standing]
    trend, reason = _whole(before, after, None if standing is None else counted)
    return VillageCompared(after.village_id, trend, before, after, criteria, reason)


def _whole(
    before: VillageVerdict | None, after: VillageVerdict, counted: Sequence[Compared] | None
) -> tuple[Trend, str]:
    """A village is compared as a whole only where each of its criteria is, or tells as little."""
    if counted is None:
        return "set_changed", SET_CHANGED
    if before is None:
        return "not_comparable", NO_SUCH_VILLAGE
    if all(one.trend == "not_comparable" for one in counted):
        return "not_comparable", NOTHING_COMPARED
    unsure = [one.code for one in counted if one.trend == "not_comparable" and not _silent(one)]
    if unsure:
        return "not_comparable", f"{UNSURE}{', '.join(unsure)}."
    return _trend((before.passed, before.met), (after.passed, after.met)), ""


def _silent(one: Compared) -> bool:
    """Without a figure in both periods: it says nothing of either."""
    before = one.before.verdict if one.before else ""
    return before == one.after.verdict == "no_data"


def _criterion(
    before: CriterionResult | None, after: CriterionResult, changed: Mapping[str, str]
) -> Compared:
    if after.code in changed:
        return Compared(after.code, "set_changed", before, after, changed[after.code])
    why = _not_comparable(before, after)
    if before is None or why:
        return Compared(after.code, "not_comparable", before, after, why)
    return Compared(after.code, _trend(_standing(before), _standing(after)), before, after)


def _not_comparable(before: CriterionResult | None, after: CriterionResult) -> str:
    if before is None:
        return NOT_JUDGED
    if before.verdict == "no_data" or after.verdict == "no_data":
        return NO_FIGURES
    if before.threshold != after.threshold:
        return SET_CHANGED  # another group's threshold
    if before.base != after.base:
        return OTHER_BASE
    return ""


def _standing(one: CriterionResult) -> tuple[int, Fraction]:
    """The verdict first, then the exact number behind it."""
    number = Fraction(one.numerator or 0, one.denominator or 1)
    return _RANK.get(one.verdict, 0), number


def _trend(before: tuple[object, ...], after: tuple[object, ...]) -> Trend:
    if before == after:
        return "same"
    return "better" if after > before else "worse"
