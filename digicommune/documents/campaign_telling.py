"""A campaign's snapshot with the words it is told in; every campaign paper starts here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.documents.description import (
    DocumentNumber,
    Paragraph,
    SignatureBlock,
    paragraph,
)
from digicommune.documents.figure_words import day
from digicommune.documents.phrases import annex_reference, date_phrase
from digicommune.documents.report_parts import Section, lines_typed
from digicommune.documents.telling import agency_of, commune_of, signed_by

if TYPE_CHECKING:
    from digicommune.documents.campaign_wording import CampaignWords
    from digicommune.documents.description import Block
    from digicommune.domain.campaign_snapshot import CampaignSnapshot


@dataclass(frozen=True, slots=True)
class CampaignTelling:
    """Names and phrases of one paper; ``symbol`` and ``named`` are of its kind."""

    snapshot: CampaignSnapshot
    words: CampaignWords
    symbol: str
    named: str

    @property
    def agency(self) -> str:
        """ "Ủy ban nhân dân xã Hoằng Châu"."""
        return agency_of(self.snapshot.commune_kind, self.snapshot.commune_name)

    @property
    def places(self) -> dict[str, str]:
        """What every sentence may fill in."""
        campaign, view = self.snapshot.view.campaign, self.snapshot.view
        return {
            "agency": self.agency,
            "commune": commune_of(self.snapshot.commune_kind, self.snapshot.commune_name),
            "kind": self.snapshot.commune_kind,
            "name": campaign.name,
            "code": campaign.code,
            "banks": ", ".join(view.bank(one) for one in campaign.banks) or "các ngân hàng",
            "start": day(campaign.start),
            "last": day(campaign.end),
            "end": day(self.snapshot.as_of),
            "period": self.snapshot.period_title,
            "base": self.snapshot.base_name,
        }

    @property
    def number(self) -> DocumentNumber:
        """The number as frozen, blank where the clerk gives it later."""
        return DocumentNumber(self.symbol, self.snapshot.number)

    @property
    def reference(self) -> str:
        """The "(Kèm theo …)" line of the annexes."""
        when = date_phrase(self.snapshot.dated, self.snapshot.period_end.year)
        return annex_reference(self.named, self.number, when, self.agency)

    @property
    def signature(self) -> SignatureBlock:
        """Who signs."""
        return signed_by(self.snapshot.signer)

    def say(self, sentence: str, **more: object) -> Paragraph:
        """A paragraph with its places filled."""
        return paragraph(self.fill(sentence, **more))

    def fill(self, sentence: str, **more: object) -> str:
        """A sentence with its places filled; braces within the words stay what they are."""
        return sentence.format_map({**self.places, **more})

    @property
    def section_titles(self) -> dict[str, str]:
        """What the sections are called where an officer chooses one."""
        return self.words.section_titles

    def typed(self, section: str) -> tuple[str, ...]:
        """What an officer typed into a section, an item a line; empty where it is as generated."""
        return lines_typed(self.snapshot.sections, section)

    def section(self, code: str, *told: Block, heading: str = "") -> Section:
        """A section with figures in it: what was typed over them is not offered again."""
        return Section(code, self.section_titles[code], told, heading)

    def plain(self, code: str, *told: Block) -> Section:
        """A section of words alone."""
        return Section(code, self.section_titles[code], told, words=True)
