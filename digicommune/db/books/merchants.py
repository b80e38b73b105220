"""The merchants' register with their QR codes; a closed merchant stays in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select, update

from digicommune.db import dialect, schema
from digicommune.db.books.people import portions, source_of
from digicommune.db.desk import Desk
from digicommune.db.troubles import changed_meanwhile
from digicommune.domain.merchants import Merchant, Visit
from digicommune.domain.people import SourceRow
from digicommune.domain.registers import MerchantIndex, MerchantKeys, MerchantQuery, title_key
from digicommune.domain.text import fold

_FACTS = (
    "name name_fold name_key owner owner_fold village_id tax_code cccd phone address line state"
    " closed_on qr_state qr_bank_bin qr_on has_transactions revenue source_import source_row"
    " qr_import qr_row note stall provider qr_kind qr_service qr_text qr_checked_on qr_checked_by"
    " qr_works qr_problem sound_box visit visit_on"
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
        *_code_facts(one),
        one.sound_box,
        one.visit,
        dialect.iso(one.visit_on),
    )


def _code_facts(one: Merchant) -> tuple[object, ...]:
    return (
        one.stall,
        one.provider,
        one.qr_kind,
        one.qr_service,
        one.qr_text,
        dialect.iso(one.qr_checked_on),
        one.qr_checked_by,
        one.qr_works,
        one.qr_problem,
    )


# Columns that are fields of the same name.
_SAME_FIELDS: Final = (
    "merchant_id name owner village_id tax_code cccd phone address line state closed_on"
    " qr_state qr_bank_bin qr_on has_transactions revenue version note"
    " provider qr_kind qr_service qr_text qr_checked_on qr_checked_by qr_works qr_problem"
    " sound_box visit_on"
)
_SAME: Final = tuple(_SAME_FIELDS.split())
_same = attrgetter(*_SAME)


def _merchant(row: Any) -> Merchant:
    return Merchant(
        **dict(zip(_SAME, _same(row), strict=True)),
        stall=row.stall or "unknown",  # rows of before the upgrade say nothing
        visit=row.visit or "not_visited",
        source=source_of(row.source_import, row.source_row),
        qr_source=source_of(row.qr_import, row.qr_row),
    )


def kept_merchants() -> ColumnElement[bool]:
    """Merchants that are in the register, not in the trash."""
    return schema.merchants.c.removed_at.is_(None)


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
        return self._desk.count(schema.merchants, *_rules(query or MerchantQuery()))

    def get(self, ids: Iterable[int]) -> dict[int, Merchant]:
        """Merchants by id, those of the trash too; unknown ids are absent."""
        table, found = schema.merchants, {}
        for some in portions(ids):
            for row in self._desk.all(self._desk.rows_of(table, table.c.merchant_id.in_(some))):
                found[row.merchant_id] = _merchant(row)
        return found

    def match_index(self) -> MerchantIndex:
        """Every merchant by what a list may know of it."""
        table = schema.merchants
        columns = [table.c[name] for name in MerchantKeys._fields]
        query = select(*columns).where(self._desk.mine(table), kept_merchants())
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
        gone = 0
        for some in portions(ids):
            visits, shops = schema.merchant_visits, schema.merchants
            self._desk.remove(visits, visits.c.merchant_id.in_(some))
            gone += self._desk.remove(shops, shops.c.merchant_id.in_(some))
        return gone

    def put_away(self, ids: Iterable[int], merged_into: int | None = None) -> int:
        """Takes merchants out of the register, noting whom they were made one with."""
        return self._mark(ids, {"removed_at": self._desk.now, "merged_into": merged_into})

    def put_back(self, ids: Iterable[int]) -> int:
        """Puts merchants back into the register; returns how many."""
        return self._mark(ids, {"removed_at": None, "merged_into": None})

    def in_trash(self) -> tuple[Merchant, ...]:
        """What is in the trash, the last first; those made one with others are not."""
        table = schema.merchants
        query = self._desk.rows_of(table, ~kept_merchants(), table.c.merged_into.is_(None))
        rows = self._desk.all(query.order_by(table.c.removed_at.desc(), table.c.merchant_id))
        return tuple(_merchant(row) for row in rows)

    def _mark(self, ids: Iterable[int], values: dict[str, object]) -> int:
        table, marked = schema.merchants, 0
        new = {**values, "updated_at": self._desk.now, "version": table.c.version + 1}
        for some in portions(ids):
            rule = (self._desk.mine(table), table.c.merchant_id.in_(some))
            marked += self._desk.connection.execute(update(table).where(*rule).values(new)).rowcount
        return marked

    def visits(self, merchant_id: int) -> tuple[Visit, ...]:
        """The steps the rounds noted of a shop, the last first."""
        table = schema.merchant_visits
        found = self._desk.rows_of(table, table.c.merchant_id == merchant_id)
        rows = self._desk.all(found.order_by(table.c.held_on.desc(), table.c.visit_id.desc()))
        return tuple(
            Visit(one.merchant_id, one.visit_id, one.state, one.held_on, one.note, one.who)
            for one in rows
        )

    def add_visit(self, visit: Visit) -> None:
        """Keeps a step; its number comes from ``ids.block("merchant_visits", 1)``."""
        values = {**visit._asdict(), "who": visit.who or self._desk.actor.who}
        self._desk.add(schema.merchant_visits, values)

    def remove_visit(self, merchant_id: int, visit_id: int) -> None:
        """Takes a step out, for taking back what was noted by mistake."""
        table = schema.merchant_visits
        self._desk.remove(table, table.c.merchant_id == merchant_id, table.c.visit_id == visit_id)

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
    yield kept_merchants()
    if query.village_id is not None:
        yield table.c.village_id == query.village_id
    if query.state is not None:
        yield table.c.state == query.state
    for word in fold(query.search).split():
        columns = [table.c.name_fold, table.c.owner_fold]
        if word.isdigit():
            columns += [table.c.tax_code, table.c.cccd, table.c.phone]
        yield or_(*(column.contains(word, autoescape=True) for column in columns))
