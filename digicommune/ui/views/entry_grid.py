"""The sheet of figures as one types into it: keyboard, clipboard, drawing; it keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QPolygon,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from digicommune.ui import plain, style
from digicommune.ui.language import tr
from digicommune.ui.views.entry_model import LOOK_ROLE, EntryModel, Look

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QPoint

Index = QModelIndex | QPersistentModelIndex
ROW, WIDE, HEAD = 32, 116, 74  # pixels: a row, a column, the headings
SIDE, MOST_SIDE = 140, 240  # the names of the villages
CORNER = 7
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class EntryGrid(QTableView):
    """``picked`` tells that another cell is current; the model hands on what is typed."""

    picked = Signal()
    told = Signal(str)  # a sentence for the status line

    def __init__(self) -> None:
        super().__init__()
        self.cells = EntryModel(self)
        self.setModel(self.cells)
        plain.named(self, tr("Bảng số liệu theo thôn"))
        self._look()
        self._heads()
        self.selectionModel().currentChanged.connect(lambda *_both: self.picked.emit())

    def fit_names(self) -> None:
        """As much room for the villages' names as the longest needs, up to a third of the table."""
        side = self.verticalHeader()
        metrics = side.fontMetrics()
        names = [self.cells.row_name(at) for at in range(self.cells.rowCount())]
        most = max((metrics.horizontalAdvance(one) for one in names), default=0)
        side.setFixedWidth(min(max(SIDE, most + 34), MOST_SIDE))
        self.updateGeometries()  # else the headings keep their old left edge

    def go_to(self, index: QModelIndex) -> None:
        """Makes a cell current and seen."""
        if index.isValid():
            # Not setCurrentIndex, which would extend the selection where Ctrl or Shift is held.
            alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, alone)
            self.scrollTo(index)

    # --- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Delete empties, copy and paste speak Excel's language."""
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # a line passes its Enter on; closeEditor has it already
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in ENTER:
            self._step(1, 0)
        elif event.key() in ERASE and self.cells.editable:
            self.erase()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the cell below, after Tab the one to the right, without opening it."""
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint == hints.SubmitModelCache:
            self._step(1, 0)
        elif hint == hints.EditNextItem:
            self._step(0, 1)
        elif hint == hints.EditPreviousItem:
            self._step(0, -1)

    def _step(self, down: int, right: int) -> None:
        at = self.currentIndex()
        row, column = at.row() + down, at.column() + right
        if column >= self.cells.columnCount():
            row, column = row + 1, 0
        elif column < 0:
            row, column = row - 1, self.cells.columnCount() - 1
        if 0 <= row < self.cells.rowCount():
            self.go_to(self.cells.index(row, column))

    def copy(self) -> None:
        """The selection as Excel takes it: tabs, lines, bare digits."""
        places = self.selectionModel().selectedIndexes()
        if not places:
            return
        rows = sorted({one.row() for one in places})
        columns = sorted({one.column() for one in places})
        lines = ["\t".join(self._bare(row, column) for column in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _bare(self, row: int, column: int) -> str:
        text = str(self.cells.index(row, column).data() or "")
        digits = text.replace(".", "")
        return digits if digits.isdecimal() else text

    def paste(self, text: str) -> None:
        """Puts a block of the clipboard where one stands; a single value fills the selection."""
        if not self.cells.editable:
            self.told.emit(tr("Kỳ này đã đóng, không dán được."))
            return
        block = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
        places = self.selectionModel().selectedIndexes()
        if len(block) == 1 and len(block[0]) == 1 and len(places) > 1:
            self.cells.give([(one.row(), one.column(), block[0][0]) for one in places])
            return
        self._paste_block(block)

    def _paste_block(self, block: list[list[str]]) -> None:
        at = self.currentIndex()
        rows, columns = self.cells.rowCount(), self.cells.columnCount()
        wanted = [
            (at.row() + down, at.column() + right, text)
            for down, line in enumerate(block)
            for right, text in enumerate(line)
        ]
        inside = [one for one in wanted if 0 <= one[0] < rows and 0 <= one[1] < columns]
        if len(inside) < len(wanted):
            out = len(wanted) - len(inside)
            self.told.emit(tr("{count} ô dán ra ngoài bảng, đã bỏ qua.").format(count=out))
        self.cells.give(inside)
        self._select(at, (len(block), max(map(len, block))))

    def _select(self, at: QModelIndex, size: tuple[int, int]) -> None:
        from PySide6.QtCore import QItemSelection

        last = self.cells.index(
            min(at.row() + size[0], self.cells.rowCount()) - 1,
            min(at.column() + size[1], self.cells.columnCount()) - 1,
        )
        chosen = QItemSelection(at, last)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def erase(self) -> None:
        """Empties the selection: blank, which is not 0."""
        places = self.selectionModel().selectedIndexes()
        self.cells.give([(one.row(), one.column(), "") for one in places])

    # --- look

    def _look(self) -> None:
        self.setItemDelegate(_CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _heads(self) -> None:
        fixed = QHeaderView.ResizeMode.Fixed
        top, side = _WrappedHead(self), self.verticalHeader()
        self.setHorizontalHeader(top)
        top.setDefaultSectionSize(WIDE)
        top.setFixedHeight(HEAD)
        side.setSectionResizeMode(fixed)
        side.setDefaultSectionSize(ROW)
        side.setFixedWidth(SIDE)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side.setHighlightSections(False)
        self.setCornerButtonEnabled(False)


class _WrappedHead(QHeaderView):
    """Names of indicators over up to four lines; the tooltip has all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The name, wrapped, in the upper rows of the section."""
        font = QFont(self.font())
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.DemiBold)
        painter.save()
        painter.fillRect(rect, style.colour("card"))
        painter.setPen(QPen(style.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(style.colour("soft"))
        painter.setFont(font)
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        room = rect.adjusted(6, 5, -8, -5)
        painter.setClipRect(room)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, flags, text)
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    """Draws numbers to the right with their marks, and edits them in a bare line."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QLineEdit:
        """A line without frame."""
        made = QLineEdit(parent)
        made.setObjectName("row_box")
        made.setAlignment(RIGHT)
        made.setFrame(False)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The bare digits, all marked."""
        assert isinstance(editor, QLineEdit)
        if not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed."""
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Exactly the cell."""
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, number, marks, the frame of the current cell."""
        look = index.data(LOOK_ROLE)
        box = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, style.colour(_ground(look, chosen)))
        painter.setPen(QPen(style.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        _draw_text(painter, option, look, str(index.data() or ""))
        _draw_marks(painter, box, look)
        view = option.widget
        if isinstance(view, QTableView) and view.currentIndex() == index:
            painter.setPen(QPen(style.colour("main"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()


def _ground(look: Look, chosen: bool) -> str:
    if look.tone:
        return f"{look.tone}_soft"
    if chosen:
        return "main_soft"
    return "stripe" if look.whole else "card"


def _draw_text(painter: QPainter, option: QStyleOptionViewItem, look: Look, text: str) -> None:
    font = QFont(option.font)
    font.setFeature(QFont.Tag("tnum"), 1)
    if look.whole:
        font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(look.waiting)
    painter.setFont(font)
    soft = "soft" if look.soft else "ink"
    painter.setPen(style.colour(look.tone or soft))
    sign = {"bad": "✗ ", "warn": "! "}.get(look.tone, "")
    room = option.rect.adjusted(6, 0, -9, 0)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(sign + text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, RIGHT, shown)


def _draw_marks(painter: QPainter, box: QRect, look: Look) -> None:
    """A corner above for a note, a sign to the left where the registers count otherwise."""
    if look.noted:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("warn"))
        painter.drawPolygon(_corner(box.topRight()))
    if look.differs:
        painter.setPen(style.colour("info"))
        painter.drawText(box.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "≠")


def _corner(at: QPoint) -> QPolygon:
    from PySide6.QtCore import QPoint as Point

    return QPolygon([at, at - Point(CORNER, 0), at + Point(0, CORNER)])
