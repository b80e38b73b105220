"""A list of 50,000 rows as PDF, Word and Excel: as quick a page as a tenth of it, in 300 MB.

Each run is a process of its own, so that its peak is that of one paper; what the program needs to
start is part of the memory, not of the time. The time is the processor's: two runs of one program
are compared, and what else the machine does must not decide.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.annex import annex_document, rows
from benchmarks.measure import Claim, Ratio, own_peak, turn_about_timed
from digicommune.documents.docx import render_docx
from digicommune.documents.paper_tables import tables_of
from digicommune.documents.pdf import render_pdf
from digicommune.sheets.paper_books import write_book

ROWS: Final = 50_000  # 2,274 pages
SHARE: Final = 10
MOST_MB: Final = 300
WORKER: Final = "import sys; from benchmarks.long_paper import main; main(*sys.argv[1:])"


def _pdf(listed: list[tuple[str, ...]], _folder: Path) -> None:
    render_pdf(annex_document(listed))


def _word(listed: list[tuple[str, ...]], _folder: Path) -> None:
    render_docx(annex_document(listed))


def _excel(listed: list[tuple[str, ...]], folder: Path) -> None:
    write_book(tables_of(annex_document(listed)), folder / "danh_sach.xlsx")


WAYS: Final[dict[str, Callable[[list[tuple[str, ...]], Path], None]]] = {
    "PDF": _pdf,
    "Word": _word,
    "Excel": _excel,
}


def measure() -> list[Ratio]:
    """For each kind of file: time a row against a tenth of the rows, and its peak memory."""
    return [ratio for way in WAYS for ratio in _measured(way)]


def _measured(way: str) -> list[Ratio]:
    peaks: list[float] = []

    def long() -> float:
        told = _run(way, ROWS)
        peaks.append(told["megabytes"])
        return told["seconds"] / SHARE

    claim = Claim(f"{way} of 50,000 rows, a tenth of it / of 5,000 rows", 1.15, rounds=3)
    found = [turn_about_timed(claim, long, lambda: _run(way, ROWS // SHARE)["seconds"])]
    if not max(peaks):
        print(f"{way} of 50,000 rows: this system does not tell a process its peak memory")
        return found
    name = f"{way} of 50,000 rows: peak memory / 300 MB (times are GB)"
    return [*found, Ratio(name, max(peaks) / 1000, MOST_MB / 1000, 1.0)]


def _run(way: str, count: int) -> dict[str, float]:
    here = Path(__file__).resolve().parents[1]
    command = [sys.executable, "-c", WORKER, way, str(count)]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def main(way: str, count: str) -> None:
    """One paper in this process, fonts and libraries loaded before; tells what it took as JSON."""
    with TemporaryDirectory() as folder:
        WAYS[way](rows(30), Path(folder))
        listed = rows(int(count))
        begun = time.process_time()
        WAYS[way](listed, Path(folder))
        took = time.process_time() - begun
    json.dump({"seconds": took, "megabytes": (own_peak() or 0) / 1024}, sys.stdout)
