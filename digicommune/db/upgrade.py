"""Brings a database to the newest schema, all or nothing; a newer one is never touched."""

from __future__ import annotations

import re
import threading
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

HEAD = 7
_ONE_AT_A_TIME = threading.Lock()  # Alembic keeps the connection it works on in a global
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


def make_schema(engine: Engine, chain: Chain) -> None:
    """Every table in an empty database, or none."""
    with engine.connect() as connection:
        _lock(connection)
        if schema_of(connection) == 0:
            _run(connection, chain)
        connection.commit()


def upgrade_file(path: Path, chain: Chain) -> Path:
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


def upgrade_server(engine: Engine, where: str, chain: Chain) -> None:
    """Upgrades a server's schema in one transaction; its backup is the administrator's."""
    with plain_words(where), engine.connect() as connection:
        _upgrade(connection, chain, where)


def _upgrade(connection: Connection, chain: Chain, where: str) -> None:
    _lock(connection)
    if schema_of(connection) >= chain.head:
        connection.rollback()  # somebody else has just done it
        return
    before = State(row_counts(connection), rules_of(connection))
    _run(connection, chain)
    _examine(connection, before, chain, where)
    connection.commit()


def _lock(connection: Connection) -> None:
    connection.begin()
    if not is_file(connection):
        connection.execute(text("SELECT pg_advisory_xact_lock(:app, 0)"), {"app": APPLICATION_ID})


def _run(connection: Connection, chain: Chain) -> None:
    from alembic import command

    with _ONE_AT_A_TIME:
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


@dataclass(frozen=True, slots=True)
class State:
    """What an upgrade must not lose."""

    rows: Mapping[str, int]
    rules: frozenset[tuple[str, str]]


def _examine(connection: Connection, before: State, chain: Chain, where: str) -> None:
    rows, allowed = row_counts(connection), _declared(chain, "fewer_rows_in")
    for table, count in before.rows.items():
        if table not in allowed and rows.get(table, -1) < count:
            raise trouble("upgrade_refused", where, why=f"mất dòng trong {table}")
    # Copying a table to change it (Alembic's batch) drops its CHECKs and triggers without a word.
    dropped = _declared(chain, "drops_rules")
    lost = [name for table, name in before.rules - rules_of(connection) if table in rows]
    if set(lost) - dropped:
        raise trouble("upgrade_refused", where, why=f"mất quy tắc {min(set(lost) - dropped)}")
    if not is_file(connection):
        return
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise trouble("upgrade_refused", where, why="đứt liên kết giữa các bảng")
    if shape_of(connection) != fresh_shape(chain):
        raise trouble("upgrade_refused", where, why="khác với tệp mới")


def rules_of(connection: Connection) -> frozenset[tuple[str, str]]:
    """Table and name of every CHECK and trigger."""
    if is_file(connection):
        query = "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
        triggers = {(str(row[0]), str(row[1])) for row in connection.exec_driver_sql(query)}
        checks = {(table, rule) for kind, table, rule in shape_of(connection) if kind == "check"}
        return frozenset(triggers | checks)
    query = (
        "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c'"
        " AND connamespace = current_schema()::regnamespace"
        " UNION SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    return frozenset((str(row[0]), str(row[1])) for row in connection.exec_driver_sql(query))


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


def fresh_shape(chain: Chain) -> frozenset[tuple[str, str, str]]:
    """The shape of a database made anew by the same steps."""
    import sqlcipher3

    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2)
    try:
        with engine.connect() as connection:
            _run(connection, chain)
            return shape_of(connection)
    finally:
        engine.dispose()


def _declared(chain: Chain, what: str) -> frozenset[str]:
    """What the steps say of themselves: ``fewer_rows_in`` tables, ``drops_rules`` by name."""
    from alembic.script import ScriptDirectory

    steps: Any = ScriptDirectory.from_config(_config(None, chain)).walk_revisions()
    return frozenset(name for step in steps for name in getattr(step.module, what, ()))
