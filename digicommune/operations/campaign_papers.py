"""Makes a campaign's report and plan from a frozen snapshot, and its text for a chat group."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from digicommune.documents import campaign_message, campaign_wording
from digicommune.documents.campaign_kinds import LETTER, PLAN, REPORT, compose
from digicommune.documents.pdf import render_pdf
from digicommune.domain.campaign_snapshot import CampaignSnapshot, VillageNeed, campaign_json
from digicommune.domain.periods import parse_period
from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.registers import DocumentRecord
from digicommune.errors import UserError
from digicommune.operations.campaign_counting import HELD_ACCOUNT, view_of
from digicommune.operations.campaign_finding import campaign_of
from digicommune.operations.freezing import letter_for
from digicommune.operations.ledger import figure_sheet
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.operations.signer_choice import signer_for
from digicommune.packs.packs import shipped_office
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.campaigns import Campaign
    from digicommune.domain.figures import Figure
    from digicommune.domain.periods import Period

KINDS = (REPORT, PLAN)
WITH_CODE = "HKDQR"  # the indicator of shops accepting by QR

__all__ = ["KINDS", "LETTER", "PLAN", "REPORT", "PaperRequest", "make", "message", "titles"]


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


def titles() -> tuple[tuple[str, str], ...]:
    """The papers of a campaign: code and title."""
    words = campaign_wording.shipped_words()
    return (
        (REPORT, words.report.title),
        (PLAN, words.plan.title),
        (LETTER, words.letter.title),
    )


def make(store: Store, request: PaperRequest, progress: Progress = no_progress) -> MadeDocument:
    """Freezes the campaign up to the end of the period, prints it and keeps the snapshot.

    Raises ``UserError`` ``campaign_unknown``, ``campaign_paper_unknown``, ``signer_unknown``.
    """
    known = dict(titles())
    if request.kind not in KINDS:
        raise UserError(
            "campaign_paper_unknown",
            f"Chiến dịch không có loại giấy tờ “{request.kind}”.",
            f"Chọn một trong các loại: {', '.join(KINDS)}.",
            kind=request.kind,
        )
    period = parse_period(request.period)
    progress(0, 100, "Chốt số liệu")
    with store.glance() as unit:
        snapshot = _frozen(unit, campaign_of(unit, request.code), period, request)
    progress(20, 100, "Dàn trang")
    described = compose(snapshot)
    pdf = render_pdf(described, progress)
    title = f"{known[request.kind]} {request.code} {period.title}"
    document_id = _keep(store, snapshot, title, pdf)
    return MadeDocument(document_id, title, file_name(title), pdf, described)


def _keep(store: Store, snapshot: CampaignSnapshot, title: str, pdf: bytes) -> int:
    frozen = campaign_json(snapshot)
    record = DocumentRecord(
        document_id=0,
        kind=snapshot.kind,
        period=snapshot.period_code,
        title=title,
        snapshot=frozen,
        snapshot_sha256=hashlib.sha256(frozen).hexdigest(),
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        number=snapshot.number,
        dated=snapshot.dated,
    )
    with store.unit() as unit:
        number = unit.documents.add(record)
        told = {"kind": snapshot.kind, "campaign": snapshot.view.campaign.code}
        unit.journal.note("print", f"document:{number}", after=told)
    return number


def _frozen(
    unit: Unit, campaign: Campaign, period: Period, request: PaperRequest
) -> CampaignSnapshot:
    commune, pack = unit.office.commune(), shipped_office()
    letter = letter_for(pack, request.kind, commune)
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


def message(store: Store, code: str, period: str | None = None) -> str:
    """The result in a few plain lines to be pasted into a chat group."""
    with store.glance() as unit:
        view = view_of(unit, campaign_of(unit, code), parse_period(period) if period else None)
        commune = unit.office.commune()
    words = campaign_wording.shipped_words().message
    return campaign_message.compose(view, commune, today(), words)
