"""What was imported: its rows, its file, settling rows that wait, taking a whole import back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.rows import ListReading, Record
from digicommune.errors import UserError
from digicommune.operations.import_undoing import KeptRow, Undone, undone
from digicommune.operations.intake_kinds import SAVE, judge_of
from digicommune.operations.intake_rows import (
    Candidate,
    Change,
    Chosen,
    Decision,
    FieldValue,
    IntakeRequest,
    Preview,
    PreviewRow,
    Saving,
    VillageNames,
)
from digicommune.operations.undoing import changes_in

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.db.unit import Unit
    from digicommune.domain.registers import ImportRecord, ImportRowRecord, ImportVerdict

__all__ = [
    "ImportedRow", "KeptRow", "Undone", "candidates", "original", "record_of", "row_of", "rows_of",
    "settle", "undo",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row of an import as it is kept: how it was judged, where it ended, what it changed."""

    row: int
    verdict: str
    fields: dict[str, FieldValue]
    target: str | None  # "person:12"
    target_label: str
    warnings: tuple[str, ...]
    problems: tuple[tuple[str | None, str, str], ...]  # field, code, message
    changes: tuple[Change, ...]  # before and after


def record_of(store: Store, import_id: int) -> ImportRecord:
    """An import as it was committed; raises ``UserError`` ``import_unknown``."""
    with store.glance() as unit:
        return _found(unit, import_id)


def rows_of(
    store: Store, import_id: int, verdict: ImportVerdict | None = None
) -> tuple[ImportedRow, ...]:
    """An import's rows in the sheet's order, all or those of one verdict."""
    with store.glance() as unit:
        _found(unit, import_id)
        rows = unit.imports.rows(import_id, verdict)
        labels = _labels(unit, rows)
    return tuple(_imported(one, labels) for one in rows)


def row_of(store: Store, import_id: int, row: int) -> ImportedRow:
    """One row of an import; raises ``UserError`` ``import_unknown``, ``row_unknown``."""
    with store.glance() as unit:
        _found(unit, import_id)
        rows = unit.imports.rows(import_id, row=row)
        labels = _labels(unit, rows)
    if not rows:
        raise UserError(
            "row_unknown",
            f"Lần nhập {import_id} không có dòng {row}.",
            "Xem các dòng của lần nhập ở thẻ “Đã nhập”.",
            import_id=import_id,
            row=row,
        )
    return _imported(rows[0], labels)


def _found(unit: Unit, import_id: int) -> ImportRecord:
    record = unit.imports.get(import_id)
    if record is None:
        raise UserError(
            "import_unknown",
            f"Không có lần nhập số {import_id}.",
            "Xem số của các lần nhập bằng lệnh imports list hoặc ở thẻ “Đã nhập”.",
            import_id=import_id,
        )
    return record


def _labels(unit: Unit, rows: tuple[ImportRowRecord, ...]) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = {"person": set(), "merchant": set()}
    for one in rows:
        if one.target_kind in wanted and one.target_id is not None:
            wanted[one.target_kind].add(one.target_id)
    people = unit.people.get(sorted(wanted["person"]))
    shops = unit.merchants.get(sorted(wanted["merchant"]))
    found = {("person", number): one.full_name for number, one in people.items()}
    found |= {("merchant", number): one.name for number, one in shops.items()}
    return found | {("village", one.village_id): one.name for one in unit.villages.all()}


def _imported(one: ImportRowRecord, labels: dict[tuple[str, int], str]) -> ImportedRow:
    there = one.target_kind is not None and one.target_id is not None
    place = (one.target_kind or "", one.target_id or 0)
    return ImportedRow(
        one.row,
        one.verdict,
        msgspec.json.decode(one.fields),
        f"{place[0]}:{place[1]}" if there else None,
        labels.get(place, "") if there else "",
        tuple(msgspec.json.decode(one.warnings)),
        tuple((field, code, message) for field, code, message in msgspec.json.decode(one.problems)),
        changes_in(one),
    )


def original(store: Store, import_id: int) -> tuple[str, bytes]:
    """The file as it came: its name and its bytes; raises ``import_unknown``."""
    with store.glance() as unit:
        record = _found(unit, import_id)
        content = unit.imports.file(record.sha256)
    if content is None:
        raise UserError(
            "original_missing",
            f"Tệp gốc của lần nhập {import_id} không được lưu lại.",
            "Tìm lại tệp ở nơi gửi.",
            import_id=import_id,
        )
    return record.file, content


# --- settling ---


def candidates(store: Store, import_id: int, row: int) -> tuple[Candidate, ...]:
    """Whom a waiting row may mean, as the register stands now, likeliest first."""
    with store.glance() as unit:
        record = _found(unit, import_id)
        return _judged_again(unit, record, _waiting(unit, record, row)).candidates


def settle(store: Store, import_id: int, row: int, decision: Decision | Chosen) -> str:
    """Decides a row that has waited since its import; a sentence saying what became of it.

    "same" is its likeliest candidate as the register stands now. Raises ``UserError``
    ``import_unknown``, ``row_not_waiting``, ``nobody_like_it``.
    """
    with store.unit() as unit:
        record = _found(unit, import_id)
        before = _waiting(unit, record, row)
        judged = _judged_again(unit, record, before)
        if decision == "later":
            return f"Dòng {row} vẫn để lại, chưa tính."
        one = _as_decided(judged, decision)
        seen = _list_of(record, one)
        saving = Saving(unit, import_id, seen, {row: decision}, record.campaign_id)
        saved = SAVE[record.kind](saving)
        kept = saved.rows[0]
        unit.imports.settle_row(import_id, kept, before.verdict)
        told = {"target": f"{kept.target_kind}:{kept.target_id}", "decision": _word(decision)}
        unit.journal.note("settle", f"import:{import_id}:{row}", {"verdict": before.verdict}, told)
        label = _labels(unit, (kept,)).get((kept.target_kind or "", kept.target_id or 0), "")
    if decision == "new":
        return f"Dòng {row}: đã thêm mới “{label}”."
    return f"Dòng {row}: đã ghi là “{label}” trong sổ."


def _word(decision: Decision | Chosen) -> str:
    return "same" if isinstance(decision, Chosen) else decision


def _waiting(unit: Unit, record: ImportRecord, row: int) -> ImportRowRecord:
    rows = unit.imports.rows(record.import_id, "doubtful")
    found = next((one for one in rows if one.row == row), None)
    if found is None or record.state != "active":
        raise UserError(
            "row_not_waiting",
            f"Dòng {row} của lần nhập {record.import_id} không còn chờ quyết định.",
            "Tải lại lịch sử nhập để xem dòng ấy đã về đâu.",
            import_id=record.import_id,
            row=row,
        )
    return found


def _judged_again(unit: Unit, record: ImportRecord, row: ImportRowRecord) -> PreviewRow:
    request = IntakeRequest(record.kind, bank_bin=record.bank_bin)
    judge = judge_of(record.kind, unit, request)
    assert judge is not None
    warnings = tuple(msgspec.json.decode(row.warnings))
    reading = _reading(record, Record(row.row, msgspec.json.decode(row.fields), warnings))
    return judge.rows(reading)[0]


def _reading(record: ImportRecord, *records: Record) -> ListReading:
    return ListReading(record.sheet, (), {}, record.kind, records, (), (), None)


def _as_decided(judged: PreviewRow, decision: Decision | Chosen) -> PreviewRow:
    """The row still asking, so that saving heeds the decision, whatever it would be judged now."""
    if decision == "same" and judged.verdict == "new" and judged.new_target:
        raise UserError(
            "nobody_like_it",
            f"Trong sổ không còn ai giống dòng {judged.row}.",
            "Chọn một người trong sổ, hoặc thêm mới.",
            row=judged.row,
        )
    return judged._replace(verdict="doubtful", new_target=False, changes=(), account=None)


def _list_of(record: ImportRecord, one: PreviewRow) -> Preview:
    return Preview(
        path=Path(record.file),
        file=record.file,
        sha256=record.sha256,
        opened="ok",
        kind=record.kind,
        request=IntakeRequest(record.kind, bank_bin=record.bank_bin),
        reading=_reading(record),
        rows=(one,),
        skipped=(),
    )


# --- undoing ---


def undo(store: Store, import_id: int) -> Undone:
    """Takes back what an import brought, all or nothing; what has been edited since stays.

    Raises ``UserError`` ``import_unknown``, ``import_undone``, ``undo_locked``.
    """
    with store.unit() as unit:
        record = _found(unit, import_id)
        if record.state == "undone":
            raise UserError(
                "import_undone",
                f"Lần nhập {import_id} đã được hoàn tác rồi.",
                "Không cần làm gì thêm.",
                import_id=import_id,
            )
        return undone(unit, record, VillageNames(unit))
