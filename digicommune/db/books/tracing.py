"""Leads every counted person, shop and typed figure back to the row, or the hand, it came from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import and_, case, func, select, true

from digicommune.db import schema
from digicommune.db.books.counting_rules import (
    counted_people,
    holding,
    import_of,
    in_villages,
    merchant_rules,
    same,
    up_to,
)
from digicommune.db.desk import Desk
from digicommune.domain.figures import TraceRow
from digicommune.domain.people import mask_tail
from digicommune.domain.registers import AgeWindow, QrQuestion


class TracingBook:
    """The way back; as many rows as the figure counts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def trace_accounts(
        self,
        start: date,
        end: date,
        villages_of: Collection[int] | None = None,
        ages: AgeWindow | None = None,
    ) -> tuple[TraceRow, ...]:
        """Each counted person with the row of the oldest account.

        ``villages_of`` None: everyone; 0 among them: those whose village is not known.
        """
        people, first = schema.residents, self._first_accounts(end)
        villages, banks, imports = schema.villages, schema.banks, schema.imports
        joined = (
            people.join(first, first.c.resident_id == people.c.resident_id)
            .outerjoin(villages, same(people, villages, "village_id"))
            .outerjoin(
                banks,
                and_(banks.c.commune_id == people.c.commune_id, banks.c.bin == first.c.bank_bin),
            )
            .outerjoin(imports, import_of(people, first.c.source_import))
        )
        columns = (
            people.c.resident_id, people.c.full_name, villages.c.name.label("village"),
            imports.c.file, imports.c.sheet, first.c.source_row, first.c.source_import,
            first.c.bank_bin, banks.c.short_name, first.c.number, first.c.opened_on,
        )  # fmt: skip
        query = (
            select(*columns)
            .select_from(joined)
            .where(
                first.c.place == 1,
                counted_people(self._desk, ages),
                in_villages(people, villages_of),
            )
            .order_by(villages.c.position, people.c.village_id, people.c.name_key)
            .order_by(people.c.resident_id)
        )
        return tuple(_person_row(row, start, end) for row in self._desk.all(query))

    def trace_facts(
        self,
        fact: str,
        days: tuple[date, date],
        villages_of: Collection[int] | None = None,
        ages: AgeWindow | None = None,
    ) -> tuple[TraceRow, ...]:
        """Each person a fact counts, with the row that says so; ``days``: the period's."""
        people, facts = schema.residents, schema.resident_facts
        villages, imports = schema.villages, schema.imports
        joined = (
            people.join(facts, same(people, facts, "resident_id"))
            .outerjoin(villages, same(people, villages, "village_id"))
            .outerjoin(imports, import_of(people, facts.c.source_import))
        )
        columns = (
            people.c.resident_id, people.c.full_name, villages.c.name.label("village"),
            imports.c.file, imports.c.sheet, facts.c.source_row, facts.c.source_import,
            facts.c.since, facts.c.note, facts.c.updated_at,
        )  # fmt: skip
        query = (
            select(*columns)
            .select_from(joined)
            .where(counted_people(self._desk, ages), *holding(fact, days[1]))
            .where(in_villages(people, villages_of))
            .order_by(villages.c.position, people.c.village_id, people.c.name_key)
            .order_by(people.c.resident_id)
        )
        return tuple(_fact_row(row, days) for row in self._desk.all(query))

    def _first_accounts(self, end: date) -> Any:
        table = schema.accounts
        order = (table.c.opened_on.is_(None), table.c.opened_on, table.c.account_id)
        place = func.row_number().over(partition_by=table.c.resident_id, order_by=order)
        return (
            self._desk.rows_of(table, up_to(table.c.opened_on, end))
            .add_columns(place.label("place"))
            .subquery("first")
        )

    def trace_merchants(
        self, end: date, what: QrQuestion, villages_of: Collection[int] | None = None
    ) -> tuple[TraceRow, ...]:
        """Each counted merchant with the row its QR came from."""
        table, villages, imports = schema.merchants, schema.villages, schema.imports
        base, counted = merchant_rules(self._desk, end, what)
        source = func.coalesce(table.c.qr_import, table.c.source_import)
        row = case((table.c.qr_import.is_not(None), table.c.qr_row), else_=table.c.source_row)
        joined = table.outerjoin(villages, same(table, villages, "village_id")).outerjoin(
            imports, import_of(table, source)
        )
        query = (
            select(
                table.c.merchant_id,
                table.c.name,
                villages.c.name.label("village"),
                imports.c.file,
                imports.c.sheet,
                row.label("source_row"),
                source.label("source_import"),
                table.c.owner,
                table.c.qr_on,
            )
            .select_from(joined)
            .where(base, counted, in_villages(table, villages_of))
            .order_by(villages.c.position, table.c.village_id, table.c.name_key)
            .order_by(table.c.merchant_id)
        )
        return tuple(_merchant_row(one) for one in self._desk.all(query))

    def trace_typed(
        self, period: str, indicator: str, village_id: int | None = None
    ) -> tuple[TraceRow, ...]:
        """The typed figures behind an indicator: the village's, or all of them."""
        table, villages, imports = schema.indicator_values, schema.villages, schema.imports
        joined = table.outerjoin(villages, same(table, villages, "village_id")).outerjoin(
            imports, import_of(table, table.c.source_import)
        )
        asked = true() if village_id is None else table.c.village_id == village_id
        query = (
            select(table, villages.c.name.label("village"), imports.c.file, imports.c.sheet)
            .select_from(joined)
            .where(self._desk.mine(table), table.c.period == period)
            .where(table.c.indicator == indicator, asked)
            .order_by(villages.c.position, table.c.village_id, table.c.value_id)
        )
        return tuple(_typed_row(row) for row in self._desk.all(query))


# --- rows into values ---


def _person_row(row: Any, start: date, end: date) -> TraceRow:
    told = [row.short_name or row.bank_bin or "", mask_tail(row.number)]
    if row.opened_on is not None:
        inside = " (trong kỳ)" if start <= row.opened_on <= end else ""
        told.append(f"mở ngày {row.opened_on:%d/%m/%Y}{inside}")
    return _trace(f"person:{row.resident_id}", row.full_name, row, told)


def _fact_row(row: Any, days: tuple[date, date]) -> TraceRow:
    told = []
    if row.since is not None:
        inside = " (trong kỳ)" if days[0] <= row.since <= days[1] else ""
        told.append(f"từ ngày {row.since:%d/%m/%Y}{inside}")
    told.append(row.note or "")
    found = _trace(f"person:{row.resident_id}", row.full_name, row, told)
    return found if row.source_import is not None else replace(found, at=row.updated_at)


def _merchant_row(row: Any) -> TraceRow:
    told = [row.owner or ""]
    if row.qr_on is not None:
        told.append(f"mã QR từ ngày {row.qr_on:%d/%m/%Y}")
    return _trace(f"merchant:{row.merchant_id}", row.name, row, told)


def _trace(target: str, label: str, row: Any, told: list[str]) -> TraceRow:
    return TraceRow(
        target=target,
        label=label,
        village=row.village,
        file=row.file,
        sheet=row.sheet,
        row=row.source_row,
        import_id=row.source_import,
        detail=" · ".join(part for part in told if part),
    )


def _typed_row(row: Any) -> TraceRow:
    figures = [str(part) for part in (row.numerator, row.denominator) if part is not None]
    return TraceRow(
        target="typed",
        label=row.village or "Toàn xã",
        village=row.village,
        file=row.file,
        sheet=row.sheet,
        row=row.source_row,
        import_id=row.source_import,
        detail=" / ".join(figures) + (f" · {row.note}" if row.note else ""),
        typed_by=row.who,
        at=row.updated_at,
    )
