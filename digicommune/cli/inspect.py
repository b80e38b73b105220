"""The command that shows what the reader sees in a file, without an office."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.lists import request_of, row_data, sheet_data
from digicommune.errors import UserError
from digicommune.operations import intake, office

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from digicommune.domain.rows import ListReading, Rejected
    from digicommune.operations.intake import BookReading


def inspect(arguments: argparse.Namespace) -> Answer:
    """What the reader sees."""
    request = request_of(arguments, arguments.kind)
    try:
        book = intake.inspect(arguments.file, request, office.shipped_banks())
    except UserError as error:
        raise _with_opening(error, arguments.file) from error
    return Answer(_lines(book), _data(book))


def _data(book: BookReading) -> dict[str, Any]:
    reading = book.reading
    rows = [row_data(one.row, "ok", one.fields, one.warnings) for one in reading.records]
    rows += [_rejected(one) for one in reading.rejected]
    return {
        "file": book.file,
        "sha256": book.sha256,
        "open": book.open,
        "encoding": book.encoding,
        **sheet_data(reading),
        "sheets": book.sheets,
        "hidden_sheets": book.hidden_sheets,
        "counts": _counts(reading),
        "rows": sorted(rows, key=lambda one: int(one["row"])),
    }


def _rejected(one: Rejected) -> dict[str, Any]:
    problems = [
        {"field": each.field, "column": each.column, "code": each.code, "message": each.message}
        for each in one.problems
    ]
    return {**row_data(one.row, "rejected", one.fields, ()), "problems": problems}


def _counts(reading: ListReading) -> dict[str, int]:
    return {
        "read": len(reading.records) + len(reading.rejected),
        "ok": len(reading.records),
        "rejected": len(reading.rejected),
        "skipped": len(reading.skipped),
    }


def _lines(book: BookReading) -> list[str]:
    reading, counts = book.reading, _counts(book.reading)
    heads = ", ".join(str(one) for one in reading.header_rows)
    seen = f"{book.file}: trang “{reading.sheet}”, tiêu đề ở dòng {heads}, loại {reading.kind}"
    counted = f"Đọc {counts['read']} dòng: {counts['ok']} dùng được, {counts['rejected']} sai"
    wrong = [
        f"  Dòng {one.row}: {each.message}" for one in reading.rejected for each in one.problems
    ]
    return [seen, f"{counted}, bỏ qua {counts['skipped']} dòng không phải dữ liệu.", *wrong]


def _with_opening(error: UserError, path: Path) -> UserError:
    """The error with the part of the answer that is known: which file, and how it (not) opened."""
    result = {
        "file": path.name,
        "sha256": _sha256(path),
        "open": error.facts.get("open", "corrupt"),
    }
    return UserError(error.code, error.message, error.advice, **{**error.facts, "result": result})


def _sha256(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
