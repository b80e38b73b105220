"""The villages with their dates and populations; a village is ended, never removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Column, Table

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.registers import title_key
from digicommune.domain.text import fold
from digicommune.domain.village_changes import Succession
from digicommune.domain.village_names import VillageFinder
from digicommune.domain.villages import PopulationFigure, Village
from digicommune.errors import UserError


def _village(row: Any) -> Village:
    return Village(
        row.village_id,
        row.name,
        row.former_commune,
        row.start_on,
        row.end_on,
        row.position,
        row.version,
    )


class VillageBook:
    """Villages and population figures."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._finder: VillageFinder | None = None

    def all(self, on: date | None = None) -> tuple[Village, ...]:
        """Every village, or those that stand on a day, by their order and name."""
        found = [_village(row) for row in self._desk.all(self._desk.rows_of(schema.villages))]
        found.sort(key=lambda one: (one.order, title_key(one.name), one.village_id))
        return tuple(one for one in found if on is None or one.stands_on(on))

    def find(self, name: str, former: str | None = None) -> Village | None:
        """The village ``name`` means, with or without "thôn", accents, leading zeros; else None.

        ``former``: the commune it was of before, where several bear the name.
        """
        if self._finder is None:
            self._finder = VillageFinder(self.all())
        return self._finder.find(name, former)

    def save(self, village: Village) -> Village:
        """Adds (``village_id`` 0) or changes a village.

        Raises ``village_exists`` where one of that name and former commune stands at the same time,
        ``changed_meanwhile`` where somebody has changed it since it was read.
        """
        self._refuse_twin(village)
        self._finder = None
        values = {
            "name": village.name,
            "former_commune": village.former_commune,
            "start_on": village.start,
            "end_on": village.end,
            "position": village.order,
        }
        if village.village_id:
            key = {"village_id": village.village_id}
            self._desk.edit_or_refuse(schema.villages, key, values, village.version)
            return replace(village, version=village.version + 1)
        number = self._desk.ids("villages", 1)[0]
        self._desk.add(schema.villages, {"village_id": number, **values, "version": 1})
        return replace(village, village_id=number, version=1)

    def _refuse_twin(self, village: Village) -> None:
        for other in self.all():
            same = fold(other.name) == fold(village.name) and other.name == village.name
            if (
                same
                and other.village_id != village.village_id
                and (other.former_commune or "") == (village.former_commune or "")
                and _overlap(other, village)
            ):
                raise UserError(
                    "village_exists",
                    f"Đã có “{village.name}” trong danh sách thôn.",
                    "Sửa thôn đã có, hoặc ghi thêm xã cũ để phân biệt.",
                    village=village.name,
                )

    def population(self, on: date) -> dict[int, dict[str, int]]:
        """Newest figure up to a day by village and base; the oldest later one where none is."""
        table = schema.population_figures
        found: dict[int, dict[str, int]] = {}
        taken: dict[tuple[int, str], date] = {}
        for row in self._desk.all(self._desk.rows_of(table).order_by(table.c.as_of)):
            key = (row.village_id, row.base)
            if key in taken and row.as_of > on:
                continue
            taken[key] = row.as_of
            found.setdefault(row.village_id, {})[row.base] = row.value
        return found

    def add_population(self, figures: Iterable[PopulationFigure]) -> None:
        """Adds figures; one of the same village, base and day is replaced."""
        rows = [
            {
                "village_id": one.village_id,
                "base": one.base,
                "as_of": one.as_of,
                "value": one.value,
                "source": one.source,
            }
            for one in figures
        ]
        self._desk.put(schema.population_figures, "village_id base as_of", rows)

    def population_of(self, village_id: int) -> tuple[PopulationFigure, ...]:
        """Every population figure of a village, oldest first."""
        table = schema.population_figures
        query = self._desk.rows_of(table, table.c.village_id == village_id)
        return tuple(
            PopulationFigure(row.village_id, row.base, row.as_of, row.value, row.source)
            for row in self._desk.all(query.order_by(table.c.as_of, table.c.base))
        )

    def remove_population(self, figure: PopulationFigure) -> None:
        """Takes out the figure of a village, base and day."""
        table = schema.population_figures
        self._desk.remove(
            table,
            table.c.village_id == figure.village_id,
            table.c.base == figure.base,
            table.c.as_of == figure.as_of,
        )

    # --- what became of them ---

    def successions(self) -> tuple[Succession, ...]:
        """Every merger, split and renaming, oldest first."""
        table = schema.village_successions
        query = self._desk.rows_of(table).order_by(table.c.changed_on, table.c.from_id)
        return tuple(
            Succession(row.from_id, row.to_id, row.kind, row.changed_on)
            for row in self._desk.all(query.order_by(table.c.to_id))
        )

    def succeed(self, changes: Iterable[Succession]) -> None:
        """Keeps what became of villages."""
        rows = [
            {"from_id": one.from_id, "to_id": one.to_id, "kind": one.kind, "changed_on": one.on}
            for one in changes
        ]
        self._desk.put(schema.village_successions, "from_id to_id", rows)

    def profile(self, village_id: int) -> dict[str, str]:
        """What is noted of a village, by item of the profile."""
        table = schema.village_profiles
        rows = self._desk.all(self._desk.rows_of(table, table.c.village_id == village_id))
        return {row.item: row.value for row in rows}

    def set_profile(self, village_id: int, items: Mapping[str, str]) -> None:
        """Notes items of a village's profile; an empty value takes the item out."""
        table = schema.village_profiles
        for item in (key for key, value in items.items() if not value):
            self._desk.remove(table, table.c.village_id == village_id, table.c.item == item)
        rows = [
            {"village_id": village_id, "item": item, "value": value, "as_of": None,
             "who": self._desk.actor.who}
            for item, value in items.items()
            if value
        ]  # fmt: skip
        self._desk.put(table, "village_id item", rows)

    def is_used(self, village_id: int) -> bool:
        """Whether anything in the office speaks of the village, in whatever table."""
        return any(
            self._desk.count(table, column == village_id)
            for table, column in _speaking_of_villages()
        )

    def remove(self, village_id: int) -> None:
        """Takes out a village nothing speaks of, for undoing an import alone."""
        self._finder = None
        self._desk.remove(schema.villages, schema.villages.c.village_id == village_id)


def _speaking_of_villages() -> Iterator[tuple[Table, Column[Any]]]:
    """Every table that refers to villages, by the column it does it with."""
    for table in schema.metadata.tables.values():
        for link in table.foreign_key_constraints:
            if link.referred_table is schema.villages:
                yield table, next(one for one in link.columns if one.name != "commune_id")


def _overlap(one: Village, other: Village) -> bool:
    starts, ends = (one.start, other.start), (one.end, other.end)
    first = max((day for day in starts if day is not None), default=date.min)
    last = min((day for day in ends if day is not None), default=date.max)
    return first <= last
