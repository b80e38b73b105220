"""Figures of a period: typed in, shown with their base and source, and led back to their rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digicommune.domain.figures import FigureKey, TraceRow, TypedFigure
from digicommune.domain.periods import parse_period
from digicommune.domain.sheet import FigureSheet, IndicatorFigures
from digicommune.errors import UserError
from digicommune.operations.ledger import counted_rows, figure_sheet, figures_of, open_ledger
from digicommune.operations.locking import refuse_closed

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.indicators import Indicator
    from digicommune.domain.villages import Village
    from digicommune.operations.ledger import Ledger

__all__ = ["FigureSheet", "IndicatorFigures", "NewFigure", "set_figure", "show", "trace"]


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A figure as typed: of a village by name, or of the whole commune where it is None."""

    period: str
    indicator: str
    village: str | None
    numerator: int
    denominator: int | None = None
    note: str = ""


def show(store: Store, period_code: str) -> FigureSheet:
    """All figures of a period."""
    with store.glance() as unit:
        return figure_sheet(unit, parse_period(period_code))


def set_figure(store: Store, new: NewFigure) -> TypedFigure:
    """Keeps a typed figure; refuses a locked period and a numerator above its denominator."""
    period = parse_period(new.period)
    _check_parts(new)
    with store.unit() as unit:
        refuse_closed(unit, period.code)
        indicator = find_indicator(unit, new.indicator)
        village = find_village(unit, new.village) if new.village else None
        key = FigureKey(period.code, indicator.code, village.village_id if village else None)
        typed = TypedFigure(key, new.numerator, new.denominator, note=new.note)
        before = unit.figures.set(typed)
        unit.journal.note("figure", _subject(key), before=_parts(before), after=_parts(typed))
    return typed


def _check_parts(new: NewFigure) -> None:
    if new.numerator < 0 or (new.denominator is not None and new.denominator < 0):
        raise UserError(
            "figure_negative",
            f"Số liệu {new.indicator} không thể là số âm.",
            "Gõ lại số từ 0 trở lên.",
            indicator=new.indicator,
        )
    if new.denominator is not None and new.numerator > new.denominator:
        raise UserError(
            "figure_above_base",
            f"{new.indicator}: tử số {new.numerator} lớn hơn mẫu số {new.denominator}.",
            "Kiểm tra lại hai số; tử số phải nằm trong mẫu số.",
            indicator=new.indicator,
            numerator=new.numerator,
            denominator=new.denominator,
        )


def find_indicator(unit: Unit, code: str) -> Indicator:
    """The indicator of a code in any case; raises ``UserError`` ``indicator_unknown``."""
    definitions = unit.indicators.definitions()
    for one in definitions:
        if one.code == code.strip().upper():
            return one
    known = ", ".join(one.code for one in definitions)
    raise UserError(
        "indicator_unknown",
        f"Không có chỉ tiêu mã “{code}”.",
        f"Dùng một trong các mã: {known}.",
        indicator=code,
        known=known,
    )


def village_of(store: Store, name: str) -> Village:
    """The village of a name; raises ``UserError`` ``village_unknown``."""
    with store.glance() as unit:
        return find_village(unit, name)


def find_village(unit: Unit, name: str) -> Village:
    """The village of a name; raises ``UserError`` ``village_unknown``."""
    found: Village | None = unit.villages.find(name)
    if found is not None:
        return found
    known = ", ".join(one.name for one in unit.villages.all())
    raise UserError(
        "village_unknown",
        f"Không có thôn tên “{name}”.",
        f"Dùng một trong các thôn: {known}." if known else "Nhập danh sách thôn trước.",
        village=name,
        known=known,
    )


def _subject(key: FigureKey) -> str:
    return f"figure:{key.period}:{key.indicator}:{key.village_id or 'commune'}"


def _parts(typed: TypedFigure | None) -> dict[str, object] | None:
    if typed is None:
        return None
    return {
        "numerator": typed.numerator,
        "denominator": typed.denominator,
        "status": typed.status,
    }


def trace(
    store: Store,
    period_code: str,
    indicator_code: str,
    village: str | int | None = None,
    base: str | None = None,
) -> tuple[TraceRow, ...]:
    """The rows behind a figure: counted people or shops with file, sheet and row, or who typed it.

    They are counted on the same base and the same days as the figure itself; on ``base`` where a
    criterion is judged on another one than the indicator's own.
    """
    with store.glance() as unit:
        ledger = open_ledger(unit, parse_period(period_code))
        indicator = find_indicator(unit, indicator_code)
        place = _place(ledger, village)
        figures = _on_base(ledger, figures_of(ledger, indicator), base)
        if place is None and figures.commune is not None and _is_typed_whole(ledger, indicator):
            return unit.tracing.trace_typed(ledger.period.code, indicator.code, None)
        return _traced(ledger, figures, place)


def _on_base(ledger: Ledger, usual: IndicatorFigures, base: str | None) -> IndicatorFigures:
    """The figures counted on a base, where that base is known; what was typed has only its own."""
    if base is None or all(one.base == base for one in usual.villages.values()):
        return usual
    asked = figures_of(ledger, usual.indicator, base)
    counted = {key for key, one in asked.villages.items() if one.source == "registers"}
    merged = {
        key: asked.villages[key] if key in counted else usual.villages[key]
        for key in usual.villages
    }
    return replace(usual, villages=merged)


def _place(ledger: Ledger, village: str | int | None) -> Village | None:
    """A village by its name, or by its id as the window knows it."""
    if isinstance(village, int):
        return next((one for one in ledger.villages if one.village_id == village), None)
    return find_village(ledger.unit, village) if village else None


def _is_typed_whole(ledger: Ledger, indicator: Indicator) -> bool:
    return (indicator.code, None) in ledger.typed


def _traced(
    ledger: Ledger, figures: IndicatorFigures, place: Village | None
) -> tuple[TraceRow, ...]:
    keys = [place.village_id] if place else list(figures.villages)
    shown = {key: figures.villages[key] for key in keys if key in figures.villages}
    rows: list[TraceRow] = []
    for key, figure in shown.items():
        if figure.source == "typed":
            code = figures.indicator.code
            rows.extend(ledger.unit.tracing.trace_typed(ledger.period.code, code, key))
        else:
            rows.extend(_register_rows(ledger, figures.indicator, figure.base, key))
    return tuple(rows)


def _register_rows(
    ledger: Ledger, indicator: Indicator, base: str, village: int
) -> tuple[TraceRow, ...]:
    if indicator.code in ledger.frozen.indicators:
        return _frozen_rows(ledger, indicator, village)
    return counted_rows(ledger, indicator, base, village)


def _frozen_rows(ledger: Ledger, indicator: Indicator, village: int) -> tuple[TraceRow, ...]:
    """The rows of a locked period as they were counted, with the names the registers have now."""
    unit, code = ledger.unit, indicator.code
    units = [
        one for one in unit.periods.units(ledger.period.code, code) if one.village_id == village
    ]
    kind = "person" if indicator.counts_people else "merchant"
    labels = _labels(unit, kind, [one.target for one in units])
    named = {one.village_id: one.name for one in ledger.villages}
    imports = {one.import_id: one for one in unit.imports.all()}
    return tuple(
        TraceRow(
            target=f"{kind}:{one.target}",
            label=labels.get(one.target, "(không còn trong sổ)"),
            village=named.get(one.village_id),
            file=imports[one.import_id].file if one.import_id in imports else None,
            sheet=imports[one.import_id].sheet if one.import_id in imports else None,
            row=one.row,
            import_id=one.import_id,
            detail=one.detail,
        )
        for one in units
    )


def _labels(unit: Unit, kind: str, numbers: list[int]) -> dict[int, str]:
    if kind == "person":
        return {number: one.full_name for number, one in unit.people.get(numbers).items()}
    return {number: one.name for number, one in unit.merchants.get(numbers).items()}
