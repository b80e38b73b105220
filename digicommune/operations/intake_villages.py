"""Judges and saves lists of villages with their population, and forms with villages' figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digicommune.domain.figures import FigureKey, FigureStatus, TypedFigure
from digicommune.domain.periods import Period, parse_period, period_of
from digicommune.domain.villages import PopulationFigure, Village
from digicommune.errors import UserError
from digicommune.operations.intake_rows import (
    Change,
    PreviewRow,
    Saved,
    Saving,
    VillageNames,
    row_record,
)
from digicommune.operations.ledger import population_at
from digicommune.operations.locking import refuse_closed
from digicommune.settings import today

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from digicommune.db.unit import Unit
    from digicommune.domain.rows import ListReading, Record
    from digicommune.operations.intake_rows import FieldValue, IntakeRequest

FORM_PERIOD = re.compile(r"\bkỳ (\d{4}[-0-9QHM.]*)", re.IGNORECASE)
FIGURE_COLUMN = re.compile(r"^([A-Z0-9]+):(tu_so|mau_so)$")


def judge_villages(
    unit: Unit, reading: ListReading, _request: IntakeRequest
) -> tuple[PreviewRow, ...]:
    """A village is new or known by its name; population figures that differ are changes."""
    villages = VillageNames(unit)
    bases = {one.code for one in unit.indicators.bases()}
    population = unit.villages.population(today())
    return tuple(
        _judge_village(one, villages.of(one.fields), bases, population) for one in reading.records
    )


def _judge_village(
    record: Record,
    known: int | None,
    bases: set[str],
    population: dict[int, dict[str, int]],
) -> PreviewRow:
    given = {key: value for key, value in record.fields.items() if key in bases}
    held = population.get(known or 0, {})
    changes = tuple(
        Change(base, str(held[base]) if base in held else None, str(value))
        for base, value in given.items()
        if held.get(base) != value
    )
    return PreviewRow(
        record.row,
        "known" if known else "new",
        record.fields,
        record.warnings,
        target=known or -record.row,
        target_label=str(record.fields.get("thon", "")),
        changes=changes if known else (),
        new_target=known is None,
        new_fact=bool(given) and known is None,
    )


def save_villages(saving: Saving) -> Saved:
    """Writes new villages in the list's order and every population figure that is new."""
    saved = Saved()
    bases = {one.code for one in saving.unit.indicators.bases()}
    day = today()
    order = len(saving.unit.villages.all())
    for one in saving.preview.rows:
        if saving.decided(one) == "later":
            saved.rows.append(row_record(one, None, one.verdict))
            continue
        village = one.target or 0
        if one.new_target:
            order += 1
            village = _new_village(saving, one, order)
            saved.created += 1
        saved.note(f"village:{village}", one.changes)
        saved.facts += _keep_population(saving, one, village, (bases, day))
        saved.rows.append(row_record(one, ("village", village), one.verdict))
    return saved


def _new_village(saving: Saving, one: PreviewRow, order: int) -> int:
    former = one.fields.get("xa_cu")
    village = Village(
        village_id=0,
        name=str(one.fields["thon"]),
        former_commune=str(former) if former else None,
        order=order,
    )
    return saving.unit.villages.save(village).village_id


def _keep_population(
    saving: Saving, one: PreviewRow, village: int, kept: tuple[set[str], date]
) -> int:
    bases, day = kept
    changed = {each.field for each in one.changes}
    figures = [
        PopulationFigure(village, base, day, int(value), source_text(saving, one))
        for base, value in one.fields.items()
        if base in bases and (one.new_target or base in changed)
    ]
    saving.unit.villages.add_population(figures)
    return len(figures)


def source_text(saving: Saving, one: PreviewRow) -> str:
    """Where a figure came from, as lists of figures print it."""
    return f"tệp {saving.preview.file}, dòng {one.row}"


def judge_figures(
    unit: Unit, reading: ListReading, request: IntakeRequest
) -> tuple[PreviewRow, ...]:
    """A village's figures are new, known or changed against those typed for the period."""
    period = _period(request, reading)
    refuse_closed(unit, period.code)
    held = {
        (one.key.village_id, one.key.indicator): (one.numerator, one.denominator, one.status)
        for one in unit.figures.typed(period.code)
    }
    villages, population = VillageNames(unit), population_at(unit, period.end)
    bases = {one.code: one.bases[0] for one in unit.indicators.definitions(period.end)}
    typed = unit.figures.typed(period.code)
    sent = {one.key.village_id for one in typed if one.source_import is not None}
    firsts: dict[int, int] = {}
    judged = []
    for one in reading.records:
        village = villages.of(one.fields)
        found = _judge_figures(one, village, held)
        if village is not None:
            people = population.get(village, {})
            found = _twice(found, firsts.setdefault(village, one.row))
            found = _within(found, {code: people.get(base) for code, base in bases.items()})
            if village in sent and found.changes:
                found = found._replace(warnings=(*found.warnings, "figures_came_before"))
        judged.append(found)
    return tuple(judged)


def _twice(one: PreviewRow, first: int) -> PreviewRow:
    """A village has one row in a form."""
    if one.row == first:
        return one
    return _wrong(one, ("thon", "village_twice", f"Thôn này đã có ở dòng {first} của biểu."))


def _within(one: PreviewRow, known: Mapping[str, int | None]) -> PreviewRow:
    """Hard rule: no numerator above its denominator, given or of the population."""
    for code, (numerator, given, _status) in figure_parts(one.fields).items():
        most = known.get(code) if given is None else given
        if numerator is not None and most is not None and numerator > most:
            said = f"{code}: số đạt {numerator} lớn hơn tổng số {most}."
            return _wrong(one, (f"{code}:tu_so", "figure_above_base", said))
    return one


def _wrong(one: PreviewRow, problem: tuple[str | None, str, str]) -> PreviewRow:
    return PreviewRow(one.row, "rejected", one.fields, one.warnings, problems=(problem,))


Parts = tuple[int | None, int | None, FigureStatus]


def _judge_figures(
    record: Record, village: int | None, held: dict[tuple[int | None, str], Parts]
) -> PreviewRow:
    if village is None:
        name = str(record.fields.get("thon", ""))
        problem = ("thon", "village_unknown", f"Không có thôn tên “{name}” trong danh sách thôn.")
        return PreviewRow(record.row, "rejected", record.fields, problems=(problem,))
    given = figure_parts(record.fields)
    fresh = [code for code in given if (village, code) not in held]
    changes = tuple(
        Change(code, _said(held[village, code]), _said(parts))
        for code, parts in given.items()
        if (village, code) in held and held[village, code] != parts
    )
    return PreviewRow(
        record.row,
        "new" if fresh else "known",
        record.fields,
        record.warnings,
        target=village,
        target_label=str(record.fields.get("thon", "")),
        changes=changes,
        new_fact=bool(fresh),
        village_id=village,
    )


def _said(parts: Parts) -> str:
    return "không áp dụng" if parts[2] == "not_applicable" else f"{parts[0]}/{parts[1]}"


def figure_parts(fields: dict[str, FieldValue]) -> dict[str, Parts]:
    """The figures of a form's row by indicator: numerator, denominator, whether it applies."""
    found: dict[str, Parts] = {}
    for key, value in fields.items():
        column = FIGURE_COLUMN.match(key)
        if not column:
            continue
        code, part = column[1], column[2]
        numerator, denominator, status = found.get(code, (None, None, "value"))
        if value == "na":
            status = "not_applicable"
        elif part == "tu_so":
            numerator = int(value)
        else:
            denominator = int(value)
        found[code] = (numerator, denominator, status)
    return found


def save_figures(saving: Saving) -> Saved:
    """Writes the figures of every village; refuses a period that is closed."""
    saved = Saved()
    period = _period(saving.preview.request, saving.preview.reading)
    refuse_closed(saving.unit, period.code)
    for one in saving.preview.rows:
        if saving.decided(one) == "later" or not one.village_id:
            saved.rows.append(row_record(one, None, one.verdict))
            continue
        figures = _typed(saving, one, period)
        before = [saving.unit.figures.set(each) for each in figures]
        saved.facts += len(figures)
        saved.note(f"village:{one.village_id}", one.changes)
        undo = {"period": period.code, "figures": [_kept(each) for each in before if each]}
        saved.rows.append(row_record(one, ("village", one.village_id), one.verdict, undo))
    return saved


def _kept(before: TypedFigure) -> list[object]:
    """A figure that was replaced, for putting it back."""
    source = [before.source_import, before.source_row]
    parts = (before.key.indicator, before.numerator, before.denominator, before.status)
    return [*parts, before.note, source]


def _typed(saving: Saving, one: PreviewRow, period: Period) -> list[TypedFigure]:
    return [
        TypedFigure(
            FigureKey(period.code, code, one.village_id),
            numerator,
            denominator,
            status="not_applicable" if status == "not_applicable" else "value",
            source_import=saving.import_id,
            source_row=one.row,
        )
        for code, (numerator, denominator, status) in figure_parts(one.fields).items()
    ]


def _period(request: IntakeRequest, reading: ListReading) -> Period:
    """The period a form names, which must be the one asked for; else that one, or this month."""
    asked = parse_period(request.period) if request.period else None
    named = _named_period(reading)
    if asked is not None and named is not None and asked.code != named.code:
        raise UserError(
            "form_of_other_period",
            f"Biểu này là của kỳ {named.code}, không phải kỳ {asked.code} đang chọn.",
            f"Chọn kỳ {named.code} rồi nhập lại, hoặc xin biểu của kỳ {asked.code}.",
            named=named.code,
            asked=asked.code,
        )
    return named or asked or period_of(today(), "month")


def _named_period(reading: ListReading) -> Period | None:
    """What the title of our own form says: "… – KỲ 2026-03"."""
    for one in reading.skipped:
        found = FORM_PERIOD.search(one.text)
        if found:
            try:
                return parse_period(found[1])
            except UserError:
                continue
    return None
