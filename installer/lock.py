"""Writes the hash-pinned locks anew, and asks whether each pin has a wheel where we run.

``lock.py`` resolves pyproject.toml into ``locks/runtime.txt`` and ``locks/dev.txt``, keeping pins
that still fit (``--upgrade`` moves them). ``lock.py --check`` writes nothing: for every supported
Python, on Linux and Windows, it has uv resolve each lock from wheels alone, hashes required.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "installer" / "locks"
PYTHONS = ("3.12", "3.13", "3.14")
# Debian 12 has glibc 2.36; the wheels of PySide6 6.12 ask for 2.34.
PLATFORMS = ("x86_64-manylinux_2_34", "x86_64-pc-windows-msvc")
OUTPUT = ("--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header", "--quiet")


def uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run uv at the root of the project and return what it said."""
    command = [sys.executable, "-m", "uv", *arguments]
    return subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)


def compile_lock(name: str, *what: str) -> None:
    """Resolve for all supported Pythons and systems into one lock; the failure's words end it."""
    compile_for_all = (
        "pip",
        "compile",
        "pyproject.toml",
        "--universal",
        "--python-version",
        "3.12",
    )
    done = uv(*compile_for_all, *OUTPUT, *what, "--output-file", str(LOCKS / f"{name}.txt"))
    if done.returncode:
        raise SystemExit(done.stderr)


def write(upgrade: bool) -> None:
    """Both locks; dev holds runtime's very pins."""
    LOCKS.mkdir(exist_ok=True)
    newer = ("--upgrade",) if upgrade else ()
    compile_lock("runtime", "--group", "build", *newer)
    runtime = str(LOCKS / "runtime.txt")
    compile_lock("dev", "--extra", "server", "--group", "dev", "--constraint", runtime, *newer)


def missing_wheels(name: str, python: str, platform: str) -> str:
    """What uv says is not to be had as a wheel of that hash, or nothing."""
    with tempfile.TemporaryDirectory() as empty:
        done = uv(
            *("pip", "install", "--dry-run", "--target", empty, "--only-binary", ":all:"),
            *("--python-version", python, "--python-platform", platform),
            *("--require-hashes", "--requirement", str(LOCKS / f"{name}.txt")),
        )
    return done.stderr if done.returncode else ""


def check() -> int:
    """Print one line for every lock, Python and platform; the number that cannot be installed."""
    failures = 0
    for name in ("runtime", "dev"):
        for python in PYTHONS:
            for platform in PLATFORMS:
                words = missing_wheels(name, python, platform)
                print(f"{name:8} {python} {platform:24} {words.strip() or 'wheels for every pin'}")
                failures += bool(words)
    return failures


def main(arguments: list[str]) -> int:
    """Exit status 0 where the locks are written, or every pin has its wheel."""
    if "--check" in arguments:
        return 1 if check() else 0
    write("--upgrade" in arguments)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
