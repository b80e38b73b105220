"""Bank account-opening campaigns: what was planned and what the imports brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.errors import UserError

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.domain.campaigns import Campaign, CampaignResult


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign with its result so far."""

    campaign: Campaign
    result: CampaignResult


def lines(store: Store) -> tuple[CampaignLine, ...]:
    """All campaigns, newest first, with what they brought."""
    with store.glance() as unit:
        found = [
            CampaignLine(one, unit.campaigns.result(one.campaign_id))
            for one in unit.campaigns.all()
        ]
    return tuple(sorted(found, key=lambda one: one.campaign.start, reverse=True))


def save(store: Store, campaign: Campaign) -> Campaign:
    """Keeps a campaign with its banks, targets and sessions."""
    if campaign.end < campaign.start:
        raise UserError(
            "campaign_dates",
            f"Chiến dịch {campaign.code}: ngày kết thúc trước ngày bắt đầu.",
            "Sửa lại hai ngày.",
            campaign=campaign.code,
        )
    with store.unit() as unit:
        saved = unit.campaigns.save(campaign)
        subject = f"campaign:{saved.campaign_id}"
        unit.journal.note("campaign", subject, before=None, after={"code": saved.code})
    return saved
