"""What the pages about campaigns ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.campaign_views import CampaignView
    from digicommune.domain.campaigns import Campaign, LetterBatch, Told
    from digicommune.domain.figures import TraceRow
    from digicommune.domain.progress import Progress
    from digicommune.domain.report_sections import SectionOffer, SectionText
    from digicommune.domain.villages import VillageLine
    from digicommune.operations.campaign_letters import BatchRequest, PrintRequest
    from digicommune.operations.campaign_papers import PaperRequest
    from digicommune.operations.campaigns import CampaignLine, WhoRequest
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.pages.signer_calls import Signers


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignCalls:
    """Campaigns, bound to one office."""

    lines: Callable[[], tuple[CampaignLine, ...]]
    save: Callable[[Campaign], Campaign]
    banks: Callable[[], dict[str, str]]
    villages: Callable[[], tuple[VillageLine, ...]]
    view: Callable[[str, str | None], CampaignView]
    who: Callable[[WhoRequest], tuple[TraceRow, ...]]
    refused: Callable[[str, str | None], tuple[TraceRow, ...]]
    tell: Callable[[str, Told], None]
    paper: Callable[[PaperRequest, Progress], MadeDocument]
    offered: Callable[[PaperRequest, Progress], tuple[SectionOffer, ...]]
    save_section: Callable[[SectionText], SectionText | None]
    message: Callable[[str, str | None], str]
    bank_file: Callable[[str, str, Path], int]
    batches: Callable[[str], tuple[LetterBatch, ...]]
    write_letters: Callable[[BatchRequest], LetterBatch]
    print_letters: Callable[[PrintRequest, Progress], MadeDocument]
    printed: Callable[[int, int], LetterBatch]
    signers: Callable[[], Signers]
    write: Callable[[MadeDocument, Path, Progress], None]
