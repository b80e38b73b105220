"""Commands about past imports: their rows, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.lists import row_data
from digicommune.cli.opened import opened
from digicommune.operations import imports

if TYPE_CHECKING:
    import argparse

    from digicommune.operations.imports import ImportedRow


def show(arguments: argparse.Namespace) -> Answer:
    """The rows of one import, each with its verdict and what it changed."""
    with opened(arguments) as store:
        record = imports.record_of(store, arguments.id)
        rows = imports.rows_of(store, arguments.id, arguments.verdict)
    gone = ", đã hoàn tác" if record.state == "undone" else ""
    head = f"Lần nhập {record.import_id}: {record.file} ({record.kind}){gone}"
    data = {
        "batch_id": record.import_id,
        "file": record.file,
        "sha256": record.sha256,
        "kind": record.kind,
        "sheet": record.sheet,
        "state": record.state,
        "who": record.who,
        "at": record.made_at,
        "rows": [_row(one) for one in rows],
    }
    return Answer([head, *map(_line, rows)], data)


def _row(one: ImportedRow) -> dict[str, Any]:
    found = row_data(one.row, one.verdict, one.fields, one.warnings)
    found["problems"] = [
        {"field": field, "code": code, "message": message} for field, code, message in one.problems
    ]
    found |= {"target": one.target, "label": one.target_label}
    found["changes"] = [each._asdict() for each in one.changes]
    return found


def _line(one: ImportedRow) -> str:
    said = [one.target_label or str(one.fields.get("ho_ten", ""))]
    said += [f"{each.field}: {each.before or '∅'} → {each.after}" for each in one.changes]
    said += [message for _, _, message in one.problems]
    return f"  Dòng {one.row} ({one.verdict}): {'; '.join(part for part in said if part)}"


def undo(arguments: argparse.Namespace) -> Answer:
    """Takes one import back."""
    with opened(arguments) as store:
        done = imports.undo(store, arguments.id)
    lines = [done.message, *(f"  Giữ lại {one.label}: {one.reason}" for one in done.kept)]
    data = {
        "batch_id": done.import_id,
        "removed": done.removed,
        "facts": done.facts,
        "restored": done.restored,
        "kept": [one._asdict() for one in done.kept],
        "message": done.message,
    }
    return Answer(lines, data)
