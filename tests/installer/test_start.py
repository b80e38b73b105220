"""The set-up script: starts on an old Python, says plainly what is missing, works once only."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "installer" / "start.py"


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module whose environment would lie in a folder of this test."""
    spec = importlib.util.spec_from_file_location("start_of_this_test", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / "venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / "venv" / "stamp.json")
    return module


def program(path: Path, text: str) -> Path:
    """An executable shell script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n" + text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_script_is_written_for_python_3_8() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_script_needs_the_standard_library_only() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    names = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    names |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_this_interpreter_is_found_fit(start: ModuleType) -> None:
    executable, can_make = start.probe([sys.executable])
    assert Path(executable).exists()
    assert can_make


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for odd Pythons")
def test_what_is_no_fitting_python_is_passed_over(start: ModuleType, tmp_path: Path) -> None:
    assert start.probe([str(tmp_path / "nowhere")]) is None
    assert (
        start.probe([str(program(tmp_path / "shim", "echo 'not installed' >&2; exit 127"))]) is None
    )
    assert (
        start.probe([str(program(tmp_path / "old", "echo 3 11 1; echo /usr/bin/python3.11"))])
        is None
    )
    assert start.probe([str(program(tmp_path / "babble", "echo hello"))]) is None


def test_without_a_fitting_python_one_plain_sentence_and_status_1(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[1]); import start;"
        "start.VERSIONS = ((9, 9),); start.VENV = pathlib.Path(sys.argv[2]) / 'venv';"
        "start.STAMP = start.VENV / 'stamp.json'; sys.exit(start.main(['demo']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SCRIPT.parent), str(tmp_path)],
        capture_output=True, check=False, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    said = done.stderr.decode("utf-8")
    assert done.returncode == 1
    assert done.stdout == b""
    assert "Máy này chưa có Python 3.12, 3.13 hoặc 3.14" in said
    assert "Install Python 3.13" in said
    assert "Traceback" not in said
    assert not (tmp_path / "venv").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for the environment")
def test_a_stamped_environment_is_taken_as_it_is(start: ModuleType, tmp_path: Path) -> None:
    witness = tmp_path / "was-run"
    python = program(start.venv_python(), f"touch {witness}")
    start.STAMP.write_text(json.dumps({"runtime": start.fingerprint("runtime")}), encoding="utf-8")
    assert start.environment("runtime") == python
    assert not witness.exists()


def test_a_changed_lock_is_noticed(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = start.fingerprint("runtime")
    locks = tmp_path / "locks"
    locks.mkdir()
    text = (start.LOCKS / "runtime.txt").read_text(encoding="utf-8")
    (locks / "runtime.txt").write_text(text + "\n", encoding="utf-8")
    monkeypatch.setattr(start, "LOCKS", locks)
    assert start.fingerprint("runtime") != before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the libraries of Debian")
def test_a_missing_library_is_named_by_its_package(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    libraries = {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"}
    monkeypatch.setattr(start, "QT_LIBRARIES", libraries)
    monkeypatch.setattr(start, "TEST_TOOLS", {"no-such-tool": "nowhere-tools"})
    assert start.missing_packages(developing=False) == ["libnowhere9"]
    assert start.missing_packages(developing=True) == ["libnowhere9", "nowhere-tools"]


def test_without_apt_nothing_is_installed(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert start.install_packages(["libc6"]) is False
