"""Bank account-opening campaigns: what was planned and what the imports brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.campaigns import Campaign, CampaignResult


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign with its result so far."""

    campaign: Campaign
    result: CampaignResult
