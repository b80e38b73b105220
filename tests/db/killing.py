"""Kills a child with SIGKILL in the middle of its work, again and again; run as a program.

``python -m tests.db.killing import|upgrade WHERE TIMES SEED`` prints one JSON line a kill: how far
the child had come when it died. Children are forked, so that only the first pays for the imports.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from digicommune.db import upgrade
from digicommune.db.store import Store
from tests.db import next_step
from tests.db.offices import import_whole_list

Work = Callable[[str, Callable[[bytes], None]], None]
PEOPLE, BATCH = 4000, 500  # 8 batches an import


def importing(where: str, mark: Callable[[bytes], None]) -> None:
    """Takes in one list after the other, one unit each, for ever."""
    with Store.open(where) as store:
        while True:
            with store.unit() as unit:
                mark(b"(")
                import_whole_list(unit, PEOPLE, BATCH, lambda: mark(b"."))
            mark(b")")


def upgrading(where: str, mark: Callable[[bytes], None]) -> None:
    """Upgrades the file by one more step, which marks its own progress."""
    path = Path(where)
    chain = next_step.chain(path.parent / "steps", next_step.WHOLE)
    mark(b"(")
    upgrade.upgrade_file(path, chain)
    mark(b")")


def kill_one(work: Work, where: str, marks: int) -> str:
    """Forks a child, kills it after so many marks and a moment more; returns its marks."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.environ["MARKS_FD"] = str(writing)
        try:
            work(where, lambda sign: _write(writing, sign))
        finally:
            os._exit(0)
    os.close(writing)
    seen = b""
    while len(seen) < marks and (got := os.read(reading, 1)):
        seen += got
    _idle(random.random() * 0.03)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while got := os.read(reading, 100):
        seen += got
    os.close(reading)
    return seen.decode() + ("" if os.WIFSIGNALED(status) else "!")


def _write(handle: int, sign: bytes) -> None:
    os.write(handle, sign)


def _idle(seconds: float) -> None:
    """Lets the child run on for a random moment, so that it dies at no particular place."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        select.select([], [], [], left)


def main(what: str, where: str, times: int, seed: int) -> None:
    """Kills ``times`` children; an upgrade starts from a copy of the file each time."""
    random.seed(seed)
    for turn in range(times):
        work, most, place = importing, 25, where
        if what == "upgrade":
            work, most = upgrading, 7
            place = str(Path(where).with_name(f"turn-{turn}.db"))
            shutil.copy(where, place)
        seen = kill_one(work, place, random.randint(1, most))
        sys.stdout.write(json.dumps({"file": place, "seen": seen}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
