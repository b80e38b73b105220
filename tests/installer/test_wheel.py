"""What is shipped: the wheel holds the program, its resources, its migrations and the licences."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in the wheel, built by the project's own build back end."""
    folder = tmp_path_factory.mktemp("wheel")
    code = "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]))"
    command = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(folder / done.stdout.split()[-1]) as wheel:
        return set(wheel.namelist())


def shipped_from(folder: str) -> set[str]:
    """The files of a folder of the checkout that belong into the wheel."""
    paths = (p for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {path.relative_to(ROOT).as_posix() for path in paths}


def test_wheel_holds_every_module_and_migration(names: set[str]) -> None:
    assert shipped_from("digicommune") <= names


def test_wheel_holds_the_resources_inside_the_package(names: set[str]) -> None:
    assert {"digicommune/" + name for name in shipped_from("resources")} <= names


def test_wheel_holds_the_licences(names: set[str]) -> None:
    licences = {name.split("/licenses/")[1] for name in names if "/licenses/" in name}
    assert licences == {
        "LICENSE",
        "resources/colour/LICENSE-srgb.txt",
        "resources/fonts/LICENSE-Inter.txt",
        "resources/fonts/LICENSE-LiberationSerif.txt",
    }


def test_wheel_holds_nothing_else_at_the_top(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"digicommune"}
