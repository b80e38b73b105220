"""Runs the benchmarks of this folder and prints one table; exit status 1 where a claim broke.

Each module here but this and ``measure`` offers ``measure() -> list[Ratio]``.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.measure import Ratio  # noqa: E402 - found through the line above

NOT_BENCHMARKS = {"measure", "run", "window_probe"}


def names(wanted: list[str]) -> list[str]:
    """The benchmark modules asked for, or all of them."""
    found = sorted(p.stem for p in HERE.glob("[a-z]*.py") if p.stem not in NOT_BENCHMARKS)
    return [name for name in found if not wanted or name in wanted]


def line(ratio: Ratio) -> str:
    """One row of the table."""
    verdict = "kept" if ratio.kept else "NOT KEPT"
    times = f"{ratio.ours * 1000:9.1f} ms {ratio.other * 1000:9.1f} ms"
    return f"{ratio.name:<58} {times} {ratio.ratio:7.2f} ≤ {ratio.limit:<5} {verdict}"


def main(wanted: list[str]) -> int:
    """Measure, print, and say whether every claim held."""
    print(f"{'claim':<58} {'ours':>12} {'other':>12} {'ratio':>7}   limit")
    kept = True
    for name in names(wanted):
        module = importlib.import_module(f"benchmarks.{name}")
        for ratio in module.measure():
            print(line(ratio), flush=True)
            kept = kept and ratio.kept
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
