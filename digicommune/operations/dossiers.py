"""Keeps the dossiers of villages on their way to recognition, step by step; it prints none.

What is not known yet stays blank and is told; what cannot be true (votes that do not add up, days
out of order) is refused with the field it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from digicommune.domain.dossier import (
    STEP_NAMES,
    STEPS,
    Dossier,
    DossierKey,
    DossierState,
    Kept,
    Step,
    code_of,
    state_of,
)
from digicommune.domain.dossier_checks import Checklist, Missing, StepCheck, checklist
from digicommune.domain.periods import parse_period
from digicommune.domain.recognition import Recognition
from digicommune.domain.text import clean
from digicommune.errors import UserError
from digicommune.operations.dossier_keeping import keep_step, recognition_of, refuse_faults
from digicommune.operations.judging import Matrix, find_set, judge_all
from digicommune.operations.recognising import authorities, pack_of
from digicommune.operations.signer_choice import signers_of
from digicommune.packs.recognition import Authority
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet, VillageVerdict
    from digicommune.domain.periods import Period
    from digicommune.domain.signers import OfficeSigner
    from digicommune.domain.villages import Village

__all__ = [
    "STEPS",
    "STEP_NAMES",
    "Authority",
    "Checklist",
    "Dossier",
    "DossierKey",
    "DossierLine",
    "DossierList",
    "DossierView",
    "Kept",
    "Missing",
    "Step",
    "StepCheck",
    "code_of",
    "find_key",
    "listed",
    "load",
    "save",
]

LONGEST_LINE, LONGEST_TEXT = 500, 20_000


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A village in the list of dossiers."""

    village: Village
    state: DossierState
    met: int
    of: int
    passed: bool
    checks: Checklist


@dataclass(frozen=True, slots=True)
class DossierList:
    """The dossiers of all villages of a period by a set."""

    criteria_set: CriteriaSet
    period: Period
    lines: tuple[DossierLine, ...]


@dataclass(frozen=True, slots=True)
class DossierView:
    """A dossier with everything its forms show beside it."""

    dossier: Dossier
    village: Village
    criteria_set: CriteriaSet
    period: Period
    verdict: VillageVerdict | None
    checks: Checklist
    population: dict[str, int]  # by code: "so_ho", "nhan_khau", …
    authorities: tuple[Authority, ...]  # who may recognise, the usual one first
    recognition: Recognition | None  # its line in the register, once it is recognised
    recheck_months: int
    signers: tuple[OfficeSigner, ...]

    @property
    def state(self) -> DossierState:
        """How far it has come."""
        return state_of(self.dossier)


def find_key(store: Store, set_code: str, period: str, village: str) -> DossierKey:
    """The dossier's key from codes and a name as people write them.

    Raises ``criteria_unknown``, ``period_unknown``, ``village_unknown``.
    """
    with store.glance() as unit:
        known = find_set(unit, set_code)
        found = unit.villages.find(village)
        if found is None:
            names = ", ".join(one.name for one in unit.villages.all()) or "chưa có thôn nào"
            raise UserError(
                "village_unknown",
                f"Không có thôn “{village}”.",
                f"Dùng một trong các thôn: {names}.",
                village=village,
                known=names,
            )
        return DossierKey(known.code, parse_period(period).code, found.village_id)


def listed(store: Store, set_code: str, period_code: str) -> DossierList:
    """Every village of the period with its state, its criteria and what it lacks."""
    period = parse_period(period_code)
    with store.glance() as unit:
        found = judge_all(unit, find_set(unit, set_code), period)
        code = found.criteria_set.code
        kept = unit.dossiers.all(code, period.code)
    lines = tuple(_listed(found, one, kept.get(one.village_id)) for one in found.villages)
    return DossierList(found.criteria_set, period, lines)


def _listed(found: Matrix, village: Village, kept: Dossier | None) -> DossierLine:
    key = DossierKey(found.criteria_set.code, found.period.code, village.village_id)
    dossier = kept or Dossier(key)
    verdict = found.verdicts.get(village.village_id)
    return DossierLine(
        village,
        state_of(dossier),
        verdict.met if verdict else 0,
        verdict.of if verdict else len(found.criteria_set.standing),
        verdict is not None and verdict.passed,
        checklist(dossier, found.criteria_set, verdict),
    )


def load(store: Store, key: DossierKey) -> DossierView:
    """One dossier; blank where nobody has entered anything. Raises ``village_gone``."""
    period = parse_period(key.period)
    with store.glance() as unit:
        found = judge_all(unit, find_set(unit, key.set_code), period)
        key = replace(key, set_code=found.criteria_set.code, period=period.code)
        dossier = unit.dossiers.get(key)
        village = _village(unit, key)
        verdict = found.verdicts.get(key.village_id)
        return DossierView(
            dossier=dossier,
            village=village,
            criteria_set=found.criteria_set,
            period=period,
            verdict=verdict,
            checks=checklist(dossier, found.criteria_set, verdict),
            population=dict(unit.villages.population(period.end).get(key.village_id, {})),
            authorities=authorities(unit, dossier.decision.dated or today()),
            recognition=recognition_of(unit, key),
            recheck_months=pack_of(unit).recheck_months,
            signers=signers_of(unit),
        )


def _village(unit: Unit, key: DossierKey) -> Village:
    found = next((one for one in unit.villages.all() if one.village_id == key.village_id), None)
    if found is None:
        raise UserError(
            "village_gone",
            "Thôn này không còn trong danh sách.",
            "Tải lại danh sách thôn rồi chọn lại.",
        )
    return found


def save(store: Store, key: DossierKey, step: Step, version: int) -> Kept:
    """Keeps one step of a dossier; ``version`` is the one that was read, 0 for a new one.

    A decision with number and day goes into the register of recognitions at once. Raises
    ``UserError`` ``dossier_sum``, ``dossier_more``, ``dossier_order``, ``dossier_twice``,
    ``dossier_negative`` with the ``field`` it stands in, ``dossier_decided`` where a decision of
    the register would be blanked, ``changed_meanwhile``, ``village_gone``.
    """
    tidy = _tidied(step)
    refuse_faults(tidy)
    period = parse_period(key.period)
    with store.unit() as unit:
        known = find_set(unit, key.set_code)
        here = DossierKey(known.code, period.code, _village(unit, key).village_id)
        return keep_step(unit, here, tidy, version)


# --- tidying what was typed ---


def _tidied(step: Step) -> Step:
    """Single spaces in names, no empty lines; a line without a name is dropped."""
    values = {one.name: _tidy(getattr(step, one.name)) for one in fields(step)}
    return replace(step, **values)


def _tidy(value: Any) -> Any:
    if isinstance(value, str):
        lines = (clean(one) for one in value[:LONGEST_TEXT].splitlines())
        return "\n".join(one for one in lines if one)
    if isinstance(value, tuple):
        return tuple(one for one in map(_tidy_item, value) if one)
    return value


def _tidy_item(item: Any) -> Any:
    if isinstance(item, str):
        return clean(item)[:LONGEST_LINE]
    tidy = replace(
        item,
        **{
            one.name: clean(getattr(item, one.name))[:LONGEST_TEXT]
            for one in fields(item)
            if isinstance(getattr(item, one.name), str)
        },
    )
    first = getattr(tidy, fields(tidy)[0].name)
    return tidy if first or _counts(tidy) else None


def _counts(item: Any) -> bool:
    """Whether a line has any number, though it has no name."""
    return any(isinstance(getattr(item, one.name), int) for one in fields(item))
