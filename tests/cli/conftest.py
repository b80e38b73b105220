"""The command line as other programs call it: words in, JSON and exit status out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from digicommune.cli.run import run


@dataclass(frozen=True)
class Reply:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Reply]


def no_window(_where: str | None, _language: str) -> int:
    raise AssertionError("no window was asked for")


@pytest.fixture
def ask(capfdbinary: pytest.CaptureFixture[bytes]) -> Ask:
    """Runs a command in this process, its exit by argparse included."""

    def asked(*words: object) -> Reply:
        capfdbinary.readouterr()
        try:
            status = run([str(one) for one in words], no_window)
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capfdbinary.readouterr()
        return Reply(status, out.decode(), err.decode())

    return asked


@pytest.fixture
def office(ask: Ask, tmp_path: Path) -> Callable[..., Reply]:
    """Commands on a new office of a synthetic commune."""
    where = tmp_path / "office.db"
    made = ask("--db", where, "init", "--commune", "Hoằng Mẫu", "--province", "Thanh Hóa")
    assert made.status == 0, made.err

    def asked(*words: object) -> Reply:
        return ask("--db", where, *words)

    return asked
