"""Spoilt workbooks end in a reading or in a sentence: never in a bug, a hang or a lost window.

``DIGICOMMUNE_MUTATIONS`` sets how many are tried, ``DIGICOMMUNE_SEED`` which; the seed is printed.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests.sheets.mutants import mutant, read_mutants

COUNT = int(os.environ.get("DIGICOMMUNE_MUTATIONS", "2000"))
SEED = os.environ.get("DIGICOMMUNE_SEED") or str(time.time_ns() % 1_000_000)
LONGEST = 20
WORKERS = 2


class Worker:
    """A reading process with the limits of the real one, started again when a file kills it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: BaseProcess | None = None
        self.pipe: Connection
        self.number = -1
        self.since = 0.0
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=read_mutants, args=(theirs, SEED, str(self._folder)), daemon=True
        )
        self._process.start()
        theirs.close()

    def give(self, number: int) -> None:
        self.number, self.since = number, time.monotonic()
        self.pipe.send(number)

    def answer(self) -> str | None:
        """What came of the file, "died" or "hung"; nothing while it is being read."""
        if self.pipe.poll():
            try:
                return str(self.pipe.recv())
            except EOFError:
                return self._again("died")
        return self._again("hung") if time.monotonic() - self.since > LONGEST else None

    def _again(self, why: str) -> str:
        self.stop()
        self._start()
        return why

    def stop(self) -> None:
        self.pipe.close()
        assert self._process is not None
        self._process.kill()
        self._process.join()


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[list[Worker]]:
    """Two workers, each writing into a folder of its own."""
    folders = [tmp_path / str(n) for n in range(WORKERS)]
    for folder in folders:
        folder.mkdir()
    made = [Worker(folder) for folder in folders]
    yield made
    for worker in made:
        worker.stop()


@pytest.mark.slow
@pytest.mark.timeout(120 + COUNT)
def test_spoilt_workbooks_end_in_a_reading_or_a_sentence(workers: list[Worker]) -> None:
    sys.stdout.write(f"seed {SEED}, {COUNT} workbooks\n")
    told: Counter[str] = Counter()
    bad: list[str] = []
    numbers = iter(range(COUNT))
    busy = [worker for worker in workers if give_next(worker, numbers)]
    while busy:
        multiprocessing.connection.wait([worker.pipe for worker in busy], timeout=1)
        for worker in list(busy):
            answer = worker.answer()
            if answer is None:
                continue
            told[answer if "\n" not in answer else "bug"] += 1
            if answer == "hung" or "\n" in answer:
                bad.append(f"DIGICOMMUNE_SEED={SEED} number {worker.number}: {answer}")
            if not give_next(worker, numbers):
                busy.remove(worker)
    sys.stdout.write(f"{dict(told)}\n")
    assert not bad, "\n".join(bad[:5])
    assert sum(told.values()) == COUNT
    assert told["read"] > COUNT // 10
    assert told["corrupt"] > COUNT // 100


def give_next(worker: Worker, numbers: Iterator[int]) -> bool:
    """Whether there was another file to give."""
    number = next(numbers, None)
    if number is not None:
        worker.give(number)
    return number is not None


def test_a_seed_makes_the_same_workbooks_again() -> None:
    assert [mutant("7", n) for n in range(30)] == [mutant("7", n) for n in range(30)]
    assert mutant("7", 1) != mutant("8", 1)
