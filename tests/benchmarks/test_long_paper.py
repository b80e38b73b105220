"""The worker of the benchmark of long papers makes its file and tells what that took."""

from __future__ import annotations

import json

import pytest

from benchmarks.long_paper import WAYS, main


@pytest.mark.parametrize("way", list(WAYS))
def test_each_way_tells_time_and_memory(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(way, "60")
    told = json.loads(capsys.readouterr().out)
    assert told["seconds"] > 0
    assert told["megabytes"] >= 0
