"""Mends wrong rows in place or many at once; the list is judged again by whoever owns it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QFrame, QWidget

from digicommune.domain.text import fold
from digicommune.ui import plain, words
from digicommune.ui.language import tr
from digicommune.ui.pages.intake_wrong import (
    Mends,
    WrongCell,
    same_mistake,
    with_typed,
    wrong_cells,
    wrong_columns,
)
from digicommune.ui.views.frames import column, empty_layout, holder, row, scrolled
from digicommune.ui.views.steady_box import SteadyBox
from digicommune.ui.views.table import Table

if TYPE_CHECKING:
    from digicommune.ui.pages.intake_look import Look, NameGroup

VALUE = 4  # the column that is typed in


class MendPanel(QWidget):
    """``asked`` tells the mends to read the list with; ``changed`` that a cell was typed."""

    asked = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.typed: Mends = {}
        self._cells: list[WrongCell] = []
        self._last: WrongCell | None = None
        self.table = Table(wrong_columns(), tr("Các ô sai"))
        self.table.sort_on_click()
        self.table.edit_in_place()
        self.table.rows.edited.connect(self._type)
        self._why = plain.label("", "bad", wrap=True)
        self.table.chosen.connect(self._tell_why)
        self._says = plain.label("", "soft", wrap=True)
        self.same = plain.button("")
        self.same.clicked.connect(self._mend_same)
        self.again = plain.button("", "main", tr("Đọc và đối chiếu lại với các ô đã sửa (Ctrl+R)"))
        self.again.clicked.connect(self.ask)
        key = QShortcut(QKeySequence("Ctrl+R"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.again.click)
        self._lay_out()

    def show_wrong(self, look: Look, typed: Mends) -> None:
        """Shows the mistakes of a list with what was ``typed``, which is added to from here."""
        self.typed, self._last = typed, None
        self._cells = wrong_cells(look.preview, typed)
        self.table.show_rows(self._cells)
        self._why.clear()
        if self._cells:
            self.table.setCurrentIndex(self.table.rows.index(0, VALUE))
            self._tell_why(self._cells[0])
        self._tell()

    def ask(self) -> None:
        """Asks for the list to be judged with what was typed."""
        if self.typed:
            self.asked.emit({number: dict(cells) for number, cells in self.typed.items()})

    def _type(self, one: WrongCell, text: str) -> None:
        self._mend([one], text)
        self._last = next((each for each in self._cells if _same_cell(each, one)), None)
        self._tell()
        self.changed.emit()

    def _mend(self, cells: Sequence[WrongCell], text: str) -> None:
        wanted = {(one.row, one.field) for one in cells}
        for number, field in wanted:
            self.typed.setdefault(number, {})[field] = text.strip()
        for place, one in enumerate(self._cells):
            if (one.row, one.field) in wanted:
                self._cells[place] = with_typed(one, self.typed)
                self.table.rows.refresh_row(one, self._cells[place])

    def _tell_why(self, one: WrongCell) -> None:
        self._why.setText(plain.cut(one.reason))

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("kind", "note")
        inside = row(gap=12)
        inside.addWidget(self._says, 1)
        inside.addWidget(self.same)
        inside.addWidget(self.again)
        inside.setContentsMargins(12, 8, 12, 8)
        bar.setLayout(inside)
        layout = column(bar, gap=10)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._why)
        self.setLayout(layout)

    def _mend_same(self) -> None:
        if self._last is not None and self._last.typed is not None:
            self._mend(same_mistake(self._cells, self._last), self._last.typed)
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        count = sum(len(cells) for cells in self.typed.values())
        last = self._last
        alike = len(same_mistake(self._cells, last)) if last and last.typed is not None else 0
        self.same.setVisible(alike > 0)
        self.same.setText(tr("Sửa mọi dòng cùng lỗi ({count})").format(count=words.count(alike)))
        self.again.setVisible(count > 0)
        self.again.setText(tr("Đối chiếu lại {count} ô").format(count=words.count(count)))
        self._says.setText(
            tr("Đã sửa {count} ô, tệp gốc giữ nguyên. Sửa tiếp hoặc đối chiếu lại.").format(
                count=words.count(count)
            )
            if count
            else tr("Chọn dòng, bấm F2 (hoặc nhấp đúp ô giá trị), gõ giá trị đúng rồi Enter.")
        )


def _same_cell(one: WrongCell, other: WrongCell) -> bool:
    return (one.row, one.field) == (other.row, other.field)


class NamesPanel(QWidget):
    """Names of villages and banks nobody knows; each is put right for all its rows at once."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._villages: tuple[str, ...] = ()
        self._banks: tuple[str, ...] = ()
        self.boxes: dict[str, SteadyBox] = {}  # by the name as the list gives it
        self._parts = column(gap=8)
        inside = holder(self._parts)
        head = plain.label(
            tr("Các tên sau không có trong sổ. Chọn tên đúng để sửa cho mọi dòng cùng tên."),
            "soft",
            wrap=True,
        )
        layout = column(head, gap=12)
        layout.addWidget(scrolled(inside), 1)
        self.setLayout(layout)

    def show_known(self, villages: Sequence[str], banks: Sequence[str]) -> None:
        """The names to choose from."""
        self._villages, self._banks = tuple(villages), tuple(banks)

    def show_groups(self, groups: Sequence[NameGroup]) -> None:
        """One line a name."""
        empty_layout(self._parts)
        self.boxes = {}
        for one in groups:
            self._parts.addWidget(self._line(one))
        self._parts.addStretch(1)

    def _line(self, one: NameGroup) -> QFrame:
        made = QFrame()
        made.setProperty("kind", "card")
        village = one.field == "thon"
        box = SteadyBox(tr("Tên đúng của “{name}”").format(name=one.name))
        known = self._villages if village else self._banks
        box.addItem(tr("Chọn thôn đúng…") if village else tr("Chọn ngân hàng đúng…"), None)
        for name in nearest(one.name, known):
            box.addItem(plain.cut(name), name)
        self.boxes[one.name] = box
        mend = plain.button(tr("Sửa {count} dòng").format(count=words.count(len(one.rows))))
        mend.setEnabled(False)
        box.currentIndexChanged.connect(lambda at: mend.setEnabled(at > 0))
        mend.clicked.connect(partial(self._mend_clicked, one, box))
        what = tr("Thôn “{name}”") if village else tr("Ngân hàng “{name}”")
        rows = tr("{count} dòng, từ dòng {row}").format(
            count=words.count(len(one.rows)), row=one.rows[0]
        )
        texts = column(
            plain.label(what.format(name=one.name), "strong"), plain.label(rows, "small"), gap=2
        )
        layout = row(gap=12)
        layout.addLayout(texts, 1)
        layout.addWidget(box)
        layout.addWidget(mend)
        layout.setContentsMargins(16, 10, 16, 10)
        made.setLayout(layout)
        return made

    def _mend_clicked(self, one: NameGroup, box: SteadyBox, _checked: bool = False) -> None:
        if box.currentData():
            self.asked.emit({number: {one.field: box.currentData()} for number in one.rows})


def nearest(name: str, known: Sequence[str]) -> list[str]:
    """Known names, those most like ``name`` first."""
    from difflib import SequenceMatcher

    wanted = fold(name)

    def unlike(one: str) -> float:
        return -SequenceMatcher(None, wanted, fold(one)).ratio()

    return sorted(known, key=unlike)


def joined(before: Mapping[int, Mapping[str, str]], more: Mapping[int, Mapping[str, str]]) -> Mends:
    """Earlier mends with newer ones over them."""
    made: Mends = {number: dict(cells) for number, cells in before.items()}
    for number, cells in more.items():
        made.setdefault(number, {}).update(cells)
    return made
