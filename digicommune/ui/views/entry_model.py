"""The cells of the sheet of figures as Qt sees them; it judges and stores nothing itself.

What is typed is shown at once as waiting; the verdict settles it, or leaves it there in red or
amber with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from digicommune.domain.edits import key_of
from digicommune.domain.entry_sheet import CellKey, EntryCell, NewCell
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.words_entry import refused, why

if TYPE_CHECKING:
    from digicommune.domain.entry_sheet import CellsSet, CellVerdict, EntryColumn, EntrySheet

Index = QModelIndex | QPersistentModelIndex
Part = Literal["numerator", "denominator"]
NOWHERE = QModelIndex()
LOOK_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # how a cell looks, see Look
NOT_APPLICABLE = "KAD"


@dataclass(frozen=True, slots=True)
class Look:
    """What the delegate draws beside the text."""

    tone: str = ""  # bad, warn, or nothing
    soft: bool = False  # counted, not typed
    noted: bool = False
    differs: bool = False
    whole: bool = False  # the commune's row
    waiting: bool = False


@dataclass(slots=True)
class Waiting:
    """What was typed and is not yet kept."""

    texts: dict[Part, str] = field(default_factory=dict)
    verdict: CellVerdict | None = None  # None: being saved


class EntryModel(QAbstractTableModel):
    """The first row is the whole commune, then the villages in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: EntrySheet | None = None
        self.waiting: dict[CellKey, Waiting] = {}
        self._columns: list[tuple[EntryColumn, Part]] = []
        self._cells: dict[CellKey, EntryCell] = {}
        self._rows: list[int | None] = []
        self._taking: Any = None

    def take_with(self, taking: Any) -> None:
        """Who is handed the cells that were typed: a callable of a tuple of NewCell."""
        self._taking = taking

    # --- showing

    def show_sheet(self, sheet: EntrySheet) -> bool:
        """Shows a sheet; in place where villages and columns are the same. True where anew."""
        columns: list[tuple[EntryColumn, Part]] = []
        for one in sheet.columns:
            columns.append((one, "numerator"))
            if one.own_base:
                columns.append((one, "denominator"))
        rows: list[int | None] = [None, *(one.village_id for one in sheet.villages)]
        before = self.sheet
        same = (
            before is not None
            and (before.period.code, self._rows) == (sheet.period.code, rows)
            and [_place(one) for one in self._columns] == [_place(one) for one in columns]
        )
        if sheet.line.state != "open":
            self.waiting.clear()
        if same:
            self.sheet, self._cells, self._columns = sheet, dict(sheet.cells), columns
            self._redraw()
            return False
        self.beginResetModel()
        if before is None or before.period.code != sheet.period.code:
            self.waiting.clear()
        self.sheet, self._cells = sheet, dict(sheet.cells)
        self._columns, self._rows = columns, rows
        self.endResetModel()
        return True

    @property
    def editable(self) -> bool:
        """Whether the period takes figures."""
        return self.sheet is not None and self.sheet.line.state == "open"

    def key_at(self, index: Index) -> CellKey | None:
        """The cell of a place in the table."""
        if not index.isValid():
            return None
        return self._columns[index.column()][0].indicator.code, self._rows[index.row()]

    def column_at(self, index: Index) -> EntryColumn | None:
        """The indicator of a place in the table."""
        return self._columns[index.column()][0] if index.isValid() else None

    def cell(self, key: CellKey) -> EntryCell:
        """A cell as it is kept."""
        return self._cells.get(key, EntryCell())

    def place(self, key: CellKey) -> QModelIndex:
        """Where a cell's numerator stands."""
        for at, (column, part) in enumerate(self._columns):
            if column.indicator.code == key[0] and part == "numerator" and key[1] in self._rows:
                return self.index(self._rows.index(key[1]), at)
        return QModelIndex()

    def row_name(self, row: int) -> str:
        """The village of a row."""
        assert self.sheet is not None
        return tr("Toàn xã") if row == 0 else self.sheet.villages[row - 1].name

    # --- typing

    def give(self, texts: Iterable[tuple[int, int, str]]) -> None:
        """Takes texts typed or pasted at rows and columns, all in one go."""
        cells: dict[CellKey, NewCell] = {}
        for row, column, text in texts:
            key = self.key_at(self.index(row, column))
            if key is not None:
                part = self._columns[column][1]
                cells[key] = self._typed(cells.get(key) or self._new(key), key, (part, text))
        if cells and self._taking is not None:
            self._redraw()
            self._taking(tuple(cells.values()))

    def _new(self, key: CellKey) -> NewCell:
        saving = key in self.waiting and self.waiting[key].verdict is None
        return NewCell(*key, version=None if saving else self.cell(key).version)

    def _typed(self, new: NewCell, key: CellKey, typed: tuple[Part, str]) -> NewCell:
        part, text = typed
        before = self.waiting.get(key)
        kept = dict(before.texts) if before is not None else {}
        self.waiting[key] = Waiting({**kept, part: text.strip()})
        refused_before = before is not None and before.verdict is not None
        return _filled(new, {**kept, part: text} if refused_before else {part: text})

    def note(self, key: CellKey, note: str) -> None:
        """Takes a note of a cell, with what waits for it."""
        before = self.waiting.get(key)
        texts = dict(before.texts) if before is not None and before.verdict is not None else {}
        new = replace(_filled(self._new(key), texts), note=note)
        self.waiting[key] = Waiting(texts)
        if self._taking is not None:
            self._taking((new,))

    def forget(self, key: CellKey) -> None:
        """Gives up what was refused: what is kept shows again."""
        self.waiting.pop(key, None)
        self._redraw()

    def settle(self, sent: Mapping[CellKey, Waiting | None], done: CellsSet) -> None:
        """Shows the verdicts of cells that were sent."""
        for edit in done.edits:
            key = key_of(edit.subject)
            if self.sheet is None or key.period != self.sheet.period.code:
                return  # another period is on screen by now
            place = (key.indicator, key.village_id)
            cell = self.cell(place)
            version = 0 if edit.after.is_blank else cell.version + 1
            self._cells[place] = replace(cell, typed=edit.after, version=version)
        for verdict in done.verdicts:
            place = (verdict.cell.indicator, verdict.cell.village_id)
            mine = self.waiting.get(place)
            if mine is None or mine is not sent.get(place):
                continue  # typed again meanwhile
            if verdict.outcome in {"accepted", "unchanged"}:
                del self.waiting[place]
            else:
                mine.verdict = verdict
        self._redraw()

    def unsettled(self) -> tuple[CellVerdict, ...]:
        """What was typed and not taken."""
        return tuple(one.verdict for one in self.waiting.values() if one.verdict is not None)

    def _redraw(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    # --- what Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """The commune and its villages."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The indicators; those with a denominator of their own have two."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable while the period is open."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, what to edit, look and tooltip."""
        key = self.key_at(index)
        if key is None:
            return None
        part = self._columns[index.column()][1]
        told: dict[int, Any] = {
            int(Qt.ItemDataRole.DisplayRole): self._shown,
            int(Qt.ItemDataRole.EditRole): self._raw,
            LOOK_ROLE: self._look,
        }
        if role in told:
            return told[role](key, part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip(self._tip(key)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = f"{self.row_name(index.row())}, {_heading(*self._columns[index.column()])}"
            return f"{head}: {self._shown(key, part)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """One cell typed; the same text again is no change."""
        key = self.key_at(index)
        if role != Qt.ItemDataRole.EditRole or key is None:
            return False
        if str(value).strip() != self._raw(key, self._columns[index.column()][1]):
            self.give([(index.row(), index.column(), str(value))])
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Indicators above, villages beside."""
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        if across and role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(_heading(*self._columns[section]))
        if across and role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip(_meaning(*self._columns[section]))
        if not across and role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            name = self.row_name(section)
            return plain.tip(name) if role == Qt.ItemDataRole.ToolTipRole else plain.cut(name)
        return None

    # --- one cell

    def _shown(self, key: CellKey, part: Part) -> str:
        waits = self.waiting.get(key)
        if waits is not None and part in waits.texts:
            return waits.texts[part]
        cell = self.cell(key)
        if cell.typed.status == "not_applicable":
            return NOT_APPLICABLE
        value = cell.numerator if part == "numerator" else cell.denominator
        return "" if value is None else words.count(value)

    def _raw(self, key: CellKey, part: Part) -> str:
        waits = self.waiting.get(key)
        if waits is not None and part in waits.texts:
            return waits.texts[part]
        typed = self.cell(key).typed
        if typed.status == "not_applicable":
            return NOT_APPLICABLE
        value = typed.numerator if part == "numerator" else typed.denominator
        return "" if value is None else str(value)

    def _look(self, key: CellKey, part: Part) -> Look:
        cell, waits = self.cell(key), self.waiting.get(key)
        verdict = waits.verdict if waits is not None else None
        tone = "" if verdict is None else ("warn" if verdict.outcome == "needs_note" else "bad")
        own = cell.typed.numerator if part == "numerator" else cell.typed.denominator
        first = part == "numerator"
        return Look(
            tone=tone,
            soft=own is None and cell.typed.status != "not_applicable" and waits is None,
            noted=first and bool(cell.typed.note),
            differs=first and key[1] is not None and bool(cell.difference),
            whole=key[1] is None,
            waiting=waits is not None and verdict is None,
        )

    def _tip(self, key: CellKey) -> str:
        waits, cell = self.waiting.get(key), self.cell(key)
        if waits is not None and waits.verdict is not None:
            return refused(waits.verdict)
        return why(cell)


def _filled(new: NewCell, texts: Mapping[Part, str]) -> NewCell:
    for part, text in texts.items():
        first = part == "numerator"
        new = replace(new, numerator=text) if first else replace(new, denominator=text)
    return new


def _place(column: tuple[EntryColumn, Part]) -> tuple[str, Part]:
    return column[0].indicator.code, column[1]


def _heading(column: EntryColumn, part: Part) -> str:
    if part == "numerator":
        return column.indicator.name
    return tr("Tổng số: {base}").format(base=column.base_name)


def _meaning(column: EntryColumn, part: Part) -> str:
    one = column.indicator
    if part == "denominator":
        return tr("Mẫu số: {base}").format(base=column.base_name)
    told = tr("{code} – {name}. Tử số: {numerator}. Mẫu số: {base}.")
    return told.format(code=one.code, name=one.name, numerator=one.numerator, base=column.base_name)
