"""The sample office's answers and paper, word for word; ``--renew-golden`` writes them anew.

A renewed file is read by a person before it is committed: it is what the office would send.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from digicommune.cli.run import run

HERE = Path(__file__).parent
DAY = "2026-11-24"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office as the command makes it, on a fixed day."""
    folder = tmp_path_factory.mktemp("golden")
    command = [sys.executable, "-m", "digicommune", "demo", "--dir", str(folder), "--no-window"]
    environment = {"DIGICOMMUNE_TODAY": DAY, "PATH": "", "HOME": str(folder)}
    subprocess.run(command, cwd=HERE.parents[1], check=True, capture_output=True, env=environment)
    return folder


def same_as_golden(request: pytest.FixtureRequest, name: str, text: str) -> None:
    """Compares with the golden file, or writes it where that was asked for."""
    path = HERE / name
    if request.config.getoption("--renew-golden"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs; see --renew-golden"


@pytest.mark.parametrize("kind", ["bao-cao-chuyen-doi-so", "phu-luc-thon"])
def test_paper(request: pytest.FixtureRequest, sample: Path, kind: str) -> None:
    pages = PdfReader(sample / "out" / f"{kind}-2026.pdf").pages
    text = "".join(
        f"--- trang {number} ---\n{page.extract_text()}\n" for number, page in enumerate(pages, 1)
    )
    same_as_golden(request, f"{kind}-2026.txt", text)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("figures", ("figures", "show", "--period", "2026")),
        ("evaluate", ("evaluate", "--set", "35/2022", "--period", "2026")),
        ("villages", ("villages", "list")),
    ],
)
def test_answers(
    request: pytest.FixtureRequest, sample: Path, tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    path = tmp_path / "answer.json"
    asked = ["--db", str(sample / "office.db"), *words, "--json", str(path)]
    assert run(asked, lambda _where, _language: 9) == 0
    told = json.dumps(json.loads(path.read_bytes()), ensure_ascii=False, indent=1) + "\n"
    same_as_golden(request, f"{name}.json", told)
