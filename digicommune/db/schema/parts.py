"""The pieces all tables are put together from: commune first, named rules, stamps, versions."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def commune() -> Column[int]:
    """The commune a row belongs to; first of every key."""
    return Column("commune_id", Integer, nullable=False, autoincrement=False)


def number(name: str, *, optional: bool = False) -> Column[int]:
    """A whole number."""
    # A composite key is no rowid: SQLAlchemy would make the first integer count by itself.
    return Column(name, Integer, nullable=optional, autoincrement=False)


def words(name: str, *, optional: bool = False) -> Column[str]:
    """Text; JSON too."""
    return Column(name, Text, nullable=optional)


def stamps() -> list[Column[str]]:
    """When the row was made and last changed, UTC in ISO 8601 to the second."""
    return [
        Column("created_at", String(20), nullable=False),
        Column("updated_at", String(20), nullable=False),
    ]


def source() -> list[Column[int]]:
    """The row of an import the fact came from."""
    return [number("source_import", optional=True), number("source_row", optional=True)]


def version() -> Column[int]:
    """Counts the edits of a row, so that two people do not overwrite each other."""
    return Column("version", Integer, nullable=False)


def link(column: str, parent: str, key: str | None = None) -> ForeignKeyConstraint:
    """A reference that stays inside the commune."""
    return ForeignKeyConstraint(
        ["commune_id", column], [f"{parent}.commune_id", f"{parent}.{key or column}"]
    )


def of_commune() -> ForeignKeyConstraint:
    """Every row belongs to a commune that exists."""
    return ForeignKeyConstraint(["commune_id"], ["communes.commune_id"])


def key(*columns: str) -> PrimaryKeyConstraint:
    """The primary key, commune first."""
    return PrimaryKeyConstraint("commune_id", *columns)


def one_of(column: str, *values: str) -> CheckConstraint:
    """A named rule: the column holds one of these (or nothing, where it may)."""
    # Not IN: SQLite would build the list anew for each row, a third of the time of a bulk insert.
    return CheckConstraint(" OR ".join(f"{column} = '{one}'" for one in values), name=column)


def at_least(column: str, least: int) -> CheckConstraint:
    """A named rule: never below this."""
    return CheckConstraint(f"{column} >= {least}", name=column)


def unique_where(name: str, table: Table, columns: str, rule: str) -> Index:
    """Unique among the rows a rule fits, commune first."""
    named = [table.c.commune_id, *(table.c[column] for column in columns.split())]
    return Index(name, *named, unique=True, sqlite_where=text(rule))


def tell_postgresql() -> None:
    """Gives PostgreSQL the same rules of unique indexes, for comparing tables with a server.

    Apart, because naming it loads its whole dialect, 40 ms that an office with a file never needs.
    """
    for table in metadata.tables.values():
        for index in table.indexes:
            rule = index.dialect_options["sqlite"]["where"]
            index.dialect_options["postgresql"]["where"] = rule
