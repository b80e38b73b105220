"""How far each period has come, and what a locked one says for good; it computes nothing."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.frozen import POPULATION, FrozenIndicator, FrozenPeriod, FrozenUnit
from digicommune.domain.periods import PeriodState
from digicommune.domain.registers import PeriodLine


class _Frame(NamedTuple):
    """What a locked period has beside its indicators."""

    order: list[str]
    population: dict[int, dict[str, int]]


class PeriodBook:
    """Periods; one nobody has moved is open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def state(self, code: str) -> PeriodState:
        """The state of a period."""
        row = self._row(code)
        found: PeriodState = "open" if row is None else row.state
        return found

    def set_state(self, code: str, state: PeriodState, reason: str = "") -> None:
        """Moves a period; the moment of locking is kept while it is locked."""
        row = self._row(code)
        values: dict[str, object] = {
            "state": state,
            "locked_at": self._desk.now if state == "locked" else None,
            "reason": reason,
        }
        if state in {"submitted", "approved"}:
            values[f"{state}_at"] = self._desk.now
        if row is not None and row.state == "locked" and state != "locked":
            values["unlocked_at"] = self._desk.now
        if row is None:
            self._desk.add(schema.periods, {"code": code, **values, "version": 1})
        else:
            self._desk.edit(schema.periods, {"code": code}, values, None)

    def is_locked(self, code: str) -> bool:
        """Whether nothing of the period may be changed."""
        return self.state(code) == "locked"

    def line(self, code: str) -> PeriodLine:
        """A period as it stands."""
        row = self._row(code)
        return PeriodLine(code, "open") if row is None else _line(row)

    def list(self) -> tuple[PeriodLine, ...]:
        """Every period somebody has moved, by code."""
        query = self._desk.rows_of(schema.periods).order_by(schema.periods.c.code)
        return tuple(_line(row) for row in self._desk.all(query))

    def _row(self, code: str) -> Any:
        table = schema.periods
        return self._desk.first(self._desk.rows_of(table, table.c.code == code))

    # --- what a locked period says ---

    def freeze(
        self, code: str, frozen: FrozenPeriod, units: Mapping[str, Iterable[FrozenUnit]]
    ) -> None:
        """Keeps a period's figures and the units behind them, in the place of any kept before."""
        self.thaw(code)
        rows = [
            {
                "period": code,
                "indicator": key,
                "figures": msgspec.json.encode(one).decode(),
                "units": zlib.compress(msgspec.msgpack.encode(list(units.get(key, ()))), 6),
            }
            for key, one in (
                (POPULATION, _Frame(list(frozen.indicators), frozen.population)),
                *frozen.indicators.items(),
            )
        ]
        self._desk.add_some(schema.frozen_figures, rows)

    def frozen(self, code: str) -> FrozenPeriod:
        """What was kept of a period, its indicators in their order; empty where nothing was."""
        table = schema.frozen_figures
        kept = {
            row.indicator: row.figures
            for row in self._desk.all(self._desk.rows_of(table, table.c.period == code))
        }
        if POPULATION not in kept:
            return FrozenPeriod()
        decode = msgspec.json.decode
        frame = decode(kept[POPULATION], type=_Frame)
        found = {key: decode(kept[key], type=FrozenIndicator) for key in frame.order}
        return FrozenPeriod(found, frame.population)

    def units(self, code: str, indicator: str) -> tuple[FrozenUnit, ...]:
        """The units a locked period counted for an indicator."""
        table = schema.frozen_figures
        query = self._desk.rows_of(table, table.c.period == code, table.c.indicator == indicator)
        row = self._desk.first(query)
        if row is None:
            return ()
        return tuple(msgspec.msgpack.decode(zlib.decompress(row.units), type=list[FrozenUnit]))

    def thaw(self, code: str) -> None:
        """Forgets what was kept of a period: it is counted anew."""
        table = schema.frozen_figures
        self._desk.remove(table, table.c.period == code)


def _line(row: Any) -> PeriodLine:
    return PeriodLine(row.code, row.state, row.locked_at, row.reason, row.unlocked_at)
