"""The one door to an office's data: makes it, opens it, hands out units of work, examines it."""

from __future__ import annotations

import getpass
import os
import platform
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from digicommune.db import dialect, engine, schema, upgrade
from digicommune.db.backup import back_up, to_disk
from digicommune.db.books.office import commune_values
from digicommune.db.desk import Desk, utc_now
from digicommune.db.examine import examine
from digicommune.db.places import refuse_bad_place
from digicommune.db.troubles import plain_words, trouble
from digicommune.db.unit import Unit
from digicommune.domain.registers import Actor, CheckLine
from digicommune.domain.villages import Commune
from digicommune.settings import user_folder


def this_actor() -> Actor:
    """Who is logged in at this machine, as the machine says."""
    try:
        who = getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        who = "?"
    return Actor(who, platform.node() or "?")


class Store:
    """An office's data, in a file or on a server; may be used from several threads.

    ``actor`` is who the journal names. ``created`` tells a store just made.
    """

    def __init__(self, where: str, opened: Engine, commune_id: int, *, created: bool) -> None:
        self.where = where
        self.commune_id = commune_id
        self.created = created
        self.actor = this_actor()
        self.upgraded_from: Path | None = None  # the backup made before an upgrade
        self._engine = opened
        self._shown = engine.shown(where)

    @classmethod
    def create(cls, where: str, commune: Commune) -> Store:
        """Makes the file (or the tables on a server) and enters the commune.

        Raises ``UserError`` ``database_exists``, ``folder_missing``, ``network_share``,
        ``sync_folder``, ``disk_full``, ``server_unreachable`` …; nothing half made is left.
        """
        if engine.is_server(where):
            return _create_on_server(where, commune)
        return _create_file(where, commune)

    @classmethod
    def open(cls, where: str, *, migrate: bool = True) -> Store:
        """Opens a file by its path or a server by its URL, upgrading an older schema.

        Raises ``UserError`` ``database_missing``, ``not_a_database``, ``database_newer``,
        ``database_read_only``, ``commune_unclear`` …
        """
        if engine.is_server(where):
            return _open_server(where, migrate=migrate)
        return _open_file(where, migrate=migrate)

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """One write transaction: all of it is kept, or (after any exception) none of it."""
        with plain_words(self._shown), self._engine.connect() as connection:
            dialect.begin_writing(connection, self.commune_id)
            yield Unit(self._desk(connection))
            connection.commit()

    @contextmanager
    def unit_if_free(self) -> Iterator[Unit | None]:
        """As ``unit``, but None where somebody else is writing at this moment: it never waits."""
        with plain_words(self._shown), self._engine.connect() as connection:
            if not dialect.writing_is_free(connection, self.commune_id):
                yield None
                return
            yield Unit(self._desk(connection))
            connection.commit()

    @contextmanager
    def glance(self) -> Iterator[Unit]:
        """One look that does not change while it lasts; writing through it is refused."""
        reading = self._engine.execution_options(reading=True)
        with plain_words(self._shown), reading.connect() as connection:
            dialect.begin_reading(connection)
            try:
                yield Unit(self._desk(connection))
            finally:
                dialect.end_reading(connection)

    def check(self) -> tuple[CheckLine, ...]:
        """Examines the data from the file's pages to the journal's chain."""
        reading = self._engine.execution_options(reading=True)
        with plain_words(self._shown), reading.connect() as connection:
            return examine(self._desk(connection))

    def backup(self, to: Path) -> None:
        """A whole, checked copy, made while others may write; a server refuses."""
        if engine.is_server(self.where):
            raise trouble("backup_by_server", self._shown)
        back_up(engine.file_path(self.where), to)

    def close(self) -> None:
        """Gives all connections back; the store may not be used after."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_of_error: object) -> None:
        self.close()

    def _desk(self, connection: Connection) -> Desk:
        return Desk(connection, self.commune_id, self.actor, utc_now())


# --- a file ---


def copy_of(backup: Path, fresh: Path, *, taking: Path) -> None:
    """Copies a backup to ``fresh``, for an office file that is to be ``taking``.

    Raises ``UserError`` ``database_missing``, ``not_a_database``, ``database_newer``,
    ``database_exists`` where ``taking`` is there, and what a bad place raises.
    """
    refuse_bad_place(taking)
    if taking.exists():
        raise trouble("database_exists", str(taking))
    if not taking.parent.is_dir():
        raise trouble("folder_missing", str(taking))
    _refuse_newer(engine.schema_in_header(backup), str(backup))
    back_up(backup, fresh)


def _create_file(where: str, commune: Commune) -> Store:
    path = engine.file_path(where)
    refuse_bad_place(path)
    if path.parent == user_folder():
        path.parent.mkdir(parents=True, exist_ok=True)
    if not path.parent.is_dir():
        raise trouble("folder_missing", where)
    if path.exists():
        raise trouble("database_exists", where)
    if not os.access(path.parent, os.W_OK):
        raise trouble("database_read_only", where)
    # Made beside under another name: a file half made is never found under the office's own.
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        with plain_words(where):
            number = _fill_file(fresh, commune)
            _take_name(fresh, path)
            to_disk(path.parent)
    finally:
        for end in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + end).unlink(missing_ok=True)
    return Store(where, engine.file_engine(path), number, created=True)


def _fill_file(path: Path, commune: Commune) -> int:
    engine.start_wal(path)
    opened = engine.file_engine(path)
    try:
        upgrade.make_schema(opened, upgrade.SHIPPED)
        with opened.connect() as connection:
            number = _enter(connection, commune, commune.commune_id or 1)
            connection.commit()
        return number
    finally:
        opened.dispose()


def _take_name(fresh: Path, path: Path) -> None:
    """The finished file takes its name unless another process took it first."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise trouble("database_exists", str(path)) from None
    except OSError:  # a file system without links; on Windows rename refuses by itself
        fresh.rename(path)


def _open_file(where: str, *, migrate: bool) -> Store:
    path = engine.file_path(where)
    refuse_bad_place(path)
    _refuse_newer(engine.schema_in_header(path), where)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise trouble("database_read_only", where)
    opened = engine.file_engine(path)
    backup = None
    try:
        with plain_words(where):
            at, communes = _look(opened)
            _refuse_newer(at, where)
            if at < upgrade.SHIPPED.head:
                backup = _upgraded(path, opened, migrate=migrate)
        store = Store(where, opened, _chosen(communes, None, where), created=False)
    except BaseException:
        opened.dispose()
        raise
    store.upgraded_from = backup
    return store


def _refuse_newer(at: int, where: str) -> None:
    if at > upgrade.SHIPPED.head:
        raise trouble("database_newer", where, schema=at)


def _upgraded(path: Path, opened: Engine, *, migrate: bool) -> Path:
    if not migrate:
        raise trouble("database_older", str(path))
    opened.dispose()
    return upgrade.upgrade_file(path, upgrade.SHIPPED)


def _look(opened: Engine) -> tuple[int, list[int]]:
    with opened.execution_options(reading=True).connect() as connection:
        at = upgrade.schema_of(connection)
        if at == 0:
            return 0, []
        query = select(schema.communes.c.commune_id).order_by(schema.communes.c.commune_id)
        return at, list(connection.execute(query).scalars())


def _chosen(communes: list[int], asked: int | None, where: str) -> int:
    if asked is not None:
        communes = [one for one in communes if one == asked]
    if not communes:
        raise trouble("commune_missing", where)
    if len(communes) > 1:
        raise trouble("commune_unclear", where, communes=communes)
    return communes[0]


# --- a server ---


def _server(where: str) -> tuple[Engine, int | None]:
    url, asked = engine.server_url(where)
    try:
        return engine.server_engine(url), asked
    except ImportError:
        raise trouble("server_module_missing", engine.shown(where)) from None


def _create_on_server(where: str, commune: Commune) -> Store:
    opened, asked = _server(where)
    shown = engine.shown(where)
    try:
        with plain_words(shown):
            upgrade.make_schema(opened, upgrade.SHIPPED)
            _bring_up(opened, _look(opened)[0], shown, migrate=True)
            with opened.connect() as connection:
                dialect.begin_writing(connection, 0)
                query = select(func.coalesce(func.max(schema.communes.c.commune_id), 0) + 1)
                free = int(connection.execute(query).scalar_one())
                number = _enter(connection, commune, asked or commune.commune_id or free)
                connection.commit()
    except BaseException:
        opened.dispose()
        raise
    return Store(where, opened, number, created=True)


def _enter(connection: Connection, commune: Commune, number: int) -> int:
    table = schema.communes
    if connection.execute(select(table).where(table.c.commune_id == number)).first():
        raise trouble("database_exists", f"{connection.engine.url.database}, xã số {number}")
    now = utc_now()
    values = {**commune_values(commune), "commune_id": number, "version": 1}
    connection.execute(table.insert().values({**values, "created_at": now, "updated_at": now}))
    return number


def _open_server(where: str, *, migrate: bool) -> Store:
    opened, asked = _server(where)
    shown = engine.shown(where)
    try:
        with plain_words(shown):
            at, communes = _look(opened)
            _bring_up(opened, at, shown, migrate=migrate)
        return Store(where, opened, _chosen(communes, asked, shown), created=False)
    except BaseException:
        opened.dispose()
        raise


def _bring_up(opened: Engine, at: int, shown: str, *, migrate: bool) -> None:
    _refuse_newer(at, shown)
    if 0 < at < upgrade.SHIPPED.head:
        if not migrate:
            raise trouble("database_older", shown)
        upgrade.upgrade_server(opened, shown, upgrade.SHIPPED)
