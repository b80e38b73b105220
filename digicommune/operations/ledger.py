"""The figures of a period from the registers and the clerk: asked by operations, itself none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.ages import age_window
from digicommune.domain.figures import Figure, RegisterCount, TypedFigure, total
from digicommune.domain.frozen import FrozenPeriod, Late
from digicommune.domain.indicators import RetirementAge
from digicommune.domain.periods import previous_period
from digicommune.domain.sheet import (
    UNKNOWN_VILLAGE,
    FigureSheet,
    IndicatorFigures,
    chosen_base,
)
from digicommune.domain.village_changes import places, population_of_parts

if TYPE_CHECKING:
    from datetime import date

    from digicommune.db.unit import Unit
    from digicommune.domain.figures import TraceRow
    from digicommune.domain.frozen import FrozenIndicator
    from digicommune.domain.indicators import Base, Indicator
    from digicommune.domain.periods import Period
    from digicommune.domain.registers import AgeWindow, QrQuestion
    from digicommune.domain.villages import Village

RETIREMENT = "retirement_ages"  # the setting that keeps the pack's table


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a period's figures are made of, read once from one unit."""

    unit: Unit
    period: Period
    villages: tuple[Village, ...]
    population: Mapping[int, Mapping[str, int]]
    indicators: tuple[Indicator, ...]
    bases: Mapping[str, Base]
    retirement: tuple[RetirementAge, ...]
    typed: Mapping[tuple[str, int | None], TypedFigure]
    places: Mapping[int, int | None]  # village of the registers -> the one of the period
    frozen: FrozenPeriod  # of a locked period; else empty
    counted: Mapping[tuple[str, str], tuple[RegisterCount, ...]]  # by indicator, base: beforehand
    before: Lock | None  # of the period before: what came after it counts within this one

    def entered_in(self, village: int) -> frozenset[int]:
        """The villages of the registers that are in one of the period; 0: in none known."""
        if village == UNKNOWN_VILLAGE:
            lost = {number for number, place in self.places.items() if place is None}
            return frozenset({UNKNOWN_VILLAGE, *lost})
        return frozenset(number for number, place in self.places.items() if place == village)


@dataclass(frozen=True, slots=True)
class Lock:
    """A locked period as it was locked, and as the registers would count it now."""

    frozen: FrozenPeriod
    live: Ledger


def open_ledger(unit: Unit, period: Period) -> Ledger:
    """Definitions, villages, population and figures of ``period``: as locked, where it is."""
    ledger = live_ledger(unit, period)
    if not unit.periods.is_locked(period.code):
        return ledger
    frozen = unit.periods.frozen(period.code)
    if not frozen.indicators:
        return ledger  # locked by a program that did not keep figures yet
    defined = tuple(one.standing.indicator for one in frozen.indicators.values())
    return replace(ledger, indicators=defined, population=frozen.population, frozen=frozen)


def live_ledger(unit: Unit, period: Period) -> Ledger:
    """The same as the registers stand now, whether the period is locked or not."""
    return replace(_by_itself(unit, period), before=_lock_of(unit, previous_period(period)))


def _lock_of(unit: Unit, period: Period) -> Lock | None:
    """What was kept of a period when it was locked; None where it is not, or nothing was kept."""
    if not unit.periods.is_locked(period.code):
        return None
    frozen = unit.periods.frozen(period.code)
    return Lock(frozen, _by_itself(unit, period)) if frozen.indicators else None


def _by_itself(unit: Unit, period: Period) -> Ledger:
    """A period's ledger without what its neighbours say of it."""
    every = unit.villages.all()
    return Ledger(
        unit=unit,
        period=period,
        villages=tuple(one for one in every if one.stands_on(period.end)),
        population=population_at(unit, period.end),
        indicators=definitions_of(unit, period),
        bases={one.code: one for one in unit.indicators.bases()},
        retirement=retirement_ages(unit),
        typed={
            (one.key.indicator, one.key.village_id): one for one in unit.figures.typed(period.code)
        },
        places=places(every, unit.villages.successions(), period.end),
        frozen=FrozenPeriod(),
        counted={},
        before=None,
    )


def definitions_of(unit: Unit, period: Period) -> tuple[Indicator, ...]:
    """The definitions that hold at a period's end, with the office's own target of its year."""
    targets = {
        one.indicator: one for one in unit.indicators.targets(period.year) if not one.village_id
    }
    return tuple(
        replace(one, target=targets[one.code].percent) if one.code in targets else one
        for one in unit.indicators.definitions(period.end)
    )


def population_at(unit: Unit, day: date) -> dict[int, dict[str, int]]:
    """Village -> base -> figure on a day; a merged village without its own has its parts' sum."""
    found = unit.villages.population(day)
    successions = unit.villages.successions()
    for number in {one.to_id for one in successions}:
        of_parts = population_of_parts(number, successions, found)
        found[number] = of_parts | found.get(number, {})
    return found


def retirement_ages(unit: Unit) -> tuple[RetirementAge, ...]:
    """The dated table of retirement ages the office works with."""
    kept = unit.office.setting(RETIREMENT)
    return msgspec.json.decode(kept, type=tuple[RetirementAge, ...]) if kept else ()


def figure_sheet(unit: Unit, period: Period) -> FigureSheet:
    """All figures of a period."""
    return sheet_of(open_ledger(unit, period))


def sheet_of(ledger: Ledger) -> FigureSheet:
    """All figures of a ledger."""
    return FigureSheet(
        period=ledger.period,
        state=ledger.unit.periods.state(ledger.period.code),
        villages=ledger.villages,
        indicators=tuple(figures_of(ledger, one) for one in ledger.indicators),
        late=late_of(ledger),
    )


def figures_of(ledger: Ledger, indicator: Indicator, base: str | None = None) -> IndicatorFigures:
    """One indicator in every village, on ``base`` or on the best its definition and data allow."""
    kept = ledger.frozen.indicators.get(indicator.code)
    if kept is not None and (base or kept.chosen) in kept.by_base:
        return kept.by_base[base or kept.chosen]
    chosen = base or chosen_base(indicator.bases, ledger.villages, ledger.population)
    counts = register_counts(ledger, indicator, chosen)
    villages = _village_figures(ledger, indicator, chosen, counts)
    typed = ledger.typed.get((indicator.code, None))
    commune = _typed_figure(ledger, typed, None, chosen) if typed else total(villages.values())
    return IndicatorFigures(
        indicator=indicator,
        base_name=ledger.bases[chosen].name if chosen in ledger.bases else chosen,
        villages=villages,
        commune=commune,
        missing=_missing(ledger, villages, commune),
        accounts=sum(one.units for one in counts) if indicator.register == "accounts" else None,
        base=chosen,
    )


def _missing(
    ledger: Ledger, villages: Mapping[int, Figure], commune: Figure | None
) -> tuple[str, ...]:
    if commune is not None and commune.village_id is None and not villages:
        return ()  # typed for the commune as a whole
    return tuple(one.name for one in ledger.villages if one.village_id not in villages)


def _village_figures(
    ledger: Ledger, indicator: Indicator, base: str, counts: tuple[RegisterCount, ...]
) -> dict[int, Figure]:
    counted = _by_place(ledger, counts)
    figures: dict[int, Figure] = {}
    for village in ledger.villages:
        typed = ledger.typed.get((indicator.code, village.village_id))
        if typed is not None and typed.status != "blank":  # a denominator alone is no figure yet
            figures[village.village_id] = _typed_figure(ledger, typed, village.village_id, base)
        elif counts:
            found = counted.get(village.village_id, RegisterCount(village.village_id, 0, 0))
            figures[village.village_id] = _counted_figure(ledger, indicator, base, found)
    standing = {one.village_id for one in ledger.villages}
    # Shops of no known village stand in the denominator even where none of them counts yet.
    elsewhere = [
        one
        for key, one in counted.items()
        if key not in standing and (one.cumulative or one.denominator)
    ]
    if elsewhere:
        figures[UNKNOWN_VILLAGE] = _unplaced_figure(indicator, base, elsewhere, bool(standing))
    return figures


def _by_place(ledger: Ledger, counts: tuple[RegisterCount, ...]) -> dict[int, RegisterCount]:
    """The counts by village of the period, those of merged villages added up."""
    found: dict[int, RegisterCount] = {}
    for one in counts:
        place = ledger.places.get(one.village_id or UNKNOWN_VILLAGE)
        key = place or UNKNOWN_VILLAGE
        here = one if place == one.village_id else replace(one, village_id=place)
        found[key] = here + found[key] if key in found else here
    return found


def _typed_figure(ledger: Ledger, typed: TypedFigure, village_id: int | None, base: str) -> Figure:
    denominator = typed.denominator
    if denominator is None and village_id is not None:
        denominator = ledger.population.get(village_id, {}).get(base)
    return Figure(
        indicator=typed.key.indicator,
        village_id=village_id,
        numerator=typed.numerator,
        denominator=denominator,
        base=base,
        status=typed.status,
        source="typed",
        as_of=ledger.period.end,
        note=typed.note,
    )


def _counted_figure(
    ledger: Ledger, indicator: Indicator, base: str, count: RegisterCount
) -> Figure:
    """A register that knows its own denominator (merchants) needs no population figure."""
    denominator = count.denominator
    if indicator.counts_people:
        denominator = ledger.population.get(count.village_id or UNKNOWN_VILLAGE, {}).get(base)
    return Figure(
        indicator=indicator.code,
        village_id=count.village_id,
        numerator=count.cumulative,
        denominator=denominator if indicator.counts_people else (denominator or 0),
        base=base,
        source="registers",
        as_of=ledger.period.end,
        numerator_in_period=count.in_period,
    )


def _unplaced_figure(
    indicator: Indicator, base: str, counts: list[RegisterCount], has_villages: bool
) -> Figure:
    """People and merchants counted for the commune though their village is not known."""
    denominator: int | None = sum(one.denominator or 0 for one in counts)
    if indicator.counts_people:
        denominator = 0 if has_villages else None
    return Figure(
        indicator=indicator.code,
        village_id=None,
        numerator=sum(one.cumulative for one in counts),
        denominator=denominator,
        base=base,
        source="registers",
        numerator_in_period=sum(one.in_period for one in counts),
    )


def register_counts(ledger: Ledger, indicator: Indicator, base: str) -> tuple[RegisterCount, ...]:
    """What the indicator's register counts; nothing where it has none or the register is empty.

    What arrived after the period before was locked counts within this one.
    """
    counting, period = ledger.unit.counting, ledger.period
    if (indicator.code, base) in ledger.counted:
        counts = ledger.counted[indicator.code, base]
    elif indicator.register == "accounts":
        counts = counting.accounts_by_village(period.start, period.end, ages_of(ledger, base))
    elif indicator.register == "facts":
        window = ages_of(ledger, base)
        counts = counting.facts_by_village(indicator.code, period.start, period.end, window)
    elif indicator.register == "merchants_qr":
        counts = counting.merchants_by_village(period.end, "qr", period.start)
    elif indicator.register == "merchants_transactions":
        return counting.merchants_by_village(period.end, "transactions")
    else:
        return ()
    late = late_before(ledger, indicator)
    return _with_late(counts, late) if late else counts


def _with_late(
    counts: tuple[RegisterCount, ...], late: Mapping[int | None, int]
) -> tuple[RegisterCount, ...]:
    return tuple(
        replace(one, in_period=one.in_period + late.get(one.village_id, 0)) for one in counts
    )


# --- what arrived after a lock ---


def late_before(ledger: Ledger, indicator: Indicator) -> dict[int | None, int]:
    """Units that arrived after the period before was locked, by the registers' village."""
    if ledger.before is None:
        return {}
    return Counter(_late_units(ledger.before, indicator).values())


def late_of(ledger: Ledger) -> dict[str, Late]:
    """What arrived after this period was locked, by indicator; nothing where it is not locked."""
    if not ledger.frozen.indicators:
        return {}
    found = {}
    lock = Lock(ledger.frozen, _by_itself(ledger.unit, ledger.period))
    for code, kept in ledger.frozen.indicators.items():
        units = _late_units(lock, kept.standing.indicator)
        if units:
            placed = Counter(
                ledger.places.get(one or 0) or UNKNOWN_VILLAGE for one in units.values()
            )
            found[code] = Late(len(units), _late_accounts(lock, kept), dict(placed))
    return found


def _late_units(lock: Lock, indicator: Indicator) -> dict[int, int | None]:
    """Person or shop -> village in the registers, of those a locked period would now count too."""
    kept = lock.frozen.indicators.get(indicator.code)
    if kept is None or indicator.register is None:
        return {}
    live = lock.live
    counted = {one.target for one in live.unit.periods.units(live.period.code, indicator.code)}
    now = counted_now(live, indicator, kept.chosen)
    return {target: village for target, village in now.items() if target not in counted}


def counted_now(ledger: Ledger, indicator: Indicator, base: str) -> dict[int, int | None]:
    """Person or shop -> village of the registers, of everyone the indicator counts."""
    counting, end = ledger.unit.counting, ledger.period.end
    if indicator.register == "accounts":
        return counting.holders(end, ages_of(ledger, base))
    if indicator.register == "facts":
        return counting.of_whom(indicator.code, end, ages_of(ledger, base))
    return counting.merchants(end, question_of(indicator))


def _late_accounts(lock: Lock, kept: FrozenIndicator) -> int | None:
    before = kept.standing.accounts
    if before is None:
        return None
    counts = register_counts(lock.live, kept.standing.indicator, kept.chosen)
    return sum(one.units for one in counts) - before


# --- the rows behind ---


def counted_rows(
    ledger: Ledger, indicator: Indicator, base: str, village: int
) -> tuple[TraceRow, ...]:
    """The counted units of a village of the period (0: of none known), with their rows."""
    tracing, period = ledger.unit.tracing, ledger.period
    entered = ledger.entered_in(village)
    if indicator.register == "accounts":
        ages = ages_of(ledger, base)
        rows = tracing.trace_accounts(period.start, period.end, entered, ages)
    elif indicator.register == "facts":
        days, window = (period.start, period.end), ages_of(ledger, base)
        rows = tracing.trace_facts(indicator.code, days, entered, window)
    else:
        rows = tracing.trace_merchants(period.end, question_of(indicator), entered)
    named = {one.village_id: one.name for one in ledger.villages}
    return tuple(replace(one, village=named.get(village, one.village)) for one in rows)


def question_of(indicator: Indicator) -> QrQuestion:
    """What is asked of the merchants' register."""
    return "qr" if indicator.register == "merchants_qr" else "transactions"


def ages_of(ledger: Ledger, base: str) -> AgeWindow | None:
    """The births a base counts at the period's end; None where no village has figures for it.

    Without a denominator nothing limits the numerator, and nobody is left out unseen.
    """
    known = any(base in of_village for of_village in ledger.population.values())
    if not known or base not in ledger.bases:
        return None
    return age_window(ledger.bases[base], ledger.period.end, ledger.retirement)
