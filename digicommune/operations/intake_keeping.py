"""What is kept of an import itself: its record, the file as it came, the journal's entry."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.registers import ImportRecord
from digicommune.errors import UserError

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.operations.intake_rows import Preview, Saved

MOST_NOTED = 1_000


def record_of(judged: Preview, campaign: int | None) -> ImportRecord:
    """The import as the history keeps it."""
    reading, counts = judged.reading, judged.counts
    layout = {
        "header_rows": reading.header_rows,
        "columns": reading.columns,
        "skipped": reading.skipped,
        "declared_total": reading.declared_total,
    }
    return ImportRecord(
        import_id=0,
        kind=judged.kind,
        file=judged.file,
        sha256=judged.sha256,
        sheet=reading.sheet,
        bank_bin=judged.request.bank_bin,
        campaign_id=campaign,
        new=counts["new"],
        known=counts["known"],
        doubtful=counts["doubtful"],
        rejected=counts["rejected"],
        skipped=counts["skipped"],
        layout=msgspec.json.encode(layout).decode(),
    )


def content_of(judged: Preview) -> bytes:
    """The file as it was read; refuses one that has changed since."""
    try:
        content = judged.path.read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != judged.sha256:
        raise UserError(
            "list_file_changed",
            f"Tệp {judged.file} đã thay đổi hoặc không còn ở chỗ cũ sau khi xem trước.",
            "Mở lại tệp để đọc nội dung mới rồi lưu.",
            file=judged.file,
        )
    return content


def note_import(unit: Unit, import_id: int, judged: Preview, saved: Saved) -> None:
    """The journal's entry: what was brought, and every value before and after.

    Beyond a thousand values the journal names their number; the import's rows hold them all.
    """
    before: dict[str, dict[str, str | None]] = {}
    after: dict[str, dict[str, str]] = {}
    for (target, field), change in islice(saved.changed.items(), MOST_NOTED):
        before.setdefault(target, {})[field] = change.before
        after.setdefault(target, {})[field] = change.after
    told = {"file": judged.file, **judged.counts, "created": saved.created, "facts": saved.facts}
    told |= {"updated": saved.updated, "values": after} if after else {}
    unit.journal.note("import", f"import:{import_id}", before=before or None, after=told)
