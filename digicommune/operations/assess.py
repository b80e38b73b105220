"""Judges villages by a criteria set and keeps the commune's own answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet, ManualAnswer, VillageVerdict
    from digicommune.domain.periods import Period
    from digicommune.domain.villages import Village


@dataclass(frozen=True, slots=True)
class Matrix:
    """Villages × criteria of one set in one period."""

    criteria_set: CriteriaSet
    period: Period
    villages: tuple[Village, ...]
    verdicts: dict[int, VillageVerdict]  # by village id
    answers: dict[tuple[int, str], ManualAnswer]  # by village id and criterion code
