"""Opens the office a command is about and closes it after; it makes none.

An import that was cut off since is told on stderr, so that JSON on stdout stays JSON.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from digicommune.operations.office import open_office
from digicommune.operations.under_way import interrupted
from digicommune.settings import default_database

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from digicommune.operations.office import Store


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Store]:
    """The office of ``--db``, or the user's own."""
    store = open_office(arguments.db or default_database())
    try:
        for line in interrupted(store):
            sys.stderr.write(f"{line}\n")
        yield store
    finally:
        store.close()
