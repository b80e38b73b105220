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
        results, rows, people = schema.walk_results, schema.walk_sheet_rows, schema.residents
        villages, accounts = schema.villages, schema.accounts
        line = and_(
            rows.c.commune_id == results.c.commune_id,
            rows.c.sheet_id == results.c.sheet_id,
            rows.c.position == results.c.position,
        )
        holds = select(accounts.c.account_id).where(_same(accounts, people, "resident_id"))
        query = (
            select(
                people.c.resident_id,
                people.c.full_name,
                villages.c.name.label("village"),
                func.max(results.c.held_on).label("held_on"),
                func.max(results.c.sheet_id).label("sheet_id"),
            )
            .select_from(
                results.join(rows, line)
                .join(people, _same(rows, people, "resident_id"))
                .outerjoin(villages, _same(people, villages, "village_id"))
            )
            .where(
                self._desk.mine(results),
                results.c.service == ACCOUNT,
                results.c.outcome == "refused",
                results.c.held_on >= start,
                results.c.held_on <= end,
                kept_people(),
                ~holds.exists(),
            )
            .group_by(
                people.c.resident_id,
                people.c.full_name,
                people.c.name_key,
                people.c.village_id,
                villages.c.name,
                villages.c.position,
            )
            .order_by(villages.c.position, people.c.village_id, people.c.name_key)
            .order_by(people.c.resident_id)
        )
        return tuple(_row(one) for one in self._desk.all(query))


def _same(one: Any, other: Any, column: str) -> Any:
    return and_(one.c.commune_id == other.c.commune_id, one.c[column] == other.c[column])


def _row(row: Any) -> TraceRow:
    said = f"từ chối ngày {row.held_on:%d/%m/%Y}, danh sách đi từng nhà số {row.sheet_id}"
    return TraceRow(
        f"person:{row.resident_id}", row.full_name, row.village, None, None, None, None, said
    )
