"""Documents out of their kept snapshots: asked by operations; it counts and keeps nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.documents import campaign_kinds, campaign_wording, dossier_kinds
from digicommune.documents.description import DocumentNumber
from digicommune.documents.kinds import compose_document, shipped_wording
from digicommune.documents.phrases import date_phrase
from digicommune.domain.campaign_snapshot import campaign_from_json, campaign_json
from digicommune.domain.dossier_snapshot import dossier_from_json, summary_from_json
from digicommune.domain.dossier_snapshot import to_json as dossier_json
from digicommune.domain.snapshot import ReportSnapshot, from_json, to_json

if TYPE_CHECKING:
    from datetime import date

    from digicommune.documents.description import Document
    from digicommune.domain.registers import DocumentRecord


@dataclass(frozen=True, slots=True)
class Given:
    """What a paper gets when it is issued; ``replaced`` words the paper it stands for, if any.

    Number and day are None of an electronic paper: both stay blank in its snapshot for good.
    """

    number: str | None
    dated: date | None
    replaced: str = ""


def describe(snapshot: ReportSnapshot) -> Document:
    """What stands in the document of a snapshot, for every file it is written as."""
    return compose_document(snapshot.kind, snapshot, shipped_wording(snapshot.kind))


def papers_of(record: DocumentRecord) -> tuple[Document, ...]:
    """What a kept document holds: one paper, or all of a dossier."""
    if record.kind in dossier_kinds.KINDS:
        return dossier_kinds.compose_kept(record.kind, record.snapshot)
    if record.kind in campaign_kinds.COMPOSERS:
        return (campaign_kinds.compose_kept(record.snapshot),)
    return (describe(from_json(record.snapshot)),)


def symbol_of(kind: str) -> str:
    """The symbol papers of a kind carry after their number ("BC-UBND").

    Raises ``UserError`` ``kind_unknown``.
    """
    if kind in campaign_kinds.COMPOSERS:
        words = campaign_wording.shipped_words()
        return words.plan.symbol if kind == campaign_kinds.PLAN else words.report.symbol
    return shipped_wording(kind).symbol


def numbered(record: DocumentRecord, given: Given) -> DocumentRecord:
    """The record with number and day in its snapshot; no figure of it is another."""
    frozen = _numbered(record, given)
    return replace(
        record,
        snapshot=frozen,
        snapshot_sha256=hashlib.sha256(frozen).hexdigest(),
        number=given.number,
        dated=given.dated,
    )


def _numbered(record: DocumentRecord, given: Given) -> bytes:
    if record.kind in dossier_kinds.KINDS:
        return _numbered_dossier(record, given)
    if record.kind in campaign_kinds.COMPOSERS:
        campaign = campaign_from_json(record.snapshot)
        return campaign_json(replace(campaign, number=given.number, dated=given.dated))
    report = from_json(record.snapshot)
    said = {"replaces": given.replaced} if given.replaced else {}
    sections = {**report.sections, **said}
    return to_json(replace(report, number=given.number, dated=given.dated, sections=sections))


def _numbered_dossier(record: DocumentRecord, given: Given) -> bytes:
    """Number and day go into the step the paper tells of; a meeting's day stays its own."""
    if record.kind == dossier_kinds.SUMMARY:
        summary = summary_from_json(record.snapshot)
        return dossier_json(replace(summary, number=given.number, dated=given.dated))
    snapshot = dossier_from_json(record.snapshot)
    code = dossier_kinds.step_of(record.kind)
    if code is None:
        return record.snapshot
    step = snapshot.dossier.step(code)
    asked = {"number": given.number or "", "dated": given.dated}
    known = {name: value for name, value in asked.items() if hasattr(step, name)}
    changed = replace(step, **known)  # type: ignore[arg-type]
    dossier = replace(snapshot.dossier, **{code: changed})  # type: ignore[arg-type]
    return dossier_json(replace(snapshot, dossier=dossier))


def left_blank(described: Document, symbol: str, year: int) -> Document:
    """An electronic paper's page: number, day and month blank, the year of issue printed.

    Also in the line that names the paper above each annex (Decree 30/2020, Annex I; see the notes
    on digital form): the office's e-document system writes into these blanks.
    """
    composed = date_phrase(None, described.year)
    return replace(
        described,
        number=DocumentNumber(symbol),
        date=None,
        year=year,
        annexes=tuple(
            replace(one, reference=one.reference.replace(composed, date_phrase(None, year)))
            for one in described.annexes
        ),
    )
