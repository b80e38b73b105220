"""Which villages stand recognised, and which of them fail their set: asked by operations.

It takes an open unit, writes nothing and recognises nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.criteria_judging import passes
from digicommune.domain.criteria_words import clauses
from digicommune.domain.recognition import (
    RecognisedSum,
    Recognition,
    RecognitionLine,
    RegisterView,
    Risk,
    standing_villages,
    with_state,
)
from digicommune.domain.village_changes import places
from digicommune.operations.judging import judge_all
from digicommune.packs.recognition import Authority, RecognitionPack, shipped_recognition

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet, VillageVerdict
    from digicommune.domain.periods import Period
    from digicommune.operations.judging import Matrix

SETTING = "recognition"  # the office's own pack of authorities, JSON, with the day it holds from


def pack_of(unit: Unit, day: date | None = None) -> RecognitionPack:
    """Who recognises, as the office set it on a day, else as the program ships it."""
    own = unit.office.setting(SETTING, day)
    return msgspec.json.decode(own, type=RecognitionPack) if own else shipped_recognition()


def authorities(unit: Unit, day: date) -> tuple[Authority, ...]:
    """The bodies to choose from on a day with the commune's names, the usual one first."""
    pack, commune = pack_of(unit, day), unit.office.commune()
    usual = pack.usual(day)
    rest = [one for one in pack.authority if one is not usual]
    return tuple(one.of(commune) for one in (usual, *rest))


def register_of(unit: Unit, period: Period, day: date) -> RegisterView:
    """The register as it stands on a day, with the risks of a period."""
    every = unit.recognitions.all()
    names = {one.village_id: one.name for one in unit.villages.all()}
    judged = _judged(unit, period, every)
    lines = tuple(_line(judged, one, names.get(one.village_id, ""), day) for one in every)
    return RegisterView(lines, period, _counted(unit, period, (every, judged)))


def counted(unit: Unit, period: Period) -> RecognisedSum | None:
    """How many villages stand recognised at a period's end; None of an office without a register.

    A village counts by a decision dated up to that day, neither revoked nor expired on it.
    """
    every = unit.recognitions.all()
    if not every:
        return None
    return _counted(unit, period, (every, _judged(unit, period, every)))


@dataclass(frozen=True, slots=True)
class _Judged:
    """What the sets villages were recognised by say of a period."""

    places: Mapping[int, int | None]
    matrices: Mapping[str, Matrix]
    digests: Mapping[str, str]

    def of(self, one: Recognition) -> tuple[CriteriaSet, VillageVerdict] | None:
        """The verdict of a recognition's village; None where it cannot be judged."""
        place, matrix = self.places.get(one.village_id), self.matrices.get(one.set_code)
        if place is None or matrix is None:
            return None
        verdict = matrix.verdicts.get(place)
        return None if verdict is None else (matrix.criteria_set, verdict)


def _judged(unit: Unit, period: Period, every: tuple[Recognition, ...]) -> _Judged:
    villages, changes = unit.villages.all(), unit.villages.successions()
    asked = {one.set_code for one in every}
    known = [one for one in unit.criteria.sets() if one.code in asked]
    return _Judged(
        places(villages, changes, period.end),
        {one.code: judge_all(unit, one, period) for one in known},
        unit.criteria.digests(),
    )


def _line(judged: _Judged, one: Recognition, village: str, day: date) -> RecognitionLine:
    state = one.state_on(day)
    line = RecognitionLine(one, village, judged.places.get(one.village_id), state)
    return with_state(line, _risk(judged, one), unjudged=_unjudged(judged, one))


def _risk(judged: _Judged, one: Recognition) -> Risk | None:
    """Whether what is known suffices to say that the village fails; figures not there yet do not.

    At the beginning of a year nothing is entered: that is no danger, it is unjudged.
    """
    found = judged.of(one)
    if found is None:
        return None
    criteria_set, verdict = found
    hoped = {each.code for each in verdict.criteria if each.verdict in {"met", "no_data"}}
    if verdict.passed or not criteria_set.standing or passes(criteria_set, hoped):
        return None
    changed = bool(one.set_sha) and judged.digests.get(one.set_code) != one.set_sha
    return Risk(_failing(criteria_set, verdict), verdict.met, verdict.of, changed)


def _failing(criteria_set: CriteriaSet, verdict: VillageVerdict) -> tuple[str, ...]:
    """The clauses it fails by; an optional criterion only where the set counts those too."""
    counting = criteria_set.passing.kind != "all_mandatory"
    weighs = {one.code for one in criteria_set.criteria if one.mandatory or counting}
    known = tuple(
        each for each in verdict.criteria if each.verdict != "no_data" and each.code in weighs
    )
    return clauses(criteria_set, replace(verdict, criteria=known))


def _unjudged(judged: _Judged, one: Recognition) -> bool:
    found = judged.of(one)
    return found is None or (not found[1].passed and _risk(judged, one) is None)


def _counted(
    unit: Unit, period: Period, known: tuple[tuple[Recognition, ...], _Judged]
) -> RecognisedSum:
    every, judged = known
    standing = [one for one in every if one.stands_on(period.end)]
    villages = [one.village_id for one in unit.villages.all(period.end)]
    changes = unit.villages.successions()
    found = standing_villages(villages, changes, (one.village_id for one in standing))
    risks: dict[int, Risk] = {}
    for one in standing:
        place, risk = judged.places.get(one.village_id), _risk(judged, one)
        if risk is not None and place in found and place is not None:
            risks[place] = risk
    names = {one.village_id: one.name for one in unit.villages.all()}
    lost = [names[one.village_id] for one in standing if judged.places.get(one.village_id) is None]
    return RecognisedSum(found, len(villages), risks, tuple(dict.fromkeys(lost)))
