"""Bank accounts of residents, by person, bank and number; it counts nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, select, type_coerce

from digicommune.db import dialect, schema
from digicommune.db.books.people import portions, source_of
from digicommune.db.desk import Desk
from digicommune.db.troubles import changed_meanwhile
from digicommune.domain.people import Account, SourceRow
from digicommune.domain.registers import AccountFacts, account_key

_ACCOUNT = (
    "commune_id resident_id account_key account_id bank_bin number opened_on campaign_id"
    " source_import source_row note created_at updated_at"
)
_ACCOUNT_CHANGED = (
    "account_key bank_bin number opened_on source_import source_row note updated_at"
    " / commune_id resident_id account_key"
)
_NO_SOURCE = (None, None)


def _account_row(one: Account, commune: int, now: str) -> tuple[object, ...]:
    number, holder, bank, digits, opened, campaign, source, note = one
    key = account_key(bank, digits)
    day = None if opened is None else opened.isoformat()
    entered = _NO_SOURCE if source is None else source
    return commune, holder, key, number, bank, digits, day, campaign, *entered, note, now, now


def _account(row: Any) -> Account:
    return Account(
        row.account_id,
        row.resident_id,
        row.bank_bin,
        row.number,
        row.opened_on,
        row.campaign_id,
        source_of(row.source_import, row.source_row),
        row.note,
    )


def _day_as_text(table: Any) -> ColumnElement[str]:
    return type_coerce(table.c.opened_on, String)


class AccountBook:
    """Bank accounts of residents."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def known(self) -> dict[tuple[int, str], Account]:
        """Every account there is by resident and account key; days are left as ISO text."""
        table = schema.accounts
        file = dialect.is_file(self._desk.connection)
        opened = _day_as_text(table) if file else cast(table.c.opened_on, String)
        query = select(
            table.c.resident_id,
            table.c.account_key,
            table.c.account_id,
            table.c.bank_bin,
            table.c.number,
            opened,
            table.c.campaign_id,
            table.c.source_import,
            table.c.source_row,
            table.c.note,
        ).where(self._desk.mine(table))
        return {
            (holder, key): Account(
                number, holder, bank, digits, day, campaign, source_of(entry, line), note
            )
            for holder, key, number, bank, digits, day, campaign, entry, line, note in (
                self._desk.all(query)
            )
        }

    def add_many(self, accounts: Sequence[Account]) -> None:
        """Adds accounts whose ids come from ``ids.block("accounts", n)``; none may be known."""
        desk = self._desk
        rows = (_account_row(one, desk.commune_id, desk.now) for one in accounts)
        dialect.add_rows(desk.connection, schema.accounts, _ACCOUNT, rows)

    def add_facts(
        self,
        accounts: Iterable[tuple[int, int, AccountFacts, SourceRow]],
        campaign: int | None,
    ) -> None:
        """As ``add_many``, from values made ready beforehand: id, holder, values, source."""
        commune, now = self._desk.commune_id, self._desk.now
        rows = (
            (commune, holder, key, number, bank, digits, day, campaign, *source, note, now, now)
            for number, holder, (key, bank, digits, day, note), source in accounts
        )
        dialect.add_rows(self._desk.connection, schema.accounts, _ACCOUNT, rows)

    def change_many(self, changes: Sequence[tuple[Account, Account]]) -> None:
        """Puts the second of each pair in the place of the first, of the same resident."""
        desk = self._desk
        rows = []
        for before, after in changes:
            _, holder, key, _, bank, digits, day, _, entry, line, note, now, _ = _account_row(
                after, desk.commune_id, desk.now
            )
            found = account_key(before.bank_bin, before.number)
            values = (key, bank, digits, day, entry, line, note, now)
            rows.append((*values, desk.commune_id, holder, found))
        if not rows:
            return
        if dialect.change_rows(desk.connection, schema.accounts, _ACCOUNT_CHANGED, rows) != len(
            rows
        ):
            raise changed_meanwhile("Một trong những tài khoản này")

    def from_import(self, import_id: int) -> tuple[Account, ...]:
        """The accounts whose present values came from an import."""
        table = schema.accounts
        query = self._desk.rows_of(table, table.c.source_import == import_id)
        return tuple(_account(row) for row in self._desk.all(query))

    def of_many(self, residents: Iterable[int]) -> tuple[Account, ...]:
        """The accounts of these residents."""
        table = schema.accounts
        return tuple(
            _account(row)
            for some in portions(residents)
            for row in self._desk.all(self._desk.rows_of(table, table.c.resident_id.in_(some)))
        )

    def remove_many(self, accounts: Sequence[Account]) -> None:
        """Takes these accounts out."""
        desk = self._desk
        rows = [
            (desk.commune_id, one.resident_id, account_key(one.bank_bin, one.number))
            for one in accounts
        ]
        finding = "commune_id resident_id account_key"
        dialect.remove_rows(desk.connection, schema.accounts, finding, rows)

    def of(self, resident_id: int) -> tuple[Account, ...]:
        """A resident's accounts, oldest first, undated last."""
        table = schema.accounts
        query = self._desk.rows_of(table, and_(table.c.resident_id == resident_id)).order_by(
            table.c.opened_on.is_(None), table.c.opened_on, table.c.account_id
        )
        return tuple(_account(row) for row in self._desk.all(query))

    def count(self) -> int:
        """How many accounts there are."""
        return self._desk.count(schema.accounts)
