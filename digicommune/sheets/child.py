"""Read one list inside the child process: limits first, then bytes to records; shows nothing.

Only the compact result crosses the pipe, as JSON: a child that a hostile file has taken over can
hand back wrong data, never code. Imports stay light: this module is all a fresh process loads.
"""

from __future__ import annotations

import gc
import json
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from digicommune.domain.banks import Bank, BankDirectory
from digicommune.domain.grids import Grid
from digicommune.domain.headers import Header, find_header
from digicommune.domain.lists import UNWATCHED, Watch, read_grid
from digicommune.domain.rows import ListReading, Problem, Record, Rejected, Skipped
from digicommune.errors import UserError
from digicommune.sheets import refusals
from digicommune.sheets.book import Book
from digicommune.sheets.legacy_cells import decode_by_reading
from digicommune.sheets.limits import be_silent, limit_memory
from digicommune.sheets.opening import open_book

PROGRESS, RECORDS, DONE = "progress", "records", "done"
REFUSED, OUT_OF_MEMORY, BUG = "refused", "memory", "bug"
MAX_FILE: Final = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Job:
    """What to read and how; everything here can be pickled."""

    path: str
    kind: str
    sheet: str | None
    password: str | None
    banks: tuple[Bank, ...]


def work(pipe: Connection, job: Job) -> None:
    """The whole life of the child process."""
    be_silent()
    limit_memory()
    gc.disable()

    def tell(done: int, total: int, what: str) -> None:
        say(pipe, PROGRESS, (done, total, what))

    def send(records: Sequence[Record]) -> None:
        if records:
            say(pipe, RECORDS, packed_records(records))

    try:
        say(pipe, DONE, packed(read_job(job, Watch(tell, send))))
    except UserError as error:
        say(pipe, REFUSED, (error.code, error.message, error.advice, error.facts))
    except MemoryError:
        say(pipe, OUT_OF_MEMORY, None)
    except Exception:  # noqa: BLE001 - a bug is told to the parent, which logs it as one
        say(pipe, BUG, traceback.format_exc())
    finally:
        pipe.close()


def say(pipe: Connection, what: str, load: object) -> None:
    """Send one message to the parent."""
    pipe.send_bytes(json.dumps((what, load), ensure_ascii=False).encode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the file opened, and the reading of the chosen sheet."""

    open: str
    encoding: str | None
    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    reading: ListReading


def read_job(job: Job, watch: Watch = UNWATCHED) -> Outcome:
    """Open, choose the sheet, find the header, read the list; raises the refusal that fits."""
    path = Path(job.path)
    watch.progress(0, 1, "Mở tệp")
    book = open_book(read_bytes(path), path.name, job.password)
    grid, header = _chosen(book, job.sheet, path.name)
    how = (job.kind, BankDirectory(job.banks))
    reading = read_grid(grid, header, how, watch)
    return Outcome(book.open, grid.marks.encoding, book.sheets, book.hidden, reading)


def read_bytes(path: Path) -> bytes:
    """The whole file; raises the refusal that fits."""
    try:
        if path.is_dir():
            raise refusals.not_a_workbook(path.name)
        if path.stat().st_size > MAX_FILE:
            raise refusals.too_big(path.name, "tệp trên 200 MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refusals.file_missing(path.name) from error
    except OSError as error:
        raise refusals.file_locked(path.name) from error


def _chosen(book: Book, sheet: str | None, name: str) -> tuple[Grid, Header]:
    """The sheet asked for, or the visible one whose header says most."""
    if sheet is not None and sheet not in book.sheets:
        raise refusals.sheet_missing(name, sheet, book.sheets)
    visible = tuple(one for one in book.sheets if one not in book.hidden)
    wanted = (sheet,) if sheet is not None else visible or book.sheets
    best: tuple[tuple[int, int], Grid, Header] | None = None
    for found in book.grids(wanted):
        grid = _readable(found)
        header = find_header(grid)
        if header is not None:
            rank = (header.score, min(len(grid.rows), 10_000))
            if best is None or rank > best[0]:
                best = (rank, grid, header)
    if best is None:
        raise refusals.no_header(name, book.sheets)
    return best[1], best[2]


def _readable(grid: Grid) -> Grid:
    """The sheet with legacy text decoded where the fonts did not already tell."""
    if grid.marks.decoded_rows:
        return grid
    encoding, rows = decode_by_reading(grid.rows)
    if encoding is None:
        return grid
    return replace(grid, marks=replace(grid.marks, decoded_rows=rows, encoding=encoding))


def packed(outcome: Outcome) -> tuple[object, ...]:
    """All but the records of an outcome as plain tuples, ready for JSON."""
    reading = outcome.reading
    return (
        (outcome.open, outcome.encoding, outcome.sheets, outcome.hidden),
        (reading.sheet, reading.header_rows, reading.columns, reading.kind, reading.declared_total),
        [(r.row, [_problem(p) for p in r.problems], r.fields) for r in reading.rejected],
        [(s.row, s.kind, s.text, s.declared) for s in reading.skipped],
    )


def packed_records(records: Sequence[Record]) -> tuple[list[tuple[str, ...]], list[object]]:
    """Records with the sets of their field keys stored once: half the text on the pipe."""
    shapes: dict[tuple[str, ...], int] = {}
    rows: list[object] = []
    for record in records:
        shape = shapes.setdefault(tuple(record.fields), len(shapes))
        rows.append((shape, record.row, record.warnings, *record.fields.values()))
    return list(shapes), rows


def unpacked_records(load: Any) -> list[Record]:
    """Records as they were before ``packed_records`` and JSON."""
    shapes, rows = load
    return [
        Record(row, dict(zip(shapes[shape], values, strict=True)), tuple(notes))
        for shape, row, notes, *values in rows
    ]


def _problem(problem: Problem) -> tuple[str, str | None, str | None, str]:
    return (problem.code, problem.field, problem.column, problem.message)


def unpacked(load: Any, records: list[Record]) -> Outcome:
    """The outcome as it was before ``packed`` and JSON, with its records."""
    (opened, encoding, sheets, hidden), about, rejected, skipped = load
    sheet, header_rows, columns, kind, total = about
    reading = ListReading(
        sheet,
        tuple(header_rows),
        columns,
        kind,
        tuple(records),
        tuple([Rejected(r, tuple(Problem(*p) for p in ps), f) for r, ps, f in rejected]),
        tuple([Skipped(*one) for one in skipped]),
        total,
    )
    return Outcome(opened, encoding, tuple(sheets), tuple(hidden), reading)
