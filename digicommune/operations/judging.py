"""Judges the villages of a period by a set: asked by operations, itself none; it keeps nothing."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from digicommune.domain.criteria import (
    CriteriaSet,
    Criterion,
    ManualAnswer,
    VillageVerdict,
)
from digicommune.domain.criteria_judging import Given, judge_village
from digicommune.domain.figures import Figure
from digicommune.domain.periods import Period
from digicommune.domain.proofs import Proof
from digicommune.domain.text import bare_code
from digicommune.domain.villages import Village
from digicommune.errors import UserError
from digicommune.operations.ledger import Ledger, figures_of, open_ledger

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.registers import Evaluation
    from digicommune.domain.village_changes import Succession

GROUP = "criteria_group"  # of a village's profile, and of the office's settings


# By village id and criterion code.
Answers = dict[tuple[int, str], ManualAnswer]
Proofs = dict[tuple[int, str], tuple[Proof, ...]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Villages × criteria of one set in one period."""

    criteria_set: CriteriaSet
    period: Period
    villages: tuple[Village, ...]
    verdicts: dict[int, VillageVerdict]  # by village id
    answers: Answers  # by village id and criterion code
    proofs: Proofs = field(default_factory=dict)  # those that were counted
    kept_at: str | None = None  # of a locked period: when what is shown was kept, UTC


def find_set(unit: Unit, code: str) -> CriteriaSet:
    """The set of a code however it is written: 35/2022, 35-2022; raises ``criteria_unknown``."""
    wanted = bare_code(code)
    known = unit.criteria.sets()
    for one in known:
        if bare_code(one.code) == wanted:
            return one
    codes = ", ".join(one.code for one in known)
    raise UserError(
        "criteria_unknown",
        f"Không có bộ tiêu chí mã “{code}”.",
        f"Dùng một trong các mã: {codes}.",
        asked=code,
        known=codes,
    )


def find_criterion(criteria_set: CriteriaSet, code: str) -> Criterion:
    """The criterion of a code in any case; raises ``criterion_unknown``."""
    wanted = code.strip().casefold()
    for one in criteria_set.criteria:
        if one.code.casefold() == wanted:
            return one
    known = ", ".join(one.code for one in criteria_set.criteria)
    raise UserError(
        "criterion_unknown",
        f"Bộ tiêu chí {criteria_set.code} không có tiêu chí “{code}”.",
        f"Dùng một trong các mã: {known}." if known else "Bộ này chưa nhập tiêu chí nào.",
        set=criteria_set.code,
        criterion=code,
        known=known,
    )


def judge_all(unit: Unit, criteria_set: CriteriaSet, period: Period) -> Matrix:
    """How every village of a period stands by a set; see ``judge_ledger``."""
    return judge_ledger(open_ledger(unit, period), criteria_set)


def judge_ledger(ledger: Ledger, criteria_set: CriteriaSet) -> Matrix:
    """How every village of the period stands by the set: of a locked period, as it was kept then.

    What a lock kept stands with the set as it was, whatever the set says now. A set that came
    after the lock, or a lock of a program that kept no judging, is judged on the locked figures.
    """
    unit, period, kept = ledger.unit, ledger.period, None
    if unit.periods.is_locked(period.code):
        kept = unit.criteria.latest(criteria_set.code, period.code, by_lock=True)
    return judge_now(ledger, criteria_set) if kept is None else _as_kept(ledger, kept)


def judge_now(ledger: Ledger, criteria_set: CriteriaSet) -> Matrix:
    """Judges every village by a ledger's figures and by what is answered and proven now."""
    answers, proofs = _answers(ledger, criteria_set), proofs_of(ledger, criteria_set)
    every = _given(ledger, criteria_set, answers, proofs)
    asked = with_units(ledger, criteria_set)
    return Matrix(
        criteria_set,
        ledger.period,
        ledger.villages,
        {number: judge_village(asked, number, given) for number, given in every.items()},
        answers,
        proofs,
    )


def with_units(ledger: Ledger, criteria_set: CriteriaSet) -> CriteriaSet:
    """The set with what its ratios count, where it does not say so: the indicator's own unit."""
    units = {one.code: one.unit for one in ledger.indicators}
    criteria = tuple(
        one
        if one.unit or one.kind != "ratio"
        else replace(one, unit=units.get(one.indicator or "", ""))
        for one in criteria_set.criteria
    )
    return replace(criteria_set, criteria=criteria)


def given_of(ledger: Ledger, found: Matrix) -> dict[int, Given]:
    """What every village of the period was judged on for a matrix, by village."""
    return _given(ledger, found.criteria_set, found.answers, found.proofs)


def _given(
    ledger: Ledger, criteria_set: CriteriaSet, answers: Answers, proofs: Proofs
) -> dict[int, Given]:
    figures = {
        one.code: figures_for(ledger, one) for one in criteria_set.criteria if one.kind == "ratio"
    }
    return {
        number: Given(
            _of_village(figures, number),
            {code: one for (where, code), one in answers.items() if where == number},
            group_of(ledger.unit, number),
            {
                code: tuple(one.proof_id for one in each)
                for (where, code), each in proofs.items()
                if where == number
            },
        )
        for number in (one.village_id for one in ledger.villages)
    }


def _answers(ledger: Ledger, criteria_set: CriteriaSet) -> Answers:
    found = ledger.unit.criteria.answers(criteria_set.code, ledger.period.code)
    return {(one.village_id, one.criterion): one for one in found}


def proofs_of(ledger: Ledger, criteria_set: CriteriaSet) -> Proofs:
    """The proofs that count in the period, by village of the period and criterion.

    A village that only took another name keeps its proofs; of a merged one, what was proven of a
    part is not proven of the whole.
    """
    found: dict[tuple[int, str], list[Proof]] = {}
    renamed = _renamed(ledger)
    for one in ledger.unit.proofs.of(criteria_set.code):
        where = one.place.village_id
        if where in renamed and one.counts_on(ledger.period.end):
            found.setdefault((renamed[where], one.place.criterion), []).append(one)
    return {key: tuple(each) for key, each in found.items()}


def _renamed(ledger: Ledger) -> dict[int, int]:
    changes = ledger.unit.villages.successions()
    return {
        was: now
        for was, now in ledger.places.items()
        if now is not None and now in all_names(changes, was)
    }


def all_names(changes: Iterable[Succession], village: int) -> Set[int]:
    """A village's numbers under all the names it has borne; no merger or split is followed."""
    beside: dict[int, set[int]] = {}
    for one in changes:
        if one.kind == "rename":
            beside.setdefault(one.from_id, set()).add(one.to_id)
            beside.setdefault(one.to_id, set()).add(one.from_id)
    found, fresh = {village}, {village}
    while fresh:
        fresh = {other for one in fresh for other in beside.get(one, ())} - found
        found |= fresh
    return found


def _as_kept(ledger: Ledger, kept: Evaluation) -> Matrix:
    unit = ledger.unit
    criteria_set = unit.criteria.definition(kept.set_sha) or find_set(unit, kept.set_code)
    held = {
        (each.village_id, one.code): one.proofs
        for each in kept.verdicts
        for one in each.criteria
        if one.proofs
    }
    known = unit.proofs.by_number({number for each in held.values() for number in each})
    proofs = {
        place: tuple(known[number] for number in each if number in known)
        for place, each in held.items()
    }
    return Matrix(
        criteria_set,
        ledger.period,
        ledger.villages,
        {one.village_id: one for one in kept.verdicts},
        _answers(ledger, criteria_set),
        proofs,
        kept_at=kept.locked_at,
    )


def group_of(unit: Unit, village: int) -> str:
    """The group whose thresholds a village has: its own where one is noted, else the commune's."""
    return unit.villages.profile(village).get(GROUP, "") or unit.office.setting(GROUP) or ""


def _of_village(figures: dict[str, dict[int, Figure]], village: int) -> dict[str, Figure]:
    return {code: each[village] for code, each in figures.items() if village in each}


def figures_for(ledger: Ledger, criterion: Criterion) -> dict[int, Figure]:
    """The figures a ratio criterion is judged on, by village.

    Counted on the base the rule names where that base is known; a typed figure, or a village
    without that base, is judged on the indicator's own base, and the result says so.
    """
    indicator = next(
        (one for one in ledger.indicators if one.code == criterion.indicator),
        None,
    )
    if indicator is None:
        return {}
    usual = figures_of(ledger, indicator).villages
    if not criterion.base or all(one.base == criterion.base for one in usual.values()):
        return usual
    asked = figures_of(ledger, indicator, criterion.base).villages
    return {
        village: _on_base(ledger, criterion.base, asked.get(village), figure)
        for village, figure in usual.items()
    }


def _on_base(ledger: Ledger, base: str, asked: Figure | None, usual: Figure) -> Figure:
    if usual.base == base:
        return usual
    if asked is not None and asked.source == "registers" and asked.complete:
        return asked
    names = [
        ledger.bases[code].name if code in ledger.bases else code for code in (usual.base, base)
    ]
    return replace(usual, note=f"Tính trên {names[0]}; tiêu chí tính trên {names[1]}.")
