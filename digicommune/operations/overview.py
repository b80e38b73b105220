"""Today's overview: the main figures of a period at a glance; it changes nothing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from digicommune.domain.numbers import vi_int
from digicommune.domain.overview import (
    Overview,
    OverviewChart,
    Tile,
    TileState,
    Todo,
    VillageBar,
)
from digicommune.domain.periods import choices, parse_period, period_of
from digicommune.domain.sheet import UNKNOWN_VILLAGE, FigureSheet, IndicatorFigures
from digicommune.operations.criteria_reminders import criteria_todo
from digicommune.operations.due_dates import due_now
from digicommune.operations.ledger import figure_sheet
from digicommune.operations.modes import is_numbers_only
from digicommune.operations.recognition_reminders import recognition_todo
from digicommune.packs.packs import shipped_office
from digicommune.settings import today

if TYPE_CHECKING:
    from datetime import date

    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.calendar import Due
    from digicommune.domain.figures import Figure
    from digicommune.domain.periods import Period

__all__ = ["Overview", "OverviewChart", "Tile", "Todo", "VillageBar", "load", "open_with"]

SOON = 31  # days: the next period due is told a month before
NEAR = Fraction(9, 10)  # within a tenth of the target
FIRST_PERIOD = "first_period"  # the setting of the period the window opens with


def open_with(store: Store, period_code: str) -> None:
    """Lets the window open with this period from now on."""
    with store.unit() as unit:
        unit.office.set_setting(FIRST_PERIOD, parse_period(period_code).code)


def load(store: Store, period_code: str | None = None) -> Overview:
    """The overview of a period; of the office's first, else this month's, if none is asked."""
    day = today()
    shown = shipped_office().overview
    with store.glance() as unit:
        code = period_code or unit.office.setting(FIRST_PERIOD)
        period = parse_period(code) if code else period_of(day, "month")
        sheet = figure_sheet(unit, period)
        return Overview(
            commune=unit.office.commune(),
            period=period,
            periods=_periods(unit, day),
            tiles=tuple(_tile(one) for code in shown if (one := sheet.of(code)) is not None),
            chart=_chart(sheet, shown),
            todo=tuple(_todo(unit, sheet)),
            numbers_only=is_numbers_only(unit),
        )


def _periods(unit: Unit, day: date) -> tuple[Period, ...]:
    """The regular periods, then those the office made itself, the newest first."""
    kept = [parse_period(one.code) for one in unit.periods.list() if ".." in one.code]
    return (*choices(day), *sorted(kept, key=lambda one: one.end, reverse=True))


def _tile(figures: IndicatorFigures) -> Tile:
    indicator, commune = figures.indicator, figures.commune
    target = Decimal(indicator.target) if indicator.target else None
    return Tile(
        indicator=indicator.code,
        title=indicator.name,
        numerator=commune.numerator if commune else None,
        denominator=commune.denominator if commune else None,
        percent=commune.percentage(indicator.decimals) if commune else None,
        target=target,
        unit=indicator.unit,
        base_name=figures.base_name,
        state=_state(commune, target),
    )


def _state(figure: Figure | None, target: Decimal | None) -> TileState:
    if figure is None or not figure.complete:
        return "no_data"
    if target is None:
        return "no_target"
    exact = Fraction((figure.numerator or 0) * 100, figure.denominator or 1)
    if exact >= Fraction(target):
        return "good"
    return "near" if exact >= Fraction(target) * NEAR else "short"


def _chart(sheet: FigureSheet, shown: tuple[str, ...]) -> OverviewChart | None:
    """The first shown indicator that has a percentage in some village."""
    for code in shown:
        figures = sheet.of(code)
        if figures and any(one.complete for one in figures.villages.values()):
            return _bars(sheet, figures)
    return None


def _bars(sheet: FigureSheet, figures: IndicatorFigures) -> OverviewChart:
    indicator = figures.indicator
    bars = []
    for village in sheet.villages:
        one = figures.villages.get(village.village_id)
        percent = one.percentage(indicator.decimals) if one else None
        bars.append(VillageBar(village.name, percent, _counts(one)))
    target = Decimal(indicator.target) if indicator.target else None
    return OverviewChart(f"{indicator.name} theo thôn (%)", tuple(bars), target)


def _counts(figure: Figure | None) -> str:
    if figure is None or figure.numerator is None or figure.denominator is None:
        return ""
    return f"{vi_int(figure.numerator)}/{vi_int(figure.denominator)}"


def _due(unit: Unit) -> list[Todo]:
    """Periods that are late, and the next one due; only where somebody has figures to send."""
    if not unit.villages.all():
        return []
    due = due_now(unit, today())
    late = [one for one in due if one.days_left < 0]
    soon = [one for one in due if 0 <= one.days_left <= SOON][:1]
    found = [_due_line(one) for one in soon]
    if late:
        named = f"kỳ báo cáo quá hạn gửi: {', '.join(one.period.title for one in late)}"
        found.append(Todo(named, len(late), "entry/calendar"))
    return found


def _due_line(due: Due) -> Todo:
    left = f"còn {due.days_left} ngày" if due.days_left else "hôm nay"
    text = f"Gửi báo cáo {due.period.title} trước {due.commune_on:%d/%m/%Y} ({left})"
    return Todo(text, 0, "entry/calendar")


def _todo(unit: Unit, sheet: FigureSheet) -> list[Todo]:
    found: list[Todo] = []
    found.extend(_due(unit))
    if not sheet.villages:
        found.append(Todo("Chưa có thôn nào: nhập danh sách thôn", 0, "intake"))
    waiting = unit.imports.open_rows(sheet.period.end)
    if waiting:
        found.append(Todo("dòng nhập chờ quyết định hoặc bị sai", waiting, "intake/waiting"))
    unplaced = [one for one in sheet.indicators if UNKNOWN_VILLAGE in one.villages]
    if unplaced and sheet.villages:
        people = unplaced[0].villages[UNKNOWN_VILLAGE].numerator or 0
        found.append(Todo("người hoặc hộ kinh doanh chưa rõ thôn", people, "villages"))
    found.extend(criteria_todo(unit, sheet.period, today()))
    found.extend(recognition_todo(unit, sheet.period, today()))
    empty = sum(one.commune is None for one in sheet.indicators)
    if empty:
        found.append(Todo("chỉ tiêu chưa có số liệu trong kỳ", empty, "villages"))
    return found
