"""Keeps what a period says when it is locked, guards one that is closed: asked by operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.frozen import FrozenIndicator, FrozenPeriod, FrozenUnit
from digicommune.errors import UserError
from digicommune.operations.ledger import counted_rows, figures_of, live_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digicommune.db.unit import Unit
    from digicommune.domain.figures import TraceRow
    from digicommune.domain.indicators import Indicator
    from digicommune.domain.periods import Period
    from digicommune.domain.sheet import IndicatorFigures
    from digicommune.operations.ledger import Ledger

CLOSED = {
    "submitted": "đã nộp",
    "approved": "đã được duyệt",
    "locked": "đã khóa sổ",
}


def refuse_closed(unit: Unit, period: str) -> None:
    """Refuses to change a period that is not open (``UserError`` ``period_locked``)."""
    state = unit.periods.state(period)
    if state == "open":
        return
    mend = "Mở khóa kỳ (có ghi lý do)" if state == "locked" else "Mở lại kỳ"
    raise UserError(
        "period_locked",
        f"Kỳ {period} {CLOSED[state]}, không sửa được số liệu.",
        f"{mend} rồi sửa, hoặc ghi vào kỳ sau.",
        period=period,
        state=CLOSED[state],
    )


def keep_frozen(unit: Unit, period: Period) -> None:
    """Keeps every figure of the period on every base, and every unit the registers counted."""
    ledger = live_ledger(unit, period)
    frozen = {one.code: _frozen_indicator(ledger, one) for one in ledger.indicators}
    units = {
        code: tuple(_units(ledger, one))
        for code, one in frozen.items()
        if one.standing.indicator.register is not None
    }
    population = {key: dict(each) for key, each in ledger.population.items()}
    unit.periods.freeze(period.code, FrozenPeriod(frozen, population), units)


def _frozen_indicator(ledger: Ledger, indicator: Indicator) -> FrozenIndicator:
    standing = figures_of(ledger, indicator)
    others = {
        base: figures_of(ledger, indicator, base)
        for base in ledger.bases
        if indicator.counts_people and base != standing.base and _is_of_people(ledger, base)
    }
    return FrozenIndicator(standing.base, {standing.base: standing, **others})


def _is_of_people(ledger: Ledger, base: str) -> bool:
    known = any(base in each for each in ledger.population.values())
    return known and ledger.bases[base].unit == "người"


def _units(ledger: Ledger, one: FrozenIndicator) -> Iterator[FrozenUnit]:
    figures: IndicatorFigures = one.standing
    for village, figure in figures.villages.items():
        if figure.source == "registers":
            for row in counted_rows(ledger, figures.indicator, one.chosen, village):
                yield _unit(row, village)


def _unit(row: TraceRow, village: int) -> FrozenUnit:
    return FrozenUnit(
        int(row.target.partition(":")[2]), village, row.import_id, row.row, row.detail
    )
