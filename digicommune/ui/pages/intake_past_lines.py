"""Rows of past imports as tables show them: worded, masked, ready to be searched; judges none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digicommune.domain.text import fold
from digicommune.ui import words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_lines import shown_value
from digicommune.ui.views.table import Column

if TYPE_CHECKING:
    from digicommune.domain.rows import Skipped
    from digicommune.operations.imports import ImportedRow
    from digicommune.operations.past_lists import PastList, PastRow
    from digicommune.ui.style import Tone

SETTLING = "settling"  # decided on this screen, being written
NAMES = ("ho_ten", "ten_ho_kd", "thon")


@dataclass(frozen=True, slots=True)
class Fate:
    """A row of an import: how it was judged, where it ended; texts made once, off the window."""

    import_id: int
    file: str
    row: int
    verdict: str
    name: str
    ended: str
    note: str
    source: ImportedRow | None = None  # None: a row that was skipped
    folded: str = ""  # all of it, for searching
    order: tuple[str, str] = ("", "")  # name and end, for sorting

    @property
    def key(self) -> tuple[int, int]:
        """Which row of which import."""
        return self.import_id, self.row


def fates_of(rows: Iterable[PastRow], past: PastList | None = None) -> tuple[Fate, ...]:
    """Rows, and the skipped ones of ``past``, by row number; it may run on a worker."""
    found = [fate_of(one) for one in rows]
    if past is not None:
        found += [_left_out(past.import_id, one) for one in past.skipped]
    return tuple(sorted(found, key=lambda one: (-one.import_id, one.row)))


def fate_of(one: PastRow) -> Fate:
    """One row."""
    row = one.row
    name = next((str(row.fields[key]) for key in NAMES if row.fields.get(key)), "")
    ended, note = ended_at(row), _note(row)
    folded = fold("\n".join((str(row.row), name, ended, note, one.file)))
    order = fold(name), fold(ended)
    return Fate(
        one.import_id, one.file, row.row, row.verdict, name, ended, note, row, folded, order
    )


def _left_out(import_id: int, one: Skipped) -> Fate:
    note = f"{words.skipped_kind(one.kind)}: {one.text}".rstrip(": ")
    return Fate(import_id, "", one.row, "skipped", "", "", note, folded=fold(note))


def ended_at(row: ImportedRow) -> str:
    """Where a row ended: whom it became in the register; empty where it waits or was refused."""
    if row.target is None:
        return ""
    return row.target_label or tr("đã gỡ khỏi sổ")


def _note(row: ImportedRow) -> str:
    parts = [message for _field, _code, message in row.problems]
    parts += [
        tr("{field}: {before} → {after}").format(
            field=words.field_name(change.field),
            before=shown_value(change.field, change.before) or "∅",
            after=shown_value(change.field, change.after),
        )
        for change in row.changes
    ]
    parts += [words.warning(code) for code in row.warnings]
    return "; ".join(parts)


def verdict(one: Fate) -> tuple[str, Tone]:
    """The verdict in words."""
    if one.verdict == "skipped":
        return tr("· Bỏ qua"), "muted"
    if one.verdict == SETTLING:
        return tr("… Đang ghi"), "info"
    return words.row_verdict(one.verdict)


def columns(*, of_many: bool) -> tuple[Column[Fate], ...]:
    """The table's columns; rows of many imports name theirs."""
    row = Column[Fate](
        tr("Dòng"), lambda one: str(one.row), sort=lambda one: one.row, number=True, width=64
    )
    name = Column[Fate](
        tr("Trong tệp"),
        lambda one: one.name,
        sort=lambda one: one.order[0] or None,
        width=140 if of_many else 160,
    )
    note = Column[Fate](tr("Thay đổi, lý do"), lambda one: one.note, least=100 if of_many else 190)
    if of_many:
        file = Column[Fate](tr("Tệp"), lambda one: f"{one.import_id}. {one.file}", least=100)
        return (row, name, note, file)
    return (
        row,
        Column(
            tr("Kết luận"), lambda one: verdict(one)[0], tone=lambda one: verdict(one)[1], width=116
        ),
        name,
        Column(
            tr("Về đâu trong sổ"),
            lambda one: one.ended,
            sort=lambda one: one.order[1] or None,
            width=150,
        ),
        note,
    )
