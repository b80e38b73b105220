"""Freezes a campaign into the snapshot its papers are printed from: asked by operations."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from digicommune.domain.campaign_snapshot import CampaignSnapshot, VillageNeed
from digicommune.operations.campaign_counting import HELD_ACCOUNT, view_of
from digicommune.operations.campaign_finding import campaign_of
from digicommune.operations.freezing import letter_for
from digicommune.operations.ledger import figure_sheet
from digicommune.operations.signer_choice import signer_for
from digicommune.packs.packs import shipped_office
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.campaigns import Campaign
    from digicommune.domain.figures import Figure
    from digicommune.domain.periods import Period

WITH_CODE = "HKDQR"  # the indicator of shops accepting by QR


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """What to print of which campaign; ``number`` and ``dated`` left out stay blank."""

    kind: str
    code: str
    period: str
    number: str | None = None
    dated: date | None = None
    signer: str = "chairman"
    sections: dict[str, str] = field(default_factory=dict)


def paper_of(request: PaperRequest) -> str:
    """Under which name the typed sections of a campaign's paper are kept: "bao-cao…/TK-2026"."""
    return f"{request.kind}/{request.code}"


def with_kept(unit: Unit, request: PaperRequest, period: Period) -> PaperRequest:
    """The request with what is kept of its sections; what it says itself stands before that."""
    kept = unit.sections.of(paper_of(request), period.code)
    texts = {name: one.text for name, one in kept.items()}
    return replace(request, sections={**texts, **request.sections})


def freeze(unit: Unit, period: Period, request: PaperRequest) -> CampaignSnapshot:
    """The campaign up to the end of the period; raises ``campaign_unknown``, ``signer_unknown``."""
    campaign = campaign_of(unit, request.code)
    commune, pack = unit.office.commune(), shipped_office()
    letter = letter_for(unit, pack, request.kind)
    needs, base = _needs(unit, period)
    return CampaignSnapshot(
        kind=request.kind,
        commune_name=commune.name,
        commune_kind=commune.kind,
        province=commune.province,
        period_code=period.code,
        period_title=period.title,
        period_end=period.end,
        as_of=min(period.end, today()),
        view=view_of(unit, campaign, period),
        needs=needs,
        base_name=base,
        signer=signer_for(unit, request.signer),
        number=request.number,
        dated=request.dated,
        addressees=letter.addressees,
        recipients=letter.recipients,
        open_rows=_open_rows(unit, campaign),
        locked=unit.periods.is_locked(period.code),
        sections=dict(request.sections),
    )


def _open_rows(unit: Unit, campaign: Campaign) -> int:
    return sum(
        one.doubtful + one.rejected
        for one in unit.imports.all()
        if one.campaign_id == campaign.campaign_id and one.state == "active"
    )


def _needs(unit: Unit, period: Period) -> tuple[tuple[VillageNeed, ...], str]:
    """What the villages start from, and the name of the base."""
    sheet = figure_sheet(unit, period)
    people, shops = sheet.of(HELD_ACCOUNT), sheet.of(WITH_CODE)
    none: dict[int, Figure | None] = {}
    held = people.villages if people else none
    codes = shops.villages if shops else none
    needs = tuple(
        VillageNeed(
            one.village_id,
            one.name,
            *_pair(held.get(one.village_id)),
            *_pair(codes.get(one.village_id)),
        )
        for one in sheet.villages
    )
    return needs, people.base_name if people else ""


def _pair(figure: Figure | None) -> tuple[int | None, int | None]:
    """The base and who has it already."""
    return (None, None) if figure is None else (figure.denominator, figure.numerator)
