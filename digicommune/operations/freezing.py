"""Freezes a period into the snapshot a document is printed from: asked by reports, itself none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digicommune.documents.village_units import unit_of
from digicommune.domain.periods import previous_period
from digicommune.domain.sheet import UNKNOWN_VILLAGE, FigureSheet, IndicatorFigures
from digicommune.domain.snapshot import (
    Part,
    ReportSnapshot,
    SnapshotCampaign,
    SnapshotIndicator,
    SnapshotVillage,
)
from digicommune.operations.freezing_office import (
    late_tasks,
    owing_of,
    papers_of,
    targets_of,
    teams_of,
    usual_form,
)
from digicommune.operations.judging import find_set, judge_all
from digicommune.operations.ledger import figure_sheet, population_at
from digicommune.operations.recognising import counted
from digicommune.operations.signer_choice import signer_for
from digicommune.packs.packs import Letter, OfficePack, shipped_office
from digicommune.settings import today

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet, VillageVerdict
    from digicommune.domain.figures import Figure
    from digicommune.domain.periods import Period
    from digicommune.domain.registers import DocumentRecord
    from digicommune.operations.reports import ReportRequest

Judged = tuple["CriteriaSet | None", tuple["VillageVerdict", ...]]


def freeze(unit: Unit, period: Period, request: ReportRequest, judged: Judged) -> ReportSnapshot:
    """Everything the document prints, as it stands now."""
    snapshot = replace(
        _as_counted(unit, period, request, judged),
        form=request.form or usual_form(period),
        teams=teams_of(unit, period),
        next_targets=targets_of(unit, period.year + 1),
        issued=papers_of(unit, period),
        owing=owing_of(unit, period),
        late_tasks=late_tasks(unit, period, judged[0]),
    )
    replaced = replaced_by(unit, request.kind, period)
    if replaced is None:
        return snapshot
    return replace(snapshot, replaces_number=replaced.number, replaces_dated=replaced.dated)


def _as_counted(
    unit: Unit, period: Period, request: ReportRequest, judged: Judged
) -> ReportSnapshot:
    commune = unit.office.commune()
    sheet = figure_sheet(unit, period)
    before = figure_sheet(unit, previous_period(period))
    pack = shipped_office()
    letter = letter_for(unit, pack, request.kind)
    bases = unit.indicators.bases()
    return ReportSnapshot(
        kind=request.kind,
        commune_name=commune.name,
        commune_kind=commune.kind,
        province=commune.province,
        period_code=period.code,
        period_title=period.title,
        period_start=period.start,
        period_end=period.end,
        villages=_villages(unit, sheet),
        indicators=tuple(
            _indicator(one, before.of(one.indicator.code)) for one in sheet.indicators
        ),
        criteria=judged[0],
        verdicts=judged[1],
        campaigns=_campaigns(unit, period.end),
        signer=signer_for(unit, request.signer),
        number=request.number,
        dated=request.dated,
        addressees=letter.addressees,
        recipients=letter.recipients,
        open_rows=unit.imports.open_rows(period.end),
        sections=dict(request.sections),
        base_names={one.code: one.name for one in bases},
        recognised=counted(unit, period),
        as_of=day_frozen(unit, period, request.dated),
    )


def day_frozen(unit: Unit, period: Period, dated: date | None = None) -> date | None:
    """Today, where the period has not ended; None where its figures stand or the paper says so.

    A locked period stands, and a paper dated after the end is made for the day it is signed on.
    """
    now = today()
    standing = unit.periods.is_locked(period.code) or (dated is not None and dated >= period.end)
    return now if now < period.end and not standing else None


def replaced_by(unit: Unit, kind: str, period: Period) -> DocumentRecord | None:
    """The numbered document of a period that one made now stands for.

    A period locked and opened again is reported anew; what was printed before says what is no more.
    """
    opened = unit.periods.line(period.code).unlocked_at
    if opened is None:
        return None
    before = [
        one
        for one in unit.documents.all()
        if (one.kind, one.period) == (kind, period.code) and one.number and one.made_at <= opened
    ]
    return before[0] if before else None


def _villages(unit: Unit, sheet: FigureSheet) -> tuple[SnapshotVillage, ...]:
    population = population_at(unit, sheet.period.end)
    found = [
        SnapshotVillage(
            one.village_id, one.name, one.former_commune, dict(population.get(one.village_id, {}))
        )
        for one in sheet.villages
    ]
    if any(_counted(one.villages.get(UNKNOWN_VILLAGE)) for one in sheet.indicators):
        found.append(SnapshotVillage(UNKNOWN_VILLAGE, "Chưa rõ thôn", None, {}))
    return tuple(found)


def _counted(figure: Figure | None) -> bool:
    return figure is not None and bool(figure.numerator or figure.denominator)


def _indicator(now: IndicatorFigures, before: IndicatorFigures | None) -> SnapshotIndicator:
    one = now.indicator
    commune = now.commune
    return SnapshotIndicator(
        code=one.code,
        name=one.name,
        unit=one.unit,
        base=commune.base if commune else one.bases[0],
        base_name=now.base_name,
        decimals=one.decimals,
        target=one.target,
        legal_basis=one.legal_basis,
        source=commune.source if commune else "none",
        total=_part(commune),
        previous=_comparable(commune, before.commune if before else None),
        villages={key: _part(figure) for key, figure in now.villages.items()},
        missing=now.missing,
        verified=one.verified,
        accounts=now.accounts,
    )


def _part(figure: Figure | None) -> Part:
    if figure is None:
        return Part(None, None, "blank")
    return Part(figure.numerator, figure.denominator, figure.status, figure.numerator_in_period)


def _comparable(now: Figure | None, before: Figure | None) -> Part | None:
    """The period before, where it stands on the same base: others are never compared.

    A register that had counted nobody by then was not yet kept: its 0 is no figure to compare with.
    """
    if now is None or before is None or before.base != now.base or not before.complete:
        return None
    if before.source == "registers" and not before.numerator:
        return None
    return _part(before)


def _campaigns(unit: Unit, end: date) -> tuple[SnapshotCampaign, ...]:
    names = {one.bin: one.short_name for one in unit.banks.all()}
    found = []
    for one in unit.campaigns.all():
        if one.start > end:
            continue
        result = unit.campaign_results.result(one.campaign_id, end)
        found.append(
            SnapshotCampaign(
                one.code,
                one.name,
                one.start,
                one.end,
                tuple(names.get(each, each) for each in one.banks),
                len(one.sessions),
                result.accounts,
                result.people_first_account,
            )
        )
    return tuple(found)


def letter_for(unit: Unit, pack: OfficePack, kind: str) -> Letter:
    """Whom a kind of document goes to, with the commune's names filled in."""
    commune = unit.office.commune()
    called = unit_of(commune.kind, [one.name for one in unit.villages.all()])
    found = next((one for one in pack.letter if one.kind == kind), Letter(kind))
    places = {"xa": commune.title, "tinh": commune.province, "kind": commune.kind, **called.places}
    return Letter(
        kind,
        tuple(line.format(**places) for line in found.addressees),
        tuple(line.format(**places) for line in found.recipients),
        found.verified,
    )


def judged_for(unit: Unit, period: Period, code: str | None) -> Judged:
    """The villages judged by the set asked for, or by the newest the office has."""
    known = [one for one in unit.criteria.sets() if code or not one.frame]
    if not known:
        return None, ()
    newest = max(known, key=lambda one: one.valid_from or date.min)
    chosen = find_set(unit, code) if code else newest
    found = judge_all(unit, chosen, period)
    return found.criteria_set, tuple(found.verdicts.values())
