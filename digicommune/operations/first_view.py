"""Keeps what the first page last showed, so that the window has it before the database is loaded.

It is shown again only where nothing at all has changed since: the same file to the byte count and
the nanosecond, the same day, the same version of the program. So it is never out of date. Only
sums are kept, no person.
"""

from __future__ import annotations

import zlib
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from digicommune import __version__
from digicommune.domain.overview import Overview
from digicommune.settings import today, user_folder


class FirstView(NamedTuple):
    """An overview with the state of the office file it was made from."""

    state: str
    day: date
    version: str
    overview: Overview


def state_of(where: str) -> str | None:
    """The office file as it stands, its write-ahead log included; None for a server."""
    if "://" in where:
        return None
    try:
        file = Path(where).stat()
        log = Path(f"{where}-wal")
        written = log.stat().st_size if log.exists() else 0
    except OSError:
        return None
    when = log.stat().st_mtime_ns if written else 0
    return f"{file.st_size}:{file.st_mtime_ns}:{written}:{when}"


def recall(where: str) -> Overview | None:
    """The overview as last seen, if it is still exactly true."""
    state = state_of(where)
    if state is None:
        return None
    try:
        kept = msgspec.json.decode(_place(where).read_bytes(), type=FirstView)
    except (OSError, msgspec.MsgspecError):
        return None
    same = kept.state == state and kept.day == today() and kept.version == __version__
    return kept.overview if same else None


def keep(where: str, state: str | None, overview: Overview) -> None:
    """Keeps an overview made while the file was in ``state``; a full disk keeps none."""
    if state is None or state != state_of(where):
        return
    view = FirstView(state, today(), __version__, overview)
    place = _place(where)
    part = place.with_suffix(".part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(msgspec.json.encode(view))
        part.replace(place)
    except OSError:
        part.unlink(missing_ok=True)


def _place(where: str) -> Path:
    path = Path(where).absolute()
    number = zlib.crc32(str(path).encode())  # tells two files of one name apart, keeps no secret
    return user_folder() / "first_view" / f"{path.stem[:40]}-{number:08x}.json"
