"""Commands that take lists in: import, villages import, imports list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import DONE, SOME_ROWS_OPEN, Answer
from digicommune.cli.lists import request_of, row_data, sheet_data
from digicommune.cli.opened import opened
from digicommune.operations import intake

if TYPE_CHECKING:
    import argparse

    from digicommune.operations.intake import ImportDone, IntakeRequest, Preview, PreviewRow
    from digicommune.operations.office import Store


def import_list(arguments: argparse.Namespace) -> Answer:
    """Takes a list in."""
    return _take(arguments, arguments.kind)


def villages_import(arguments: argparse.Namespace) -> Answer:
    """Takes a list of villages in."""
    return _take(arguments, "villages")


def _take(arguments: argparse.Namespace, kind: str) -> Answer:
    done = None
    with opened(arguments) as store:
        request = _as_remembered(store, request_of(arguments, kind))
        if arguments.dry_run:
            seen = intake.preview_of_bank(store, arguments.file, request)
        else:
            seen, done = intake.take(store, arguments.file, request)
    waiting = seen.counts["doubtful"] or seen.counts["rejected"]
    return Answer(
        _told(seen, done, request.bank_bin), _data(seen, done), SOME_ROWS_OPEN if waiting else DONE
    )


def _as_remembered(store: Store, request: IntakeRequest) -> IntakeRequest:
    """The request with the columns remembered of its sender."""
    if not request.sender:
        return request
    from digicommune.operations import senders

    lists = [one for one in senders.known(store) if one.name == request.sender]
    headings = {key: value for one in lists for key, value in one.headings.items()}
    return replace(request, headings=headings)


def _data(seen: Preview, done: ImportDone | None) -> dict[str, Any]:
    return {
        "file": seen.file,
        "sha256": seen.sha256,
        "open": seen.opened,
        **sheet_data(seen.reading),
        "counts": seen.counts,
        "rows": [_row(one, done) for one in seen.rows],
        "batch_id": done.import_id if done else None,
        "already_imported": seen.imported_before,
        "total_differs": seen.total_differs,
        "bank": seen.request.bank_bin,
        "created": done.created if done else 0,
        "updated": done.updated if done else 0,
        "message": done.message if done else "",
    }


def _row(one: PreviewRow, done: ImportDone | None) -> dict[str, Any]:
    found = row_data(one.row, one.verdict, one.fields, one.warnings)
    found["problems"] = [
        {"field": field, "code": code, "message": message} for field, code, message in one.problems
    ]
    found["target"] = done.targets.get(one.row) if done else None
    if one.seen_in:
        found["seen_in"] = one.seen_in
    if one.decided:
        found["decided"] = one.decided
    if one.candidates:
        found["candidates"] = [each._asdict() for each in one.candidates]
    if one.changes:
        found["changes"] = [
            {"field": each.field, "before": each.before, "after": each.after}
            for each in one.changes
        ]
    return found


def _told(seen: Preview, done: ImportDone | None, asked_bank: str | None) -> list[str]:
    counts = seen.counts
    lines = [done.message if done else _foreseen(seen)]
    if seen.total_differs:
        declared = seen.reading.declared_total
        lines.append(f"Chú ý: danh sách ghi tổng {declared} nhưng đọc được {counts['read']} dòng.")
    if seen.request.bank_bin and not asked_bank:
        lines.append(f"Ngân hàng lấy theo tiêu đề của danh sách: BIN {seen.request.bank_bin}.")
    if seen.other_lists:
        names = ", ".join(seen.other_lists)
        lines.append(f"Tệp còn danh sách ở trang {names}: nhập riêng bằng --sheet.")
    if seen.hidden_sheets:
        lines.append(f"Trang tính ẩn, không đọc: {', '.join(seen.hidden_sheets)}.")
    lines.extend(
        f"  Dòng {one.row}: {message}"
        for one in seen.rows
        for _field, _code, message in one.problems
    )
    return lines


def _foreseen(seen: Preview) -> str:
    counts = seen.counts
    good = f"Xem trước {seen.file}: {counts['new']} dòng mới, {counts['known']} đã biết"
    return f"{good}, {counts['doubtful']} chờ quyết định, {counts['rejected']} sai; chưa ghi gì."


def imports_list(arguments: argparse.Namespace) -> Answer:
    """All imports, newest first."""
    with opened(arguments) as store:
        found = intake.history(store)
    lines = []
    for one in found:
        counts = one.counts
        good = f"{counts['new']} mới, {counts['known']} đã biết"
        open_rows = f"{counts['doubtful']} chờ, {counts['rejected']} sai"
        gone = " [đã hoàn tác]" if one.state == "undone" else ""
        named = f"{one.import_id}. {one.at[:10]} {one.file} ({one.kind})"
        lines.append(f"{named}: {good}, {open_rows}{gone}")
    return Answer(lines or ["Chưa nhập danh sách nào."], {"imports": found})
