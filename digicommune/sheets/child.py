"""Read one list inside the child process: limits first, then bytes to records; shows nothing.

Only values cross the pipe (``messages``). Imports stay light: this is all a fresh process loads.
"""

from __future__ import annotations

import gc
import re
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from digicommune.domain.banks import Bank, BankDirectory
from digicommune.domain.grids import Grid
from digicommune.domain.headers import NOTHING_KNOWN, Header, Known, find_header
from digicommune.domain.list_plans import Wishes, fits
from digicommune.domain.lists import UNWATCHED, Watch, read_grid
from digicommune.domain.rows import Record
from digicommune.domain.text import fold
from digicommune.errors import UserError
from digicommune.sheets import messages, refusals
from digicommune.sheets.book import Book
from digicommune.sheets.legacy_cells import decode_by_reading
from digicommune.sheets.limits import be_silent, limit_memory
from digicommune.sheets.opening import open_book

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
        say(pipe, messages.PROGRESS, (done, total, what))

    def send(records: Sequence[Record]) -> None:
        if records:
            say(pipe, messages.RECORDS, records)

    try:
        outcome = read_job(job, Watch(tell, send))
        say(pipe, messages.DONE, messages.without_records(outcome))
    except UserError as error:
        refuse(pipe, error)
    except MemoryError:
        say(pipe, messages.OUT_OF_MEMORY, None)
    except Exception:  # noqa: BLE001 - a bug is told to the parent, which logs it as one
        say(pipe, messages.BUG, traceback.format_exc())
    except BaseException:  # noqa: BLE001 - calamine in a panic over a damaged cell is no Exception
        refuse(pipe, refusals.corrupt(Path(job.path).name))
    finally:
        pipe.close()


def refuse(pipe: Connection, error: UserError) -> None:
    """Tell the parent why the file is not read."""
    say(pipe, messages.REFUSED, (error.code, error.message, error.advice, error.facts))


def say(pipe: Connection, what: str, load: object) -> None:
    """Send one message to the parent."""
    pipe.send_bytes(messages.message(what, load))


def read_job(job: Job, watch: Watch = UNWATCHED) -> messages.Outcome:
    """Open, choose the sheet, find the header, read the list; raises the refusal that fits."""
    path = Path(job.path)
    watch.progress(0, 1, "Mở tệp")
    book = open_book(read_bytes(path), path.name, job.password)
    opened, sheets, hidden = book.open, book.sheets, book.hidden
    grid, header, lists = _chosen(book, job, path.name)
    del book  # with the file and its XML, a fifth of this process, before the records are made
    wishes = Wishes(job.kind, BankDirectory(job.banks), job.mended)
    reading = read_grid(grid, header, wishes, watch)
    return messages.Outcome(opened, grid.marks.encoding, sheets, hidden, lists, reading)


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
