"""Read a list file in a child process with memory and time limits; it never opens one itself.

A hostile workbook can abort the process that reads it; here that ends in a sentence for the
officer, and the window lives on.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from digicommune.domain.banks import BankDirectory
from digicommune.domain.bulk import collection_held
from digicommune.domain.headers import Known
from digicommune.domain.progress import Progress, no_progress
from digicommune.domain.rows import ListReading, Record
from digicommune.errors import UserError
from digicommune.sheets import child, messages, refusals

TIME_LIMIT: Final = 60
_LOOK_EVERY: Final = 0.1
TakeRecords = Callable[[Sequence[Record]], None]


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """How to read: the banks to know, the kind of list, the sheet and the password if any.

    ``headings`` gives meanings (a field key, or "" to leave the column alone) by folded heading,
    as remembered of a sender or chosen by the officer; they win over the built-in words.
    ``header_rows`` are the Excel rows the officer says the header stands in. ``mended`` gives, by
    Excel row and field key, the text to read instead of the cell, by the same rules.
    """

    banks: BankDirectory
    kind: str = "auto"
    sheet: str | None = None
    password: str | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    header_rows: tuple[int, ...] | None = None
    mended: Mapping[int, Mapping[str, str]] = field(default_factory=dict)

    def job(self, path: Path) -> child.Job:
        """The same as plain values, for the child process."""
        return child.Job(
            str(path),
            self.kind,
            self.sheet,
            self.password,
            self.banks.banks,
            Known(dict(self.headings), self.header_rows),
            {row: dict(cells) for row, cells in self.mended.items()},
        )


@dataclass(frozen=True, slots=True)
class BookReading:
    """What the file is, its sheets, and the reading of the chosen one.

    ``list_sheets`` names every visible sheet that holds a list like the chosen one, itself too.
    """

    file: str
    sha256: str
    open: str
    encoding: str | None
    sheets: tuple[str, ...]
    hidden_sheets: tuple[str, ...]
    reading: ListReading
    list_sheets: tuple[str, ...] = ()


def leave_records(_records: Sequence[Record]) -> None:
    """For callers that wait for the whole reading."""


def read_list(
    path: Path,
    request: ReadRequest,
    progress: Progress = no_progress,
    take: TakeRecords = leave_records,
) -> BookReading:
    """Read the list in a file; ``take`` gets the records in portions while the rest is read.

    Raises ``UserError`` with the codes of ``refusals`` and ``Cancelled`` where ``progress`` does;
    the child process is ended either way.
    """
    sha256 = _fingerprint(path)
    outcome = _in_child(request.job(path), path.name, (progress, take))
    return BookReading(
        file=path.name,
        sha256=sha256,
        open=outcome.open,
        encoding=outcome.encoding,
        sheets=outcome.sheets,
        hidden_sheets=outcome.hidden,
        reading=outcome.reading,
        list_sheets=outcome.lists,
    )


def _fingerprint(path: Path) -> str:
    """SHA-256 of the file; raises the refusal where it cannot be read at all."""
    data = child.read_bytes(path)
    if not data:
        raise refusals.file_empty(path.name)
    return hashlib.sha256(data).hexdigest()


def _in_child(job: child.Job, name: str, tell: tuple[Progress, TakeRecords]) -> messages.Outcome:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=child.work, args=(theirs, job), daemon=True)
    process.start()
    theirs.close()
    try:
        with collection_held():
            return _await(ours, name, tell)
    finally:
        ours.close()
        if process.is_alive():
            process.kill()
        process.join()


def _await(pipe: Connection, name: str, tell: tuple[Progress, TakeRecords]) -> messages.Outcome:
    """Pass on progress until the result, a refusal, the child's death or the time limit."""
    deadline = time.monotonic() + TIME_LIMIT
    progress, take = tell
    state = (0, 1, "Mở tệp")
    records: list[Record] = []
    while time.monotonic() < deadline:
        progress(*state)
        if not pipe.poll(_LOOK_EVERY):
            continue
        what, load = _heard(pipe, name)
        if what == messages.DONE:
            return messages.with_records(load, records)
        if what == messages.PROGRESS:
            state = load
        else:
            records += load
            take(load)
    raise refusals.too_slow(name, TIME_LIMIT)


def _heard(pipe: Connection, name: str) -> tuple[str, Any]:
    """The child's next message; raises what it was refused for, or that it has died."""
    try:
        what, load = messages.heard(pipe.recv_bytes())
    except (EOFError, OSError, messages.NOT_UNDERSTOOD) as error:
        raise _died(name) from error
    if what == messages.REFUSED:
        code, sentence, advice, facts = load
        raise UserError(code, sentence, advice, **facts)
    if what == messages.OUT_OF_MEMORY:
        raise _died(name)
    if what == messages.BUG:
        raise RuntimeError(f"the reading process failed\n{load}")
    return what, load


def _died(name: str) -> UserError:
    return refusals.unsafe(name, "đọc tệp cần quá nhiều bộ nhớ")
