"""Whom and what figures count, as rules of SQL; counting and tracing read the same ones."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, func, or_, true

from digicommune.db import schema
from digicommune.db.books.merchants import kept_merchants
from digicommune.db.books.people import kept_people
from digicommune.db.desk import Desk
from digicommune.domain.registers import AgeWindow, QrQuestion

UNKNOWN_VILLAGE = 0  # how a question names the people and shops without a village


def counted_people(desk: Desk, ages: AgeWindow | None) -> ColumnElement[bool]:
    """People of a base who are counted: in the register, neither moved away nor deceased."""
    people = schema.residents
    here = people.c.residence.in_(("present", "away"))
    return and_(desk.mine(people), kept_people(), here, of_age(ages))


def merchant_rules(
    desk: Desk, end: date, what: QrQuestion
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Which merchants are looked at on a day, and which of them count."""
    table = schema.merchants
    standing = or_(table.c.state == "active", table.c.closed_on > end)
    active = and_(desk.mine(table), kept_merchants(), standing)
    in_use = and_(table.c.qr_state == "in_use", up_to(table.c.qr_on, end))
    if what == "qr":
        return active, in_use
    return and_(active, in_use), table.c.has_transactions.is_(true())


def holding(fact: str, end: date) -> tuple[ColumnElement[bool], ...]:
    """A fact that holds on a day."""
    facts = schema.resident_facts
    lasting = or_(facts.c.until.is_(None), facts.c.until >= end)
    return facts.c.fact == fact, up_to(facts.c.since, end), lasting


def up_to(day: Any, end: date) -> ColumnElement[bool]:
    """Undated, or not after a day."""
    return or_(day.is_(None), day <= end)


def how_many(rule: ColumnElement[bool]) -> Any:
    """How many rows a rule fits."""
    return func.sum(case((rule, 1), else_=0))


def in_villages(table: Any, numbers: Collection[int] | None) -> ColumnElement[bool]:
    """In one of these villages of the register; 0 among them: in none known."""
    if numbers is None:
        return true()
    known = [number for number in numbers if number != UNKNOWN_VILLAGE]
    rules: list[ColumnElement[bool]] = [table.c.village_id.in_(known)] if known else []
    if UNKNOWN_VILLAGE in numbers:
        rules.append(table.c.village_id.is_(None))
    return or_(false(), *rules)


def same(one: Any, other: Any, column: str) -> ColumnElement[bool]:
    """Of one commune and one value."""
    return and_(one.c.commune_id == other.c.commune_id, one.c[column] == other.c[column])


def import_of(table: Any, number: Any) -> ColumnElement[bool]:
    """The import of a number."""
    imports = schema.imports
    return and_(imports.c.commune_id == table.c.commune_id, imports.c.import_id == number)


def of_age(ages: AgeWindow | None) -> ColumnElement[bool]:
    """Born within a base's days."""
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
