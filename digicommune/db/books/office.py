"""The commune's own page and its dated settings; it judges none of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.villages import Commune

ALWAYS = date(1, 1, 1)  # a setting without a date has always held


def commune_values(commune: Commune) -> dict[str, object]:
    """A commune's columns, without key and version."""
    return {
        "name": commune.name,
        "province": commune.province,
        "kind": commune.kind,
        "code": commune.code,
        "chairman": commune.chairman,
    }


class OfficeBook:
    """Commune and settings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def commune(self) -> Commune:
        """The commune of this office."""
        row: Any = self._desk.first(self._desk.rows_of(schema.communes))
        return Commune(
            row.commune_id, row.name, row.province, row.kind, row.code, row.chairman, row.version
        )

    def save_commune(self, commune: Commune) -> Commune:
        """Changes the commune; raises ``changed_meanwhile``."""
        self._desk.edit_or_refuse(schema.communes, {}, commune_values(commune), commune.version)
        return replace(commune, commune_id=self._desk.commune_id, version=commune.version + 1)

    def setting(self, key: str, on: date | None = None) -> str | None:
        """A setting as it holds on a day; without a day, the newest one."""
        table = schema.settings
        query = (
            select(table.c.value)
            .where(self._desk.mine(table), table.c.key == key)
            .order_by(table.c.valid_from.desc())
            .limit(1)
        )
        if on is not None:
            query = query.where(table.c.valid_from <= on)
        found: str | None = self._desk.value(query)
        return found

    def set_setting(self, key: str, value: str, valid_from: date | None = None) -> None:
        """Sets a setting from a day on (None: for ever)."""
        row = {"key": key, "valid_from": valid_from or ALWAYS, "value": value}
        self._desk.put(schema.settings, "key valid_from", [row])


class IdBook:
    """Hands out numbers for rows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def block(self, table: str, n: int) -> range:
        """``n`` fresh ids of ``table``; an id once given is never given again."""
        return self._desk.ids(table, n)
