"""Sends out again what past imports brought: the original, a marked copy, their rows as a list."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.domain.rows import ListReading
from digicommune.operations.imports import ImportedRow, original, record_of, rows_of
from digicommune.operations.intake_rows import IntakeRequest, Preview, PreviewRow
from digicommune.operations.outgoing import error_copy, export_rows, safe_name
from digicommune.operations.past_lists import reading_of
from digicommune.sheets.plain_tables import replacing

if TYPE_CHECKING:
    from digicommune.db.store import Store

LONGEST_ENDING = 5

__all__ = ["mark_past", "name_and_ending", "past_rows_to", "save_original"]


def name_and_ending(file: str) -> tuple[str, str]:
    """A sender's file name in two, the ending only where it looks like one (".xlsx")."""
    stem, dot, ending = file.rpartition(".")
    if dot and stem and ending.isalnum() and len(ending) <= LONGEST_ENDING:
        return stem, f".{ending}"
    return file, ""


def save_original(store: Store, import_id: int, to: Path) -> None:
    """The file as it came, byte for byte; raises ``import_unknown``, ``original_missing``."""
    _name, content = original(store, import_id)
    with replacing(to) as part:
        part.write_bytes(content)


def mark_past(store: Store, import_id: int, to: Path, password: str | None = None) -> int:
    """A copy of the kept file with the rows marked that are wrong or still wait.

    The number of marked cells. Raises ``UserError`` as ``outgoing.error_copy`` does; a file with a
    password asks for it again, for it is never kept.
    """
    name, content = original(store, import_id)
    with tempfile.TemporaryDirectory(prefix="digicommune-") as folder:
        path = Path(folder) / safe_name(*name_and_ending(name))
        path.write_bytes(content)
        return error_copy(store, _seen(store, import_id, path, password), to)


def past_rows_to(store: Store, import_id: int, to: Path) -> None:
    """The rows of an import as they were read, with their verdicts as they are now."""
    export_rows(_seen(store, import_id, Path(record_of(store, import_id).file), None), to)


def _seen(store: Store, import_id: int, path: Path, password: str | None) -> Preview:
    """The import as its preview was, with the verdicts of its rows as they are now."""
    record, kept = record_of(store, import_id), reading_of(store, import_id)
    reading = ListReading(
        kept.sheet, kept.header_rows, kept.columns, record.kind, (), (), kept.skipped,
        kept.declared_total,
    )  # fmt: skip
    return Preview(
        path=path,
        file=record.file,
        sha256=record.sha256,
        opened="ok",
        kind=record.kind,
        request=IntakeRequest(record.kind, password=password, bank_bin=record.bank_bin),
        reading=reading,
        rows=tuple(_row(one) for one in rows_of(store, import_id)),
        skipped=kept.skipped,
    )


def _row(one: ImportedRow) -> PreviewRow:
    return PreviewRow(
        one.row,
        one.verdict,  # type: ignore[arg-type]  # as it was kept
        one.fields,
        one.warnings,
        one.problems,
    )
