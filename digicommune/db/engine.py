"""Opens engines on an office file or a server, set as measured to be safe; it makes no table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from digicommune.db.troubles import trouble

APPLICATION_ID = 0x44434D4E  # "DCMN": what the file's header says it is
LEAST_SQLITE = (3, 51, 3)  # before it, WAL could lose a page (sqlite.org/wal.html#walresetbug)
BUSY_SECONDS = 20
_PASSWORD = re.compile(r"(://[^:/@]*:).*@")
_HEADER = b"SQLite format 3\x00"


def is_server(where: str) -> bool:
    """Whether ``where`` is the URL of a server and not the path of a file."""
    return where.partition("://")[0].partition("+")[0] in {"postgresql", "postgres"}


def file_path(where: str) -> Path:
    """The path of a file, written as such or as ``sqlite:///path``."""
    return Path(where.removeprefix("sqlite:///"))


def server_url(where: str) -> tuple[URL, int | None]:
    """The server's URL for psycopg, and the commune chosen by ``?commune=`` in it.

    Raises ``UserError`` ``address_unclear``.
    """
    try:
        url = make_url(where).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        raise trouble("address_unclear", shown(where)) from None
    chosen = url.query.get("commune")
    if chosen is not None and not (isinstance(chosen, str) and chosen.isdigit()):
        raise trouble("address_unclear", shown(where))
    return url.difference_update_query(["commune"]), int(chosen) if chosen else None


def shown(where: str) -> str:
    """``where`` as it may be shown and logged: without a password."""
    if not is_server(where):
        return where
    return _PASSWORD.sub(r"\1***@", where)


def server_engine(url: URL) -> Engine:
    """An engine on a PostgreSQL server; nothing is connected yet."""
    return create_engine(
        url, hide_parameters=True, pool_pre_ping=True, connect_args={"connect_timeout": 10}
    )


def file_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """An engine on an existing office file; ``foreign_keys`` off is for upgrades alone."""
    refuse_old_sqlite()
    address = f"{path.absolute().as_uri()}?mode=rw"

    def connect() -> Any:
        driver = sqlcipher3.connect(
            address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None
        )
        driver.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        driver.execute("PRAGMA synchronous=FULL")
        return driver

    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=connect,
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def refuse_old_sqlite() -> None:
    """Raises ``sqlite_too_old`` on a library with the WAL-reset bug."""
    version: str = sqlcipher3.sqlite_version
    if tuple(int(part) for part in version.split(".")) < LEAST_SQLITE:
        raise trouble("sqlite_too_old", "SQLite", version=version)


def _begin(connection: Connection) -> None:
    # A writer that starts as a reader can be thrown out half way (1,118 lock errors against 0).
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN DEFERRED" if reading else "BEGIN IMMEDIATE")


def start_wal(path: Path) -> None:
    """Makes an empty file in WAL mode and closes it again.

    Set once, at creation: in a simulated power loss a file changed in the session that wrote its
    first data could be lost whole.
    """
    refuse_old_sqlite()
    driver = sqlcipher3.connect(str(path), isolation_level=None)
    try:
        driver.execute("PRAGMA page_size=8192")  # bulk inserts measured 8 % faster than at 4096
        driver.execute("PRAGMA journal_mode=WAL")
        driver.execute(f"PRAGMA application_id={APPLICATION_ID}")
    finally:
        driver.close()


def schema_in_header(path: Path) -> int:
    """The schema number in the file's own header, read as bytes so that nothing is touched.

    Raises ``UserError`` ``database_missing``, ``not_a_database``, ``database_read_only``.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        code = "database_missing" if path.parent.is_dir() else "folder_missing"
        raise trouble(code, str(path)) from None
    except (PermissionError, IsADirectoryError):
        code = "not_a_database" if path.is_dir() else "database_read_only"
        raise trouble(code, str(path)) from None
    ours = int.from_bytes(header[68:72], "big") == APPLICATION_ID
    if not header.startswith(_HEADER) or len(header) < 100 or not ours:
        raise trouble("not_a_database", str(path))
    return int.from_bytes(header[60:64], "big")
