"""The one connection a unit of work writes on, and the moves every book makes; it keeps no rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, Select, Table, func, select, update

from digicommune.db import dialect, schema
from digicommune.db.troubles import changed_meanwhile
from digicommune.domain.registers import Actor

Query = Select[*tuple[Any, ...]]


def utc_now() -> str:
    """This moment, as stamps are written."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Desk:
    """A unit's connection, whose commune it works for, who works, and since when."""

    connection: Connection
    commune_id: int
    actor: Actor
    now: str

    def mine(self, table: Table) -> ColumnElement[bool]:
        """The rule that a row belongs to this commune."""
        rule: ColumnElement[bool] = table.c.commune_id == self.commune_id
        return rule

    def rows_of(self, table: Table, *rules: ColumnElement[bool]) -> Query:
        """A query for this commune's rows of ``table``."""
        return select(table).where(self.mine(table), *rules)

    def all(self, statement: Query) -> Sequence[Any]:
        """Every row of a query."""
        return self.connection.execute(statement).all()

    def first(self, statement: Query) -> Any:
        """The first row of a query, or None."""
        return self.connection.execute(statement).first()

    def value(self, statement: Query) -> Any:
        """The single value of a query, or None."""
        return self.connection.execute(statement).scalar()

    def run(self, statement: Executable) -> None:
        """Runs a statement nobody waits for an answer of."""
        self.connection.execute(statement)

    def count(self, table: Table, *rules: ColumnElement[bool]) -> int:
        """How many of this commune's rows there are."""
        query = select(func.count()).select_from(table).where(self.mine(table), *rules)
        return int(self.value(query))

    def stamped(self, values: Mapping[str, object]) -> dict[str, object]:
        """A new row's values with commune and stamps."""
        return {
            "commune_id": self.commune_id,
            **values,
            "created_at": self.now,
            "updated_at": self.now,
        }

    def add(self, table: Table, values: Mapping[str, object]) -> None:
        """A new row."""
        self.run(table.insert().values(self.stamped(values)))

    def add_some(self, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
        """A few new rows, all with the same columns."""
        listed = [self.stamped(one) for one in rows]
        if listed:
            self.connection.execute(table.insert(), listed)

    def put(self, table: Table, key: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Adds rows or changes those that are there; ``key`` without the commune."""
        listed = [self.stamped(one) for one in rows]
        dialect.upsert(self.connection, table, f"commune_id {key}", listed)

    def remove(self, table: Table, *rules: ColumnElement[bool]) -> int:
        """Removes this commune's rows that the rules fit; returns how many."""
        return self.connection.execute(table.delete().where(self.mine(table), *rules)).rowcount

    def edit(
        self,
        table: Table,
        key: Mapping[str, object],
        values: Mapping[str, object],
        version: int | None,
    ) -> bool:
        """Changes one row if it still has ``version`` (None: whatever it has); tells if it did."""
        rules = [table.c[name] == value for name, value in key.items()]
        if version is not None:
            rules.append(table.c.version == version)
        new = {**values, "updated_at": self.now}
        if "version" in table.c:
            new["version"] = table.c.version + 1
        statement = update(table).where(self.mine(table), *rules).values(new)
        return self.connection.execute(statement).rowcount == 1

    def edit_or_refuse(
        self, table: Table, key: Mapping[str, object], values: Mapping[str, object], version: int
    ) -> None:
        """Changes one row; raises ``changed_meanwhile`` where somebody has changed it since."""
        if not self.edit(table, key, values, version):
            raise changed_meanwhile(_NAMES.get(table.name, "Mục này"))

    def ids(self, name: str, count: int) -> range:
        """``count`` fresh numbers of a table, small and counted from 1 within the commune."""
        counters = schema.counters
        here = counters.c.name == name
        start = self.value(select(counters.c.next_id).where(self.mine(counters), here))
        first = 1 if start is None else int(start)
        if start is None:
            self.add(counters, {"name": name, "next_id": first + count})
        else:
            self.edit(counters, {"name": name}, {"next_id": first + count}, None)
        return range(first, first + count)


_NAMES = {
    "communes": "Thông tin xã",
    "villages": "Thôn này",
    "residents": "Người này",
    "merchants": "Hộ kinh doanh này",
    "campaigns": "Chiến dịch này",
    "letter_batches": "Đợt giấy mời này",
    "manual_answers": "Câu trả lời này",
    "proofs": "Minh chứng này",
    "gap_tasks": "Việc này",
    "dossier_steps": "Phần này của hồ sơ",
    "recognitions": "Quyết định công nhận này",
    "superior_books": "Biểu này",
    "report_sections": "Mục này của báo cáo",
    "teams": "Tổ này",
    "team_trainings": "Buổi tập huấn này",
    "team_rounds": "Lượt đi này",
}
