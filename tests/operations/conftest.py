"""Offices with the shipped packs, on a real file and on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digicommune.db.store import Store
from digicommune.operations import office
from tests.db.conftest import database, server

__all__ = ["database", "server"]

NEW = office.NewOffice("xã Hoằng Mẫu", "Thanh Hóa", "Lê Văn Mẫu")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new office in a file."""
    with office.create(str(tmp_path / "office.db"), NEW) as made:
        yield made


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A new office, in a file and on a server."""
    file = str(tmp_path / "office.db")
    where = file if request.param == "sqlite" else request.getfixturevalue("database")
    with office.create(str(where), NEW) as made:
        yield made
