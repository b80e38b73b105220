"""Brings a database to the newest schema, all or nothing; a newer one is never touched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, text

from digicommune.db.backup import back_up
from digicommune.db.dialect import is_file
from digicommune.db.engine import APPLICATION_ID, file_engine
from digicommune.db.troubles import plain_words, trouble

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = 1
_CHECK = re.compile(r"CONSTRAINT\s+\"?(\w+)\"?\s+CHECK", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps of the schema: the folder of Alembic's entry, where steps lie, the last one.

    A step's revision is its schema number in four digits; the number stands in the file's header
    too, so that a newer file is recognised before it is opened.
    """

    script: Path
    steps: tuple[Path, ...]
    head: int

    @property
    def revision(self) -> str:
        """The last step as Alembic calls it."""
        return f"{self.head:04d}"


_HERE = Path(__file__).resolve().parent / "migrations"
SHIPPED = Chain(_HERE, (_HERE / "versions",), HEAD)


def schema_of(connection: Connection) -> int:
    """The schema number the database is at; 0 where there is none."""
    if is_file(connection):
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    there = connection.exec_driver_sql("SELECT to_regclass('alembic_version')").scalar()
    if there is None:
        return 0
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return int(found) if isinstance(found, str) and found.isdigit() else 0


def make_schema(engine: Engine, chain: Chain = SHIPPED) -> None:
    """Every table in an empty database, or none."""
    with engine.connect() as connection:
        _lock(connection)
        if schema_of(connection) == 0:
            _run(connection, chain)
        connection.commit()


def upgrade_file(path: Path, chain: Chain = SHIPPED) -> Path:
    """Upgrades an office file after a checked backup, whose path it returns.

    Raises ``UserError`` ``upgrade_refused``, ``disk_full`` …; the file is then as it was.
    """
    engine = file_engine(path, foreign_keys=False)
    try:
        with plain_words(str(path)), engine.connect() as connection:
            at = schema_of(connection)
            connection.rollback()
            backup = _free_name(path, at)
            back_up(path, backup)
            _upgrade(connection, chain, str(path))
    finally:
        engine.dispose()
    return backup


def upgrade_server(engine: Engine, where: str, chain: Chain = SHIPPED) -> None:
    """Upgrades a server's schema in one transaction; its backup is the administrator's."""
    with plain_words(where), engine.connect() as connection:
        _upgrade(connection, chain, where)


def _upgrade(connection: Connection, chain: Chain, where: str) -> None:
    _lock(connection)
    if schema_of(connection) >= chain.head:
        connection.rollback()  # somebody else has just done it
        return
    before = row_counts(connection)
    _run(connection, chain)
    _examine(connection, before, chain, where)
    connection.commit()


def _lock(connection: Connection) -> None:
    connection.begin()
    if not is_file(connection):
        connection.execute(text("SELECT pg_advisory_xact_lock(:app, 0)"), {"app": APPLICATION_ID})


def _run(connection: Connection, chain: Chain) -> None:
    from alembic import command

    command.upgrade(_config(connection, chain), chain.revision)
    if is_file(connection):
        connection.exec_driver_sql(f"PRAGMA user_version={chain.head}")


def _config(connection: Connection | None, chain: Chain) -> Config:
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", _escaped(chain.script))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(_escaped, chain.steps)))
    return config


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")  # ConfigParser reads % as the start of a name


def _free_name(path: Path, schema: int) -> Path:
    stem = f"{path.stem}.truoc-nang-cap-{schema:04d}"
    number, name = 1, f"{stem}{path.suffix}"
    while path.with_name(name).exists():
        number += 1
        name = f"{stem}-{number}{path.suffix}"
    return path.with_name(name)


# --- examining what the steps have left, before it is committed ---


def _examine(connection: Connection, before: Mapping[str, int], chain: Chain, where: str) -> None:
    after = row_counts(connection)
    allowed = _fewer_rows_in(chain)
    for table, rows in before.items():
        if table not in allowed and after.get(table, -1) < rows:
            raise trouble("upgrade_refused", where, why=f"mất dòng trong {table}")
    if not is_file(connection):
        return
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise trouble("upgrade_refused", where, why="đứt liên kết giữa các bảng")
    if shape_of(connection) != fresh_shape(chain):
        raise trouble("upgrade_refused", where, why="thiếu quy tắc của bảng")


def row_counts(connection: Connection) -> dict[str, int]:
    """Rows by table, of every table there is."""
    return {
        name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())  # noqa: S608
        for name in _table_names(connection)
    }


def _table_names(connection: Connection) -> list[str]:
    if is_file(connection):
        query = (
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite\\_%'"
            " ESCAPE '\\' ORDER BY name"
        )
    else:
        query = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
    return [str(row[0]) for row in connection.exec_driver_sql(query)]


def shape_of(connection: Connection) -> frozenset[tuple[str, str, str]]:
    """Triggers, indexes and named CHECKs of a SQLite database: what batch steps lose silently."""
    found: set[tuple[str, str, str]] = set()
    for kind, name, sql in connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master"):
        if kind == "table":
            found.update(("check", name, rule) for rule in _CHECK.findall(sql or ""))
        elif sql:
            found.add((kind, name, " ".join(sql.split())))
    return frozenset(found)


def fresh_shape(chain: Chain = SHIPPED) -> frozenset[tuple[str, str, str]]:
    """The shape of a database made anew by the same steps."""
    import sqlcipher3

    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2)
    try:
        with engine.connect() as connection:
            _run(connection, chain)
            return shape_of(connection)
    finally:
        engine.dispose()


def _fewer_rows_in(chain: Chain) -> frozenset[str]:
    from alembic.script import ScriptDirectory

    steps: Any = ScriptDirectory.from_config(_config(None, chain)).walk_revisions()
    return frozenset(table for step in steps for table in getattr(step.module, "fewer_rows_in", ()))
