"""How old a proof may be in an office: asked by operations, itself none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.packs.packs import shipped_office

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet

MONTHS = "proof_months"  # the office's own setting of how old a proof may be


def months_allowed(unit: Unit, criteria_set: CriteriaSet) -> int:
    """How many months a proof stands unlooked at: of the set, the office, or the shipped pack."""
    if criteria_set.proof_months is not None:
        return criteria_set.proof_months
    own = unit.office.setting(MONTHS)
    return int(own) if own and own.isdecimal() else shipped_office().proof_months
