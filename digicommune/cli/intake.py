"""Commands that read lists: inspect, import, villages import, imports list."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import DONE, SOME_ROWS_OPEN, Answer
from digicommune.cli.opened import opened
from digicommune.errors import UserError
from digicommune.operations import intake, office

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from digicommune.domain.rows import ListReading
    from digicommune.operations.intake import ImportDone, IntakeRequest, Preview, PreviewRow


def inspect(arguments: argparse.Namespace) -> Answer:
    """What the reader sees, without a database."""
    request = _request(arguments, arguments.kind)
    try:
        book = intake.inspect(arguments.file, request, office.shipped_banks())
    except UserError as error:
        raise _with_opening(error, arguments.file) from error
    reading = book.reading
    rows = [
        {
            "row": one.row,
            "verdict": "ok",
            "fields": one.fields,
            "warnings": one.warnings,
            "problems": [],
        }
        for one in reading.records
    ]
    rows += [
        {
            "row": one.row,
            "verdict": "rejected",
            "fields": one.fields,
            "warnings": [],
            "problems": [
                {
                    "field": each.field,
                    "column": each.column,
                    "code": each.code,
                    "message": each.message,
                }
                for each in one.problems
            ],
        }
        for one in reading.rejected
    ]
    counts = {
        "read": len(rows),
        "ok": len(reading.records),
        "rejected": len(reading.rejected),
        "skipped": len(reading.skipped),
    }
    data = {
        "file": book.file,
        "sha256": book.sha256,
        "open": book.open,
        "encoding": book.encoding,
        **_sheet_data(reading),
        "sheets": book.sheets,
        "hidden_sheets": book.hidden_sheets,
        "counts": counts,
        "rows": sorted(rows, key=lambda one: int(str(one["row"]))),
    }
    lines = [
        f"{book.file}: trang “{reading.sheet}”, tiêu đề ở dòng {_joined(reading.header_rows)},"
        f" loại {reading.kind}",
        f"Đọc {counts['read']} dòng: {counts['ok']} dùng được, {counts['rejected']} sai,"
        f" bỏ qua {counts['skipped']} dòng không phải dữ liệu.",
        *(f"  Dòng {one.row}: {each.message}" for one in reading.rejected for each in one.problems),
    ]
    return Answer(lines, data)


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


def _joined(numbers: tuple[int, ...]) -> str:
    return ", ".join(str(one) for one in numbers)


def _sheet_data(reading: ListReading) -> dict[str, Any]:
    return {
        "sheet": reading.sheet,
        "header_rows": reading.header_rows,
        "kind": reading.kind,
        "columns": reading.columns,
        "declared_total": reading.declared_total,
        "skipped": [
            {
                "row": one.row,
                "kind": one.kind,
                "text": one.text,
                **({} if one.declared is None else {"declared": one.declared}),
            }
            for one in reading.skipped
        ],
    }


def _request(arguments: argparse.Namespace, kind: str) -> IntakeRequest:
    return intake.IntakeRequest(
        kind=kind,
        sheet=arguments.sheet,
        password=arguments.password,
        bank_bin=getattr(arguments, "bank", None),
        campaign=getattr(arguments, "campaign", None),
        period=getattr(arguments, "period", None),
        again=getattr(arguments, "accept_known", False),
    )


def import_list(arguments: argparse.Namespace) -> Answer:
    """Takes a list in."""
    return _take(arguments, arguments.kind)


def villages_import(arguments: argparse.Namespace) -> Answer:
    """Takes a list of villages in."""
    return _take(arguments, "villages")


def _take(arguments: argparse.Namespace, kind: str) -> Answer:
    request = _request(arguments, kind)
    with opened(arguments) as store:
        if arguments.dry_run:
            seen = intake.preview(store, arguments.file, request)
            return _imported(seen, None)
        seen, done = intake.take(store, arguments.file, request)
    return _imported(seen, done)


def _imported(seen: Preview, done: ImportDone | None) -> Answer:
    counts = seen.counts
    data = {
        "file": seen.file,
        "sha256": seen.sha256,
        "open": seen.opened,
        **_sheet_data(seen.reading),
        "counts": counts,
        "rows": [_row_data(one, done) for one in seen.rows],
        "batch_id": done.import_id if done else None,
        "already_imported": seen.imported_before,
        "total_differs": seen.total_differs,
        "created": done.created if done else 0,
        "updated": done.updated if done else 0,
        "message": done.message if done else "",
    }
    waiting = counts["doubtful"] or counts["rejected"]
    return Answer(_told(seen, done), data, SOME_ROWS_OPEN if waiting else DONE)


def _row_data(one: PreviewRow, done: ImportDone | None) -> dict[str, Any]:
    target = done.targets.get(one.row) if done else None
    found = {
        "row": one.row,
        "verdict": one.verdict,
        "fields": one.fields,
        "warnings": one.warnings,
        "problems": [
            {"field": field, "code": code, "message": message}
            for field, code, message in one.problems
        ],
        "target": target,
    }
    if one.changes:
        found["changes"] = [
            {"field": each.field, "before": each.before, "after": each.after}
            for each in one.changes
        ]
    return found


def _told(seen: Preview, done: ImportDone | None) -> list[str]:
    counts = seen.counts
    lines = [
        done.message
        if done
        else f"Xem trước {seen.file}: {counts['new']} dòng mới, {counts['known']} đã biết,"
        f" {counts['doubtful']} chờ quyết định, {counts['rejected']} sai; chưa ghi gì."
    ]
    if seen.total_differs:
        lines.append(
            f"Chú ý: danh sách ghi tổng {seen.reading.declared_total} nhưng đọc được {counts['read']}."
        )
    if seen.hidden_sheets:
        lines.append(f"Trang tính ẩn, không đọc: {', '.join(seen.hidden_sheets)}.")
    lines.extend(
        f"  Dòng {one.row}: {message}"
        for one in seen.rows
        for _field, _code, message in one.problems
    )
    return lines


def imports_list(arguments: argparse.Namespace) -> Answer:
    """All imports, newest first."""
    with opened(arguments) as store:
        found = intake.history(store)
    lines = [
        f"{one.import_id}. {one.at[:10]} {one.file} ({one.kind}): {one.counts['new']} mới,"
        f" {one.counts['known']} đã biết, {one.counts['doubtful']} chờ, {one.counts['rejected']} sai"
        for one in found
    ]
    return Answer(lines or ["Chưa nhập danh sách nào."], {"imports": found})
