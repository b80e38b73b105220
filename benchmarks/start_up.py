"""How soon the window stands, against a bare PySide6 window; whole processes, started anew.

Measured from before the process is made to its first paint, and to the first list with rows on
screen. The office is the sample one. No screen on either side, so none is part of what is compared.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.measure import Ratio

ROOT = Path(__file__).resolve().parent.parent
PROBE = ROOT / "benchmarks" / "window_probe.py"
ROUNDS = 9


def make_office(folder: Path) -> Path:
    """The sample office, by the program's own command."""
    command = [sys.executable, "-m", "digicommune", "demo", "--dir", str(folder), "--no-window"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder / "office.db"


def moments(home: Path, *arguments: str) -> dict[str, float]:
    """Seconds from before the start to each word the probe tells."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DIGICOMMUNE_HOME": str(home)}
    command = [sys.executable, str(PROBE), *arguments]
    found: dict[str, float] = {}
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        for word in process.stdout:
            found.setdefault(word.strip(), time.perf_counter() - start)
            if word.strip() == "painted" and arguments == ("bare",):
                process.kill()
    return found


def measure() -> list[Ratio]:
    """First paint and rows on screen, turn about with the bare window's first paint."""
    with tempfile.TemporaryDirectory(prefix="digicommune-start-") as temporary:
        home = Path(temporary)
        database = str(make_office(home / "office"))
        pairs = [
            (moments(home, "office", database), moments(home, "bare")) for _ in range(ROUNDS + 1)
        ][1:]
    bare = median(other["painted"] for _, other in pairs)
    painted = median(ours["painted"] for ours, _ in pairs)
    rows = median(ours["rows"] for ours, _ in pairs)
    return [
        Ratio("start to first paint / bare window", painted, bare, 1.35),
        Ratio("start to rows on screen / bare window", rows, bare, 2.5),
    ]
