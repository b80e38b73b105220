"""The residents' register; it matches nobody by itself and never merges two people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, String, case, cast, func, or_, select, type_coerce, update

from digicommune.db import dialect, schema
from digicommune.db.desk import Desk
from digicommune.db.troubles import changed_meanwhile
from digicommune.domain.people import Residence, Resident, SourceRow
from digicommune.domain.people_search import Findable
from digicommune.domain.registers import (
    PeopleIndex,
    PeopleQuery,
    PersonFacts,
    PersonKeys,
)
from digicommune.domain.text import fold, name_key

AT_A_TIME = 500  # values in one IN (…), well below what either database takes

_PLAIN = "village_id birth_year sex cccd cmnd phone household address residence note"
_FACTS = f"full_name name_fold name_key birth_date {_PLAIN} source_import source_row"
_NEW = f"commune_id resident_id version created_at updated_at {_FACTS}"
_MORE = "lane is_head residence_on"  # no list brings them
_WHOLE = f"{_NEW} {_MORE}"
_CHANGED = f"{_FACTS} {_MORE} updated_at version / commune_id resident_id version"
_NO_SOURCE = (None, None)
# One call for many columns: at 50,000 people, reading them one by one is a third of the work.
_plain = attrgetter(*_PLAIN.split())


def _facts(one: Resident) -> tuple[object, ...]:
    name, born, source = one.full_name, one.birth_date, one.source
    return (
        name,
        fold(name),
        name_key(name),
        None if born is None else born.isoformat(),
        *_plain(one),
        *(_NO_SOURCE if source is None else source),
    )


def _more(one: Resident) -> tuple[object, ...]:
    day = one.residence_on
    return one.lane, one.is_head, None if day is None else day.isoformat()


def source_of(number: int | None, row: int | None) -> SourceRow | None:
    """The import row of two columns."""
    return None if number is None else SourceRow(number, row or 0)


def resident_from(row: Any) -> Resident:
    """A resident of a whole row."""
    return Resident(
        resident_id=row.resident_id,
        full_name=row.full_name,
        village_id=row.village_id,
        birth_date=row.birth_date,
        birth_year=row.birth_year,
        sex=row.sex,
        cccd=row.cccd,
        cmnd=row.cmnd,
        phone=row.phone,
        household=row.household,
        address=row.address,
        residence=row.residence,
        source=source_of(row.source_import, row.source_row),
        version=row.version,
        note=row.note,
        lane=row.lane,
        is_head=row.is_head,
        residence_on=row.residence_on,
    )


def _named(desk: Desk, one: Resident) -> tuple[int, int, int]:
    return desk.commune_id, one.resident_id, one.version


def kept_people() -> ColumnElement[bool]:
    """The rule that a person is not in the trash."""
    rule: ColumnElement[bool] = schema.residents.c.removed_at.is_(None)
    return rule


class PeopleBook:
    """Residents."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def match_index(self) -> PeopleIndex:
        """Everyone by what a list may know of them, read in one query."""
        table = schema.residents
        born = cast(table.c.birth_date, String) if not self._file else _as_text(table)
        year = case(
            (table.c.birth_date.is_not(None), func.substr(born, 1, 4)),
            else_=cast(table.c.birth_year, String),
        )
        query = select(
            table.c.resident_id,
            table.c.full_name,
            table.c.name_fold,
            born,
            year,
            table.c.cccd,
            table.c.cmnd,
            table.c.phone,
            table.c.village_id,
        ).where(self._desk.mine(table), kept_people())
        return PeopleIndex([_keys(row) for row in self._desk.all(query)])

    @property
    def _file(self) -> bool:
        return dialect.is_file(self._desk.connection)

    def get(self, ids: Iterable[int]) -> dict[int, Resident]:
        """Residents by id; unknown ids are absent."""
        table, found = schema.residents, {}
        for some in portions(ids):
            for row in self._desk.all(self._desk.rows_of(table, table.c.resident_id.in_(some))):
                found[row.resident_id] = resident_from(row)
        return found

    def findable(self) -> tuple[Findable, ...]:
        """Everyone as they are looked for, as offices sort; with the head of their household."""
        table = schema.residents
        query = (
            select(
                table.c.resident_id, table.c.full_name, table.c.cccd, table.c.cmnd, table.c.phone,
                table.c.village_id, table.c.household, table.c.is_head,
            )
            .where(self._desk.mine(table), kept_people())
            .order_by(table.c.name_key, table.c.resident_id)
        )  # fmt: skip
        rows = self._desk.all(query)
        heads = {(row.village_id, row.household): row.full_name for row in rows if row.is_head}
        return tuple(
            Findable(
                row.resident_id,
                row.full_name,
                tuple(one for one in (row.cccd, row.cmnd, row.phone) if one),
                heads.get((row.village_id, row.household), "") if row.household else "",
            )
            for row in rows
        )

    def whereabouts(self) -> tuple[tuple[int, int | None, Residence], ...]:
        """Everyone's number, village and residence: what the list of people is filtered by."""
        table = schema.residents
        query = select(table.c.resident_id, table.c.village_id, table.c.residence)
        rows = self._desk.all(query.where(self._desk.mine(table), kept_people()))
        return tuple((row[0], row[1], row[2]) for row in rows)

    def of_household(self, person: Resident) -> tuple[Resident, ...]:
        """The others of a person's household, the head first."""
        if not person.household:
            return ()
        table = schema.residents
        here = (table.c.household == person.household, table.c.village_id == person.village_id)
        query = self._desk.rows_of(
            table, kept_people(), *here, table.c.resident_id != person.resident_id
        )
        rows = self._desk.all(query.order_by(table.c.is_head.desc(), table.c.birth_year))
        return tuple(resident_from(row) for row in rows)

    def add_many(self, people: Sequence[Resident]) -> int | None:
        """Adds residents whose ids come from ``ids.block("residents", n)``; returns the first id.

        Raises ``cccd_taken`` where a personal number is in the register already.
        """
        desk = self._desk
        commune, now = desk.commune_id, desk.now
        rows = (
            (commune, one.resident_id, one.version, now, now, *_facts(one), *_more(one))
            for one in people
        )
        dialect.add_rows(desk.connection, schema.residents, _WHOLE, rows)
        return people[0].resident_id if people else None

    def add_facts(self, people: Iterable[tuple[int, PersonFacts, SourceRow]]) -> None:
        """As ``add_many``, from values made ready beforehand: id, values, source."""
        commune, now = self._desk.commune_id, self._desk.now
        rows = ((commune, number, 1, now, now, *facts, *source) for number, facts, source in people)
        dialect.add_rows(self._desk.connection, schema.residents, _NEW, rows)

    def update(self, person: Resident) -> Resident:
        """Changes one resident; raises ``changed_meanwhile``, ``cccd_taken``."""
        self.update_many([person])
        return replace(person, version=person.version + 1)

    def update_many(self, people: Sequence[Resident]) -> None:
        """Changes residents, all or (by ``changed_meanwhile``) none of them."""
        desk = self._desk
        rows = [
            (*_facts(one), *_more(one), desk.now, one.version + 1, *_named(desk, one))
            for one in people
        ]
        if not rows:
            return
        found = dialect.change_rows(desk.connection, schema.residents, _CHANGED, rows)
        if found != len(rows):
            raise changed_meanwhile("Người này" if len(rows) == 1 else "Một trong những người này")

    def mark_heads(self, people: Iterable[int]) -> None:
        """Notes residents just added as heads of their households."""
        table = schema.residents
        for some in portions(people):
            rule = (self._desk.mine(table), table.c.resident_id.in_(some))
            self._desk.run(update(table).where(*rule).values(is_head=True))

    def remove_many(self, ids: Iterable[int]) -> int:
        """Takes residents out of the register for good; returns how many there were.

        For undoing an import alone: whoever moves away or dies stays in the register.
        """
        table = schema.residents
        return sum(
            self._desk.remove(table, table.c.resident_id.in_(some)) for some in portions(ids)
        )

    def list(self, query: PeopleQuery) -> tuple[Resident, ...]:
        """A page of residents, by given name as offices sort."""
        table = schema.residents
        found = (
            self._desk.rows_of(table, *self._rules(query))
            .order_by(table.c.name_key, table.c.resident_id)
            .limit(query.limit)
            .offset(query.offset)
        )
        return tuple(resident_from(row) for row in self._desk.all(found))

    def count(self, query: PeopleQuery | None = None) -> int:
        """How many residents there are, or fit a query."""
        return self._desk.count(schema.residents, *self._rules(query or PeopleQuery()))

    def _rules(self, query: PeopleQuery) -> Iterable[ColumnElement[bool]]:
        table = schema.residents
        yield kept_people()
        if query.village_id is not None:
            yield table.c.village_id == query.village_id
        for word in fold(query.search).split():
            fits = [table.c.name_fold.contains(word, autoescape=True)]
            if word.isdigit():
                numbers = (table.c.cccd, table.c.cmnd, table.c.phone)
                fits += [column.contains(word, autoescape=True) for column in numbers]
            yield or_(*fits)


def _as_text(table: Any) -> ColumnElement[str]:
    # SQLite keeps the date as text already; asking for a date would parse 50,000 of them.
    return type_coerce(table.c.birth_date, String)


def _keys(row: Any) -> PersonKeys:
    number, name, folded, born, year, cccd, cmnd, phone, village = row
    return PersonKeys(
        number, name, folded, born, int(year) if year else None, cccd, cmnd, phone, village
    )


def portions(ids: Iterable[int]) -> Iterable[list[int]]:
    """Ids without repetition, in portions one query takes."""
    listed = list(dict.fromkeys(ids))
    for start in range(0, len(listed), AT_A_TIME):
        yield listed[start : start + AT_A_TIME]
