"""The locks: pinned by hash, without a host, covering pyproject, and nothing GPL in the program."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "installer" / "locks"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# Used as separate libraries that anyone may replace: what the LGPL asks for.
LGPL_ALLOWED = {"pyside6-essentials", "pyside6-pdf", "shiboken6", "psycopg", "psycopg-binary"}
# Read in the distribution's own licence file, since its metadata says nothing.
LICENCE_READ = {"sqlcipher3": "Zlib"}


def lines(name: str) -> list[str]:
    """The pins of a lock, each with its hashes on one line."""
    text = (LOCKS / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins(name: str) -> dict[str, str]:
    """The version of every distribution in a lock."""
    found = [re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line) for line in lines(name)]
    assert all(found), f"a line of {name}.txt is no pin"
    return {canonicalize_name(m[1]): m[2] for m in found if m}


def requirements(*groups: str) -> list[Requirement]:
    """What pyproject asks for: the program's own, or a dependency group's."""
    asked: list[Any] = list(PROJECT["project"]["dependencies"])
    for group in groups:
        asked += [r for r in PROJECT["dependency-groups"][group] if isinstance(r, str)]
    if "dev" in groups:
        asked += PROJECT["project"]["optional-dependencies"]["server"]
    return [Requirement(text) for text in asked]


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_lock_names_no_host_and_no_index(name: str) -> None:
    text = (LOCKS / f"{name}.txt").read_text(encoding="utf-8")
    for word in ("://", "--index", "--extra", "--find-links", "--trusted", " @ ", "-e "):
        assert word not in text


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_every_pin_carries_hashes(name: str) -> None:
    assert all("--hash=sha256:" in line for line in lines(name))


@pytest.mark.parametrize(("name", "groups"), [("runtime", ["build"]), ("dev", ["build", "dev"])])
def test_lock_covers_pyproject(name: str, groups: list[str]) -> None:
    pinned = pins(name)
    for asked in requirements(*groups):
        version = pinned.get(canonicalize_name(asked.name))
        assert version, f"{asked} is not in {name}.txt: run installer/lock.py"
        assert asked.specifier.contains(version, prereleases=True), f"{asked} but {version} pinned"


def test_dev_holds_the_very_pins_of_runtime() -> None:
    dev = pins("dev")
    assert {name: dev.get(name) for name in pins("runtime")} == pins("runtime")


def test_the_window_library_is_the_one_agreed() -> None:
    assert any(asked.name.startswith("PySide6") for asked in requirements())


def licence(name: str) -> str:
    """What a distribution says of its licence, in one line."""
    if name in LICENCE_READ:
        return LICENCE_READ[name]
    said = metadata.metadata(name)
    lines = [said.get("License-Expression") or "", (said.get("License") or "").split("\n")[0]]
    lines += [c for c in said.get_all("Classifier") or [] if c.startswith("License ::")]
    return " | ".join(line for line in lines if line.strip(" ="))


def strongest_need(words: str) -> str:
    """``GPL``, ``LGPL`` or nothing: the least that one of the offered alternatives asks for."""
    needs = []
    for alternative in re.split(r"\bOR\b", words):
        lesser = re.search(r"LGPL|Lesser General", alternative)
        gpl = re.search(r"GPL|General Public", alternative)
        needs.append("LGPL" if lesser else "GPL" if gpl else "")
    return min(needs, key=["", "LGPL", "GPL"].index)


def test_need_is_read_from_the_words_of_a_licence() -> None:
    assert strongest_need("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only") == "LGPL"
    assert strongest_need("GPL-3.0-or-later") == "GPL"
    assert strongest_need("License :: OSI Approved :: GNU General Public License v3") == "GPL"
    assert strongest_need("MIT") == ""


def test_no_distribution_of_the_program_is_gpl() -> None:
    shipped = set(pins("runtime")) | {"psycopg", "psycopg-binary"}
    said = {name: licence(name) for name in shipped}
    assert not [name for name, words in said.items() if not words], "a licence that says nothing"
    needs = {name: strongest_need(words) for name, words in said.items()}
    assert not [name for name, need in needs.items() if need == "GPL"]
    assert {name for name, need in needs.items() if need == "LGPL"} <= LGPL_ALLOWED
