"""What the reading child and its parent say to each other; it opens no file and no pipe.

Values only, checked by their types as they arrive: a child that a hostile file has taken over can
hand back wrong data, never code. Records travel by themselves, in portions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from digicommune.domain.rows import ListReading, Record

PROGRESS, RECORDS, DONE = "progress", "records", "done"
REFUSED, OUT_OF_MEMORY, BUG = "refused", "memory", "bug"
NOT_UNDERSTOOD = msgspec.MsgspecError


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the file opened, and the reading of the chosen sheet.

    ``lists`` names the visible sheets that hold a list of the kind asked for, the chosen one too.
    """

    open: str
    encoding: str | None
    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    lists: tuple[str, ...]
    reading: ListReading


_encode = msgspec.json.Encoder().encode
_parts = msgspec.json.Decoder(tuple[str, msgspec.Raw]).decode
_LOADS = {
    PROGRESS: msgspec.json.Decoder(tuple[int, int, str]).decode,
    RECORDS: msgspec.json.Decoder(list[Record]).decode,
    DONE: msgspec.json.Decoder(Outcome).decode,
    REFUSED: msgspec.json.Decoder(tuple[str, str, str, dict[str, Any]]).decode,
    OUT_OF_MEMORY: msgspec.json.Decoder(None).decode,
    BUG: msgspec.json.Decoder(str).decode,
}


def message(what: str, load: object) -> bytes:
    """One message; half characters that a spoilt cell may hold become question marks."""
    try:
        return _encode((what, load))
    except UnicodeEncodeError:
        return _encode((what, _whole_characters(msgspec.to_builtins(load))))


def _whole_characters(load: object) -> object:
    """The same plain values with every text fit for UTF-8."""
    if isinstance(load, str):
        return load.encode("utf-8", "replace").decode()
    if isinstance(load, dict):
        return {_whole_characters(key): _whole_characters(one) for key, one in load.items()}
    if isinstance(load, list | tuple):
        return [_whole_characters(one) for one in load]
    return load


def heard(data: bytes) -> tuple[str, Any]:
    """What a message is about, and its load; raises ``NOT_UNDERSTOOD`` where it is no message."""
    try:
        what, load = _parts(data)
        if what in _LOADS:
            return what, _LOADS[what](load)
    except UnicodeDecodeError as error:
        raise NOT_UNDERSTOOD(str(error)) from error
    raise NOT_UNDERSTOOD(what)


def without_records(outcome: Outcome) -> Outcome:
    """The outcome as it is sent, when the records have gone before."""
    return with_records(outcome, ())


def with_records(outcome: Outcome, records: Sequence[Record]) -> Outcome:
    """The outcome as it was, with the records that came before it."""
    return replace(outcome, reading=replace(outcome.reading, records=tuple(records)))
