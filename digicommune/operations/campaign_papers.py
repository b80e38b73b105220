"""Makes a campaign's report and plan from a frozen snapshot, and its text for a chat group."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from digicommune.documents import campaign_message, campaign_wording
from digicommune.documents.campaign_kinds import LETTER, PLAN, REPORT, compose, sections_of
from digicommune.documents.pdf import render_pdf
from digicommune.domain.campaign_snapshot import CampaignSnapshot, campaign_json
from digicommune.domain.periods import parse_period
from digicommune.domain.progress import PRINTING, SCALE, Progress, no_progress, stage
from digicommune.domain.registers import DocumentRecord
from digicommune.errors import UserError
from digicommune.operations.campaign_counting import view_of
from digicommune.operations.campaign_finding import campaign_of
from digicommune.operations.campaign_freezing import PaperRequest, freeze, paper_of, with_kept
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.operations.typed_sections import remarks_on
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store

KINDS = (REPORT, PLAN)
WITH_CODE = "HKDQR"  # the indicator of shops accepting by QR

__all__ = ["KINDS", "LETTER", "PLAN", "REPORT", "PaperRequest", "make", "message", "titles"]


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
    progress(0, SCALE, "Chốt số liệu")
    with store.glance() as unit:
        asked = with_kept(unit, request, period)
        snapshot = freeze(unit, period, asked)
        kept = unit.sections.of(paper_of(request), period.code)
        doubts = remarks_on(kept, sections_of(snapshot)) if kept else ()
    progress(PRINTING[0], SCALE, "Dàn trang")
    described = compose(snapshot)
    pdf = render_pdf(described, stage(progress, PRINTING))
    title = f"{known[request.kind]} {request.code} {period.title}"
    document_id = _keep(store, snapshot, title, pdf)
    return MadeDocument(document_id, title, file_name(title), pdf, described, doubts)


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


def message(store: Store, code: str, period: str | None = None) -> str:
    """The result in a few plain lines to be pasted into a chat group."""
    with store.glance() as unit:
        view = view_of(unit, campaign_of(unit, code), parse_period(period) if period else None)
        commune = unit.office.commune()
    words = campaign_wording.shipped_words().message
    return campaign_message.compose(view, commune, today(), words)
