"""Sets up all that DigiCommune needs on this machine, then does what it was asked to.

    start.py demo --dir van-phong-mau      make the sample office and open it
    start.py tests [PYTEST ARGUMENTS]      lint, types, arrows and every test
    start.py build                         build the one-dir program and try it
    start.py benchmarks [NAME ...]         measure the claims of speed
    start.py ANYTHING ELSE                 is handed to the program, as in docs/commands.md

It needs nothing but some Python 3.8: it looks for a 3.12 to 3.14, makes .venv, installs the
hash-pinned lock and, on Debian, the system's libraries. It changes nothing outside .venv but these.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "installer" / "locks"
STAMP = VENV / "digicommune-stamp.json"
WINDOWS = sys.platform == "win32"

# PySide6 6.12 aborts on 3.11; the locks are resolved and checked for these three. Best first.
VERSIONS = ((3, 13), (3, 12), (3, 14))
PROBE = (
    "import sys, importlib.util as u;"
    "print(sys.version_info[0], sys.version_info[1], int(bool(u.find_spec('ensurepip'))));"
    "print(getattr(sys, '_base_executable', sys.executable))"
)

# What Qt's own libraries load from the system (read from them with ldd), and who brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What only the tests and the build call upon.
TEST_TOOLS = {
    "pdftoppm": "poppler-utils",
    "xvfb-run": "xvfb",
    "xauth": "xauth",
    "objdump": "binutils",
    "softhsm2-util": "softhsm2",
}

NO_PYTHON = """\
Máy này chưa có Python 3.12, 3.13 hoặc 3.14 (đang chạy {running}).
Cách khắc phục: cài Python 3.13 {how} rồi chạy lại lệnh này.

This machine has no Python 3.12, 3.13 or 3.14 (running {running}).
Install Python 3.13 ({how_en}) and run this command again."""
HOW = (
    ("từ python.org (chọn “Add python.exe to PATH”)", "from python.org")
    if WINDOWS
    else (
        "(Debian 13: apt install python3-venv; Debian 12: biên dịch từ python.org hoặc dùng pyenv)",
        "Debian 13: apt install python3-venv; Debian 12: build it from python.org or use pyenv",
    )
)


class CannotSetUp(Exception):
    """What is missing, in words for the person at this machine."""


def say(words: str) -> None:
    """To the person, not into what the program prints."""
    print(words, file=sys.stderr, flush=True)


# --- a Python -------------------------------------------------------------------------------------


def pythons() -> Iterator[list[str]]:
    """Commands that may start a fitting Python, the likeliest first."""
    if sys.version_info[:2] in VERSIONS:
        yield [getattr(sys, "_base_executable", None) or sys.executable]
    for major, minor in VERSIONS:
        yield [f"python{major}.{minor}"]
        if WINDOWS:
            yield ["py", f"-{major}.{minor}"]
    home = Path.home()
    for major, minor in VERSIONS:
        version = f"{major}.{minor}"
        for pattern in (
            ".pyenv/versions/{}*/bin/python3",
            ".pyenv/pyenv-win/versions/{}*/python.exe",
            ".local/share/uv/python/cpython-{}*/bin/python3",
        ):
            for found in sorted(home.glob(pattern.format(version)), reverse=True):
                yield [str(found)]
    yield ["python3"]
    yield ["python"]


def probe(command: list[str]) -> tuple[str, bool] | None:
    """The executable behind a command and whether it can make environments; None if unfit."""
    question = [*command, "-c", PROBE]
    try:
        done = subprocess.run(
            question,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode or len(lines) != 2:
        return None
    major, minor, can_make = (int(word) for word in lines[0].split())
    return (lines[1], bool(can_make)) if (major, minor) in VERSIONS else None


def find_python() -> str:
    """A Python 3.12 to 3.14 that can make environments; raises CannotSetUp where there is none."""
    without_venv = None
    for command in pythons():
        found = probe(command)
        if found and found[1]:
            return found[0]
        without_venv = without_venv or found
    if without_venv and install_packages(["python3-venv"]):
        found = probe([without_venv[0]])
        if found and found[1]:
            return found[0]
    running = "Python {}.{}.{}".format(*sys.version_info[:3])
    raise CannotSetUp(NO_PYTHON.format(running=running, how=HOW[0], how_en=HOW[1]))


# --- the environment ------------------------------------------------------------------------------


def venv_python() -> Path:
    """The environment's own interpreter, there or not."""
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def stamped() -> dict[str, str]:
    """What the environment was last set up to, by the name of the lock."""
    try:
        stamps = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) and venv_python().exists() else {}


def fingerprint(lock: str) -> str:
    """Changes where the environment must be set up anew."""
    parts = [LOCKS / (lock + ".txt"), ROOT / "pyproject.toml"]
    text = b"".join(part.read_bytes() for part in parts) + str(ROOT).encode("utf-8")
    return hashlib.sha256(text).hexdigest()


def run_or_tell(command: Sequence[object], what: str) -> None:
    """Run one step of the set-up; where it fails its own words stand above ours."""
    code = subprocess.call([str(part) for part in command], stdout=sys.stderr)
    if code:
        raise CannotSetUp(
            f"Không {what} được. Cách khắc phục: xem lời báo ở trên, kiểm tra mạng rồi chạy lại.\n"
            "Set-up stopped (see above); check the network and run again."
        )


def make_venv() -> None:
    """A fresh environment, unless a fitting one is there."""
    if venv_python().exists() and probe([str(venv_python())]):
        return
    python = find_python()
    say("Tạo môi trường .venv bằng " + python)
    run_or_tell([python, "-m", "venv", "--clear", VENV], "tạo môi trường .venv")


def environment(lock: str) -> Path:
    """The interpreter of an environment that holds the lock and the project."""
    wanted = fingerprint(lock)
    if stamped().get(lock) == wanted:
        return venv_python()
    make_venv()
    stamps = stamped()
    say(f"Cài các thư viện đã ghim mã băm ({lock}.txt); lần đầu mất vài phút…")
    pip = [venv_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    locked = [
        "--only-binary",
        ":all:",
        "--require-hashes",
        "--requirement",
        LOCKS / (lock + ".txt"),
    ]
    run_or_tell(pip + locked, "cài các thư viện")
    project = ["--no-deps", "--no-build-isolation", "--editable", ROOT]
    run_or_tell(pip + project, "cài chương trình vào .venv")
    stamps[lock] = wanted
    if lock == "dev":
        stamps["runtime"] = fingerprint("runtime")
    STAMP.write_text(json.dumps(stamps), encoding="utf-8")
    return venv_python()


# --- the system -----------------------------------------------------------------------------------


def library_missing(name: str) -> bool:
    """Whether the system's loader does not find it."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return True
    return False


def missing_packages(developing: bool) -> list[str]:
    """The Debian packages whose libraries or tools are not here."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [pack for name, pack in QT_LIBRARIES.items() if library_missing(name)]
    if developing:
        missing += [pack for tool, pack in TEST_TOOLS.items() if not shutil.which(tool)]
    return missing


def install_packages(packages: list[str]) -> bool:
    """With the rights at hand; False where there are none or apt would not."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not shutil.which("apt-get") or not (root or shutil.which("sudo")):
        return False
    rights = ["env"] if root else ["sudo", "-n", "env"]
    apt = [*rights, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    say("Cài các gói hệ thống: " + " ".join(packages))
    update = subprocess.call([*apt, "update"], stdout=subprocess.DEVNULL)
    install = [*apt, "install", "--no-install-recommends", *packages]
    return update == 0 and subprocess.call(install, stdout=subprocess.DEVNULL) == 0


def system_libraries(developing: bool) -> None:
    """Install what Qt needs from the system, or name it; the work goes on either way."""
    packages = missing_packages(developing)
    if packages and not install_packages(packages):
        names = " ".join(packages)
        say(
            f"Máy còn thiếu các gói hệ thống. Cách khắc phục: apt-get install {names}\n"
            "Some system packages are missing: install those named above."
        )


# --- the work -------------------------------------------------------------------------------------


def call(command: Sequence[object]) -> int:
    """Run in the caller's folder and hand its exit status on."""
    try:
        return subprocess.call([str(part) for part in command])
    except KeyboardInterrupt:
        return 130


def call_here(command: Sequence[object]) -> int:
    """As ``call``, in the project's folder."""
    return subprocess.call([str(part) for part in command], cwd=str(ROOT))


def tests(python: Path, arguments: list[str]) -> int:
    """All gates, then pytest; every one is run and told even where one before it failed."""
    gates: dict[str, list[object]] = {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "mypy": [python, "-m", "mypy"],
        # by module, not by its script: that one dies with the folder's old name
        "lint-imports": [
            python,
            "-c",
            "from importlinter.cli import lint_imports_command as c; c()",
        ],
    }
    failed = []
    for name, command in gates.items():
        print("== " + name, flush=True)
        if call_here(command):
            failed.append(name)
    workers = str(max(1, min(4, os.cpu_count() or 1)))
    print("== pytest", flush=True)
    tested = call_here([python, "-m", "pytest", "-n", workers, *arguments])
    if failed:
        say("Chưa đạt / failed: " + ", ".join(failed))
    return tested or (1 if failed else 0)


def build(python: Path, arguments: list[str]) -> int:
    """The one-dir program, built and tried."""
    return call_here([python, ROOT / "installer" / "build.py", *arguments])


def benchmarks(python: Path, arguments: list[str]) -> int:
    """The claims of speed, measured."""
    return call_here([python, ROOT / "benchmarks" / "run.py", *arguments])


TASKS: dict[str, Callable[[Path, list[str]], int]] = {
    "tests": tests,
    "build": build,
    "benchmarks": benchmarks,
}


def program(python: Path, arguments: list[str]) -> int:
    """DigiCommune itself."""
    return call([python, "-m", "digicommune", *list(arguments)])


def main(arguments: list[str]) -> int:
    """Set up what is missing, then do the work; exit status 1 with plain words where it cannot."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # a Windows console may not know Vietnamese letters
            reconfigure(encoding="utf-8", errors="replace")
    task = TASKS.get(arguments[0]) if arguments else None
    try:
        python = environment("dev" if task else "runtime")
        system_libraries(developing=task is not None)
    except CannotSetUp as trouble:
        say(str(trouble))
        return 1
    return task(python, arguments[1:]) if task else program(python, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
