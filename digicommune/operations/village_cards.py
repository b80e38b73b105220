"""A village's card, and the edits it takes: profile, population, order; it counts no figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from digicommune.documents import village_card
from digicommune.documents.pdf import render_pdf
from digicommune.domain.merchants import Merchant
from digicommune.domain.periods import parse_period
from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.registers import MerchantQuery
from digicommune.domain.village_cards import (
    Became,
    CardCriterion,
    CardFigure,
    Counted,
    VillageCard,
)
from digicommune.domain.village_changes import places
from digicommune.domain.villages import PopulationFigure
from digicommune.errors import UserError
from digicommune.operations.figures import find_village
from digicommune.operations.judging import judge_all
from digicommune.operations.ledger import figures_of, open_ledger, population_at
from digicommune.operations.reports import MadeDocument, file_name
from digicommune.packs.packs import shipped_profile
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.indicators import Indicator
    from digicommune.domain.periods import Period
    from digicommune.domain.villages import Village
    from digicommune.operations.ledger import Ledger

KIND = village_card.KIND


def card(store: Store, village_id: int, period_code: str) -> VillageCard:
    """Everything of a village in a period; raises ``UserError`` ``village_gone``."""
    period = parse_period(period_code)
    with store.glance() as unit:
        ledger = open_ledger(unit, period)
        village = _found(unit, village_id)
        newest, before = _population(unit, village_id, period.end)
        criteria, verdicts, passed = _criteria(unit, village_id, period)
        return VillageCard(
            village=village,
            period_title=period.title,
            figures=tuple(_figure(ledger, one, village_id) for one in ledger.indicators),
            population=newest,
            population_before=before,
            profile=unit.villages.profile(village_id),
            items=shipped_profile().item,
            criteria_title=criteria.title if criteria else "",
            criteria=verdicts,
            passed=passed,
            counted=_counted(unit, village_id, period.end),
            changes=_changes(unit, village_id),
            base_names={code: one.name for code, one in ledger.bases.items()},
        )


def _found(unit: Unit, village_id: int) -> Village:
    village = next((one for one in unit.villages.all() if one.village_id == village_id), None)
    if village is None:
        raise UserError(
            "village_gone",
            "Thôn này không còn trong danh sách.",
            "Tải lại danh sách thôn rồi chọn lại.",
        )
    return village


def _figure(ledger: Ledger, indicator: Indicator, village_id: int) -> CardFigure:
    found = figures_of(ledger, indicator)
    return CardFigure(
        indicator.code,
        indicator.name,
        indicator.unit,
        found.base_name,
        indicator.decimals,
        Decimal(indicator.target) if indicator.target else None,
        found.villages.get(village_id),
        indicator.counts_people,
    )


def _population(
    unit: Unit, village_id: int, day: date
) -> tuple[tuple[PopulationFigure, ...], tuple[PopulationFigure, ...]]:
    """The figure of record of each base on a day, and the others."""
    every = unit.villages.population_of(village_id)
    chosen: dict[str, PopulationFigure] = {}
    for one in every:  # oldest first
        if one.base not in chosen or one.as_of <= day:
            chosen[one.base] = one
    before = tuple(one for one in reversed(every) if one not in chosen.values())
    summed = _of_parts(unit, village_id, day)
    return (*chosen.values(), *(one for one in summed if one.base not in chosen)), before


def _of_parts(unit: Unit, village_id: int, day: date) -> tuple[PopulationFigure, ...]:
    """What a merged village counts by its parts, for bases it has no figure of its own of."""
    names = {one.village_id: one.name for one in unit.villages.all()}
    parts = [one for one in unit.villages.successions() if one.to_id == village_id]
    if not parts:
        return ()
    source = "cộng từ " + ", ".join(names.get(one.from_id, "") for one in parts)
    return tuple(
        PopulationFigure(village_id, base, parts[0].on, value, source)
        for base, value in population_at(unit, day).get(village_id, {}).items()
    )


def _criteria(
    unit: Unit, village_id: int, period: Period
) -> tuple[CriteriaSet | None, tuple[CardCriterion, ...], bool]:
    every = unit.criteria.sets()
    sets = [one for one in every if not one.frame] or every
    if not sets:
        return None, (), False
    newest = max(sets, key=lambda one: one.valid_from or date.min)
    judged = judge_all(unit, newest, period)
    newest, verdict = judged.criteria_set, judged.verdicts.get(village_id)
    if verdict is None:
        return newest, (), False
    names = {one.code: one.name for one in newest.standing}
    told = tuple(
        CardCriterion(one.code, names.get(one.code, one.code), one.verdict)
        for one in verdict.criteria
        if one.code in names
    )
    return newest, told, verdict.passed


def _counted(unit: Unit, village_id: int, day: date) -> Counted:
    where = places(unit.villages.all(), unit.villages.successions(), day)
    here = {number for number, place in where.items() if place == village_id}
    people = [one for one in unit.people.whereabouts() if one[1] in here]
    shops: list[Merchant] = [
        one
        for one in unit.merchants.list(MerchantQuery())
        if one.village_id in here and one.state == "active"
    ]
    return Counted(
        people=sum(one[2] in ("present", "away") for one in people),
        away=sum(one[2] == "away" for one in people),
        shops=len(shops),
        shops_with_qr=sum(one.qr_state == "in_use" for one in shops),
    )


def _changes(unit: Unit, village_id: int) -> tuple[Became, ...]:
    names = {one.village_id: one.name for one in unit.villages.all()}
    found: dict[tuple[object, ...], list[str]] = {}
    for one in unit.villages.successions():
        if village_id in (one.from_id, one.to_id):
            came = one.to_id == village_id
            other = names.get(one.from_id if came else one.to_id, "")
            found.setdefault((one.kind, one.on, came), []).append(other)
    return tuple(
        Became(kind, on, tuple(others), came)  # type: ignore[arg-type]
        for (kind, on, came), others in found.items()
    )


@dataclass(frozen=True, slots=True)
class CardRequest:
    """Whose card; ``village`` by its name, or by its id as the window knows it."""

    period: str
    village: str | int


def paper(store: Store, request: CardRequest, progress: Progress = no_progress) -> MadeDocument:
    """The card as PDF; the journal keeps that it was printed."""
    number = request.village
    with store.glance() as unit:
        commune = unit.office.commune()
        if isinstance(number, str):
            number = find_village(unit, number).village_id
    shown = card(store, number, request.period)
    words = village_card.shipped_words()
    described = village_card.compose(shown, commune, today(), words)
    pdf = render_pdf(described, progress)
    title = f"{words.title} {shown.village.name} {shown.period_title}"
    with store.unit() as unit:
        told = {"kind": KIND, "period": request.period}
        unit.journal.note("print", f"village:{number}", after=told)
    return MadeDocument(0, title, file_name(title), pdf, described)


# --- edits ---


def save_profile(store: Store, village_id: int, items: Mapping[str, str]) -> None:
    """Notes items of a village's profile; an empty one is taken out."""
    with store.unit() as unit:
        before = unit.villages.profile(_found(unit, village_id).village_id)
        changed = {
            key: value.strip()
            for key, value in items.items()
            if value.strip() != before.get(key, "")
        }
        if changed:
            unit.villages.set_profile(village_id, changed)
            old = {key: before.get(key, "") for key in changed}
            unit.journal.note("profile", f"village:{village_id}", old, changed)


def set_population(store: Store, figure: PopulationFigure) -> None:
    """Notes how many a village counts of a base on a day, and who says so.

    Raises ``UserError`` ``population_negative``, ``source_missing``.
    """
    if figure.value < 0:
        raise UserError(
            "population_negative",
            "Số dân không thể nhỏ hơn 0.",
            "Gõ lại số, chỉ gồm chữ số.",
        )
    if not figure.source.strip():
        raise UserError(
            "source_missing",
            "Chưa ghi nguồn của số liệu.",
            "Ghi số liệu lấy từ đâu, ví dụ “Công an xã”, “Niên giám thống kê 2025”.",
        )
    with store.unit() as unit:
        _found(unit, figure.village_id)
        before = [
            one.value
            for one in unit.villages.population_of(figure.village_id)
            if (one.base, one.as_of) == (figure.base, figure.as_of)
        ]
        unit.villages.add_population([replace(figure, source=figure.source.strip())])
        told = {"base": figure.base, "as_of": figure.as_of, "source": figure.source.strip()}
        subject = f"village:{figure.village_id}"
        old = {"value": before[0]} if before else None
        unit.journal.note("population", subject, old, {"value": figure.value, **told})


def remove_population(store: Store, figure: PopulationFigure) -> None:
    """Takes a population figure out."""
    with store.unit() as unit:
        unit.villages.remove_population(figure)
        told = {"base": figure.base, "as_of": figure.as_of, "value": figure.value}
        unit.journal.note("population", f"village:{figure.village_id}", told, None)


def reorder(store: Store, villages: Sequence[int]) -> None:
    """Puts the villages in this order in every list and report to come."""
    place = {number: at for at, number in enumerate(villages, start=1)}
    with store.unit() as unit:
        for one in unit.villages.all():
            if one.village_id in place and one.order != place[one.village_id]:
                unit.villages.save(replace(one, order=place[one.village_id]))
        unit.journal.note("order", "villages", None, {"order": list(villages)})
