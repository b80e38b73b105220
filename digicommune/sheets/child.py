"""Read one list inside the child process: limits first, then bytes to records; shows nothing.

Only the compact result crosses the pipe, as JSON: a child that a hostile file has taken over can
hand back wrong data, never code. Imports stay light: this module is all a fresh process loads.
"""

from __future__ import annotations

import gc
import json
import re
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from digicommune.domain.banks import Bank, BankDirectory
from digicommune.domain.grids import Grid
from digicommune.domain.headers import NOTHING_KNOWN, Header, Known, find_header
from digicommune.domain.list_plans import Wishes, fits
from digicommune.domain.lists import UNWATCHED, Watch, read_grid
from digicommune.domain.rows import ListReading, Problem, Record, Rejected, Skipped
from digicommune.domain.text import fold
from digicommune.errors import UserError
from digicommune.sheets import refusals
from digicommune.sheets.book import Book
from digicommune.sheets.legacy_cells import decode_by_reading
from digicommune.sheets.limits import be_silent, limit_memory
from digicommune.sheets.opening import open_book

PROGRESS, RECORDS, DONE = "progress", "records", "done"
REFUSED, OUT_OF_MEMORY, BUG = "refused", "memory", "bug"
_SAMPLE_SHEET = re.compile(r"(?:bieu )?mau\b|huong dan|vi du|danh muc|sample|template")
MAX_FILE: Final = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Job:
    """What to read and how; everything here can be pickled."""

    path: str
    kind: str
    sheet: str | None
    password: str | None
    banks: tuple[Bank, ...]
    known: Known = NOTHING_KNOWN
    mended: dict[int, dict[str, str]] = field(default_factory=dict)


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
    """How the file opened, and the reading of the chosen sheet.

    ``lists`` names the visible sheets that hold a list of the kind asked for, the chosen one too.
    """

    open: str
    encoding: str | None
    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    lists: tuple[str, ...]
    reading: ListReading


def read_job(job: Job, watch: Watch = UNWATCHED) -> Outcome:
    """Open, choose the sheet, find the header, read the list; raises the refusal that fits."""
    path = Path(job.path)
    watch.progress(0, 1, "Mở tệp")
    book = open_book(read_bytes(path), path.name, job.password)
    grid, header, lists = _chosen(book, job, path.name)
    wishes = Wishes(job.kind, BankDirectory(job.banks), job.mended)
    reading = read_grid(grid, header, wishes, watch)
    return Outcome(book.open, grid.marks.encoding, book.sheets, book.hidden, lists, reading)


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


def _chosen(book: Book, job: Job, name: str) -> tuple[Grid, Header, tuple[str, ...]]:
    """The sheet asked for, or the visible one that most looks like the list; the others that do."""
    sheet = job.sheet
    if sheet is not None and sheet not in book.sheets:
        raise refusals.sheet_missing(name, sheet, book.sheets)
    visible = tuple(one for one in book.sheets if one not in book.hidden)
    wanted = (sheet,) if sheet is not None else visible or book.sheets
    best: tuple[tuple[bool, int, int], Grid, Header] | None = None
    lists: list[tuple[bool, str]] = []
    for found in book.grids(wanted):
        grid = _readable(found)
        header = find_header(grid, job.known)
        if header is not None:
            rank = _rank(grid, header, job.kind)
            lists.append((rank[0], grid.name))
            if best is None or rank > best[0]:
                best = (rank, grid, header)
    if best is None:
        raise refusals.no_header(name, book.sheets)
    rank, grid, header = best
    return grid, header, tuple(each for fit, each in lists if fit is rank[0])


def _rank(grid: Grid, header: Header, kind: str) -> tuple[bool, int, int]:
    """How much a sheet looks like the list: of the kind, a speaking header, many rows below it.

    Ten times the rows weigh as much as one more column that says something.
    """
    rows = len(grid.rows) - header.rows[-1] - 1
    fit = fits(kind, header) and _SAMPLE_SHEET.match(fold(grid.name)) is None
    return fit, header.score + 10 * len(str(rows)) * (rows > 0), rows


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
        (outcome.open, outcome.encoding, outcome.sheets, outcome.hidden, outcome.lists),
        (reading.sheet, reading.header_rows, reading.columns, reading.kind, reading.declared_total),
        (reading.headings, reading.samples),
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


def _problem(problem: Problem) -> tuple[str, str | None, str | None, str, str]:
    return (problem.code, problem.field, problem.column, problem.message, problem.shown)


def unpacked(load: Any, records: list[Record]) -> Outcome:
    """The outcome as it was before ``packed`` and JSON, with its records."""
    (opened, encoding, *names), about, (headings, samples), rejected, skipped = load
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
        headings,
        {letters: tuple(values) for letters, values in samples.items()},
    )
    sheets, hidden, lists = map(tuple, names)
    return Outcome(opened, encoding, sheets, hidden, lists, reading)
