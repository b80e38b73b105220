"""The merchants' register with their QR codes; a closed merchant stays in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from digicommune.db import dialect, schema
from digicommune.db.books.people import portions, source_of
from digicommune.db.desk import Desk
from digicommune.db.troubles import changed_meanwhile
from digicommune.domain.merchants import Merchant
from digicommune.domain.people import SourceRow
from digicommune.domain.registers import MerchantIndex, MerchantKeys, MerchantQuery, title_key
from digicommune.domain.text import fold

_FACTS = (
    "name name_fold name_key owner owner_fold village_id tax_code cccd phone address line state"
    " closed_on qr_state qr_bank_bin qr_on has_transactions revenue source_import source_row"
    " qr_import qr_row note"
)
_NEW = f"commune_id merchant_id {_FACTS} version created_at updated_at"
_CHANGED = f"{_FACTS} updated_at version / commune_id merchant_id version"


def _pair(source: SourceRow | None) -> tuple[int | None, int | None]:
    return (None, None) if source is None else (source.import_id, source.row)


def _facts(one: Merchant) -> tuple[object, ...]:
    return (
        one.name,
        fold(one.name),
        title_key(one.name),
        one.owner,
        fold(one.owner) if one.owner else None,
        one.village_id,
        one.tax_code,
        one.cccd,
        one.phone,
        one.address,
        one.line,
        one.state,
        dialect.iso(one.closed_on),
        one.qr_state,
        one.qr_bank_bin,
        dialect.iso(one.qr_on),
        one.has_transactions,
        one.revenue,
        *_pair(one.source),
        *_pair(one.qr_source),
        one.note,
    )


def _merchant(row: Any) -> Merchant:
    same = (
        "merchant_id name owner village_id tax_code cccd phone address line state closed_on"
        " qr_state qr_bank_bin qr_on has_transactions revenue version note"
    )
    return Merchant(
        **{name: getattr(row, name) for name in same.split()},
        source=source_of(row.source_import, row.source_row),
        qr_source=source_of(row.qr_import, row.qr_row),
    )


class MerchantBook:
    """Merchants."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Merchant, ...]:
        """Every merchant, by name."""
        return self.list(MerchantQuery())

    def list(self, query: MerchantQuery) -> tuple[Merchant, ...]:
        """A page of merchants, by name."""
        table = schema.merchants
        found = (
            self._desk.rows_of(table, *_rules(query))
            .order_by(table.c.name_key, table.c.merchant_id)
            .limit(query.limit)
            .offset(query.offset)
        )
        return tuple(_merchant(row) for row in self._desk.all(found))

    def count(self, query: MerchantQuery | None = None) -> int:
        """How many merchants there are, or fit a query."""
        return self._desk.count(schema.merchants, *(_rules(query) if query else ()))

    def get(self, ids: Iterable[int]) -> dict[int, Merchant]:
        """Merchants by id; unknown ids are absent."""
        table, found = schema.merchants, {}
        for some in portions(ids):
            for row in self._desk.all(self._desk.rows_of(table, table.c.merchant_id.in_(some))):
                found[row.merchant_id] = _merchant(row)
        return found

    def match_index(self) -> MerchantIndex:
        """Every merchant by what a list may know of it."""
        table = schema.merchants
        columns = [table.c[name] for name in MerchantKeys._fields]
        query = select(*columns).where(self._desk.mine(table))
        return MerchantIndex([MerchantKeys(*row) for row in self._desk.all(query)])

    def add_many(self, merchants: Sequence[Merchant]) -> int | None:
        """Adds merchants whose ids come from ``ids.block("merchants", n)``; returns the first."""
        desk = self._desk
        rows = (
            (desk.commune_id, one.merchant_id, *_facts(one), one.version, desk.now, desk.now)
            for one in merchants
        )
        dialect.add_rows(desk.connection, schema.merchants, _NEW, rows)
        return merchants[0].merchant_id if merchants else None

    def from_import(self, import_id: int) -> tuple[Merchant, ...]:
        """The merchants that an import made, or gave their QR code."""
        table = schema.merchants
        theirs = or_(table.c.source_import == import_id, table.c.qr_import == import_id)
        return tuple(_merchant(row) for row in self._desk.all(self._desk.rows_of(table, theirs)))

    def remove_many(self, ids: Iterable[int]) -> int:
        """Takes merchants out for good, for undoing an import alone; returns how many."""
        table = schema.merchants
        return sum(
            self._desk.remove(table, table.c.merchant_id.in_(some)) for some in portions(ids)
        )

    def update(self, merchant: Merchant) -> Merchant:
        """Changes one merchant; raises ``changed_meanwhile``."""
        self.update_many([merchant])
        return replace(merchant, version=merchant.version + 1)

    def update_many(self, merchants: Sequence[Merchant]) -> None:
        """Changes merchants, all or (by ``changed_meanwhile``) none of them."""
        desk = self._desk
        rows = [
            (*_facts(one), desk.now, one.version + 1, desk.commune_id, one.merchant_id, one.version)
            for one in merchants
        ]
        if not rows:
            return
        found = dialect.change_rows(desk.connection, schema.merchants, _CHANGED, rows)
        if found != len(rows):
            raise changed_meanwhile(
                "Hộ kinh doanh này" if len(rows) == 1 else "Một trong những hộ kinh doanh này"
            )


def _rules(query: MerchantQuery) -> Iterator[ColumnElement[bool]]:
    table = schema.merchants
    if query.village_id is not None:
        yield table.c.village_id == query.village_id
    if query.state is not None:
        yield table.c.state == query.state
    for word in fold(query.search).split():
        columns = [table.c.name_fold, table.c.owner_fold]
        if word.isdigit():
            columns += [table.c.tax_code, table.c.cccd, table.c.phone]
        yield or_(*(column.contains(word, autoescape=True) for column in columns))
