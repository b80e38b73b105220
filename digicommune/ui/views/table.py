"""A table over a tuple of values: sorted and filtered in memory; it reads nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from digicommune.domain.text import fold
from digicommune.ui import plain
from digicommune.ui.style import Tone
from digicommune.ui.views.chips import CHIP_ROLE, ChipDelegate

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 36
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column[Row]:
    """One column: its heading, what it shows of a row, how it sorts.

    ``tone`` left out: plain text; else the text stands in a chip of that tone. ``width`` 0 takes
    what the others leave, but ``least`` pixels. ``typed`` gives the text that one may change in
    place; None of a row: it cannot be changed.
    """

    heading: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    number: bool = False
    tone: Callable[[Row], Tone | None] | None = None
    width: int = 0
    least: int = 150
    tip: Callable[[Row], str] | None = None
    heading_tip: str = ""
    typed: Callable[[Row], str | None] | None = None


class TableModel(QAbstractTableModel):
    """Rows as they were given, seen through an order and a search.

    ``edited`` tells the row and the text that was typed; the model changes no row by itself.
    ``folded_by`` gives a row's text for searching, folded, where it was made beforehand.
    """

    edited = Signal(object, str)

    def __init__(self, columns: Sequence[Column[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Any, ...] = ()
        self._shown: list[int] = []
        self._folded: list[str] | None = None
        self._words: tuple[str, ...] = ()
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self.folded_by: Callable[[Any], str] | None = None

    @property
    def rows(self) -> tuple[Any, ...]:
        """All rows, whether shown or not."""
        return self._rows

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Replaces the rows; order and search stay."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._folded = None
        self._choose()
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Replaces the columns and empties the table; the search stays, the order does not."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._rows, self._shown, self._folded, self._sorted = (), [], None, None
        self.endResetModel()

    def search(self, text: str) -> None:
        """Shows only rows that hold every word of ``text``, without regard to case and marks."""
        words = tuple(fold(text).split())
        if words == self._words:
            return
        self.beginResetModel()
        self._words = words
        self._choose()
        self.endResetModel()

    def row_of(self, index: Index) -> Any:
        """The value behind a row of the table; None outside of it."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        return self._rows[self._shown[index.row()]]

    def place_of(self, wanted: Callable[[Any], bool]) -> QModelIndex:
        """Where the first row shown stands that ``wanted`` takes."""
        for place, at in enumerate(self._shown):
            if wanted(self._rows[at]):
                return self.index(place, 0)
        return QModelIndex()

    # --- what Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, tooltip and tone of a cell."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain.cut(column.text(self._rows[self._shown[index.row()]]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._rows[self._shown[index.row()]]
            return plain.tip((column.tip or column.text)(row)) or None
        told = {CHIP_ROLE: column.tone, int(Qt.ItemDataRole.EditRole): column.typed}.get(role)
        return told(self._rows[self._shown[index.row()]]) if told is not None else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that can be changed are editable."""
        flags = super().flags(index)
        if index.isValid() and self.data(index, Qt.ItemDataRole.EditRole) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tells what was typed; whoever owns the rows shows them anew."""
        row = self.row_of(index)
        if role != Qt.ItemDataRole.EditRole or row is None:
            return False
        if str(value) != self.data(index, role):
            self.edited.emit(row, str(value))
        return True

    def refresh_row(self, row: Any, new: Any) -> None:
        """Puts ``new`` in the place of ``row`` without moving anything."""
        for place, at in enumerate(self._shown):
            if self._rows[at] is row:
                self._rows = (*self._rows[:at], new, *self._rows[at + 1 :])
                self._folded = None
                last = self.index(place, self.columnCount() - 1)
                self.dataChanged.emit(self.index(place, 0), last)
                return

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip(self.columns[section].heading_tip) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; -1 gives back the order the rows came in."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        rows = [self._shown[one.row()] for one in kept]
        self._sorted = (column, order) if column >= 0 else None
        self._choose()
        places = {at: place for place, at in enumerate(self._shown)}
        moved = [self.index(places[at], one.column()) for at, one in zip(rows, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    # --- choosing and ordering

    def _choose(self) -> None:
        self._shown = list(range(len(self._rows)))
        if self._words:
            texts = self._texts()
            self._shown = [at for at in self._shown if all(w in texts[at] for w in self._words)]
        if self._sorted is not None:
            column, order = self._sorted
            self._order(self.columns[column], order == Qt.SortOrder.DescendingOrder)

    def _order(self, column: Column[Any], reverse: bool) -> None:
        """Blanks stand last in both directions."""
        rows = self._rows
        key: Callable[[Any], Any] = column.sort or (lambda row: fold(column.text(row)) or None)
        keyed: list[tuple[Any, int]] = [(key(rows[at]), at) for at in self._shown]
        blank = [at for value, at in keyed if value is None]
        told = [pair for pair in keyed if pair[0] is not None]
        told.sort(key=lambda pair: pair[0], reverse=reverse)
        self._shown = [at for _value, at in told] + blank

    def _texts(self) -> list[str]:
        if self._folded is None and self.folded_by is not None:
            self._folded = [self.folded_by(row) for row in self._rows]
        if self._folded is None:
            texts = [one.text for one in self.columns]
            self._folded = [fold("\n".join([t(row) for t in texts])) for row in self._rows]
        return self._folded


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class Table(QTableView):
    """The table as one sees it; ``chosen`` tells the value of the current row."""

    chosen = Signal(object)

    def __init__(self, columns: Sequence[Column[Any]], name: str) -> None:
        super().__init__()
        self.rows = TableModel(columns, self)
        self.setModel(self.rows)
        plain.named(self, name)
        self._look()
        self._widths()
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Replaces the rows and keeps the place where one was reading."""
        at = self.currentIndex().row()
        top = self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        self.verticalScrollBar().setValue(top)
        if 0 <= at < self.rows.rowCount():
            self.selectRow(at)

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Replaces the columns where they are not the same already."""
        if [one.heading for one in columns] != [one.heading for one in self.rows.columns]:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.rows.set_columns(columns)
            self._widths()
        else:
            self.rows.columns = tuple(columns)

    def current(self) -> Any:
        """The value of the current row."""
        return self.rows.row_of(self.currentIndex())

    def choose(self, wanted: Callable[[Any], bool]) -> None:
        """Makes the first row current that ``wanted`` takes."""
        index = self.rows.place_of(wanted)
        if index.isValid():
            self.selectRow(index.row())

    def sort_on_click(self) -> None:
        """Lets a click on a heading sort; at first the order is the one given."""
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def edit_in_place(self) -> None:
        """Lets F2 or a double click open the cells that can be changed."""
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)

    def _tell(self, index: QModelIndex) -> None:
        row = self.rows.row_of(index)
        if row is not None:
            self.chosen.emit(row)

    def _look(self) -> None:
        self.setItemDelegate(ChipDelegate(self))
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(48)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(ROW_HEIGHT)

    def _widths(self) -> None:
        """Shares the room out: set widths first, what is left to the columns without one."""
        head = self.horizontalHeader()
        columns = self.rows.columns
        left = self.viewport().width() - sum(one.width for one in columns)
        free = sum(not one.width for one in columns)
        for place, column in enumerate(columns):
            share = max(column.least, left // free) if free else 0
            head.resizeSection(place, column.width or share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room out anew where the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._widths()
