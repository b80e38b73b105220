"""Notes an import while it runs, so that one cut off half way is told; the office is whole anyway.

The note stands in a transaction of its own: whatever ends the process leaves it behind, while the
import itself, one transaction, is gone without a trace.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from digicommune.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digicommune.db.store import Store


@contextmanager
def under_way(store: Store, file: str) -> Iterator[str]:
    """Inside, an import is noted; gives the token to end it with inside its own transaction."""
    token = secrets.token_hex(16)
    with store.unit() as unit:
        unit.imports.begin(token, file)
    try:
        yield token
    except BaseException:
        with suppress(UserError), store.unit() as unit:  # the first trouble is the one to tell
            unit.imports.end(token)
        raise


def interrupted(store: Store) -> tuple[str, ...]:
    """One sentence for each import that was cut off since the office was last opened.

    Each is told once. An import that is running in another window is none: it is writing.
    """
    with store.glance() as unit:
        if not unit.imports.under_way():
            return ()
    with store.unit_if_free() as unit:
        if unit is None:
            return ()
        found = unit.imports.under_way()
        for token, _, _ in found:
            unit.imports.end(token)
    return tuple(_told(file, since) for _, file, since in found)


def _told(file: str, since: str) -> str:
    began = datetime.fromisoformat(since).astimezone()
    return (
        f"Lần nhập tệp {file} lúc {began:%H:%M ngày %d/%m/%Y} bị ngắt giữa chừng;"
        " sổ vẫn như trước khi nhập. Nhập lại tệp nếu cần."
    )
