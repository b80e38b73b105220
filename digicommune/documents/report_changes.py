"""Rises and falls in words and tables: exact, on one base only, never without both figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from digicommune.documents import figure_words as words
from digicommune.documents.description import Align, Column, Row, Table
from digicommune.domain.changes import Change, change, rounded_size
from digicommune.domain.numbers import short_by, vi_decimal, vi_int

if TYPE_CHECKING:
    from digicommune.documents.telling import Telling
    from digicommune.domain.snapshot import SnapshotIndicator


def changed(one: SnapshotIndicator) -> Change | None:
    """What changed since the period before.

    None where a village is missing: its figure may stand in the one before.
    """
    return None if one.missing else change(one.total, one.previous)


def change_clause(telling: Telling, one: SnapshotIndicator) -> str:
    """ "so với kỳ trước tăng 3,25 điểm %, thêm 102 người"; empty where nothing is comparable."""
    told = change_words(telling, one)
    return telling.wording.say("changed", before=telling.before, change=told) if told else ""


def change_words(telling: Telling, one: SnapshotIndicator) -> str:
    """ "tăng 3,25 điểm %, thêm 102 người"; empty where nothing is comparable."""
    found = changed(one)
    return "" if found is None else _told(telling, one, found)


def _told(telling: Telling, one: SnapshotIndicator, found: Change) -> str:
    say = telling.wording.say
    if not found.units and not found.points:
        return say("unchanged")
    told = [] if found.points is None else [_points(telling, one, found)]
    if found.units:
        sentence = "units_more" if found.units > 0 else "units_less"
        told.append(say(sentence, count=vi_int(abs(found.units)), unit=one.unit))
    else:
        told.append(say("units_same", unit=one.unit))
    return ", ".join(told)


def _points(telling: Telling, one: SnapshotIndicator, found: Change) -> str:
    say, points = telling.wording.say, found.points or Fraction(0)
    if not points:
        return say("points_same")
    size = rounded_size(points, one.decimals)
    if not size:
        least = vi_decimal(Decimal(1).scaleb(-one.decimals))
        return say("points_slightly_up" if points > 0 else "points_slightly_down", least=least)
    return say("points_up" if points > 0 else "points_down", points=vi_decimal(size))


def points_cell(one: SnapshotIndicator) -> str:
    """ "+3,25", "-0,40", "0,00" in points of percent; blank where nothing is comparable."""
    found = changed(one)
    if found is None or found.points is None:
        return ""
    size = vi_decimal(rounded_size(found.points, one.decimals))
    return f"{_sign(found.points)}{size}"


def units_cell(one: SnapshotIndicator) -> str:
    """ "+102" units, "-3", "0"; blank where nothing is comparable."""
    found = changed(one)
    if found is None:
        return ""
    return f"{_sign(found.units)}{vi_int(abs(found.units))}"


def _sign(value: Fraction | int) -> str:
    return "+" if value > 0 else "-" if value < 0 else ""


def years_table(telling: Telling) -> Table | None:
    """This year beside the last: indicators known in both on one base; None where there is none."""
    year = telling.snapshot.period_end.year
    rows = [_years_row(one) for one in telling.snapshot.indicators if changed(one) is not None]
    if not rows:
        return None
    columns = (
        Column("TT", Align.CENTER, 0.5),
        Column("Chỉ tiêu", Align.LEFT, 3.2),
        Column("Đơn vị", Align.CENTER, 0.8),
        Column(f"Năm {year - 1}", Align.RIGHT, 1.6),
        Column(f"Năm {year}", Align.RIGHT, 1.6),
        Column("Tăng, giảm (số)", Align.RIGHT, 1.0),
        Column("Tăng, giảm (điểm %)", Align.RIGHT, 1.0),
    )
    numbered = (Row((str(at), *cells)) for at, cells in enumerate(rows, start=1))
    return Table(columns, tuple(numbered))


def _years_row(one: SnapshotIndicator) -> tuple[str, ...]:
    before, now = words.cell(one.previous, one), words.cell(one.total, one)
    return (one.name, one.unit, before, now, units_cell(one), points_cell(one))


def plan_table(telling: Telling) -> Table | None:
    """Next year's targets, and how many units this year's denominators lack to them."""
    snapshot = telling.snapshot
    year = snapshot.period_end.year
    aimed = [one for one in snapshot.indicators if one.code in snapshot.next_targets]
    if not aimed:
        return None
    columns = (
        Column("TT", Align.CENTER, 0.5),
        Column("Chỉ tiêu", Align.LEFT, 3.4),
        Column("Đơn vị", Align.CENTER, 0.8),
        Column(f"Thực hiện năm {year}", Align.RIGHT, 1.8),
        Column(f"Mục tiêu năm {year + 1} (%)", Align.RIGHT, 1.2),
        Column("Còn phải thực hiện", Align.RIGHT, 1.2),
    )
    rows = tuple(
        Row((str(at), *_plan_row(one, Decimal(snapshot.next_targets[one.code]))))
        for at, one in enumerate(aimed, start=1)
    )
    return Table(columns, rows)


def _plan_row(one: SnapshotIndicator, target: Decimal) -> tuple[str, ...]:
    part = one.total
    known = words.share(part) is not None
    short = short_by(part.numerator or 0, part.denominator or 0, target) if known else None
    return (one.name, one.unit, words.cell(part, one), vi_decimal(target), words.number(short))
