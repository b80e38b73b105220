"""What the pages about campaigns ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.campaign_views import CampaignView
    from digicommune.domain.campaigns import Campaign, Told
    from digicommune.domain.figures import TraceRow
    from digicommune.domain.villages import VillageLine
    from digicommune.operations.campaigns import CampaignLine, WhoRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignCalls:
    """Campaigns, bound to one office."""

    lines: Callable[[], tuple[CampaignLine, ...]]
    save: Callable[[Campaign], Campaign]
    banks: Callable[[], dict[str, str]]
    villages: Callable[[], tuple[VillageLine, ...]]
    view: Callable[[str, str | None], CampaignView]
    who: Callable[[WhoRequest], tuple[TraceRow, ...]]
    tell: Callable[[str, Told], None]
