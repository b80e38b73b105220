"""Indicator definitions and typed figures; it computes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, bindparam

from digicommune.db import schema
from digicommune.db.books.office import ALWAYS
from digicommune.db.books.people import source_of
from digicommune.db.desk import Desk
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.indicators import Base, Indicator, Target

_TARGET_KEY = ("indicator", "year", "village_id")
_VALUES = (
    "numerator", "denominator", "status", "note", "source_import", "source_row", "who",
)  # fmt: skip


class IndicatorBook:
    """What the packs define, as of the last time they were read in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def replace_definitions(self, indicators: Sequence[Indicator], bases: Sequence[Base]) -> None:
        """Puts a pack's definitions in the place of the last; what the office made itself stays."""
        own = {(one.code, one.valid_from): one for one in self.every() if one.own}
        listed = [one for one in indicators if (one.code, one.valid_from or ALWAYS) not in own]
        mine = [one for one in self.bases() if one.own]
        self._desk.remove(schema.indicators)
        self._desk.remove(schema.bases)
        self._desk.add_some(
            schema.indicators,
            [_row(one, place) for place, one in enumerate([*listed, *own.values()])],
        )
        self._desk.add_some(
            schema.bases, [_base_row(one, place) for place, one in enumerate([*bases, *mine])]
        )

    def add_base(self, base: Base) -> None:
        """Keeps a base of the office's own, behind the others."""
        self._desk.add(schema.bases, _base_row(base, self._desk.count(schema.bases)))

    def define(self, indicator: Indicator) -> None:
        """Keeps a definition of the office's own, from its first day on."""
        made = replace(indicator, own=True, valid_from=indicator.valid_from or ALWAYS)
        table = schema.indicators
        here = (table.c.code == made.code, table.c.valid_from == made.valid_from)
        self._desk.remove(table, *here)
        self._desk.add(table, _row(made, self._desk.count(table)))

    def definitions(self, on: date | None = None) -> tuple[Indicator, ...]:
        """Every indicator in its order, as defined on a day; without a day, as defined last.

        An indicator whose first definition is younger than ``on`` is shown by that one: a figure
        of then needs some definition.
        """
        found: dict[str, list[Indicator]] = {}
        for one in self.every():
            found.setdefault(one.code, []).append(one)
        newest = [_holding(each, on) for each in found.values()]
        return tuple(
            one for one in newest if on is None or one.valid_to is None or on <= one.valid_to
        )

    def every(self) -> tuple[Indicator, ...]:
        """Every definition there ever was, in order."""
        return tuple(
            msgspec.json.decode(text, type=Indicator) for text in self._texts(schema.indicators)
        )

    # --- targets ---

    def targets(self, year: int | None = None) -> tuple[Target, ...]:
        """The office's own targets, of a year or of all."""
        table = schema.indicator_targets
        rules = [] if year is None else [table.c.year == year]
        query = self._desk.rows_of(table, *rules).order_by(
            table.c.indicator, table.c.year, table.c.village_id
        )
        return tuple(
            Target(row.indicator, row.year, row.village_id, row.percent, row.basis)
            for row in self._desk.all(query)
        )

    def set_target(self, target: Target) -> None:
        """Enters or replaces a target."""
        row = {name: getattr(target, name) for name in Target.__slots__}
        self._desk.put(schema.indicator_targets, "indicator year village_id", [row])

    def remove_target(self, target: Target) -> None:
        """Takes a target out: the pack's stands again."""
        table = schema.indicator_targets
        here = [table.c[name] == getattr(target, name) for name in _TARGET_KEY]
        self._desk.remove(table, *here)

    def bases(self) -> tuple[Base, ...]:
        """Every base, in the pack's order."""
        return tuple(msgspec.json.decode(text, type=Base) for text in self._texts(schema.bases))

    def _texts(self, table: Any) -> list[str]:
        rows = self._desk.all(self._desk.rows_of(table).order_by(table.c.position))
        return [row.definition for row in rows]


class FigureBook:
    """Typed figures: those of villages and those of the whole commune."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def typed(self, period: str) -> tuple[TypedFigure, ...]:
        """Every typed figure of a period."""
        table = schema.indicator_values
        query = self._desk.rows_of(table, table.c.period == period).order_by(table.c.value_id)
        return tuple(_figure(row) for row in self._desk.all(query))

    def set(self, figure: TypedFigure) -> TypedFigure | None:
        """Enters or replaces a figure; returns the one that stood there before."""
        before = self._at(figure.key)
        values = self._values(figure)
        if before is None:
            number = self._desk.ids("indicator_values", 1)[0]
            key = {"value_id": number, **_key_columns(figure.key)}
            self._desk.add(schema.indicator_values, {**key, **values, "version": 1})
            return None
        self._desk.edit(schema.indicator_values, {"value_id": before.value_id}, values, None)
        return _figure(before)

    def at(self, key: FigureKey) -> TypedFigure | None:
        """The figure that stands there."""
        found = self._at(key)
        return None if found is None else _figure(found)

    def set_many(self, figures: Iterable[TypedFigure]) -> None:
        """Enters or replaces several figures, each of another place."""
        listed = tuple(figures)
        known = self._numbers({one.key.period for one in listed})
        new = [one for one in listed if one.key not in known]
        ids = self._desk.ids("indicator_values", len(new)) if new else ()
        rows = [
            {"value_id": number, **_key_columns(one.key), **self._values(one), "version": 1}
            for number, one in zip(ids, new, strict=True)
        ]
        self._desk.add_some(schema.indicator_values, rows)
        changed = [
            {"number": known[one.key], **{f"new_{k}": v for k, v in self._values(one).items()}}
            for one in listed
            if one.key in known
        ]
        if changed:
            self._desk.connection.execute(self._replacing(), changed)

    def delete_many(self, keys: Iterable[FigureKey]) -> None:
        """Takes figures out; those that are not there are passed over."""
        wanted = tuple(keys)
        known = self._numbers({one.period for one in wanted})
        found = [{"number": known[one]} for one in wanted if one in known]
        if found:
            table = schema.indicator_values
            rule = table.c.value_id == bindparam("number")
            statement = table.delete().where(self._desk.mine(table), rule)
            self._desk.connection.execute(statement, found)

    def _numbers(self, periods: Collection[str]) -> dict[FigureKey, int]:
        table = schema.indicator_values
        rows = self._desk.all(self._desk.rows_of(table, table.c.period.in_(periods)))
        return {FigureKey(row.period, row.indicator, row.village_id): row.value_id for row in rows}

    def _replacing(self) -> Any:
        table = schema.indicator_values
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in _VALUES}
        stamped = {**values, "updated_at": self._desk.now, "version": table.c.version + 1}
        rule = table.c.value_id == bindparam("number")
        return table.update().where(self._desk.mine(table), rule).values(stamped)

    def _values(self, figure: TypedFigure) -> dict[str, object]:
        told = {name: getattr(figure, name) for name in _VALUES[:-1]}
        return {**told, "who": self._desk.actor.who}

    def delete(self, key: FigureKey) -> TypedFigure | None:
        """Takes a figure out; returns it."""
        before = self._at(key)
        if before is None:
            return None
        table = schema.indicator_values
        self._desk.remove(table, table.c.value_id == before.value_id)
        return _figure(before)

    def _at(self, key: FigureKey) -> Any:
        table = schema.indicator_values
        rules: list[ColumnElement[bool]] = [
            table.c[name] == value for name, value in _key_columns(key).items()
        ]
        return self._desk.first(self._desk.rows_of(table, *rules))


def _row(one: Indicator, place: int) -> dict[str, object]:
    return {
        "code": one.code,
        "valid_from": one.valid_from or ALWAYS,
        "definition": msgspec.json.encode(one).decode(),
        "position": place,
    }


def _base_row(one: Base, place: int) -> dict[str, object]:
    definition = msgspec.json.encode(one).decode()
    return {"code": one.code, "definition": definition, "position": place}


def _holding(versions: list[Indicator], on: date | None) -> Indicator:
    ordered = sorted(versions, key=lambda one: one.valid_from or ALWAYS)
    begun = [one for one in ordered if on is None or (one.valid_from or ALWAYS) <= on]
    return begun[-1] if begun else ordered[0]


def _key_columns(key: FigureKey) -> dict[str, object]:
    return {"period": key.period, "indicator": key.indicator, "village_id": key.village_id}


def _figure(row: Any) -> TypedFigure:
    source = source_of(row.source_import, row.source_row)
    return TypedFigure(
        key=FigureKey(row.period, row.indicator, row.village_id),
        numerator=row.numerator,
        denominator=row.denominator,
        status=row.status,
        note=row.note,
        source_import=source.import_id if source else None,
        source_row=row.source_row,
        version=row.version,
    )
