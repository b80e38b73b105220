"""The kinds of campaign papers that are kept, and who composes each; it prints nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents import campaign_letter, campaign_plan, campaign_report
from digicommune.documents.campaign_wording import shipped_words
from digicommune.domain.campaign_snapshot import campaign_from_json

if TYPE_CHECKING:
    from digicommune.documents.description import Document
    from digicommune.documents.report_parts import Section
    from digicommune.domain.campaign_snapshot import CampaignSnapshot

LETTER, PLAN, REPORT = campaign_letter.KIND, campaign_plan.KIND, campaign_report.KIND
_SECTIONS = {PLAN: campaign_plan.sections, REPORT: campaign_report.sections}
COMPOSERS = {PLAN: campaign_plan.compose, REPORT: campaign_report.compose}


def compose(snapshot: CampaignSnapshot) -> Document:
    """The paper of a snapshot."""
    return COMPOSERS[snapshot.kind](snapshot, shipped_words())


def sections_of(snapshot: CampaignSnapshot) -> tuple[Section, ...]:
    """The sections of the paper an officer may write, as generated."""
    return _SECTIONS[snapshot.kind](snapshot, shipped_words())


def compose_kept(frozen: bytes) -> Document:
    """The paper of a snapshot as it was kept."""
    return compose(campaign_from_json(frozen))
