"""How two ways of doing the same work are timed against each other; it knows neither of them."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Work = Callable[[], object]
Timed = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Ratio:
    """One claim: ours takes ``ratio`` times the other, and may take at most ``limit`` times.

    ``ours`` and ``other`` are medians in seconds. Where ours must be faster, the limit is below 1.
    """

    name: str
    ours: float
    other: float
    limit: float

    @property
    def ratio(self) -> float:
        """Ours over the other; both were measured in the same run, turn about."""
        return self.ours / self.other

    @property
    def kept(self) -> bool:
        """Whether the claim holds in this run."""
        return self.ratio <= self.limit


@dataclass(frozen=True, slots=True)
class Claim:
    """What is compared: its name, the limit of the ratio, and how many rounds are run."""

    name: str
    limit: float
    rounds: int = 5


def own_peak() -> int | None:
    """The most memory this process has held, in KB; None where the system does not tell it so.

    Not ``getrusage``: Linux hands a new process the peak of the one that started it, here of all
    benchmarks that ran before.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    told = re.search(r"VmHWM:\s*(\d+)", status.read_text(encoding="ascii"))
    return int(told[1]) if told else None


def seconds(work: Work) -> float:
    """Wall-clock seconds of one call, the garbage of what went before collected first."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def turn_about(claim: Claim, ours: Work, other: Work) -> Ratio:
    """Time ours and the other alternately, so that a busy moment of the machine hits both.

    One unmeasured turn of each warms files and imports.
    """
    return turn_about_timed(claim, lambda: seconds(ours), lambda: seconds(other))


def turn_about_timed(claim: Claim, ours: Timed, other: Timed) -> Ratio:
    """As ``turn_about``, for work that times itself (a process telling when it first painted)."""
    ours()
    other()
    pairs = [(ours(), other()) for _ in range(claim.rounds)]
    return Ratio(claim.name, median(p[0] for p in pairs), median(p[1] for p in pairs), claim.limit)
