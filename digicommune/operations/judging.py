"""Judges the villages of a period by a set: asked by operations, itself none; it keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
from digicommune.domain.text import bare_code
from digicommune.domain.villages import Village
from digicommune.errors import UserError
from digicommune.operations.ledger import Ledger, figures_of, open_ledger

if TYPE_CHECKING:
    from digicommune.db.unit import Unit

GROUP = "criteria_group"  # of a village's profile, and of the office's settings


@dataclass(frozen=True, slots=True)
class Matrix:
    """Villages × criteria of one set in one period."""

    criteria_set: CriteriaSet
    period: Period
    villages: tuple[Village, ...]
    verdicts: dict[int, VillageVerdict]  # by village id
    answers: dict[tuple[int, str], ManualAnswer]  # by village id and criterion code


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


def judge_all(unit: Unit, criteria_set: CriteriaSet, period: Period) -> Matrix:
    """Judges every village of the period by the set."""
    ledger = open_ledger(unit, period)
    given = {
        (one.village_id, one.criterion): one
        for one in unit.criteria.answers(criteria_set.code, period.code)
    }
    figures = {
        one.code: figures_for(ledger, one) for one in criteria_set.criteria if one.kind == "ratio"
    }
    verdicts = {
        village.village_id: judge_village(
            criteria_set,
            village.village_id,
            Given(
                _of_village(figures, village.village_id),
                {code: one for (where, code), one in given.items() if where == village.village_id},
                group_of(unit, village.village_id),
            ),
        )
        for village in ledger.villages
    }
    return Matrix(criteria_set, period, ledger.villages, verdicts, given)


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
