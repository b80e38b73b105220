"""What is measured against each other does the same work: all rows end in the same place."""

from __future__ import annotations

from pathlib import Path

from benchmarks.messy_rows import end_alike, prepare


def test_all_pipelines_end_alike(tmp_path: Path) -> None:
    known, listed = 1_500, 2_000
    prepare(tmp_path, (known, listed))
    end_alike(tmp_path, listed)
