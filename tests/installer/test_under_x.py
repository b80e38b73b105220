"""The real program in a real X display: Qt finds all it needs from the system, and draws rows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("xvfb-run") and shutil.which("xauth")),
        reason="xvfb or xauth is not installed",
    ),
]


def test_window_of_the_sample_office_draws_rows(tmp_path: Path) -> None:
    office = tmp_path / "office"
    command = [sys.executable, "-m", "digicommune", "demo", "--dir", str(office), "--no-window"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    probe = [sys.executable, str(ROOT / "benchmarks" / "window_probe.py")]
    screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    shown = subprocess.run(
        [*screen, *probe, "office", str(office / "office.db")],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=90,
    )  # fmt: skip
    assert shown.stdout.split() == ["painted", "rows"], shown.stderr
