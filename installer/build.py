"""Builds the frozen one-dir program and tries it as a user would; it publishes nothing.

The trial runs in an empty folder, without the checkout or its Python on the path: the sample office
is made, its file checked, the window started without a screen. Exit status 1 where one fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "dist"
NAME = "digicommune"
MIB = 1024 * 1024
WINDOW_SECONDS = 6.0


def freeze() -> Path:
    """Run PyInstaller on the recipe and return the folder of the program."""
    recipe = ROOT / "installer" / "digicommune.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(OUT), "--workpath", str(ROOT / "build"), str(recipe)]
    subprocess.run(command, cwd=ROOT, check=True)
    return OUT / NAME


def bare_environment(home: Path) -> dict[str, str]:
    """What a user's machine hands over: no Python of ours, an empty home, no screen."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    return {
        **found,
        "HOME": str(home),
        "DIGICOMMUNE_HOME": str(home / "office"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def run(program: Path, home: Path, arguments: Sequence[str]) -> None:
    """One command of the built program; its words are shown, a failure ends the trial."""
    print("==", program.name, *arguments, flush=True)
    done = subprocess.run(
        [str(program), *arguments], cwd=home, env=bare_environment(home), check=False, timeout=300
    )
    if done.returncode:
        log = home / "office" / "digicommune.log"
        said = log.read_text(encoding="utf-8")[-3000:] if log.exists() else ""
        raise SystemExit(f"{said}\nthe built program ended with status {done.returncode}")


def run_window(program: Path, home: Path, arguments: Sequence[str]) -> None:
    """Start the window, see that it stays up without a word of complaint, and end it."""
    print("==", program.name, *arguments, "(window)", flush=True)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as words:
        window = subprocess.Popen(
            [str(program), *arguments], cwd=home, env=bare_environment(home), stderr=words
        )
        try:
            window.wait(timeout=WINDOW_SECONDS)
        except subprocess.TimeoutExpired:
            window.terminate()
            window.wait(timeout=30)
        else:
            raise SystemExit(f"the window closed by itself, status {window.returncode}")
        words.seek(0)
        said = words.read().strip()
    if said:
        raise SystemExit(f"the window complained:\n{said}")


def megabytes(folder: Path) -> float:
    """The size of all files below, in MiB."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / MIB


def print_sizes(folder: Path) -> None:
    """The whole and its largest parts."""
    print(f"== {folder}: {megabytes(folder):.0f} MiB")
    parts = [path for path in (folder / "_internal").iterdir() if path.is_dir()]
    for size, part in sorted(((megabytes(p), p) for p in parts), reverse=True)[:8]:
        print(f"   {size:6.1f} MiB  {part.name}")


def try_out(folder: Path) -> None:
    """The sample office, its check and the window, in an empty folder."""
    program = folder / (NAME + (".exe" if sys.platform == "win32" else ""))
    with tempfile.TemporaryDirectory(prefix="digicommune-trial-") as temporary:
        home = Path(temporary)
        run(program, home, ["demo", "--dir", "office", "--no-window"])
        papers = sorted(path.name for path in (home / "office" / "out").glob("*.pdf"))
        if not papers:
            raise SystemExit("the sample office printed no PDF")
        database = str(home / "office" / "office.db")
        run(program, home, ["--db", database, "check"])
        run_window(program, home, ["--db", database])
        print("== printed:", ", ".join(papers))


def main() -> int:
    """Build, try, tell the sizes."""
    start = time.monotonic()
    folder = freeze()
    print(f"== built in {time.monotonic() - start:.0f} s", flush=True)
    print_sizes(folder)
    try_out(folder)
    print("== the built program works")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
