"""Prints the papers of dossiers from a frozen snapshot that is kept; it changes no dossier."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from digicommune.documents import dossier_kinds
from digicommune.documents.dossier_kinds import KINDS, SUMMARY, WHOLE
from digicommune.documents.pdf import render_pdf_many
from digicommune.domain.dossier import Decision, Dossier, DossierKey, Submission
from digicommune.domain.dossier_snapshot import (
    DecisionLine,
    DossierSnapshot,
    SnapshotAuthority,
    SnapshotOffice,
    SnapshotProof,
    SummarySnapshot,
    to_json,
)
from digicommune.domain.periods import parse_period
from digicommune.domain.progress import PRINTING, SCALE, Progress, no_progress, stage
from digicommune.domain.recognition import RecognisedSum
from digicommune.domain.registers import DocumentRecord
from digicommune.domain.snapshot import SnapshotVillage
from digicommune.domain.village_changes import places
from digicommune.errors import UserError
from digicommune.operations.freezing import day_frozen
from digicommune.operations.judging import find_set, judge_all
from digicommune.operations.ledger import population_at
from digicommune.operations.recognising import counted, pack_of
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.operations.signer_choice import signer_for
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.periods import Period
    from digicommune.domain.villages import Village
    from digicommune.operations.judging import Matrix

__all__ = ["KINDS", "SUMMARY", "WHOLE", "PaperKind", "PaperRequest", "kinds", "make"]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper of a dossier; ``step`` is empty of the whole dossier and of the summary."""

    code: str
    title: str
    step: str


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """What to print; number, day and signer stand before those of the dossier's own step."""

    kind: str
    period: str
    set_code: str | None = None  # None: the newest set the office has
    village: str | int | None = None  # a name or a number; the summary needs none
    number: str | None = None
    dated: date | None = None
    signer: str | None = None


def kinds(_store: Store | None = None) -> tuple[PaperKind, ...]:
    """The papers in the order of the dossier, the whole of it, the summary."""
    return tuple(
        PaperKind(one, dossier_kinds.TITLES[one], dossier_kinds.step_of(one) or "") for one in KINDS
    )


def make(store: Store, request: PaperRequest, progress: Progress = no_progress) -> MadeDocument:
    """Freezes, prints and keeps a paper; what is not known prints as a blank.

    Raises ``UserError`` ``kind_unknown``, ``criteria_unknown``, ``village_unknown``,
    ``dossier_of_which_village``, ``signer_unknown``.
    """
    if request.kind not in KINDS:
        known = ", ".join(KINDS)
        raise UserError(
            "kind_unknown",
            f"Không có loại văn bản “{request.kind}”.",
            f"Chọn một trong các loại: {known}.",
            kind=request.kind,
        )
    progress(0, SCALE, "Chốt hồ sơ")
    period = parse_period(request.period)
    with store.glance() as unit:
        snapshot = _freeze(unit, request, period)
    title = _title(snapshot)
    progress(PRINTING[0], SCALE, "Dàn trang")
    papers = dossier_kinds.compose(snapshot)
    pdf = render_pdf_many(papers, title, stage(progress, PRINTING))
    number = _keep(store, snapshot, title, pdf)
    single = papers[0] if len(papers) == 1 else None
    return MadeDocument(number, title, file_name(title), pdf, single, papers=papers)


def _title(snapshot: DossierSnapshot | SummarySnapshot) -> str:
    whose = "" if isinstance(snapshot, SummarySnapshot) else f" {snapshot.village.name}"
    return f"{dossier_kinds.TITLES[snapshot.kind]}{whose} {snapshot.office.period_title}"


def _keep(store: Store, snapshot: DossierSnapshot | SummarySnapshot, title: str, pdf: bytes) -> int:
    frozen = to_json(snapshot)
    number, dated = _numbered(snapshot)
    record = DocumentRecord(
        document_id=0,
        kind=snapshot.kind,
        period=snapshot.office.period_code,
        title=title,
        snapshot=frozen,
        snapshot_sha256=hashlib.sha256(frozen).hexdigest(),
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        number=number,
        dated=dated,
    )
    with store.unit() as unit:
        document_id = unit.documents.add(record)
        unit.journal.note("print", f"document:{document_id}", None, {"kind": snapshot.kind})
    return document_id


def _numbered(snapshot: DossierSnapshot | SummarySnapshot) -> tuple[str | None, date | None]:
    """The number and day a paper bears."""
    if isinstance(snapshot, SummarySnapshot):
        return snapshot.number, snapshot.dated
    code = dossier_kinds.step_of(snapshot.kind)
    if code is None:
        return None, None
    step = snapshot.dossier.step(code)
    number: str = getattr(step, "number", "")
    dated: date | None = getattr(step, "dated", None) or getattr(step, "held_on", None)
    return number or None, dated


# --- freezing ---


def _freeze(unit: Unit, request: PaperRequest, period: Period) -> DossierSnapshot | SummarySnapshot:
    found = judge_all(unit, _set_of(unit, request.set_code), period)
    if request.kind == SUMMARY:
        return _summary(unit, request, found)
    return _dossier(unit, request, found)


def _set_of(unit: Unit, code: str | None) -> CriteriaSet:
    if code:
        return find_set(unit, code)
    known = [one for one in unit.criteria.sets() if not one.frame]
    if not known:
        return find_set(unit, "")
    return max(known, key=lambda one: one.valid_from or date.min)


def _dossier(unit: Unit, request: PaperRequest, found: Matrix) -> DossierSnapshot:
    village = _village(unit, request.village)
    number, code = village.village_id, found.criteria_set.code
    key = DossierKey(code, found.period.code, number)
    dossier = _with_request(unit.dossiers.get(key), request)
    return DossierSnapshot(
        kind=request.kind,
        office=_office(unit, found.period),
        village=_snapshot_village(unit, village, found.period),
        criteria=found.criteria_set,
        verdict=found.verdicts.get(number),
        dossier=replace(dossier, kept={}),
        authority=_authority(unit, dossier.decision),
        submission_signer=signer_for(unit, dossier.submission.signer),
        decision_signer=signer_for(unit, dossier.decision.signer),
        proofs={
            criterion: tuple(
                SnapshotProof(one.name, one.words.dated, one.words.note) for one in files
            )
            for (where, criterion), files in found.proofs.items()
            if where == number
        },
        evidence={
            criterion: one.evidence
            for (where, criterion), one in found.answers.items()
            if where == number and one.evidence.strip()
        },
        base_names={one.code: one.name for one in unit.indicators.bases()},
    )


def _with_request(dossier: Dossier, request: PaperRequest) -> Dossier:
    """The dossier with the number, day and signer asked for on this print."""
    code = dossier_kinds.step_of(request.kind)
    if code is None:
        return dossier
    step = dossier.step(code)
    asked = {"number": request.number, "dated": request.dated, "signer": request.signer}
    asked["held_on"] = request.dated
    given = {name: value for name, value in asked.items() if value and hasattr(step, name)}
    return replace(dossier, **{code: replace(step, **given)})  # type: ignore[arg-type]


def _village(unit: Unit, asked: str | int | None) -> Village:
    if asked is None:
        raise UserError(
            "dossier_of_which_village",
            "Văn bản này cần biết thôn nào.",
            "Ghi thêm --village, ví dụ --village “Hổ Thôn”.",
        )
    every = unit.villages.all()
    found = (
        unit.villages.find(asked)
        if isinstance(asked, str)
        else next((one for one in every if one.village_id == asked), None)
    )
    if found is None:
        names = ", ".join(one.name for one in every) or "chưa có thôn nào"
        raise UserError(
            "village_unknown",
            f"Không có thôn “{asked}”.",
            f"Dùng một trong các thôn: {names}.",
            village=asked,
            known=names,
        )
    return found


def _office(unit: Unit, period: Period) -> SnapshotOffice:
    commune = unit.office.commune()
    return SnapshotOffice(
        commune_name=commune.name,
        commune_kind=commune.kind,
        province=commune.province,
        period_code=period.code,
        period_title=period.title,
        period_end=period.end,
        as_of=day_frozen(unit, period),
    )


def _snapshot_village(unit: Unit, village: Village, period: Period) -> SnapshotVillage:
    people = population_at(unit, period.end).get(village.village_id, {})
    return SnapshotVillage(village.village_id, village.name, village.former_commune, dict(people))


def _authority(unit: Unit, decision: Decision) -> SnapshotAuthority:
    """Who recognises: of the level the decision names, else the usual body of its day."""
    day = decision.dated or today()
    pack, commune = pack_of(unit, day), unit.office.commune()
    named = next((one for one in pack.authority if one.code == decision.level), None)
    body = (named or pack.usual(day)).of(commune)
    typed = decision.authority.strip()
    own = body.code == "commune"
    if typed and typed != body.body:
        body = replace(body, body=typed, line=f"CHỦ TỊCH {typed.upper()}", addressee=typed)
    return SnapshotAuthority(
        body.body, body.line, body.addressee, own, body.submitter, body.symbol, body.capacity
    )


def _summary(unit: Unit, request: PaperRequest, found: Matrix) -> SummarySnapshot:
    stand = counted(unit, found.period) or RecognisedSum((), len(found.villages), {})
    return SummarySnapshot(
        kind=request.kind,
        office=_office(unit, found.period),
        criteria=found.criteria_set,
        villages=tuple(_snapshot_village(unit, one, found.period) for one in found.villages),
        verdicts=tuple(found.verdicts.values()),
        recognised=stand,
        decisions=_decisions(unit, found.period),
        signer=signer_for(unit, request.signer or Submission().signer),
        number=request.number,
        dated=request.dated,
    )


def _decisions(unit: Unit, period: Period) -> dict[int, DecisionLine]:
    """The newest standing decision of each village of the period."""
    here = places(unit.villages.all(), unit.villages.successions(), period.end)
    found = {}
    for one in unit.recognitions.all():
        place = here.get(one.village_id)
        if place is not None and one.stands_on(period.end):
            found[place] = DecisionLine(one.number, one.dated)
    return found
