"""Counts the registers in SQL, exactly, and leads every counted unit back to its row."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    case,
    cast,
    false,
    func,
    null,
    or_,
    select,
    true,
)

from digicommune.db import schema
from digicommune.db.desk import Desk
from digicommune.domain.figures import RegisterCount, TraceRow
from digicommune.domain.people import mask_tail
from digicommune.domain.registers import AgeWindow, QrQuestion

UNKNOWN_VILLAGE = 0  # how a question names the people and shops without a village


class CountingBook:
    """Counts and traces; the two read the same rules, so that a figure has as many rows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def accounts_by_village(
        self, start: date, end: date, ages: AgeWindow | None = None
    ) -> tuple[RegisterCount, ...]:
        """Residents with at least one account up to ``end``, by village (None: unknown).

        ``units`` are their accounts; ``in_period`` are people whose first dated account was opened
        from ``start`` to ``end``. People who moved away or died are not counted. An undated account
        counts up to every day.
        """
        people, holders = schema.residents, self._holders(end)
        within = case((holders.c.first_on.between(start, end), 1), else_=0)
        query = (
            select(people.c.village_id, func.count(), func.sum(within), func.sum(holders.c.held))
            .select_from(people.join(holders, people.c.resident_id == holders.c.resident_id))
            .where(self._counted_people(ages))
            .group_by(people.c.village_id)
        )
        return _counts(self._desk.all(query))

    def _holders(self, end: date) -> Any:
        table = schema.accounts
        return (
            select(
                table.c.resident_id,
                func.count().label("held"),
                func.min(table.c.opened_on).label("first_on"),
            )
            .where(self._desk.mine(table), _up_to(table.c.opened_on, end))
            .group_by(table.c.resident_id)
            .subquery("holders")
        )

    def _counted_people(self, ages: AgeWindow | None) -> ColumnElement[bool]:
        people = schema.residents
        here = people.c.residence.in_(("present", "away"))
        return and_(self._desk.mine(people), here, _of_age(ages))

    def merchants_by_village(
        self, end: date, what: QrQuestion, start: date | None = None
    ) -> tuple[RegisterCount, ...]:
        """Merchants with a QR in use, or whose QR has transactions, by village (None: unknown).

        ``denominator``: active merchants at ``end``; for transactions, those with a QR in use.
        ``in_period``: merchants whose QR dates from ``start`` to ``end``; 0 for transactions, which
        carry no day.
        """
        table = schema.merchants
        base, counted = self._merchant_rules(end, what)
        first_day = start or end
        dated = table.c.qr_on.between(first_day, end) if start and what == "qr" else false()
        query = (
            select(
                table.c.village_id,
                _how_many(counted),
                _how_many(and_(counted, dated)),
                cast(null(), Integer),
                func.count(),
            )
            .where(base)
            .group_by(table.c.village_id)
        )
        return _counts(self._desk.all(query))

    def _merchant_rules(
        self, end: date, what: QrQuestion
    ) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        """Which merchants are looked at, and which of them count."""
        table = schema.merchants
        standing = or_(table.c.state == "active", table.c.closed_on > end)
        active = and_(self._desk.mine(table), standing)
        in_use = and_(table.c.qr_state == "in_use", _up_to(table.c.qr_on, end))
        if what == "qr":
            return active, in_use
        return and_(active, in_use), table.c.has_transactions.is_(true())

    # --- who exactly ---

    def holders(self, end: date, ages: AgeWindow | None = None) -> dict[int, int | None]:
        """The people ``accounts_by_village`` counts: resident -> village of the register."""
        people, held = schema.residents, self._holders(end)
        query = (
            select(people.c.resident_id, people.c.village_id)
            .select_from(people.join(held, people.c.resident_id == held.c.resident_id))
            .where(self._counted_people(ages))
        )
        return {row[0]: row[1] for row in self._desk.all(query)}

    def merchants(self, end: date, what: QrQuestion) -> dict[int, int | None]:
        """The shops ``merchants_by_village`` counts: merchant -> village of the register."""
        table = schema.merchants
        base, counted = self._merchant_rules(end, what)
        query = select(table.c.merchant_id, table.c.village_id).where(base, counted)
        return {row[0]: row[1] for row in self._desk.all(query)}

    # --- the way back ---

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
            .outerjoin(villages, _same(people, villages, "village_id"))
            .outerjoin(
                banks,
                and_(banks.c.commune_id == people.c.commune_id, banks.c.bin == first.c.bank_bin),
            )
            .outerjoin(imports, _import_of(people, first.c.source_import))
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
                first.c.place == 1, self._counted_people(ages), _in_villages(people, villages_of)
            )
            .order_by(villages.c.position, people.c.village_id, people.c.name_key)
            .order_by(people.c.resident_id)
        )
        return tuple(_person_row(row, start, end) for row in self._desk.all(query))

    def _first_accounts(self, end: date) -> Any:
        table = schema.accounts
        order = (table.c.opened_on.is_(None), table.c.opened_on, table.c.account_id)
        place = func.row_number().over(partition_by=table.c.resident_id, order_by=order)
        return (
            self._desk.rows_of(table, _up_to(table.c.opened_on, end))
            .add_columns(place.label("place"))
            .subquery("first")
        )

    def trace_merchants(
        self, end: date, what: QrQuestion, villages_of: Collection[int] | None = None
    ) -> tuple[TraceRow, ...]:
        """Each counted merchant with the row its QR came from."""
        table, villages, imports = schema.merchants, schema.villages, schema.imports
        base, counted = self._merchant_rules(end, what)
        source = func.coalesce(table.c.qr_import, table.c.source_import)
        row = case((table.c.qr_import.is_not(None), table.c.qr_row), else_=table.c.source_row)
        joined = table.outerjoin(villages, _same(table, villages, "village_id")).outerjoin(
            imports, _import_of(table, source)
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
            .where(base, counted, _in_villages(table, villages_of))
            .order_by(villages.c.position, table.c.village_id, table.c.name_key)
            .order_by(table.c.merchant_id)
        )
        return tuple(_merchant_row(one) for one in self._desk.all(query))

    def trace_typed(
        self, period: str, indicator: str, village_id: int | None = None
    ) -> tuple[TraceRow, ...]:
        """The typed figures behind an indicator: the village's, or all of them."""
        table, villages, imports = schema.indicator_values, schema.villages, schema.imports
        joined = table.outerjoin(villages, _same(table, villages, "village_id")).outerjoin(
            imports, _import_of(table, table.c.source_import)
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


# --- rules in SQL ---


def _up_to(day: Any, end: date) -> ColumnElement[bool]:
    return or_(day.is_(None), day <= end)


def _how_many(rule: ColumnElement[bool]) -> Any:
    return func.sum(case((rule, 1), else_=0))


def _in_villages(table: Any, numbers: Collection[int] | None) -> ColumnElement[bool]:
    if numbers is None:
        return true()
    known = [number for number in numbers if number != UNKNOWN_VILLAGE]
    rules: list[ColumnElement[bool]] = [table.c.village_id.in_(known)] if known else []
    if UNKNOWN_VILLAGE in numbers:
        rules.append(table.c.village_id.is_(None))
    return or_(false(), *rules)


def _same(one: Any, other: Any, column: str) -> ColumnElement[bool]:
    return and_(one.c.commune_id == other.c.commune_id, one.c[column] == other.c[column])


def _import_of(table: Any, number: Any) -> ColumnElement[bool]:
    imports = schema.imports
    return and_(imports.c.commune_id == table.c.commune_id, imports.c.import_id == number)


def _of_age(ages: AgeWindow | None) -> ColumnElement[bool]:
    if ages is None:
        return true()
    people = schema.residents
    rules = [] if ages.born_to is None else [_born_to(ages.born_to)]
    if ages.born_from_men is not None or ages.born_from_women is not None:
        rules.append(_born_from(ages))
    nothing_known = and_(people.c.birth_date.is_(None), people.c.birth_year.is_(None))
    known = and_(~nothing_known, *rules)
    return or_(known, nothing_known) if ages.unknown else known


def _born_to(day: date) -> ColumnElement[bool]:
    people = schema.residents
    year_alone = and_(people.c.birth_date.is_(None), people.c.birth_year <= day.year)
    return or_(people.c.birth_date <= day, year_alone)


def _born_from(ages: AgeWindow) -> ColumnElement[bool]:
    sex = schema.residents.c.sex
    men, women = ages.born_from_men, ages.born_from_women
    strict = max(day for day in (men, women) if day is not None)
    return or_(
        and_(sex == "Nam", true() if men is None else _born_since(men)),
        and_(sex == "Nữ", true() if women is None else _born_since(women)),
        and_(sex.is_(None), _born_since(strict)),
    )


def _born_since(day: date) -> ColumnElement[bool]:
    people = schema.residents
    # A year alone stands for its 1 January, which any later day of that year leaves out.
    year = day.year if (day.month, day.day) == (1, 1) else day.year + 1
    year_alone = and_(people.c.birth_date.is_(None), people.c.birth_year >= year)
    return or_(people.c.birth_date >= day, year_alone)


# --- rows into values ---


def _counts(rows: Any) -> tuple[RegisterCount, ...]:
    found = [
        RegisterCount(row[0], int(row[1]), int(row[2]), int(row[3] or 0), *map(int, row[4:]))
        for row in rows
    ]
    found.sort(key=lambda one: (one.village_id is None, one.village_id or 0))
    return tuple(found)


def _person_row(row: Any, start: date, end: date) -> TraceRow:
    told = [row.short_name or row.bank_bin or "", mask_tail(row.number)]
    if row.opened_on is not None:
        inside = " (trong kỳ)" if start <= row.opened_on <= end else ""
        told.append(f"mở ngày {row.opened_on:%d/%m/%Y}{inside}")
    return _trace(f"person:{row.resident_id}", row.full_name, row, told)


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
