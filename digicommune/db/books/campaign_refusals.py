"""Who refused an account when a digital team called, and has none yet; it asks nobody why."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import and_, func, select

from digicommune.db import schema
from digicommune.db.books.people import kept_people
from digicommune.db.desk import Desk
from digicommune.domain.figures import TraceRow

ACCOUNT = "TKNH"  # the service of opening an account


class RefusalBook:
    """People known to have refused; numbers a bank tells are not among them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def people(self, start: date, end: date) -> tuple[TraceRow, ...]:
        """Each once, with the last list the refusal was written on; by village and name."""
        results, people, villages = schema.walk_results, schema.residents, schema.villages
        columns = (
            people.c.resident_id,
            people.c.full_name,
            villages.c.name.label("village"),
            func.max(results.c.held_on).label("held_on"),
            func.max(results.c.sheet_id).label("sheet_id"),
        )
        by = (people.c.resident_id, people.c.full_name, people.c.name_key, people.c.village_id)
        query = (
            select(*columns)
            .select_from(_walked())
            .where(self._desk.mine(results), *_refused(start, end), kept_people(), ~_holds())
            .group_by(*by, villages.c.name, villages.c.position)
            .order_by(villages.c.position, people.c.village_id, people.c.name_key)
            .order_by(people.c.resident_id)
        )
        return tuple(_row(one) for one in self._desk.all(query))


def _walked() -> Any:
    """Results with whom each line is about, and the person's village."""
    results, rows, people = schema.walk_results, schema.walk_sheet_rows, schema.residents
    line = and_(
        _same(rows, results, "sheet_id"),
        rows.c.position == results.c.position,
    )
    return (
        results.join(rows, line)
        .join(people, _same(rows, people, "resident_id"))
        .outerjoin(schema.villages, _same(people, schema.villages, "village_id"))
    )


def _refused(start: date, end: date) -> tuple[Any, ...]:
    held = schema.walk_results.c
    return held.service == ACCOUNT, held.outcome == "refused", held.held_on.between(start, end)


def _holds() -> Any:
    """Whether the person has an account anywhere by now."""
    accounts = schema.accounts
    mine = _same(accounts, schema.residents, "resident_id")
    return select(accounts.c.account_id).where(mine).exists()


def _same(one: Any, other: Any, column: str) -> Any:
    return and_(one.c.commune_id == other.c.commune_id, one.c[column] == other.c[column])


def _row(row: Any) -> TraceRow:
    said = f"từ chối ngày {row.held_on:%d/%m/%Y}, danh sách đi từng nhà số {row.sheet_id}"
    return TraceRow(
        f"person:{row.resident_id}", row.full_name, row.village, None, None, None, None, said
    )
