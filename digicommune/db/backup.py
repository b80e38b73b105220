"""Copies an office file while it is open, and trusts no copy it has not read back."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3

from digicommune.db.engine import APPLICATION_ID, BUSY_SECONDS, refuse_old_sqlite
from digicommune.db.troubles import plain_words, trouble

PAGES_AT_A_TIME = 4096
PATIENCE_SECONDS = 2


def back_up(path: Path, to: Path) -> None:
    """A whole, checked copy of the office file at ``to``; until it is whole, ``to`` is untouched.

    Raises ``UserError`` ``folder_missing``, ``disk_full``, ``backup_failed`` …
    """
    refuse_old_sqlite()
    if not to.parent.is_dir():
        raise trouble("folder_missing", str(to))
    if to.exists() and to.samefile(path):
        raise trouble("database_exists", str(to))
    part = to.with_name(f"{to.name}.part")
    with plain_words(str(to)), _removed_on_failure(part):
        _copy(path, part)
        _examine(path, part)
        to_disk(part)
        _take_place(part, to)
        to_disk(to.parent)


def _copy(path: Path, part: Path) -> None:
    part.unlink(missing_ok=True)
    # On a stick that cannot be written to, nobody else writes either: it is read as it lies.
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    address = f"{path.absolute().as_uri()}?{'mode=rw' if writable else 'immutable=1'}"
    source = sqlcipher3.connect(address, uri=True, timeout=BUSY_SECONDS)
    with closing(source), closing(sqlcipher3.connect(str(part))) as target:
        source.backup(target, pages=PAGES_AT_A_TIME)


def _examine(path: Path, part: Path) -> None:
    with closing(sqlcipher3.connect(str(part))) as copy:
        found = _pragma(copy, "integrity_check"), _pragma(copy, "application_id")
    if found != ("ok", APPLICATION_ID):
        raise trouble("backup_failed", str(path))


def _pragma(driver: Any, name: str) -> object:
    return driver.execute(f"PRAGMA {name}").fetchone()[0]


def _take_place(part: Path, to: Path) -> None:
    """Windows refuses while a virus scanner still looks at a file just written; it soon ends."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            part.replace(to)
        except PermissionError:
            if time.monotonic() > until:
                raise trouble("database_read_only", str(to)) from None
            time.sleep(0.05)
        else:
            return


@contextmanager
def _removed_on_failure(part: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for left in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)
        raise


def to_disk(place: Path) -> None:
    """What is there survives a power cut; Windows has no folders to sync."""
    if os.name == "nt" and place.is_dir():
        return
    handle = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
