"""The rows behind "phát sinh sau chốt": what arrived after a lock; they change nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.domain.periods import parse_period
from digicommune.domain.sheet import UNKNOWN_VILLAGE
from digicommune.operations.ledger import counted_rows, live_ledger, open_ledger

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.domain.figures import TraceRow


def late_rows(store: Store, period_code: str, indicator: str) -> tuple[TraceRow, ...]:
    """The people or shops that a locked period would count now and did not when it was locked."""
    period = parse_period(period_code)
    with store.glance() as unit:
        kept = open_ledger(unit, period).frozen.indicators.get(indicator)
        if kept is None:
            return ()
        counted = {one.target for one in unit.periods.units(period.code, indicator)}
        live = live_ledger(unit, period)
        places = [*(one.village_id for one in live.villages), UNKNOWN_VILLAGE]
        rows = [
            row
            for village in places
            for row in counted_rows(live, kept.standing.indicator, kept.chosen, village)
        ]
    return tuple(one for one in rows if int(one.target.partition(":")[2]) not in counted)
