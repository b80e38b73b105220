"""Indicator definitions and typed figures; it computes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement

from digicommune.db import schema
from digicommune.db.books.office import ALWAYS
from digicommune.db.books.people import source_of
from digicommune.db.desk import Desk
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.indicators import Base, Indicator


class IndicatorBook:
    """What the packs define, as of the last time they were read in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def replace_definitions(self, indicators: Sequence[Indicator], bases: Sequence[Base]) -> None:
        """Puts these definitions in the place of all that were there."""
        self._desk.remove(schema.indicators)
        self._desk.remove(schema.bases)
        self._desk.add_some(
            schema.indicators,
            [
                {
                    "code": one.code,
                    "valid_from": one.valid_from or ALWAYS,
                    "definition": msgspec.json.encode(one).decode(),
                    "position": place,
                }
                for place, one in enumerate(indicators)
            ],
        )
        self._desk.add_some(
            schema.bases,
            [
                {
                    "code": one.code,
                    "definition": msgspec.json.encode(one).decode(),
                    "position": place,
                }
                for place, one in enumerate(bases)
            ],
        )

    def definitions(self) -> tuple[Indicator, ...]:
        """Every indicator, in the pack's order."""
        return tuple(
            msgspec.json.decode(text, type=Indicator) for text in self._texts(schema.indicators)
        )

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
        values: dict[str, object] = {
            "numerator": figure.numerator,
            "denominator": figure.denominator,
            "status": figure.status,
            "note": figure.note,
            "source_import": figure.source_import,
            "source_row": figure.source_row,
            "who": self._desk.actor.who,
        }
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
        """Enters or replaces several figures."""
        for one in figures:
            self.set(one)

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
