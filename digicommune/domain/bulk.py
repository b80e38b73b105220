"""Holds the garbage collector back while many small values are made; it frees nothing itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_held() -> Iterator[None]:
    """Inside, no collection runs: it would walk every new row again and again and find nothing.

    What was made inside counts as old afterwards, so that the next small collection, which looks
    at young values only, does not walk it either.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            _make_old()
            gc.enable()


def _make_old() -> None:
    """All values there are go to the oldest generation, unless some are kept out of it for good."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
