"""Everything a campaign's paper prints, frozen as the report's snapshot is; it asks nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import msgspec

from digicommune.domain.campaign_views import CampaignView
from digicommune.domain.snapshot import SnapshotSigner

CAMPAIGN_FORMAT = 1


@dataclass(frozen=True, slots=True)
class VillageNeed:
    """What a village starts from: people of the base with an account, shops with a code."""

    village_id: int
    name: str
    people: int | None = None
    having: int | None = None
    shops: int | None = None
    with_code: int | None = None


@dataclass(frozen=True, slots=True)
class CampaignSnapshot:
    """A campaign's paper; ``number`` or ``dated`` None leaves its blank."""

    kind: str
    commune_name: str
    commune_kind: str
    province: str
    period_code: str
    period_title: str
    period_end: date
    as_of: date  # the period's end, or the day of printing where that comes first
    view: CampaignView
    needs: tuple[VillageNeed, ...]
    base_name: str
    signer: SnapshotSigner
    number: str | None = None
    dated: date | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    open_rows: int = 0  # of the campaign's lists: not decided on or wrong, not counted
    locked: bool = False  # the commune's figures are those of the lock, the campaign's are not
    sections: dict[str, str] = field(default_factory=dict)
    format: int = CAMPAIGN_FORMAT


def campaign_json(snapshot: CampaignSnapshot) -> bytes:
    """The snapshot as bytes that are the same for the same content."""
    return msgspec.json.encode(snapshot)


def campaign_from_json(data: bytes) -> CampaignSnapshot:
    """Reads a kept snapshot back; raises ``msgspec.ValidationError`` on one that is not whole."""
    return msgspec.json.decode(data, type=CampaignSnapshot)
