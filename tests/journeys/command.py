"""The program's own command, as a scheduled task runs it: a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def command(office: str, *words: object) -> subprocess.CompletedProcess[str]:
    """Runs a command on an office and waits for it."""
    told = [sys.executable, "-m", "digicommune", "--db", office, *map(str, words)]
    return subprocess.run(told, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")


def answer(office: str, *words: object) -> Any:
    """What a command answers as JSON; rows that wait are no failure."""
    done = command(office, *words, "--json", "-")
    assert done.returncode in (0, 3), done.stderr
    return json.loads(done.stdout)
