"""Make a copy of a sender's file with doubtful and wrong cells marked; never touch the original.

The copy is made in a child process with the reader's limits: openpyxl keeps the sender's styles,
but a hostile file could take the process with it. No formula of the sender survives: formulas
become their last values, formula-like texts carry Excel's quote prefix.
"""

from __future__ import annotations

import json
import multiprocessing
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from digicommune.errors import UserError
from digicommune.sheets import refusals
from digicommune.sheets.limits import be_silent, limit_memory
from digicommune.sheets.plain_tables import replacing

TIME_LIMIT: Final = 180


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to mark (0-based), whether it is wrong or only doubtful, and why."""

    row: int
    column: int
    wrong: bool
    reason: str


@dataclass(frozen=True, slots=True)
class CopyJob:
    """What to copy and mark; everything here can be pickled."""

    path: str
    sheet: str
    password: str | None
    header_row: int  # 0-based: where the column of reasons gets its heading
    marks: tuple[Mark, ...]


def mark_copy(job: CopyJob, to: Path) -> int:
    """Write the marked copy; the number of marked cells.

    Raises ``UserError`` ``copy_over_original`` where ``to`` is the sender's own file, and those of
    ``refusals``.
    """
    source = Path(job.path)
    if to.exists() and source.exists() and to.samefile(source):
        raise over_original(to)
    with replacing(to) as part:
        return _in_child(job, part)


def over_original(to: Path) -> UserError:
    """The copy would take the place of the file it is made from."""
    return UserError(
        "copy_over_original",
        f"Bản đánh dấu không được ghi đè lên tệp gốc {to.name}.",
        "Chọn tên khác cho bản đánh dấu, ví dụ thêm “ - cần sửa” vào tên tệp.",
        file=to.name,
    )


def _in_child(job: CopyJob, part: Path) -> int:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(theirs, job, str(part)), daemon=True)
    process.start()
    theirs.close()
    name = Path(job.path).name
    try:
        if not ours.poll(TIME_LIMIT):
            raise refusals.too_slow(name, TIME_LIMIT)
        what, load = json.loads(ours.recv_bytes())
    except EOFError as error:
        raise refusals.unsafe(name, "đọc tệp cần quá nhiều bộ nhớ") from error
    finally:
        ours.close()
        if process.is_alive():
            process.join(1)
            process.kill()
        process.join()
    if what == "refused":
        code, message, advice, facts = load
        raise UserError(code, message, advice, **facts)
    if what == "unwritable":
        raise OSError(str(load))
    if what == "bug":
        raise RuntimeError(f"marking a copy failed\n{load}")
    return int(load)


def work(pipe: Connection, job: CopyJob, part: str) -> None:
    """The whole life of the child process."""
    be_silent()
    limit_memory()
    try:
        from digicommune.sheets.marked_books import write_marked

        answer: tuple[str, object] = ("done", write_marked(job, Path(part)))
    except UserError as error:
        answer = ("refused", (error.code, error.message, error.advice, error.facts))
    except OSError as error:  # reading raises UserError: this is the copy that cannot be written
        answer = ("unwritable", str(error))
    except MemoryError:
        pipe.close()
        return
    except Exception:  # noqa: BLE001 - a bug is told to the parent, which logs it as one
        answer = ("bug", traceback.format_exc())
    pipe.send_bytes(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    pipe.close()
