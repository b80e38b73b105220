"""Rows of small fields within a form, people in their order or one a criterion; it saves none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from digicommune.ui import plain
from digicommune.ui.language import tr
from digicommune.ui.pages.dossier_fields import FieldFault, Kind
from digicommune.ui.views.frames import column, holder, row
from digicommune.ui.views.steady_box import SteadyBox

TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of every row: the attribute it holds, its heading, how it is typed or chosen."""

    key: str
    heading: str
    kind: Kind | None = None  # None: chosen from ``options``
    options: tuple[tuple[Any, str], ...] = ()
    share: int = 1


@dataclass(frozen=True, slots=True)
class Said:
    """A column that only tells something of the row."""

    heading: str
    text: Callable[[Any], str]
    share: int = 0


@dataclass(frozen=True, slots=True)
class RowsLook:
    """The columns; ``new`` makes a fresh row, left out: the rows are as many as were given."""

    columns: Sequence[Cell | Said]
    new: Callable[[], Any] | None = None
    add: str = ""  # the words of the button that adds one
    none: str = ""  # what is said where there is no row
    ordered: bool = True  # whether a row can be moved


class RowsEditor(QWidget):
    """A tuple of frozen rows; ``changed`` when one of them is."""

    changed = Signal()

    def __init__(self, look: RowsLook) -> None:
        super().__init__()
        self._look = look
        self._rows: list[tuple[Any, dict[str, QLineEdit | SteadyBox]]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._none = plain.label(look.none, "soft", wrap=True)
        self.fault = plain.label("", "bad", wrap=True)
        self.fault.hide()
        self.add_button = plain.button(look.add)
        self.add_button.clicked.connect(lambda _checked: self.add_row())
        layout = column(self._grid, self._none, self.fault, gap=8)
        layout.addLayout(row(self.add_button, 1))
        self.setLayout(layout)
        self.add_button.setVisible(look.new is not None)
        self._lay_out()

    # --- the doors of a form's part

    def show_value(self, value: Sequence[Any]) -> None:
        """Shows rows; nothing of them counts as typed."""
        self._rows = [(one, self._fields(one)) for one in value]
        self.fault.hide()
        self._lay_out()

    def value(self) -> tuple[Any, ...]:
        """The rows as typed; raises ``FieldFault``."""
        try:
            return tuple(replace(one, **self._typed(boxes)) for one, boxes in self._rows)
        except FieldFault as fault:
            self.refuse(str(fault))
            raise

    def refuse(self, said: str) -> None:
        """Shows what is wrong with the rows."""
        self.fault.setText(plain.cut(said))
        self.fault.show()

    # --- rows

    def boxes(self, at: int) -> dict[str, QLineEdit | SteadyBox]:
        """The fields of a row, by the attribute they hold."""
        return self._rows[at][1]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def add_row(self) -> None:
        """A new row at the end, with the cursor in it."""
        if self._look.new is None:
            return
        fresh = self._look.new()
        self._rows.append((fresh, self._fields(fresh)))
        self._lay_out()
        first = next((b for b in self._rows[-1][1].values() if isinstance(b, QLineEdit)), None)
        if first is not None:
            first.setFocus()
        self.changed.emit()

    def remove_row(self, at: int) -> None:
        """Takes a row out."""
        del self._rows[at]
        self._lay_out()
        self.changed.emit()

    def move_row(self, at: int, step: int) -> None:
        """Moves a row one place up or down."""
        if 0 <= at + step < len(self._rows):
            self._rows.insert(at + step, self._rows.pop(at))
            self._lay_out()
            self.changed.emit()

    def _typed(self, boxes: dict[str, QLineEdit | SteadyBox]) -> dict[str, Any]:
        kinds = {one.key: one.kind for one in self._look.columns if isinstance(one, Cell)}
        typed: dict[str, Any] = {}
        for key, box in boxes.items():
            kind = kinds[key]
            if isinstance(box, QLineEdit) and kind is not None:
                typed[key] = kind.read(box.text())
            elif isinstance(box, SteadyBox):
                typed[key] = box.currentData()
        return typed

    def _fields(self, of: Any) -> dict[str, QLineEdit | SteadyBox]:
        cells = [one for one in self._look.columns if isinstance(one, Cell)]
        return {one.key: self._box(one, getattr(of, one.key)) for one in cells}

    def _box(self, cell: Cell, value: Any) -> QLineEdit | SteadyBox:
        if cell.kind is None:
            chosen = SteadyBox(cell.heading, 120)
            for code, said in cell.options:
                chosen.addItem(plain.cut(said), code)
            chosen.setCurrentIndex(max(0, chosen.findData(value)))
            chosen.currentIndexChanged.connect(self._tell)
            return chosen
        typed = QLineEdit("" if value is None else cell.kind.write(value))
        typed.setMaxLength(300)
        typed.setCursorPosition(0)
        typed.setAcceptDrops(False)
        typed.setPlaceholderText(cell.kind.hint)
        if cell.kind.width:
            typed.setFixedWidth(cell.kind.width)
            typed.setProperty("kind", "narrow")
        plain.named(typed, cell.heading)
        typed.textChanged.connect(self._tell)
        return typed

    def _tell(self, *_any: object) -> None:
        self.fault.hide()
        self.changed.emit()

    # --- laying out

    def _lay_out(self) -> None:
        kept = {id(box) for _one, boxes in self._rows for box in boxes.values()}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and id(widget) not in kept:
                widget.hide()
                widget.deleteLater()
        self._none.setVisible(not self._rows and bool(self._look.none))
        if not self._rows:
            return
        for place, one in enumerate(self._look.columns):
            self._grid.addWidget(plain.label(one.heading, "small"), 0, place)
            self._grid.setColumnStretch(place, one.share)
        for at, (given, boxes) in enumerate(self._rows):
            self._put(at, given, boxes)

    def _put(self, at: int, given: Any, boxes: dict[str, QLineEdit | SteadyBox]) -> None:
        for place, one in enumerate(self._look.columns):
            if isinstance(one, Cell):
                self._grid.addWidget(boxes[one.key], at + 1, place, TOP)
                boxes[one.key].show()
            else:
                self._grid.addWidget(plain.label(one.text(given), wrap=True), at + 1, place)
        if self._look.new is not None:
            self._grid.addWidget(self._tools(at), at + 1, len(self._look.columns), TOP)

    def _tools(self, at: int) -> QWidget:
        moves = (
            _tool("↑", tr("Chuyển lên"), partial(self.move_row, at, -1)),
            _tool("↓", tr("Chuyển xuống"), partial(self.move_row, at, 1)),
        )
        gone = _tool("×", tr("Bỏ dòng này"), partial(self.remove_row, at))
        return holder(row(*(moves if self._look.ordered else ()), gone, gap=0))


def _tool(sign: str, said: str, step: Callable[[], None]) -> QPushButton:
    made = plain.button(sign, "flat", said)
    plain.named(made, said)
    made.setFixedWidth(28)
    made.clicked.connect(lambda _checked: step())
    return made
