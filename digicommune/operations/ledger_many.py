"""The ledgers of several periods that follow each other, counted in one pass: asked by operations.

Each gives exactly the figures that a ledger opened by itself would.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from digicommune.domain.bulk import collection_held
from digicommune.domain.periods import previous_period
from digicommune.domain.sheet import FigureSheet, chosen_base
from digicommune.operations.ledger import ages_of, open_ledger, sheet_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digicommune.db.unit import Unit
    from digicommune.domain.figures import RegisterCount
    from digicommune.domain.periods import Period
    from digicommune.domain.registers import AgeWindow
    from digicommune.operations.ledger import Ledger

Asked = dict[str, tuple[str, tuple["AgeWindow | None", ...]]]  # indicator: its base and ages


def run_of(last: Period, count: int) -> tuple[Period, ...]:
    """``count`` periods of a kind, ``last`` at the end."""
    found = [last]
    while len(found) < count:
        found.append(previous_period(found[-1]))
    return tuple(reversed(found))


def open_ledgers(
    unit: Unit, periods: Sequence[Period], *, only: str | None = None
) -> tuple[Ledger, ...]:
    """The ledgers of periods, the oldest first; counted at once where the periods join.

    ``only``: the one indicator that will be asked for.
    """
    ledgers = [open_ledger(unit, one) for one in periods]
    join = all((late.start - early.end).days == 1 for early, late in pairwise(periods))
    if not join or len(periods) < 2:
        return tuple(ledgers)
    asked = {code: one for code, one in _asked(ledgers).items() if only in {None, code}}
    spans = [(one.start, one.end) for one in periods]
    facts = {
        code: ages for code, (_base, ages) in asked.items() if _register(ledgers, code) == "facts"
    }
    found = unit.counting.facts_of_periods(spans, facts) if facts else {}
    for code, (_base, ages) in asked.items():
        if _register(ledgers, code) == "accounts":
            found[code] = unit.counting.accounts_of_periods(spans, ages)
    return tuple(
        replace(one, counted=_of_period(found, asked, at)) for at, one in enumerate(ledgers)
    )


def _asked(ledgers: Sequence[Ledger]) -> Asked:
    """The indicators of people that stand on one base in all periods, with its ages in each."""
    found: Asked = {}
    for indicator in ledgers[-1].indicators:
        if not indicator.counts_people:
            continue
        bases = {chosen_base(indicator.bases, one.villages, one.population) for one in ledgers}
        ages = tuple(ages_of(one, base) for one in ledgers for base in bases)
        whole = all(one is None for one in ages) or all(one is not None for one in ages)
        if len(bases) == 1 and whole:
            found[indicator.code] = (bases.pop(), ages)
    return found


def _register(ledgers: Sequence[Ledger], code: str) -> str | None:
    return next(one.register for one in ledgers[-1].indicators if one.code == code)


def _of_period(
    found: dict[str, tuple[tuple[RegisterCount, ...], ...]], asked: Asked, at: int
) -> dict[tuple[str, str], tuple[RegisterCount, ...]]:
    return {(code, asked[code][0]): counts[at] for code, counts in found.items()}


def figure_sheets(unit: Unit, periods: Sequence[Period]) -> tuple[FigureSheet, ...]:
    """All figures of periods that follow each other, as ``figure_sheet`` gives them of each."""
    with collection_held():
        return tuple(sheet_of(one) for one in open_ledgers(unit, periods))
