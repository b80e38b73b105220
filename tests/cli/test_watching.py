"""Progress of a command: one line on a terminal, cleared at the end; none in a pipe or a file."""

from __future__ import annotations

import io
import sys

import pytest

from digicommune.cli.watching import watching


class Terminal(io.StringIO):
    """A stream somebody sits at."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_one_line_that_is_gone_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with watching() as progress:
        for done in range(1001):
            progress(done, 1000, "Đang dàn trang văn bản")
    lines = screen.getvalue().split("\r")
    assert lines[1].rstrip() == "Đang dàn trang văn bản: 0%"
    assert lines[-3].rstrip() == "Đang dàn trang văn bản: 100%"
    assert len(lines) == 1 + 101 + 2  # a line a percent, then blanks and back
    assert not lines[-2].strip()
    assert lines[-1] == ""


def test_ctrl_c_clears_the_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)

    def stopped() -> None:
        with watching() as progress:
            progress(1, 2, "Đang ghi tệp Word")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert screen.getvalue().endswith(" \r")


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with watching() as progress:
        progress(1, 2, "Đang ghi tệp Word")
    assert pipe.getvalue() == ""
