"""A campaign's people and targets in the villages of a day: asked by operations, itself none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digicommune.domain.campaigns import Target
from digicommune.domain.village_changes import places
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from digicommune.db.unit import Unit
    from digicommune.domain.campaign_shares import Opening
    from digicommune.domain.campaigns import Campaign


def places_on(unit: Unit, day: date) -> Mapping[int, int | None]:
    """Village of the registers -> the one it is in on a day."""
    return places(unit.villages.all(), unit.villages.successions(), day)


def openings_of(unit: Unit, campaign: Campaign, until: date | None) -> tuple[Opening, ...]:
    """The campaign's accounts, each person in the village of the day looked at."""
    where = places_on(unit, until or today())
    found = unit.campaign_results.openings(campaign.campaign_id, until)
    return tuple(one._replace(village_id=where.get(one.village_id) or 0) for one in found)


def moved(counts: Mapping[int, int], where: Mapping[int, int | None]) -> dict[int, int]:
    """Counts by village of the registers as counts by village of the day."""
    found: Counter[int] = Counter()
    for number, count in counts.items():
        found[where.get(number) or 0] += count
    return dict(found)


def targets_in(campaign: Campaign, where: Mapping[int, int | None]) -> dict[int, Target]:
    """Village of the day -> its target; villages that became one have theirs added up."""
    found: dict[int, Target] = {}
    for one in campaign.targets:
        place = where.get(one.village_id) or 0
        before = found.get(place, Target(place))
        accounts, codes = before.accounts, before.qr_codes
        found[place] = Target(place, _plus(accounts, one.accounts), _plus(codes, one.qr_codes))
    return found


def _plus(one: int | None, other: int | None) -> int | None:
    return other if one is None else one + (other or 0)
