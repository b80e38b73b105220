"""A table whose first columns stay in place while the others move; it reads nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from digicommune.ui.views.chips import ChipDelegate
from digicommune.ui.views.table import ROW_HEIGHT, Column, Table

HEAD_HEIGHT = 46  # two lines


class FrozenTable(Table):
    """The first ``fixed`` columns are shown by a second view that lies over this one."""

    _fixed = 0  # while Qt makes the table, before it is said how many stay

    def __init__(self, name: str, fixed: int) -> None:
        super().__init__((), name)
        self._fixed = fixed
        self.aside = QTableView(self)
        self._dress()
        self.rows.modelReset.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(self._follow_width)
        ours, theirs = self.verticalScrollBar(), self.aside.verticalScrollBar()
        ours.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(ours.setValue)

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Replaces the columns; those that stay in place with them."""
        super().set_columns(columns)
        self._fit()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Brings a cell into sight, from under the columns that stay in place too."""
        if not (index.isValid() and self._fixed):
            super().scrollTo(index, hint)
            return
        if index.column() < self._fixed:
            super().scrollTo(self.rows.index(index.row(), self._fixed), hint)
            return
        super().scrollTo(index, hint)
        hidden = self.aside.width() - self.visualRect(index).left()
        if hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns that stay are as high as the rest."""
        super().resizeEvent(event)
        self._place()

    def _dress(self) -> None:
        aside, policy = self.aside, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        aside.setModel(self.rows)
        aside.setSelectionModel(self.selectionModel())
        aside.setItemDelegate(ChipDelegate(aside))
        aside.setProperty("kind", "frozen")
        aside.setFocusProxy(self)
        aside.setShowGrid(False)
        aside.setWordWrap(False)
        aside.setSelectionBehavior(self.selectionBehavior())
        aside.setSelectionMode(self.selectionMode())
        aside.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        aside.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        aside.setHorizontalScrollBarPolicy(policy)
        aside.setVerticalScrollBarPolicy(policy)
        for view in (self, aside):
            view.horizontalHeader().setFixedHeight(HEAD_HEIGHT)
            view.horizontalHeader().setHighlightSections(False)
        aside.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        aside.verticalHeader().hide()
        aside.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        aside.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        aside.show()

    def _fit(self) -> None:
        for at in range(self.rows.columnCount()):
            self.aside.setColumnHidden(at, at >= self._fixed)
            self.aside.setColumnWidth(at, self.columnWidth(at))
        self._place()

    def _follow_width(self, at: int, _old: int, new: int) -> None:
        if at < self._fixed:
            self.aside.setColumnWidth(at, new)
            self._place()

    def _place(self) -> None:
        frame, head = self.frameWidth(), self.horizontalHeader()
        width = sum(self.columnWidth(at) for at in range(min(self._fixed, self.rows.columnCount())))
        height = self.viewport().height() + head.height()
        self.aside.setGeometry(frame, frame, width, height)
