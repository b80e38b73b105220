"""People taken out of the register and kept for being put back; it removes nothing for good."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import update

from digicommune.db import schema
from digicommune.db.books.people import kept_people, portions, resident_from
from digicommune.db.desk import Desk
from digicommune.domain.people import Resident


class TrashBook:
    """Residents in the trash: nobody counts, finds or matches them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def put(self, people: Iterable[int], merged_into: int | None = None) -> int:
        """Takes residents out, noting whom they were merged into; returns how many."""
        return self._mark(people, {"removed_at": self._desk.now, "merged_into": merged_into})

    def restore(self, people: Iterable[int]) -> int:
        """Puts residents back; raises ``cccd_taken`` where another bears the number now."""
        return self._mark(people, {"removed_at": None, "merged_into": None})

    def people(self) -> tuple[Resident, ...]:
        """Who is in the trash, the last first; those merged into others are not."""
        table = schema.residents
        query = self._desk.rows_of(table, ~kept_people(), table.c.merged_into.is_(None))
        rows = self._desk.all(query.order_by(table.c.removed_at.desc(), table.c.resident_id))
        return tuple(resident_from(row) for row in rows)

    def _mark(self, people: Iterable[int], values: dict[str, object]) -> int:
        table, marked = schema.residents, 0
        new = {**values, "updated_at": self._desk.now, "version": table.c.version + 1}
        for some in portions(people):
            rule = (self._desk.mine(table), table.c.resident_id.in_(some))
            marked += self._desk.connection.execute(update(table).where(*rule).values(new)).rowcount
        return marked
