"""What officers typed into reports, by kind, period and section; it words nothing itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.db.troubles import changed_meanwhile
from digicommune.domain.report_sections import SectionPlace, SectionText


class SectionBook:
    """Typed sections."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, kind: str) -> tuple[SectionText, ...]:
        """Everything typed into documents of a kind, of all periods."""
        table = schema.report_sections
        rows = self._desk.rows_of(table, table.c.kind == kind)
        return tuple(map(_text, self._desk.all(rows.order_by(table.c.period, table.c.section))))

    def of(self, kind: str, period: str) -> dict[str, SectionText]:
        """What is typed for a period, by section."""
        return {one.place.section: one for one in self.all(kind) if one.place.period == period}

    def save(self, one: SectionText) -> SectionText:
        """Adds (``version`` 0) or changes a text; raises ``changed_meanwhile``."""
        table, place = schema.report_sections, self._key(one.place)
        values = {"text": one.text, "made_from": one.made_from, "who": self._desk.actor.who}
        if one.version or self._desk.count(table, *self._rules(one.place)):
            self._desk.edit_or_refuse(table, place, values, one.version)
        else:
            self._desk.add(table, {**place, **values, "version": 1})
        return replace(one, version=one.version + 1, who=self._desk.actor.who, at=self._desk.now)

    def remove(self, one: SectionText) -> None:
        """Takes a text out; raises ``changed_meanwhile`` where another stands there."""
        table = schema.report_sections
        rules = (*self._rules(one.place), table.c.version == one.version)
        if self._desk.remove(table, *rules) != 1:
            raise changed_meanwhile("Mục này của báo cáo")

    def _rules(self, place: SectionPlace) -> tuple[Any, ...]:
        table = schema.report_sections
        return tuple(table.c[name] == value for name, value in self._key(place).items())

    def _key(self, place: SectionPlace) -> dict[str, object]:
        return {name: getattr(place, name) for name in SectionPlace.__slots__}


def _text(row: Any) -> SectionText:
    place = SectionPlace(row.kind, row.period, row.section)
    return SectionText(place, row.text, row.made_from, row.who, row.updated_at, row.version)
